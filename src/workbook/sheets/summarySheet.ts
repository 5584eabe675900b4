// 汇总: how every item and every category stands, in figures and drawn, and the matrix unit × item with a mark in each cell. Shows, computes nothing.
import type { ActivityFigures, BriefingFigures } from '../../core/briefing/briefingFigures';
import type { SummaryMatrix } from '../../core/briefing/summaryMatrix';
import type { Tally } from '../../core/briefing/tally';
import { text, type Language, type Text } from '../../core/ground/text';
import { STATUSES, type Status } from '../../core/tracker/trackerRow';
import { categoryLabel, labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, PALETTE, STATUS_INK } from '../contract/palette';
import type { CellFormat, CellWrite, SheetPlan } from '../contract/plan';
import { NOT_OWED, statusSign } from '../contract/statusSigns';
import { dueWords } from '../../core/time/dueWords';
import {
  columnPoints,
  gap,
  heightOf,
  kept,
  keptBreaks,
  linesOf,
  pageParts,
  roomOf,
  signature,
  SLACK,
  type PageLine,
} from '../contract/pageLines';
import { summaryCharts, type ChartRows } from './summaryCharts';
import { headSize } from '../contract/wordWidth';
import { findings, judgesFigure } from './summaryWords';
import { arrivalCells, judgeCells, JUDGE_FORMATS, type SummaryExtras, type TableCells } from './summaryExtras';
import { MADE_SHEETS } from './madeSheets';
import {
  CELL_WIDTH,
  COUNT,
  NAME_WIDTH,
  cellFormat,
  headFormat,
  nameFormat,
  nameHeight,
  row,
  section,
  totalFormat,
  wide,
} from './summaryParts';
import { numberedHead } from './numberedHead';

/** What 汇总 shows; all figures as of one moment. */
export interface SummaryPage {
  readonly campaign: string;
  readonly organiser: string;
  readonly figures: BriefingFigures;
  readonly matrix: SummaryMatrix;
  readonly extras: SummaryExtras;
  /** Of cells that could not be read; '' when there are none. */
  readonly caution: string;
  readonly stamp: string;
}

/** Number, name, then figures: must, seven statuses, rate. */
const FIGURE_COLUMNS = 9;
const MATRIX_TOTALS = ['must', 'done', 'overdue'] as const;

function statusCell(tally: Tally, status: Status): readonly [CellWrite, CellFormat] {
  const [fill, color] = STATUS_INK[status];
  return [
    tally[status],
    tally[status] > 0 && status !== 'pending' ? { ...cellFormat, fill, color, bold: status === 'overdue' } : cellFormat,
  ];
}

function figuresLine(number: CellWrite, name: string, tally: Tally, total: boolean, language: Language): PageLine {
  const format = total ? totalFormat : cellFormat;
  // Of what is not due yet, and not there, a rate of 0 % would mislead.
  const numberFormat = tally.pending === tally.must ? '0.0%;-0.0%;' : '0.0%';
  const rate: readonly [CellWrite, CellFormat] =
    tally.rate === null
      ? [NOT_OWED, format]
      : [Math.round(Number(tally.rate) * 10) / 1000, { ...format, numberFormat }];
  const statuses = STATUSES.map((status): readonly [CellWrite, CellFormat] => {
    const [value, look] = total ? [tally[status], totalFormat] : statusCell(tally, status);
    return [value, { ...look, numberFormat: COUNT }];
  });
  return row(
    [
      [number, format],
      [name, total ? { ...totalFormat, horizontal: 'Left' } : nameFormat],
      [tally.must, format],
      ...statuses,
      rate,
    ],
    nameHeight(name, language, 17),
  );
}

