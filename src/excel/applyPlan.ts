// Carries a plan out in one batch. Order: data first, then tables, names, formulas, looks; swaps and the active sheet last,
// so that a batch that is cut leaves the workbook valid and running the job again repairs it.
import type { PlanStep, SheetPlan, WritePlan } from '../workbook/plan';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { Budget } from './budget';
import { hasFormula } from './cellText';
import { growTable } from './growTable';
import { addColumns, mendConditionals, mendNumberFormats, mendSheet, renameColumns } from './mendTables';
import { writeConditionals } from './writeConditionals';
import { setFormulas, writeCells, writeFormulas, writeLiterals, writeLook, writeTable } from './writeSheet';

/** New sheets stand under this prefix until everything on them is made. */
const UNFINISHED = '~';

interface NewSheet {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
  readonly step: Extract<PlanStep, { kind: 'addSheet' | 'replaceSheet' }>;
}

function unfinishedName(name: string): string {
  return (UNFINISHED + name).slice(0, 31);
}

function startSheets(context: Excel.RequestContext, plan: WritePlan, basis: WorkbookSnapshot): NewSheet[] {
  const { worksheets } = context.workbook;
  const steps = plan.steps.filter((step) => step.kind === 'addSheet' || step.kind === 'replaceSheet');
  for (const leftover of basis.sheets.filter((sheet) => steps.some((step) => unfinishedName(step.sheet.name) === sheet.name))) {
    worksheets.getItem(leftover.name).delete();
  }
  for (const step of steps) {
    const old = step.sheet.table && basis.tables[step.sheet.table.name];
    if (step.kind === 'replaceSheet' && old) context.workbook.tables.getItem(old.name).name = `${old.name}_old`;
  }
  return steps.map((step) => ({ plan: step.sheet, step, sheet: worksheets.add(unfinishedName(step.sheet.name)) }));
}

function finishSheets(context: Excel.RequestContext, made: readonly NewSheet[], basis: WorkbookSnapshot): void {
  const order = basis.sheets.map((sheet) => sheet.name);
  for (const { step, sheet } of made) {
    if (step.kind === 'replaceSheet') {
      const old = context.workbook.worksheets.getItem(step.replaces);
      if (step.keepAs === undefined) old.delete();
      else old.name = step.keepAs;
      sheet.name = step.sheet.name;
      sheet.position = Math.max(0, order.indexOf(step.replaces));
    } else {
      sheet.name = step.sheet.name;
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
  }
}

function tableOf(basis: WorkbookSnapshot, name: string): TableSnapshot {
  const table = basis.tables[name];
  if (!table) throw new Error(`The plan writes to ${name}, which the basis does not hold`);
  return table;
}

function writeNames(context: Excel.RequestContext, names: Readonly<Record<string, string>>, basis: WorkbookSnapshot): void {
  for (const [name, formula] of Object.entries(names)) {
    if (basis.names[name] === undefined) context.workbook.names.add(name, formula);
    else if (basis.names[name] !== formula) context.workbook.names.getItem(name).formula = formula;
  }
}

async function editTables({ context, isSetSupported, budget }: Pen, steps: readonly PlanStep[], basis: WorkbookSnapshot): Promise<void> {
  const touched = new Set<string>();
  for (const step of steps) {
    if (step.kind !== 'updateRows' && step.kind !== 'appendRows' && step.kind !== 'conditionals') continue;
    const table = tableOf(basis, step.table);
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    // A filter would send block writes to the wrong rows.
    if (table.filtered && !touched.has(table.name)) sheet.tables.getItem(table.name).clearFilters();
    touched.add(table.name);
    if (step.kind === 'appendRows') await growTable(sheet, step, table, isSetSupported, budget);
    else if (step.kind === 'updateRows') {
      await writeLiterals(sheet, table.top + 1, table.left, step.cells, budget);
      if (hasFormula(step.cells)) setFormulas(sheet, table.top + 1, table.left, step.cells);
    } else {
      const rows = Math.max(table.values.length, ...step.rules.map((rule) => rule.area.rows));
      sheet.getRangeByIndexes(table.top + 1, table.left, rows, table.headers.length).conditionalFormats.clearAll();
      writeConditionals(sheet, step.rules);
    }
  }
}

/** What writing needs: the batch, what this Excel can do, and how much still fits into the request. */
export interface Pen {
  readonly context: Excel.RequestContext;
  readonly isSetSupported: (version: string) => boolean;
  readonly budget: Budget;
}

/** Queues the whole plan; the caller syncs once at the end. Only a plan too large for one request syncs in between. */
export async function applyPlan(pen: Pen, plan: WritePlan, basis: WorkbookSnapshot): Promise<void> {
  const { context, budget } = pen;
  const made = startSheets(context, plan, basis);
  for (const { sheet, plan: sheetPlan } of made) await writeCells(sheet, sheetPlan, budget);
  for (const { sheet, plan: sheetPlan } of made) writeTable(sheet, sheetPlan);
  for (const step of plan.steps) if (step.kind === 'renameColumns') renameColumns(context, step);
  for (const step of plan.steps) if (step.kind === 'addColumns') addColumns(context, step, tableOf(basis, step.table));
  for (const step of plan.steps) if (step.kind === 'mendSheet') mendNumberFormats(context, step);
  for (const step of plan.steps) if (step.kind === 'names') writeNames(context, step.names, basis);
  for (const { sheet, plan: sheetPlan } of made) writeFormulas(sheet, sheetPlan);
  await editTables(pen, plan.steps, basis);
  for (const { sheet, plan: sheetPlan } of made) writeLook(sheet, sheetPlan);
  for (const step of plan.steps) if (step.kind === 'mendSheet') mendSheet(context, step);
  for (const step of plan.steps) if (step.kind === 'mendConditionals') mendConditionals(context, step, tableOf(basis, step.table));
  finishSheets(context, made, basis);
  for (const step of plan.steps) if (step.kind === 'tabColor') context.workbook.worksheets.getItem(step.sheet).tabColor = step.color;
  for (const step of plan.steps) if (step.kind === 'deleteSheet') context.workbook.worksheets.getItem(step.sheet).delete();
  for (const step of plan.steps) if (step.kind === 'activate') context.workbook.worksheets.getItem(step.sheet).activate();
}
