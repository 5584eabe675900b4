// What the summary's tables are built of: looks of cells, lines of cells side by side and across the page. Knows no figures.
import { PALETTE, FONT, FONT_TITLE } from '../contract/palette';
import { columnPoints, kept, linesOf, type PageLine, type Span } from '../contract/pageLines';
import type { CellFormat, CellWrite } from '../contract/plan';
import type { Language } from '../../core/ground/text';

/** Characters of the column of names. */
export const NAME_WIDTH: Readonly<Record<Language, number>> = { zh: 40, en: 26 };
/** Characters of each further column. */
export const CELL_WIDTH: Readonly<Record<Language, number>> = { zh: 9.8, en: 12 };
/** Nothing stands where there is none of a kind; a zero in every second cell hides the others. */
export const COUNT = '0;-0;';

/** Of figures and signs. */
export const cellFormat: CellFormat = {
  fontName: FONT,
  fontSize: 10,
  color: PALETTE.ink,
  horizontal: 'Center',
  vertical: 'Center',
  border: PALETTE.line,
};
/** Of names of items, units and judges. */
export const nameFormat: CellFormat = { ...cellFormat, horizontal: 'Left', wrap: true };
/** Of the heads of tables. */
export const headFormat: CellFormat = {
  ...cellFormat,
  bold: true,
  color: PALETTE.headerInk,
  fill: PALETTE.headerFill,
  wrap: true,
};
/** Of the line that sums up. */
export const totalFormat: CellFormat = { ...cellFormat, bold: true, fill: PALETTE.band };

/** Cells side by side from the first column on, each in its own look. */
export function row(cells: readonly (readonly [CellWrite, CellFormat])[], height = 20): PageLine {
  return { spans: cells.map(([value, format], column): Span => ({ column, columns: 1, value, format })), height };
}

/** Points that a name of units, items or judges takes; `least` where it stands in one line. */
export function nameHeight(name: CellWrite, language: Language, least: number): number {
  if (typeof name !== 'string') return least;
  return Math.max(least, linesOf(name, columnPoints(NAME_WIDTH[language]), 10) * 13 + 4);
}

/** One cell across the page. */
export function wide(value: CellWrite, format: CellFormat, height: number, columns: number): PageLine {
  return { spans: [{ column: 0, columns, value, format }], height };
}

/** The heading of a part, which does not stay alone at the foot of a page. */
export function section(words: string, columns: number): PageLine {
  return kept(
    wide(words, { fontName: FONT_TITLE, fontSize: 13, color: PALETTE.title, vertical: 'Center' }, 24, columns),
  );
}
