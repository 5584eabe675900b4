// A sheet whose table is continued to the right of itself → a sheet for each block, rows and columns in their places. Reads no row of data.
import { cellText, foldText } from './cellText';
import { HEADER_WITHIN } from './findHeader';
import { matchHeaders, type WantedColumn } from './matchHeaders';
import type { ImportedCell, SheetRows } from './sheetRows';

/** First and last column of each block, and the row of their headers, 0-based. */
interface Blocks {
  readonly header: number;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** Where the header of the first block begins again: all required columns come again with the same words. */
function blocksOf(cells: readonly ImportedCell[], header: number, wanted: readonly WantedColumn[]): Blocks | null {
  const columnOf = matchHeaders(cells, wanted);
  const required = wanted.filter((column) => column.required).map(({ key }) => columnOf[key]);
  const texts = cells.map((cell) => foldText(cellText(cell)));
  const places = required.map((column) => texts.flatMap((text, at) => (text === texts[column ?? -1] ? [at] : [])));
  const [first] = places;
  if (!first || first.length < 2 || places.some((own) => own.length !== first.length)) return null;
  const leading = leadingColumns(texts, first[0] ?? 0, first[1] ?? 0);
  const starts = first.map((at) => at - leading);
  if (required.some((column) => (column ?? -1) < (starts[0] ?? 0) || (column ?? -1) >= (starts[1] ?? 0))) return null;
  const ends = [...starts.slice(1).map((start) => start - 1), texts.length - 1];
  return { header, ranges: starts.map((from, index) => ({ from: index === 0 ? 0 : from, to: ends[index] ?? from })) };
}

/** How many columns before the required one, a row number say, come again too. */
function leadingColumns(texts: readonly string[], first: number, second: number): number {
  let leading = 0;
  while (
    leading < first &&
    texts[first - leading - 1] !== '' &&
    texts[first - leading - 1] === texts[second - leading - 1]
  )
    leading += 1;
  return leading;
}

/** “名单”, “名单（第2栏）”: what the blocks of a sheet are called. */
const blockName = (name: string, index: number): string => (index === 0 ? name : `${name}（第${index + 1}栏）`);

/** “填报单位：” merged over the whole list: one text in every cell, and a row below it that names more of the columns. */
function isMergedLine(rows: SheetRows['rows'], at: number, wanted: readonly WantedColumn[]): boolean {
  const texts = new Set((rows[at] ?? []).map((cell) => foldText(cellText(cell))).filter((text) => text !== ''));
  return texts.size === 1 && rows.slice(at + 1, HEADER_WITHIN).some((cells) => namesMoreThanOne(cells, wanted));
}

function namesMoreThanOne(cells: readonly ImportedCell[], wanted: readonly WantedColumn[]): boolean {
  const columnOf = matchHeaders(cells, wanted);
  return Object.keys(columnOf).length > 1 && wanted.every(({ key, required }) => !required || key in columnOf);
}

/** Other sheets come back as they are. Titles above stay with the first block. */
export function sideBySide(sheets: readonly SheetRows[], wanted: readonly WantedColumn[]): SheetRows[] {
  return sheets.flatMap((sheet): SheetRows[] => {
    const blocks = sheet.rows
      .slice(0, HEADER_WITHIN)
      .map((cells, row) => (isMergedLine(sheet.rows, row, wanted) ? null : blocksOf(cells, row, wanted)))
      .find((found) => found !== null);
    if (!blocks) return [sheet];
    return blocks.ranges.map(({ from, to }, index) => ({
      ...sheet,
      name: blockName(sheet.name, index),
      part: { of: sheet.name, from, to },
      rows: sheet.rows.map((cells, row) => {
        if (row < blocks.header) return index === 0 ? cells : [];
        return cells.map((cell, column) => (column >= from && column <= to ? cell : null));
      }),
    }));
  });
}