function figuresHead(first: Text, language: Language): PageLine {
  const words = [
    text('序号', 'No.'),
    first,
    text('应报', 'Must'),
    ...STATUSES.map((status) => text(labelOf('status', status, 'zh'), labelOf('status', status, 'en'))),
    text('完成率', 'Rate'),
  ];
  const fontSize = headSize(
    words.slice(2).map((word) => [word[language], CELL_WIDTH[language]]),
    10,
    8,
  );
  return kept(
    row(
      words.map((word) => [word[language], { ...headFormat, fontSize }] as const),
      20,
    ),
  );
}

function requirementLines({ figures }: SummaryPage, language: Language): PageLine[] {
  const due = (time: number | null): string =>
    time === null
      ? text('未定期限', 'no due time')[language]
      : text(`${dueWords(time, 'zh')}截止`, `due ${dueWords(time, 'en')}`)[language];
  return [
    figuresHead(text('事项', 'Item'), language),
    ...figures.requirements.map((requirement) =>
      figuresLine(
        requirement.requirementId,
        text(`${requirement.title}（${due(requirement.due)}）`, `${requirement.title} (${due(requirement.due)})`)[
          language
        ],
        requirement,
        false,
        language,
      ),
    ),
    figuresLine('', text('合计', 'Total')[language], figures.total, true, language),
  ];
}

function categoryLines({ figures, extras: { county } }: SummaryPage, language: Language): PageLine[] {
  return [
    figuresHead(text('类别', 'Category'), language),
    ...figures.categories.map((category, index) => {
      const name = categoryLabel(category.category, language, county);
      return figuresLine(
        index + 1,
        text(`${name}（${category.units}家）`, `${name} (${category.units})`)[language],
        category,
        false,
        language,
      );
    }),
    figuresLine('', text('合计', 'Total')[language], figures.total, true, language),
  ];
}

/** “公益广告（牵头：宣传部）T6”: an activity, who leads it, its items. */
function activityName({ activity, leads, requirementIds }: ActivityFigures, language: Language): string {
  const name = activity === '' ? text('其他事项', 'Other items')[language] : activity;
  const led =
    leads.length === 0 ? '' : text(`（牵头：${leads.join('、')}）`, ` (led by ${leads.join(', ')})`)[language];
  return `${name}${led} ${requirementIds.join(language === 'zh' ? '、' : ', ')}`;
}

function activityLines({ figures }: SummaryPage, language: Language): PageLine[] {
  return [
    figuresHead(text('活动与牵头单位', 'Activity, led by'), language),
    ...figures.activities.map((activity, index) =>
      figuresLine(index + 1, activityName(activity, language), activity, false, language),
    ),
    figuresLine('', text('合计', 'Total')[language], figures.total, true, language),
  ];
}

function legend(language: Language): string {
  const marks = STATUSES.map((status) => `${statusSign(status, language)} ${labelOf('status', status, language)}`);
  return [...marks, `${NOT_OWED} ${text('不需报', 'not owed')[language]}`].join(language === 'zh' ? '　' : '  ');
}

function matrixHead({ matrix, figures }: SummaryPage, language: Language): PageLine {
  const titleOf = new Map(figures.requirements.map(({ requirementId, title }) => [requirementId, title]));
  const titles = matrix.columns.map((requirementId) => `${requirementId}\n${titleOf.get(requirementId) ?? ''}`);
  const words = [
    text('序号', 'No.')[language],
    text('单位', 'Unit')[language],
    ...titles,
    text('应报', 'Must')[language],
    text('完成', 'Done')[language],
    labelOf('status', 'overdue', language),
  ];
  const height = Math.max(...titles.map((title) => linesOf(title, columnPoints(CELL_WIDTH[language]), 10)), 2) * 15 + 4;
  return row(
    words.map((word) => [word, headFormat] as const),
    height,
  );
}

