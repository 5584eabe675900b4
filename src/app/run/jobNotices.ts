// All that a run says besides what its decision says: cells that cannot be read, doubtful times, hands at the table. Stops nothing.
import { doubtfulArrivals } from '../../core/receipts/doubtfulArrivals';
import { asOfAhead, doubtfulTimes } from '../../core/receipts/doubtfulTimes';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';
import type { PlanStep } from '../../workbook/contract/plan';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { LOG } from '../../workbook/tables/records/records';
import { alteredLog } from './alteredLog';
import type { Deps, Mode } from './job';
import { byHand } from './manyHands';
import type { Vanished } from './ownWrites';
import { vanishedProblem } from './vanishedWords';
import { rowsOutside, saidBySheet, typedOver } from './saidBySheet';
import { sheetCopies } from './sheetCopies';
import { standingsSaid } from './standingsNotAsDecided';
import type { JobReads, JobWrites } from './touches';
import { leftBehind } from './trackerLeftBehind';
import { unreadCells } from './unreadCells';

/** Filters on tables that the job writes to are taken off first: a block written to a filtered table would land in other rows. */
function filterNotices(steps: readonly PlanStep[], snapshot: WorkbookSnapshot): Problem[] {
  const touched = new Set(
    steps.flatMap((step) =>
      step.kind === 'updateRows' || step.kind === 'appendRows' || step.kind === 'conditionals' ? [step.table] : [],
    ),
  );
  return [...touched].flatMap((name) => {
    const table = snapshot.tables[name];
    if (!table?.filtered) return [];
    return [
      {
        code: 'filter-cleared',
        table: name,
        sheet: table.sheet,
        expected: text('没有筛选', 'no filter'),
        found: 'AutoFilter',
        message: text(
          `“${table.sheet}”原有筛选，写入前已清除，以免写错行。`,
          `The filter on “${table.sheet}” was taken off before writing, so that no row was missed.`,
        ),
      },
    ];
  });
}

/** Writes of this session that are not there any more, and that no job has named yet; one request where that is in doubt. */
export async function vanished({ own, workbook }: Deps, job: string, snapshot: WorkbookSnapshot): Promise<Vanished[]> {
  if (!own || job === 'restore') return [];
  const withLog = own.isDoubtful(snapshot) ? await workbook.read({ tables: [...own.tables, LOG.name] }) : null;
  if (withLog) own.letGo(withLog);
  return own.vanishedIn(withLog ?? snapshot).filter((each) => !own.isTold(each));
}

/** Of the situation, what notices come from. */
interface Seen {
  readonly snapshot: WorkbookSnapshot;
  readonly campaign: Campaign;
  readonly cellProblems: readonly Problem[];
  readonly now: WallTime;
}

/** Of the decision, what it says and plans. */
interface Said {
  readonly steps: readonly PlanStep[];
  readonly problems?: readonly Problem[];
  readonly notices?: readonly Problem[];
  readonly putsRight?: (problem: Problem) => boolean;
}

/** What the run itself found before and beside the decision. */
interface Found {
  readonly reads: JobReads;
  readonly writes: JobWrites;
  readonly mode: Mode;
  /** Of a job that was cut before. */
  readonly cut: readonly Problem[];
  readonly lost: readonly Vanished[];
}

/** In the order in which they are shown. What the decision puts right by its plan is not named. */
export function noticesOf(
  { reads, writes, mode, cut, lost }: Found,
  { snapshot, campaign, cellProblems, now }: Seen,
  decision: Said,
): Problem[] {
  const said = [...(decision.problems ?? []), ...(decision.notices ?? [])];
  const doubtful = [
    ...asOfAhead(campaign.settings.asOf, now),
    ...doubtfulTimes(campaign),
    ...doubtfulArrivals(campaign, now),
  ];
  const stays = (problem: Problem): boolean => decision.putsRight?.(problem) !== true;
  return [
    ...unreadCells(reads, cellProblems, said).filter(stays),
    ...rowsOutside(reads, snapshot, { writes, mode }),
    ...unreadCells(reads, doubtful, said),
    ...(decision.putsRight ? [] : typedOver(reads, snapshot, campaign, said)),
    ...standingsSaid(reads, campaign, snapshot, said, decision.steps),
    ...saidBySheet(reads, snapshot, campaign, [...cellProblems, ...doubtful, ...said]).filter(stays),
    ...(decision.notices ?? []),
    ...sheetCopies(reads, snapshot),
    ...byHand(snapshot),
    ...cut,
    ...(reads.withLog && said.every(({ code }) => code !== 'log-altered') ? alteredLog(snapshot) : []),
    ...lost.map(vanishedProblem),
    ...filterNotices(decision.steps, snapshot),
    ...leftBehind(decision.steps, snapshot),
  ];
}
