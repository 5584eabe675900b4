// One model cell as the grid shows it. The grid never calculates: a cell carries its result, and its formula rides along in `custom`.
import type { ICellData, Nullable } from '@univerjs/core';
import type { Cell, Value } from '../model/book';
import { isError } from '../model/cells';
import { readInput } from '../model/typedInput';
import { BOOLEAN, NUMBER, TEXT } from './gridCodes';

/** What rides along with a grid cell: its formula and where it stands, so that a copy elsewhere can be shifted. */
export interface FormulaTag {
  readonly f: string;
  readonly r: number;
  readonly c: number;
}

/** What a person has just typed into a cell, before anything has made sense of it. */
export interface InputTag {
  readonly input: string;
}

/** Value, type and formula tag of a cell at 0-based row and column; the style is added by whoever knows the sheet. */
export function toGridCell(cell: Cell | undefined, row: number, column: number): ICellData {
  const data: ICellData = {};
  const value = cell?.value ?? null;
  if (isError(value)) {
    data.v = value.error;
    data.t = TEXT;
  } else if (typeof value === 'number') {
    data.v = value;
    data.t = NUMBER;
  } else if (typeof value === 'boolean') {
    data.v = value ? 1 : 0;
    data.t = BOOLEAN;
  } else if (typeof value === 'string') {
    data.v = value;
    data.t = TEXT;
  }
  if (cell?.formula) data.custom = { f: cell.formula, r: row, c: column } satisfies FormulaTag;
  return data;
}

/** The formula that a cell came with, and where it stood then. */
export function formulaTagOf(data: Nullable<ICellData>): FormulaTag | undefined {
  const tag = data?.custom as Partial<FormulaTag> | null | undefined;
  return typeof tag?.f === 'string' && typeof tag.r === 'number' && typeof tag.c === 'number'
    ? { f: tag.f, r: tag.r, c: tag.c }
    : undefined;
}

/** What a person typed, before the grid read it as a number or date. */
export function inputTagOf(data: Nullable<ICellData>): InputTag | undefined {
  const tag = data?.custom as Partial<InputTag> | null | undefined;
  return typeof tag?.input === 'string' ? { input: tag.input } : undefined;
}

/** The literal that a value written by the grid (paste, fill, undo) stands for. */
export function literalOf(data: ICellData): Value {
  if (data.p) return (data.p.body?.dataStream ?? '').replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (data.v === undefined || data.v === null) return null;
  if (data.t === BOOLEAN)
    return data.v === 1 || data.v === true || String(data.v).toUpperCase() === 'TRUE' || data.v === '1';
  if (data.t === NUMBER) return Number(data.v);
  return data.v;
}

/** Any serial does: whether an input is a date does not depend on the year. */
const SOME_DAY = 44_354;

/** What to type into a cell so that it holds this literal again: text that looks like something else gets an apostrophe. */
export function inputFor(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  const read = readInput(value, false, SOME_DAY);
  return value === '' || (read.formula === undefined && read.value === value) ? value : `'${value}`;
}
