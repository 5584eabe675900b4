// Rows of a hand-kept sheet that are no data: blank ones, totals, footnotes, repeated headers. Knows no table.
import { cellText, foldText } from './cellText';
import type { ImportedCell } from './sheetRows';

export type SkipReason = 'empty' | 'totals' | 'footnote' | 'repeated-header';

export interface RowSurroundings {
  readonly header: readonly ImportedCell[];
  readonly above: readonly ImportedCell[] | undefined;
  readonly requiredColumns: readonly number[];
  /** Columns that only count the rows (序号) and are asked for by nobody. */
  readonly counterColumns: readonly number[];
}

const TOTALS = /^(?:合计|总计|小计|共计|总数|total|subtotal|sum)(?:[::(].*|\d+.?)?$/;
const FOOTNOTE = /^(?:注|备注|说明|填表人|填报人|制表人?|审核人?|负责人|联系电话|填报时间|填表时间|note)\d?[:：]/;

/**
 * Why the row holds no data, or null when it does.
 * Empty also means: nothing but a row number and what a merged area repeats from the row above.
 * Example: a row `[null, null, '合计', 46]` is 'totals'.
 */
export function skipReason(
  cells: readonly ImportedCell[],
  { header, above, requiredColumns, counterColumns }: RowSurroundings,
): SkipReason | null {
  const texts = cells.map((cell) => foldText(cellText(cell)));
  const filled = texts.map((value, column) => ({ value, column })).filter(({ value }) => value !== '');
  const saying = filled.filter(({ column }) => !counterColumns.includes(column));
  if (saying.length === 0) return 'empty';
  const lacksRequired = requiredColumns.every((column) => (texts[column] ?? '') === '');
  if (lacksRequired && above && saying.every(({ value, column }) => value === foldText(cellText(above[column]))))
    return 'empty';
  if (filled.slice(0, 3).some(({ value }) => TOTALS.test(value))) return 'totals';
  const first = filled[0];
  if (first && FOOTNOTE.test(first.value) && new Set(filled.map(({ value }) => value)).size <= 2) return 'footnote';
  const sameAsHeader = filled.filter(({ value, column }) => value === foldText(cellText(header[column])));
  if (sameAsHeader.length === filled.length && filled.length > 1) return 'repeated-header';
  return null;
}
