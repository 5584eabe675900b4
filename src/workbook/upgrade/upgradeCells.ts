// Which cells of a reshaped table get something: new columns their formula or default, broken formulas the right one. What people typed stays.
import type { CellEdit } from '../contract/edits';
import { cellsNow, keptOf, keptText, readKept, type KeptOf } from '../contract/kept';
import { labelOf } from '../contract/labels';
import type { CodeOf } from '../contract/labels';
import type { CellWrite } from '../contract/plan';
import { readRows } from '../contract/rows';
import type { TableRow } from '../contract/rows';
import { plainFormula } from '../contract/sameFormula';
import type { TableSnapshot } from '../contract/snapshot';
import type { ColumnSpec, FormulaWords, TableSpec } from '../contract/spec';
import type { ReshapedTable } from './upgradeTable';

/** What a lost cell held, when other cells still say it; undefined when none does. */
export type Recover = (table: string, key: string, row: TableRow) => CellWrite | undefined;

/** Cells that a table gets back. */
export interface CellRepairs {
  readonly edits: readonly CellEdit[];
  /** Cells of columns that were there whose formula was lost. */
  readonly restored: number;
  /** Cells of columns that were there without a single value, and have one now. */
  readonly filled: number;
  /** Formulas of an earlier version that give way, one for each column. */
  readonly replaced: readonly { readonly column: ColumnSpec; readonly before: string; readonly cells: number }[];
  /** New columns in which people had typed, or are to type: their cells stay empty. */
  readonly empty: readonly ColumnSpec[];
  /** New columns of people's, with so many rows as they were written, and so many that got what the column begins with. */
  readonly refilled: readonly Refilled[];
}

/** A column that is there again with content. */
export interface Refilled {
  readonly column: ColumnSpec;
  readonly asWritten: number;
  readonly assumed: number;
  /** What these begin with. */
  readonly begins: CellWrite;
}

/** What repairing one table may rely on. */
export interface RepairOptions {
  /** The workbook is older: a formula that most rows of a column share gives way to this build's. */
  readonly refresh: boolean;
  /** Every table that the formula names is there. */
  readonly stands: (formula: string) => boolean;
  readonly recover: Recover;
}

const BROKEN = '#REF!';
const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');

/** The formula that more than half of the cells with one share, without its spelling; null when there is none. */
function usualFormula(cells: readonly unknown[], own: string): string | null {
  const counts = new Map<string, number>();
  const formulas = cells
    .filter(isFormula)
    .filter((cell) => !cell.includes(BROKEN))
    .map((cell) => plainFormula(cell, own));
  for (const formula of formulas) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  for (const [formula, count] of counts) if (count * 2 > formulas.length) return formula;
  return null;
}

/** Computed columns hold values and not one formula: somebody chose that, for a large table say. */
function holdsValues(
  columns: readonly ColumnSpec[],
  table: TableSnapshot,
  places: ReadonlyMap<string, number>,
): boolean {
  const cells = columns.flatMap(({ key }) => table.formulas.map((row) => row[places.get(key) ?? -1] ?? ''));
  return cells.some((cell) => cell !== '') && !cells.some(isFormula);
}

/** Its formula looks at what was written with the row. */
function isAnchored(spec: TableSpec, { key }: ColumnSpec): boolean {
  return spec.columns.some(({ anchorOf }) => anchorOf === key);
}

function initialOf({ initial, labels }: ColumnSpec, { language }: FormulaWords): CellWrite {
  if (initial === undefined) return '';
  return labels && typeof initial === 'string' ? labelOf(labels, initial as CodeOf<typeof labels>, language) : initial;
}

interface ColumnRepair {
  readonly edits: readonly CellEdit[];
  readonly before?: string;
  readonly restored: number;
}

function repairFormula(
  column: ColumnSpec,
  { spec, table, places }: ReshapedTable,
  words: FormulaWords,
  { refresh, stands }: RepairOptions,
): ColumnRepair {
  const formula = column.formula?.(words);
  if (formula === undefined || !stands(formula)) return { edits: [], restored: 0 };
  const place = places.get(column.key) ?? -1;
  const cells = table.formulas.map((row) => row[place] ?? '');
  const usual = refresh ? usualFormula(cells, spec.name) : null;
  const outdated = (cell: unknown): cell is string =>
    usual !== null &&
    usual !== plainFormula(formula, spec.name) &&
    isFormula(cell) &&
    plainFormula(cell, spec.name) === usual;
  const lost = (cell: unknown): boolean => (isFormula(cell) && cell.includes(BROKEN)) || cell === '';
  // What the add-in wrote as a value before there were anchors is in the anchor now, which is filled with it.
  const anchored = refresh && isAnchored(spec, column);
  const edits = cells.flatMap((cell, index): CellEdit[] =>
    lost(cell) || outdated(cell) || (anchored && !isFormula(cell))
      ? [{ index, key: column.key, value: { formula } }]
      : [],
  );
  return { edits, before: cells.find(outdated), restored: cells.filter(lost).length };
}

