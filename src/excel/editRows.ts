// Writes cells of rows that stand, column by column, each by its header in the table as it is then; looks at what names the rows before
// and after. Knows no rule about what to do when they are others.
import { nameAt, namedRows, type NamedRow, type NamedRows } from '../workbook/contract/identity';
import type { CellWrite, PlanStep } from '../workbook/contract/plan';
import type { SeenRow } from '../workbook/contract/settle';
import type { CellValue, TableSnapshot } from '../workbook/contract/snapshot';
import { bytesOf, cutRows, type Budget, type Piece } from './budget';
import { runsOf } from './cellRuns';
import type { Pen } from './pen';
import { contentOf, isFormula, sameValue, type Check, type Content, type Fault } from './witness';
import { writeColumn } from './writeColumn';

/** Cells of rows that stand already. */
export type UpdateStep = Extract<PlanStep, { kind: 'updateRows' }>;

/** The range of one column's body from a row on, in the table as it stands when the request runs. */
type PartOf = (place: number, from: number, rows: number) => Excel.Range;

/** More parts than this, and the rows between them are looked at too: many small looks cost more than one long one. */
const MOST_PARTS = 12;

/** A look at one cell, and the orders around a range. */
const BYTES_PER_LOOK = 12;
const BYTES_PER_RANGE = 400;

/** Cells are paid for together with what is looked at around them. */
const PAID: Budget = { spend: () => Promise.resolve() };

type Line = readonly CellWrite[];

/** Formulas go where formulas stood, and Excel may fill a column by itself: there no last look tells what a person typed. */
const isLiteral = (cell: CellWrite | undefined): boolean =>
  cell !== null && cell !== undefined && typeof cell !== 'object';

/** Rows from the first to the last that holds anything, in one piece or in a few. */
function rowParts(cells: readonly Line[]): Piece<Line>[] {
  const runs = runsOf(cells.map((line) => [line.some((cell) => cell !== null) ? 1 : null]));
  const last = runs[runs.length - 1];
  const spans =
    runs.length > MOST_PARTS && last
      ? [{ row: runs[0]?.row ?? 0, end: last.row + last.cells.length }]
      : runs.map((run) => ({ row: run.row, end: run.row + run.cells.length }));
  return spans.flatMap(({ row, end }) =>
    cutRows(cells.slice(row, end)).map((piece) => ({ ...piece, from: row + piece.from })),
  );
}

function columnsIn(rows: readonly Line[]): number[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, place) => place).filter((place) =>
    rows.some((row) => (row[place] ?? null) !== null),
  );
}

/** By place: the ranges that hold what names a row. */
type Naming = readonly Excel.Range[];

function namesIn(naming: Naming, places: readonly number[], row: number): string {
  const cells: CellValue[] = [];
  places.forEach((place, at) => (cells[place] = (naming[at]?.values as CellValue[][])[row]?.[0] ?? ''));
  return nameAt(cells, places);
}

interface Part {
  readonly piece: Piece<Line>;
  readonly columns: readonly number[];
  readonly before: Naming;
  readonly after: Naming;
  /** By column: what stood there. */
  readonly stood: ReadonlyMap<number, Excel.Range>;
  /** By column: what stood there directly before each order that writes, from a row of the piece on. */
  readonly last: ReadonlyMap<number, readonly LastLook[]>;
}

/** A look with no order between it and the write: what somebody types while the columns before are written is seen. */
interface LastLook {
  readonly from: number;
  readonly rows: number;
  readonly range: Excel.Range;
}

/** What was typed into a cell after the row was looked at; undefined when nothing was. `first`: what stood there at that look. */
function typedSince(first: Content, looks: readonly LastLook[], row: number): Content | undefined {
  // Of two the first: the second may see what the order between them wrote.
  const look = looks.find(({ from, rows }) => row >= from && row < from + rows);
  const formula = (look?.range.formulas as CellValue[][] | undefined)?.[row - (look?.from ?? 0)]?.[0];
  if (formula === undefined || formula === first.formula) return undefined;
  return { formula, value: typeof formula === 'string' && formula.startsWith('=') ? '' : formula };
}

