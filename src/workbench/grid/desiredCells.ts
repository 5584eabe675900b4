// What every cell of a sheet should look like in the grid: contents, own style and the look of its table, in one map.
import type { ICellData, IStyleData } from '@univerjs/core';
import type { Cell, Sheet, Style, Table } from '../model/book';
import { styleAt } from '../model/cells';
import { toGridCell } from './cellData';
import { styleSignature, toGridStyle } from './styleData';
import { tableLookAt } from './tableLook';

/** A cell as the grid should have it. */
export interface DesiredCell {
  readonly row: number;
  readonly column: number;
  readonly data: ICellData;
  readonly style: IStyleData | undefined;
  /** Equal for equal styles; '' for none. */
  readonly signature: string;
}

/** Sheets are at most 16,384 columns wide, so a cell's place fits one number. */
export const placeOf = (row: number, column: number): number => row * 16_384 + column;

interface KnownStyle {
  readonly style: IStyleData | undefined;
  readonly signature: string;
}

const NO_STYLE: KnownStyle = { style: undefined, signature: '' };

/** By the table's look, then by the cell's own: cells share their style objects, and none is ever changed in place. */
type KnownStyles = Map<Style | undefined, Map<Style | undefined, KnownStyle>>;

/** Every cell of the sheet that has contents or a style, by `placeOf`. */
export function desiredCells(sheet: Sheet): Map<number, DesiredCell> {
  const known: KnownStyles = new Map();
  const cells = new Map<number, DesiredCell>();
  const linesHaveStyles = [...sheet.rows.values(), ...sheet.columns.values()].some((line) => line.style !== undefined);
  const add = (row: number, column: number, cell: Cell | undefined, look: Style | undefined): void => {
    const own = linesHaveStyles ? styleAt(sheet, row, column) : cell?.style;
    const { style, signature } = knownStyle(known, look, own);
    const data = toGridCell(cell, row, column);
    if (style === undefined && data.v === undefined && data.custom === undefined) return;
    cells.set(placeOf(row, column), { row, column, data, style, signature });
  };
  for (const [key, cell] of sheet.cells) {
    const comma = key.indexOf(',');
    const row = Number(key.slice(0, comma));
    const column = Number(key.slice(comma + 1));
    add(row, column, cell, lookAt(sheet.tables, row, column));
  }
  for (const table of sheet.tables) {
    const { range } = table;
    for (let row = range.row; row < range.row + range.rows; row++) {
      for (let column = range.column; column < range.column + range.columns; column++) {
        if (!cells.has(placeOf(row, column)))
          add(row, column, sheet.cells.get(`${row},${column}`), tableLookAt(table, row));
      }
    }
  }
  return cells;
}

function lookAt(tables: readonly Table[], row: number, column: number): Style | undefined {
  const table = tables.find(
    ({ range }) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  );
  return table ? tableLookAt(table, row) : undefined;
}

/** A cell's own properties win over those of the table, except that black text stays the table's. */
function knownStyle(known: KnownStyles, look: Style | undefined, own: Style | undefined): KnownStyle {
  if (!look && !own) return NO_STYLE;
  let ofLook = known.get(look);
  if (!ofLook) known.set(look, (ofLook = new Map<Style | undefined, KnownStyle>()));
  const found = ofLook.get(own);
  if (found) return found;
  const defined = Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== undefined)) as Style;
  if (look?.color && (defined.color === '#000000' || defined.color === undefined)) delete defined.color;
  const border = look?.border || defined.border ? { ...look?.border, ...defined.border } : undefined;
  const style = toGridStyle({ ...look, ...defined, border });
  const made = { style, signature: styleSignature(style) };
  ofLook.set(own, made);
  return made;
}
