// What the pane says while a large job runs.
import { progressText } from '../../../src/app/run/progressText';

test('writing names the sheet and how many there are', () => {
  expect(progressText({ doing: 'write', done: 12, of: 50, sheet: '评分·评委12' })).toEqual({
    zh: '正在写入“评分·评委12”（第 12 张，共 50 张）…',
    en: 'Writing “评分·评委12” (sheet 12 of 50)…',
  });
  expect(progressText({ doing: 'write', done: 1, of: 1, sheet: '设置' }).zh).toBe('正在写入…');
});

test('reading and checking say how much is done once there is more than one wait', () => {
  expect(progressText({ doing: 'read', done: 0, of: 900 }).zh).toBe('正在读取工作簿…');
  expect(progressText({ doing: 'read', done: 450, of: 900 }).en).toBe('Reading the workbook… 50%');
  expect(progressText({ doing: 'verify', done: 1, of: 3 }).zh).toBe('正在核对写入的内容… 33%');
});
