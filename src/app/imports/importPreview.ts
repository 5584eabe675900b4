// An import row by row: what would be written from each row of the source, and why not from others. Decides nothing and knows no table.
import type { SourceTable } from '../../core/import/sourceTable';
import type { Place, Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Preview, PreviewRow, RowState } from '../run/job';

/** What one row of the source comes to. */
export interface RowWrite extends Pick<PreviewRow, 'table' | 'target' | 'cells'> {
  readonly place: Pick<Place, 'sheet' | 'row'>;
  readonly state: 'added' | 'changed';
}

const keyOf = ({ sheet = '', row }: Pick<Place, 'sheet' | 'row'>): string => `${sheet}\n${row}`;

function byRow(problems: readonly Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (typeof problem.row !== 'number') continue;
    const own = found.get(keyOf(problem));
    if (own) own.push(problem);
    else found.set(keyOf(problem), [problem]);
  }
  return found;
}

/** Answers settle a row only when each of its problems offers some. */
function stateOf(problems: readonly Problem[], write: RowWrite | undefined, leftOut: boolean): RowState {
  if (problems.length > 0) return problems.every(({ choices = [] }) => choices.length > 0) ? 'ask' : 'leftOut';
  if (leftOut) return 'skipped';
  return write?.state ?? 'unchanged';
}

/** Nothing says what became of the row: it is not taken for settled. */
function unaccounted(place: Place, found: string): Problem {
  return {
    ...place,
    code: 'row-unaccounted',
    found,
    expected: text('每一行都有去处', 'Every row accounted for'),
    message: text(
      '程序没有说明这一行的去向，不能当作已导入：请手工核对这一行。',
      'Nothing says what became of this row, so do not take it for imported: check it by hand.',
    ),
  };
}

/** What became of the rows of a file. */
export interface RowOutcome {
  readonly source: readonly SourceTable[];
  readonly writes: readonly RowWrite[];
  /** Rows that the workbook has already, or that hold nothing to take. */
  readonly settled: readonly Pick<Place, 'sheet' | 'row'>[];
  /** Those of the settled rows that hold nothing to take. */
  readonly blank?: readonly Pick<Place, 'sheet' | 'row'>[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/**
 * Every data row of the source once, in its order. Problems and notices go to the row that they name. A row that is neither written nor settled nor
 * refused is a problem of its own.
 */
export function previewRows({
  source,
  writes,
  settled,
  blank = [],
  problems,
  notices,
}: RowOutcome): Required<Pick<Preview, 'rows' | 'sheets'>> {
  const writeOf = new Map(writes.map((write) => [keyOf(write.place), write]));
  const problemsOf = byRow(problems);
  const noticesOf = byRow(notices);
  const known = new Set(settled.map(keyOf));
  const empty = new Set(blank.map(keyOf));
  const rows = source.flatMap(({ sheet, rows: own }) =>
    own.map(({ row, cells: texts, leftOut }): PreviewRow => {
      const key = keyOf({ sheet, row });
      const write = writeOf.get(key);
      const lost = !leftOut && !write && !known.has(key) && !problemsOf.has(key);
      const why = lost ? [unaccounted({ sheet, row }, texts.filter(Boolean).join(' '))] : (problemsOf.get(key) ?? []);
      const state = stateOf(why, write, leftOut);
      const written = state === 'added' || state === 'changed' ? write : undefined;
      return {
        sheet,
        row,
        state,
        ...(state === 'unchanged' && empty.has(key) && { blank: true }),
        problems: why,
        notices: noticesOf.get(key) ?? [],
        source: texts,
        table: written?.table ?? '',
        target: written?.target ?? '',
        cells: written?.cells ?? [],
      };
    }),
  );
  return { rows, sheets: source.map(({ sheet, headers }) => ({ name: sheet, headers })) };
}

/** How many rows were left out because somebody asked for it. */
export function skippedRows(rows: readonly PreviewRow[]): number {
  return rows.filter(({ state }) => state === 'skipped').length;
}
