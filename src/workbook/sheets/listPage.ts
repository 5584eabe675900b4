// A printed page of titled lists: head, sections with a table and sentences, closing, stamp. Knows looks, no content.
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { FONT, FONT_OFFICIAL, FONT_OFFICIAL_TITLE, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, CellWrite, SheetPlan } from '../contract/plan';
import type { PageLine, Span } from '../contract/pageLines';
import { isLatin } from '../contract/latinLines';
import { headSize } from '../contract/wordWidth';
import {
  columnPoints,
  gap,
  heightOf,
  INDENT,
  kept,
  keptTogether,
  keptBreaks,
  linesOf,
  pageParts,
  roomOf,
  withHeads,
} from '../contract/pageLines';

/** The colours of states, as the tracker uses them. */
export type Tone = 'good' | 'late' | 'overdue' | 'wait' | 'part' | 'off';

/** A cell of a list; a formula or a plain value. */
export interface ListCell {
  readonly value: CellWrite;
  readonly tone?: Tone;
  readonly left?: boolean;
  readonly bold?: boolean;
  /** Of a number, such as `#,##0`. */
  readonly numberFormat?: string;
}

/** A heading with its table, or with sentences. */
export interface ListSection {
  readonly heading?: string;
  /** Sentences above the table. */
  readonly lines?: readonly string[];
  /** A column takes `span` columns of the page's grid; default 1. */
  readonly columns?: readonly { readonly header: string; readonly span?: number; readonly left?: boolean }[];
  readonly rows?: readonly (readonly ListCell[])[];
  /** Least height of the table's rows, points. */
  readonly rowHeight?: number;
  /** Sentences below the table. */
  readonly after?: readonly string[];
  /** Its table is not broken by the end of a page, where a page has room for two such. */
  readonly together?: true;
}

/** `name` is the sheet's; `grid` says how many columns the page has and how wide they are. */
export interface ListPage {
  readonly name: string;
  readonly title: string;
  /** Small lines under the title. */
  readonly subtitle: readonly string[];
  /** Widths of the grid in characters. */
  readonly grid: readonly number[];
  readonly sections: readonly ListSection[];
  /** At the right below: who signs, the date. */
  readonly closing: readonly string[];
  readonly stamp: string;
  readonly landscape: boolean;
  /** Margins and types of official paper instead of those of a working sheet. */
  readonly official: boolean;
  readonly footer: string;
  /** As `MadeSheet` has it. */
  readonly rowKey?: readonly number[];
}

const TONES: Readonly<Record<Tone, readonly [string, string]>> = {
  good: [PALETTE.goodFill, PALETTE.goodInk],
  late: [PALETTE.lateFill, PALETTE.lateInk],
  overdue: [PALETTE.overdueFill, PALETTE.overdueInk],
  wait: [PALETTE.waitFill, PALETTE.waitInk],
  part: [PALETTE.partFill, PALETTE.partInk],
  off: [PALETTE.offFill, PALETTE.offInk],
};

/** GB/T 9704: body 3号 (16 pt) at a pitch of 28 pt, title 2号 (22 pt); tables 14 pt. */
export const OFFICIAL = {
  size: 16,
  titleSize: 22,
  pitch: 28,
  further: 23,
  /** Of lines in Latin letters alone, which stand closer. */
  furtherLatin: 20.5,
  pitchLatin: 24,
  table: { size: 14, smallHead: 14 },
} as const;

/** Points of a paragraph's further lines on official paper. */
export const furtherOf = (words: string): number => (isLatin(words) ? OFFICIAL.furtherLatin : OFFICIAL.further);

interface Look {
  readonly body: CellFormat;
  readonly size: number;
  readonly titleSize: number;
  readonly pitch: number;
  /** Points of a paragraph's further lines: inside of a cell lines stand as close as their font says. */
  readonly further: number;
  /** Points of room that a paragraph has besides. */
  readonly above: number;
}

function lookOf({ official }: ListPage): Look {
  const { size, titleSize, pitch, further } = official ? OFFICIAL : { size: 10, titleSize: 18, pitch: 14, further: 14 };
  return {
    size,
    titleSize,
    pitch,
    further,
    // On official paper the pitch itself is the room between lines.
    above: official ? 0 : 4,
    body: { fontName: official ? FONT_OFFICIAL : FONT, fontSize: size, color: PALETTE.ink, vertical: 'Center' },
  };
}

