// Brings one grid sheet up to the model: writes only what differs, so that selection, scroll and an open editor stay.
import type { ICellData, IRange, Styles } from '@univerjs/core';
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { AddConditionalRuleMutation, DeleteConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import { placeOf } from './desiredCells';
import type { DesiredCell } from './desiredCells';
import type { GridWorkbook } from './gridWorkbook';
import { NO, YES } from './gridCodes';
import type { SheetRules } from './sheetRules';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from './sheetShape';
import type { SheetShape } from './sheetShape';
import { replacingStyle, styleSignature } from './styleData';

type CellMatrix = Record<number, Record<number, ICellData | null>>;

/** Places of a sheet (see `placeOf`). */
export interface Places {
  has(place: number): boolean;
}

/** Writes the cells that differ, except those at `ahead`; gives how many there were. */
export function refreshCells(
  grid: GridWorkbook,
  gridId: string,
  desired: ReadonlyMap<number, DesiredCell>,
  ahead?: Places,
): number {
  const worksheet = grid.worksheet(gridId);
  const styles = grid.workbook?.getStyles();
  if (!worksheet || !styles) return 0;
  const signatures = new Map<string, string>();
  const changes: CellMatrix = {};
  let count = 0;
  const change = (row: number, column: number, cell: ICellData | null): void => {
    if (ahead?.has(placeOf(row, column))) return;
    (changes[row] ??= {})[column] = cell;
    count++;
  };
  const seen = new Set<number>();
  worksheet.getCellMatrix().forValue((row, column, shown) => {
    const place = placeOf(row, column);
    const wanted = desired.get(place);
    seen.add(place);
    if (!wanted) {
      if (shown && Object.keys(shown).length > 0) change(row, column, null);
      return;
    }
    const sameStyle = signatureOf(shown, styles, signatures) === wanted.signature;
    if (!sameStyle || !holdsSame(shown, wanted)) change(row, column, replacement(wanted, sameStyle));
  });
  for (const [place, wanted] of desired)
    if (!seen.has(place)) change(wanted.row, wanted.column, replacement(wanted, false));
  if (count > 0) grid.mutate(SetRangeValuesMutation, gridId, { cellValue: changes });
  return count;
}

type Shown = ICellData | null | undefined | void;

/** But for the style. */
function holdsSame(shown: Shown, { data }: DesiredCell): boolean {
  if (!shown || shown.f || shown.p) return false;
  if ((shown.v ?? undefined) !== data.v || (shown.t ?? undefined) !== data.t) return false;
  return hasTag(shown.custom, data.custom);
}

function signatureOf(shown: Shown, styles: Styles, known: Map<string, string>): string {
  const style = shown?.s;
  if (typeof style !== 'string') return styleSignature(style);
  let signature = known.get(style);
  if (signature === undefined) known.set(style, (signature = styleSignature(styles.get(style))));
  return signature;
}

/** Both none, or one formula of one place. */
function hasTag(have: ICellData['custom'], want: ICellData['custom']): boolean {
  if (!have || !want) return !have && !want;
  return have['f'] === want['f'] && have['r'] === want['r'] && have['c'] === want['c'];
}

/** The grid merges what it is given into what it has, so everything that is to go is named. */
function replacement({ data, style }: DesiredCell, sameStyle: boolean): ICellData {
  return {
    v: data.v ?? null,
    t: data.t ?? null,
    custom: data.custom ?? null,
    f: null,
    si: null,
    p: null,
    ...(!sameStyle && { s: replacingStyle(style ?? {}) }),
  };
}

const rows = (row: number): IRange => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 0 });
const columns = (column: number): IRange => ({ startRow: 0, endRow: 0, startColumn: column, endColumn: column });

