// Cells that a person wrote in the grid (typing, pasting, filling, clearing, styling, undoing), turned into edits of the model.
import type { ICellData } from '@univerjs/core';
import type { Sheet, Style } from '../model/book';
import { setStyle, styleAt } from '../model/cells';
import { offsetFormula } from '../model/formulaText';
import { formulaTagOf, inputFor, inputTagOf, literalOf } from './cellData';
import { fromGridStyle, OWN_FONTS } from './styleData';

/** What a person did to one cell; 0-based. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  /** What is to be typed into the cell; undefined leaves its contents. */
  readonly input?: string;
  /** Properties that change, or null when the cell loses its whole style. */
  readonly style?: Partial<Style> | null;
}

/**
 * What a cell written by the grid means. A formula that rides along is moved by as far as the cell was copied; with `inPlace`
 * (cells that were cut or dragged) it stays as it was.
 */
export function writtenCell(row: number, column: number, data: ICellData | null, inPlace = false): WrittenCell {
  if (!data) return { row, column, input: '', style: null };
  const style = data.s === null ? null : typeof data.s === 'object' ? fromGridStyle(data.s) : undefined;
  return { row, column, style, input: inputOf(row, column, data, inPlace) };
}

function inputOf(row: number, column: number, data: ICellData, inPlace: boolean): string | undefined {
  const typed = inputTagOf(data);
  if (typed) return typed.input;
  const tag = formulaTagOf(data);
  if (tag) return inPlace ? tag.f : offsetFormula(tag.f, row - tag.r, column - tag.c);
  if (data.f) return data.f;
  return data.v !== undefined || data.p ? inputFor(literalOf(data)) : undefined;
}

/** Every cell of a mutation's matrix. */
export function writtenCells(matrix: Record<number, Record<number, ICellData | null>>): WrittenCell[] {
  return Object.entries(matrix).flatMap(([row, line]) =>
    Object.entries(line).map(([column, data]) => writtenCell(Number(row), Number(column), data)),
  );
}

/** The cells of a grid sheet that differ from the model, for changes that do not say what they changed. */
export function differingCells(
  sheet: Sheet,
  shown: readonly { readonly row: number; readonly column: number; readonly data: ICellData }[],
): WrittenCell[] {
  const places = new Set(shown.map(({ row, column }) => `${row},${column}`));
  const written: WrittenCell[] = [];
  for (const [key, cell] of sheet.cells) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (!places.has(key) && (cell.formula !== undefined || (cell.value ?? null) !== null))
      written.push({ row, column, input: '' });
  }
  for (const { row, column, data } of shown) {
    const cell = sheet.cells.get(`${row},${column}`);
    const tag = formulaTagOf(data);
    const isSame = tag ? cell?.formula === tag.f : !cell?.formula && (cell?.value ?? null) === literalOf(data);
    if (!isSame) written.push({ ...writtenCell(row, column, data, true), style: undefined });
  }
  return written;
}

/** Changes properties of a cell's style; a property set to undefined goes. Null takes the style away. */
export function restyleCell(sheet: Sheet, { row, column, style }: WrittenCell): void {
  if (style === null) return setStyle(sheet, row, column, undefined);
  if (!style) return;
  const old = styleAt(sheet, row, column);
  const border = style.border ? { ...old.border, ...style.border } : style.border;
  const fontName = style.fontName ?? (OWN_FONTS.has(old.fontName ?? '') ? old.fontName : undefined);
  const merged = {
    ...old,
    ...style,
    ...('border' in style ? { border } : {}),
    ...('fontName' in style ? { fontName } : {}),
  };
  setStyle(
    sheet,
    row,
    column,
    Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Style,
  );
}
