// After a writing that met others: which cells landed, which went astray, and what puts back all that still is as it was written.
// Compares by what names a row, never by place. Reads and writes nothing.
import { nameAt, namedRows, type NamedRow } from './identity';
import type { CellWrite, PlanStep } from './plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from './snapshot';

/** A row as it was seen just before something was written at its place. */
export interface SeenRow {
  readonly table: string;
  /** What named it (nameAt of the step's places). '' when the row was to be blank. */
  readonly name: string;
  /** By 0-based place in the basis: what stood there. */
  readonly cells: ReadonlyMap<number, CellWrite>;
  /** Of a row that was to be filled: its number among the rows of the step. */
  readonly filled?: number;
}

interface Settlement {
  /** Everything stands where it was meant to, and nothing else was touched. */
  readonly kept: boolean;
  /** Puts back what still holds what was written, in the workbook as it is now. */
  readonly putBack: readonly PlanStep[];
}

type Update = Extract<PlanStep, { kind: 'updateRows' }>;
type Append = Extract<PlanStep, { kind: 'appendRows' }>;

const isFormula = (cell: CellValue | undefined): boolean => typeof cell === 'string' && cell.startsWith('=');

/** What stands in a cell; a text that only looks like a formula is a text. */
function contentAt({ values, formulas }: TableSnapshot, row: number, place: number): CellWrite {
  const value = values[row]?.[place] ?? '';
  const formula = formulas[row]?.[place] ?? value;
  return isFormula(formula) && formula !== value ? { formula: String(formula) } : value;
}

/** Any formula is like any other: programs spell them in their own ways. */
function sameContent(one: CellWrite, other: CellWrite): boolean {
  if (typeof one === 'object' || typeof other === 'object')
    return typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= Math.abs(one) * 1e-12;
  return one === other;
}

/** Whether the cell holds what was written, also where a text cell took a number as its digits. */
function holds(written: CellWrite, cell: CellWrite): boolean {
  if (typeof written === 'number' && typeof cell === 'string' && cell.trim() !== '')
    return Math.abs(Number(cell) - written) <= Math.abs(written) * 1e-9;
  return sameContent(written, cell);
}

/** What stood in a cell of the basis, as far as it is known. */
function stood(basis: TableSnapshot, row: number, place: number): CellWrite {
  if (basis.formulas[row] !== undefined) return contentAt(basis, row, place);
  const first = basis.formulas[0]?.[place];
  return isFormula(first) ? { formula: String(first) } : (basis.values[row]?.[place] ?? '');
}

/** What a row without data has in that column. */
function blankAt(table: TableSnapshot, place: number): CellWrite {
  const first = table.formulas[0]?.[place];
  return isFormula(first) ? { formula: String(first) } : '';
}

/** Cells of one table that are put back, by row. */
class PutBack {
  private readonly rows = new Map<number, Map<number, CellWrite>>();

  constructor(private readonly table: TableSnapshot) {}

  set(row: number, place: number, cell: CellWrite): void {
    const line = this.rows.get(row) ?? new Map<number, CellWrite>();
    line.set(place, cell);
    this.rows.set(row, line);
  }

  has(row: number): boolean {
    return this.rows.has(row);
  }

  steps(by: Update['by']): Update[] {
    if (this.rows.size === 0) return [];
    const cells = this.table.values.map((line, row) => line.map((_, place) => this.rows.get(row)?.get(place) ?? null));
    return [{ kind: 'updateRows', table: this.table.name, cells, by }];
  }
}

const mapped = (places: readonly number[], from: TableSnapshot, to: TableSnapshot): number[] =>
  places.map((place) => to.headers.indexOf(from.headers[place] ?? ''));

function columnsOf({ cells }: Update): number[] {
  const width = Math.max(0, ...cells.map((line) => line.length));
  return Array.from({ length: width }, (_, place) => place).filter((place) =>
    cells.some((line) => (line[place] ?? null) !== null),
  );
}

interface Settled {
  readonly kept: boolean;
  readonly steps: readonly PlanStep[];
  /** Somebody has written over what replaced something: only the log still has it. */
  readonly overwritten: boolean;
}

const LOST: Settled = { kept: false, steps: [], overwritten: false };

