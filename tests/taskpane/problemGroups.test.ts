// Problems arranged for reading and copied as a table.
import fc from 'fast-check';
import type { Problem } from '../../src/core/ground/problem';
import { groupProblems, problemsAsText, rowAndColumn } from '../../src/taskpane/problemGroups';

const problem = (part: Partial<Problem>): Problem => ({
  code: 'unknown-unit',
  expected: { zh: '应为', en: 'exp' },
  found: '实',
  message: { zh: '改', en: 'mend' },
  ...part,
});
const titles = {
  rowTitle: (_table: string | undefined, row: string) => ({ zh: row === 'asOf' ? '截至时间' : row, en: row }),
  tableTitle: (table: string) => ({ zh: `表${table}`, en: table }),
  columnTitle: (_table: string | undefined, column: string) => ({
    zh: column === 'phone' ? '联系电话' : column,
    en: column,
  }),
};

test('problems of one table and sheet stand together, in order of first appearance', () => {
  const list = [
    problem({ table: 'A', row: 1 }),
    problem({ table: 'B', row: 2 }),
    problem({ table: 'A', row: 3 }),
    problem({ table: 'A', sheet: 's', row: 4 }),
  ];
  expect(
    groupProblems(list).map(({ table, sheet, problems }) => [table, sheet, problems.map(({ row }) => row)]),
  ).toEqual([
    ['A', undefined, [1, 3]],
    ['B', undefined, [2]],
    ['A', 's', [4]],
  ]);
});

test('grouping loses and doubles nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          table: fc.constantFrom('A', 'B', undefined),
          sheet: fc.constantFrom('s', undefined),
          row: fc.integer(),
        }),
      ),
      (places) => {
        const list = places.map((place) => problem(place));
        const back = groupProblems(list).flatMap(({ problems }) => problems);
        expect(new Set(back)).toEqual(new Set(list));
        expect(back).toHaveLength(list.length);
      },
    ),
  );
});

test('a number is a sheet row, a text is a row id', () => {
  expect(rowAndColumn({ row: 12, column: '联系电话' }, 'zh', titles)).toBe('第 12 行 · “联系电话”列');
  expect(rowAndColumn({ row: 'U03', column: 'phone' }, 'zh', titles)).toBe('U03 · “联系电话”列');
  expect(rowAndColumn({ row: 'asOf' }, 'zh', titles)).toBe('截至时间');
  expect(rowAndColumn({ row: 12 }, 'en', titles)).toBe('row 12');
  expect(rowAndColumn({}, 'zh', titles)).toBe('');
});

test('the copied list is a table with a heading and one line a problem', () => {
  const copied = problemsAsText(
    [problem({ table: 'A', sheet: 's', row: 7, column: '电话', found: '1\t2\r\n3' })],
    'zh',
    titles,
  );
  expect(copied).toBe('位置\t行\t列\t应为\t实为\t怎么改\r\n表A / s\t7\t电话\t应为\t1 2 3\t改');
});

test('text that begins like a formula is copied as text', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@'), fc.string(), (sign, rest) => {
      const [, line = ''] = problemsAsText([problem({ found: sign + rest })], 'en', titles).split('\r\n');
      expect(line.split('\t')[4]?.startsWith(`'${sign}`)).toBe(true);
      expect(line.split('\t')).toHaveLength(6);
    }),
  );
});
