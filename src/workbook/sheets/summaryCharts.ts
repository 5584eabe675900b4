// The charts of the summary: items, categories, arrivals per day, judges. They draw cells of the sheet's own tables, and their titles say what is to be seen.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { Tally } from '../../core/briefing/tally';
import { text, type Language } from '../../core/ground/text';
import { STATUSES, type Status } from '../../core/tracker/trackerRow';
import { labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, PALETTE, STATUS_INK } from '../contract/palette';
import type { Area, ChartPlan } from '../contract/plan';
import { statusSign } from '../contract/statusSigns';
import { columnPoints } from '../contract/pageLines';
import type { SummaryExtras } from './summaryExtras';
import { arrivalsFinding, groupsFinding, itemsFinding, judgesFigure, judgesFinding } from './summaryWords';

/** 0-based columns of the summary's tables. */
const NAME_COLUMN = 1;
const FIRST_STATUS_COLUMN = 3;
const RATE_COLUMN = FIRST_STATUS_COLUMN + STATUSES.length;
/** The first item's column in the table of days; low, mean less low, high less mean in the table of judges. */
const FIRST_ARRIVAL_COLUMN = 3;
/** 0-based column of the first of the three figures in the table of judges. */
const SPREAD_COLUMN = 6;

/** Where the charts and their figures are: 0-based rows. */
export interface ChartRows {
  /** First row with an item's figures. */
  readonly requirements: number;
  /** First row with a category's figures; the total follows below the last. */
  readonly categories: number;
  /** First rows of the tables of days and of judges. */
  readonly days: number;
  readonly judges: number;
  readonly chartTop: number;
  /** Rows of one chart; a second pair stands below the first. */
  readonly chartRows: number;
}

const look: ChartPlan['look'] = {
  fontName: FONT,
  fontSize: 11,
  color: PALETTE.ink,
  titleFontName: FONT_TITLE,
  titleFontSize: 12,
  titleColor: PALETTE.title,
};

/** Room beyond the longest bar for its label. */
const WHOLE_AND_LABEL = 1.15;
/** Share of the page's width for the left charts. */
const LEFT_SHARE = 0.5;
const NO_LABEL = ';;;';
/** Item after item, told apart in grey print by light, dark and outline. */
const ITEM_FILLS = ['#404040', '#BFBFBF', '#FFFFFF', '#7F7F7F', '#E5E7EB', '#595959', '#D9D9D9'];
const OUTLINE = '#1F2937';

/** What is owed is drawn, what is exempt is not; a status that nobody has needs no place in the legend. */
function drawnStatuses(total: Tally): Status[] {
  return STATUSES.filter((status) => status !== 'exempt' && total[status] > 0);
}

/** Columns of the left charts: as many as make up their share. */
function splitAt(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  let left = 0;
  const found = widths.findIndex((width) => (left += columnPoints(width)) >= whole * LEFT_SHARE);
  return found + 1;
}

const lineOf = (row: number, count: number, column: number): Area => ({ row, rows: count, column, columns: 1 });

const NAMES = [
  text('图一　各事项报送情况（项）', 'Figure 1. Items by status'),
  text('图二　各类别完成率', 'Figure 2. Completeness by category'),
  text('图三　每日收件', 'Figure 3. Arrivals by day'),
] as const;

/** A label in a part of a bar that is shorter than this share of the longest would lie over its neighbours'. */
const LABEL_SHARE = 0.15;

/** A status's labels: where its part is narrow and stands beside others, none, for the table below has the figure; what is overdue is always said. */
function itemLabel(status: Status, sign: string, items: BriefingFigures['requirements']): string {
  const least = Math.max(...items.map(({ must }) => must)) * LABEL_SHARE;
  const narrow = items.flatMap((item) => (item[status] < least && item[status] < item.must ? [item[status]] : []));
  const hidden = status === 'overdue' ? 0 : Math.max(0, ...narrow);
  return hidden === 0 ? `"${sign}"0;;` : `[<=${hidden}]"";"${sign}"0`;
}

function itemsChart(figures: BriefingFigures, rows: ChartRows, place: Area, language: Language): ChartPlan {
  const items = figures.requirements.length;
  return {
    name: NAMES[0][language],
    kind: 'stackedBars',
    title: itemsFinding(figures, language),
    place,
    legend: true,
    look,
    maximum: Math.max(...figures.requirements.map(({ must }) => must)),
    categories: lineOf(rows.requirements, items, NAME_COLUMN),
    series: drawnStatuses(figures.total).map((status) => {
      const [fill, ink] = STATUS_INK[status];
      const sign = statusSign(status, language);
      return {
        name: `${sign} ${labelOf('status', status, language)}`,
        values: lineOf(rows.requirements, items, FIRST_STATUS_COLUMN + STATUSES.indexOf(status)),
        fill,
        outline: ink,
        label: { format: itemLabel(status, sign, figures.requirements), color: ink },
      };
    }),
  };
}

