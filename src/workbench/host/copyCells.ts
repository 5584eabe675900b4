// Range.copyFrom: contents and formats from one place to another, repeated when the target is a multiple of the source.
import { intersect, isUnbounded } from '../model/area';
import type { Cell, Style } from '../model/book';
import { cellAt, isFilled, setStyle, styleAt } from '../model/cells';
import { offsetFormula } from '../model/formulaText';
import { refuse } from './apiError';
import { removeConditionals } from './classes/rules';
import type { HostContext } from './hostContext';
import { onSheet, type Place } from './places';
import { writeCells } from './writeCells';

/** `what`: an `Excel.RangeCopyType`. */
export interface CopyOptions {
  readonly what: string;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

interface Copied {
  readonly cell: Cell | undefined;
  readonly style: Style;
}

const KINDS = ['All', 'Formulas', 'Values', 'Formats'];

/** The content as it is written: texts keep being text, formulas move with the copy. */
function contentFor(cell: Cell | undefined, withFormula: boolean, rows: number, columns: number): unknown {
  if (withFormula && cell?.formula !== undefined) return offsetFormula(cell.formula, rows, columns);
  const value = cell?.value ?? '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}

/** What stands in the target goes; each rule of the source comes as a further one, stated for its new place. */
function copyConditionals(cx: HostContext, from: Place, to: Place): void {
  const copied = from.sheet.conditionals.flatMap((rule) => {
    const [first] = rule.ranges;
    const parts = rule.ranges.flatMap((range) => intersect(range, from.area) ?? []);
    return first && parts.length > 0 ? [{ rule, first, parts }] : [];
  });
  if (copied.length === 0) return;
  removeConditionals(to.sheet, to.area);
  for (const { rule, first, parts } of copied) {
    const ranges = parts.map((part) => ({
      row: to.area.row + part.row - from.area.row,
      column: to.area.column + part.column - from.area.column,
      rows: part.rows === from.area.rows ? to.area.rows : part.rows,
      columns: part.columns === from.area.columns ? to.area.columns : part.columns,
    }));
    const [place] = ranges;
    if (!place) continue;
    const formula = offsetFormula(rule.formula, place.row - first.row, place.column - first.column);
    to.sheet.conditionals.push({ ...rule, id: `{CF-${cx.book.nextId++}}`, ranges, formula });
  }
}

/** Range.copyFrom, as far as this host knows it; other kinds of copies are refused. */
export function copyCells(cx: HostContext, from: Place, to: Place, options: CopyOptions): void {
  if (!KINDS.includes(options.what))
    refuse('ApiNotFound', `Range.copyFrom(${options.what}) is not supported by this host`);
  if (isUnbounded(from.area) || isUnbounded(to.area))
    refuse('ApiNotFound', 'copying whole rows or columns is not supported by this host');
  const height = options.transpose ? from.area.columns : from.area.rows;
  const width = options.transpose ? from.area.rows : from.area.columns;
  const rows = to.area.rows % height === 0 ? to.area.rows : height;
  const columns = to.area.columns % width === 0 ? to.area.columns : width;
  const target = onSheet({ ...to.area, rows, columns });
  const source = Array.from({ length: from.area.rows }, (_r, r) =>
    Array.from({ length: from.area.columns }, (_c, c): Copied => {
      const [row, column] = [from.area.row + r, from.area.column + c];
      return { cell: cellAt(from.sheet, row, column), style: styleAt(from.sheet, row, column) };
    }),
  );
  const contents: unknown[][] = [];
  for (let r = 0; r < rows; r++) {
    const line: unknown[] = [];
    for (let c = 0; c < columns; c++) {
      const [sr, sc] = options.transpose ? [c % width, r % height] : [r % height, c % width];
      const copied = source[sr]?.[sc];
      const [row, column] = [target.row + r, target.column + c];
      if (!copied || (options.skipBlanks && !isFilled(copied.cell))) {
        line.push(null);
        continue;
      }
      if (options.what === 'All' || options.what === 'Formats') setStyle(to.sheet, row, column, copied.style);
      line.push(
        contentFor(copied.cell, options.what !== 'Values', row - from.area.row - sr, column - from.area.column - sc),
      );
    }
    contents.push(line);
  }
  if (options.what !== 'Formulas' && options.what !== 'Values' && cx.manners.formatsCarryConditionals)
    copyConditionals(cx, from, { sheet: to.sheet, area: target });
  if (options.what === 'Formats') cx.touch(to.sheet, false);
  else writeCells(cx, to.sheet, target, contents);
}
