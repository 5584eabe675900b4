// Leaving rows out and reading cells otherwise, before anything is understood of them.
import { recognizeTable } from '../../../src/core/import/recognizeTable';
import { requestedSheets, requestOutcome, type RowName } from '../../../src/core/import/rowRequests';
import type { SheetRows } from '../../../src/core/import/sheetRows';
import { sourceTable, type SourceTable } from '../../../src/core/import/sourceTable';

const COLUMNS = [
  { key: 'unit', headers: ['单位'], required: true },
  { key: 'time', headers: ['时间'], required: false },
];
const LIST: SheetRows = {
  name: '名单',
  rows: [['2021年名单'], ['单位', '时间'], ['甲', 44354.75], ['乙', '6月8日'], [null, null], ['丙', null], ['合计', 3]],
};
const OTHER: SheetRows = { name: '说明', rows: [['请于周五前填报']] };
const row = (from: number, sheet: string | null = '名单', to = from): RowName => ({
  sheet,
  from,
  to,
  written: `${sheet ?? ''}!${from}`,
});

function sourceOf(sheets: readonly SheetRows[]): SourceTable[] {
  return sheets.flatMap((sheet) => {
    const table = recognizeTable(sheet.rows, COLUMNS, sheet);
    return 'problem' in table ? [] : [sourceTable(sheet.name, table, ['time'])];
  });
}

const codes = (problems: readonly { readonly code: string; readonly row?: string | number }[]): unknown[] =>
  problems.map(({ code, row: at }) => [code, at]);

describe('rows of a source that are asked about', () => {
  it('stand apart from the data when they are left out, and every other row stays', () => {
    const asked = requestedSheets([LIST, OTHER], { skip: [row(4)] });
    const [table] = sourceOf(asked.sheets);
    expect(table?.rows.map((each) => [each.row, each.leftOut])).toEqual([
      [3, false],
      [4, true],
      [6, false],
    ]);
    expect(requestOutcome(asked, sourceOf(asked.sheets), 'Units')).toMatchObject({
      problems: [],
      notices: [{ code: 'left-out-on-request', sheet: '名单', row: 4, found: '乙 6月8日' }],
    });
  });

  it('read as the mended value, wherever the cell stood empty before or held something', () => {
    const asked = requestedSheets([LIST], {
      mend: [
        { sheet: '名单', row: 6, column: 1, value: '6月9日', written: '名单!B6' },
        { sheet: null, row: 4, column: 0, value: '乙局', written: 'A4' },
      ],
    });
    expect(asked.sheets[0]?.rows.slice(3, 6)).toEqual([
      ['乙局', '6月8日'],
      [null, null],
      ['丙', '6月9日'],
    ]);
    expect(LIST.rows[3]).toEqual(['乙', '6月8日']);
    const { notices } = requestOutcome(asked, sourceOf(asked.sheets), 'Units');
    expect(notices.map(({ code, row: at, column, found, expected }) => [code, at, column, found, expected.zh])).toEqual(
      [
        ['mended-by-hand', 6, '时间', '', '6月9日'],
        ['mended-by-hand', 4, '单位', '乙', '乙局'],
      ],
    );
    expect(notices.map(({ message }) => message.zh)).toEqual([
      '文件里是空白，按您的改正读作“6月9日”。',
      '文件里写的是“乙”，按您的改正读作“乙局”。',
    ]);
  });

  it('are named with what there is when they do not exist: blank, above the data, below it, on no sheet', () => {
    const outcome = (skip: readonly RowName[]) => {
      const asked = requestedSheets([LIST, OTHER], { skip });
      return requestOutcome(asked, sourceOf(asked.sheets), 'Units').problems;
    };
    expect(codes(outcome([row(5), row(2), row(99), row(1, '说明')]))).toEqual([
      ['no-such-row', undefined],
      ['no-such-row', undefined],
      ['no-such-row', undefined],
      ['no-such-row', undefined],
    ]);
    expect(outcome([row(99)])[0]?.message.zh).toBe(
      '没有“名单!99”这一行数据：工作表“名单”的数据在第 3–6 行，请核对行号。',
    );
    expect(outcome([row(99)])[0]?.message.en).toBe(
      'There is no row of data “名单!99”: sheet “名单” has its data in rows 3–6; check the number.',
    );
    expect(outcome([row(1, '说明')])[0]?.message.zh).toContain('没有可导入的数据行');
    expect(outcome([row(4, '表一')])[0]).toMatchObject({
      code: 'no-such-sheet',
      found: '表一',
      expected: { zh: '名单、说明' },
    });
    expect(outcome([row(4, null)])[0]).toMatchObject({ code: 'row-needs-sheet', found: '!4' });
    expect(outcome([row(3, '名单', 1_048_576), row(7)])).toEqual([]);
  });

  it('may leave the sheet unsaid when only one holds anything', () => {
    const asked = requestedSheets([LIST, { name: 'Sheet2', rows: [[null]] }], { skip: [row(3, null)] });
    expect(asked).toMatchObject({ problems: [], skips: [{ sheet: '名单' }] });
  });

  it('read like dates where the column is one', () => {
    expect(sourceOf([LIST])[0]?.rows[0]?.cells).toEqual(['甲', '2021-06-07 18:00']);
  });

  it('are the very sheets when nothing is asked', () => {
    expect(requestedSheets([LIST], {}).sheets[0]).toBe(LIST);
  });
});
