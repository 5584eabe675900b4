// Which cells hold some words, as people read them: the values that are shown, not formulas. Changes nothing.
import type { Book, Sheet } from './book';
import { isError, positionOf, styleAt, valueAt } from './cells';
import { formatValue } from './numberFormat';

/** 0-based. */
export interface FoundCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

const fold = (words: string): string => words.normalize('NFKC').toLowerCase();

/** A row or a column that nobody sees, by a filter or otherwise. */
const isHidden = (line: { hidden?: boolean; height?: number; width?: number } | undefined): boolean =>
  line?.hidden === true || line?.height === 0 || line?.width === 0;

function inSheet(sheet: Sheet, wanted: string): FoundCell[] {
  const found: FoundCell[] = [];
  for (const [key, { value }] of sheet.cells) {
    if (value === null || value === undefined || value === '') continue;
    const [row, column] = positionOf(key);
    if (isHidden(sheet.rows.get(row)) || isHidden(sheet.columns.get(column))) continue;
    const shown = isError(value)
      ? value.error
      : formatValue(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat ?? 'General');
    if (fold(shown).includes(wanted) || fold(String(isError(value) ? '' : value)).includes(wanted))
      found.push({ sheetId: sheet.id, row, column });
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Row by row, the sheet `first` before the others, what is hidden left out; width and case do not count. Example: “西渡” finds 西渡镇 on every sheet. */
export function findCells({ sheets }: Pick<Book, 'sheets'>, words: string, first: string | undefined): FoundCell[] {
  const wanted = fold(words.trim());
  if (wanted === '') return [];
  const shown = sheets.filter(({ visibility }) => visibility === 'visible');
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === first),
  );
  return [...shown.slice(at), ...shown.slice(0, at)].flatMap((sheet) => inSheet(sheet, wanted));
}
