// Stands between the grid's cell editor and the model: what the editor shows, and what was typed, exactly as it was typed.
// It does not decide what an input means: the host does.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService, VALIDATE_CELL } from '@univerjs/sheets';
import { inputTagOf, literalOf } from './cellData';
import type { InputTag } from './cellData';
import { FORCED_TEXT, TEXT } from './gridCodes';
import type { GridEngine } from './univerEngine';

/** Before all the grid's own interceptors, which would read dates, percentages and formulas in their own way. */
const FIRST = 1_000;

/**
 * `textOf` gives the text that the editor should show for a cell of a grid sheet. `isPlainlyValid`: an input that needs no look at the
 * grid's own rules, which may still be loading; the cursor goes on at once, and whoever types fast loses nothing.
 */
export function connectCellEditor(
  engine: GridEngine,
  textOf: (gridId: string, row: number, column: number) => string,
  isPlainlyValid: (gridId: string, row: number, column: number, input: string) => boolean,
): void {
  const { writeCellInterceptor } = engine.injector.get(SheetInterceptorService);
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (_, { subUnitId, row, col, worksheet }) => {
      // The cell's own look alone: the colours of a mark that stands on it would be typed into it, and stay when the mark has gone.
      const shown: ICellData = { ...worksheet.getCellRaw(row, col) };
      const text = textOf(subUnitId, row, col);
      if (text === '') return { ...shown, p: undefined, f: undefined, v: undefined };
      return text.startsWith('=')
        ? { ...shown, p: undefined, v: undefined, f: text }
        : { ...shown, p: undefined, f: undefined, v: text, t: TEXT };
    },
  });
  writeCellInterceptor.intercept(VALIDATE_CELL, {
    priority: FIRST,
    handler: (answer, { subUnitId, row, col, worksheet }, next) => {
      const typed = inputTagOf(worksheet.getCellRaw(row, col));
      return typed && isPlainlyValid(subUnitId, row, col, typed.input) ? Promise.resolve(true) : next(answer);
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (value, { subUnitId, row, col, worksheet }) => {
      const before = worksheet.getCellRaw(row, col);
      const input = typedText(value);
      if (input === textOf(subUnitId, row, col)) return before ?? {};
      // A cell that names no look keeps the one that it has; one that names it is written in it anew, where its font may be the grid's own.
      return {
        ...before,
        s: restyled(value, worksheet.getComposedCellStyleByCellData(row, col, before)),
        f: null,
        si: null,
        p: null,
        v: input === '' ? null : input,
        t: TEXT,
        custom: { input } satisfies InputTag,
      };
    },
  });
}

/** What a person changed of the look while typing; the editor hands back the whole look with which it opened. */
function restyled(value: Nullable<ICellData>, opened: Nullable<IStyleData>): IStyleData | undefined {
  if (typeof value?.s !== 'object') return undefined;
  const had = new Map(Object.entries(opened ?? {}).map(([key, part]) => [key, JSON.stringify(part)]));
  const changed = Object.entries(value.s ?? {}).filter(([key, part]) => had.get(key) !== JSON.stringify(part));
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function typedText(value: Nullable<ICellData>): string {
  if (!value) return '';
  if (value.f) return value.f;
  const literal = literalOf({ ...value, t: value.p ? value.t : TEXT });
  const text = literal === null ? '' : String(literal);
  return value.t === FORCED_TEXT && !value.p ? `'${text}` : text;
}
