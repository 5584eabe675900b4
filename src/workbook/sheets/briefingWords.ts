// The sentences of the leaders' sheet, from its figures. Computes nothing and knows no layout.
import type { BriefingFigures, ContestFigures, NextStep } from '../../core/briefing/briefingFigures';
import { text, type Language } from '../../core/ground/text';
import { formatLateness } from '../../core/time/formatLateness';
import { formatMoment } from '../../core/time/formatMoment';
import type { WallTime } from '../../core/ground/wallTime';
import { labelOf } from '../contract/labels';

/** “2021年6月11日”, “11 Jun 2021”. */
export function dateOf(time: WallTime, language: Language): string {
  const full = formatMoment(time, language, 'full');
  return language === 'zh' ? full.slice(0, full.indexOf('日') + 1) : full.slice(0, full.indexOf(','));
}

/** How far the campaign is: one paragraph of figures, one by category, one that names the phase. */
export function progressWords(figures: BriefingFigures, language: Language): string[] {
  const { asOf, total, categories, phasesNow } = figures;
  const byActivity = activityWords(figures, language);
  const units = categories.reduce((sum, category) => sum + category.units, 0);
  const until = formatMoment(asOf, language);
  const named = categories.map(({ category, units: count, rate }) => ({
    name: labelOf('category', category, language),
    count,
    rate: rate ?? '—',
  }));
  const phases = phasesNow.map(({ name }) => name);
  if (language === 'zh') {
    const exempt = total.exempt > 0 ? `（另免报${total.exempt}项）` : '';
    return [
      `截至${until}，${units}家单位应报${total.must}项${exempt}，已完成${total.done}项，完成率${total.rate ?? '—'}%，其中按时${total.onTime}项、迟报${total.late}项；待审${total.underReview}项，不完整${total.incomplete}项，逾期${total.overdue}项，待报${total.pending}项。`,
      `分类完成率：${named.map(({ name, count, rate }) => `${name}${count}家，${rate}%`).join('；')}。${phases.length > 0 ? `当前阶段：${phases.join('、')}。` : ''}${byActivity}`,
    ];
  }
  const exempt = total.exempt > 0 ? ` (${total.exempt} more are exempt)` : '';
  return [
    `As of ${until}, ${units} units owe ${total.must} items${exempt}. Complete: ${total.done} (${total.rate ?? '—'}%), of them ${total.onTime} on time and ${total.late} late. Under review ${total.underReview}, incomplete ${total.incomplete}, overdue ${total.overdue}, pending ${total.pending}.`,
    `By category: ${named.map(({ name, count, rate }) => `${name} (${count}) ${rate}%`).join(', ')}.${phases.length > 0 ? ` Phase now: ${phases.join(', ')}.` : ''}${byActivity === '' ? '' : ` ${byActivity}`}`,
  ];
}

/** Most overdue first; more would not fit on one page. */
const MOST_ACTIVITIES = 3;

/** Which activities wait for something that is overdue, and who leads them. '' = none of those that somebody leads. */
export function activityWords({ activities }: BriefingFigures, language: Language): string {
  const late = activities
    .filter(({ overdue, leads }) => overdue > 0 && leads.length > 0)
    .sort((a, b) => b.overdue - a.overdue)
    .slice(0, MOST_ACTIVITIES);
  if (late.length === 0) return '';
  return language === 'zh'
    ? `按活动：${late.map(({ activity, leads, overdue }) => `${activity}（牵头：${leads.join('、')}）逾期${overdue}项`).join('；')}。`
    : `By activity: ${late.map(({ activity, leads, overdue }) => `${activity} (led by ${leads.join(', ')}) ${overdue} overdue`).join('; ')}.`;
}

/** One sentence over the overdue table of `shown` units; the others are named below it or left to the summary. */
export function overdueWords(
  { overdueUnits, total }: BriefingFigures,
  shown: number,
  othersNamed: boolean,
  language: Language,
): string {
  const [longest] = overdueUnits;
  if (!longest) return language === 'zh' ? '没有逾期的单位。' : 'No unit is overdue.';
  const rest = overdueUnits.length - shown;
  const late = formatLateness(longest.minutesLate, language);
  if (language === 'zh')
    return `共${overdueUnits.length}家${total.overdue}项，最长${late}。${rest > 0 ? `下表为最久的${shown}家${othersNamed ? '' : '，其余见汇总表'}。` : ''}`;
  return `${overdueUnits.length} units, ${total.overdue} items, ${late} at most.${rest > 0 ? ` The table lists the longest ${shown}${othersNamed ? '' : `; for the other ${rest} see “Summary”`}.` : ''}`;
}

/** Names every overdue unit that the table leaves out: nobody on the list may say that they were not told. */
export function otherOverdueWords({ overdueUnits }: BriefingFigures, shown: number, language: Language): string[] {
  const others = overdueUnits.slice(shown);
  if (others.length === 0) return [];
  const names = others.map(
    ({ name, items }) =>
      `${name}${language === 'zh' ? '' : ' '}${items.map(({ requirementId }) => requirementId).join(' ')}`,
  );
  return [
    language === 'zh'
      ? `其余${others.length}家：${names.join('、')}。`
      : `The other ${others.length}: ${names.join(', ')}.`,
  ];
}

