// Where pages of titled lists begin.
import { expect, it } from '@jest/globals';
import { listPage, type ListSection } from '../../../src/workbook/sheets/listPage';

const table = (title: string, rows: number, together?: true): ListSection => ({
  heading: title,
  columns: [{ header: '评委' }, { header: '小计' }],
  rows: Array.from({ length: rows }, (_, at) => [{ value: `评委${at + 1}` }, { value: 80 + at }]),
  ...(together && { together }),
});

const page = (sections: readonly ListSection[]) =>
  listPage(
    {
      name: '明细',
      title: '评分明细',
      subtitle: [],
      grid: [20, 20],
      sections,
      closing: [],
      stamp: '',
      landscape: false,
      official: false,
      footer: '',
    },
    'zh',
  );

/** Words of the first cell of each page but the first. */
function tops(sections: readonly ListSection[]): unknown[] {
  const { page: setup, blocks } = page(sections);
  return (setup.breaks ?? []).map((row) => blocks[0]?.cells[row]?.[0]);
}

it('a table that is to stay together begins the page on which it would be broken', () => {
  const stories = ['甲', '乙', '丙', '丁', '戊'];
  expect(tops(stories.map((title) => table(title, 7)))).toContain('评委');
  expect(tops(stories.map((title) => table(title, 7, true)))).toEqual(['丁']);
});

it('one that takes more than half a page goes on to the next, with its head', () => {
  expect(tops([table('甲', 20, true), table('乙', 40, true)])).toContain('评委');
});
