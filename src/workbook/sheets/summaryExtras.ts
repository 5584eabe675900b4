// What the summary shows besides items, categories and units: arrivals per day and the judges' scores, as lines of tables. Computes nothing.
import type { Arrivals } from '../../core/briefing/arrivals';
import type { JudgeAgreement } from '../../core/contest/agreement';
import { text, type Language } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { CellWrite } from '../contract/plan';

/** Figures of the summary's charts that the briefing does not have. */
export interface SummaryExtras {
  /** Units are of a county's four categories. */
  readonly county: boolean;
  readonly arrivals: Arrivals;
  /** Those who have scored, by their ids alone: the sheet goes round, and names would tell who is strict. */
  readonly judges: readonly JudgeAgreement[];
}

/** The head first; each line as its cells from the first column on. */
export type TableCells = readonly (readonly CellWrite[])[];

const dayWords = (day: number, language: Language): string => formatMoment(day, language).replace(/,? 00:00$/, '');

/** “6月7日 T1截止”. */
export function arrivalCells({ arrivals }: SummaryExtras, language: Language): TableCells {
  if (arrivals.days.length === 0) return [];
  return [
    [text('序号', 'No.')[language], text('日期', 'Day')[language], text('合计', 'Total')[language], ...arrivals.items],
    ...arrivals.days.map(({ day, counts, due }, index) => [
      index + 1,
      `${dayWords(day, language)}${due.length === 0 ? '' : text(` ${due.join('、')}截止`, `, ${due.join(', ')} due`)[language]}`,
      counts.reduce((sum, count) => sum + count, 0),
      ...counts,
    ]),
  ];
}

const points = (value: number): number => Math.round(value * 100) / 100;
const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

/** Of the columns whose figures are no scores: place, judge, how many; severity says which way. */
export const JUDGE_FORMATS: Readonly<Record<number, string>> = { 0: '0', 2: '0', 4: '+0.00;-0.00;0.00' };

/** The last three are what the chart stacks. */
export function judgeCells({ judges }: SummaryExtras, language: Language): TableCells {
  if (judges.length === 0) return [];
  const heads = [
    text('序号', 'No.'),
    text('评委', 'Judge'),
    text('评分篇数', 'Scores'),
    text('平均', 'Mean'),
    text('松紧', 'Severity'),
    text('最高', 'Highest'),
    text('最低', 'Lowest'),
    text('平均－最低', 'Mean − low'),
    text('最高－平均', 'High − mean'),
  ];
  return [
    heads.map((head) => head[language]),
    ...judges.map(({ judgeId, count, mean, low, high, severity }, index) => [
      index + 1,
      text(
        `${judgeId} 平均${mean.toFixed(1)}（${signed(severity)}）`,
        `${judgeId} mean ${mean.toFixed(1)} (${signed(severity)})`,
      )[language],
      count,
      points(mean),
      points(severity),
      points(high),
      points(low),
      points(mean - low),
      points(high - mean),
    ]),
  ];
}
