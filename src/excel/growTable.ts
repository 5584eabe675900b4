// Adds rows to a table. The one place that uses a member above ExcelApi 1.9 (Table.resize, 1.13), guarded, with a fall-back.
import type { Area, PlanStep } from '../workbook/contract/plan';
import type { TableSnapshot } from '../workbook/contract/snapshot';
import { cutRows, type Budget } from './budget';
import { literalOf } from './cellText';
import { joinedFormats } from './formatRuns';
import type { Pen } from './pen';
import { setFormat, setFormulas, setNumberFormat, writeLiterals } from './writeSheet';

export type AppendStep = Extract<PlanStep, { kind: 'appendRows' }>;

/** Rows and the room for them belong in one request: both are paid for at once. */
const PAID: Budget = { spend: () => Promise.resolve() };

/** Bytes of the orders that make room for rows and dress them. */
const BYTES_PER_GROWTH = 25_000;

/** A table without data has one row that holds nothing but formulas. */
function isEmptyTable(table: TableSnapshot): boolean {
  const [only] = table.formulas;
  return (
    table.values.length === 1 &&
    (only ?? []).every((cell) => cell === '' || (typeof cell === 'string' && cell.startsWith('=')))
  );
}

/** 0-based sheet row where the first new row goes. */
export function firstNewRow(table: TableSnapshot): number {
  return table.top + 1 + (isEmptyTable(table) ? 0 : table.values.length);
}

/** Neighbouring rows of one height as one order. */
function heightRuns(heights: readonly (number | null)[]): { from: number; rows: number; height: number }[] {
  const runs: { from: number; rows: number; height: number }[] = [];
  heights.forEach((height, row) => {
    const last = runs[runs.length - 1];
    if (height === null) return;
    if (last && last.height === height && last.from + last.rows === row) last.rows += 1;
    else runs.push({ from: row, rows: 1, height });
  });
  return runs;
}

/**
 * By the look of the columns, not as a copy of another row: pasted formats bring conditional formats and quote prefixes along, a few more
 * with every row that comes (the table's own rules reach below it anyway).
 */
function dressRows(sheet: Excel.Worksheet, { looks, body }: AppendStep, area: Area): void {
  if (body) setFormat(sheet, area, body);
  const runs = (looks ?? []).flatMap((format, column) =>
    format === null ? [] : [{ area: { ...area, column: area.column + column, columns: 1 }, format }],
  );
  for (const run of joinedFormats(runs)) setFormat(sheet, run.area, run.format);
}

/** Grows and fills piece by piece: a job that is cut leaves whole rows, never empty ones. */
export async function growTable(
  { isSetSupported, budget }: Pen,
  sheet: Excel.Worksheet,
  step: AppendStep,
  basis: TableSnapshot,
): Promise<void> {
  const table = sheet.tables.getItem(step.table);
  const width = basis.headers.length;
  const start = firstNewRow(basis);
  const bottom = basis.top + 1 + basis.values.length;
  for (const piece of cutRows(step.rows, (row) => row.map(literalOf))) {
    await budget.spend(piece.bytes + BYTES_PER_GROWTH);
    const first = start + piece.from;
    const end = first + piece.rows.length;
    const old = Math.max(bottom, first);
    if (end > old) {
      if (isSetSupported('1.13')) {
        if (basis.crowded) sheet.getRangeByIndexes(old, basis.left, end - old, width).insert('Down');
        table.resize(sheet.getRangeByIndexes(basis.top, basis.left, end - basis.top, width));
      } else {
        // With their words: rows that are empty at the end may stay outside of the table (office-js #3191).
        table.rows.add(
          undefined,
          piece.rows.slice(old - first).map((row) => row.map((cell) => literalOf(cell) ?? '')),
        );
      }
      dressRows(sheet, step, { row: old, column: basis.left, rows: end - old, columns: width });
    }
    (step.formats ?? []).forEach((format, column) => {
      if (format !== null)
        setNumberFormat(sheet.getRangeByIndexes(first, basis.left + column, piece.rows.length, 1), format);
    });
    for (const { from, rows, height } of heightRuns(
      (step.heights ?? []).slice(piece.from, piece.from + piece.rows.length),
    )) {
      sheet.getRangeByIndexes(first + from, 0, rows, 1).getEntireRow().format.rowHeight = height;
    }
    await writeLiterals(sheet, first, basis.left, piece.rows, PAID);
    await setFormulas(sheet, first, basis.left, piece.rows, PAID);
  }
}
