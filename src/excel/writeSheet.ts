// Makes one sheet from its plan, in phases that the batch runs for all sheets in turn: cells, table, formulas, look.
import type { Area, CellFormat, CellWrite, PageSetup, SheetPlan } from '../workbook/contract/plan';
import type { Budget } from './budget';
import { cutRows } from './budget';
import { runsOf } from './cellRuns';
import { literalOf } from './cellText';
import { joinedFormats } from './formatRuns';
import { writeColumn } from './writeColumn';
import { writeConditionals } from './writeConditionals';
import { writeValidation } from './writeValidation';

/** Bytes of the orders around one write to a range. */
const BYTES_PER_RANGE = 500;

function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

/** Office.js takes one value for a whole range, which its types do not say (confirmed in office-js-docs-pr #2013): thousands of equal cells stay a few bytes. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

/** Writes the literal cells of a block (null and formulas are left alone): only the parts that hold any, in as many pieces as their size needs. */
async function writeLiterals(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  cells: readonly (readonly CellWrite[])[],
  budget: Budget,
): Promise<void> {
  for (const run of runsOf(cells.map((line) => line.map(literalOf)))) {
    for (const piece of cutRows(run.cells)) {
      await budget.spend(piece.bytes + BYTES_PER_RANGE);
      sheet.getRangeByIndexes(
        row + run.row + piece.from,
        column + run.column,
        piece.rows.length,
        piece.rows[0]?.length ?? 1,
      ).values = piece.rows.map((line) => [...line]);
    }
  }
}

/** Phase 1: number formats first, so that text stays text; then all literal cells. */
export async function writeCells(sheet: Excel.Worksheet, plan: SheetPlan, budget: Budget): Promise<void> {
  for (const run of joinedFormats(plan.formats)) {
    if (run.format.numberFormat !== undefined) setNumberFormat(rangeOf(sheet, run.area), run.format.numberFormat);
  }
  for (const block of plan.blocks) await writeLiterals(sheet, block.row, block.column, block.cells, budget);
}

/** Phase 2: the table, over cells that already hold its header and data. */
export function writeTable(sheet: Excel.Worksheet, plan: SheetPlan): void {
  if (!plan.table) return;
  const table = sheet.tables.add(rangeOf(sheet, plan.table.area), true);
  table.name = plan.table.name;
  table.style = plan.table.style;
  table.showBandedRows = false;
}

/** Phase 3: formulas, once every table and name that they speak of exists. */
export async function writeFormulas(sheet: Excel.Worksheet, plan: SheetPlan, budget: Budget): Promise<void> {
  for (const block of plan.blocks) await setFormulas(sheet, block.row, block.column, block.cells, budget);
}