function settleUpdate(step: Update, basis: TableSnapshot, seen: readonly SeenRow[], now: TableSnapshot): Settled {
  const { places, rows } = namedRows(step, basis);
  const placesNow = mapped(places, basis, now);
  if (placesNow.includes(-1)) return LOST;
  const columns = columnsOf(step).map((place) => ({ place, at: now.headers.indexOf(basis.headers[place] ?? '') }));
  const byName = new Map<string, NamedRow>(
    rows.flatMap((row) => [[row.before, row] as const, [row.after, row] as const]),
  );
  const former = new Map(seen.map((row) => [row.name, row.cells]));
  const inBasis = new Map(basis.values.map((row, index) => [nameAt(row, places), index]));
  const before = (name: string, place: number): CellWrite | undefined => {
    const known = former.get(name)?.get(place);
    const index = inBasis.get(name);
    return known ?? (index === undefined ? undefined : stood(basis, index, place));
  };
  const written = new Map(
    columns.map(({ place }) => [place, step.cells.map((line) => line[place] ?? null).filter((cell) => cell !== null)]),
  );
  const isOurs = (place: number, content: CellWrite): boolean =>
    written.get(place)?.some((cell) => sameContent(cell, content)) ?? false;
  // A row that nothing was meant for was written at: rows moved. Else such a word is somebody's own, and stays.
  const isMoved = seen.some(({ name, filled }) => filled === undefined && !byName.has(name));
  // What was meant for another row of the step stands in this one, which was written at.
  const isBeside = (name: string, place: number, content: CellWrite): boolean =>
    isMoved && isOurs(place, content) && former.get(name)?.has(place) === true;
  const back = new PutBack(now);
  const found = new Set<string>();
  let kept = rows.every(({ index, before: name }) =>
    columns.every(({ place }) => {
      const known = former.get(name)?.get(place);
      const meant = stood(basis, index, place);
      return (step.cells[index]?.[place] ?? null) === null || known === undefined || typeof meant === 'object'
        ? true
        : sameContent(known, meant);
    }),
  );
  let overwritten = false;
  now.values.forEach((row, at) => {
    const name = nameAt(row, placesNow);
    const own = byName.get(name);
    if (own) found.add(own.after);
    for (const { place, at: column } of columns) {
      if (column < 0) continue;
      const content = contentAt(now, at, column);
      const meant = own ? (step.cells[own.index]?.[place] ?? null) : null;
      const origin = before(own?.before ?? name, place);
      if (meant !== null) {
        if (sameContent(meant, content)) {
          if (origin !== undefined && !sameContent(origin, content)) back.set(at, column, origin);
        } else if (origin !== undefined && sameContent(origin, content)) kept = false;
        else if (isBeside(own?.before ?? name, place, content)) {
          kept = false;
          back.set(at, column, origin ?? '');
        } else if (origin !== '' && origin !== undefined && typeof origin !== 'object') overwritten = true;
      } else if (isOurs(place, content)) {
        const alone =
          origin === undefined &&
          row.every((cell, other) => other === column || cell === '' || isResult(now, at, other));
        const stray = origin === undefined ? alone && content !== '' : !sameContent(origin, content);
        if (!stray) continue;
        kept = false;
        back.set(at, column, origin ?? '');
      }
    }
  });
  if (rows.some(({ after }) => !found.has(after))) kept = false;
  const by = { key: mapped(step.by.key, basis, now), inputs: mapped(step.by.inputs, basis, now) };
  return { kept, steps: back.steps(by), overwritten };
}

function isResult(table: TableSnapshot, row: number, place: number): boolean {
  return typeof contentAt(table, row, place) === 'object';
}

