// The public notice as it was put on record when it was made: its days, and of which list it was. Makes no notice.
import type { FrozenDecision } from '../contest/frozenDecision';
import type { Ruling } from '../contest/ruling';
import { inOrderOfActs } from '../contest/ruling';
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';
import { wallTimeFromIso } from '../ground/wallTime';
import { isoDay, type NoticePeriod } from './workingDays';

/** The days of a notice as they were put on record with it. */
export interface NoticeOnRecord extends NoticePeriod {
  readonly actId: string;
  /** Working days that were counted. */
  readonly days: number;
  /** Of the list that it shows. */
  readonly fingerprint: string;
}

/** The days as one line: “张贴=2021-06-18；首日=2021-06-21；末日=2021-06-25；工作日=5”. */
export function noticeContent({ posted, first, last }: NoticePeriod, days: number, language: Language): string {
  const names = language === 'zh' ? ['张贴', '首日', '末日', '工作日'] : ['posted', 'first', 'last', 'working days'];
  return [isoDay(posted), isoDay(first), isoDay(last), String(days)]
    .map((value, index) => `${names[index]}=${value}`)
    .join('；');
}

function daysOf(content: string): Omit<NoticeOnRecord, 'actId' | 'fingerprint'> | null {
  const [posted = null, first = null, last = null] = (content.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(
    (iso): WallTime | null => wallTimeFromIso(iso),
  );
  const days = Number(/=\s*(\d+)\s*$/.exec(content)?.[1]);
  if (posted === null || first === null || last === null || !(days >= 1) || !(posted <= first && first <= last))
    return null;
  return { posted, first, last, days };
}

/** Every notice of the decision in force, in the order in which they were made; those of an earlier decision are of another list. */
export function noticesOnRecord(rulings: readonly Ruling[], frozen: FrozenDecision | null): NoticeOnRecord[] {
  if (!frozen) return [];
  const ordered = inOrderOfActs(rulings);
  const since = ordered.slice(ordered.findIndex(({ actId }) => actId === frozen.act.actId));
  return since
    .filter(({ act }) => act === 'notice')
    .flatMap(({ actId, content, fingerprint }) => {
      const days = daysOf(content);
      return days ? [{ ...days, actId, fingerprint }] : [];
    });
}
