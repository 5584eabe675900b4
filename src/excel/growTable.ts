// Adds rows where a table ends when the request runs, never at an address remembered. The one place that uses a member above
// ExcelApi 1.9 (Table.resize, 1.13), guarded, with a fall-back.
import { nameAt } from '../workbook/contract/identity';
import type { PlanStep } from '../workbook/contract/plan';
import type { CellValue, TableSnapshot } from '../workbook/contract/snapshot';
import { bytesOf, cutRows, type Budget } from './budget';
import { formulaOf, literalOf } from './cellText';
import { joinedFormats } from './formatRuns';
import type { Pen } from './pen';
import { sameValue, type Check, type Fault } from './witness';
import { writeColumn } from './writeColumn';
import { setNumberFormat, setRangeFormat } from './writeSheet';

/** Rows that are new. */
export type AppendStep = Extract<PlanStep, { kind: 'appendRows' }>;

/** Rows and the room for them belong in one request: both are paid for at once. */
const PAID: Budget = { spend: () => Promise.resolve() };

/** Bytes of the orders that make room for rows and dress them. */
const BYTES_PER_GROWTH = 50_000;

/** Bytes of a key in an answer. */
const BYTES_PER_KEY = 12;

const isFormula = (cell: CellValue | undefined): boolean => typeof cell === 'string' && cell.startsWith('=');

/** Columns in which the first row has no formula: what stands in them, people or jobs have put there. */
export function constantPlaces({ headers, formulas }: TableSnapshot): number[] {
  return headers.flatMap((_, place) => (isFormula(formulas[0]?.[place]) ? [] : [place]));
}

/** Neighbouring rows that hold nothing but formulas: a table without data has one, a job that was cut or taken back may leave more. */
function blankRuns(table: TableSnapshot): { readonly first: number; readonly count: number }[] {
  const places = constantPlaces(table);
  const isBlank = (row: readonly CellValue[]): boolean => places.every((place) => (row[place] ?? '') === '');
  if (table.unread)
    return table.values.length === 1 && isBlank(table.formulas[0] ?? []) ? [{ first: 0, count: 1 }] : [];
  const runs: { first: number; count: number }[] = [];
  table.values.forEach((row, at) => {
    if (!isBlank(row)) return;
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === at) last.count += 1;
    else runs.push({ first: at, count: 1 });
  });
  return runs;
}

/** Neighbouring rows of one height as one order. */
function heightRuns(heights: readonly (number | null)[]): { from: number; rows: number; height: number }[] {
  const runs: { from: number; rows: number; height: number }[] = [];
  heights.forEach((height, row) => {
    const last = runs[runs.length - 1];
    if (height === null) return;
    if (last && last.height === height && last.from + last.rows === row) last.rows += 1;
    else runs.push({ from: row, rows: 1, height });
  });
  return runs;
}

/**
 * By the look of the columns, not as a copy of another row: pasted formats bring conditional formats and quote prefixes along, a few more
 * with every row that comes (the table's own rules reach below it anyway).
 */
function dressRows(room: Excel.Range, { looks, body }: AppendStep, rows: number, columns: number): void {
  if (body) setRangeFormat(room, { rows, columns }, body);
  const area = { row: 0, rows, columns: 1 };
  const runs = (looks ?? []).flatMap((format, column) =>
    format === null ? [] : [{ area: { ...area, column }, format }],
  );
  for (const run of joinedFormats(runs)) {
    const part = room.getCell(0, run.area.column).getResizedRange(rows - 1, run.area.columns - 1);
    setRangeFormat(part, run.area, run.format);
  }
}

/** Rows that were blank when the basis was read, as wide as the table is then. */
function blankRoom(table: Excel.Table, first: number, count: number): Excel.Range {
  return table
    .getDataBodyRange()
    .getRow(first)
    .getResizedRange(count - 1, 0);
}

/** Room made directly below the last row: what stands there moves down, whoever put it there meanwhile. */
function newRoom(table: Excel.Table, basis: TableSnapshot, count: number): Excel.Range {
  const last = (basis.totals ? table.getDataBodyRange() : table.getRange()).getLastRow();
  return last
    .getOffsetRange(1, 0)
    .getResizedRange(count - 1, 0)
    .insert('Down');
}

/** The new rows' cells of one column, by its header in the table as it is then: people move columns while a job decides. */
type ColumnOf = (place: number, row: number, rows: number) => Excel.Range;

function columnsIn(table: Excel.Table, basis: TableSnapshot, room: Excel.Range): ColumnOf {
  const columns = new Map<number, Excel.Range>();
  return (place, row, rows) => {
    const column =
      columns.get(place) ??
      table.columns
        .getItem(basis.headers[place] ?? '')
        .getRange()
        .getEntireColumn()
        .getIntersection(room);
    columns.set(place, column);
    return column.getCell(row, 0).getResizedRange(rows - 1, 0);
  };
}

