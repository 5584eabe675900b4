// Reminders that cannot have been: still to come, or the same one twice. They count in the accountability list.
import type { Problem } from '../ground/problem';
import { text, type Text } from '../ground/text';
import type { WallTime } from '../ground/wallTime';
import { formatMoment } from '../time/formatMoment';
import type { Reminder } from './reminder';

function doubtful(
  reminder: Reminder,
  column: string,
  found: string,
  expected: Text,
  [zh, en]: readonly [string, string],
): Problem {
  const { unitId, requirementId } = reminder;
  const row = `${unitId} ${requirementId}`.trim();
  return {
    code: 'reminder-doubtful',
    table: 'Reminders',
    row,
    column,
    found,
    expected,
    message: text(
      `催报记录 ${row}：${zh}，追责名单会照样计数：请核对。`,
      `Reminder of ${row}: ${en}; the accountability list counts it: check it.`,
    ),
  };
}

/** One notice for each reminder after `now`, and for each that stands again at the same moment for the same unit and item. */
export function doubtfulReminders(reminders: readonly Reminder[], now: WallTime): Problem[] {
  const seen = new Set<string>();
  return reminders.flatMap((reminder): Problem[] => {
    const { at, unitId, requirementId } = reminder;
    const [zh, en] = [formatMoment(at, 'zh'), formatMoment(at, 'en')];
    const key = JSON.stringify([at, unitId, requirementId]);
    const again = seen.has(key);
    seen.add(key);
    if (at > now)
      return [
        doubtful(reminder, 'at', zh, text('不晚于现在', 'not later than now'), [
          `时间 ${zh} 还没有到`,
          `${en} is still to come`,
        ]),
      ];
    return again
      ? [
          doubtful(reminder, 'at', zh, text('每次一行', 'one row a reminder'), [
            `${zh} 这一次写了两行`,
            `that of ${en} stands twice`,
          ]),
        ]
      : [];
  });
}
