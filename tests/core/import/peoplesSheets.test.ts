// Layouts and rows as people keep them: what is data, what is not, and what is asked.
import { describe, expect, test } from '@jest/globals';
import { doubtProblems } from '../../../src/core/import/doubtProblems';
import type { WantedColumn } from '../../../src/core/import/matchHeaders';
import { recognizeSheets } from '../../../src/core/import/recognizeSheets';
import { recognizeTable, type RecognizedTable } from '../../../src/core/import/recognizeTable';
import { lookKey, type CellLook, type SheetRows } from '../../../src/core/import/sheetRows';
import { sideBySide } from '../../../src/core/import/sideBySide';

const COLUMNS: readonly WantedColumn[] = [
  { key: 'unit', headers: ['单位名称', '单位'], required: true },
  { key: 'category', headers: ['类别'], required: false },
  { key: 'contact', headers: ['联络员'], required: false },
  { key: 'phone', headers: ['手机', '联系电话'], required: false },
  { key: 'email', headers: ['邮箱'], required: false },
  { key: 'time', headers: ['时间'], required: false, moment: true },
];

function recognize(rows: SheetRows['rows'], how: Partial<SheetRows> = {}): RecognizedTable {
  const found = recognizeTable(rows, COLUMNS, how);
  if ('problem' in found) throw new Error(found.problem.message.en);
  return found;
}

const taken = ({ dataRows }: RecognizedTable): number[] => dataRows.map(({ rowNumber }) => rowNumber);
const looks = (...all: readonly (readonly [row: number, column: number, look: CellLook])[]) =>
  new Map(all.map(([row, column, look]) => [lookKey(row - 1, column), look]));

describe('rows that are no unit', () => {
  test.each([
    ['（以下空白）', 'footnote'],
    ['以下无正文', 'footnote'],
    ['单位（盖章）', 'footnote'],
    ['填报单位（公章）：', 'footnote'],
    ['负责人签字：', 'footnote'],
    ['第1页 共2页', 'footnote'],
    ['——————', 'footnote'],
    ['共2家', 'totals'],
    ['共计46个单位', 'totals'],
    ['以上共 12 家', 'totals'],
    ['本页小计', 'totals'],
    ['合计（46家）', 'totals'],
    ['县直部门（27个）', 'heading'],
    ['一、乡镇', 'heading'],
    ['（二）园区', 'heading'],
    ['第一组：乡镇', 'heading'],
    ['注：以上为初稿', 'footnote'],
    ['※ 请于周五前反馈', 'footnote'],
    ['填表说明：一式两份', 'footnote'],
  ])('“%s” is passed over as %s, with its category filled down or not', (words, reason) => {
    const found = recognize([
      ['类别', '单位名称', '联络员', '联系电话'],
      ['乡镇', '甲镇', '张三', '13900001111'],
      ['乡镇', words, null, null],
      [null, words, null, null],
    ]);
    expect(taken(found)).toEqual([2]);
    expect(found.skipped.map(({ rowNumber, reason: why }) => [rowNumber, why])).toEqual([
      [3, reason],
      [4, reason],
    ]);
  });

  test('a heading merged over the whole width is one, and names itself once', () => {
    const heading = '一、乡镇（17个）';
    const found = recognize([
      ['单位名称', '联络员'],
      [heading, heading],
      ['甲镇', '张三'],
    ]);
    expect(found.skipped).toEqual([{ rowNumber: 2, reason: 'heading', text: heading }]);
  });

  test.each(['一中（共3个校区）附小', '共青团县委', '第一中学', '县总工会', '备战办', '合作社（一）'])(
    'a unit called %s is data',
    (name) => {
      const found = recognize([
        ['单位名称', '联络员'],
        [name, '张三'],
        ['甲镇', '李四'],
      ]);
      expect(taken(found)).toEqual([2, 3]);
    },
  );

  test('a heading with a contact beside it is data: better asked about than lost', () => {
    const found = recognize([
      ['单位名称', '联络员'],
      ['县直部门（27个）', '张三'],
    ]);
    expect(taken(found)).toEqual([2]);
  });

  test('a row that lacks its unit and equals the row above is data, unless the file says that it is merged', () => {
    const rows = [
      ['单位名称', '类别', '联系电话'],
      ['甲镇', '乡镇', 1],
      [null, '乡镇', 1],
    ];
    expect(taken(recognize(rows))).toEqual([2, 3]);
    const merged = looks([3, 1, { kind: 'merged' }], [3, 2, { kind: 'merged' }]);
    expect(taken(recognize(rows, { looks: merged }))).toEqual([2]);
  });
});

