// 领导简报: one A4 page that says where the campaign stands, who is overdue, how the contest goes and what comes next.
// Says first how it stands and what leaders have to decide. Shows figures that were computed elsewhere; fills exactly one page and names every overdue unit.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { IssueInSequence } from '../../core/briefing/issues';
import { text, type Language, type Text } from '../../core/ground/text';
import { FONT, FONT_OFFICIAL, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, CellWrite, SheetPlan } from '../contract/plan';
import { BAR_CELLS, barFigures, barSpans, dueItems, notDueWords } from './briefingBars';
import { overdueLines } from './briefingOverdue';
import { verdictLine } from './briefingVerdict';
import { contestWords, dateOf, listWords, nextWords } from './briefingWords';
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
import { BRIEFING_SHEET } from './sheetNames';

/** daily · ceremony: before the ceremony · final: when everything is due. */
export type BriefingVariant = 'daily' | 'ceremony' | 'final';

export interface BriefingPage {
  readonly campaign: string;
  readonly organiser: string;
  readonly variant: BriefingVariant;
  readonly figures: BriefingFigures;
  readonly issue: IssueInSequence;
  /** What leaders have to settle, each a sentence without its full stop. */
  readonly toDecide: readonly string[];
  /** What is coming, with time and place; each a sentence without its full stop. */
  readonly countdown: readonly string[];
  readonly unitName: (unitId: string) => string;
  /** How final the list of winners is, each a sentence without its full stop. */
  readonly listState: readonly string[];
  readonly stamp: string;
}

/** Narrow columns, so that each table may divide the page in its own way. */
const COLUMNS = 24;
const COLUMN_WIDTH = 2.71;
const PAGE_WIDTH = columnPoints(COLUMN_WIDTH) * COLUMNS;
/** 297 mm less the margins of 37 and 35 mm, in points, and a little less: printers round. */
const PAGE_HEIGHT = 632;
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

function paragraph(words: string, language: Language, size = BODY): PageLine {
  const indented = language === 'zh' ? `　　${words}` : words;
  return whole(
    indented,
    { ...paragraphFormat, fontSize: size },
    linesOf(indented, PAGE_WIDTH, size) * Math.round(size * 1.45) + 2,
  );
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

const TITLES: Readonly<Record<BriefingVariant, Text>> = {
  daily: text('工作进展简报', 'Progress briefing'),
  ceremony: text('颁奖会前简报', 'Briefing before the ceremony'),
  final: text('工作总结简报', 'Final briefing'),
};

function head({ campaign, organiser, figures, issue, variant }: BriefingPage, language: Language): PageLine[] {
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
    whole(TITLES[variant][language], { ...centred, fontSize: 22 }, 36),
    {
      spans: [
        { column: 0, columns: 11, value: organiser, format: { ...line, horizontal: 'Left' } },
        {
          column: 11,
          columns: 4,
          value: text(`第${issue.number}期`, `No. ${issue.number}`)[language],
          format: { ...line, fontName: FONT_TITLE, horizontal: 'Center' },
        },
        { column: 15, columns: 9, value: dateOf(figures.asOf, language), format: { ...line, horizontal: 'Right' } },
      ],
      height: 22,
    },
  ];
}

/** The verdict stands out by its frame, so that it does in black and white, too. */
function verdict(page: BriefingPage, language: Language): PageLine[] {
  const words = verdictLine(page.figures, page.issue, language);
  const size = 14;
  return [
    gap(6),
    whole(
      words,
      {
        fontName: FONT_TITLE,
        fontSize: size,
        bold: true,
        color: PALETTE.ink,
        fill: PALETTE.offFill,
        border: RULE,
        horizontal: 'Center',
        vertical: 'Center',
        wrap: true,
      },
      linesOf(words, PAGE_WIDTH - 8, size) * 20 + 10,
    ),
    gap(4),
  ];
}

const TITLE_COLUMNS = 6;
const FIGURE_COLUMNS = [2, 2, 2] as const;
const LAST_COLUMNS = COLUMNS - TITLE_COLUMNS - FIGURE_COLUMNS.length * 2 - BAR_CELLS;

/** One line an item of which something is due; nothing where nothing is. */
function progressTable({ figures }: BriefingPage, language: Language): PageLine[] {
  const items = dueItems(figures);
  if (items.length === 0) return [];
  const say = (zh: string, en: string): string => text(zh, en)[language];
  const columns = [TITLE_COLUMNS, ...FIGURE_COLUMNS, BAR_CELLS, LAST_COLUMNS];
  const heads = [
    say('事项', 'Item'),
    say('到期', 'Due'),
    say('收到', 'In'),
    say('通过', 'OK'),
    say('■通过　▒待审　□未收', '■ OK  ▒ review  □ none'),
    say('逾期', 'Late'),
  ];
  return [
    tableLine(
      heads.map((word, index) => [columns[index] ?? 1, word] as const),
      headFormat,
    ),
    ...items.map((item): PageLine => {
      const title = `${item.requirementId} ${item.title}`;
      const [due, received, accepted, overdue] = barFigures(item);
      const line = tableLine(
        [
          [TITLE_COLUMNS, title, { horizontal: 'Left' }],
          [2, due ?? ''],
          [2, received ?? ''],
          [2, accepted ?? ''],
        ],
        cellFormat,
      );
      const at = TITLE_COLUMNS + FIGURE_COLUMNS.length * 2;
      return {
        height: line.height,
        spans: [
          ...line.spans,
          ...barSpans(item, at, RULE),
          {
            column: at + BAR_CELLS,
            columns: LAST_COLUMNS,
            value: overdue ?? '',
            format: { ...cellFormat, bold: true },
          },
        ],
      };
    }),
  ];
}