/** The rows of the step as they stand now: for each its position, or -1; and whether another row has its key. */
function settleAppend(step: Append, basis: TableSnapshot, seen: readonly SeenRow[], now: TableSnapshot): Settled {
  const places = mapped([...basis.headers.keys()], basis, now);
  const unique = mapped(step.unique ?? [], basis, now);
  const back = new PutBack(now);
  const taken = new Set<number>();
  const keyNow = new Map<string, number[]>();
  if (unique.length > 0)
    now.values.forEach((row, at) => {
      const name = nameAt(row, unique);
      keyNow.set(name, [...(keyNow.get(name) ?? []), at]);
    });
  const formers = seen.filter(({ name, cells }) => name === '' && [...cells.values()].some((cell) => cell !== ''));
  let kept = formers.length === 0;
  const shared = (row: readonly CellWrite[], at: number): { same: number; of: number } => {
    let [same, of] = [0, 0];
    row.forEach((cell, place) => {
      if (cell === null || typeof cell === 'object' || cell === '') return;
      of += 1;
      if ((places[place] ?? -1) >= 0 && sameContent(cell, contentAt(now, at, places[place] ?? -1))) same += 1;
    });
    return { same, of };
  };
  // Columns came, went or moved meanwhile: the row is known by what it holds, wherever in it.
  const moved = now.headers.join('\n') !== basis.headers.join('\n');
  const known = new Set(basis.values.map((line) => nameAt(line, [...line.keys()])));
  const astray = (row: readonly CellWrite[]): number[] => {
    if (!moved) return [];
    const own = [...new Set(row.filter((cell) => typeof cell !== 'object' && cell !== ''))];
    return now.values.flatMap((line, candidate) => {
      const held = line.flatMap((_, place) => {
        const cell = contentAt(now, candidate, place);
        return typeof cell === 'object' || cell === '' ? [] : [cell];
      });
      const ours =
        held.length > 0 && held.every((cell) => own.some((word) => holds(word, cell))) && held.length * 2 >= own.length;
      return ours && !taken.has(candidate) && !known.has(nameAt(line, [...line.keys()])) ? [candidate] : [];
    });
  };
  step.rows.forEach((row, number) => {
    const own = nameAt(
      row.map((cell) => (cell === null || typeof cell === 'object' ? '' : cell)),
      step.unique ?? [],
    );
    const candidates = unique.length > 0 ? (keyNow.get(own) ?? []) : [...now.values.keys()];
    if (unique.length > 0 && candidates.length > 1) kept = false;
    const at = [...candidates].reverse().find((candidate) => {
      const { same, of } = shared(row, candidate);
      return !taken.has(candidate) && (unique.length > 0 ? same * 2 > of : same === of);
    });
    if (at === undefined) {
      kept = false;
      for (const stray of astray(row))
        for (const place of now.headers.keys()) back.set(stray, place, blankAt(now, place));
      return;
    }
    taken.add(at);
    // In other places than it was meant for, when columns changed theirs; or written over by the formulas of another column.
    if (moved) {
      const astrayCell = row.some(
        (cell, place) =>
          cell !== null &&
          typeof cell !== 'object' &&
          (places[place] ?? -1) >= 0 &&
          !sameContent(cell, contentAt(now, at, places[place] ?? -1)),
      );
      if (astrayCell) kept = false;
      now.headers.forEach((_, place) => {
        const cell = contentAt(now, at, place);
        if (cell !== '' && row.some((own) => typeof own !== 'object' && own !== '' && holds(own, cell)))
          back.set(at, place, blankAt(now, place));
      });
    }
    const former = formers.find(({ filled }) => filled === number);
    row.forEach((cell, place) => {
      const column = places[place] ?? -1;
      if (column < 0 || cell === null || cell === '' || typeof cell === 'object') return;
      if (sameContent(cell, contentAt(now, at, column))) back.set(at, column, former?.cells.get(place) ?? '');
    });
    for (const [place, cell] of former?.cells ?? [])
      if ((places[place] ?? -1) >= 0 && cell !== '' && contentAt(now, at, places[place] ?? -1) === '')
        back.set(at, places[place] ?? -1, cell);
  });
  const inputs = step.rows[0]?.flatMap((cell, place) => (typeof cell === 'object' ? [] : [places[place] ?? -1])) ?? [];
  return { kept, steps: back.steps({ key: unique, inputs }), overwritten: false };
}

/**
 * How a plan stands in the workbook as it is now. `seen`: rows as they were just before the writing. `log`: the table whose rows stay when
 * something that a cell replaced is nowhere else any more.
 */
export function settle(
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  seen: readonly SeenRow[],
  now: WorkbookSnapshot,
  log: string,
): Settlement {
  const settled = steps.flatMap((step): (Settled & { table: string })[] => {
    if (step.kind !== 'updateRows' && step.kind !== 'appendRows') return [];
    const [was, is] = [basis.tables[step.table], now.tables[step.table]];
    if (!was || !is) return [{ ...LOST, table: step.table }];
    const own = seen.filter(({ table }) => table === step.table);
    return [
      {
        ...(step.kind === 'updateRows' ? settleUpdate(step, was, own, is) : settleAppend(step, was, own, is)),
        table: step.table,
      },
    ];
  });
  const kept = settled.every((one) => one.kept);
  const keepLog = settled.some(({ overwritten }) => overwritten);
  return {
    kept,
    putBack: kept ? [] : settled.flatMap(({ steps: back, table }) => (keepLog && table === log ? [] : back)),
  };
}