function matrixLines(page: SummaryPage, language: Language): PageLine[] {
  const { matrix } = page;
  const markOf = (status: Status | null): readonly [CellWrite, CellFormat] => {
    if (status === null) return [NOT_OWED, { ...cellFormat, color: PALETTE.muted }];
    const [fill, color] = STATUS_INK[status];
    return [statusSign(status, language), { ...cellFormat, fill, color }];
  };
  const totals = (tally: Tally): (readonly [CellWrite, CellFormat])[] =>
    MATRIX_TOTALS.map(
      (key) =>
        [
          tally[key],
          key === 'overdue' && tally.overdue > 0
            ? { ...cellFormat, color: PALETTE.overdueInk, bold: true }
            : { ...cellFormat, numberFormat: COUNT },
        ] as const,
    );
  return [
    matrixHead(page, language),
    ...matrix.rows.map((line, index) =>
      row(
        [[index + 1, cellFormat], [line.name, nameFormat], ...line.cells.map(markOf), ...totals(line.total)],
        nameHeight(line.name, language, 16),
      ),
    ),
    row(
      [
        ['', totalFormat],
        [text('完成 / 应报', 'Done / must')[language], { ...totalFormat, horizontal: 'Left' as const }],
        ...matrix.columnTotals.map(({ done, must }) => [`${done} / ${must}`, totalFormat] as const),
        ...MATRIX_TOTALS.map((key) => [matrix.total[key], totalFormat] as const),
      ],
      20,
    ),
  ];
}

/** “核对：…” so that whoever reads can add it up. */
function proof({ figures: { total }, matrix }: SummaryPage, language: Language): string {
  const parts = STATUSES.filter((status) => status !== 'exempt').map(
    (status) => `${labelOf('status', status, language)} ${total[status]}`,
  );
  const sum = text(
    `核对：${parts.join(' ＋ ')} ＝ 应报 ${total.must}`,
    `Check: ${parts.join(' + ')} = must ${total.must}`,
  )[language];
  const state = matrix.reconciles
    ? text('，与下面矩阵相符。', '; the matrix below agrees.')
    : text('，与下面矩阵不符，请运行“检查工作簿”。', '; the matrix below does not agree: check the workbook.');
  return sum + state[language];
}

/** A table of figures: head, then lines whose second cell is their name. `formats`: of the figures' columns, by their places. */
function extraLines([head, ...lines]: TableCells, formats: (place: number) => string): PageLine[] {
  if (!head) return [];
  return [
    kept(
      row(
        head.map((value) => [value, headFormat] as const),
        24,
      ),
    ),
    ...lines.map((cells) =>
      row(
        cells.map(
          (value, index) =>
            [value, index === 1 ? nameFormat : { ...cellFormat, numberFormat: formats(index) }] as const,
        ),
      ),
    ),
  ];
}

const CHART_LINES = 10;
/** Points of a pair of charts: two pairs and the title fit the first page. */
const CHART_HEIGHT = 220;
const CHART_PAIRS = 2;

/** “二、各类别”: the heads of the parts that there are, one after the other. */
function numberedHeads(language: Language): (words: Text) => string {
  let number = 0;
  return (words) => {
    number += 1;
    return numberedHead(number, words)[language];
  };
}

