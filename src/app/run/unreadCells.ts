// Cells that could not be read in what a job looks at: named before anything else, whatever the job then says. One way for all jobs.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { JobReads } from './touches';

/** All score sheets, as jobs name them. */
export const SCORE_SHEETS = 'Score_*';

/** Whether the job looks at the table; at Settings every job does. */
export function looksAt({ tables }: JobReads, table: string): boolean {
  return (
    table === SETTINGS.name ||
    tables.some((each) => each === table) ||
    tables.includes('*') ||
    (tables.includes(SCORE_SHEETS) && table.startsWith(SCORE_SHEETS.slice(0, -1)))
  );
}

/** A table, or one setting: `Settings:daysOff`. */
const within = (places: readonly string[], { table = '', row = '' }: Problem): boolean =>
  places.includes(table) || (table === SETTINGS.name && places.includes(`${SETTINGS.name}:${row}`));

/** Those at which the job stops, because what it makes would be untrue. */
export function untrueCells({ stopsAt = [] }: JobReads, cellProblems: readonly Problem[]): Problem[] {
  return cellProblems.filter((problem) => within(stopsAt, problem));
}

/**
 * Those of the tables that the job reads, and of Settings, which every job looks at; without those that it names itself.
 * Example: extend names a receipt's unreadable time not at all, a due time typed as text first.
 */
export function unreadCells(
  reads: JobReads,
  cellProblems: readonly Problem[],
  alreadyNamed: readonly Problem[],
): Problem[] {
  const key = ({ code, table, row, column, found }: Problem): string =>
    [code, table, row, column, found].join('\u0000');
  const named = new Set(alreadyNamed.map(key));
  return cellProblems.filter((problem) => looksAt(reads, problem.table ?? '') && !named.has(key(problem)));
}

/** The same for a decision: what it says as its own problems, and what its plan puts right, is not unread any more. */
export function unreadFor(
  reads: JobReads,
  cellProblems: readonly Problem[],
  {
    problems = [],
    putsRight,
  }: { readonly problems?: readonly Problem[]; readonly putsRight?: (problem: Problem) => boolean },
): Problem[] {
  return unreadCells(reads, cellProblems, problems).filter((problem) => putsRight?.(problem) !== true);
}

/** What a page says at its head of cells that it could not read; '' when there are none. */
export function cautionOnPage({ length }: readonly Problem[]): Text {
  if (length === 0) return text('', '');
  return text(
    `注意：有${length}处内容看不懂或认不出，改正前本页所列可能不实。`,
    `Note: ${length === 1 ? '1 cell' : `${length} cells`} could not be read or name nobody; until mended, this page may be untrue.`,
  );
}

/**
 * A report that rests on cells which could not be read says so before anything else; each cell is in the notices.
 * Example: one due time “下周一”: 有 1 处看不懂或认不出（见下），改正前下面说的可能不实。没有逾期。
 */
export function firstUnread({ length }: readonly Problem[], message: Text): Text {
  if (length === 0) return message;
  return text(
    `有 ${length} 处看不懂或认不出（见下），改正前下面说的可能不实。${message.zh}`,
    `${length === 1 ? '1 cell' : `${length} cells`} cannot be read or name nobody (see below); until mended, what follows may be untrue. ${message.en}`,
  );
}