function checkOf(
  step: UpdateStep,
  basis: TableSnapshot,
  { places, rows }: NamedRows,
  part: Part,
  partsAnew: () => PartOf,
): Check {
  const { piece, columns, before, after, stood, last } = part;
  const own = rows.filter(({ index }) => index >= piece.from && index < piece.from + piece.rows.length);
  let later: Naming = [];
  let now = new Map<number, Excel.Range>();
  const faultAt = (index: number, column: number | null, expected: unknown, found: unknown): Fault => ({
    table: step.table,
    row: String(index + 1),
    column: column === null ? '' : (basis.headers[column] ?? ''),
    expected: String(expected),
    found: String(found),
  });
  const standing = (range: Excel.Range | undefined, row: number): Content => ({
    value: (range?.values as CellValue[][])[row]?.[0] ?? '',
    formula: (range?.formulas as CellValue[][])[row]?.[0] ?? '',
  });
  const inPlace = (row: NamedRow): boolean =>
    row.before === namesIn(before, places, row.index - piece.from) &&
    row.after === namesIn(after, places, row.index - piece.from);
  /** Rows of the piece that stayed in their place, known with the answer: another's cells are not what was typed into this one. */
  let stayed: ReadonlySet<number> | undefined;
  const typedAt = (row: number, column: number): Content | undefined => {
    stayed ??= new Set(own.filter(inPlace).map(({ index }) => index - piece.from));
    return stayed.has(row) ? typedSince(standing(stood.get(column), row), last.get(column) ?? [], row) : undefined;
  };
  return {
    bytes: piece.bytes + piece.rows.length * places.length * BYTES_PER_LOOK + BYTES_PER_RANGE,
    ask: () => {
      const partOf = partsAnew();
      later = places.map((place) => partOf(place, piece.from, piece.rows.length).load('values'));
      now = new Map(
        columns.map((column) => [column, partOf(column, piece.from, piece.rows.length).load('values')] as const),
      );
    },
    faults: () =>
      own.flatMap(({ index, before: was, after: is }): Fault[] => {
        const row = index - piece.from;
        const seen = [namesIn(before, places, row), namesIn(after, places, row), namesIn(later, places, row)];
        const wrong = [was, is, is].findIndex((name, at) => name !== seen[at]);
        if (wrong >= 0) return [faultAt(index, null, [was, is, is][wrong], seen[wrong])];
        return columns.flatMap((column): Fault[] => {
          const cell = step.cells[index]?.[column] ?? null;
          if (cell === null) return [];
          const stoodHere = standing(stood.get(column), row);
          const meant = basis.values[index]?.[column] ?? '';
          if (!isFormula(stoodHere) && !sameValue(meant, stoodHere.value) && !wasFormula(basis, index, column))
            return [faultAt(index, column, meant, stoodHere.value)];
          const typed = typedAt(row, column);
          if (typed) return [faultAt(index, column, meant, typed.formula)];
          const found = (now.get(column)?.values as CellValue[][] | undefined)?.[row]?.[0];
          return typeof cell === 'object' || sameValue(cell, found) ? [] : [faultAt(index, column, cell, found)];
        });
      }),
    seen: () =>
      piece.rows.map((_, row): SeenRow => ({
        table: step.table,
        name: namesIn(before, places, row),
        cells: new Map(
          columns.map((column) => [column, contentOf(typedAt(row, column) ?? standing(stood.get(column), row))]),
        ),
      })),
  };
}

/** What stood in a cell whose formula is known to have been there is a result, which may change by itself. */
function wasFormula(basis: TableSnapshot, index: number, column: number): boolean {
  const known = basis.formulas[index]?.[column] ?? basis.formulas[0]?.[column];
  return typeof known === 'string' && known.startsWith('=');
}

/** The table's columns by their headers in the basis, found when they are first asked for. */
export function openColumns(context: Excel.RequestContext, name: string, basis: TableSnapshot): PartOf {
  const table = context.workbook.tables.getItem(name);
  const bodies = new Map<number, Excel.Range>();
  return (place, from, rows) => {
    const body = bodies.get(place) ?? table.columns.getItem(basis.headers[place] ?? '').getDataBodyRange();
    bodies.set(place, body);
    return body.getCell(from, 0).getResizedRange(rows - 1, 0);
  };
}

/** Bytes that the look at the former contents of these columns takes in the answer. */
function formerBytes(basis: TableSnapshot, columns: readonly number[], rows: number): number {
  return columns.reduce((sum, column) => {
    const first = basis.formulas[0]?.[column] ?? '';
    return sum + rows * (typeof first === 'string' && first.startsWith('=') ? bytesOf(first) : BYTES_PER_LOOK);
  }, 0);
}

/** Queues the new cells of rows that are found by what names them, and the looks before and after that verify it. */
export async function editRows(pen: Pen, step: UpdateStep, basis: TableSnapshot, checks: Check[]): Promise<void> {
  // A range follows its cells: asked for anew, it tells where the rows are then.
  const partsAnew = (): PartOf => openColumns(pen.context, step.table, basis);
  const partOf = partsAnew();
  const named = namedRows(step, basis);
  const { places } = named;
  for (const piece of rowParts(step.cells)) {
    const columns = columnsIn(piece.rows);
    const count = piece.rows.length;
    const looks = (places.length * 2 * BYTES_PER_LOOK + BYTES_PER_LOOK) * count;
    const literal = columns.filter((column) => piece.rows.some((row) => isLiteral(row[column])));
    const ranges = (places.length * 2 + columns.length * 2 + literal.length) * BYTES_PER_RANGE;
    const former = formerBytes(basis, columns, count) + formerBytes(basis, literal, count);
    await pen.budget.spend(piece.bytes + (looks + former) / 2 + ranges);
    const naming = (parts: PartOf): Naming => places.map((place) => parts(place, piece.from, count).load('values'));
    const before = naming(partOf);
    const stood = new Map(
      columns.map((column) => [column, partOf(column, piece.from, count).load('values,formulas')] as const),
    );
    const last = new Map<number, LastLook[]>();
    for (const column of columns) {
      const cells = piece.rows.map((row) => row[column] ?? null);
      const looked: LastLook[] = [];
      const target = (from: number, rows: number): Excel.Range => {
        const range = partOf(column, piece.from + from, rows);
        if (literal.includes(column))
          looked.push({ from, rows, range: partOf(column, piece.from + from, rows).load('formulas') });
        return range;
      };
      await writeColumn(target, cells, PAID);
      last.set(column, looked);
    }
    const after = naming(partsAnew());
    checks.push(checkOf(step, basis, named, { piece, columns, before, after, stood, last }, partsAnew));
  }
}
