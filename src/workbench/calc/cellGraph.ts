// Which formulas read which cells: built from their translated texts, asked which formulas a change reaches. Knows no values and no engine.
import { columnIndex } from './a1';

/** The sheet number that stands for the clock: above every other, and cells of it still have exact ids. */
export const CLOCK_INDEX = 2 ** 18;

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** One number for a cell of a book. */
export const idOf = (sheet: number, row: number, column: number): number => (sheet * ROWS + row) * COLUMNS + column;
/** The sheet's number, from `idOf`. */
export const sheetOf = (id: number): number => Math.floor(id / (ROWS * COLUMNS));
/** The 0-based row, from `idOf`. */
export const rowOf = (id: number): number => Math.floor(id / COLUMNS) % ROWS;
/** The 0-based column, from `idOf`. */
export const columnOf = (id: number): number => id % COLUMNS;

/** Cells of one sheet, by its number in the translator; corners are 0-based, the corners belong to it. */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Reference extends Area {
  /** The corners move with the formula's row. */
  readonly topMoves: boolean;
  readonly bottomMoves: boolean;
}

/** What a formula reads. `anything`: that cannot be seen from its text. */
export interface Reads {
  readonly references: readonly Reference[];
  readonly anything: boolean;
}

const CELLS =
  /(?<![\w.$])(?:(sheet_\d+|clock)!)?\$?([A-Z]{1,3})(\$?)(\d{1,7})(?::\$?([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\w.(!])/gi;
const LINES = /(?<![\w.$])(?:(sheet_\d+)!)?\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\w.(!])/gi;
const UNSEEN = /:|\b(?:INDIRECT|OFFSET|RAND|RANDBETWEEN|CELL|INFO)\(/i;

function sheetIndex(alias: string | undefined, own: number): number {
  if (alias === undefined) return own;
  return alias.toLowerCase() === 'clock' ? CLOCK_INDEX : Number(alias.slice('sheet_'.length)) - 1;
}

/** `formula`: translated text, of a formula on the sheet with number `own`. Example: `readsOf('=SUM(sheet_1!$A$2:$A$9)', 0).references[0]?.bottom === 8`. */
export function readsOf(formula: string, own: number): Reads {
  const references: Reference[] = [];
  const add = (sheet: number, rows: [number, number], columns: [number, number], moves: [boolean, boolean]): string => {
    references.push({
      sheet,
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
      topMoves: moves[0],
      bottomMoves: moves[1],
    });
    return '';
  };
  const rest = formula
    .replace(/"(?:[^"]|"")*"/g, '')
    .replace(CELLS, (_all, alias, column, fixed, row, column2, fixed2, row2) => {
      const last = column2 === undefined;
      const rows: [number, number] = [Number(row) - 1, Number(last ? row : row2) - 1];
      const columns: [number, number] = [columnIndex(column), columnIndex(last ? column : column2)];
      const moves: [boolean, boolean] = [fixed === '', (last ? fixed : fixed2) === ''];
      return add(sheetIndex(alias, own), rows, columns, rows[0] <= rows[1] ? moves : [moves[1], moves[0]]);
    })
    .replace(LINES, (_all, alias, from, to) =>
      add(sheetIndex(alias, own), [0, ROWS - 1], [columnIndex(from), columnIndex(to)], [false, false]),
    );
  return { references, anything: UNSEEN.test(rest) };
}

/** The areas of a formula that stands `down` rows below the one whose text was read. */
export function areasOf({ references }: Reads, down: number): Area[] {
  return references.map((reference) =>
    down === 0
      ? reference
      : {
          ...reference,
          top: reference.top + (reference.topMoves ? down : 0),
          bottom: reference.bottom + (reference.bottomMoves ? down : 0),
        },
  );
}

interface UsedArea {
  readonly area: Area;
  readonly users: Set<number>;
}

/** Cells by `idOf`. An area is kept once, however many formulas read it. */
export class CellGraph {
  private readonly cells = new Map<number, Set<number>>();
  private readonly areas = new Map<number, Map<string, UsedArea>>();
  private readonly readers = new Map<number, { readonly areas: readonly Area[]; readonly anything: boolean }>();
  private readonly unseen = new Set<number>();

  /** The formula in the cell reads this from now on. */
  set(id: number, areas: readonly Area[], anything: boolean): void {
    this.delete(id);
    this.readers.set(id, { areas, anything });
    if (anything) this.unseen.add(id);
    for (const area of areas) {
      if (area.top === area.bottom && area.left === area.right) {
        const cell = idOf(area.sheet, area.top, area.left);
        const users = this.cells.get(cell);
        if (users) users.add(id);
        else this.cells.set(cell, new Set([id]));
        continue;
      }
      const own = this.areas.get(area.sheet) ?? new Map<string, UsedArea>();
      this.areas.set(area.sheet, own);
      const key = keyOf(area);
      const used = own.get(key);
      if (used) used.users.add(id);
      else own.set(key, { area, users: new Set([id]) });
    }
  }

  /** There is no formula in the cell any more. */
  delete(id: number): void {
    const reader = this.readers.get(id);
    if (!reader) return;
    this.readers.delete(id);
    this.unseen.delete(id);
    for (const area of reader.areas) {
      if (area.top === area.bottom && area.left === area.right) {
        this.cells.get(idOf(area.sheet, area.top, area.left))?.delete(id);
        continue;
      }
      const used = this.areas.get(area.sheet)?.get(keyOf(area));
      used?.users.delete(id);
      if (used?.users.size === 0) this.areas.get(area.sheet)?.delete(keyOf(area));
    }
  }

  /** What the formula in the cell reads. */
  readBy(id: number): { readonly areas: readonly Area[]; readonly anything: boolean } {
    return this.readers.get(id) ?? { areas: [], anything: false };
  }

  /** Formulas of which it is not known what they read. */
  readersOfAnything(): number[] {
    return [...this.unseen];
  }

  /** Formulas that read one of these cells; those of which that is not known always. */
  reachedFrom(changed: Iterable<number>): Set<number> {
    const reached = new Set(this.unseen);
    const reach = (users: Iterable<number>): void => {
      for (const user of users) reached.add(user);
    };
    for (const id of changed) reach(this.cells.get(id) ?? []);
    for (const [sheet, columns] of rowsByColumn(changed))
      for (const { area, users } of this.areas.get(sheet)?.values() ?? [])
        for (const [column, rows] of columns)
          if (
            column >= area.left &&
            column <= area.right &&
            rows.some((row) => row >= area.top && row <= area.bottom)
          ) {
            reach(users);
            break;
          }
    return reached;
  }
}

/** Of cells by `idOf`, by sheet and column: what reads a column is asked for all of its cells at once. */
export function rowsByColumn(ids: Iterable<number>): Map<number, Map<number, number[]>> {
  const found = new Map<number, Map<number, number[]>>();
  for (const id of ids) {
    const [sheet, row, column] = [sheetOf(id), rowOf(id), columnOf(id)];
    const columns = found.get(sheet) ?? new Map<number, number[]>();
    found.set(sheet, columns);
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }
  return found;
}

const keyOf = ({ top, bottom, left, right }: Area): string => `${top},${bottom},${left},${right}`;