/** What has arrived and waits for the office counts as the office's own. */
function officeWords({ soFar }: BriefingFigures, language: Language): string {
  if (soFar.waiting === 0) return '';
  return text(
    `另有${soFar.waiting}项已按要求报来、等待办公室审核，不算单位逾期。`,
    `${soFar.waiting} more have arrived and wait for the office’s own review: no unit owes them.`,
  )[language];
}

function foot(stamp: string, language: Language): PageLine {
  const format: CellFormat = {
    fontName: FONT,
    fontSize: language === 'zh' ? 9 : 8,
    color: PALETTE.muted,
    vertical: 'Center',
  };
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
  /** Points of running text and of the names of overdue units. */
  readonly body: number;
  readonly names: number;
  /** Overdue units of one set of items follow those of another in the same paragraph. */
  readonly joined?: true;
  /** Winners named one by one. */
  readonly winners: number;
  /** What is not due yet is said, too. */
  readonly notDue: boolean;
  readonly next: boolean;
}

const NUMBERS = ['一', '二', '三', '四', '五', '六'] as const;

interface Section {
  readonly title: Text;
  readonly lines: readonly PageLine[];
}

function numbered(lines: readonly string[], language: Language): string[] {
  const [only] = lines;
  const stop = language === 'zh' ? '。' : '.';
  if (lines.length === 1 && only !== undefined) return [`${only}${stop}`];
  return lines.map((line, index) => `${index + 1}. ${line}${stop}`);
}

function sectionsOf(page: BriefingPage, detail: Detail, language: Language): Section[] {
  const { figures, variant } = page;
  const text12 = (words: string): PageLine[] => (words === '' ? [] : [paragraph(words, language, detail.body)]);
  const sentences = (lines: readonly string[]): PageLine[] => numbered(lines, language).flatMap(text12);
  const contest = [
    contestWords(figures, page.unitName, detail.winners, language),
    ...listWords(page.listState, language),
  ];
  const decide: Section = {
    title: text('需领导决定', 'For decision'),
    lines:
      page.toDecide.length > 0
        ? sentences(page.toDecide)
        : text12(text('本期没有需要领导决定的事项。', 'Nothing needs a decision in this issue.')[language]),
  };
  const progress: Section = {
    title: variant === 'final' ? text('报送完成情况', 'What was handed in') : text('到期事项', 'What is due'),
    lines: [
      ...progressTable(page, language),
      ...text12(officeWords(figures, language)),
      ...(detail.notDue ? text12(notDueWords(figures, language)) : []),
    ],
  };
  const overdue: Section = {
    title: variant === 'final' ? text('未报单位', 'Never handed in') : text('逾期单位', 'Overdue units'),
    lines: (detail.joined
      ? [overdueLines(figures, language).join(language === 'zh' ? '' : ' ')]
      : overdueLines(figures, language)
    ).map((words) => paragraph(words, language, detail.names)),
  };
  const awards: Section = {
    title: text('评选进展', 'Contest'),
    lines: text12(contest.join(language === 'zh' ? '' : ' ')),
  };
  const next: Section = {
    title: text('倒计时和下一步', 'Countdown'),
    lines: [...sentences(page.countdown), ...(detail.next ? nextWords(figures, language).flatMap(text12) : [])],
  };
  const order: Readonly<Record<BriefingVariant, readonly Section[]>> = {
    daily: [decide, progress, overdue, awards, next],
    ceremony: [decide, next, awards, progress, overdue],
    final: [progress, overdue, awards, decide, next],
  };
  return order[variant].filter(({ lines }) => lines.length > 0);
}

/** All lines but the last, in that much detail. */
function linesWith(page: BriefingPage, detail: Detail, language: Language): PageLine[] {
  return [
    ...head(page, language),
    ...verdict(page, language),
    ...sectionsOf(page, detail, language).flatMap(({ title, lines }, index) => [
      heading(text(`${NUMBERS[index] ?? ''}、${title.zh}`, `${index + 1}. ${title.en}`)[language]),
      ...lines,
      gap(3),
    ]),
  ];
}

/** What may be printed, best first: the type gives way a little, then what stands on other sheets; no overdue unit is ever left out. */
const DETAILS: readonly Detail[] = [
  { body: 12, names: 12, winners: NAMED_WINNERS, notDue: true, next: true },
  { body: 12, names: 10.5, winners: NAMED_WINNERS, notDue: true, next: true },
  { body: 12, names: 10.5, winners: 0, notDue: true, next: true },
  { body: 12, names: 10, winners: 0, notDue: true, next: true },
  { body: 12, names: 10, winners: 0, notDue: false, next: true },
  { body: 12, names: 10, joined: true, winners: 0, notDue: false, next: true },
  { body: 12, names: 10, joined: true, winners: 0, notDue: false, next: false },
  { body: 10.5, names: 10, joined: true, winners: 0, notDue: false, next: false },
  { body: 10, names: 9, joined: true, winners: 0, notDue: false, next: false },
];

/** Before the ceremony its winners come first, and what is not due yet can wait. */
const CEREMONY_DETAILS: readonly Detail[] = [
  { body: 12, names: 10.5, winners: NAMED_WINNERS, notDue: false, next: false },
  { body: 12, names: 10, winners: NAMED_WINNERS, notDue: false, next: false },
  { body: 10.5, names: 10, winners: NAMED_WINNERS, notDue: false, next: false },
];

/** In as much detail as fits the page; then the foot at the bottom of it. */
function fitted(page: BriefingPage, language: Language): PageLine[] {
  const last = foot(page.stamp, language);
  const details = page.variant === 'ceremony' ? [...CEREMONY_DETAILS, ...DETAILS] : DETAILS;
  const attempts = details.map((detail) => linesWith(page, detail, language));
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
