// By when the notice has to be up so that it has run in full before the ceremony (A-2). Posts nothing.
import { latestPosting, noticePeriod, startOfDay } from '../../core/awards/workingDays';
import { text, type Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { formatDay, formatShortDay } from '../../core/time/formatDay';
import type { Campaign } from '../../workbook/campaign';
import { ceremonyOf } from './ceremony';
import { holidaysOf } from './listState';

/** Midnight of the latest working day; null when no phase is the ceremony, or no day is left for it. */
function postingDeadline({ settings }: Pick<Campaign, 'settings'>, asOf: WallTime): WallTime | null {
  const ceremony = ceremonyOf(settings);
  if (!ceremony) return null;
  const latest = latestPosting(ceremony.from, settings.noticeDays, holidaysOf(settings), settings.countPostingDay);
  return latest >= startOfDay(asOf) ? latest : null;
}

/** “最迟6月18日张贴公示”; null once it is too late, or where no ceremony is planned. */
export function postingDeadlineLine(campaign: Pick<Campaign, 'settings'>, asOf: WallTime): Text | null {
  const latest = postingDeadline(campaign, asOf);
  if (latest === null) return null;
  const ceremony = ceremonyOf(campaign.settings);
  return text(
    `最迟${formatShortDay(latest, 'zh')}张贴公示，才能在${ceremony?.name ?? '颁奖会'}前满${campaign.settings.noticeDays}个工作日`,
    `The notice has to be posted by ${formatShortDay(latest, 'en')} to run ${campaign.settings.noticeDays} working days before ${ceremony ? `“${ceremony.name}”` : 'the ceremony'}`,
  );
}

/** The last day by either way of counting the day of posting. Example: “张贴当天不计则到6月25日，计入则到6月24日”. */
export function bothLastDays(posted: WallTime, { settings }: Pick<Campaign, 'settings'>): Text {
  const last = (counted: boolean): WallTime =>
    noticePeriod(posted, settings.noticeDays, holidaysOf(settings), counted).last;
  return text(
    `张贴当天不计则到${formatDay(last(false), 'zh')}，计入则到${formatDay(last(true), 'zh')}（现按“${settings.countPostingDay ? '计入' : '不计'}”）`,
    `to ${formatDay(last(false), 'en')} when the day of posting does not count, to ${formatDay(last(true), 'en')} when it does (the setting says it ${settings.countPostingDay ? 'does' : 'does not'})`,
  );
}
