// Rows of sheets about to be printed whose text has no room: people type longer words, and a row of a height of its own, or of merged cells, does not grow by
// itself in any program. An estimate without the metrics of fonts: what is close is not named. Changes nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { INDENT, emsOf, linesOf } from '../../workbook/contract/pageLines';
import { typedLines, type TypedLine } from '../../workbook/sheets/rowsMade';
import { holds } from '../model/area';
import type { Book, Range, Sheet } from '../model/book';
import { cellAt, cellsIn, styleAt, usedArea, valueAt } from '../model/cells';
import { DEFAULT_CHARACTERS, DEFAULT_HEIGHT, pointsOfWidth } from '../model/lineSizes';
import { formatValue } from '../model/numberFormat';

/** Points of a line over those of its type: no font that offices have stands closer. */
const CLOSEST = 1.1;
/** Points by which text may stand out without a word of it being lost. */
const LEEWAY = 3;
/** Of the estimate across: digits of narrow types. */
const CLOSEST_ACROSS = 0.9;

/** Type that is shrunk to less of its size is not read. */
const LEGIBLE = 0.35;

const widthOf = (sheet: Sheet, { column, columns }: Range): number =>
  Array.from({ length: columns }, (_, at) => sheet.columns.get(column + at)).reduce(
    (sum, entry) => sum + (entry?.hidden ? 0 : pointsOfWidth(entry?.width ?? DEFAULT_CHARACTERS)),
    0,
  );

/** Null: a row that its program fits by itself, or none of which shows. */
function heightOf(sheet: Sheet, area: Range): number | null {
  const rows = Array.from({ length: area.rows }, (_, at) => sheet.rows.get(area.row + at));
  const grows = area.rows === 1 && area.columns === 1 && rows[0]?.height === undefined;
  if (grows || rows.every((row) => row?.hidden)) return null;
  return rows.reduce((sum, row) => sum + (row?.hidden ? 0 : (row?.height ?? DEFAULT_HEIGHT)), 0);
}

/** Whether words in one line end at what stands in the next column that shows; a formula that says nothing ends them, too. */
function endsAtNext(sheet: Sheet, { row, column, columns }: Range): boolean {
  let next = column + columns;
  while (sheet.columns.get(next)?.hidden) next += 1;
  const cell = cellAt(sheet, row, next);
  return cell?.formula !== undefined || valueAt(sheet, row, next) !== '';
}

/** A number or a day that is wider than its cell is a row of #; words in one line go on over what is free. */
function isTooWide(sheet: Sheet, area: Range, words: string, width: number): boolean {
  const { fontSize = 11, wrap } = styleAt(sheet, area.row, area.column);
  if (emsOf(words) * fontSize * CLOSEST_ACROSS <= width) return false;
  return typeof valueAt(sheet, area.row, area.column) === 'number' || (wrap !== true && endsAtNext(sheet, area));
}

function isCut(sheet: Sheet, area: Range, words: string): boolean {
  const { wrap, rotation, shrink, indent = 0, fontSize = 11 } = styleAt(sheet, area.row, area.column);
  const [height, width] = [heightOf(sheet, area), widthOf(sheet, area) - indent * INDENT];
  if (rotation !== undefined || width <= 0) return false;
  if (shrink === true && wrap !== true) return emsOf(words) * fontSize * LEGIBLE > width;
  if (isTooWide(sheet, area, words, width)) return true;
  return wrap === true && height !== null && linesOf(words, width, fontSize) * fontSize * CLOSEST > height + LEEWAY;
}

function cutIn(sheet: Sheet, row: number, column: number): TypedLine | null {
  if (sheet.rows.get(row)?.hidden) return null;
  const words = formatValue(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat ?? 'General');
  const area = sheet.merges.find((merge) => holds(merge, row, column)) ?? { row, column, rows: 1, columns: 1 };
  return words !== '' && isCut(sheet, area, words)
    ? { line: row + 1, words: words.replace(/\s+/g, ' ').slice(0, 20) }
    : null;
}

function cutOn(sheet: Sheet): TypedLine[] {
  const printed = sheet.page.printArea ?? usedArea(sheet, true);
  if (!printed) return [];
  const lines = new Map<number, TypedLine>();
  for (const { row, column } of cellsIn(sheet, printed).sort((a, b) => a.row - b.row || a.column - b.column)) {
    const cut = lines.has(row) ? null : cutIn(sheet, row, column);
    if (cut) lines.set(row, cut);
  }
  return [...lines.values()];
}

function said(sheet: string, rows: readonly TypedLine[]): Problem {
  const [first] = rows;
  const { zh, en } = typedLines(rows);
  return {
    code: 'text-cut',
    sheet,
    ...(first && { row: String(first.line) }),
    found: first?.words ?? '',
    expected: text('放得下内容的行高和列宽', 'rows and columns that have room for their text'),
    message: text(
      `“${sheet}”${zh}，行高或列宽不够，打印会缺字。请把这些行拉高（或把列拉宽）再打印；生成的表也可重新生成。`,
      `On “${sheet}” ${en}: rows or columns are too small, text is cut on paper. Make them larger before you print; made sheets can be made again.`,
    ),
  };
}

/** One notice a sheet. Example: a title of 40 characters typed over one of 20 → line 1 of “公示”. */
export function cutRows(book: Book, names: readonly string[]): Problem[] {
  return book.sheets.flatMap((sheet) => {
    const rows = names.includes(sheet.name) ? cutOn(sheet) : [];
    return rows.length > 0 ? [said(sheet.name, rows)] : [];
  });
}
