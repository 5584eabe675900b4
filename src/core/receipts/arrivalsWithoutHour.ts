// Arrivals of which only the day is written, on the day on which they are due: the hour decides whether they are late. Knows no cells.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { DAY, isoFromWallTime, type WallTime } from '../ground/wallTime';
import { effective } from '../requirements/effective';
import type { Exception, Requirement } from '../requirements/requirement';
import type { Receipt } from './receipt';

const shown = (time: WallTime): string => isoFromWallTime(time).replace('T', ' ').replace(/:00$/, '');

/** So many are named one by one. */
const NAMED = 3;

function problemOf(ids: readonly string[], title: string, due: WallTime): Problem {
  const named = ids.slice(0, NAMED);
  const more = ids.length > NAMED;
  const [zh, en] = [
    `${named.join('、')}${more ? ` 等 ${ids.length} 件` : ' '}`,
    `${named.join(', ')}${more ? ` and others, ${ids.length} in all,` : ''}`,
  ];
  return {
    code: 'no-hour',
    table: 'Receipts',
    row: ids[0] ?? '',
    column: 'receivedAt',
    expected: text('日期和几点，如 17:30', 'a day and an hour, such as 17:30'),
    found: shown(due).slice(0, 10),
    message: text(
      `${zh}的收到时间只写了日期，按当天 0:00 算、不迟；“${title}”就在这一天 ${shown(due).slice(11)} 截止，几点收到决定是否迟报：请补上几点。`,
      `${en} came on the day on which “${title}” is due at ${shown(due).slice(11)}, and only the day is written: it counts as 0:00, which is in time. The hour decides whether it is late: add it.`,
    ),
  };
}

/**
 * One problem for each item and due time, extensions included (D-2). What was sent back counts for nothing and is not asked about.
 * Example: T1 is due on 7 June at 18:00, R0001 arrives on “7 June” → 'no-hour' at R0001.
 */
export function arrivalsWithoutHour(
  receipts: readonly Receipt[],
  requirements: readonly Requirement[],
  exceptions: readonly Exception[],
): Problem[] {
  const items = new Map(requirements.map((one) => [one.requirementId, one]));
  const open = new Map<string, { readonly title: string; readonly due: WallTime; readonly ids: string[] }>();
  for (const { receiptId, unitId, requirementId, receivedAt, review } of receipts) {
    const item = items.get(requirementId);
    if (!item || review === 'returned' || receivedAt % DAY !== 0) continue;
    const { due, exempt } = effective(item, { unitId }, exceptions);
    if (exempt || due === null || due <= receivedAt || due >= receivedAt + DAY - 60) continue;
    const key = `${requirementId} ${due}`;
    const same = open.get(key) ?? { title: item.title || requirementId, due, ids: [] };
    open.set(key, same);
    same.ids.push(receiptId);
  }
  return [...open.values()].map(({ title, due, ids }) => problemOf(ids, title, due));
}