/** Brings name, tab, size, widths, heights, merges, hidden and frozen parts from `old` to `wanted`. */
export function refreshShape(grid: GridWorkbook, gridId: string, old: SheetShape, wanted: SheetShape): void {
  const set = (mutation: { id: string }, params: Record<string, unknown>): void =>
    grid.mutate(mutation, gridId, params);
  const worksheet = grid.worksheet(gridId);
  if (!worksheet) return;
  if (worksheet.getRowCount() < wanted.rowCount) set(SetWorksheetRowCountMutation, { rowCount: wanted.rowCount });
  if (worksheet.getColumnCount() < wanted.columnCount)
    set(SetWorksheetColumnCountMutation, { columnCount: wanted.columnCount });
  if (worksheet.getName() !== wanted.name) set(SetWorksheetNameMutation, { name: wanted.name });
  if (old.tabColor !== wanted.tabColor) set(SetTabColorMutation, { color: wanted.tabColor });
  if (old.hidden !== wanted.hidden) set(SetWorksheetHideMutation, { hidden: wanted.hidden ? YES : NO });
  if (old.showGridlines !== wanted.showGridlines)
    set(ToggleGridlinesMutation, { showGridlines: wanted.showGridlines ? YES : NO });
  if (JSON.stringify(old.freeze) !== JSON.stringify(wanted.freeze))
    set(SetFrozenMutation, { ...wanted.freeze, resetScroll: false });
  const [gone, come] = difference(old.merges, wanted.merges);
  if (gone.length > 0) set(RemoveWorksheetMergeMutation, { ranges: gone });
  if (come.length > 0) set(AddWorksheetMergeMutation, { ranges: come });
  for (const [column, width] of changed(old.widths, wanted.widths, DEFAULT_COLUMN_PIXELS))
    set(SetWorksheetColWidthMutation, { ranges: [columns(column)], colWidth: width });
  for (const [row, height] of changed(old.heights, wanted.heights, DEFAULT_ROW_PIXELS))
    set(SetWorksheetRowHeightMutation, { ranges: [rows(row)], rowHeight: height });
  toggle(
    old.hiddenRows,
    wanted.hiddenRows,
    rows,
    (ranges) => set(SetRowHiddenMutation, { ranges }),
    (ranges) => set(SetRowVisibleMutation, { ranges }),
  );
  toggle(
    old.hiddenColumns,
    wanted.hiddenColumns,
    columns,
    (ranges) => set(SetColHiddenMutation, { ranges }),
    (ranges) => set(SetColVisibleMutation, { ranges }),
  );
}

function difference(old: readonly IRange[], wanted: readonly IRange[]): [gone: IRange[], come: IRange[]] {
  const key = (range: IRange): string => `${range.startRow},${range.startColumn},${range.endRow},${range.endColumn}`;
  const [had, has] = [new Set(old.map(key)), new Set(wanted.map(key))];
  return [old.filter((range) => !has.has(key(range))), wanted.filter((range) => !had.has(key(range)))];
}

function changed(
  old: ReadonlyMap<number, number>,
  wanted: ReadonlyMap<number, number>,
  standard: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (const index of new Set([...old.keys(), ...wanted.keys()])) {
    const size = wanted.get(index) ?? standard;
    if ((old.get(index) ?? standard) !== size) pairs.push([index, size]);
  }
  return pairs;
}

function toggle(
  old: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
  range: (index: number) => IRange,
  hide: (ranges: IRange[]) => void,
  show: (ranges: IRange[]) => void,
): void {
  const hidden = [...wanted].filter((index) => !old.has(index)).map(range);
  const shown = [...old].filter((index) => !wanted.has(index)).map(range);
  if (hidden.length > 0) hide(hidden);
  if (shown.length > 0) show(shown);
}

/** Puts the wanted rules in the place of the old ones, if they differ at all. */
export function refreshRules(grid: GridWorkbook, gridId: string, old: SheetRules, wanted: SheetRules): void {
  if (JSON.stringify(old.validations) !== JSON.stringify(wanted.validations)) {
    if (old.validations.length > 0)
      grid.mutate(RemoveDataValidationMutation, gridId, { ruleId: old.validations.map((rule) => rule.uid) });
    if (wanted.validations.length > 0)
      grid.mutate(AddDataValidationMutation, gridId, { rule: structuredClone(wanted.validations) });
  }
  if (JSON.stringify(old.conditionals) !== JSON.stringify(wanted.conditionals)) {
    for (const rule of old.conditionals) grid.mutate(DeleteConditionalRuleMutation, gridId, { cfId: rule.cfId });
    for (const rule of [...wanted.conditionals].reverse())
      grid.mutate(AddConditionalRuleMutation, gridId, { rule: structuredClone(rule) });
  }
}
