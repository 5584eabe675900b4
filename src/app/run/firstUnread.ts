// That a report could not read cells, said before anything else: in its message and at the head of its page.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { JobReads } from './touches';
import { unreadCells } from './unreadCells';

/** Unread cells of what a job reads, for its decision: what it says as its own problems, and what its plan puts right, is not unread any more. */
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
    `Note: ${length === 1 ? '1 cell could not be read or names' : `${length} cells could not be read or name`} nobody; until mended, this page may be untrue.`,
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
    `${length === 1 ? '1 cell cannot be read or names' : `${length} cells cannot be read or name`} nobody (see below); until mended, what follows may be untrue. ${message.en}`,
  );
}