function dress(room: Excel.Range, columnOf: ColumnOf, step: AppendStep, from: number, count: number): void {
  (step.formats ?? []).forEach((format, place) => {
    if (format !== null) setNumberFormat(columnOf(place, 0, count), format);
  });
  for (const run of heightRuns((step.heights ?? []).slice(from, from + count))) {
    room
      .getCell(run.from, 0)
      .getResizedRange(run.rows - 1, 0)
      .getEntireRow().format.rowHeight = run.height;
  }
}

/** What stood in the new rows directly before they were written: what somebody has just typed there is known, and given back. */
type Stood = (row: number, place: number) => CellValue;

/** More than this goes column by column where no key tells the rows apart: what many lines of a log have in common goes once. */
const BYTES_AT_ONCE = 100_000;

const cellAt = ({ values }: Excel.Range, row: number, column: number): CellValue =>
  (values as CellValue[][])[row]?.[column] ?? '';

/**
 * The words of all columns in one order, so that a cut leaves whole rows or none. Where columns came or went since the look Excel refuses it,
 * as the sizes differ; where they only changed places, the headers that are read back say so.
 */
function fillAtOnce(room: Excel.Range, rows: AppendStep['rows'], columns: number): Stood {
  const before = room.getResizedRange(0, 0).load('values');
  room.values = rows.map((row) => Array.from({ length: columns }, (_, place) => literalOf(row[place] ?? null)));
  return (row, place) => cellAt(before, row, place);
}

async function fillByColumn(columnOf: ColumnOf, rows: AppendStep['rows'], columns: number): Promise<Stood> {
  const before = new Map<number, Excel.Range>();
  for (let place = 0; place < columns; place += 1) {
    before.set(place, columnOf(place, 0, rows.length).load('values'));
    const words = rows.map((row) => (formulaOf(row[place] ?? null) === null ? (row[place] ?? null) : null));
    await writeColumn((row, height) => columnOf(place, row, height), words, PAID);
  }
  return (row, place) => {
    const column = before.get(place);
    return column ? cellAt(column, row, 0) : '';
  };
}

async function fillFormulas(columnOf: ColumnOf, rows: AppendStep['rows'], columns: number): Promise<void> {
  for (let place = 0; place < columns; place += 1) {
    const formulas = rows.map((row) => (formulaOf(row[place] ?? null) === null ? null : (row[place] ?? null)));
    await writeColumn((row, height) => columnOf(place, row, height), formulas, PAID);
  }
}

/** Fills the room with the rows from `from` on. `inside`: the rows are the table's already; others are rows typed below it until their formulas stand. */
async function fill(
  room: Excel.Range,
  columnOf: ColumnOf,
  step: AppendStep,
  rows: AppendStep['rows'],
  from: number,
  { headers }: TableSnapshot,
  inside: boolean,
): Promise<Stood> {
  dress(room, columnOf, step, from, rows.length);
  if (inside) await fillFormulas(columnOf, rows, headers.length);
  const atOnce =
    step.unique !== undefined || bytesOf(JSON.stringify(rows.map((row) => row.map(literalOf)))) <= BYTES_AT_ONCE;
  const stood = atOnce ? fillAtOnce(room, rows, headers.length) : await fillByColumn(columnOf, rows, headers.length);
  if (!inside) await fillFormulas(columnOf, rows, headers.length);
  return stood;
}

/** Row by row. */
function stoodIn(stood: Stood | null, rows: number, columns: number): CellValue[][] {
  if (!stood) return [];
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_none, place) => stood(row, place)));
}

