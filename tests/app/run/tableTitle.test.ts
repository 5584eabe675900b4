// What people call tables and columns.
import { columnTitle, isMadeSheet, rowTitle, tableTitle } from '../../../src/app/run/tableTitle';

test('a table is called as its sheet, a judge’s by the judge, an unknown one by itself', () => {
  expect(tableTitle('Units').zh).toBe('单位名册');
  expect(tableTitle('Tracker').zh).toBe('报送台账');
  expect(tableTitle('Score_J01')).toEqual({ zh: '评分 J01', en: 'Scores J01' });
  expect(tableTitle('Other')).toEqual({ zh: 'Other', en: 'Other' });
});

test('a made sheet is called as it is named, and is known as made', () => {
  expect(tableTitle('Briefing').zh).toBe('领导简报');
  expect(['Awards', 'Briefing', 'Summary', 'Units'].map(isMadeSheet)).toEqual([true, true, true, false]);
});

test('a column given by its key is called by its header; a header stays', () => {
  expect(columnTitle('Units', 'category').zh).toBe('类别');
  expect(columnTitle('Units', '联系电话')).toEqual({ zh: '联系电话', en: '联系电话' });
  expect(columnTitle(undefined, 'category').zh).toBe('category');
});

test('a setting is called by its name, a judge’s row by the number of the story, every other row by its id', () => {
  expect(rowTitle('Score_J01', '3')).toEqual({ zh: '3号', en: 'no. 3' });
  expect(rowTitle('Score_J01', 'E003').zh).toBe('E003');
  expect(rowTitle('Settings', 'asOf').zh).toBe('截至时间');
  expect(rowTitle('Units', 'asOf').zh).toBe('asOf');
  expect(rowTitle('Units', 'U03').zh).toBe('U03');
});

test('a row without an id is called by its place on the sheet, and a moment in a key as people write it', () => {
  expect(rowTitle('Receipts', '#124')).toEqual({ zh: '第 128 行', en: 'row 128' });
  expect(rowTitle('Reminders', '44358.41666666667 U04 T2').zh).toBe('2021-06-11 10:00 U04 T2');
  expect(rowTitle('Reminders', '昨天 U04 T2').zh).toBe('昨天 U04 T2');
});
