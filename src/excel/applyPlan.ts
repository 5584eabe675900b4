// Carries a plan out: in one batch, or in several when it is large. Order: what comes before the new sheets in the plan, the new
// sheets (cells, tables, names, formulas, looks, then their names), the tables that stand, the active sheet; charts last.
// A batch that is cut leaves the workbook valid, and running the job again repairs it.
import type { PlanStep, WritePlan } from '../workbook/contract/plan';
import { tableCalled, type TableSnapshot, type WorkbookSnapshot } from '../workbook/contract/snapshot';
import { hasFormula } from './cellText';
import { clearAway, protectSheets } from './clearAway';
import { editRows, openColumns } from './editRows';
import { growTable, takeIn } from './growTable';
import { dressSheets, fillSheets, finishSheets, startSheets, takeBackSheets, type NewSheet } from './makeSheets';
import {
  addColumns,
  dressFinished,
  dropConditionals,
  mendConditionals,
  mendNumberFormats,
  mendSheet,
  nameSheets,
  renameColumns,
} from './mendTables';
import type { Pen } from './pen';
import { isSheetStep, sheetUnits, speaksOf } from './sheetUnits';
import { writeConditionals } from './writeConditionals';
import type { Check } from './witness';

function tableOf(basis: WorkbookSnapshot, name: string): TableSnapshot {
  const table = tableCalled(basis.tables, name);
  if (!table) throw new Error(`The plan writes to ${name}, which the basis does not hold`);
  return table;
}

function writeNames(
  context: Excel.RequestContext,
  names: Readonly<Record<string, string>>,
  basis: WorkbookSnapshot,
  anew: boolean,
): void {
  for (const [name, formula] of Object.entries(names)) {
    if (basis.names[name] === undefined) context.workbook.names.add(name, formula);
    else if (anew || basis.names[name] !== formula) context.workbook.names.getItem(name).formula = formula;
  }
}

type EditStep = Extract<PlanStep, { kind: 'updateRows' | 'appendRows' | 'takeIn' | 'conditionals' }>;

function isEdit(step: PlanStep): step is EditStep {
  return (
    step.kind === 'updateRows' || step.kind === 'appendRows' || step.kind === 'takeIn' || step.kind === 'conditionals'
  );
}

async function editTables(
  pen: Pen,
  steps: readonly EditStep[],
  basis: WorkbookSnapshot,
  touched: Set<string>,
  checks: Check[],
): Promise<void> {
  const { context } = pen;
  for (const step of steps) {
    const table = tableOf(basis, step.table);
    pen.at(table.sheet);
    // A filter would send block writes to the wrong rows, also one that was set since the look.
    if (!touched.has(table.name)) context.workbook.tables.getItem(table.name).clearFilters();
    touched.add(table.name);
    if (step.kind === 'appendRows') await growTable(pen, step, table, checks);
    else if (step.kind === 'updateRows') await editRows(pen, step, table, checks);
    else if (step.kind === 'takeIn') takeIn(pen, table, step.rows);
    else {
      const sheet = context.workbook.worksheets.getItem(table.sheet);
      const rows = Math.max(table.values.length, ...step.rules.map((rule) => rule.area.rows));
      sheet.getRangeByIndexes(table.top + 1, table.left, rows, table.headers.length).conditionalFormats.clearAll();
      writeConditionals(sheet, step.rules);
    }
  }
}

/** How many leading steps can go before the new sheets: edits whose formulas speak of none of them. */
function countEarly(steps: readonly PlanStep[]): number {
  const fresh = steps.filter(isSheetStep).flatMap(({ sheet }) => (sheet.table ? [sheet.table.name] : []));
  const fits = (step: PlanStep): boolean => {
    if (step.kind === 'takeIn') return true;
    if (!isEdit(step) || step.kind === 'conditionals') return false;
    const cells = step.kind === 'updateRows' ? step.cells : step.rows;
    return (
      !hasFormula(cells) ||
      !speaksOf(
        [...new Set(cells.flat())].flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : [])),
        fresh,
      )
    );
  };
  const end = steps.findIndex((step) => !fits(step));
  return end < 0 ? 0 : end;
}

