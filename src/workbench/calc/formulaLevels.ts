// In which order formulas are worked out: columns of equal formulas by how deep what they read lies. Knows no values and no engine.
import { areasOf, columnOf, idOf, rowOf, sheetOf, type Area, type Reads } from './cellGraph';

/** The translated text that a formula cell's reading was taken from; the equal formulas below it in its column share one object. */
export interface Reading {
  /** The 0-based row that the text was translated for. */
  readonly from: number;
  readonly text: string;
}

interface Group {
  readonly sheet: number;
  readonly column: number;
  top: number;
  bottom: number;
  readonly areas: Area[];
}

/** Finds what of `groups` an area touches. */
function finder(groups: readonly Group[]): (area: Area) => number[] {
  const byColumn = new Map<number, Map<number, number[]>>();
  groups.forEach(({ sheet, column }, index) => {
    const columns = byColumn.get(sheet) ?? new Map<number, number[]>();
    byColumn.set(sheet, columns);
    columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  return ({ sheet, left, right, top, bottom }) =>
    [...(byColumn.get(sheet) ?? [])].flatMap(([column, own]) =>
      column < left || column > right
        ? []
        : own.filter((index) => {
            const group = groups[index];
            return group !== undefined && group.top <= bottom && group.bottom >= top;
          }),
    );
}

/** Depths of the nodes of a graph; nodes that read each other in a circle share one. `readBy(n)`: the nodes that n reads. */
export function depths(count: number, readBy: (node: number) => readonly number[]): number[] {
  const depth = new Array<number>(count).fill(0);
  const index = new Array<number>(count).fill(-1);
  const low = new Array<number>(count).fill(0);
  const onStack = new Array<boolean>(count).fill(false);
  const stack: number[] = [];
  let next = 0;
  const visit = (node: number): void => {
    index[node] = low[node] = next++;
    stack.push(node);
    onStack[node] = true;
    for (const other of readBy(node)) {
      if (index[other] === -1) {
        visit(other);
        low[node] = Math.min(low[node] ?? 0, low[other] ?? 0);
      } else if (onStack[other]) low[node] = Math.min(low[node] ?? 0, index[other] ?? 0);
    }
    if (low[node] !== index[node]) return;
    const circle: number[] = [];
    for (let member = -1; member !== node;) {
      member = stack.pop() ?? node;
      onStack[member] = false;
      circle.push(member);
    }
    const inside = new Set(circle);
    const below = circle.flatMap((member) => readBy(member).filter((other) => !inside.has(other)));
    const own = below.reduce((most, other) => Math.max(most, (depth[other] ?? 0) + 1), 0);
    for (const member of circle) depth[member] = own;
  };
  for (let node = 0; node < count; node += 1) if (index[node] === -1) visit(node);
  return depth;
}

/**
 * The level of each formula cell: a formula reads only cells of lower levels, and of its own.
 * Example: with A1 = 1, B1 = `=A1`, C1 = `=B1`, C1 lies one level above B1.
 */
export function levelsOf(
  readings: ReadonlyMap<number, Reading>,
  reads: (text: string, sheet: number) => Reads,
): Map<number, number> {
  const groups: Group[] = [];
  const known = new Map<Reading, number>();
  const groupOf = new Map<number, number>();
  for (const [id, reading] of readings) {
    const row = rowOf(id);
    let index = known.get(reading);
    if (index === undefined) {
      const [sheet, column] = [sheetOf(id), columnOf(id)];
      index = groups.push({ sheet, column, top: row, bottom: row, areas: areasOf(reads(reading.text, sheet), 0) }) - 1;
      known.set(reading, index);
    }
    groupOf.set(id, index);
    const group = groups[index];
    if (!group) continue;
    group.top = Math.min(group.top, row);
    group.bottom = Math.max(group.bottom, row);
  }
  const find = finder(groups);
  const readBy = groups.map(({ areas, top, bottom, sheet }) => [
    // What moves with the row reaches as far as the group does.
    ...new Set(
      areas.flatMap((area) => find(area.sheet === sheet ? { ...area, bottom: area.bottom + bottom - top } : area)),
    ),
  ]);
  const depth = depths(groups.length, (node) => readBy[node] ?? []);
  return new Map([...groupOf].map(([id, group]) => [id, depth[group] ?? 0]));
}

/**
 * The levels of a book's formulas from one calculation to the next. Formulas that move meanwhile keep theirs: at the worst something is worked out twice.
 * Example: after `levels.join([id])` a row that a table took in has the levels of the row above it.
 */
export class FormulaLevels {
  private known: Map<number, number> | null = null;

  constructor(
    private readonly readings: ReadonlyMap<number, Reading>,
    private readonly reads: (text: string, sheet: number) => Reads,
  ) {}

  all(): ReadonlyMap<number, number> {
    return (this.known ??= levelsOf(this.readings, this.reads));
  }

  forget(): void {
    this.known = null;
  }

  /** These formulas, in reading order, are there now; where one has nothing above it, all levels are found anew when they are asked for. */
  join(ids: readonly number[]): void {
    for (const id of ids) {
      if (!this.known || this.known.has(id)) continue;
      const above = rowOf(id) > 0 ? this.known.get(idOf(sheetOf(id), rowOf(id) - 1, columnOf(id))) : undefined;
      if (above === undefined) this.known = null;
      else this.known.set(id, above);
    }
  }
}