describe('whole layouts', () => {
  const block = ['单位名称', '联络员', '手机'];

  test('a table continued to the right of itself is two tables, rows and columns in their places', () => {
    const sheets = sideBySide(
      [
        {
          name: '通讯录',
          rows: [
            ['通讯录'],
            ['序号', ...block, null, '序号', ...block],
            [1, '甲镇', '张', 1, null, 2, '乙镇', '李', 2],
            [3, '丙镇', '王', 3],
          ],
        },
      ],
      COLUMNS,
    );
    expect(sheets.map(({ name }) => name)).toEqual(['通讯录', '通讯录（第2栏）']);
    const [left, right] = sheets.map(({ rows }) => recognize(rows));
    expect(left?.dataRows.map(({ cells }) => cells[1])).toEqual(['甲镇', '丙镇']);
    expect(right?.dataRows.map(({ rowNumber, cells }) => [rowNumber, cells[6]])).toEqual([[3, '乙镇']]);
    expect(right?.columnOf).toMatchObject({ unit: 6, phone: 8 });
  });

  test('three blocks without row numbers are three tables', () => {
    const sheets = sideBySide([{ name: 'S', rows: [[...block, ...block, ...block]] }], COLUMNS);
    expect(sheets).toHaveLength(3);
  });

  test('a column that comes twice makes no second block', () => {
    const rows = [['单位名称', '联络员', '手机', '分管领导', '手机']];
    expect(sideBySide([{ name: 'S', rows }], COLUMNS)).toEqual([{ name: 'S', rows }]);
  });

  test('a header over two rows without merged cells is one header', () => {
    const found = recognize([
      ['序号', '单位名称', '联络员', '联系方式', null],
      [null, null, null, '手机', '邮箱'],
      [1, '甲镇', '张三', '13900001111', 'a@example.com'],
    ]);
    expect(found).toMatchObject({ headerRow: 2, columnOf: { unit: 1, phone: 3, email: 4 }, unknownColumns: [] });
    expect(taken(found)).toEqual([3]);
    expect(found.silent).toEqual([1, 2]);
  });

  test('a first row of data that lacks its unit is no second header', () => {
    const found = recognize([
      ['单位名称', '联络员', '手机'],
      [null, '手机坏了', '13900001111'],
      ['甲镇', '张三', '13900001112'],
    ]);
    expect(taken(found)).toEqual([2, 3]);
  });

  test('a column without a header that holds data is named', () => {
    const found = recognize([
      ['单位名称', '联络员'],
      ['甲镇', '张三', 'a@example.com', null],
    ]);
    expect(found.unknownColumns).toEqual([{ index: 2, header: 'C 列' }]);
  });
});

describe('rows that are asked about', () => {
  const rows = [
    ['单位名称', '联络员', '时间'],
    ['甲镇', 44348, 44348],
    ['乙镇', null, 44348.5],
    ['丙镇', '王五', 44348.5],
  ];
  const dated = looks(
    [2, 1, { kind: 'date', shown: '6月1日' }],
    [2, 2, { kind: 'date', shown: '6月1日' }],
    [3, 1, { kind: 'unworked' }],
    [3, 2, { kind: 'date', shown: '6月1日' }],
  );

  test('a word that became a day, and a formula that nobody worked out, keep their rows out by name; days where days belong do not', () => {
    const found = recognize(rows, { looks: dated });
    expect(taken(found)).toEqual([4]);
    expect(
      doubtProblems(found, 'Units', 'S').map(({ row, code, column, found: what }) => [row, code, column, what]),
    ).toEqual([
      [2, 'became-date', '联络员', '6月1日'],
      [3, 'unworked-formula', '联络员', ''],
    ]);
  });

  test('hidden rows, and all rows of a hidden sheet, are asked about', () => {
    const row = recognize(rows, { hiddenRows: new Set([2, 3]) });
    expect(taken(row)).toEqual([4]);
    expect(doubtProblems(row, 'Units', 'S').map(({ code }) => code)).toEqual(['hidden-row', 'hidden-row']);
    expect(taken(recognize(rows, { hidden: true }))).toEqual([]);
  });

  test('every filled row is in exactly one list', () => {
    const mixed = [
      ['名单'],
      ['单位名称', '联络员'],
      [],
      ['甲镇', '张'],
      ['小计', 1],
      ['乙镇', 44348],
      ['丙镇', '王'],
      ['丁镇', '赵'],
    ];
    const found = recognize(mixed, {
      looks: looks([6, 1, { kind: 'date', shown: '6月1日' }]),
      leaveOut: new Set([7]),
      hiddenRows: new Set([8]),
    });
    const all = [
      ...found.silent,
      ...found.skipped.map(({ rowNumber }) => rowNumber),
      ...[...found.dataRows, ...found.doubtful, ...found.leftOut].map(({ rowNumber }) => rowNumber),
    ].sort((a, b) => a - b);
    expect(all).toEqual([1, 2, 4, 5, 6, 7, 8]);
  });
});

describe('a useless file says so once', () => {
  test.each([
    [
      'seven sheets without a header',
      Array.from({ length: 7 }, (_sheet, at) => [`S${at}`, [['甲'], ['乙']]] as const),
      'no-header',
    ],
    ['a header and nothing below', [['名单', [['单位名称', '联络员']]] as const], 'no-rows'],
    [
      'a header and totals',
      [
        [
          '名单',
          [
            ['单位名称', '联络员'],
            ['合计', 0],
          ],
        ] as const,
      ],
      'no-rows',
    ],
    ['nothing at all', [], 'no-header'],
  ])('%s', (_title, sheets, code) => {
    const found = recognizeSheets(
      sheets.map(([name, rows]) => ({ name, rows })),
      COLUMNS,
      'Units',
    );
    expect(found.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
