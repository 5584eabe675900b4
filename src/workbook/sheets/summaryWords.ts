// What each chart of the summary tells, in words: its title. Computes no figure.
import type { Arrivals } from '../../core/briefing/arrivals';
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { JudgeAgreement } from '../../core/contest/agreement';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { categoryLabel } from '../contract/labels';
import type { SummaryExtras } from './summaryExtras';

/**
 * Who is alike is named alike: none of several with the same number is singled out.
 * Example: “图一　逾期90项，最多的是“总结”（53项）”, or “图一　逾期6项，其中T1、T2各3项”.
 */
export function itemsFinding({ requirements, total, soFar }: BriefingFigures, language: Language): string {
  const most = Math.max(0, ...requirements.map(({ overdue }) => overdue));
  const [first, ...others] = requirements.filter(({ overdue }) => overdue === most);
  if (total.overdue > 0 && first) {
    const ids = [first, ...others].map(({ requirementId }) => requirementId);
    return others.length === 0
      ? text(
          `图一　逾期${total.overdue}项，最多的是“${first.title}”（${most}项）`,
          `Figure 1. ${total.overdue} overdue, most for “${first.title}” (${most})`,
        )[language]
      : text(
          `图一　逾期${total.overdue}项，其中${ids.join('、')}各${most}项`,
          `Figure 1. ${total.overdue} overdue, ${most} each for ${ids.join(', ')}`,
        )[language];
  }
  const come = total.done + total.underReview;
  return soFar.due === 0
    ? text(
        `图一　尚无到期：应报${total.must}项，已收${come}项`,
        `Figure 1. Nothing due yet: ${come} of ${total.must} in`,
      )[language]
    : text(
        `图一　没有逾期：应报${total.must}项，已完成${total.done}项`,
        `Figure 1. None overdue: ${total.done} of ${total.must} complete`,
      )[language];
}

/** Example: “图二　园区完成率最高（100.0%），成员单位最低（85.0%）”. */
export function groupsFinding(
  { categories, total }: BriefingFigures,
  { county }: Pick<SummaryExtras, 'county'>,
  language: Language,
): string {
  const rated = categories.filter(({ rate }) => rate !== null).sort((a, b) => Number(b.rate) - Number(a.rate));
  const [best, worst] = [rated[0], rated[rated.length - 1]];
  if (!best || !worst || best.rate === worst.rate)
    return text(`图二　完成率${total.rate ?? '—'}%，各类别相同`, `Figure 2. ${total.rate ?? '—'}% complete, all alike`)[
      language
    ];
  const [high, low] = [best, worst].map(({ category }) => categoryLabel(category, language, county));
  return text(
    `图二　完成率${high}最高（${best.rate}%），${low}最低（${worst.rate}%）`,
    `Figure 2. Complete: ${high} most (${best.rate}%), ${low} least (${worst.rate}%)`,
  )[language];
}

/** Example: “图三　收件最多的是6月10日（52件，T2截止当天）”. */
export function arrivalsFinding({ days }: Arrivals, language: Language): string {
  const all = days.map(({ day, counts, due }) => ({ day, due, count: counts.reduce((sum, one) => sum + one, 0) }));
  const most = all.reduce((best, each) => (each.count > best.count ? each : best), { day: 0, due: [''], count: 0 });
  const day = formatMoment(most.day, language).replace(/,? 00:00$/, '');
  const due =
    most.due.length === 0
      ? text('', '')
      : text(`，${most.due.join('、')}截止当天`, `, when ${most.due.join(', ')} was due`);
  return text(
    `图三　收件最多的是${day}（${most.count}件${due.zh}）`,
    `Figure 3. Most arrived on ${day} (${most.count}${due.en})`,
  )[language];
}

/** Below this, in points, nobody is called strict. */
const ALIKE = 0.05;

/** The judges’ chart is the fourth, or the third where nothing has come that a chart of days could show. */
export function judgesFigure({ arrivals }: SummaryExtras): Text {
  return arrivals.days.length > 0 ? text('四', '4') : text('三', '3');
}

/** Example: “图四　J03最严（低2.1分），J01最宽（高1.8分）”. */
export function judgesFinding(extras: SummaryExtras, language: Language): string {
  const { judges } = extras;
  const figure = judgesFigure(extras);
  const ranked = [...judges].sort((a, b) => a.severity - b.severity);
  const [strict, mild] = [ranked[0], ranked[ranked.length - 1]];
  if (!strict || !mild || mild.severity - strict.severity < ALIKE)
    return text(`图${figure.zh}　各评委松紧一致`, `Figure ${figure.en}. All judges are alike`)[language];
  // Who is as strict, or as mild, is named along.
  const alike = (one: JudgeAgreement): string =>
    ranked
      .filter(({ severity }) => Math.abs(severity - one.severity) < ALIKE)
      .map(({ judgeId }) => judgeId)
      .sort()
      .join(language === 'zh' ? '、' : ', ');
  const [below, above] = [Math.abs(strict.severity).toFixed(1), Math.abs(mild.severity).toFixed(1)];
  return text(
    `图${figure.zh}　${alike(strict)}最严（低${below}分），${alike(mild)}最宽（高${above}分）`,
    `Figure ${figure.en}. Strictest: ${alike(strict)} (−${below}), mildest: ${alike(mild)} (+${above})`,
  )[language];
}

/** What all charts tell, for whoever hears the sheet rather than sees it. */
export function findings(figures: BriefingFigures, extras: SummaryExtras, language: Language): string {
  const { arrivals, judges } = extras;
  const all = [
    itemsFinding(figures, language),
    groupsFinding(figures, extras, language),
    ...(arrivals.days.length > 0 ? [arrivalsFinding(arrivals, language)] : []),
    ...(judges.length > 0 ? [judgesFinding(extras, language)] : []),
  ];
  return language === 'zh' ? `${all.join('；')}。` : `${all.join('. ')}.`;
}
