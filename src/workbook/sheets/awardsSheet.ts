// 获奖名单: the winners, what they get, and by which rules. Shows what was decided; decides nothing.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { FONT, FONT_OFFICIAL, FONT_OFFICIAL_TITLE, FONT_TITLE, PALETTE } from '../contract/palette';
import { headSize } from '../contract/wordWidth';
import { columnPoints, keptBreaks, linesOf, roomOf, withHeads } from '../contract/pageLines';
import type { Area, CellBlock, CellFormat, CellWrite, FormatRun, SheetPlan } from '../contract/plan';
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
const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  zh: [8, 19, 13, 12, 9, 8, 10],
  en: [8, 15.5, 11.5, 12, 14.5, 8, 9.5],
};
const COLUMNS = WIDTHS.zh.length;
const GRID = '#9CA3AF';
/** GB/T 9704: body 16 pt, tables 14 pt; neither is ever shrunk. */
const BODY = 16;
const TABLE = 14;
/** Heads with long words give way so far. */
const SMALL_HEAD = 12;
const FULL = WIDTHS.zh.reduce((sum, width) => sum + columnPoints(width), 0);

interface Line {
  readonly cells: readonly CellWrite[];
  readonly height: number;
  readonly merged: boolean;
  readonly row?: 'winner' | 'total';
  readonly format: CellFormat;
  readonly keep?: true;
}

function heading(page: AwardsPage): Line[] {
  const centred: CellFormat = { numberFormat: '@', horizontal: 'Center', vertical: 'Center', wrap: true };
  return [
    {
      cells: [page.campaign],
      height: 24,
      merged: true,
      format: { ...centred, fontName: FONT_TITLE, fontSize: 14, color: PALETTE.ink },
    },
    {
      cells: [page.title],
      height: 40,
      merged: true,
      format: { ...centred, fontName: FONT_OFFICIAL_TITLE, fontSize: 22, color: PALETTE.ink },
    },
    {
      cells: [page.theme],
      height: page.theme === '' ? 6 : 22,
      merged: true,
      format: { ...centred, fontName: FONT_OFFICIAL, fontSize: 14, color: PALETTE.ink },
    },
    ...(page.pending === ''
      ? []
      : [
          {
            cells: [page.pending],
            height: 22,
            merged: true,
            format: { ...centred, fontName: FONT_TITLE, fontSize: 12, color: PALETTE.overdueInk },
          },
        ]),
    { cells: [''], height: 8, merged: false, format: {} },
  ];
}

function table(page: AwardsPage, language: Language): Line[] {
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
        linesOf(value, columnPoints(WIDTHS[language][index] ?? 10), TABLE),
      ),
    );
    return {
      cells: [row.place, row.title, row.unit, row.category, row.storyteller, row.score, row.prize],
      row: 'winner',
      height: Math.max(28, lines * 19 + 8),
      merged: false,
      format: cell,
    };
  });
  const words = headers(page, language);
  const headType = headSize(
    words.map((head, index) => [head, WIDTHS[language][index] ?? 10]),
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

function paragraphs(page: AwardsPage, language: Language): Line[] {
  const body: CellFormat = {
    fontName: FONT_OFFICIAL,
    fontSize: BODY,
    color: PALETTE.ink,
    horizontal: 'Left',
    vertical: 'Top',
    wrap: true,
  };
  return page.paragraphs.flatMap(({ heading: title, lines }) => [
    {
      cells: [title[language]],
      height: 30,
      merged: true,
      keep: true as const,
      format: { ...body, fontName: FONT_TITLE, vertical: 'Bottom' as const },
    },
    ...lines.map((line): Line => ({
      cells: [line[language]],
      height: linesOf(line[language], FULL, BODY) * 28,
      merged: true,
      format: body,
    })),
  ]);
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
    { cells: [''], height: 14, merged: false, format: {} },
    { cells: [page.organiser], height: 28, merged: true, format: right, keep: true },
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
  const above = heading(page);
  const head = above.length;
  const written = [...above, ...table(page, language), ...paragraphs(page, language), ...closing(page)];
  const margins = { top: 37, right: 26, bottom: 35, left: 28 };
  const room = roomOf({ orientation: 'Portrait', margins }, FULL);
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
    ...(line.row ? [cell(row, COLUMNS - 1, { numberFormat: '#,##0' })] : []),
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
    columnWidths: WIDTHS[language],
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
