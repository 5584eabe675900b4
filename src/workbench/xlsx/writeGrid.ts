// Sheets, cells, styles, sizes, views and page setup of a book into an ExcelJS workbook. What ExcelJS cannot write is written after it.
import type { PageSetup, Workbook, Worksheet } from 'exceljs';
import { a1 } from '../calc/a1';
import { storableText } from '../../core/ground/cleanText';
import type { Book, PageLayout, Sheet, Style, Table } from '../model/book';
import { toFileStyle } from './cellStyles';
import { widthInFile } from '../model/lineSizes';
import { toFileValue } from './fileValue';

const INCH = 72;

/** Fills an empty ExcelJS workbook. */
export function writeGrid(workbook: Workbook, book: Book, cachedResults: boolean): void {
  workbook.calcProperties.fullCalcOnLoad = true;
  const active = shownSheet(book);
  workbook.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: active, visibility: 'visible' },
  ];
  book.sheets.forEach((sheet, index) =>
    writeSheet(
      workbook,
      sheet,
      index === active ? a1({ ...book.selection, rows: 1, columns: 1 }) : undefined,
      cachedResults,
    ),
  );
}

/** The sheet that the file opens on: the active one, or the first visible one when that is hidden. */
export function shownSheet(book: Book): number {
  if (book.sheets[book.active]?.visibility === 'visible') return book.active;
  return Math.max(
    0,
    book.sheets.findIndex(({ visibility }) => visibility === 'visible'),
  );
}

function writeSheet(workbook: Workbook, sheet: Sheet, activeCell: string | undefined, cachedResults: boolean): void {
  const file = workbook.addWorksheet(sheet.name, {
    state: sheet.visibility,
    views: [
      {
        showGridLines: sheet.showGridlines,
        ...(activeCell ? { activeCell, tabSelected: true } : {}),
        ...(sheet.freeze
          ? { state: 'frozen', xSplit: sheet.freeze.columns, ySplit: sheet.freeze.rows }
          : { state: 'normal' }),
      },
    ],
  });
  if (sheet.tabColor) file.properties.tabColor = { argb: `FF${sheet.tabColor.replace('#', '').toUpperCase()}` };
  for (const { row, column, rows, columns } of sheet.merges)
    file.mergeCellsWithoutStyle(row + 1, column + 1, row + rows, column + columns);
  writeCells(file, sheet, cachedResults);
  writeSizes(file, sheet);
  writePage(file, sheet.page);
  for (const row of sheet.page.rowBreaks ?? []) file.getRow(row).addPageBreak();
}

function writeCells(file: Worksheet, sheet: Sheet, cachedResults: boolean): void {
  const styled = new Map<string, ReturnType<typeof toFileStyle>>();
  const fileStyle = (style: Style): ReturnType<typeof toFileStyle> => {
    const key = JSON.stringify(style);
    const known = styled.get(key) ?? toFileStyle(style);
    styled.set(key, known);
    return known;
  };
  for (const [key, cell] of sheet.cells) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const target = file.getCell(row + 1, column + 1);
    if (!target.isMerged || target.master === target)
      target.value = toFileValue(cell, tableAround(sheet, row, column), cachedResults);
    const style = { ...sheet.columns.get(column)?.style, ...sheet.rows.get(row)?.style, ...cell.style };
    if (Object.keys(style).length > 0) target.style = fileStyle(style);
  }
  for (const table of sheet.tables) if (table.showHeaders) writeHeaders(file, table);
}

/** A header cell must hold the very text of the column's name, or the file counts as damaged. */
function writeHeaders(file: Worksheet, { range, columns }: Table): void {
  columns.forEach(({ name }, index) => {
    file.getCell(range.row + 1, range.column + index + 1).value = storableText(name);
  });
}

function tableAround(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ range }) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  );
}

function writeSizes(file: Worksheet, sheet: Sheet): void {
  for (const [index, { width, hidden, style }] of sheet.columns) {
    const column = file.getColumn(index + 1);
    if (width !== undefined) column.width = widthInFile(width);
    if (hidden) column.hidden = true;
    if (style) column.style = toFileStyle(style);
  }
  for (const [index, { height, hidden, style }] of sheet.rows) {
    const row = file.getRow(index + 1);
    if (height !== undefined) row.height = height;
    if (hidden) row.hidden = true;
    if (hidden || style) row.getCell(1); // a row without any cell is not written
    if (style) (row as unknown as { style: ReturnType<typeof toFileStyle> }).style = toFileStyle(style);
  }
}

function writePage(file: Worksheet, page: PageLayout): void {
  const fits = page.fitWide !== undefined || page.fitTall !== undefined;
  const margin = (points: number | undefined, otherwise: number): number =>
    points === undefined ? otherwise : points / INCH;
  const { margins = {} } = page;
  const setup: Partial<PageSetup> = {
    margins: {
      top: margin(margins.top, 0.75),
      bottom: margin(margins.bottom, 0.75),
      left: margin(margins.left, 0.7),
      right: margin(margins.right, 0.7),
      header: margin(margins.header, 0.3),
      footer: margin(margins.footer, 0.3),
    },
    ...(page.orientation ? { orientation: page.orientation } : {}),
    ...(page.paperSize !== undefined ? { paperSize: page.paperSize } : {}),
    ...(fits ? { fitToPage: true, fitToWidth: page.fitWide ?? 0, fitToHeight: page.fitTall ?? 0 } : {}),
    ...(page.firstPage !== undefined ? { firstPageNumber: page.firstPage } : {}),
    ...(page.scale !== undefined ? { scale: page.scale } : {}),
    ...(page.centerHorizontally ? { horizontalCentered: true } : {}),
    ...(page.centerVertically ? { verticalCentered: true } : {}),
    ...(page.blackAndWhite ? { blackAndWhite: true } : {}),
    ...(page.printGridlines ? { showGridLines: true } : {}),
  };
  Object.assign(file.pageSetup, setup);
  const header = sections(page.header);
  const footer = sections(page.footer);
  if (header) file.headerFooter.oddHeader = header;
  if (footer) file.headerFooter.oddFooter = footer;
}

function sections(parts: PageLayout['header']): string {
  const { left, center, right } = parts ?? {};
  return `${left ? `&L${left}` : ''}${center ? `&C${center}` : ''}${right ? `&R${right}` : ''}`;
}
