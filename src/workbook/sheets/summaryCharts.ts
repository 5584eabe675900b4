// The two charts of the summary: how every item stands, and how complete every category is. They draw cells of the sheet's own tables.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { Tally } from '../../core/briefing/tally';
import { text, type Language } from '../../core/ground/text';
import { STATUSES, type Status } from '../../core/tracker/trackerRow';
import { labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, PALETTE, STATUS_INK } from '../contract/palette';
import type { Area, ChartPlan } from '../contract/plan';
import { statusSign } from '../contract/statusSigns';
import { columnPoints } from '../contract/pageLines';

/** 0-based columns of the summary's two upper tables. */
const NAME_COLUMN = 1;
const FIRST_STATUS_COLUMN = 3;
const RATE_COLUMN = FIRST_STATUS_COLUMN + STATUSES.length;

/** Where the charts and their figures are: 0-based rows. */
export interface ChartRows {
  /** First row with an item's figures. */
  readonly requirements: number;
  /** First row with a category's figures; the total follows below the last. */
  readonly categories: number;
  readonly chartTop: number;
  readonly chartRows: number;
}

const look: ChartPlan['look'] = {
  fontName: FONT,
  fontSize: 9,
  color: PALETTE.ink,
  titleFontName: FONT_TITLE,
  titleFontSize: 12,
  titleColor: PALETTE.title,
};

/** Room beyond the longest bar for its label. */
const WHOLE_AND_LABEL = 1.15;
/** Share of the page's width for the left chart, whose names are longer. */
const LEFT_SHARE = 0.62;

/** What is owed is drawn, what is exempt is not; a status that nobody has needs no place in the legend. */
function drawnStatuses(total: Tally): Status[] {
  return STATUSES.filter((status) => status !== 'exempt' && total[status] > 0);
}

/** Columns of the left chart: as many as make up its share. */
function splitAt(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  let left = 0;
  const found = widths.findIndex((width) => (left += columnPoints(width)) >= whole * LEFT_SHARE);
  return found + 1;
}

/** Empty when nothing is owed: there is nothing to draw. */
export function summaryCharts(
  figures: BriefingFigures,
  rows: ChartRows,
  widths: readonly number[],
  language: Language,
): ChartPlan[] {
  if (figures.total.must === 0) return [];
  const statuses = drawnStatuses(figures.total);
  const items = figures.requirements.length;
  const groups = figures.categories.length + 1;
  const lineOf = (row: number, count: number, column: number): Area => ({ row, rows: count, column, columns: 1 });
  const split = splitAt(widths);
  const half = (column: number, columns: number): Area => ({
    row: rows.chartTop,
    rows: rows.chartRows,
    column,
    columns,
  });
  const [itemsTitle, groupsTitle] = chartTitles(language);
  return [
    {
      name: itemsTitle,
      kind: 'stackedBars',
      title: itemsTitle,
      place: half(0, split),
      legend: true,
      look,
      maximum: Math.max(...figures.requirements.map(({ must }) => must)),
      categories: lineOf(rows.requirements, items, NAME_COLUMN),
      series: statuses.map((status) => {
        const [fill, ink] = STATUS_INK[status];
        const sign = statusSign(status, language);
        return {
          name: `${sign} ${labelOf('status', status, language)}`,
          values: lineOf(rows.requirements, items, FIRST_STATUS_COLUMN + STATUSES.indexOf(status)),
          fill,
          outline: ink,
          label: { format: `"${sign}"0;;`, color: ink },
        };
      }),
    },
    {
      name: groupsTitle,
      kind: 'bars',
      title: groupsTitle,
      place: half(split, widths.length - split),
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
    },
  ];
}

function chartTitles(language: Language): readonly [items: string, groups: string] {
  return [
    text('图一　各事项报送情况（项）', 'Figure 1. Items by status')[language],
    text('图二　各类别完成率', 'Figure 2. Completeness by category')[language],
  ];
}

/** What the charts tell, in words. Example: “图一：应报198项，已完成75项；逾期10项，最多的是“总结”（8项）。图二：…”. */
export function chartWords({ requirements, categories, total }: BriefingFigures, language: Language): string {
  const most = requirements.reduce((worst, each) => (each.overdue > worst.overdue ? each : worst), {
    title: '',
    overdue: 0,
  });
  const rated = categories.filter(({ rate }) => rate !== null).sort((a, b) => Number(b.rate) - Number(a.rate));
  const [best, worst] = [rated[0], rated[rated.length - 1]];
  const named = (one: (typeof rated)[number] | undefined): string =>
    one ? labelOf('category', one.category, language) : '';
  const zh = [
    `图一：应报${total.must}项，已完成${total.done}项；`,
    total.overdue > 0 ? `逾期${total.overdue}项，最多的是“${most.title}”（${most.overdue}项）。` : '没有逾期。',
    best && worst && best.rate !== worst.rate
      ? `图二：完成率最高为${named(best)}（${best.rate}%），最低为${named(worst)}（${worst.rate}%），合计${total.rate ?? '—'}%。`
      : `图二：完成率合计${total.rate ?? '—'}%。`,
  ].join('');
  const en = [
    `Figure 1: ${total.must} items owed, ${total.done} complete; `,
    total.overdue > 0 ? `${total.overdue} overdue, most of them “${most.title}” (${most.overdue}). ` : 'none overdue. ',
    best && worst && best.rate !== worst.rate
      ? `Figure 2: most complete are ${named(best)} (${best.rate}%), least ${named(worst)} (${worst.rate}%), all together ${total.rate ?? '—'}%.`
      : `Figure 2: ${total.rate ?? '—'}% complete.`,
  ].join('');
  return language === 'zh' ? zh : en;
}
