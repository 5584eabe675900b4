// A table without its rows, as a plan step: one row stays, blank or with a record. Columns that people added stay, and their formulas.
import type { CellWrite, PlanStep } from './plan';
import { locateColumns } from './rows';
import { rowWriter, type RowRecord } from './sheetOf';
import type { TableSnapshot } from './snapshot';
import type { FormulaWords, TableSpec } from './spec';

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

/** The formulas of the spec stand in the row that is left; what people typed in columns of their own goes with its row. */
export function emptyTable<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  words: FormulaWords,
  record: RowRecord<NoInfer<K>> = {},
): PlanStep {
  const places = locateColumns(spec, table);
  const cells = rowWriter(spec, words)(record);
  const row = table.headers.map((_, place): CellWrite => (isFormula(table.formulas[0]?.[place]) ? null : ''));
  spec.columns.forEach(({ key }, index) => {
    const place = places.get(key) ?? -1;
    if (place >= 0) row[place] = cells[index] ?? '';
  });
  return { kind: 'emptyTable', table: spec.name, row };
}
