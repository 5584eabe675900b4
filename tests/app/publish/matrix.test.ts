import { describe, expect, it } from '@jest/globals';
import { decideMatrix } from '../../../src/app/publish/matrix';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import type { ColumnKeys } from '../../../src/workbook/contract/spec';
import { valuesAt, pairsOf } from '../../../src/app/collect/trackerValues';
import { withoutLiveCells } from '../../../src/workbook/sheets/matrixLive';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { locateColumns, readRows, type RowOf } from '../../../src/workbook/contract/rows';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { applySteps } from '../../support/applySteps';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-08 09:00';

function sheetOf(snapshot: WorkbookSnapshot): SheetPlan {
  const step = decideMatrix(situationOf(snapshot, NOW)).steps.find(({ kind }) => kind === 'addSheet');
  if (step?.kind !== 'addSheet') throw new Error('no sheet');
  return step.sheet;
}

/** The snapshot with the tracker's formulas worked out. */
function worked(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const situation = situationOf(snapshot, NOW);
  const table = snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  const places = locateColumns(TRACKER, table);
  const wanted = valuesAt(situation, pairsOf(table), situation.campaign.requirements, situation.asOf);
  const values = table.values.map((cells) => {
    const shownCells = [...cells];
    for (const [key, value] of Object.entries(
      wanted.get(`${cells[places.get('unitId') ?? -1]} ${cells[places.get('requirementId') ?? -1]}`) ?? {},
    ))
      shownCells[places.get(key as ColumnKeys['Tracker']) ?? -1] = value;
    return shownCells;
  });
  return { ...snapshot, tables: { ...snapshot.tables, Tracker: { ...table, values } } };
}

