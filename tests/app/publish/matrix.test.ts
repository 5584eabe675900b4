import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideMatrix } from '../../../src/app/publish/matrix';
import { MATRIX } from '../../../src/app/publish/matrixJob';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import { withoutLiveCells } from '../../../src/workbook/sheets/matrixLive';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { newCampaignHost } from '../../support/campaignHost';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-08 09:00';

function sheetOf(snapshot: WorkbookSnapshot): SheetPlan {
  const step = decideMatrix(situationOf(snapshot, NOW)).steps.find(({ kind }) => kind === 'addSheet');
  if (step?.kind !== 'addSheet') throw new Error('no sheet');
  return step.sheet;
}

let calculated: WorkbookSnapshot;

beforeAll(async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  const report = await MATRIX.perform(host.deps, {}, 'write');
  if (report.stopped) throw new Error(report.message.en);
  await host.host.calculateNow();
  calculated = await host.port.read({ tables: ['*'], sheets: ['报送矩阵'] });
}, 120_000);

/** The workbook with the matrix in it as the engine shows it, then as somebody edited it. */
function shown(edit: (cells: CellValue[][]) => void = () => undefined): WorkbookSnapshot {
  const sheets = calculated.sheets.map((sheet) => {
    if (sheet.name !== '报送矩阵') return sheet;
    const cells = (sheet.values ?? []).map((row) => [...row]);
    edit(cells);
    return { ...sheet, values: cells };
  });
  return { ...calculated, sheets };
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
    const signs = sheet.conditionals?.filter(({ formula }) => !formula.includes('ISFORMULA(')) ?? [];
    expect(signs.length).toBeGreaterThan(0);
    expect(signs.every(({ formula }) => formula.startsWith('=EXACT('))).toBe(true);
  });

  it('is replaced when nobody typed in it, however its live cells have changed', () => {
    const { notices, steps } = decideMatrix(situationOf(shown(), NOW));
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
      expect(decideMatrix(situationOf(shown(typing), NOW)).notices?.map(({ code }) => code)).toEqual(['sheet-kept']);
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
      const { notices, steps } = decideMatrix(situationOf(shown(typing), NOW));
      expect(notices?.map(({ code }) => code)).toEqual(['sheet-kept']);
      expect(steps.some((step) => step.kind === 'replaceSheet' && step.keepAs !== undefined)).toBe(true);
    }
  });

  it('is replaced where somebody typed what the formula shows: nothing is lost', () => {
    const same = (rows: CellValue[][]): void => {
      (rows[6] ?? [])[2] = '▲';
    };
    expect(decideMatrix(situationOf(shown(same), NOW)).notices).toEqual([]);
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
