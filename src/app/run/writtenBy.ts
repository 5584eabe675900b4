// What a job wrote, cell by cell and row by row, as a person reads it: taken from the plan itself, so that every job has it. Writes nothing.
import type { TableKeyTarget } from '../../workbook/contract/pointing';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { locateColumns } from '../../workbook/contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import { rowWords } from './rowWords';
import { readingOf, shownCell } from './shownCell';
import { readMark } from '../../workbook/tables/records/actMark';
import { LOG } from '../../workbook/tables/records/records';

/** A cell that a job changed, as the pane shows it. */
export interface WrittenCell {
  readonly table: string;
  /** The texts of its row's key. */
  readonly row: string;
  /** Words by which people know the row. */
  readonly name?: string;
  /** Its header. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** Where it stands, whoever sorts meanwhile. */
  readonly at: TableKeyTarget;
}

/** A row that a job added. */
export interface WrittenRow {
  readonly table: string;
  /** The texts of its key. */
  readonly row: string;
  /** Its first words besides. */
  readonly summary: string;
  readonly at: TableKeyTarget;
}

/** What one run wrote, for whoever shows it: cells that changed and rows that are new. */
export interface Written {
  readonly changed: readonly WrittenCell[];
  readonly added: readonly WrittenRow[];
  /** What `undo` is told to take it back; absent where the log does not have it. */
  readonly act?: string;
  /** Sheets that were made, or made anew. */
  readonly sheets: readonly string[];
  /** Cells and rows that are not listed any more. */
  readonly more: number;
}

/** Nobody reads more, and the pane would only be slow. */
const MOST = 2_000;
const WORDS_OF_A_ROW = 3;

const isFormula = (cell: CellWrite): boolean => typeof cell === 'object' && cell !== null;

/** As people read it; a key stays the key by which its row is known here, and a formula is nothing to read. */
function shown(value: CellWrite, table: string, column: ColumnSpec | undefined, row: string): string {
  if (value === null || typeof value === 'object') return '';
  return shownCell(value, readingOf(table, column, row));
}

/** A table's columns where they stand, and its rows by their key. */
function reading(spec: TableSpec, table: TableSnapshot) {
  const places = locateColumns(spec, table);
  const columns = new Map(spec.columns.map((column) => [places.get(column.key) ?? -1, column]));
  const keyOf = (cells: readonly (CellValue | CellWrite)[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      spec.key.map((key) => {
        const cell = cells[places.get(key) ?? -1] ?? '';
        return [key, isFormula(cell) ? '' : String(cell).trim()];
      }),
    );
  const at = (key: Readonly<Record<string, string>>): TableKeyTarget => ({
    table: spec.name,
    ...(Object.values(key).every((part) => part !== '') && { row: key }),
  });
  return { columns, keyOf, at };
}

const nameOf = (key: Readonly<Record<string, string>>): string => Object.values(key).filter(Boolean).join(' ');

function changedCells(
  step: Extract<PlanStep, { kind: 'updateRows' }>,
  spec: TableSpec,
  table: TableSnapshot,
): WrittenCell[] {
  const { columns, keyOf, at } = reading(spec, table);
  const wordsOf = rowWords(spec, table);
  const former = new Map(table.values.map((cells) => [nameOf(keyOf(cells)), cells]));
  return step.cells.flatMap((line, index) => {
    if (line.every((cell) => cell === null)) return [];
    const there = table.values[index] ?? [];
    // A row that is given its key at the same time is found by the new one, and was what stood under it: lists are written anew in another order.
    // One that had no key is the same row, numbered.
    const key = keyOf(there.map((cell, place) => line[place] ?? cell));
    const [is, was] = [nameOf(key), nameOf(keyOf(there))];
    const name = wordsOf(is) ?? (was === '' ? wordsOf(`#${index + 1}`) : undefined);
    const before = is === was ? there : (former.get(is) ?? (was === '' ? there : []));
    return line.flatMap((cell, place): WrittenCell[] => {
      const column = columns.get(place);
      if (cell === null || isFormula(cell) || column?.hidden) return [];
      const read = (value: CellWrite): string => shown(value, step.table, column, is);
      const [from, to] = [read(before[place] ?? ''), read(cell)];
      if (from === to) return [];
      const header = table.headers[place] ?? '';
      const target = at(key);
      return [
        {
          table: step.table,
          row: is || `#${index + 1}`,
          ...(name !== undefined && { name }),
          column: header,
          before: from,
          after: to,
          at: { ...target, ...(column && { column: column.key }) },
        },
      ];
    });
  });
}

function addedRows(
  step: Extract<PlanStep, { kind: 'appendRows' }>,
  spec: TableSpec,
  table: TableSnapshot,
): WrittenRow[] {
  const { columns, keyOf, at } = reading(spec, table);
  return step.rows.map((cells) => {
    const key = keyOf(cells);
    const words = cells.flatMap((cell, place) => {
      const column = columns.get(place);
      if (!column || column.hidden || spec.key.includes(column.key) || isFormula(cell)) return [];
      const word = shown(cell, step.table, column, nameOf(key));
      return word === '' ? [] : [word];
    });
    return {
      table: step.table,
      row: nameOf(key),
      summary: words.slice(0, WORDS_OF_A_ROW).join(' · '),
      at: at(key),
    };
  });
}

/** The act's own line of the log is the first that is appended to it. */
function actIn(steps: readonly PlanStep[], log: TableSnapshot | undefined): string | undefined {
  const own = steps.find((step) => step.kind === 'appendRows' && step.table === LOG.name);
  if (own?.kind !== 'appendRows' || !log) return undefined;
  const place = locateColumns(LOG, log).get('act') ?? -1;
  return readMark(String(own.rows[0]?.[place] ?? ''))?.act;
}

/**
 * In the order of the plan; the log's own rows, formulas and hidden columns are left out, and so is a cell that keeps how it reads.
 * Example: a plan that sets U01's phone gives one changed cell with its former value, and no row.
 */
export function writtenBy(
  steps: readonly PlanStep[],
  { tables }: Pick<WorkbookSnapshot, 'tables'>,
  specOf: (table: string) => TableSpec | undefined,
): Written {
  const changed: WrittenCell[] = [];
  const added: WrittenRow[] = [];
  const sheets: string[] = [];
  for (const step of steps) {
    if (step.kind === 'addSheet' || step.kind === 'replaceSheet') sheets.push(step.sheet.name);
    if (step.kind !== 'updateRows' && step.kind !== 'appendRows') continue;
    const [spec, table] = [specOf(step.table), tables[step.table]];
    if (!spec || !table || step.table === LOG.name) continue;
    if (step.kind === 'updateRows') changed.push(...changedCells(step, spec, table));
    else added.push(...addedRows(step, spec, table));
  }
  const act = actIn(steps, tables[LOG.name]);
  return {
    ...(act !== undefined && { act }),
    changed: changed.slice(0, MOST),
    added: added.slice(0, MOST),
    sheets,
    more: Math.max(0, changed.length - MOST) + Math.max(0, added.length - MOST),
  };
}