function appendCheck(
  table: Excel.Table,
  step: AppendStep,
  basis: TableSnapshot,
  rows: AppendStep['rows'],
  from: number,
  room: Excel.Range,
  was: Stood | null,
): Check {
  const places = constantPlaces(basis);
  let whole: Excel.Range | null = null;
  let head: Excel.Range | null = null;
  let keys: Excel.Range[] = [];
  const fault = (row: number | null, column: string, expected: string, found: string): Fault => ({
    table: step.table,
    row: row === null ? '' : `+${row + 1}`,
    column,
    expected,
    found,
  });
  const twice = (): Fault[] => {
    const unique = step.unique ?? [];
    if (unique.length === 0) return [];
    const columns = keys.map((range) => range.values as CellValue[][]);
    const first = new Map<string, number>();
    (columns[0] ?? []).forEach((_, row) => {
      const name = JSON.stringify(columns.map((column) => String(column[row]?.[0] ?? '')));
      if (!first.has(name)) first.set(name, row);
    });
    // Of two rows of one key the upper keeps it: whoever wrote the lower one yields, so that never both do.
    const top = room.rowIndex - (keys[0]?.rowIndex ?? 0);
    return rows.flatMap((row, index): Fault[] => {
      const name = nameAt(
        row.map((cell) => (typeof cell === 'object' ? '' : (cell ?? ''))),
        unique,
      );
      if (name === nameAt([], unique)) return [];
      return (first.get(name) ?? top + index) < top + index
        ? [fault(index, '', 'unique', (JSON.parse(name) as string[]).join(' '))]
        : [];
    });
  };
  return {
    bytes: bytesOf(JSON.stringify(rows)) + ((step.unique?.length ?? 0) * basis.values.length + 50) * BYTES_PER_KEY,
    ask: () => {
      room.load('values,rowIndex,rowCount');
      whole = table.getRange().load('rowIndex,rowCount');
      head = table.getHeaderRowRange().load('values');
      keys = (step.unique ?? []).map((place) =>
        table.columns
          .getItem(basis.headers[place] ?? '')
          .getDataBodyRange()
          .load('values,rowIndex'),
      );
    },
    faults: () => {
      const headers = ((head?.values as CellValue[][] | undefined)?.[0] ?? []).map(String);
      if (headers.join('\n') !== basis.headers.join('\n'))
        return [fault(null, '', basis.headers.join(), headers.join())];
      const end = (whole?.rowIndex ?? 0) + (whole?.rowCount ?? 0);
      if (room.rowIndex <= (whole?.rowIndex ?? 0) || room.rowIndex + room.rowCount > end)
        return [fault(null, '', 'inside', 'outside')];
      const stood = stoodIn(was, rows.length, basis.headers.length);
      const found = room.values as CellValue[][];
      return [
        ...stood.flatMap((line, row): Fault[] =>
          places.some((place) => (line[place] ?? '') !== '') ? [fault(row, '', '', line.join(' '))] : [],
        ),
        ...rows.flatMap((row, index): Fault[] =>
          row.flatMap((cell, place): Fault[] =>
            cell === null || typeof cell === 'object' || sameValue(cell, found[index]?.[place])
              ? []
              : [fault(index, basis.headers[place] ?? '', String(cell), String(found[index]?.[place] ?? ''))],
          ),
        ),
        ...twice(),
      ];
    },
    seen: () => {
      const stood = stoodIn(was, rows.length, basis.headers.length);
      return stood.map((line, row) => ({
        table: step.table,
        name: '',
        cells: new Map(places.map((place) => [place, line[place] ?? ''] as const)),
        filled: from + row,
      }));
    },
  };
}

/** Grows and fills piece by piece: a job that is cut leaves whole rows, never empty ones. */
export async function growTable(pen: Pen, step: AppendStep, basis: TableSnapshot, checks: Check[]): Promise<void> {
  const table = pen.context.workbook.tables.getItem(step.table);
  let blank = 0;
  const reusedRows = blankRuns(basis).map(({ first, count }) => {
    const from = blank;
    blank = Math.min(step.rows.length, blank + count);
    return { from, rows: step.rows.slice(from, blank), blank: first };
  });
  const parts = [
    ...reusedRows,
    ...cutRows(step.rows.slice(blank), (row) => row.map(literalOf)).map((piece) => ({
      from: blank + piece.from,
      rows: piece.rows,
      blank: null,
    })),
  ].filter(({ rows }) => rows.length > 0);
  for (const { from, rows, blank: first } of parts) {
    const reused = first !== null;
    await pen.budget.spend(bytesOf(JSON.stringify(rows.map((row) => row.map(literalOf)))) + BYTES_PER_GROWTH);
    const withWords = !reused && !pen.isSetSupported('1.13');
    let room: Excel.Range;
    if (reused) {
      room = blankRoom(table, first, rows.length);
    } else if (!withWords) {
      room = newRoom(table, basis, rows.length);
      dressRows(room, step, rows.length, basis.headers.length);
    } else {
      // With their words: rows that are empty at the end may stay outside of the table (office-js #3191).
      const first = table.rows.add(
        undefined,
        rows.map((row) => row.map((cell) => literalOf(cell) ?? '')),
      );
      room = first.getRange().getResizedRange(rows.length - 1, 0);
      dressRows(room, step, rows.length, basis.headers.length);
    }
    const inside = reused || basis.totals === true || withWords;
    const was = await fill(room, columnsIn(table, basis, room), step, rows, from, basis, inside);
    if (!inside) table.resize(table.getRange().getBoundingRect(room));
    checks.push(appendCheck(table, step, basis, rows, from, room, withWords ? null : was));
  }
}

/** Rows typed below the table become its own, with its formulas where nothing was typed. */
export function takeIn(pen: Pen, basis: TableSnapshot, count: number): void {
  const below = (basis.below ?? []).slice(0, count);
  if (below.length === 0 || !pen.isSetSupported('1.13')) return;
  const table = pen.context.workbook.tables.getItem(basis.name);
  table.resize(table.getRange().getResizedRange(below.length, 0));
  const rows = table
    .getRange()
    .getLastRow()
    .getOffsetRange(1 - below.length, 0)
    .getResizedRange(below.length - 1, 0);
  basis.headers.forEach((_, place) => {
    const formula = basis.formulas[0]?.[place];
    if (!isFormula(formula)) return;
    rows.getColumn(place).formulas = below.map((line) => [(line[place] ?? '') === '' ? formula : null]);
  });
}
