// Changes the shape and the looks of tables that stand already: headers, columns, formats, validation. Content is written elsewhere.
import type { PlanStep } from '../workbook/contract/plan';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/contract/snapshot';
import { literalOf } from './cellText';
import type { Pen } from './pen';
import { writeConditionals } from './writeConditionals';
import { setColumnWidth, setFormat, setFormulas, setNumberFormat, writeLook } from './writeSheet';
import { writeValidation } from './writeValidation';

type Step<Kind extends PlanStep['kind']> = Extract<PlanStep, { kind: Kind }>;

/** Queues new texts for headers, by the texts that stand there now. */
export function renameColumns(context: Excel.RequestContext, { table, headers }: Step<'renameColumns'>): void {
  const { columns } = context.workbook.tables.getItem(table);
  for (const [from, to] of headers) columns.getItem(from).name = to;
}

/** Names come before all else: the other steps know the sheet by its own. `order`: the tabs as they will be called. */
export function nameSheets(context: Excel.RequestContext, steps: readonly PlanStep[], basis: WorkbookSnapshot): void {
  const order = basis.sheets.map(({ name }) => name);
  for (const step of steps) {
    if (step.kind !== 'finishSheet') continue;
    const sheet = context.workbook.worksheets.getItem(step.from);
    sheet.name = step.name;
    order.splice(order.indexOf(step.name), 1);
    const place = step.after === undefined ? order.length : order.indexOf(step.after) + 1;
    order.splice(place, 0, step.name);
    sheet.position = place;
  }
}

/** Queues widths, rules and page set-up of a sheet that a cut had left without them. */
export function dressFinished({ context, pages }: Pen, step: Step<'finishSheet'>): void {
  if (!step.look) return;
  const sheet = context.workbook.worksheets.getItem(step.name);
  writeLook(sheet, step.look);
  pages.add(sheet, step.look);
}

/** Puts the columns in first, then dresses them: places count once all are in. */
export function addColumns(context: Excel.RequestContext, step: Step<'addColumns'>, basis: TableSnapshot): void {
  const sheet = context.workbook.worksheets.getItem(basis.sheet);
  const { columns } = sheet.tables.getItem(step.table);
  for (const { at, header } of step.columns) columns.add(at ?? undefined, undefined, header);
  for (const { place, look } of step.columns) {
    const column = basis.left + place;
    setFormat(sheet, { row: basis.top, column, rows: 1, columns: 1 }, step.headerLook);
    const rows = basis.values.length;
    if (look.numberFormat !== undefined)
      setNumberFormat(sheet.getRangeByIndexes(basis.top + 1, column, rows, 1), look.numberFormat);
    setFormat(sheet, { row: basis.top + 1, column, rows, columns: 1 }, look);
  }
  for (const [place, width] of step.widths) setColumnWidth(sheet, basis.left + place, width);
}

/** Before anything is written: a text format would turn formulas and dates into text. */
export function mendNumberFormats(context: Excel.RequestContext, step: Step<'mendSheet'>): void {
  const sheet = context.workbook.worksheets.getItem(step.sheet);
  for (const { area, format } of step.formats) {
    if (format.numberFormat !== undefined)
      setNumberFormat(sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns), format.numberFormat);
  }
}

/** Queues what a sheet has lost: formats, validations, formulas above its table. */
export async function mendSheet({ context, budget }: Pen, step: Step<'mendSheet'>): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(step.sheet);
  const rangeOf = ({
    row,
    column,
    rows,
    columns,
  }: {
    row: number;
    column: number;
    rows: number;
    columns: number;
  }): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);
  for (const { row, column, cells } of step.blocks) {
    sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1).values = cells.map((line) =>
      line.map(literalOf),
    );
    await setFormulas(sheet, row, column, cells, budget);
  }
  mendNumberFormats(context, step);
  for (const { area, format } of step.formats) setFormat(sheet, area, format);
  for (const validation of step.validations) writeValidation(rangeOf(validation.area), validation);
}

/** Before columns come in: a rule that is cut in two then gets a piece that nobody knows by its id. */
export function dropConditionals(
  context: Excel.RequestContext,
  step: Step<'mendConditionals'>,
  basis: TableSnapshot,
): void {
  const everywhere = context.workbook.worksheets.getItem(basis.sheet).getRange();
  for (const id of step.drop) everywhere.conditionalFormats.getItem(id).delete();
}

/** The rules in their place. */
export function mendConditionals(
  context: Excel.RequestContext,
  step: Step<'mendConditionals'>,
  basis: TableSnapshot,
): void {
  writeConditionals(context.workbook.worksheets.getItem(basis.sheet), step.rules);
}