function widthOf(grid: readonly number[], column = 0, span = grid.length): number {
  return grid.slice(column, column + span).reduce((sum, characters) => sum + columnPoints(characters), 0);
}

function wide(
  page: ListPage,
  value: string,
  format: CellFormat,
  { pitch, size, further = pitch, above = 4 }: Pick<Look, 'pitch' | 'size'> & Partial<Look>,
): PageLine {
  const isOfficial = further === OFFICIAL.further;
  const each = isOfficial ? furtherOf(value) : further;
  const first = isOfficial && isLatin(value) ? Math.min(pitch, OFFICIAL.pitchLatin) : pitch;
  const lines = linesOf(value, widthOf(page.grid), size);
  return {
    spans: [{ column: 0, columns: page.grid.length, value, format: { ...format, wrap: lines > 1 } }],
    height: first + (lines - 1) * each + above,
  };
}

/** Bold Latin letters are wider, Chinese signs are not. */
export const roomFor = (words: string, room: number, bold = false): number =>
  bold && isLatin(words) ? room * 0.88 : room;

function tableLine(
  page: ListPage,
  cells: readonly { readonly value: CellWrite; readonly span: number; readonly format: CellFormat }[],
  size: number,
  least: number,
): PageLine {
  const spans: Span[] = [];
  let column = 0;
  let lines = 1;
  for (const { value, span, format } of cells) {
    spans.push({ column, columns: span, value, format });
    if (typeof value === 'string') {
      const room = roomFor(value, widthOf(page.grid, column, span) - (format.indent ?? 0) * INDENT, format.bold);
      lines = Math.max(lines, linesOf(value, room, size));
    }
    column += span;
  }
  const fitted = lines > 1 ? spans : spans.map((span) => ({ ...span, format: { ...span.format, wrap: false } }));
  return { spans: fitted, height: Math.max(least, lines * size * 1.45 + 6) };
}

function sectionLines(
  page: ListPage,
  { heading, lines = [], columns = [], rows = [], rowHeight, after = [] }: ListSection,
  look: Look,
): { lines: PageLine[]; head: number | null } {
  const tableSize = page.official ? OFFICIAL.table.size : look.size;
  const cell: CellFormat = {
    ...look.body,
    fontSize: tableSize,
    horizontal: 'Center',
    wrap: true,
    border: PALETTE.line,
  };
  const spans = columns.map(({ span = 1 }) => span);
  const charactersOf = (index: number): number => {
    const from = spans.slice(0, index).reduce((sum, span) => sum + span, 0);
    return page.grid.slice(from, from + (spans[index] ?? 1)).reduce((sum, characters) => sum + characters, 0);
  };
  const heads = columns.map(({ header }, index) => [header, charactersOf(index)] as const);
  const headCell: CellFormat = {
    ...cell,
    bold: true,
    fontSize: headSize(heads, tableSize, page.official ? 11 : 8),
  };
  const head: CellFormat = page.official
    ? { ...headCell, fontName: FONT_TITLE, fill: PALETTE.band }
    : { ...headCell, color: PALETTE.headerInk, fill: PALETTE.headerFill };
  const sentence: CellFormat = { ...look.body, horizontal: 'Left' };
  const above = [
    ...(heading
      ? [
          kept(
            wide(
              page,
              heading,
              {
                ...look.body,
                fontName: FONT_TITLE,
                fontSize: look.size + (page.official ? 0 : 3),
                color: page.official ? PALETTE.ink : PALETTE.title,
                vertical: 'Bottom',
              },
              {
                pitch: look.pitch + (page.official ? (isLatin(heading) ? 0 : 4) : 6),
                size: look.size + 3,
                above: look.above,
              },
            ),
          ),
        ]
      : []),
    // What is said above a table stands on its page.
    ...lines.map((line) => wide(page, line, sentence, look)).map((line) => (columns.length > 0 ? kept(line) : line)),
  ];
  const table =
    columns.length === 0
      ? []
      : [
          kept(
            tableLine(
              page,
              columns.map(({ header, span = 1 }) => ({ value: header, span, format: head })),
              tableSize,
              page.official ? 30 : 22,
            ),
          ),
          ...rows.map((row) =>
            tableLine(
              page,
              row.map((each, index) => {
                const tone = each.tone ? TONES[each.tone] : undefined;
                const left = each.left ?? columns[index]?.left ?? false;
                const format = {
                  ...cell,
                  ...(left && { horizontal: 'Left' as const, indent: 1 }),
                  ...(each.bold && { bold: true }),
                  ...(each.numberFormat !== undefined && { numberFormat: each.numberFormat }),
                  ...(tone && { fill: tone[0], color: tone[1] }),
                };
                return { value: each.value, span: columns[index]?.span ?? 1, format };
              }),
              tableSize,
              rowHeight ?? (page.official ? 27 : 18),
            ),
          ),
        ];
  return {
    lines: [...above, ...table, ...after.map((line) => wide(page, line, sentence, look))],
    head: table.length > 0 ? above.length : null,
  };
}

