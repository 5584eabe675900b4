// Whatever changes what a tracker of values follows from says that the tracker has not followed. Knows no job.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { momentText } from '../../workbook/contract/cells';
import { formatMoment } from '../../core/time/formatMoment';
import type { PlanStep } from '../../workbook/contract/plan';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { trackerStamp } from '../../workbook/tables/tracker/trackerStamp';
import { holdsValues } from '../../workbook/tables/tracker/trackerValues';

/** Tables from which the tracker follows. */
const SOURCES = new Set(['Receipts', 'Exceptions', 'Units', 'Requirements', 'Reminders']);

/** A job that writes into what the tracker follows from, and not into the tracker itself, leaves a tracker of values behind. */
export function leftBehind(steps: readonly PlanStep[], snapshot: WorkbookSnapshot): Problem[] {
  const tables = new Set(steps.flatMap((step) => ('table' in step ? [step.table] : [])));
  if (tables.has(TRACKER.name) || ![...tables].some((table) => SOURCES.has(table)) || !holdsValues(snapshot)) return [];
  const stamp = trackerStamp(snapshot.names);
  const [zh, en] =
    stamp === null ? ['', ''] : [`（截至 ${formatMoment(stamp, 'zh')}）`, ` (as of ${formatMoment(stamp, 'en')})`];
  return [
    {
      code: 'tracker-stale',
      table: TRACKER.name,
      expected: text('现在的值', 'the values of now'),
      found: stamp === null ? '' : momentText(stamp),
      message: text(
        `台账行数多，写的是值${zh}，这次的变动还没有算进去：点“标出逾期”刷新。`,
        `The tracker holds values${en} that do not know of this change yet: run “Mark what is overdue”.`,
      ),
    },
  ];
}
