// 领导简报: one A4 page that says where the campaign stands, who is overdue, how the contest goes and what comes next.
// Shows figures that were computed elsewhere; fills exactly one page and leaves out overdue units when there are too many.
import type { BriefingFigures, OverdueUnit, RequirementFigures } from '../../core/briefing/briefingFigures';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatLateness } from '../../core/time/formatLateness';
import { FONT, FONT_OFFICIAL, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, CellWrite, SheetPlan } from '../contract/plan';
import {
  contestWords,
  dateOf,
  listWords,
  nextWords,
  otherOverdueWords,
  overdueWords,
  progressWords,
} from './briefingWords';
import {
  columnPoints,
  emsOf,
  gap,
  heightOf,
  linesOf,
  pageParts,
  type PageLine,
  type Span,
} from '../contract/pageLines';

export interface BriefingPage {
  readonly campaign: string;
  readonly organiser: string;
  readonly figures: BriefingFigures;
  readonly unitName: (unitId: string) => string;
  /** How final the list of winners is, each a sentence without its full stop. */
  readonly listState: readonly string[];
  readonly stamp: string;
}

export const BRIEFING_SHEET: Text = text('领导简报', 'Briefing');

/** Narrow columns, so that each table may divide the page in its own way. */
const COLUMNS = 24;
const COLUMN_WIDTH = 2.71;
const PAGE_WIDTH = columnPoints(COLUMN_WIDTH) * COLUMNS;
/** 297 mm less the margins of 37 and 35 mm, in points, and a little less: printers round. */
const PAGE_HEIGHT = 632;
const MOST_OVERDUE = 10;
const FEWEST_OVERDUE = 4;
/** So many winners are named one by one where there is room; a longer list belongs on its own sheet. */
const NAMED_WINNERS = 10;
const BODY = 12;
const SMALL = 10.5;
const RULE = '#4B5563';

const paragraphFormat: CellFormat = {
  fontName: FONT_OFFICIAL,
  fontSize: BODY,
  color: PALETTE.ink,
  horizontal: 'Left',
  vertical: 'Top',
  wrap: true,
};
const cellFormat: CellFormat = {
  fontName: FONT_OFFICIAL,
  fontSize: SMALL,
  color: PALETTE.ink,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
  border: RULE,
};
const headFormat: CellFormat = { ...cellFormat, fontName: FONT_TITLE, fill: PALETTE.band };

function whole(value: CellWrite, format: CellFormat, height: number): PageLine {
  return { spans: [{ column: 0, columns: COLUMNS, value, format }], height };
}

function paragraph(words: string, language: Language): PageLine {
  const indented = language === 'zh' ? `　　${words}` : words;
  return whole(indented, paragraphFormat, linesOf(indented, PAGE_WIDTH, BODY) * 18 + 2);
}

function heading(words: string): PageLine {
  return whole(
    words,
    { fontName: FONT_TITLE, fontSize: 14, color: PALETTE.ink, horizontal: 'Left', vertical: 'Bottom' },
    22,
  );
}

/** A line of a table: cells of given widths side by side, as high as the one with the most lines. */
function tableLine(cells: readonly (readonly [number, CellWrite, CellFormat?])[], format: CellFormat): PageLine {
  let column = 0;
  let lines = 1;
  const spans = cells.map(([columns, value, own]): Span => {
    const span = { column, columns, value, format: { ...format, ...own } };
    column += columns;
    lines = Math.max(lines, linesOf(String(value), columns * columnPoints(COLUMN_WIDTH), SMALL));
    return span;
  });
  return { spans, height: Math.max(17, lines * 14 + 3) };
}

function head({ campaign, organiser, figures }: BriefingPage, language: Language): PageLine[] {
  const size = emsOf(campaign) * 16 > PAGE_WIDTH - 6 ? 14 : 16;
  const centred: CellFormat = {
    fontName: FONT_TITLE,
    color: PALETTE.ink,
    horizontal: 'Center',
    vertical: 'Center',
    wrap: true,
  };
  const line: CellFormat = {
    fontName: FONT_OFFICIAL,
    fontSize: BODY,
    color: PALETTE.ink,
    vertical: 'Center',
    borderBottom: PALETTE.ink,
  };
  return [
    whole(campaign, { ...centred, fontSize: size }, linesOf(campaign, PAGE_WIDTH, size) * 22 + 4),
    whole(text('工作进展简报', 'Progress briefing')[language], { ...centred, fontSize: 22 }, 36),
    {
      spans: [
        { column: 0, columns: 14, value: organiser, format: { ...line, horizontal: 'Left' } },
        { column: 14, columns: 10, value: dateOf(figures.asOf, language), format: { ...line, horizontal: 'Right' } },
      ],
      height: 22,
    },
  ];
}

const COUNTED = ['must', 'onTime', 'late', 'underReview', 'incomplete', 'overdue', 'pending'] as const;

function progressTable({ figures }: BriefingPage, language: Language): PageLine[] {
  const words = text('事项 应报 按时 迟报 待审 不完整 逾期 待报 完成率', 'Item Must Time Late Rev. Part Over Open %')[
    language
  ].split(' ');
  const row = (title: string, tally: RequirementFigures | BriefingFigures['total'], format: CellFormat): PageLine =>
    tableLine(
      [
        [8, title, { horizontal: 'Left' }],
        ...COUNTED.map(
          (key) =>
            [
              2,
              tally[key],
              key === 'overdue' && tally.overdue > 0 ? { color: PALETTE.overdueInk, bold: true } : {},
            ] as const,
        ),
        [2, tally.rate === null ? '—' : `${tally.rate}%`],
      ],
      format,
    );
  return [
    tableLine(
      words.map((word, index) => [index === 0 ? 8 : 2, word] as const),
      headFormat,
    ),
    ...figures.requirements
      .filter(({ must, exempt }) => must + exempt > 0)
      .map((requirement) => row(`${requirement.requirementId} ${requirement.title}`, requirement, cellFormat)),
    row(text('合计', 'Total')[language], figures.total, { ...cellFormat, fontName: FONT_TITLE }),
  ];
}

