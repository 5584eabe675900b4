// The arrays that an engine makes of the cells it reads, kept as long as no cell in them changes, from one calculation to the next.
import { BaseReferenceObject, FORMULA_REF_TO_ARRAY_CACHE, type ArrayValueObject } from '@univerjs/engine-formula';

/** 0-based, corners included. */
interface Place {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface Kept {
  readonly place: Place;
  readonly array: ArrayValueObject;
}

/** As many columns, and more rows, than a sheet has. */
const WIDTH = 16_384;
const HEIGHT = 2 ** 21;

/** Of one sheet. Places of one cell, of one column and of one row are found by it: of these there are many. */
class SheetArrays {
  private readonly cells = new Map<number, ArrayValueObject>();
  private readonly groups = new Map<string, Map<number | string, Kept>>();

  get(place: Place): ArrayValueObject | undefined {
    const { startRow: row, startColumn: column } = place;
    if (isCell(place)) return this.cells.get(row * WIDTH + column);
    return this.groups.get(groupOf(place))?.get(keyIn(place))?.array;
  }

  set(place: Place, array: ArrayValueObject): void {
    const { startRow: row, startColumn: column } = place;
    if (isCell(place)) return void this.cells.set(row * WIDTH + column, array);
    const name = groupOf(place);
    const group = this.groups.get(name) ?? new Map<number | string, Kept>();
    this.groups.set(name, group);
    group.set(keyIn(place), { place, array });
  }

  changed(row: number, column: number): void {
    this.cells.delete(row * WIDTH + column);
    for (const name of [`c${column}`, `r${row}`, '']) {
      const group = this.groups.get(name);
      for (const [key, { place }] of group ?? [])
        if (row >= place.startRow && row <= place.endRow && column >= place.startColumn && column <= place.endColumn)
          group?.delete(key);
    }
  }
}

const isCell = ({ startRow, endRow, startColumn, endColumn }: Place): boolean =>
  startRow === endRow && startColumn === endColumn;
const groupOf = ({ startRow, endRow, startColumn, endColumn }: Place): string =>
  startColumn === endColumn ? `c${startColumn}` : startRow === endRow ? `r${startRow}` : '';
const keyIn = ({ startRow, endRow, startColumn, endColumn }: Place): number | string =>
  startColumn === endColumn ? startRow * HEIGHT + endRow : `${startRow},${endRow},${startColumn},${endColumn}`;

/** Of the cells that an engine holds, by the names of their sheets. */
export class ReadArrays {
  private readonly sheets = new Map<string, SheetArrays>();

  of(sheet: string): SheetArrays {
    const own = this.sheets.get(sheet) ?? new SheetArrays();
    this.sheets.set(sheet, own);
    return own;
  }

  /** What was read of this cell is no longer so. */
  changed(sheet: string, row: number, column: number): void {
    this.sheets.get(sheet)?.changed(row, column);
  }

  removed(sheet: string): void {
    this.sheets.delete(sheet);
  }
}

/** By the unit of each engine that works from held cells at this moment. */
const inUse = new Map<string, ReadArrays>();

/** What this engine reads from now on is kept in `arrays`; null: as the engine keeps it by itself, for one run. */
export function readInto(unit: string, arrays: ReadArrays | null): void {
  if (arrays) inUse.set(unit, arrays);
  else inUse.delete(unit);
}

let prepared = false;

/** Engines read cells through two empty matrices each time, and find what they read again by a text: from now on through what there is, and by its place. */
export function readCellsPlainly(): void {
  if (prepared) return;
  prepared = true;
  const prototype = BaseReferenceObject.prototype;
  const { getCellData: cellData, toArrayValueObject: arrayOf } = prototype;
  prototype.getCellData = function (this: BaseReferenceObject, row, column) {
    if (this.getCurrentActiveArrayFormulaCellData()) return cellData.call(this, row, column);
    return (
      this.getCurrentRuntimeSheetData()?.getValue(row, column) ??
      this.getCurrentRuntimeActiveArrayFormulaCellData()?.getValue(row, column) ??
      this.getRuntimeFeatureCellValue(row, column) ??
      this.getCurrentActiveSheetData()?.cellData.getValue(row, column)
    );
  };
  prototype.toArrayValueObject = function (this: BaseReferenceObject, useCache = true) {
    const arrays = useCache ? inUse.get(this.getUnitId()) : undefined;
    if (!arrays) return arrayOf.call(this, useCache);
    const own = arrays.of(this.getSheetId());
    const place = this.getRangePosition();
    const known = own.get(place);
    if (known) return known;
    const array = arrayOf.call(this, false);
    own.set(place, array);
    return array;
  };
}

/** What a cache of the engine keeps to itself. */
interface OpenCache {
  _hash(text: string): string;
}

/** Trees of formulas are found by a number made of all letters of the text, each time, and two texts may have the same: by the text itself. */
export function findTreesByText(): void {
  const cache = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as OpenCache;
  cache._hash = (text) => text;
}
