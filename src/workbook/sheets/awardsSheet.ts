// 获奖名单: the winners, what they get, and by which rules. Shows what was decided; decides nothing.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { FONT, FONT_OFFICIAL, FONT_OFFICIAL_TITLE, FONT_TITLE, PALETTE } from '../contract/palette';
import { headSize } from '../contract/wordWidth';
import { columnPoints, keptBreaks, linesOf, roomOf, withHeads } from '../contract/pageLines';
import type { Area, CellBlock, CellFormat, CellWrite, FormatRun, SheetPlan } from '../contract/plan';
import { fittedGrid } from '../contract/fittedGrid';
import { furtherOf, OFFICIAL } from './listPage';
import { MADE_SHEETS } from './madeSheets';

/** One winner as it is printed: every text is ready, `score` with its decimals. */
export interface AwardRow {
  /** "1", "2.5"; with 并列 where tied. */
  readonly place: string;
  readonly title: string;
  readonly unit: string;
  readonly category: string;
  /** Already an alias where one is needed. */
  readonly storyteller: string;
  readonly score: string;
  /** Yuan. */
  readonly prize: number;
}

/** What stands on 获奖名单; ranks, scores and prizes as they were decided, worked out nowhere here. */
export interface AwardsPage {
  readonly campaign: string;
  readonly title: string;
  /** Heads of the columns of titles and of those behind the entries. */
  readonly entryHeader: string;
  readonly personHeader: string;
  readonly theme: string;
  readonly organiser: string;
  /** “2021年6月15日”, without leading zeros. */
  readonly date: string;
  /** Why the list is not final yet; '' when nothing keeps it open. */
  readonly pending: string;
  readonly rows: readonly AwardRow[];
  readonly total: number;
  /** Rules, the committee's decision, reserves: each a paragraph. */
  readonly paragraphs: readonly { readonly heading: Text; readonly lines: readonly Text[] }[];
  readonly stamp: string;
}

const headers = ({ entryHeader, personHeader }: AwardsPage, language: Language): string[] => [
  text('名次', 'Place')[language],
  entryHeader,
  text('报送单位', 'Unit')[language],
  text('类别', 'Category')[language],
  personHeader,
  text('得分', 'Score')[language],
  text('奖金\n（元）', 'Prize\n(yuan)')[language],
];
const COLUMNS = 7;
/** How wide the column of scores is, and that of prizes: with less than 10,000 in all a narrower one does. */
const SCORE = 8;
const prizeWidth = (total: number): number => (total < 10_000 ? 8.5 : 10);
/** Characters across the type area. */
const ACROSS = 79;
const GRID = '#9CA3AF';
/** GB/T 9704: body 16 pt, tables 14 pt; neither is ever shrunk. */
const { size: BODY, pitch: PITCH } = OFFICIAL;
const { size: TABLE } = OFFICIAL.table;
/** Heads with long words give way so far. */
const SMALL_HEAD = 12;

interface Line {
  readonly cells: readonly CellWrite[];
  readonly height: number;
  readonly merged: boolean;
  readonly row?: 'winner' | 'total';
  readonly format: CellFormat;
  readonly keep?: true;
}

/** Characters of each column, by what the winners' cells say. */
function widthsOf(page: AwardsPage, language: Language): number[] {
  const figures = [SCORE, prizeWidth(page.total)];
  const words = page.rows.map(({ place, title, unit, category, storyteller }) => [
    place,
    title,
    unit,
    category,
    storyteller,
  ]);
  const columns = headers(page, language)
    .slice(0, COLUMNS - figures.length)
    .map((head, at) => ({ head, texts: words.map((row) => row[at] ?? '') }));
  const rest = ACROSS - figures.reduce((sum, each) => sum + each, 0);
  return [...fittedGrid(columns, rest, { size: TABLE, smallHead: SMALL_HEAD }), ...figures];
}

/** Words across the whole page in lines of that pitch; in one line they get smaller type where somebody types longer ones. */
function across(words: string, full: number, height: number, pitch: number, format: CellFormat): Line {
  const lines = words === '' ? 1 : linesOf(words, full, format.fontSize ?? BODY);
  return {
    cells: [words],
    height: height + (lines - 1) * pitch,
    merged: true,
    format: { ...format, ...(lines > 1 ? { wrap: true } : { shrink: true }) },
  };
}

function heading(page: AwardsPage, full: number): Line[] {
  const centred: CellFormat = { numberFormat: '@', horizontal: 'Center', vertical: 'Center', color: PALETTE.ink };
  const official: CellFormat = { ...centred, fontName: FONT_OFFICIAL, fontSize: 14 };
  return [
    across(page.campaign, full, 24, 20, { ...official, fontName: FONT_TITLE }),
    across(page.title, full, 40, 31, { ...centred, fontName: FONT_OFFICIAL_TITLE, fontSize: 22 }),
    across(page.theme, full, page.theme === '' ? 6 : 22, 20, official),
    ...(page.pending === ''
      ? []
      : [
          across(page.pending, full, 22, 17, {
            ...centred,
            fontName: FONT_TITLE,
            fontSize: 12,
            color: PALETTE.overdueInk,
          }),
        ]),
    { cells: [''], height: 8, merged: false, format: {} },
  ];
}