/** Headers, columns and formats that tables lack, before anything is written to them. */
function reshapeTables({ context }: Pen, steps: readonly PlanStep[], basis: WorkbookSnapshot): void {
  for (const step of steps) if (step.kind === 'renameColumns') renameColumns(context, step);
  for (const step of steps) if (step.kind === 'addColumns') addColumns(context, step, tableOf(basis, step.table));
  for (const step of steps) if (step.kind === 'mendSheet') mendNumberFormats(context, step);
}

/** Names follow a table that is set aside, so they say the old one's name by now even where they said the right one before. */
const replacesSheets = (steps: readonly PlanStep[]): boolean => steps.some(({ kind }) => kind === 'replaceSheet');

async function makeSheets(
  pen: Pen,
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  all: NewSheet[],
): Promise<void> {
  // What the plan takes away is gone by now, and counts for no place.
  const gone = new Set(steps.flatMap((step) => (step.kind === 'removeSheet' ? [step.sheet] : [])));
  const order = basis.sheets.map((sheet) => sheet.name).filter((name) => !gone.has(name));
  const units = sheetUnits(steps);
  for (const unit of units.length > 0 ? units : [[]]) {
    const made = startSheets(pen, unit, basis);
    all.push(...made);
    await fillSheets(pen, made);
    // A plan with names that sheets speak of has one unit: they come between its tables and its formulas.
    for (const step of steps)
      if (step.kind === 'names' && !step.last) writeNames(pen.context, step.names, basis, replacesSheets(steps));
    await dressSheets(pen, made);
    finishSheets(pen, made, order);
  }
}

/** Asks for every column that is to be written before anything is: a batch in which one of them is gone stops there, with nothing done. */
function askColumns({ context }: Pen, steps: readonly PlanStep[], basis: WorkbookSnapshot): void {
  if (steps.some(({ kind }) => kind === 'addColumns' || kind === 'renameColumns')) return;
  for (const step of steps) {
    if (step.kind === 'appendRows') {
      const { columns } = context.workbook.tables.getItem(step.table);
      for (const header of tableOf(basis, step.table).headers) columns.getItem(header).getHeaderRowRange();
    }
    if (step.kind !== 'updateRows') continue;
    const partOf = openColumns(context, step.table, tableOf(basis, step.table));
    const places = tableOf(basis, step.table).headers.keys();
    for (const place of places) if (step.cells.some((line) => (line[place] ?? null) !== null)) partOf(place, 0, 1);
  }
}

/**
 * Queues the plan without charts; the caller finishes. Only a plan too large for one request sends in between. `checks` takes what is to be
 * looked at again, `made` the sheets as they are begun: both hold what there is also when a request fails.
 */
export async function applyPlan(
  pen: Pen,
  plan: WritePlan,
  basis: WorkbookSnapshot,
  checks: Check[],
  made: NewSheet[],
): Promise<void> {
  const { context } = pen;
  const early = countEarly(plan.steps);
  const steps = plan.steps.slice(early);
  const filtersOff = new Set<string>();
  protectSheets(pen, plan.steps, false);
  takeBackSheets(context, plan.steps);
  nameSheets(context, plan.steps, basis);
  askColumns(pen, plan.steps, basis);
  clearAway(pen, plan.steps, basis);
  await editTables(pen, plan.steps.slice(0, early).filter(isEdit), basis, filtersOff, checks);
  for (const step of steps)
    if (step.kind === 'mendConditionals') dropConditionals(context, step, tableOf(basis, step.table));
  reshapeTables(pen, steps, basis);
  await makeSheets(pen, steps, basis, made);
  await editTables(pen, steps.filter(isEdit), basis, filtersOff, checks);
  for (const step of steps)
    if (step.kind === 'names' && step.last) writeNames(context, step.names, basis, replacesSheets(steps));
  for (const step of steps) if (step.kind === 'mendSheet') await mendSheet(pen, step);
  for (const step of steps) if (step.kind === 'finishSheet') dressFinished(pen, step);
  for (const step of steps)
    if (step.kind === 'mendConditionals') mendConditionals(context, step, tableOf(basis, step.table));
  for (const step of steps)
    if (step.kind === 'tabColor') context.workbook.worksheets.getItem(step.sheet).tabColor = step.color;
  for (const step of steps) if (step.kind === 'deleteSheet') context.workbook.worksheets.getItem(step.sheet).delete();
  for (const step of steps) if (step.kind === 'activate') context.workbook.worksheets.getItem(step.sheet).activate();
  protectSheets(pen, steps, true);
}
