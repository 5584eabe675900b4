// Changes and reads the style of whole areas. Equal styles stay one shared object; nothing here knows what a property means.
import type { Range, Sheet, Style } from './book';
import { bottomOf, isUnbounded, rightOf } from './area';
import { cellAt, cellsIn, setStyle, styleAt } from './cells';
import { MAX_COLUMNS, MAX_ROWS } from './address';

/** A whole sheet's format goes to this many columns: what a person can reach by scrolling, not all 16,384. */
const SHEET_WIDE_COLUMNS = 256;

/** Gives every cell of the area the style that `change` makes of its present one. Whole columns and rows keep it for cells to come. */
export function restyle(sheet: Sheet, area: Range, change: (style: Style) => Style): void {
  const made = new Map<Style, Style>();
  // Neighbours mostly look alike: the last answer is kept at hand.
  let latest: { style: Style; next: Style; bare: boolean } | undefined;
  const changed = (style: Style): { next: Style; bare: boolean } => {
    if (latest?.style === style) return latest;
    let next = made.get(style);
    if (!next) made.set(style, (next = change(style)));
    latest = { style, next, bare: Object.keys(next).length === 0 };
    return latest;
  };
  if (!isUnbounded(area)) {
    for (let row = area.row; row <= bottomOf(area); row++) {
      for (let column = area.column; column <= rightOf(area); column++) {
        const cell = cellAt(sheet, row, column);
        const style = cell?.style ?? styleAt(sheet, row, column);
        const { next, bare } = changed(style);
        if (cell?.style === undefined || bare) setStyle(sheet, row, column, next);
        else cell.style = next;
      }
    }
    return;
  }
  const styled = cellsIn(sheet, area).map(({ row, column }) => ({
    row,
    column,
    style: changed(styleAt(sheet, row, column)).next,
  }));
  const lines = area.rows === MAX_ROWS ? sheet.columns : sheet.rows;
  const first = area.rows === MAX_ROWS ? area.column : area.row;
  const last =
    area.rows !== MAX_ROWS ? bottomOf(area) : area.columns === MAX_COLUMNS ? SHEET_WIDE_COLUMNS - 1 : rightOf(area);
  for (let line = first; line <= last; line++)
    lines.set(line, { ...lines.get(line), style: changed(lines.get(line)?.style ?? {}).next });
  for (const { row, column, style } of styled) setStyle(sheet, row, column, style);
}

/** The one value that all cells of the area share, or null when they differ. Whole rows and columns: by their line and existing cells. */
export function sharedStyle<T>(sheet: Sheet, area: Range, pick: (style: Style) => T): T | null {
  if (isUnbounded(area)) {
    const line = area.rows === MAX_ROWS ? sheet.columns.get(area.column) : sheet.rows.get(area.row);
    const first = pick(line?.style ?? {});
    return cellsIn(sheet, area).every(({ cell }) => cell.style === undefined || pick(cell.style) === first)
      ? first
      : null;
  }
  const first = pick(styleAt(sheet, area.row, area.column));
  for (let row = area.row; row <= bottomOf(area); row++) {
    for (let column = area.column; column <= rightOf(area); column++) {
      if (pick(styleAt(sheet, row, column)) !== first) return null;
    }
  }
  return first;
}
