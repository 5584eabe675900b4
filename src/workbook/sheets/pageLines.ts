// Builds a printed page line by line: cells that span columns, their looks, and heights that fit wrapped text. Knows no content.
import type { Area, CellBlock, CellFormat, CellWrite, FormatRun } from '../plan';

export interface Span {
  readonly column: number;
  readonly columns: number;
  readonly value: CellWrite;
  readonly format: CellFormat;
}

export interface PageLine {
  readonly spans: readonly Span[];
  /** Points. */
  readonly height: number;
}

export interface PageParts {
  readonly blocks: readonly CellBlock[];
  readonly formats: readonly FormatRun[];
  readonly merges: readonly Area[];
  readonly rowHeights: readonly (readonly [number, number, number])[];
}

/** Characters of the default font → points (7 pixels a character, 5 of padding). */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Width of a text in ems of its font: a Chinese character or sign is one, any other about half. */
export function emsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2000 ? 1 : 0.54), 0);
}

/**
 * Lines that a text takes in a width (points) at a font size (points); line breaks count. A little room is left for the padding of cells
 * and for words that do not break.
 * Example: `linesOf('报送情况', 100, 12) === 1`.
 */
export function linesOf(text: string, width: number, fontSize: number): number {
  const perLine = Math.max(1, (width - 6) / fontSize);
  return text.split('\n').reduce((sum, piece) => sum + Math.max(1, Math.ceil(emsOf(piece) / perLine)), 0);
}

/** A blank line of that height. */
export function gap(height: number): PageLine {
  return { spans: [], height };
}

/** The lines as blocks, looks, merges and heights, from row 0 on. */
export function pageParts(lines: readonly PageLine[]): PageParts {
  const blocks: CellBlock[] = [];
  const formats: FormatRun[] = [];
  const merges: Area[] = [];
  lines.forEach(({ spans }, row) => {
    for (const { column, columns, value, format } of spans) {
      const area: Area = { row, column, rows: 1, columns };
      if (value !== '') blocks.push({ row, column, cells: [[value]] });
      formats.push({ area, format });
      if (columns > 1) merges.push(area);
    }
  });
  return { blocks, formats, merges, rowHeights: lines.map(({ height }, row) => [row, 1, height] as const) };
}

export function heightOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}
