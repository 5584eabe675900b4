// The pane's words: complete in both languages, with the same blanks.
import strings from '../../assets/strings/pane.json';
import { languageOf, say, type StringKey } from '../../src/taskpane/language';

const blanks = (wording: string): string[] => [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('every string has Chinese and English with the same blanks', () => {
  for (const [key, { zh, en }] of Object.entries(strings)) {
    expect([key, blanks(en)]).toEqual([key, blanks(zh)]);
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
  }
});

test('English has no Chinese in it and the other way round, but for the language switch and file endings', () => {
  const mixed = Object.entries(strings).filter(
    ([key, { zh, en }]) =>
      !key.startsWith('language.') &&
      (/[\u4e00-\u9fff]/.test(en) || (!/[\u4e00-\u9fff（]/.test(zh) && !zh.startsWith('.'))),
  );
  expect(mixed.map(([key]) => key)).toEqual([]);
});

test('blanks are filled, and one that is forgotten throws', () => {
  expect(say('zh', 'import.write', { count: 3 })).toBe('写入 3 行');
  expect(() => say('en', 'import.write')).toThrow('“import.write” needs “count”');
});

test('only English locales show English', () => {
  expect(['en-US', 'EN-gb', 'zh-CN', 'zh-TW', 'fr-FR', ''].map(languageOf)).toEqual([
    'en',
    'en',
    'zh',
    'zh',
    'zh',
    'zh',
  ]);
});

test('the privacy line says that data stays in the workbook', () => {
  expect(say('zh', 'privacy' satisfies StringKey)).toBe('数据只留在本工作簿，不外传');
});
