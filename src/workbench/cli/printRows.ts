// What an import's preview says of each row of the source, as data or as lines for a person. Decides nothing.
import { rowTitle, tableTitle } from '../../app/run/tableTitle';
import type { Preview, PreviewRow, RowState } from '../../app/run/job';
import { rowsAsWords } from '../../app/imports/wordsOfSource';
import { text, type Language, type Text } from '../../core/ground/text';

const STATES: Readonly<Record<RowState, Text>> = {
  added: text('新增', 'new'),
  changed: text('更新', 'changed'),
  ask: text('需确认', 'to confirm'),
  leftOut: text('不采用', 'left out'),
  unchanged: text('不变', 'same'),
  skipped: text('不导入', 'not wanted'),
};

/** {added, changed, unchanged, rows: [{row: 'Sheet1!12', state, table, target, cells, why}]}; `row` is what the option skip understands. */
export function previewAsJson(
  { added, changed, unchanged, rows }: Preview,
  language: Language,
): Record<string, unknown> {
  return {
    added,
    changed,
    unchanged,
    ...(rows && {
      rows: rows.map((row) => ({
        row: rowsAsWords([row]),
        state: row.state,
        table: row.table,
        target: row.target,
        cells: row.cells,
        why: row.problems.map(({ message }) => message[language]),
      })),
    }),
  };
}

function rowLine(row: PreviewRow, language: Language): string {
  const cells = row.cells
    .map(({ column, before, after }) => `${column} ${before === '' ? '' : `${before} → `}${after}`)
    .join(language === 'zh' ? '；' : '; ');
  const words =
    cells === '' ? row.source.filter(Boolean).join(' · ') : `${row.target}${language === 'zh' ? '：' : ': '}${cells}`;
  return `  [${rowsAsWords([row])}] ${STATES[row.state][language]} ${words}`;
}

/** One line for each cell that would be replaced: what stands there, and what it would become. Imports show their rows instead. */
export function changesAsLines({ changed, rows }: Preview, language: Language): string[] {
  if (rows) return [];
  return changed.map(
    ({ table, row, column, before, after }) =>
      `  [${tableTitle(table)[language]} ${rowTitle(table, row)[language]} ${column}] ${before === '' ? '""' : before} → ${after === '' ? '""' : after}`,
  );
}

/** One line for each row of the source. Its problems stand in a list of their own. */
export function previewAsLines({ rows = [] }: Preview, language: Language): string[] {
  return rows.map((row) => rowLine(row, language));
}
