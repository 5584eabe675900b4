// An import row by row: what would be written from each row of the source, and why not from others. Decides nothing and knows no table.
import type { SourceTable } from '../../core/import/sourceTable';
import type { Place, Problem } from '../../core/ground/problem';
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

/** Every data row of the source once, in its order. Problems and notices go to the row that they name. */
export function previewRows(
  source: readonly SourceTable[],
  writes: readonly RowWrite[],
  problems: readonly Problem[],
  notices: readonly Problem[],
): Required<Pick<Preview, 'rows' | 'sheets'>> {
  const writeOf = new Map(writes.map((write) => [keyOf(write.place), write]));
  const problemsOf = byRow(problems);
  const noticesOf = byRow(notices);
  const rows = source.flatMap(({ sheet, rows: own }) =>
    own.map(({ row, cells: texts, leftOut }): PreviewRow => {
      const key = keyOf({ sheet, row });
      const why = problemsOf.get(key) ?? [];
      const write = writeOf.get(key);
      const state = stateOf(why, write, leftOut);
      const written = state === 'added' || state === 'changed' ? write : undefined;
      return {
        sheet,
        row,
        state,
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