function table(page: AwardsPage, widths: readonly number[], language: Language): Line[] {
  const cell: CellFormat = {
    numberFormat: '@',
    fontName: FONT_OFFICIAL,
    fontSize: TABLE,
    color: PALETTE.ink,
    horizontal: 'Center',
    vertical: 'Center',
    wrap: true,
    border: GRID,
  };
  const body = page.rows.map((row): Line => {
    const lines = Math.max(
      ...[row.place, row.title, row.unit, row.category, row.storyteller].map((value, index) =>
        linesOf(value, columnPoints(widths[index] ?? 0), TABLE),
      ),
    );
    return {
      cells: [row.place, row.title, row.unit, row.category, row.storyteller, row.score, row.prize],
      row: 'winner',
      height: Math.max(27, lines * 19.5 + 5),
      merged: false,
      format: cell,
    };
  });
  const words = headers(page, language);
  const headType = headSize(
    words.map((head, index) => [head, widths[index] ?? 0]),
    TABLE,
    SMALL_HEAD,
  );
  const people = text(`共${page.rows.length}个`, `${page.rows.length} in all`)[language];
  return [
    {
      cells: words,
      height: 44,
      merged: false,
      keep: true,
      format: { ...cell, fontName: FONT_TITLE, fontSize: headType, bold: true, fill: PALETTE.band },
    },
    ...body,
    {
      cells: [text('合计', 'Total')[language], people, '', '', '', '', page.total],
      row: 'total',
      height: 26,
      merged: false,
      format: { ...cell, fontName: FONT_TITLE, bold: true },
    },
  ];
}

function paragraphs(page: AwardsPage, full: number, language: Language): Line[] {
  const body: CellFormat = {
    fontName: FONT_OFFICIAL,
    fontSize: BODY,
    color: PALETTE.ink,
    horizontal: 'Left',
    vertical: 'Top',
  };
  const written = page.paragraphs.flatMap(({ heading: title, lines }): Line[] => [
    {
      ...across(title[language], full, PITCH, PITCH, { ...body, fontName: FONT_TITLE, vertical: 'Bottom' }),
      keep: true as const,
    },
    ...lines.map((line): Line => across(line[language], full, PITCH, furtherOf(line[language]), body)),
  ]);
  // Who signs does not stand on a page of its own, without a word of the text.
  return written.map((line, at) => (at === written.length - 1 ? { ...line, keep: true } : line));
}

function closing(page: AwardsPage): Line[] {
  const right: CellFormat = {
    numberFormat: '@',
    fontName: FONT_OFFICIAL,
    fontSize: BODY,
    color: PALETTE.ink,
    horizontal: 'Right',
    vertical: 'Center',
    indent: 2,
  };
  return [
    { cells: [''], height: 14, merged: false, format: {}, keep: true },
    { cells: [page.organiser], height: 28, merged: true, format: { ...right, shrink: true }, keep: true },
    { cells: [page.date], height: 28, merged: true, format: right, keep: true },
    { cells: [''], height: 10, merged: false, format: {}, keep: true },
    {
      cells: [page.stamp],
      height: 16,
      merged: true,
      format: { fontName: FONT, fontSize: 9, color: PALETTE.muted, horizontal: 'Left', vertical: 'Center' },
    },
  ];
}

/** The sheet as a plan: values only, A4 portrait with the margins and types of official paper, on as many pages as it takes. */
export function awardsSheet(page: AwardsPage, language: Language): SheetPlan {
  const widths = widthsOf(page, language);
  const full = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  const above = heading(page, full);
  const head = above.length;
  const written = [...above, ...table(page, widths, language), ...paragraphs(page, full, language), ...closing(page)];
  const margins = { top: 37, right: 26, bottom: 35, left: 28 };
  const room = roomOf({ orientation: 'Portrait', margins }, full);
  const { lines, breaks: given } = withHeads(written, [{ head, last: head + page.rows.length + 1 }], room);
  const area = (row: number, columns: number = COLUMNS): Area => ({ row, column: 0, rows: 1, columns });
  const blocks: CellBlock[] = lines.map((line, row) => ({ row, column: 0, cells: [line.cells] }));
  const cell = (row: number, column: number, format: CellFormat): FormatRun => ({
    area: { row, column, rows: 1, columns: 1 },
    format,
  });
  const formats = lines.flatMap((line, row): FormatRun[] => [
    { area: area(row), format: line.format },
    ...(line.row === 'winner' ? [cell(row, 1, { horizontal: 'Left' })] : []),
    // A certificate alone is no prize of nothing.
    ...(line.row ? [cell(row, COLUMNS - 1, { numberFormat: '#,##0;-#,##0;"—"' })] : []),
  ]);
  const breaks = keptBreaks(
    lines.map(({ height, keep }) => ({ spans: [], height, ...(keep && { keep }) })),
    room,
    { given },
  );
  return {
    name: MADE_SHEETS.Awards.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: widths,
    rowHeights: lines.map((line, row) => [row, 1, line.height] as const),
    blocks,
    formats,
    merges: lines.flatMap((line, row) => {
      if (line.row === 'total') return [{ row, column: 1, rows: 1, columns: COLUMNS - 2 }];
      return line.merged ? [area(row)] : [];
    }),
    page: {
      orientation: 'Portrait',
      area: { row: 0, column: 0, rows: lines.length, columns: COLUMNS },
      fitWide: 1,
      ...(breaks.length > 0 && { breaks }),
      footerCenter: text('第 &P 页　共 &N 页', 'Page &P of &N')[language],
      margins,
      centerHorizontally: true,
    },
  };
}