/** A formula of the matrix, worked out on the tracker. */
function shownBy(rows: readonly RowOf<'Tracker'>[], cells: CellValue[][], formula: string): CellValue {
  const at = (address: string): CellValue => {
    const [, letters = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
    return (
      cells[Number(row) - 1]?.[[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1] ?? ''
    );
  };
  const pair = /^=IFERROR\(INDEX\(Tracker\[记号\],MATCH\((\$A\d+)&" "&([A-Z]+\$5),/.exec(formula);
  if (pair)
    return rows.find((row) => row.text('rowKey') === `${at(pair[1] ?? '')} ${at(pair[2] ?? '')}`)?.text('sign') ?? '—';
  const sum = /^=SUM\(([A-Z]+)\$(\d+):[A-Z]+\$(\d+)\)$/.exec(formula);
  if (sum)
    return cells
      .slice(Number(sum[2]) - 1, Number(sum[3]))
      .reduce((total, _row, index) => total + Number(at(`${sum[1]}${Number(sum[2]) + index}`)), 0);
  const counts = [
    ...formula.matchAll(/COUNTIFS\((?:Tracker\[(单位编号|事项编号)\],([$A-Z0-9]+),)?Tracker\[状态\],"([^"]+)"\)/g),
  ];
  return counts.reduce(
    (total, [, header, cell = '', status]) =>
      total +
      rows.filter(
        (row) =>
          row.text('status') === status &&
          (header === undefined || row.text(header === '单位编号' ? 'unitId' : 'requirementId') === at(cell)),
      ).length,
    0,
  );
}

/** The snapshot with the matrix in it as Excel would show it, then as somebody edited it. */
function shown(snapshot: WorkbookSnapshot, edit: (cells: CellValue[][]) => void = () => undefined): WorkbookSnapshot {
  const before = worked(snapshot);
  const after = applySteps(before, decideMatrix(situationOf(before, NOW)).steps);
  const tracker = after.tables['Tracker'];
  const rows = tracker ? readRows(TRACKER, tracker) : [];
  const planned = sheetOf(before).blocks[0]?.cells ?? [];
  const cells = planned.map((row) =>
    row.map((cell): CellValue => (cell === null || typeof cell === 'object' ? '' : cell)),
  );
  planned.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell !== 'object' || cell === null) return;
      (cells[r] ?? [])[c] = cell.formula.startsWith('="截至')
        ? '截至 2021-06-08 09:00（随台账自动更新）'
        : cell.formula.includes(' ＝ ')
          ? '已报 0 ＝ 应报 198'
          : shownBy(rows, cells, cell.formula);
    }),
  );
  edit(cells);
  return {
    ...after,
    sheets: after.sheets.map((sheet) => (sheet.name === '报送矩阵' ? { ...sheet, values: cells } : sheet)),
  };
}

describe('matrix', () => {
  const sheet = sheetOf(newSnapshot());
  const cells = sheet.blocks[0]?.cells ?? [];

  it('has a live cell for every unit and item, live totals, a legend, and is A4 landscape with its head on every page', () => {
    expect(decideMatrix(situationOf(newSnapshot(), NOW)).results).toMatchObject({
      units: 45,
      requirements: 7,
      must: 198,
      reconciles: true,
    });
    expect(cells[4]?.slice(0, 4)).toEqual(['单位编号', '单位', 'T1', 'T2']);
    const unit = cells[6] ?? [];
    expect(unit.slice(0, 2)).toEqual(['U01', '西渡镇']);
    expect(unit[2]).toEqual({ formula: '=IFERROR(INDEX(Tracker[记号],MATCH($A7&" "&C$5,Tracker[行键],0)),"—")' });
    expect(unit.slice(2).every((cell) => typeof cell === 'object' && cell !== null)).toBe(true);
    expect(unit).toHaveLength(2 + 7 + 8);
    expect(cells[2]?.[0]).toBe('● 已报　△ 迟报　◇ 待审　◐ 不完整　▲ 逾期　○ 待报　免 免报　— 不需报');
    expect(sheet.page).toMatchObject({ orientation: 'Landscape', fitWide: 1, titleRows: [4, 5] });
  });

  it('colours signs by exact comparison, since programs may take one sign for another', () => {
    expect(sheet.conditionals?.every(({ formula }) => formula.startsWith('=EXACT('))).toBe(true);
  });

  it('is replaced when nobody typed in it, however its live cells have changed', () => {
    const { notices, steps } = decideMatrix(situationOf(shown(newSnapshot()), NOW));
    expect(notices).toEqual([]);
    expect(steps.some((step) => step.kind === 'replaceSheet' && step.keepAs === undefined)).toBe(true);
  });

  it('is kept when somebody typed words into it, beside it, or numbers outside of its table', () => {
    const typings: ((cells: CellValue[][]) => void)[] = [
      (rows) => {
        (rows[8] ?? [])[3] = '已电话';
      },
      (rows) => {
        (rows[8] ?? [])[20] = '13';
      },
      (rows) => {
        (rows[8] ?? [])[20] = 13;
      },
      (rows) => {
        (rows[9] ?? [])[1] = '改名镇';
      },
      (rows) => {
        rows.push(['备注']);
      },
      (rows) => {
        (rows[4] ?? [])[9] = '按时';
      },
    ];
    for (const typing of typings)
      expect(decideMatrix(situationOf(shown(newSnapshot(), typing), NOW)).notices?.map(({ code }) => code)).toEqual([
        'sheet-kept',
      ]);
  });

  it('is kept when somebody typed a sign or a number over a live cell', () => {
    const typings: ((cells: CellValue[][]) => void)[] = [
      (rows) => {
        (rows[6] ?? [])[2] = '●';
      },
      (rows) => {
        (rows[8] ?? [])[3] = '免';
      },
      (rows) => {
        (rows[8] ?? [])[10] = 99;
      },
      (rows) => {
        (rows[52] ?? [])[3] = 99;
      },
      (rows) => {
        (rows[8] ?? [])[16] = 0;
      },
    ];
    for (const typing of typings) {
      const { notices, steps } = decideMatrix(situationOf(shown(newSnapshot(), typing), NOW));
      expect(notices?.map(({ code }) => code)).toEqual(['sheet-kept']);
      expect(steps.some((step) => step.kind === 'replaceSheet' && step.keepAs !== undefined)).toBe(true);
    }
  });

  it('is replaced where somebody typed what the formula shows: nothing is lost', () => {
    const same = (rows: CellValue[][]): void => {
      (rows[6] ?? [])[2] = '▲';
    };
    expect(decideMatrix(situationOf(shown(newSnapshot(), same), NOW)).notices).toEqual([]);
  });

  it('gives a sheet without its head back whole', () => {
    const { tables } = newSnapshot();
    if (!tables['Tracker']) throw new Error('no tracker');
    expect(withoutLiveCells([['a', 1]], tables['Tracker'])).toEqual([['a', 1]]);
  });

  it('says that nothing is owed yet', () => {
    const snapshot = newSnapshot();
    const units = snapshot.tables['Units'];
    if (!units) throw new Error('no units');
    const nameless = {
      ...units,
      values: units.values.map((row) => row.map((cell, c) => (c === units.headers.indexOf('单位名称') ? '' : cell))),
    };
    expect(
      decideMatrix(situationOf({ ...snapshot, tables: { ...snapshot.tables, Units: nameless } }, NOW)),
    ).toMatchObject({ stopped: true, problems: [{ code: 'nothing-owed' }] });
  });
});
