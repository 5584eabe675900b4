// A page on its way into the workbook: guarded where it leaves the office, stamped and put in its place, and marked with what it shows, all by
// what its sheet says of itself. Knows no page.
import type { Problem } from '../../core/ground/problem';
import { listPage, type ListPage } from '../../workbook/sheets/listPage';
import { shownNow } from '../../workbook/sheets/madeFrom';
import type { Watched } from '../../workbook/sheets/madeFromSources';
import {
  isOwnWatched,
  madeKey,
  MADE_SHEETS,
  type MadeSheetName,
  type OwnSheet,
} from '../../workbook/sheets/madeSheets';
import { madePage, type MadePage } from '../run/madePage';
import { withSourceMark } from '../run/markSource';
import type { Situation } from '../run/runJob';
import { carriedProblems, plannedDoubts, publicProblems } from './publicPage';
import { fromSource } from './sourceMark';

/** With what must not leave the office: a job stops at it. */
export interface GuardedPage extends MadePage {
  readonly problems: readonly Problem[];
}

interface GuardedHow {
  /** The office's own line, which is meant to be public. */
  readonly contact?: string;
  /** The campaign as it is once the job's other steps are done, where the page shows what they write. */
  readonly source?: Situation;
}

/** Example: `const made = guardedPage(situation, CONTACT_LIST_SHEET, page); if (made.problems.length > 0) return stop(made.problems);` */
export function guardedPage(
  situation: Situation,
  sheet: (MadeSheetName & Watched) | OwnSheet,
  page: Omit<ListPage, 'stamp' | 'name'>,
  { contact, source = situation }: GuardedHow = {},
): GuardedPage {
  const { language } = situation;
  const key = typeof sheet === 'object' ? sheet.key : sheet;
  const kind = typeof sheet === 'object' ? sheet : MADE_SHEETS[sheet];
  const named = { ...page, name: kind.sheet[language] };
  // Names may stand on what goes to other offices, numbers may not.
  const options = { names: kind.reach === 'public', ...(contact !== undefined && { contact }) };
  const { steps, notices, carried } = madePage(situation, madeKey(key), named);
  const planned = listPage({ ...named, stamp: '' }, language);
  const problems =
    kind.reach === 'office'
      ? []
      : [...publicProblems(planned, situation, options), ...carriedProblems(named.name, carried, situation, options)];
  const doubts = kind.reach === 'public' ? plannedDoubts(planned, situation) : [];
  return { steps: marked(sheet, source, steps), notices: [...doubts, ...notices], problems };
}

function marked(
  sheet: (MadeSheetName & Watched) | OwnSheet,
  situation: Situation,
  steps: MadePage['steps'],
): MadePage['steps'] {
  if (typeof sheet === 'string') return fromSource(sheet, situation, steps);
  if (!isOwnWatched(sheet)) return steps;
  const source = shownNow(sheet, situation.snapshot, situation.campaign.spec);
  return withSourceMark(sheet, situation, steps, { called: sheet.sheet, source });
}
