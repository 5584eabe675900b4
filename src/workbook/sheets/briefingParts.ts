// What the lines of the leaders' sheet are made of: paragraphs, headings, table lines on a grid of narrow columns. Knows no content.
import type { Language } from '../../core/ground/text';
import { FONT_OFFICIAL, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, CellWrite } from '../contract/plan';
import { columnPoints, linesOf, type PageLine, type Span } from '../contract/pageLines';

/** Narrow columns, so that each table may divide the page in its own way. */
export const COLUMNS = 24;
/** In characters of the standard font. */
export const COLUMN_WIDTH = 2.71;
/** Points; fits an upright A4 page between its margins. */
export const PAGE_WIDTH = columnPoints(COLUMN_WIDTH) * COLUMNS;
/** Points of running text and of the cells of tables. */
export const BODY = 12;
const SMALL = 10.5;
/** Lines of tables. */
export const RULE = '#4B5563';

const paragraphFormat: CellFormat = {
  fontName: FONT_OFFICIAL,
  fontSize: BODY,
  color: PALETTE.ink,
  horizontal: 'Left',
  vertical: 'Top',
  wrap: true,
};
/** A cell of a table on the page. */
export const cellFormat: CellFormat = {
  fontName: FONT_OFFICIAL,
  fontSize: SMALL,
  color: PALETTE.ink,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
  border: RULE,
};
/** A cell of such a table's head. */
export const headFormat: CellFormat = { ...cellFormat, fontName: FONT_TITLE, fill: PALETTE.band };

/** One cell over the whole width. */
export function whole(value: CellWrite, format: CellFormat, height: number): PageLine {
  return { spans: [{ column: 0, columns: COLUMNS, value, format }], height };
}

/** Running text over the whole width, in Chinese with two full blanks before it; the height follows from the words. */
export function paragraph(words: string, language: Language, size = BODY): PageLine {
  const indented = language === 'zh' ? `　　${words}` : words;
  return whole(
    indented,
    { ...paragraphFormat, fontSize: size },
    linesOf(indented, PAGE_WIDTH, size) * Math.round(size * 1.45) + 2,
  );
}

/** A line in 黑体 14 over the whole width. */
export function heading(words: string): PageLine {
  return whole(
    words,
    { fontName: FONT_TITLE, fontSize: 14, color: PALETTE.ink, horizontal: 'Left', vertical: 'Bottom' },
    22,
  );
}

/** A cell that takes so many columns of the page's grid. */
export type TableCell = readonly [columns: number, value: CellWrite, own?: CellFormat];

/** A line of a table: cells of given widths side by side, as high as the one with the most lines. */
export function tableLine(cells: readonly TableCell[], format: CellFormat): PageLine {
  let column = 0;
  let lines = 1;
  const spans = cells.map(([columns, value, own]): Span => {
    const span = { column, columns, value, format: { ...format, ...own } };
    column += columns;
    lines = Math.max(lines, linesOf(String(value), columns * columnPoints(COLUMN_WIDTH), SMALL));
    return span;
  });
  return { spans, height: Math.max(17, lines * 14 + 3) };
}
