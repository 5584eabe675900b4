// What home has not read yet, and when it says that Excel is silent.
import { setTimeout as pause } from 'node:timers/promises';
import { afterSilence } from '../../src/taskpane/silence';
import { unreadChanges } from '../../src/taskpane/unreadChanges';

test('a change whose reading was overtaken, or failed, is read with the next one', () => {
  const unread = unreadChanges();
  expect(unread.add(new Set(['设置']))).toBeNull();
  unread.read();
  expect(unread.add(new Set(['收件登记']))).toEqual(new Set(['收件登记']));
  expect(unread.add(new Set(['单位名册']))).toEqual(new Set(['收件登记', '单位名册']));
  unread.read();
  expect(unread.add(new Set(['例外与延期']))).toEqual(new Set(['例外与延期']));
  expect(unread.add(null)).toBeNull();
});

test('silence is told once, and its end at the next sign of life', async () => {
  const told: boolean[] = [];
  const silence = afterSilence(20, (silent) => told.push(silent));
  silence.heard();
  expect(told).toEqual([]);
  await pause(60);
  expect(told).toEqual([true]);
  silence.heard();
  expect(told).toEqual([true, false]);
  silence.end();
  await pause(60);
  expect(told).toEqual([true, false]);
});
