// The ceremony as the briefing says it: how many days are left, when and where, the programme, whether its list is settled. Settles nothing.
import type { ListStatus } from '../../core/awards/listStatus';
import { clock, timetable } from '../../core/awards/timetable';
import { startOfDay } from '../../core/awards/workingDays';
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { Phase } from '../../core/campaign/settings';
import { DAY, type WallTime } from '../../core/ground/wallTime';
import { text, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { weekday } from '../../core/time/weekday';
import type { Situation } from '../run/runJob';
import { ceremonyOf } from './ceremony';

/** Whole days from today to the ceremony; negative once it is over. */
function daysToCeremony({ from }: Phase, asOf: WallTime): number {
  return Math.round((startOfDay(from) - startOfDay(asOf)) / DAY);
}

const daysLeft = (days: number): Text =>
  days === 0 ? text('就在今天', 'is today') : text(`还有${days}天`, `is in ${days} ${days === 1 ? 'day' : 'days'}`);

/** “6月26日（周六）9:00，县影剧院”; what is not settled is said to be open. */
function whenAndWhere({ campaign }: Pick<Situation, 'campaign'>, { from }: Phase): Text {
  const start = campaign.programme?.[0]?.start ?? null;
  const place = campaign.settings.ceremonyPlace;
  const day = (language: 'zh' | 'en'): string => formatMoment(startOfDay(from), language).replace(/,? 00:00$/, '');
  return text(
    `${day('zh')}（${weekday(from, 'zh')}）${start === null ? '，时间待定' : clock(start)}，${place || '地点待定'}`,
    `${weekday(from, 'en')} ${day('en')}, ${start === null ? 'time not set' : clock(start)}, ${place || 'place not set'}`,
  );
}

/** “距颁奖会还有15天：6月26日（周六）9:00，县影剧院”; null when there is none, or it is over. */
export function ceremonyCountdown({ campaign, asOf }: Pick<Situation, 'campaign' | 'asOf'>): Text | null {
  const ceremony = ceremonyOf(campaign.settings);
  const days = ceremony ? daysToCeremony(ceremony, asOf) : -1;
  if (!ceremony || days < 0) return null;
  const where = whenAndWhere({ campaign }, ceremony);
  const left = daysLeft(days);
  return text(
    days === 0 ? `今天${ceremony.name}：${where.zh}` : `距${ceremony.name}${left.zh}：${where.zh}`,
    `${ceremony.name} ${left.en}: ${where.en}`,
  );
}

/** How settled the list is, in the fewest words. */
function listWords({ kind, clock: running, open }: ListStatus, winners: number): Text {
  if (kind === 'none') return text('获奖名单还没有评定', 'the winners are not decided yet');
  if (kind === 'pending')
    return open.length > 0
      ? text(
          `获奖名单待定，${open.length}件异议没有办结`,
          `the list is pending: ${open.length} ${open.length === 1 ? 'objection' : 'objections'} open`,
        )
      : text('获奖名单待定，异议成立后尚未调整', 'the list is pending: a founded objection is not followed up yet');
  const count = text(`获奖作品${winners}篇`, `${winners} winning entries`);
  if (kind === 'unposted') return text(`${count.zh}已评定，尚未公示`, `${count.en}, no notice yet`);
  if (kind === 'final') return text(`${count.zh}，公示期满`, `${count.en}, the notice has run in full`);
  const left = running?.left ?? 0;
  return text(
    `${count.zh}，公示还有${left}个工作日`,
    `${count.en}, ${left} working ${left === 1 ? 'day' : 'days'} of notice left`,
  );
}

/** “议程：9:00 警示片暖场；9:10 领导致辞…”; null without a programme. */
function programmeLine({ campaign }: Pick<Situation, 'campaign'>): Text | null {
  const items = timetable(campaign.programme ?? []).items.filter(({ item }) => item !== '');
  if (items.length === 0) return null;
  const words = (between: string): string =>
    items.map(({ item, begins }) => (begins === null ? item : `${clock(begins)} ${item}`)).join(between);
  return text(`议程：${words('；')}`, `Programme: ${words('; ')}`);
}

/** Seats that nobody holds; null when every one is held, or nothing is decided. */
function seatsLine({ campaign }: Pick<Situation, 'campaign'>, winners: number): Text | null {
  const seats = campaign.settings.rules.awardQuota;
  const free = seats - winners;
  if (winners === 0 || free <= 0) return null;
  return text(
    `奖项名额${seats}个，已评${winners}个，空缺${free}个`,
    `${winners} of ${seats} awards are given, ${free} ${free === 1 ? 'is' : 'are'} open`,
  );
}

/** The ceremony on the briefing: its name, how many days are left, and what is planned. */
export interface CeremonyTexts {
  readonly name: string;
  readonly headline: Text;
  readonly plan: readonly Text[];
}

/** Null when no phase is the ceremony. */
export function ceremonyLines(
  situation: Pick<Situation, 'campaign' | 'asOf'>,
  { contest }: BriefingFigures,
  status: ListStatus,
): CeremonyTexts | null {
  const ceremony = ceremonyOf(situation.campaign.settings);
  if (!ceremony) return null;
  const days = daysToCeremony(ceremony, situation.asOf);
  const winners = contest?.winners.length ?? 0;
  const list = listWords(status, winners);
  const left = daysLeft(days);
  const lines = [whenAndWhere(situation, ceremony), programmeLine(situation), seatsLine(situation, winners)];
  return {
    name: ceremony.name,
    headline:
      days < 0
        ? text(`${ceremony.name}已过：${list.zh}`, `${ceremony.name} is over: ${list.en}`)
        : text(`${ceremony.name}${left.zh}：${list.zh}`, `${ceremony.name} ${left.en}: ${list.en}`),
    plan: lines.flatMap((line) => line ?? []),
  };
}
