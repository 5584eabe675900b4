// Tables that grew because somebody typed below them, so that taking the typing back takes the growth back: Excel's undo does both.
import type { Book, Range, Sheet, Style, Table } from '../model/book';
import { bottomOf } from '../model/area';
import { cellAt, setContent, setStyle } from '../model/cells';
import { resizeTable } from '../model/tables';
import type { HostContext } from './hostContext';

interface Growth {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly from: Range;
  readonly to: Range;
  /** The looks of the row below, before it was taken in. */
  readonly styles: readonly (Style | undefined)[];
}

/** A table before somebody types below it. */
export type BeforeGrowth = Pick<Growth, 'table' | 'from' | 'styles'>;

/** Taken before the typing: afterwards the table has grown, and the row below has its look. */
export function beforeGrowth(sheet: Sheet, table: Table): BeforeGrowth {
  const below = bottomOf(table.range) + 1;
  const styles = Array.from(
    { length: table.range.columns },
    (_none, index) => cellAt(sheet, below, table.range.column + index)?.style,
  );
  return { table, from: { ...table.range }, styles };
}

/** By book, the latest last. */
const GROWN = new WeakMap<Book, Growth[]>();
/** More typing than anybody takes back. */
const MOST = 5_000;

const sameRange = (one: Range, other: Range): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

/** Called after the typing; does nothing when the table kept its size. */
export function rememberGrowth(book: Book, sheet: Sheet, before: BeforeGrowth): void {
  const to = { ...before.table.range };
  if (sameRange(before.from, to)) return;
  const grown = GROWN.get(book) ?? [];
  grown.push({ ...before, sheet, to });
  GROWN.set(book, grown.slice(-MOST));
}

/** Nothing stands there but what the table itself filled in. */
function isBare(sheet: Sheet, rows: Range): boolean {
  for (let row = rows.row; row <= bottomOf(rows); row += 1)
    for (let column = rows.column; column < rows.column + rows.columns; column += 1) {
      const cell = cellAt(sheet, row, column);
      if (cell && cell.formula === undefined && cell.value !== null && cell.value !== '') return false;
    }
  return true;
}

/** Called when typing was taken back: tables whose grown rows are bare again return to their size, the latest first. */
export function takeGrowthBack(cx: HostContext, sheet: Sheet): void {
  const grown = GROWN.get(cx.book) ?? [];
  for (let last = grown.at(-1); last; last = grown.at(-1)) {
    const { table, from, to } = last;
    const rows = { ...to, row: bottomOf(from) + 1, rows: to.rows - from.rows };
    if (last.sheet !== sheet || !sheet.tables.includes(table) || !sameRange(table.range, to) || !isBare(sheet, rows))
      return;
    grown.pop();
    last.styles.forEach((style, index) => {
      setContent(sheet, rows.row, rows.column + index, { value: null });
      setStyle(sheet, rows.row, rows.column + index, style);
    });
    resizeTable(cx.book, sheet, table, from, cx.language);
    cx.edited(sheet, rows);
  }
}
