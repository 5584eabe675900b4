// A plan as the snapshot that reading it back would give, without any Excel: formula cells hold '' as value and their text as formula.
import type { CellWrite, SheetPlan, WritePlan } from '../../src/workbook/contract/plan';
import { anchorsOf, LIVE_ID, withLiveIds } from './liveIds';
import {
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';

/** The value that reading back a written cell gives; of a formula ''. */
export const valueOf = (cell: CellWrite): CellValue => (cell === null || typeof cell === 'object' ? '' : cell);
/** What the formula bar shows of it. */
export const formulaOf = (cell: CellWrite): CellValue =>
  cell === null ? '' : typeof cell === 'object' ? cell.formula : cell;

function grid(sheet: SheetPlan): CellWrite[][] {
  const rows: CellWrite[][] = [];
  for (const block of sheet.blocks) {
    block.cells.forEach((cells, r) =>
      cells.forEach((cell, c) => {
        const row = (rows[block.row + r] ??= []);
        row[block.column + c] = cell;
      }),
    );
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
}

function tableOf(sheet: SheetPlan): TableSnapshot[] {
  if (!sheet.table) return [];
  const { name, area } = sheet.table;
  const cells = grid(sheet)
    .slice(area.row, area.row + area.rows)
    .map((row) => Array.from({ length: area.columns }, (_, c) => row[area.column + c] ?? ''));
  const [headers = [], ...body] = cells;
  return [
    {
      name,
      sheet: sheet.name,
      top: area.row,
      left: area.column,
      headers: headers.map((cell) => String(valueOf(cell))),
      values: body.map((row) => row.map(valueOf)),
      formulas: body.map((row) => row.map(formulaOf)),
      filtered: false,
      crowded: false,
    },
  ];
}

/** Sheets and names that the plan adds; the values of every sheet are there. */
export function snapshotOf(plan: WritePlan): WorkbookSnapshot {
  const sheets = plan.steps.flatMap((step) =>
    step.kind === 'addSheet' || step.kind === 'replaceSheet' ? [step.sheet] : [],
  );
  return {
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      visible: true,
      tabColor: sheet.tabColor ?? '',
      values: grid(sheet).map((row) => row.map(valueOf)),
    })),
    tables: Object.fromEntries(sheets.flatMap(tableOf).map((table) => [table.name, withLiveIds(table)])),
    names: Object.assign({}, ...plan.steps.flatMap((step) => (step.kind === 'names' ? [step.names] : []))),
  };
}

/**
 * The snapshot with rows in place of a table's body: a record by header; cells that it does not name are '' or the column's formula; an id of a unit was written with the row.
 * Example: `withRows(snapshot, 'Receipts', [{ 收件编号: 'R0001', 单位: '西渡镇' }])`.
 */
export function withRows(
  snapshot: WorkbookSnapshot,
  table: string,
  records: readonly Readonly<Record<string, CellValue>>[],
): WorkbookSnapshot {
  const former = tableCalled(snapshot.tables, table);
  if (!former) throw new Error(`no table ${table}`);
  const unknown = records.flatMap((record) => Object.keys(record)).filter((header) => !former.headers.includes(header));
  if (unknown.length > 0) throw new Error(`${table} has no column ${unknown.join(', ')}`);
  const values = records.map((record) =>
    former.headers.map((header) => ({ ...anchorsOf(record), ...record })[header] ?? ''),
  );
  const body = values.length > 0 ? values : [former.headers.map(() => '')];
  const formulas = body.map((row) =>
    row.map((cell, column) => {
      const formula = former.formulas[0]?.[column];
      return (cell === '' || former.headers[column] === LIVE_ID) &&
        typeof formula === 'string' &&
        formula.startsWith('=')
        ? formula
        : cell;
    }),
  );
  return { ...snapshot, tables: { ...snapshot.tables, [table]: { ...former, values: body, formulas } } };
}
