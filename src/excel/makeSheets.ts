// Makes the new sheets of a plan, unit by unit. A sheet stands under a name of its own until everything on it is made; then it
// takes its name and place. What an earlier, cut run left unfinished is removed first.
import type { CellWrite, PlanStep, SetAsideEnding, SheetPlan, UnfinishedPrefix } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import { bytesOf } from './budget';
import { joinedFormats } from './formatRuns';
import type { Pen } from './pen';
import type { SheetStep } from './sheetUnits';
import { neighbours, writeCells, writeFormulas, writeLook, writeTable } from './writeSheet';

const UNFINISHED: UnfinishedPrefix = '~';
const SET_ASIDE: SetAsideEnding = '_old';

/** Bytes on the wire of the orders for one of each, with its range and what Excel keeps of it: measured on the sheets of a new campaign. */
const BYTES = { format: 2_100, line: 1_150, merge: 550, validation: 1_000, conditional: 1_800, block: 1_400 } as const;

/** Bytes of the orders for the sheet itself, its table and its page, which is set when the sheet is finished. */
const BYTES_PER_SHEET = 6_000;

/** A sheet that has been added and is still to be filled. */
export interface NewSheet {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
  readonly step: SheetStep;
}

/** The name of a sheet until everything on it is made. */
export function unfinishedName(name: string): string {
  return (UNFINISHED + name).slice(0, 31);
}

/** Name of a table that is set aside while the one that replaces it is made. */
export const setAside = (table: string): string => table + SET_ASIDE;

/** Queues it for what an earlier run was cut in, before all else: the other steps know the table by its name. */
export function takeBackSheets({ workbook }: Excel.RequestContext, steps: readonly PlanStep[]): void {
  for (const step of steps) {
    if (step.kind !== 'takeBackSheet') continue;
    if (step.unfinished !== undefined) workbook.worksheets.getItem(step.unfinished).delete();
    workbook.tables.getItem(setAside(step.table)).name = step.table;
    for (const [name, formula] of Object.entries(step.names)) workbook.names.getItem(name).formula = formula;
  }
}

/** Queues new sheets under a working name, without formulas: a cut leaves only sheets that the next run takes away. Each tells its id, by which it is known as ours. */
export function startSheets({ context }: Pen, steps: readonly SheetStep[], basis: WorkbookSnapshot): NewSheet[] {
  const { worksheets, tables } = context.workbook;
  for (const leftover of basis.sheets.filter((sheet) =>
    steps.some((step) => unfinishedName(step.sheet.name) === sheet.name),
  )) {
    worksheets.getItem(leftover.name).delete();
  }
  for (const step of steps) {
    const old = step.sheet.table && basis.tables[step.sheet.table.name];
    if (step.kind === 'replaceSheet' && old) tables.getItem(old.name).name = setAside(old.name);
  }
  return steps.map((step) => ({
    plan: step.sheet,
    step,
    sheet: worksheets.add(unfinishedName(step.sheet.name)).load('id'),
  }));
}

/** Bytes of everything on the sheet but its literal cells, which are counted where they are cut into pieces. */
function dressBytes({ blocks, ...rest }: SheetPlan): number {
  const lines = neighbours(rest.columnWidths).length + (rest.rowHeights?.length ?? 0);
  return (
    BYTES_PER_SHEET +
    bytesOf(JSON.stringify(rest)) +
    blocks.length * BYTES.block +
    joinedFormats(rest.formats).length * BYTES.format +
    lines * BYTES.line +
    (rest.merges?.length ?? 0) * BYTES.merge +
    (rest.validations?.length ?? 0) * BYTES.validation +
    (rest.conditionals?.length ?? 0) * BYTES.conditional
  );
}

/** Tables and cells of the sheets; formulas come when the names that they speak of are there. */
export async function fillSheets(pen: Pen, made: readonly NewSheet[]): Promise<void> {
  for (const { sheet, plan } of made) {
    pen.at(plan.name);
    await pen.budget.spend(dressBytes(plan));
    await writeCells(sheet, plan, pen.budget);
  }
  for (const { sheet, plan } of made) writeTable(sheet, plan);
}

/** Formulas that name new sheets name them as they are called meanwhile; Excel renames them along. Texts in quotes stay. */
function withWorkingNames(plan: SheetPlan, names: readonly string[]): SheetPlan {
  const renamed = (formula: string): string =>
    formula
      .split('"')
      .map((part, index) =>
        index % 2 === 1
          ? part
          : names.reduce((text, name) => text.replaceAll(`'${name}'!`, `'${unfinishedName(name)}'!`), part),
      )
      .join('"');
  const cell = (value: CellWrite): CellWrite =>
    typeof value === 'object' && value !== null && value.formula.includes("'!")
      ? { formula: renamed(value.formula) }
      : value;
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(cell)) })),
  };
}

/** Formulas and looks of the new sheets; by now the names that formulas use are there. */
export async function dressSheets(pen: Pen, made: readonly NewSheet[]): Promise<void> {
  const names = made.map(({ plan }) => plan.name);
  for (const { sheet, plan } of made) await writeFormulas(sheet, withWorkingNames(plan, names), pen.budget);
  for (const { sheet, plan } of made) writeLook(sheet, plan);
}

/** A sheet's place first and its name last: a batch that is cut between them leaves it unfinished where it belongs, not finished elsewhere. */
function place({ step, sheet }: NewSheet, order: string[]): void {
  if (step.kind === 'replaceSheet') {
    sheet.position = Math.max(0, order.indexOf(step.replaces));
    return;
  }
  if (step.first) {
    sheet.position = 0;
    order.unshift(step.sheet.name);
  }
  const after = step.after === undefined ? -1 : order.indexOf(step.after);
  if (after >= 0) {
    sheet.position = after + 1;
    order.splice(after + 1, 0, step.sheet.name);
  }
}

/** Places and names, and the page at the end of the request. `order` is the tabs as they stand; it follows. */
export function finishSheets({ context, pages }: Pen, made: readonly NewSheet[], order: string[]): void {
  for (const each of made) {
    const { step, sheet, plan } = each;
    pages.add(sheet, plan);
    place(each, order);
    if (step.kind === 'replaceSheet') {
      const old = context.workbook.worksheets.getItem(step.replaces);
      if (step.keepAs === undefined) old.delete();
      else old.name = step.keepAs;
    }
    sheet.name = step.sheet.name;
    if (plan.hidden) sheet.visibility = 'Hidden';
  }
}
