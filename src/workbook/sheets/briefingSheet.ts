// 领导简报: one A4 page that says where the campaign stands, who is overdue, how the contest goes and what comes next.
// Says first how it stands and what leaders have to decide. Shows figures that were computed elsewhere; fills exactly one page and names every overdue unit.
import { text, type Language, type Text } from '../../core/ground/text';
import { FONT, FONT_OFFICIAL, FONT_OFFICIAL_TITLE, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, SheetPlan } from '../contract/plan';
import { BODY, COLUMN_WIDTH, COLUMNS, heading, PAGE_WIDTH, RULE, whole } from './briefingParts';
import {
  CEREMONY_DETAILS,
  DETAILS,
  sectionsOf,
  type BriefingPage,
  type BriefingVariant,
  type Detail,
} from './briefingSections';
import { verdictLines } from './briefingVerdict';
import { dateOf } from './briefingWords';
import { emsOf, gap, heightOf, linesOf, pageParts, type PageLine } from '../contract/pageLines';
import { MADE_SHEETS } from './madeSheets';
import { numberedHead } from './numberedHead';

/** 297 mm less the margins of 37 and 35 mm, in points, and a little less: printers round. */
const PAGE_HEIGHT = 632;

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
    whole(TITLES[variant][language], { ...centred, fontName: FONT_OFFICIAL_TITLE, fontSize: 22 }, 36),
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

/** That the page rests on cells which could not be read is said before anything else. */
function caution({ caution: words }: BriefingPage): PageLine[] {
  if (words === '') return [];
  const format: CellFormat = { fontName: FONT_TITLE, fontSize: 11, bold: true, color: PALETTE.ink, wrap: true };
  return [gap(4), whole(words, format, linesOf(words, PAGE_WIDTH, 11) * 16)];
}

/** The verdict stands out by its frame, so that it does in black and white, too. Before the ceremony that is what it is about. */
function verdict(page: BriefingPage, language: Language): PageLine[] {
  const about = page.variant === 'ceremony' && page.ceremony ? [page.ceremony.headline] : [];
  const stop = language === 'zh' ? '。' : '.';
  const [comma, semicolon] = language === 'zh' ? ['，\n', '；\n'] : [',\n', ';\n'];
  const standing = verdictLines(page.figures, page.issue, language).join(comma);
  const words = `${[...about, standing].join(semicolon)}${stop}`;
  const size = about.length > 0 ? 12 : 14;
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
      linesOf(words, PAGE_WIDTH - 8, size) * Math.round(size * 1.45) + 10,
    ),
    gap(4),
  ];
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

/** All lines but the last, in that much detail. */
function linesWith(page: BriefingPage, detail: Detail, language: Language): PageLine[] {
  return [
    ...head(page, language),
    ...caution(page),
    ...verdict(page, language),
    ...sectionsOf(page, detail, language).flatMap(({ title, lines }, index) => [
      heading(numberedHead(index + 1, title)[language]),
      ...lines,
      gap(3),
    ]),
  ];
}

/** The same detail with the names of overdue units in larger type, half a point at a time, up to that of running text. */
function largerNames(detail: Detail): Detail[] {
  const steps = Math.max(0, Math.round((detail.body - detail.names) * 2));
  return Array.from({ length: steps + 1 }, (_, step) => ({ ...detail, names: detail.body - step / 2 }));
}

/** In as much detail as fits the page, and in the largest type that it then has room for; then the foot at the bottom of it. */
function fitted(page: BriefingPage, language: Language): PageLine[] {
  const last = foot(page.stamp, language);
  const details = page.variant === 'ceremony' ? CEREMONY_DETAILS : DETAILS;
  const linesOfDetail = (detail: Detail): PageLine[] => linesWith(page, detail, language);
  const fits = (lines: readonly PageLine[]): boolean => heightOf(lines) + last.height <= PAGE_HEIGHT;
  const detail = details.find((each) => fits(linesOfDetail(each)));
  const least = details[details.length - 1];
  const lines = detail
    ? (largerNames(detail).map(linesOfDetail).find(fits) ?? linesOfDetail(detail))
    : least
      ? linesOfDetail(least)
      : [];
  const left = PAGE_HEIGHT - heightOf(lines) - last.height;
  return [...lines, ...(left > 0 ? [gap(left)] : []), last];
}

/** The sheet as a plan: values only, margins of official paper, one page. */
export function briefingSheet(page: BriefingPage, language: Language): SheetPlan {
  const lines = fitted(page, language);
  return {
    name: MADE_SHEETS.Briefing.sheet[language],
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
