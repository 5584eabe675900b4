// The page of a job that names its sheet itself: guarded where it leaves the office, stamped and put in its place, and marked with what it shows
// all by what the sheet says of itself. Knows no page.
import type { Problem } from '../../core/ground/problem';
import { listPage, type ListPage } from '../../workbook/sheets/listPage';
import { shownNow } from '../../workbook/sheets/madeFrom';
import { isOwnWatched, madeKey, type OwnSheet } from '../../workbook/sheets/madeSheets';
import { madePage, type MadePage } from '../run/madePage';
import { withSourceMark } from '../run/markSource';
import type { Situation } from '../run/runJob';
import { publicProblems } from './publicPage';

/** With what must not leave the office: a job stops at it. */
export interface OwnPage extends MadePage {
  readonly problems: readonly Problem[];
}

/** Example: `const made = ownPage(situation, CONTACT_LIST_SHEET, page); if (made.problems.length > 0) return stop(made.problems);` */
export function ownPage(situation: Situation, own: OwnSheet, page: Omit<ListPage, 'stamp' | 'name'>): OwnPage {
  const { snapshot, campaign, language } = situation;
  const named = { ...page, name: own.sheet[language] };
  const problems =
    own.reach === 'office'
      ? []
      : publicProblems(listPage({ ...named, stamp: '' }, language), situation, { names: own.reach === 'public' });
  const { steps, notices } = madePage(situation, madeKey(own.key), named);
  if (!isOwnWatched(own)) return { steps, notices, problems };
  const source = shownNow(own, snapshot, campaign.spec);
  return { steps: withSourceMark(own, situation, steps, { called: own.sheet, source }), notices, problems };
}
