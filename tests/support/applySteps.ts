// Carries the steps of a decision out on a snapshot, so that a second decision can be taken on the result. Formulas give ''.
import type { CellWrite, PlanStep } from '../../src/workbook/plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';

const valueOf = (cell: CellWrite): CellValue => (cell === null || typeof cell === 'object' ? '' : cell);
const formulaOf = (cell: CellWrite): CellValue => (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell);

function isEmptyTable({ values }: TableSnapshot): boolean {
  return values.length === 1 && (values[0] ?? []).every((cell) => cell === '');
}

function applyOne(table: TableSnapshot, step: PlanStep): TableSnapshot {
  if (step.kind === 'updateRows') {
    const put = (cells: TableSnapshot['values'], read: (cell: CellWrite) => CellValue): CellValue[][] =>
      cells.map((row, r) => row.map((cell, c) => {
        const write = step.cells[r]?.[c] ?? null;
        return write === null ? cell : read(write);
      }));
    return { ...table, values: put(table.values, valueOf), formulas: put(table.formulas, formulaOf) };
  }
  if (step.kind === 'appendRows') {
    const empty = isEmptyTable(table);
    return {
      ...table,
      values: [...(empty ? [] : table.values), ...step.rows.map((row) => row.map(valueOf))],
      formulas: [...(empty ? [] : table.formulas), ...step.rows.map((row) => row.map(formulaOf))],
    };
  }
  return table;
}

/** Tables only: updated and appended rows. */
export function applySteps(snapshot: WorkbookSnapshot, steps: readonly PlanStep[]): WorkbookSnapshot {
  const tables: Record<string, TableSnapshot> = { ...snapshot.tables };
  for (const step of steps) {
    if (step.kind !== 'updateRows' && step.kind !== 'appendRows') continue;
    const table = tables[step.table];
    if (!table) throw new Error(`no table ${step.table}`);
    tables[step.table] = applyOne(table, step);
  }
  return { ...snapshot, tables };
}
