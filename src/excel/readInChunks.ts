// Loads table cells: in one answer where they fit, else in pieces of several tables at a time below Excel's byte limit.
// Knows sizes from the look before; decides nothing about contents.
import type { CellValue } from '../workbook/contract/snapshot';
import type { Sync } from './sync';

/** How much of a table is wanted: everything, formulas of the first row only (sampled: and which cells hold formulas, which `readSnapshot` asks), or (head) just its header, first formulas and size. */
export type Extent = 'allFormulas' | 'sampled' | 'values' | 'head';

/** A table with its size, before its cells are read. */
export interface AskedTable {
  readonly table: Excel.Table;
  /** Rows with header and totals, and columns, when it was looked at. */
  readonly rows: number;
  readonly columns: number;
  readonly extent: Extent;
}

/** A table's cells, joined again from their pieces. */
export interface Cells {
  /** Header, body and totals row. */
  readonly values: CellValue[][];
  /** Body rows: all, or only the first. */
  readonly formulas: CellValue[][];
}

type Property = 'values' | 'formulas';

interface Piece {
  readonly at: number;
  readonly property: Property;
  /** 0-based row of the table's range. */
  readonly from: number;
  readonly rows: number;
}

/** Cells per answer to begin with: 1 to 3 MB. An answer that is refused halves it. */
const CELLS_PER_ANSWER = 100_000;

/** A formula is as long as so many values. */
const FORMULA_WEIGHT = 8;

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    String(error.code).includes('PayloadSizeLimitExceeded')
  );
}

/** What is to be read, table by table. */
function wishes(asked: readonly AskedTable[]): Piece[] {
  return asked.flatMap(({ rows, extent }, at): Piece[] => [
    { at, property: 'values', from: 0, rows: extent === 'head' ? 1 : rows },
    { at, property: 'formulas', from: 1, rows: extent === 'allFormulas' ? Math.max(1, rows - 1) : 1 },
  ]);
}

function weightOf(piece: Piece, asked: readonly AskedTable[]): number {
  return (asked[piece.at]?.columns ?? 1) * (piece.property === 'formulas' ? FORMULA_WEIGHT : 1);
}

/** The first answer's worth of the wishes, and what is left. One row is never cut. */
function take(
  open: readonly Piece[],
  capacity: number,
  asked: readonly AskedTable[],
): { taken: Piece[]; left: Piece[] } {
  const taken: Piece[] = [];
  let room = capacity;
  for (const [index, piece] of open.entries()) {
    const weight = weightOf(piece, asked);
    const rows = Math.min(piece.rows, Math.max(taken.length === 0 ? 1 : 0, Math.floor(room / weight)));
    if (rows > 0) taken.push({ ...piece, rows });
    room -= rows * weight;
    if (rows === piece.rows) continue;
    return { taken, left: [{ ...piece, from: piece.from + rows, rows: piece.rows - rows }, ...open.slice(index + 1)] };
  }
  return { taken, left: [] };
}

function load({ property, from, rows }: Piece, { table, columns, rows: all }: AskedTable): Excel.Range {
  // Whole tables and bodies by name: right even when somebody added a row since the look.
  if (property === 'values' && rows === all) return table.getRange().load(property);
  if (property === 'formulas' && from === 1 && rows === 1) return table.getDataBodyRange().getRow(0).load(property);
  if (property === 'formulas' && rows === all - 1) return table.getDataBodyRange().load(property);
  return table
    .getRange()
    .getCell(from, 0)
    .getResizedRange(rows - 1, columns - 1)
    .load(property);
}

/** Somebody added or took rows while a large table was read in pieces: what was read does not belong together. */
class ReadConflict extends Error {
  readonly code = 'Conflict';
}

function requireUnchanged(sizes: readonly Excel.Range[], asked: readonly AskedTable[]): void {
  const changed = asked.find(
    ({ rows, columns }, at) => sizes[at]?.rowCount !== rows || sizes[at]?.columnCount !== columns,
  );
  if (changed) throw new ReadConflict(`${changed.table.name} changed while it was read`);
}

/**
 * The cells of the tables, in the order asked. `queueRest` queues what else the first answer carries, again when that answer is
 * refused. `tell(done, of)` counts cells before each wait. Throws Conflict when a table changed its size between two answers.
 */
export async function readInChunks(
  context: Excel.RequestContext,
  asked: readonly AskedTable[],
  sync: Sync,
  queueRest: () => void,
  tell: (done: number, of: number) => void,
): Promise<Cells[]> {
  const found = asked.map((): Record<Property, CellValue[][]> => ({ values: [], formulas: [] }));
  const all = wishes(asked);
  const total = all.reduce((sum, piece) => sum + piece.rows * weightOf(piece, asked), 0);
  let open = all;
  let capacity = CELLS_PER_ANSWER;
  let done = 0;
  for (let first = true; open.length > 0 || first;) {
    const { taken, left } = take(open, capacity, asked);
    if (first) queueRest();
    const loaded = taken.map((piece) => ({
      piece,
      range: asked[piece.at] && load(piece, asked[piece.at] as AskedTable),
    }));
    const sizes =
      !first && left.length === 0 ? asked.map(({ table }) => table.getRange().load('rowCount,columnCount')) : null;
    tell(done, total);
    try {
      await sync(context);
    } catch (error) {
      const smallest = taken.length <= 1 && (taken[0]?.rows ?? 0) <= 1;
      if (!isTooLarge(error) || smallest) throw error;
      capacity = Math.ceil(capacity / 2);
      continue;
    }
    if (sizes) requireUnchanged(sizes, asked);
    for (const { piece, range } of loaded)
      if (range) found[piece.at]?.[piece.property].push(...(range[piece.property] as CellValue[][]));
    done += taken.reduce((sum, piece) => sum + piece.rows * weightOf(piece, asked), 0);
    open = left;
    first = false;
  }
  return found;
}