/** Queues the formulas of a block, column by column; plain cells of it are left as they are. */
export async function setFormulas(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  cells: readonly (readonly CellWrite[])[],
  budget: Budget,
): Promise<void> {
  const width = cells[0]?.length ?? 0;
  for (let j = 0; j < width; j++) {
    const formulas = cells.map((line) => (typeof line[j] === 'object' ? (line[j] ?? null) : null));
    await writeColumn((from, rows) => sheet.getRangeByIndexes(row + from, column + j, rows, 1), formulas, budget);
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** A single row or column has no lines inside: Excel may refuse to draw them. */
function edgesOf({ rows, columns }: Pick<Area, 'rows' | 'columns'>): (typeof EDGES)[number][] {
  return EDGES.filter(
    (edge) => (edge !== 'InsideHorizontal' || rows > 1) && (edge !== 'InsideVertical' || columns > 1),
  );
}

function setBorder(range: Excel.Range, edges: readonly (typeof EDGES)[number][], color: string): void {
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = color;
  }
}

/** Queues font, fill, borders and number format of an area. */
export function setFormat(sheet: Excel.Worksheet, area: Area, format: CellFormat): void {
  setRangeFormat(rangeOf(sheet, area), area, format);
}

/** The same for a range of that size, wherever it is when the request runs. */
export function setRangeFormat(range: Excel.Range, area: Pick<Area, 'rows' | 'columns'>, format: CellFormat): void {
  const { fill, font } = range.format;
  if (format.fill !== undefined) fill.color = format.fill;
  if (format.fontName !== undefined) font.name = format.fontName;
  if (format.fontSize !== undefined) font.size = format.fontSize;
  if (format.bold !== undefined) font.bold = format.bold;
  if (format.italic !== undefined) font.italic = format.italic;
  if (format.color !== undefined) font.color = format.color;
  if (format.horizontal !== undefined) range.format.horizontalAlignment = format.horizontal;
  if (format.vertical !== undefined) range.format.verticalAlignment = format.vertical;
  if (format.wrap !== undefined) range.format.wrapText = format.wrap;
  if (format.shrink !== undefined) range.format.shrinkToFit = format.shrink;
  if (format.indent !== undefined) range.format.indentLevel = format.indent;
  if (format.border !== undefined) setBorder(range, edgesOf(area), format.border);
  if (format.borderBottom !== undefined) setBorder(range, ['EdgeBottom'], format.borderBottom);
}

/** Characters of the default font → points, as Excel counts them (7 pixels a character, 5 pixels of padding). */
function widthInPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Phase 5, the last of all: without a printer Excel may refuse any of it. */
export function writePage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  layout.orientation = page.orientation;
  layout.paperSize = 'A4';
  layout.zoom = page.fitTall
    ? { horizontalFitToPages: page.fitWide ?? 1, verticalFitToPages: page.fitTall }
    : { horizontalFitToPages: page.fitWide ?? 1 };
  layout.setPrintMargins('Centimeters', {
    top: page.margins.top / 10,
    right: page.margins.right / 10,
    bottom: page.margins.bottom / 10,
    left: page.margins.left / 10,
    header: 0.8,
    footer: 0.8,
  });
  if (page.centerHorizontally !== undefined) layout.centerHorizontally = page.centerHorizontally;
  if (page.area) layout.setPrintArea(rangeOf(sheet, page.area));
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  if (page.titleColumns) {
    const [first, last] = page.titleColumns;
    layout.setPrintTitleColumns(sheet.getRangeByIndexes(0, first, 1, last - first + 1).getEntireColumn());
  }
  for (const row of page.breaks ?? []) sheet.horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
  const footer = layout.headersFooters.defaultForAllPages;
  if (page.footerLeft !== undefined) footer.leftFooter = page.footerLeft;
  if (page.footerCenter !== undefined) footer.centerFooter = page.footerCenter;
  if (page.footerRight !== undefined) footer.rightFooter = page.footerRight;
}

/** Equal neighbours together: [position, how many, what]. Example: `neighbours([9, 9, 4])` is `[[0, 2, 9], [2, 1, 4]]`. */
export function neighbours<T>(values: readonly T[]): [number, number, T][] {
  const runs: [number, number, T][] = [];
  values.forEach((value, at) => {
    const last = runs[runs.length - 1];
    if (last && last[2] === value) last[1] += 1;
    else runs.push([at, 1, value]);
  });
  return runs;
}

/** Characters; 0 hides, null only shows. On a sheet that is `fresh` nothing has to be shown. */
export function setColumnWidth(
  sheet: Excel.Worksheet,
  column: number,
  width: number | null,
  fresh = false,
  columns = 1,
): void {
  const range = sheet.getRangeByIndexes(0, column, 1, columns).getEntireColumn();
  if (width === 0) range.columnHidden = true;
  else if (!fresh) range.columnHidden = false;
  if (width !== 0 && width !== null) range.format.columnWidth = widthInPoints(width);
}

/** Phase 4: everything that only concerns looks and entry. */
export function writeLook(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const run of joinedFormats(plan.formats)) setFormat(sheet, run.area, run.format);
  for (const [column, count, width] of neighbours(plan.columnWidths)) setColumnWidth(sheet, column, width, true, count);
  for (const [row, count, height] of plan.rowHeights ?? [])
    sheet.getRangeByIndexes(row, 0, count, 1).getEntireRow().format.rowHeight = height;
  for (const area of plan.merges ?? []) rangeOf(sheet, area).merge(false);
  for (const validation of plan.validations ?? []) writeValidation(rangeOf(sheet, validation.area), validation);
  writeConditionals(sheet, plan.conditionals ?? []);
  if (plan.freeze && plan.freeze.columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, plan.freeze.rows, plan.freeze.columns));
  else if (plan.freeze) sheet.freezePanes.freezeRows(plan.freeze.rows);
  if (plan.tabColor !== undefined) sheet.tabColor = plan.tabColor;
  if (plan.gridlines !== undefined) sheet.showGridlines = plan.gridlines;
}
