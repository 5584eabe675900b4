// The rows of an import's preview as the pane handles them: found, counted, compared, copied. Draws nothing.
import { ROW_STATES, type JobReport, type Preview, type PreviewRow, type RowState } from '../app/run/job';
import type { Language } from '../core/ground/text';
import { say } from './language';
import { tabbed } from './problemGroups';

/** What of the rows is shown: all, those of one state, or those with a remark. */
export type RowFilter = 'all' | RowState | 'remarks';

const NO_ROWS: readonly PreviewRow[] = [];

/** The rows of a report's preview; none where the job shows none. */
export function rowsIn({ preview }: Pick<JobReport, 'preview'>): readonly PreviewRow[] {
  return preview?.rows ?? NO_ROWS;
}

/** Names a row of the source through all previews of it. */
export function rowKey({ sheet, row }: Pick<PreviewRow, 'sheet' | 'row'>): string {
  return `${sheet}\n${row}`;
}

/** The row can be written: it has a tick. */
export function isWritable({ state }: Pick<PreviewRow, 'state'>): boolean {
  return state === 'added' || state === 'changed';
}

/** The filters that find anything, 'all' first, each with how many. */
export function filterCounts(
  rows: readonly PreviewRow[],
): readonly { readonly filter: RowFilter; readonly count: number }[] {
  const of = (filter: RowFilter): number => rows.filter((row) => fits(row, filter)).length;
  return (['all', ...ROW_STATES, 'remarks'] as const)
    .map((filter) => ({ filter, count: of(filter) }))
    .filter(({ filter, count }) => filter === 'all' || count > 0);
}

function fits(row: PreviewRow, filter: RowFilter): boolean {
  return filter === 'all' || (filter === 'remarks' ? row.notices.length > 0 : row.state === filter);
}

const fold = (words: string): string => words.normalize('NFKC').toLowerCase();

/** Rows that the filter lets through and that hold every word of the query anywhere. Example: “西渡 139”. */
export function findRows(rows: readonly PreviewRow[], filter: RowFilter, query: string): readonly PreviewRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!fits(row, filter)) return false;
    if (words.length === 0) return true;
    const held = fold(
      [row.row, row.target, ...row.source, ...row.cells.flatMap(({ before, after }) => [before, after])].join('\n'),
    );
    return words.every((word) => held.includes(word));
  });
}

/** Rows that follow in other tables, by table: new units' tracker rows, say. */
export function rowsElsewhere({
  added,
  rows = [],
}: Preview): readonly { readonly table: string; readonly count: number }[] {
  const own = new Set(rows.map(({ table }) => table));
  const counts = new Map<string, number>();
  for (const { table } of added) if (!own.has(table)) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts].map(([table, count]) => ({ table, count }));
}

/** True for rows that go back to their sender. */
export function isLeftOut({ state }: Pick<PreviewRow, 'state'>): boolean {
  return state === 'leftOut' || state === 'ask';
}

/** The rows that are left out as the source has them, with the reason behind, tabbed; each sheet with its own heading. */
export function leftOutAsText(
  { rows = [], sheets = [] }: Pick<Preview, 'rows' | 'sheets'>,
  language: Language,
): string {
  const blocks = sheets.flatMap(({ name, headers }): string[][][] => {
    const own = rows.filter((row) => row.sheet === name && isLeftOut(row));
    if (own.length === 0) return [];
    const width = Math.max(headers.length, ...own.map(({ source }) => source.length));
    const filled = (cells: readonly string[]): string[] =>
      Array.from({ length: width }, (_cell, column) => cells[column] ?? '');
    return [
      [
        ...(sheets.length > 1 ? [[name]] : []),
        [say(language, 'rows.number'), ...filled(headers), say(language, 'rows.reason')],
        ...own.map(({ row, source, problems }) => [
          String(row),
          ...filled(source),
          problems.map(({ message }) => message[language]).join(language === 'zh' ? '' : ' '),
        ]),
      ],
    ];
  });
  return blocks.map(tabbed).join('\r\n\r\n');
}