function groupsChart(
  figures: BriefingFigures,
  extras: SummaryExtras,
  rows: ChartRows,
  place: Area,
  language: Language,
): ChartPlan {
  const groups = figures.categories.length + 1;
  return {
    name: NAMES[1][language],
    kind: 'bars',
    title: groupsFinding(figures, extras, language),
    place,
    legend: false,
    maximum: WHOLE_AND_LABEL,
    look,
    categories: lineOf(rows.categories, groups, NAME_COLUMN),
    series: [
      {
        name: text('完成率', 'Rate')[language],
        values: lineOf(rows.categories, groups, RATE_COLUMN),
        fill: PALETTE.goodFill,
        outline: PALETTE.goodInk,
        label: { format: '0.0%', color: PALETTE.ink },
        other: { [groups - 1]: { fill: PALETTE.band, outline: PALETTE.title } },
      },
    ],
  };
}

function arrivalsChart({ arrivals }: SummaryExtras, rows: ChartRows, place: Area, language: Language): ChartPlan {
  const days = arrivals.days.length;
  return {
    name: NAMES[2][language],
    kind: 'stackedColumns',
    title: arrivalsFinding(arrivals, language),
    place,
    legend: true,
    look,
    categories: lineOf(rows.days, days, NAME_COLUMN),
    series: arrivals.items.map((id, index) => ({
      name: id,
      values: lineOf(rows.days, days, FIRST_ARRIVAL_COLUMN + index),
      fill: ITEM_FILLS[index % ITEM_FILLS.length] ?? OUTLINE,
      outline: OUTLINE,
      label: { format: NO_LABEL, color: OUTLINE },
    })),
  };
}

/** From each judge's lowest to the highest score; the line between is the mean. The first series only lifts the bars to where they begin. */
function judgesChart(extras: SummaryExtras, rows: ChartRows, place: Area, language: Language): ChartPlan {
  const { judges } = extras;
  const figure = judgesFigure(extras);
  const low = Math.min(...judges.map((judge) => judge.low));
  const high = Math.max(...judges.map((judge) => judge.high));
  const part = (name: string, index: number, fill: string, outline: string): ChartPlan['series'][number] => ({
    name,
    values: lineOf(rows.judges, judges.length, SPREAD_COLUMN + index),
    fill,
    outline,
    label: { format: NO_LABEL, color: OUTLINE },
  });
  return {
    name: text(`图${figure.zh}　评委松紧`, `Figure ${figure.en}. Judges`)[language],
    kind: 'stackedBars',
    title: judgesFinding(extras, language),
    place,
    legend: false,
    look,
    minimum: Math.floor(low - Math.max(1, (high - low) / 10)),
    maximum: Math.ceil(high),
    categories: lineOf(rows.judges, judges.length, NAME_COLUMN),
    series: [
      part(text('最低', 'Lowest')[language], 0, '#FFFFFF', '#FFFFFF'),
      part(text('最低至平均', 'Lowest to mean')[language], 1, '#A6A6A6', OUTLINE),
      part(text('平均至最高', 'Mean to highest')[language], 2, '#E5E7EB', OUTLINE),
    ],
  };
}

/** Empty when nothing is owed; days and judges only once something has come or been scored. */
export function summaryCharts(
  figures: BriefingFigures,
  extras: SummaryExtras,
  rows: ChartRows,
  widths: readonly number[],
  language: Language,
): ChartPlan[] {
  if (figures.total.must === 0) return [];
  const split = splitAt(widths);
  const place = (line: number, right: boolean): Area => ({
    row: rows.chartTop + line * rows.chartRows,
    rows: rows.chartRows,
    column: right ? split : 0,
    columns: right ? widths.length - split : split,
  });
  const whole: Area = { ...place(1, false), columns: widths.length };
  const [withDays, withJudges] = [extras.arrivals.days.length > 0, extras.judges.length > 0];
  return [
    itemsChart(figures, rows, place(0, false), language),
    groupsChart(figures, extras, rows, place(0, true), language),
    ...(withDays ? [arrivalsChart(extras, rows, withJudges ? place(1, false) : whole, language)] : []),
    ...(withJudges ? [judgesChart(extras, rows, withDays ? place(1, true) : whole, language)] : []),
  ];
}
