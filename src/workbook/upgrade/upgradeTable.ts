// One table of an older or damaged workbook → its shape put right: the steps, and the table as it will stand. Cells are filled elsewhere.
import type { Language } from '../../core/ground/text';
import type { CellEdit } from '../contract/edits';
import { identityOf } from '../contract/identity';
import type { CellWrite, PlanStep } from '../contract/plan';
import { columnLook, HEADER_LOOK } from '../contract/sheetOf';
import type { CellValue, TableSnapshot } from '../contract/snapshot';
import type { ColumnSpec, TableSpec } from '../contract/spec';
import { BODY_SIZE } from '../contract/tablePage';
import { columnWidth } from '../contract/wordWidth';
import { placeColumns } from './upgradeColumns';
import type { ColumnComparison, Placement } from './upgradeColumns';

/** A table before and after its columns are in place. */
export interface ReshapedTable {
  readonly spec: TableSpec;
  readonly comparison: ColumnComparison;
  readonly added: readonly ColumnSpec[];
  /** As it was read. */
  readonly before: TableSnapshot;
  /** With headers and columns in place; cells of new columns are ''. */
  readonly table: TableSnapshot;
  readonly places: ReadonlyMap<string, number>;
  /** Where the columns stand that were there. */
  readonly placesBefore: ReadonlyMap<string, number>;
  readonly steps: readonly PlanStep[];
}

function widthsOf({ order, from }: Placement, language: Language): (readonly [number, number | null])[] {
  return order.flatMap((column, place) =>
    place < from
      ? []
      : [[place, column === null ? null : column.hidden ? 0 : columnWidth(column, language, BODY_SIZE)] as const],
  );
}

function placesOf(order: ReshapedTable['comparison']['order']): Map<string, number> {
  return new Map(order.flatMap((column, place) => (column ? [[column.key, place] as const] : [])));
}

/** Rows with '' where columns are put in. */
function widened(rows: readonly (readonly CellValue[])[], { placed }: Placement): CellValue[][] {
  return rows.map((row) => {
    const cells = [...row];
    for (const { at } of placed) cells.splice(at ?? cells.length, 0, '');
    return cells;
  });
}

/** Nothing to change gives no step and the table itself. */
export function reshapeTable(
  spec: TableSpec,
  table: TableSnapshot,
  comparison: ColumnComparison,
  language: Language,
): ReshapedTable {
  const placement = placeColumns(spec, comparison);
  const newWords = new Map(comparison.renamed.map(({ header, column }) => [header, column.header[language]]));
  const headers = table.headers.map((header) => newWords.get(header) ?? header);
  for (const { at, column } of placement.placed) headers.splice(at ?? headers.length, 0, column.header[language]);
  const places = placesOf(placement.order);
  const steps: PlanStep[] = [];
  if (newWords.size > 0) steps.push({ kind: 'renameColumns', table: spec.name, headers: [...newWords] });
  if (placement.placed.length > 0) {
    steps.push({
      kind: 'addColumns',
      table: spec.name,
      headerLook: HEADER_LOOK,
      widths: widthsOf(placement, language),
      columns: placement.placed.map(({ column, at }) => ({
        at,
        place: places.get(column.key) ?? 0,
        header: column.header[language],
        look: columnLook(column),
      })),
    });
  }
  return {
    spec,
    comparison,
    added: placement.placed.map(({ column }) => column),
    before: table,
    places,
    placesBefore: placesOf(comparison.order),
    steps,
    table:
      steps.length === 0
        ? table
        : { ...table, headers, values: widened(table.values, placement), formulas: widened(table.formulas, placement) },
  };
}

/** One step for all edits, at the places that the columns have: a header that nobody has answered for yet is no spec's. */
export function editSteps({ spec, table, places }: ReshapedTable, edits: readonly CellEdit[]): PlanStep[] {
  if (edits.length === 0) return [];
  const cells: CellWrite[][] = table.values.map((row) => row.map(() => null));
  for (const { index, key, value } of edits) {
    const [row, place] = [cells[index], places.get(key) ?? -1];
    if (!row || place < 0) throw new Error(`${spec.name} has no cell ${index}/${key}`);
    row[place] = value;
  }
  return [{ kind: 'updateRows', table: spec.name, cells, by: identityOf(spec, table) }];
}

const valueOf = (cell: CellWrite): CellValue => (cell === null || typeof cell === 'object' ? '' : cell);
const formulaOf = (cell: CellWrite): CellValue =>
  cell !== null && typeof cell === 'object' ? cell.formula : valueOf(cell);

/** The table as it will read once the cells are written; what formulas give is not known yet. */
export function withEdits(
  table: TableSnapshot,
  places: ReadonlyMap<string, number>,
  edits: readonly CellEdit[],
): TableSnapshot {
  if (edits.length === 0) return table;
  const values = table.values.map((row) => [...row]);
  const formulas = table.formulas.map((row) => [...row]);
  for (const { index, key, value } of edits) {
    const place = places.get(key) ?? -1;
    const [row, formulaRow] = [values[index], formulas[index]];
    if (!row || place < 0) throw new Error(`${table.name} has no cell ${index}/${key}`);
    // What a formula will give is not known: what stood there is the best guess.
    const formula = value !== null && typeof value === 'object';
    row[place] = formula && !String(row[place]).startsWith('#') ? (row[place] ?? '') : valueOf(value);
    // The formulas of the first row alone may have been read.
    if (formulaRow) formulaRow[place] = formulaOf(value);
  }
  return { ...table, values, formulas };
}