/** What the row was written with in the column; undefined where it keeps nothing of it, or what another row was written with. */
function asWritten(row: TableRow, key: string, spec: TableSpec, kept: KeptOf | null): CellWrite | undefined {
  const at = kept && !kept.prints.has(key) ? kept.keys.indexOf(key) : -1;
  const was = kept && at >= 0 ? readKept(row.get(kept.key), kept.keys.length) : null;
  const [id = ''] = spec.key;
  const isOwn = spec.key.length > 1 || kept?.keys[0] !== id || row.text(id) === '' || was?.[0] === row.get(id);
  return isOwn ? was?.[at] : undefined;
}

interface Fill {
  readonly edits: readonly CellEdit[];
  readonly asWritten: number;
  readonly assumed: number;
}

const asFill = (edits: readonly CellEdit[]): Fill => ({ edits, asWritten: 0, assumed: 0 });

/** `wasThere`: the column is no new one of this build, so that rows have it back as they were written with it. */
function fillNew(
  column: ColumnSpec,
  { spec, table, places }: ReshapedTable,
  words: FormulaWords,
  { stands, recover }: RepairOptions,
  wasThere = false,
): Fill {
  const { key } = column;
  const every = (value: CellWrite): CellEdit[] => table.values.map((_row, index) => ({ index, key, value }));
  const formula = column.formula?.(words);
  if (formula !== undefined) return asFill(stands(formula) ? every({ formula }) : []);
  const kept = keptOf(spec);
  const counts = { asWritten: 0, assumed: 0 };
  const edits = readRows(spec, table).flatMap((row): CellEdit[] => {
    if (row.get(key) !== '') return [];
    if (kept?.key === key) return [{ index: row.index, key, value: keptText(cellsNow(row, kept)) }];
    // An id that a formula gave says no more than the name beside it.
    if (column.anchorOf !== undefined && isFormula(table.formulas[row.index]?.[places.get(column.anchorOf) ?? -1]))
      return [];
    const written = wasThere ? asWritten(row, key, spec, kept) : undefined;
    const known = recover(spec.name, key, row) ?? written;
    const value = known ?? initialOf(column, words);
    if (value === '') return [];
    if (known === undefined) counts.assumed += 1;
    else if (known === written) counts.asWritten += 1;
    return [{ index: row.index, key, value }];
  });
  return { edits, ...counts };
}

function isBare({ key }: ColumnSpec, { table, places }: ReshapedTable): boolean {
  return table.values.every((row) => row[places.get(key) ?? -1] === '');
}

/** Formulas of columns that nothing reads any more: they cost as much as others. */
function retiredFormulas({ spec, table, places }: ReshapedTable): CellEdit[] {
  return spec.columns.flatMap(({ key, retired }) =>
    retired
      ? table.formulas.flatMap((row, index) =>
          isFormula(row[places.get(key) ?? -1]) ? [{ index, key, value: '' }] : [],
        )
      : [],
  );
}

/** The snapshot must have the formulas of every row; of a table that was not read nothing is known, and nothing is filled. Run on what it made itself it gives nothing. */
export function repairCells(shape: ReshapedTable, words: FormulaWords, options: RepairOptions): CellRepairs {
  const { spec, table, places, added } = shape;
  if (table.unread) return { edits: [], restored: 0, filled: 0, replaced: [], empty: [], refilled: [] };
  const present = spec.columns.filter(
    (column) => places.has(column.key) && !added.includes(column) && column.formula !== undefined,
  );
  const typedOver = holdsValues(
    present.filter((column) => !isAnchored(spec, column)),
    table,
    places,
  );
  const repairs = present
    .filter((column) => !typedOver || isAnchored(spec, column))
    .map((column) => ({ column, ...repairFormula(column, shape, words, options) }));
  // A column without a single value may have been put in by a batch that was cut before it was filled. An empty choice reads as its default anyway.
  const bare = spec.columns.filter(
    (column) =>
      places.has(column.key) &&
      column.anchorOf === undefined &&
      column.keeps === undefined &&
      !added.includes(column) &&
      !present.includes(column) &&
      column.labels === undefined &&
      isBare(column, shape),
  );
  const refills = bare.map((column) => ({ column, ...fillNew(column, shape, words, options) }));
  const anchors = options.refresh
    ? spec.columns.filter(({ anchorOf, keeps, key }) => (anchorOf ?? keeps) !== undefined && places.has(key))
    : [];
  const fills = [...added.filter((column) => !anchors.includes(column)), ...anchors].map((column) => ({
    column,
    ...fillNew(column, shape, words, options, !options.refresh),
  }));
  const hasRows = readRows(spec, table).length > 0;
  return {
    edits: [...[...repairs, ...refills, ...fills].flatMap(({ edits }) => edits), ...retiredFormulas(shape)],
    restored: repairs.reduce((sum, { restored }) => sum + restored, 0),
    filled: refills.reduce((sum, { edits }) => sum + edits.length, 0),
    replaced: repairs.flatMap(({ column, before, edits, restored }) =>
      before === undefined ? [] : [{ column, before, cells: edits.length - restored }],
    ),
    empty: hasRows
      ? fills
          .filter(({ column, edits }) => edits.length === 0 && column.formula === undefined && !column.hidden)
          .map(({ column }) => column)
      : [],
    refilled: options.refresh
      ? []
      : fills.flatMap((fill) =>
          fill.asWritten + fill.assumed === 0 || fill.column.hidden
            ? []
            : [{ ...fill, begins: initialOf(fill.column, words) }],
        ),
  };
}
