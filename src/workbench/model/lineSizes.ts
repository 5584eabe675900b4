// Widths of columns and heights of rows in points, and what lies where: characters are of the default font, Calibri 11. Knows no API.
import type { Sheet } from './book';

const PIXELS_PER_CHARACTER = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;
/** Width of a column of no width of its own, in characters: 64 pixels. */
export const DEFAULT_CHARACTERS = 8.43;
/** Height of a row of no height of its own, in points: 20 pixels. */
export const DEFAULT_HEIGHT = 15;

/** Example: `pointsOfWidth(8.43)` is 48, the default column. */
export function pointsOfWidth(characters: number): number {
  if (characters <= 0) return 0;
  const pixels =
    characters < 1
      ? Math.round(characters * (PIXELS_PER_CHARACTER + PADDING))
      : Math.round(characters * PIXELS_PER_CHARACTER + PADDING);
  return pixels * POINTS_PER_PIXEL;
}

/**
 * A width in characters as files say it: with the padding of its cells (ECMA-376 18.3.1.13), which the figure that Excel shows leaves out.
 * Example: `widthInFile(8.43)` is 9.1443; `widthFromFile(9.140625)` is 8.43.
 */
export function widthInFile(characters: number): number {
  const pixels =
    characters < 1 ? characters * (PIXELS_PER_CHARACTER + PADDING) : characters * PIXELS_PER_CHARACTER + PADDING;
  return Math.round((pixels / PIXELS_PER_CHARACTER) * 10_000) / 10_000;
}

/** What a file says back in the characters that Excel shows. */
export function widthFromFile(width: number): number {
  return widthOfPoints(width * PIXELS_PER_CHARACTER * POINTS_PER_PIXEL);
}

/** Width of a column in characters of the default font, as Excel shows it. */
export function widthOfPoints(points: number): number {
  const pixels = points / POINTS_PER_PIXEL;
  const wide = (pixels - PADDING) / PIXELS_PER_CHARACTER;
  return Math.round((wide < 1 ? pixels / (PIXELS_PER_CHARACTER + PADDING) : wide) * 100) / 100;
}

export type Axis = 'row' | 'column';

/** Points that a line takes on the screen; 0 when it is hidden. */
function lineSize(sheet: Sheet, axis: Axis, line: number): number {
  if (axis === 'row') {
    const row = sheet.rows.get(line);
    return row?.hidden ? 0 : (row?.height ?? DEFAULT_HEIGHT);
  }
  const column = sheet.columns.get(line);
  return column?.hidden ? 0 : pointsOfWidth(column?.width ?? DEFAULT_CHARACTERS);
}

/** Points from the sheet's corner to the near edge of a line. */
export function lineStart(sheet: Sheet, axis: Axis, line: number): number {
  let at = 0;
  for (let n = 0; n < line; n++) at += lineSize(sheet, axis, n);
  return at;
}

/** The line in which a distance from the sheet's corner lies, and how far into it. */
export function lineAt(sheet: Sheet, axis: Axis, distance: number, last: number): { line: number; into: number } {
  let rest = Math.max(0, distance);
  for (let line = 0; line < last; line++) {
    const size = lineSize(sheet, axis, line);
    if (rest < size) return { line, into: rest };
    rest -= size;
  }
  return { line: last, into: 0 };
}
