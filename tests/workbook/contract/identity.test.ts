// What names a row: the constants of its key, else all that was typed; never its place, never a formula.
import { nameAt, namedRows } from '../../../src/workbook/contract/identity';
import { settle } from '../../../src/workbook/contract/settle';
import type { PlanStep } from '../../../src/workbook/contract/plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';

const table = (values: CellValue[][]): TableSnapshot => ({
  name: 'Units',
  sheet: '单位名册',
  top: 3,
  left: 0,
  headers: ['编号', '名称', '电话'],
  values,
  formulas: values,
  filtered: false,
  crowded: false,
});
const book = (values: CellValue[][]): WorkbookSnapshot => ({ sheets: [], names: {}, tables: { Units: table(values) } });
const BY = { key: [0], inputs: [0, 1, 2] };
const ROWS = [
  ['U01', '西渡镇', '1'],
  ['U02', '集兵镇', '2'],
  ['', '渣江镇', '3'],
];
const phone = (index: number, value: string): Extract<PlanStep, { kind: 'updateRows' }> => ({
  kind: 'updateRows',
  table: 'Units',
  cells: ROWS.map((row, at) => row.map((_, place) => (at === index && place === 2 ? value : null))),
  by: BY,
});

test('a row with an id is named by it; one without by everything typed in it', () => {
  expect(namedRows(phone(1, '9'), table(ROWS)).places).toEqual([0]);
  expect(namedRows(phone(2, '9'), table(ROWS)).places).toEqual([0, 1, 2]);
});

test('two rows that nothing tells apart are alike; they are not when both get the same', () => {
  const twice = table([ROWS[2] ?? [], ROWS[2] ?? []]);
  const one = {
    cells: [
      [null, null, '9'],
      [null, null, null],
    ],
    by: BY,
  };
  const both = {
    cells: [
      [null, null, '9'],
      [null, null, '9'],
    ],
    by: BY,
  };
  expect(namedRows(one, twice).alike).toEqual([0]);
  expect(namedRows(both, twice).alike).toEqual([]);
});

test('a cell that becomes a formula names nothing', () => {
  const step = { cells: [[{ formula: '=1' }, null, null], ...ROWS.slice(1).map(() => [null, null, null])], by: BY };
  expect(namedRows(step, table(ROWS)).places).toEqual([1, 2]);
});

test('what landed is kept wherever its row stands now', () => {
  const now = [['U02', '集兵镇', '9'], ROWS[2] ?? [], ROWS[0] ?? []];
  expect(settle([phone(1, '9')], book(ROWS), [], book(now), 'Log')).toEqual({ kept: true, putBack: [] });
});

test('what landed in another row gets back what stood there, and is not kept', () => {
  const { kept, putBack } = settle(
    [phone(1, '9')],
    book(ROWS),
    [],
    book([ROWS[1] ?? [], ['U01', '西渡镇', '9']]),
    'Log',
  );
  expect(kept).toBe(false);
  expect(putBack).toEqual([
    expect.objectContaining({
      cells: [
        [null, null, null],
        [null, null, '1'],
      ],
    }),
  ]);
});

test('what somebody has typed over what was written stays theirs', () => {
  const now = [ROWS[0] ?? [], ['U02', '集兵镇', '手写'], ROWS[2] ?? []];
  expect(settle([phone(1, '9')], book(ROWS), [], book(now), 'Log')).toEqual({ kept: true, putBack: [] });
});

test('a new row whose id is there twice is emptied again, the later of the two', () => {
  const step: PlanStep = { kind: 'appendRows', table: 'Units', rows: [['U03', '曲兰镇', '4']], unique: [0] };
  const now = [...ROWS, ['U03', '别人的', '5'], ['U03', '曲兰镇', '4']];
  const { kept, putBack } = settle([step], book(ROWS), [], book(now), 'Log');
  expect(kept).toBe(false);
  expect(putBack).toEqual([
    expect.objectContaining({
      cells: [...ROWS, ROWS[0] ?? []].map(() => [null, null, null]).concat([['', '', '']] as never),
    }),
  ]);
});

test('where rows moved by one and each holds what was meant for the next, all of it goes back', () => {
  const rows = [
    ['U01', '西渡镇', 'a'],
    ['U02', '集兵镇', 'b'],
    ['U03', '渣江镇', 'c'],
  ];
  const step: PlanStep = {
    kind: 'updateRows',
    table: 'Units',
    cells: [
      [null, null, '1'],
      [null, null, '2'],
      [null, null, '3'],
    ],
    by: { key: [0], inputs: [0, 1, 2] },
  };
  // A colleague put a row in above U01 between the look and the write.
  const seen = [
    { table: 'Units', name: '', cells: new Map([[2, '']]) },
    { table: 'Units', name: nameAt(['U01'], [0]), cells: new Map([[2, 'a']]) },
    { table: 'Units', name: nameAt(['U02'], [0]), cells: new Map([[2, 'b']]) },
  ];
  const now = book([
    ['', '', '1'],
    ['U01', '西渡镇', '2'],
    ['U02', '集兵镇', '3'],
    ['U03', '渣江镇', 'c'],
  ]);
  // Where no row moved, a word that another row was given is what somebody typed.
  const unmoved = rows.map(([id = '', , phone = '']) => ({
    table: 'Units',
    name: nameAt([id], [0]),
    cells: new Map([[2, phone]]),
  }));
  const typed = book(rows.map(([id = '', name = ''], at) => [id, name, at === 1 ? '3' : String(at + 1)]));
  expect(
    settle([step], book(rows), unmoved, typed, 'Log').putBack.flatMap((back) =>
      'cells' in back ? [back.cells[1]] : [],
    ),
  ).not.toContainEqual([null, null, 'b']);
  const { kept, putBack } = settle([step], book(rows), seen, now, 'Log');
  expect(kept).toBe(false);
  expect(putBack).toMatchObject([
    {
      cells: [
        [null, null, ''],
        [null, null, 'a'],
        [null, null, 'b'],
        [null, null, null],
      ],
    },
  ]);
});
