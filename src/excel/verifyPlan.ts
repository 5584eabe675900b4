// Reads back what a plan wrote, in one sync, and says which tables or sheets hold something else.
import type { Problem } from '../core/problem';
import { text } from '../core/text';
import type { CellWrite, WritePlan } from '../workbook/plan';
import type { CellValue, WorkbookSnapshot } from '../workbook/snapshot';
import { createBudget, cutRows } from './budget';
import { firstNewRow } from './growTable';
import type { Sync } from './sync';

interface Check {
  readonly place: string;
  readonly range: Excel.Range;
  readonly expected: readonly (readonly CellWrite[])[];
  /** First row of the piece in its block. */
  readonly from: number;
}

function same(expected: CellWrite, found: CellValue | undefined): boolean {
  if (expected === null || typeof expected === 'object') return true;
  if (typeof expected === 'number') return typeof found === 'number' && Math.abs(found - expected) <= Math.abs(expected) * 1e-12;
  return expected === found;
}

function firstDifference(check: Check): Problem | null {
  const found = check.range.values as CellValue[][];
  for (const [i, row] of check.expected.entries()) {
    for (const [j, cell] of row.entries()) {
      if (same(cell, found[i]?.[j])) continue;
      return {
        code: 'not-kept', table: check.place, row: check.from + i + 1, column: String(j + 1), expected: text(String(cell), String(cell)), found: String(found[i]?.[j] ?? ''),
        message: text(
          `“${check.place}”第 ${check.from + i + 1} 行第 ${j + 1} 列写入后读回不一致：可能有人同时排序、删除或填写。请再运行一次。`,
          `“${check.place}”, row ${check.from + i + 1}, column ${j + 1} reads back differently: somebody may have sorted, deleted or typed meanwhile. Please run it again.`,
        ),
      };
    }
  }
  return null;
}

/** One sync; more only when what was written is too large for one answer. */
export async function verifyPlan(context: Excel.RequestContext, plan: WritePlan, basis: WorkbookSnapshot, sync: Sync): Promise<Problem[]> {
  const budget = createBudget(context, sync);
  const checks: Check[] = [];
  const { worksheets } = context.workbook;
  const cells = async (sheet: string, row: number, column: number, expected: readonly (readonly CellWrite[])[], place: string): Promise<void> => {
    const literals = expected.map((line) => line.map((cell) => (typeof cell === 'object' ? null : cell)));
    for (const piece of cutRows(literals)) {
      await budget.spend(piece.characters);
      const range = worksheets.getItem(sheet).getRangeByIndexes(row + piece.from, column, piece.rows.length, piece.rows[0]?.length ?? 1).load('values');
      checks.push({ place, range, expected: piece.rows, from: piece.from });
    }
  };
  for (const step of plan.steps) {
    if (step.kind === 'addSheet' || step.kind === 'replaceSheet') {
      for (const block of step.sheet.blocks) await cells(step.sheet.name, block.row, block.column, block.cells, step.sheet.name);
    } else if (step.kind === 'addColumns' || step.kind === 'renameColumns') {
      const table = basis.tables[step.table];
      if (table) await cells(table.sheet, table.top, table.left, [table.headers], table.name);
    } else if (step.kind === 'updateRows' || step.kind === 'appendRows') {
      const table = basis.tables[step.table];
      if (!table) continue;
      if (step.kind === 'updateRows') await cells(table.sheet, table.top + 1, table.left, step.cells, table.name);
      else await cells(table.sheet, firstNewRow(table), table.left, step.rows, table.name);
    }
  }
  await sync(context);
  return checks.map(firstDifference).filter((problem) => problem !== null);
}