/** The sheet as a plan: values only, as wide as the page and as long as it takes: type is never shrunk to fit. The head of a table stands again on each page that it goes on to. */
export function listPage(page: ListPage, language: Language): SheetPlan {
  const look = lookOf(page);
  const note: CellFormat = { fontName: FONT, fontSize: 9, color: PALETTE.muted, vertical: 'Center' };
  const lines: PageLine[] = [
    wide(
      page,
      page.title,
      {
        fontName: page.official ? FONT_OFFICIAL_TITLE : FONT_TITLE,
        fontSize: look.titleSize,
        color: page.official ? PALETTE.ink : PALETTE.title,
        horizontal: 'Center',
        vertical: 'Center',
      },
      { pitch: look.titleSize * 1.6, size: look.titleSize },
    ),
    ...page.subtitle.map((line) =>
      wide(
        page,
        line,
        {
          ...look.body,
          fontSize: page.official ? 14 : 10,
          color: page.official ? PALETTE.ink : PALETTE.muted,
          horizontal: 'Center',
        },
        look,
      ),
    ),
    gap(page.official ? 6 : 4),
  ];
  const orientation = page.landscape ? 'Landscape' : 'Portrait';
  const margins = page.official
    ? { top: 37, right: 26, bottom: 35, left: 28 }
    : { top: 14, right: 12, bottom: 14, left: 12 };
  const room = roomOf({ orientation, margins }, widthOf(page.grid));
  const tables: { readonly head: number; readonly last: number }[] = [];
  for (const section of page.sections) {
    const part = sectionLines(page, section, look);
    const whole = section.together === true && heightOf(part.lines) <= room / 2;
    if (part.head !== null && !whole) {
      const head = lines.length + part.head;
      tables.push({ head, last: head + (section.rows?.length ?? 0) });
    }
    lines.push(...(whole ? keptTogether(part.lines) : part.lines), gap(page.official ? 4 : 6));
  }
  // Who signs does not stand on a page of its own, without a word of the text.
  const last = page.sections[page.sections.length - 1];
  const after = (last?.after ?? []).length;
  // Two sentences, or a table's last two rows, go along: whoever signs signs for them.
  const along = last?.columns === undefined ? 3 : after > 0 ? after + 3 : 0;
  if (page.closing.length > 0 && along > 0) lines.push(...lines.splice(-along).map(kept));
  lines.push(
    ...page.closing.map((line) => kept(wide(page, line, { ...look.body, horizontal: 'Right', indent: 2 }, look))),
  );
  if (page.closing.length > 0) lines.push(kept(gap(8)));
  lines.push(wide(page, page.stamp, note, { pitch: 12, size: 9 }));
  const paged = withHeads(lines, tables, room);
  const breaks = keptBreaks(paged.lines, room, { given: paged.breaks });
  return {
    name: page.name,
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: page.grid,
    ...pageParts(paged.lines),
    page: {
      orientation,
      area: { row: 0, column: 0, rows: paged.lines.length, columns: page.grid.length },
      fitWide: 1,
      centerHorizontally: true,
      ...(breaks.length > 0 && { breaks }),
      margins,
      ...(page.official
        ? { footerCenter: text('第 &P 页　共 &N 页', 'Page &P of &N')[language] }
        : { footerLeft: page.footer, footerRight: text('第 &P 页，共 &N 页', 'Page &P of &N')[language] }),
    },
  };
}
