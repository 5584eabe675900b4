// Mark what is overdue: complete the tracker, put its colours and formulas back, and say who is overdue and by how long.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { formatLateness } from '../../core/time/formatLateness';
import { countByStatus } from '../../core/tracker/countByStatus';
import { overdueList, summarizeOverdue } from '../../core/tracker/overdue';
import type { Status } from '../../core/tracker/trackerRow';
import { isoFromWallTime } from '../../core/ground/wallTime';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { trackerSaysOtherwise } from './compareTracker';
import { statusesAt } from './statusesAt';
import { trackerUpkeep } from './trackerUpkeep';

/** One overdue row of the tracker, in the job’s results. */
export interface OverdueEntry {
  readonly unitId: string;
  readonly unit: string;
  readonly requirementId: string;
  readonly title: string;
  /** YYYY-MM-DDTHH:mm:ss, wall clock of the campaign. */
  readonly due: string;
  readonly minutesLate: number;
  /** The same in words, in the workbook's language. */
  readonly late: string;
}

export interface OverdueResults {
  readonly counts: Readonly<Record<Status, number>>;
  /** Units with at least one overdue item. */
  readonly units: number;
  /** Rows of the tracker that are overdue. */
  readonly items: number;
  /** Minutes. */
  readonly longest: number;
  /** The longest first. */
  readonly overdue: readonly OverdueEntry[];
}

function viewNotices({ campaign, snapshot, asOf, now }: Situation): Problem[] {
  const notices: Problem[] = [];
  if (campaign.settings.asOf !== null && asOf !== now) {
    const at = isoFromWallTime(asOf).replace('T', ' ');
    notices.push({
      code: 'as-of-fixed',
      table: 'Settings',
      row: 'asOf',
      expected: text('留空即按现在', 'empty for now'),
      found: at,
      message: text(
        `设置里的“截至时间”固定为 ${at}，状态按那一刻显示。`,
        `The settings fix the as-of time at ${at}: statuses are those of that moment.`,
      ),
    });
  }
  const table = tableIn(snapshot, TRACKER);
  if (table.filtered) {
    notices.push({
      code: 'filtered',
      table: TRACKER.name,
      sheet: table.sheet,
      expected: text('没有筛选', 'no filter'),
      found: table.sheet,
      message: text(
        `“${table.sheet}”正在筛选，有些行看不到；统计包括全部行。`,
        `A filter hides rows on “${table.sheet}”; the figures count all of them.`,
      ),
    });
  }
  return notices;
}

function resultsOf({
  campaign,
  asOf,
  language,
}: Situation): OverdueResults & { readonly sentence: Decision<unknown>['message'] } {
  const rows = statusesAt(campaign, asOf);
  const list = overdueList(rows, campaign.units, campaign.requirements);
  const overdue = list.map(({ row, unit, requirement }): OverdueEntry => ({
    unitId: unit.unitId,
    unit: unit.name,
    requirementId: requirement.requirementId,
    title: requirement.title,
    due: row.due === null ? '' : isoFromWallTime(row.due),
    minutesLate: row.minutesLate,
    late: formatLateness(row.minutesLate, language),
  }));
  return {
    counts: countByStatus(rows),
    units: new Set(overdue.map(({ unitId }) => unitId)).size,
    items: overdue.length,
    longest: overdue[0]?.minutesLate ?? 0,
    overdue,
    sentence: text(summarizeOverdue(rows, 'zh'), summarizeOverdue(rows, 'en')),
  };
}

/**
 * Completes the tracker by key (rows that nobody owes any more are named and marked, never deleted), restores formulas that were typed over
 * (the typed value goes to the log) and the highlights of tracker and roster, and shows the tracker.
 */
export function decideOverdue(situation: Situation): Decision<OverdueResults> {
  const tracker = tableIn(situation.snapshot, TRACKER);
  const upkeep = trackerUpkeep(situation);
  const { sentence, ...results } = resultsOf(situation);
  const done = upkeep.added + upkeep.updated > 0;
  const told = [sentence, ...upkeep.told];
  return {
    steps: [...upkeep.steps, { kind: 'activate', sheet: tracker.sheet }],
    changed: done ? { [TRACKER.name]: { added: upkeep.added, updated: upkeep.updated } } : {},
    notices: [
      ...trackerSaysOtherwise(situation, new Set(upkeep.preview.changed.map(({ row }) => row))),
      ...viewNotices(situation),
      ...upkeep.notices,
    ],
    results,
    preview: { ...upkeep.preview, unchanged: 0 },
    message: text(told.map(({ zh }) => zh).join('；') + '。', told.map(({ en }) => en).join('; ') + '.'),
    log: done ? undefined : null,
  };
}
