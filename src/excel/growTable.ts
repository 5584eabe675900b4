// Adds rows to a table. The one place that uses a member above ExcelApi 1.9 (Table.resize, 1.13), guarded, with a fall-back.
import type { PlanStep } from '../workbook/plan';
import type { TableSnapshot } from '../workbook/snapshot';
import type { Budget } from './budget';
import { hasFormula } from './cellText';
import { setFormulas, setNumberFormat, writeLiterals } from './writeSheet';

export type AppendStep = Extract<PlanStep, { kind: 'appendRows' }>;

/** A table without data has one row that holds nothing but formulas. */
export function isEmptyTable(table: TableSnapshot): boolean {
  const [only] = table.formulas;
  return table.values.length === 1 && (only ?? []).every((cell) => cell === '' || (typeof cell === 'string' && cell.startsWith('=')));
}

/** 0-based sheet row where the first new row goes. */
export function firstNewRow(table: TableSnapshot): number {
  return table.top + 1 + (isEmptyTable(table) ? 0 : table.values.length);
}

export async function growTable(sheet: Excel.Worksheet, step: AppendStep, basis: TableSnapshot, isSetSupported: (version: string) => boolean, budget: Budget): Promise<void> {
  const table = sheet.tables.getItem(step.table);
  const start = firstNewRow(basis);
  const width = basis.headers.length;
  const reused = isEmptyTable(basis) ? 1 : 0;
  const added = step.rows.length - reused;
  if (added > 0) {
    if (isSetSupported('1.13')) {
      const bottom = basis.top + 1 + basis.values.length;
      if (basis.crowded) sheet.getRangeByIndexes(bottom, basis.left, added, width).insert('Down');
      table.resize(sheet.getRangeByIndexes(basis.top, basis.left, 1 + basis.values.length + added, width));
    } else {
      table.rows.add(undefined, Array.from({ length: added }, () => Array.from({ length: width }, () => '')));
    }
  }
  if (added > 0) {
    const look = sheet.getRangeByIndexes(basis.top + 1, basis.left, 1, width);
    sheet.getRangeByIndexes(start + reused, basis.left, added, width).copyFrom(look, 'Formats');
  }
  (step.formats ?? []).forEach((format, column) => {
    if (format !== null) setNumberFormat(sheet.getRangeByIndexes(start, basis.left + column, step.rows.length, 1), format);
  });
  await writeLiterals(sheet, start, basis.left, step.rows, budget);
  if (hasFormula(step.rows)) setFormulas(sheet, start, basis.left, step.rows);
}