/** Two units side by side: unit, items, longest lateness. */
function overdueTable(units: readonly OverdueUnit[], language: Language): PageLine[] {
  if (units.length === 0) return [];
  const words = text('单位 事项 最长逾期', 'Unit Items Longest')[language].split(' ');
  const widths = [4, 3, 5] as const;
  const cells = (unit: OverdueUnit | undefined): [number, CellWrite, CellFormat?][] =>
    unit
      ? [
          [widths[0], unit.name],
          [widths[1], unit.items.map(({ requirementId }) => requirementId).join(' ')],
          [widths[2], formatLateness(unit.minutesLate, language)],
        ]
      : widths.map((width) => [width, '']);
  const header = words.map((word, index): [number, CellWrite] => [widths[index] ?? 1, word]);
  const half = Math.ceil(units.length / 2);
  const lines = units
    .slice(0, half)
    .map((unit, index) => tableLine([...cells(unit), ...cells(units[half + index])], cellFormat));
  return [
    tableLine(units.length > 1 ? [...header, ...header] : [...header, ...cells(undefined)], headFormat),
    ...lines,
  ];
}

function foot(stamp: string, language: Language): PageLine {
  const format: CellFormat = { fontName: FONT, fontSize: 9, color: PALETTE.muted, vertical: 'Center' };
  return {
    spans: [
      { column: 0, columns: 17, value: stamp, format: { ...format, horizontal: 'Left' } },
      {
        column: 17,
        columns: 7,
        value: text('内部资料　注意保密', 'Internal, keep confidential')[language],
        format: { ...format, fontName: FONT_TITLE, color: PALETTE.ink, horizontal: 'Right' },
      },
    ],
    height: 16,
  };
}

interface Detail {
  /** Overdue units in the table. */
  readonly shown: number;
  /** The other overdue units are named below it. */
  readonly othersNamed: boolean;
  /** Winners named one by one. */
  readonly winners: number;
}

/** All lines but the last, in that much detail. */
function linesWith(page: BriefingPage, { shown, othersNamed, winners }: Detail, language: Language): PageLine[] {
  const { figures } = page;
  const title = (zh: string, en: string): PageLine => heading(text(zh, en)[language]);
  return [
    ...head(page, language),
    gap(4),
    title('一、总体进展', '1. Progress'),
    ...progressWords(figures, language).map((words) => paragraph(words, language)),
    gap(4),
    ...progressTable(page, language),
    title('二、逾期单位', '2. Overdue'),
    paragraph(overdueWords(figures, shown, othersNamed, language), language),
    ...overdueTable(figures.overdueUnits.slice(0, shown), language),
    ...(othersNamed ? otherOverdueWords(figures, shown, language).map((words) => paragraph(words, language)) : []),
    title('三、评选进展', '3. Contest'),
    paragraph(
      [contestWords(figures, page.unitName, winners, language), ...listWords(page.listState, language)].join(
        language === 'zh' ? '' : ' ',
      ),
      language,
    ),
    title('四、下一步', '4. Next'),
    ...nextWords(figures, language).map((words) => paragraph(words, language)),
  ];
}

/** What may be printed, best first: all names, then a shorter table, then the others left to the summary, then four units alone. */
function details(overdueUnits: number): Detail[] {
  const full = Math.min(MOST_OVERDUE, overdueUnits);
  const tables = Array.from({ length: full + 1 }, (_, less) => full - less).filter(
    (shown) => shown === full || (shown % 2 === 0 && shown >= FEWEST_OVERDUE),
  );
  return [
    { shown: full, othersNamed: true, winners: NAMED_WINNERS },
    ...tables.map((shown) => ({ shown, othersNamed: true, winners: 0 })),
    ...tables.map((shown) => ({ shown, othersNamed: false, winners: 0 })),
  ];
}

/** In as much detail as fits the page; then the foot at the bottom of it. */
function fitted(page: BriefingPage, language: Language): PageLine[] {
  const last = foot(page.stamp, language);
  const attempts = details(page.figures.overdueUnits.length).map((detail) => linesWith(page, detail, language));
  const lines =
    attempts.find((attempt) => heightOf(attempt) + last.height <= PAGE_HEIGHT) ?? attempts[attempts.length - 1] ?? [];
  const left = PAGE_HEIGHT - heightOf(lines) - last.height;
  return [...lines, ...(left > 0 ? [gap(left)] : []), last];
}

/** The sheet as a plan: values only, margins of official paper, one page. */
export function briefingSheet(page: BriefingPage, language: Language): SheetPlan {
  const lines = fitted(page, language);
  return {
    name: BRIEFING_SHEET[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: Array.from({ length: COLUMNS }, () => COLUMN_WIDTH),
    ...pageParts(lines),
    page: {
      orientation: 'Portrait',
      area: { row: 0, column: 0, rows: lines.length, columns: COLUMNS },
      fitWide: 1,
      fitTall: 1,
      margins: { top: 37, right: 26, bottom: 35, left: 28 },
      centerHorizontally: true,
    },
  };
}
