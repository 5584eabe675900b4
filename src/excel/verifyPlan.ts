// Reads back what a plan wrote, in one sync, and says which tables or sheets hold something else and which charts are missing.
import type { Problem } from '../core/ground/problem';
import { text } from '../core/ground/text';
import type { CellWrite, WritePlan } from '../workbook/contract/plan';
import type { CellValue, WorkbookSnapshot } from '../workbook/contract/snapshot';
import type { TellProgress } from '../workbook/contract/port';
import { createBudget, cutRows } from './budget';
import { runsOf } from './cellRuns';
import { checkEmptied } from './clearAway';
import type { Pen } from './pen';
import type { Sync } from './sync';
import type { Check, Fault } from './witness';
import { sameValue } from './witness';
import { checkCharts } from './writeCharts';

/** Bytes of the answer's wrapping, and of results of formulas that stand between. */
const BYTES_PER_ANSWER = 1_000;

interface Block {
  readonly place: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly expected: readonly (readonly CellWrite[])[];
  /** Place of the piece in its block. */
  readonly from: number;
  readonly left: number;
  readonly bytes: number;
}

function same(expected: CellWrite, found: CellValue | undefined): boolean {
  if (expected === null || typeof expected === 'object') return true;
  return sameValue(expected, found);
}

function firstDifference(check: Block, found: readonly (readonly CellValue[])[]): Problem | null {
  for (const [i, row] of check.expected.entries()) {
    for (const [j, cell] of row.entries()) {
      if (same(cell, found[i]?.[j])) continue;
      return {
        code: 'not-kept',
        table: check.place,
        row: check.from + i + 1,
        column: String(check.left + j + 1),
        expected: text(String(cell), String(cell)),
        found: String(found[i]?.[j] ?? ''),
        message: text(
          `“${check.place}”第 ${check.from + i + 1} 行第 ${check.left + j + 1} 列写入后读回不一致：可能有人同时排序、删除或填写。请再运行一次。`,
          `“${check.place}”, row ${check.from + i + 1}, column ${check.left + j + 1} reads back differently: somebody may have sorted, deleted or typed meanwhile. Please run it again.`,
        ),
      };
    }
  }
  return null;
}

/** The parts of a block whose literals are to be found again, in pieces that one answer can hold. */
function checksOf(
  place: string,
  sheet: string,
  row: number,
  column: number,
  block: readonly (readonly CellWrite[])[],
): Block[] {
  const runs = runsOf(block.map((line) => line.map((cell) => (typeof cell === 'object' ? null : cell))));
  return runs.flatMap((run) =>
    cutRows(run.cells).map(({ from, rows, bytes }): Block => ({
      place,
      sheet,
      row: row + run.row + from,
      column: column + run.column,
      expected: rows,
      from: run.row + from,
      left: run.column,
      bytes: bytes + BYTES_PER_ANSWER,
    })),
  );
}

function allChecks(plan: WritePlan, basis: WorkbookSnapshot): Block[] {
  return plan.steps.flatMap((step): Block[] => {
    if (step.kind === 'addSheet' || step.kind === 'replaceSheet') {
      return step.sheet.blocks.flatMap((block) =>
        checksOf(step.sheet.name, step.sheet.name, block.row, block.column, block.cells),
      );
    }
    const table = 'table' in step ? basis.tables[step.table] : undefined;
    if (!table) return [];
    if (step.kind === 'addColumns' || step.kind === 'renameColumns')
      return checksOf(table.name, table.sheet, table.top, table.left, [table.headers]);
    return [];
  });
}

/** What the workbook holds after writing, beside the plan. */
export interface Verdict {
  /** Made sheets and columns that hold something else, charts that are missing. */
  readonly problems: readonly Problem[];
  /** Cells and rows of tables that are not what the plan meant. */
  readonly faults: readonly Fault[];
}

/** One sync; more only when what was written is too large for one answer. */
export async function verifyPlan(
  { context, isSetSupported }: Pen,
  plan: WritePlan,
  basis: WorkbookSnapshot,
  written: readonly Check[],
  sync: Sync,
  tell: TellProgress,
): Promise<Verdict> {
  // While calculation was suspended nothing was worked out; Office.js leaves it to the add-in to catch up.
  context.application.calculate('Recalculate');
  const checks = allChecks(plan, basis);
  let done = 0;
  const send = (): Promise<void> => {
    tell({ doing: 'verify', done, of: checks.length + written.length });
    return sync(context);
  };
  const budget = createBudget(send);
  const found: { check: Block; range: Excel.Range }[] = [];
  for (const [index, check] of checks.entries()) {
    await budget.spend(check.bytes);
    done = index + 1;
    const { sheet, row, column, expected } = check;
    found.push({
      check,
      range: context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(row, column, expected.length, expected[0]?.length ?? 1)
        .load('values'),
    });
  }
  for (const [index, check] of written.entries()) {
    await budget.spend(check.bytes);
    done = checks.length + index + 1;
    check.ask();
  }
  const withoutChart = checkCharts(context, plan, isSetSupported);
  const notEmptied = checkEmptied(context, plan.steps);
  await send();
  const problems = [
    ...found
      .map(({ check, range }) => firstDifference(check, range.values as CellValue[][]))
      .filter((problem) => problem !== null),
    ...withoutChart(),
    ...notEmptied(),
  ];
  return { problems, faults: written.flatMap((check) => check.faults()) };
}