function decisionWords(
  { decision, winners }: ContestFigures,
  unitName: (unitId: string) => string,
  named: number,
  language: Language,
): string {
  const zh = language === 'zh';
  if (winners.length > 0) {
    const tiered = new Set(winners.map(({ tier }) => tier)).size > 1;
    const list = winners.slice(0, named).map(({ title, unitId, tier }) => {
      const of = tiered && tier ? `${tier}${zh ? '' : ' '}` : '';
      return zh ? `${of}《${title}》（${unitName(unitId)}）` : `${of}“${title}” (${unitName(unitId)})`;
    });
    const rest = winners.length - list.length;
    if (named === 0)
      return zh
        ? `已评出获奖作品${winners.length}篇，见“获奖名单”。`
        : `${winners.length} winning entries: see “Award list”.`;
    return zh
      ? `已评出获奖作品${winners.length}篇：${list.join('、')}${rest > 0 ? '等' : ''}。`
      : `${winners.length} winning entries: ${list.join(', ')}${rest > 0 ? ' and others' : ''}.`;
  }
  if (decision.kind === 'tie') {
    const { contested, seatsLeft } = decision;
    return zh
      ? `有${contested.length}篇并列争${seatsLeft}个名额，须先按规则决定，获奖名单待定。`
      : `${contested.length} tied entries contend for ${seatsLeft} awards; the list waits for a decision by the rules.`;
  }
  if (decision.kind === 'tooFewScored')
    return zh
      ? `还有${decision.waiting.length}篇评分不足，名次待定。`
      : `${decision.waiting.length} entries still lack scores; places are undecided.`;
  if (decision.kind === 'decided')
    return zh ? '名次已算出，尚未评定。' : 'Places are computed; nothing is decided yet.';
  return zh ? '名次待定。' : 'Places are undecided.';
}

/** At most `named` winners are named one by one; 0 points to the award list. */
export function contestWords(
  { contest }: BriefingFigures,
  unitName: (unitId: string) => string,
  named: number,
  language: Language,
): string {
  const zh = language === 'zh';
  if (!contest) return zh ? '尚未登记参评作品。' : 'No entries are registered yet.';
  const { entries, ranked, judges, judgesDone } = contest;
  if (judges === 0)
    return zh
      ? `已登记参评作品${entries}篇，尚未开始评分。`
      : `${entries} entries are registered; judging has not begun.`;
  const state = zh
    ? `参评作品${entries}篇；评委${judges}名，${judgesDone}名已全部评完；${ranked}篇已有名次。`
    : `${entries} entries; ${judgesDone} of ${judges} judges have finished; ${ranked} entries are ranked.`;
  return `${state}${zh ? '' : ' '}${decisionWords(contest, unitName, named, language)}`;
}

/** Sentences without full stop as one. Example: `listWords(['已评定，尚未公示'], 'zh')` is [“已评定，尚未公示。”]. */
export function listWords(lines: readonly string[], language: Language): string[] {
  if (lines.length === 0) return [];
  return [language === 'zh' ? `${lines.join('；')}。` : `${lines.join('; ')}.`];
}

/** A due time as people say it: the last second of a day is “6月30日内”, “end of 30 Jun”. */
export function dueWords(time: WallTime, language: Language): string {
  const words = formatMoment(time, language, 'short');
  if (!words.endsWith('23:59:59')) return words;
  return language === 'zh' ? words.replace(/ 23:59:59$/, '内') : `end of ${words.replace(/, 23:59:59$/, '')}`;
}

function nextStepWords({ kind, time, title, open, leads = [] }: NextStep, language: Language): string {
  const zh = language === 'zh';
  const led =
    leads.length === 0 ? text('', '') : text(`（牵头：${leads.join('、')}）`, ` (led by ${leads.join(', ')})`);
  if (kind === 'due')
    return zh
      ? `${dueWords(time, 'zh')}，“${title}”截止，尚有${open}家未报齐${led.zh}`
      : `${dueWords(time, 'en')}: “${title}” is due, ${open} units open${led.en}`;
  const day = formatMoment(time, language, 'short').replace(/,? 00:00$/, '');
  return zh ? `${day}，进入“${title}”阶段` : `${day}: phase “${title}” begins`;
}

/** The next due times and phases, soonest first. */
export function nextWords({ next }: BriefingFigures, language: Language): string[] {
  if (next.length === 0) return [language === 'zh' ? '没有后续的截止时间。' : 'No further due times.'];
  return next.map(
    (step, index) =>
      `${index + 1}. ${nextStepWords(step, language)}${language === 'zh' ? (index === next.length - 1 ? '。' : '；') : '.'}`,
  );
}
