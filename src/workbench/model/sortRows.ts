// Sorts lines of an area as Excel does: numbers, texts, FALSE before TRUE, errors, blanks last; equal ones keep their order.
import type { Cell, Range, Sheet } from './book';
import { cellAt, isError, putCell } from './cells';
import { offsetFormula } from './formulaText';

export interface SortKey {
  /** 0-based column of the area (row, when columns are sorted). */
  readonly key: number;
  readonly ascending: boolean;
}

function kindOf(value: Cell['value']): number {
  if (value === undefined || value === null || value === '') return 9;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return isError(value) ? 3 : 2;
}

function compare(a: Cell['value'], b: Cell['value'], matchCase: boolean, locale: string): number {
  const [ka, kb] = [kindOf(a), kindOf(b)];
  if (ka !== kb) return ka - kb;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string')
    return a.localeCompare(b, locale, { sensitivity: matchCase ? 'variant' : 'accent', numeric: false });
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return 0;
}

/**
 * Sorts the rows (or, with `byColumns`, the columns) of the area; cells move with style and formula, whose relative references move along.
 * `locale` orders texts: 'zh' by Pinyin.
 */
export function sortArea(
  sheet: Sheet,
  area: Range,
  keys: readonly SortKey[],
  options: { matchCase: boolean; byColumns: boolean; locale: string },
): void {
  const { byColumns } = options;
  const lines = byColumns ? area.columns : area.rows;
  const across = byColumns ? area.rows : area.columns;
  const at = (line: number, cross: number): [number, number] =>
    byColumns ? [area.row + cross, area.column + line] : [area.row + line, area.column + cross];
  const taken = Array.from({ length: lines }, (_, line) => ({
    line,
    cells: Array.from({ length: across }, (_c, cross) => cellAt(sheet, ...at(line, cross))),
  }));
  const order = [...taken].sort((x, y) => {
    for (const { key, ascending } of keys) {
      const [a, b] = [x.cells[key]?.value, y.cells[key]?.value];
      const blank = kindOf(a) === 9 || kindOf(b) === 9;
      const sign = compare(a, b, options.matchCase, options.locale);
      if (sign !== 0) return ascending || blank ? sign : -sign;
    }
    return x.line - y.line;
  });
  order.forEach(({ line: from, cells }, line) => {
    const moved = line - from;
    cells.forEach((cell, cross) => {
      const formula =
        cell?.formula === undefined
          ? undefined
          : offsetFormula(cell.formula, byColumns ? 0 : moved, byColumns ? moved : 0);
      putCell(sheet, ...at(line, cross), { ...cell, ...(formula === undefined ? {} : { formula }) });
    });
  });
}
