// Columns that were sorted or shifted by themselves: what goes back into its row, or what rows are held to when they are right as they are.
// Which of the two is for people to say; without a word nothing is touched.
import { SLIPPED } from '../../core/ground/slippedCells';
import { text, type Text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import type { CellEdit } from '../../workbook/contract/edits';
import { cellsNow, keptOf, keptText, type MovedColumn } from '../../workbook/contract/kept';
import { readRows } from '../../workbook/contract/rows';
import type { PlanStep } from '../../workbook/contract/plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import { movedColumns } from '../../workbook/tables/cellsMoved';
import { movedNames, namesAsTheyAre } from '../../workbook/tables/units/namesMoved';
import { keepScores } from '../../workbook/tables/scoreSheet/keepScores';
import { movedScores } from '../../workbook/tables/scoreSheet/keptScores';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';

/** What people say of columns that slipped. */
export type SlippedAnswer = 'back' | 'keep' | undefined;

/** A cell that goes back: what stands there, and what its row was written with. */
export interface PutBack {
  readonly index: number;
  readonly column: ColumnSpec;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** The cells that go back, and what rows keep that are right as they are. */
export interface Slipped {
  readonly back: readonly PutBack[];
  readonly keep: readonly CellEdit[];
  /** The same of judges' scores, and how many rows it is about. */
  readonly scores: readonly PlanStep[];
  readonly rows: number;
  /** Cells that stay empty: what their row was written with is kept as a fingerprint only, and no row has it any more. */
  readonly unknown: readonly Problem[];
}

/** A row that was only moved past what it keeps, with its number, is held to it again with the others. */
function asTheyAre(spec: TableSpec, table: TableSnapshot, moved: readonly MovedColumn[]): CellEdit[] {
  const kept = keptOf(spec);
  if (!kept || moved.length === 0) return [];
  return readRows(spec, table).flatMap((row): CellEdit[] => {
    const value = keptText(cellsNow(row, kept));
    return row.get(kept.key) === value ? [] : [{ index: row.index, key: kept.key, value }];
  });
}

/** One problem for each column of the table in which cells stay empty. */
function leftEmpty(spec: TableSpec, table: TableSnapshot, moved: readonly MovedColumn[]): Problem[] {
  return moved.flatMap(({ column, cells }): Problem[] => {
    const lost = cells.filter(({ was }) => was === null);
    const [first] = lost;
    if (!first) return [];
    const lines = lost.map(({ row }) => row.seen.line);
    return [
      {
        code: 'cells-moved',
        table: spec.name,
        sheet: table.sheet,
        row:
          spec.key
            .map((key) => first.row.text(key))
            .join(' ')
            .trim() || `#${first.row.index + 1}`,
        column: column.key,
        found: '',
        expected: text('登记时的内容', 'what it was written with'),
        message: text(
          `“${table.sheet}”第 ${lines.join('、')} 行的“${column.header.zh}”放不回去：登记时的内容哪一行都没有了。这些格已留空，请补填。`,
          `“${column.header.en}” of rows ${lines.join(', ')} on “${table.sheet}” cannot be put back: no row has what they were written with. They were left empty: fill them in.`,
        ),
      },
    ];
  });
}

/** What the answer comes to in one table; without an answer nothing. */
export function slippedIn(
  spec: TableSpec,
  table: TableSnapshot,
  snapshot: WorkbookSnapshot,
  answer: SlippedAnswer,
): Slipped {
  const isJudges = spec.name.startsWith(SCORE_TABLE_PREFIX);
  const names = answer === undefined ? [] : movedNames(spec, table);
  const found = (): MovedColumn[] => (isJudges ? movedScores(spec, table, snapshot) : movedColumns(spec, table));
  const columns = answer === undefined ? [] : found();
  const moved = [...names, ...columns];
  if (answer === 'keep') {
    const keep = isJudges ? [] : [...asTheyAre(spec, table, columns), ...namesAsTheyAre(names)];
    const scores = isJudges && moved.length > 0 ? keepScores([{ spec, table }], snapshot) : [];
    const rows = new Set(moved.flatMap(({ cells }) => cells.map(({ row }) => row.index))).size;
    return { back: [], keep, scores, rows, unknown: [] };
  }
  const back = moved.flatMap(({ column, cells }) =>
    cells.map(({ row, was, is }): PutBack => ({ index: row.index, column, before: is, after: was ?? '' })),
  );
  return { back, keep: [], scores: [], rows: 0, unknown: leftEmpty(spec, table, moved) };
}

/** Whether what was said settles the problem. */
export const settlesSlip =
  (answer: SlippedAnswer) =>
  ({ code }: Problem): boolean =>
    answer !== undefined && SLIPPED.has(code);

/** What is said of rows that stay as they are; null where there are none. */
export function takenAsTheyAre(rows: number): Text | null {
  return rows === 0 ? null : text(`已照现在的认定 ${rows} 行`, `${rows} rows are right as they are now`);
}
