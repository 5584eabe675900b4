// Which new sheets have to be made together: those whose formulas speak of each other's tables. All others can be finished one by one,
// so that a large job that is cut keeps what it has finished. Knows no Excel.
import type { PlanStep } from '../workbook/contract/plan';
import { formulaOf } from './cellText';

/** A sheet that is made as a whole. */
export type SheetStep = Extract<PlanStep, { kind: 'addSheet' | 'replaceSheet' }>;

/** Whether a step makes a whole sheet. */
export function isSheetStep(step: PlanStep): step is SheetStep {
  return step.kind === 'addSheet' || step.kind === 'replaceSheet';
}

/** Every formula of the sheet, each once. */
function formulasOf({ sheet }: SheetStep): string[] {
  const formulas = new Set<string>();
  for (const block of sheet.blocks) {
    for (const line of block.cells)
      for (const cell of line) if (typeof cell === 'object' && cell !== null) formulas.add(formulaOf(cell) ?? '');
  }
  return [...formulas];
}

/** True when a formula names one of the tables. */
export function speaksOf(formulas: readonly string[], tables: readonly string[]): boolean {
  return tables.some((table) => formulas.some((formula) => formula.includes(`${table}[`)));
}

/**
 * The sheet steps in their order, cut wherever nothing before the cut speaks of a table that comes after it.
 * Example: score sheets, each of which knows only itself, and the standings, which know them all: every sheet is a unit.
 */
export function sheetUnits(steps: readonly PlanStep[]): SheetStep[][] {
  const sheets = steps.filter(isSheetStep);
  // Names may stand in any formula, and are made when all tables are there.
  if (steps.some((step) => step.kind === 'names' && !step.last)) return sheets.length > 0 ? [sheets] : [];
  const tables = sheets.map(({ sheet }) => sheet.table?.name);
  const units: SheetStep[][] = [];
  let open: SheetStep[] = [];
  let formulas: string[] = [];
  sheets.forEach((step, index) => {
    open.push(step);
    formulas = [...formulas, ...formulasOf(step)];
    if (
      speaksOf(
        formulas,
        tables.slice(index + 1).filter((name) => name !== undefined),
      )
    )
      return;
    units.push(open);
    open = [];
    formulas = [];
  });
  return units;
}