/** The sheet as a plan: values only, A4 landscape, one page wide; the signs' meaning and the matrix header are repeated on every page. */
export function summarySheet(page: SummaryPage, language: Language): SheetPlan {
  const { extras } = page;
  const columns =
    2 + Math.max(FIGURE_COLUMNS, page.matrix.columns.length + MATRIX_TOTALS.length, extras.arrivals.items.length + 1);
  const columnWidths = [6, NAME_WIDTH[language], ...Array.from({ length: columns - 2 }, () => CELL_WIDTH[language])];
  const note: CellFormat = { fontName: FONT, fontSize: 10, color: PALETTE.muted, vertical: 'Center' };
  const title: PageLine[] = [
    wide(
      text(`${page.campaign}报送情况汇总`, `${page.campaign}: summary of submissions`)[language],
      { fontName: FONT_TITLE, fontSize: 18, color: PALETTE.title, horizontal: 'Center', vertical: 'Center' },
      34,
      columns,
    ),
    ...(page.caution === '' ? [] : [wide(page.caution, { ...note, bold: true, color: PALETTE.ink }, 18, columns)]),
    wide(signature(page.organiser, page.stamp, language), { ...note, horizontal: 'Center' }, 18, columns),
  ];
  const pageWidth = columnWidths.reduce((sum, width) => sum + columnPoints(width), 0);
  const told = findings(page.figures, extras, language);
  const drawn = extras.arrivals.days.length + extras.judges.length > 0 ? CHART_PAIRS : 1;
  const charted: PageLine[] =
    page.figures.total.must === 0
      ? []
      : [
          ...Array.from({ length: CHART_LINES * drawn }, () => gap(CHART_HEIGHT / CHART_LINES)),
          wide(told, { ...note, wrap: true }, linesOf(told, pageWidth, 10) * 14 + 4, columns),
        ];
  const front = [...title, ...charted];
  const head = numberedHeads(language);
  const items = [...front, section(head(text('各事项', 'Items')), columns)];
  const categories = [
    ...items,
    ...requirementLines(page, language),
    wide(proof(page, language), note, 20, columns),
    section(head(text('各类别', 'Categories')), columns),
  ];
  const figures = [...categories, ...categoryLines(page, language)];
  const activities = [
    ...figures,
    section(head(text('各项活动', 'Activities')), columns),
    // A short table stands on one page.
    ...activityLines(page, language).map((line, at, all) => (at < all.length - 1 ? kept(line) : line)),
  ];
  const part = (words: Text, lines: readonly PageLine[]): PageLine[] =>
    lines.length === 0 ? [] : [section(head(words), columns), ...lines];
  const dayLines = extraLines(arrivalCells(extras, language), () => COUNT);
  const judgeLines = extraLines(judgeCells(extras, language), (place) => JUDGE_FORMATS[place] ?? '0.00');
  const days = [...activities, ...part(text('每日收件', 'Arrivals by day'), dayLines)];
  const figure = judgesFigure(extras);
  const judges = part(
    text(
      `评委评分（图${figure.zh}：条为最低至最高分，分界为平均）`,
      `Judges (figure ${figure.en}: bars from lowest to highest score, parted at the mean)`,
    ),
    judgeLines,
  );
  const units = section(head(text('各单位', 'Units')), 2);
  const above: PageLine[] = [
    ...days,
    ...judges,
    { ...units, spans: [...units.spans, { column: 2, columns: columns - 2, value: legend(language), format: note }] },
  ];
  const rows: ChartRows = {
    requirements: items.length + 1,
    categories: categories.length + 1,
    days: activities.length + 2,
    judges: days.length + 2,
    chartTop: title.length,
    chartRows: CHART_LINES,
  };
  const lines = [...above, ...matrixLines(page, language), gap(6)];
  const margins = { top: 14, right: 12, bottom: 14, left: 12 };
  const room = roomOf({ orientation: 'Landscape', margins }, pageWidth);
  const together = heightOf(above.slice(figures.length, -1)) < room - SLACK;
  const first = charted.length > 0 && drawn > 1 ? [front.length] : [];
  const extra = activities.length === above.length - 1 ? [] : [together ? figures.length : activities.length];
  return {
    name: MADE_SHEETS.Summary.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths,
    ...pageParts(lines),
    charts: summaryCharts(page.figures, extras, rows, columnWidths, language),
    page: {
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns },
      fitWide: 1,
      titleRows: [above.length - 1, above.length],
      // Charts, tables, days and judges (with the activities where one page has room for all), units. A program that heeds no breaks on a fitted page moves headings by it and loses nothing: the charts fit the first page.
      breaks: keptBreaks(lines, room, { given: [...first, ...extra, above.length - 1] }),
      margins,
      centerHorizontally: true,
      footerLeft: page.campaign,
      footerRight: text('第 &P 页，共 &N 页', 'Page &P of &N')[language],
    },
  };
}
