// Builds a printed page line by line: cells that span columns, their looks, and heights that fit wrapped text. Knows no content.
import { isLatin, latinLines } from './latinLines';
import type { Language } from '../../core/ground/text';
import type { Area, CellBlock, CellFormat, CellWrite, FormatRun, PageSetup } from './plan';

/** One cell over several columns of the page's grid; `column` is 0-based. */
export interface Span {
  readonly column: number;
  readonly columns: number;
  readonly value: CellWrite;
  readonly format: CellFormat;
}

/** One row of a page; its spans fill the grid from the left. */
export interface PageLine {
  readonly spans: readonly Span[];
  /** Points. */
  readonly height: number;
  /** Never the last line of a page: a heading, the head of a table. */
  readonly keep?: true;
}

interface PageParts {
  readonly blocks: readonly CellBlock[];
  readonly formats: readonly FormatRun[];
  readonly merges: readonly Area[];
  readonly rowHeights: readonly (readonly [number, number, number])[];
}

/** Characters of the default font → points (7 pixels a character, 5 of padding). */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Left and right padding of a cell, points. */
const PADDING = 4;

/** Points of one step of a cell's indent. */
export const INDENT = 7;

/** Cells of fewer ems are narrow. */
const NARROW = 8;

/** Width of a text in ems of its font: a Chinese character or sign is one, any other about half, the dash of 9:00–9:10 too. */
export function emsOf(text: string): number {
  const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2000 && character !== '–';
  return Array.from(text).reduce((sum, character) => sum + (isWide(character) ? 1 : 0.54), 0);
}

/**
 * Lines that a text takes in a width (points) at a font size (points); line breaks count. A little room is left for the padding of cells
 * and for words that do not break.
 * Example: `linesOf('报送情况', 100, 12) === 1`.
 */
export function linesOf(text: string, width: number, fontSize: number): number {
  const ems = (width - PADDING) / fontSize;
  // In a narrow cell the part of a sign that is left over at the end of each line counts.
  const perLine = Math.max(1, ems < NARROW ? Math.floor(ems) : ems);
  const lines = (piece: string): number => (emsOf(piece) <= ems ? 1 : Math.ceil(emsOf(piece) / perLine));
  return text.split('\n').reduce((sum, piece) => sum + (isLatin(piece) ? latinLines(piece, ems) : lines(piece)), 0);
}

/** Who signs a page, and as of when, in one line. */
export function signature(organiser: string, stamp: string, language: Language): string {
  return [organiser, stamp].filter((part) => part !== '').join(language === 'zh' ? '　' : ' · ');
}

/** The same line, not left at the foot of a page. */
export const kept = (line: PageLine): PageLine => ({ ...line, keep: true });

/** Lines of which none begins a page but the first. */
export const keptTogether = (lines: readonly PageLine[]): PageLine[] => [
  ...lines.slice(0, -1).map(kept),
  ...lines.slice(-1),
];

/** A blank line of that height. */
export function gap(height: number): PageLine {
  return { spans: [], height };
}

/** Short words are kept as text, so that no program takes “2021年6月11日” or “69.6%” for a date or a number. */
const AS_TEXT = 200;

/** Words that stand in one line get smaller type where somebody types longer ones: no program fits the height of merged cells. */
function lookOf({ value, format }: Span): CellFormat {
  const fitted: CellFormat = format.wrap ? format : { ...format, shrink: true };
  return typeof value === 'string' && value !== '' && value.length <= AS_TEXT
    ? { ...fitted, numberFormat: '@' }
    : fitted;
}

interface Run {
  row: number;
  column: number;
  rows: number;
  columns: number;
  readonly format: CellFormat;
  readonly key: string;
}

/** Neighbouring cells of the same look in one line as one run: a look is written once, not once a cell. */
function runsOfLine(spans: readonly Span[], row: number): Run[] {
  const runs: Run[] = [];
  for (const span of [...spans].sort((a, b) => a.column - b.column)) {
    const format = lookOf(span);
    const key = JSON.stringify(format);
    const last = runs[runs.length - 1];
    if (last && last.key === key && last.column + last.columns === span.column) last.columns += span.columns;
    else runs.push({ row, column: span.column, rows: 1, columns: span.columns, format, key });
  }
  return runs;
}

/** Equal runs below each other joined, too; not those with a line below, which would move. */
function joinLines(lines: readonly (readonly Run[])[]): FormatRun[] {
  const done: Run[] = [];
  let open: Run[] = [];
  for (const line of lines) {
    const next = line.map((run) => {
      const above = open.find(
        (other) =>
          other.column === run.column &&
          other.columns === run.columns &&
          other.key === run.key &&
          run.format.borderBottom === undefined,
      );
      if (!above) return run;
      above.rows += 1;
      return above;
    });
    done.push(...open.filter((run) => !next.includes(run)));
    open = next;
  }
  return [...done, ...open]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, rows, columns, format }) => ({ area: { row, column, rows, columns }, format }));
}

/** Excel refuses a row that is higher. */
const HIGHEST = 409;

/** The lines as one block, looks, merges and heights, from row 0 on. */
export function pageParts(lines: readonly PageLine[]): PageParts {
  const width = lines.reduce(
    (most, { spans }) => spans.reduce((max, { column, columns }) => Math.max(max, column + columns), most),
    1,
  );
  const cells = lines.map(({ spans }) => {
    const row: CellWrite[] = Array.from({ length: width }, () => null);
    for (const { column, value } of spans) if (value !== '') row[column] = value;
    return row;
  });
  return {
    blocks: [{ row: 0, column: 0, cells }],
    formats: joinLines(lines.map(({ spans }, row) => runsOfLine(spans, row))),
    merges: lines.flatMap(({ spans }, row) =>
      spans.filter(({ columns }) => columns > 1).map(({ column, columns }) => ({ row, column, rows: 1, columns })),
    ),
    rowHeights: lines.map(({ height }, row) => [row, 1, Math.min(height, HIGHEST)] as const),
  };
}

/** Height of lines together, in points. */
export function heightOf(lines: readonly Pick<PageLine, 'height'>[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** A4 less the margins, in points, of a page that is fitted to its width. */
export function roomOf({ orientation, margins }: Pick<PageSetup, 'orientation' | 'margins'>, width: number): number {
  const [across, down] = orientation === 'Landscape' ? [297, 210] : [210, 297];
  const points = (millimetres: number): number => (millimetres / 25.4) * 72;
  const scale = Math.min(1, points(across - margins.left - margins.right) / width);
  return points(down - margins.top - margins.bottom) / scale;
}

/** Programs count heights a little differently: so much of a page is not relied on. */
export const SLACK = 30;
/** Some programs take columns for so much wider, shrink the page by it, and have so much more room on it. */
const ROOMS = [1, 1.06];

interface Pagination {
  /** Points of the rows that stand again on each page but the first. */
  readonly repeated?: number;
  /** Lines that begin a page anyway. */
  readonly given?: readonly number[];
}

/**
 * Lines before which a page has to begin, so that no heading is left alone at the foot of one. `room`: points of a page.
 * Example: ten lines of 20 points, the tenth kept with the eleventh, 210 points of room → `[9]`.
 */
export function keptBreaks(
  lines: readonly PageLine[],
  room: number,
  { repeated = 0, given = [] }: Pagination = {},
): readonly number[] {
  return ROOMS.reduce<readonly number[]>(
    (breaks, wider) => breaksIn(lines, room * wider, room - SLACK, { repeated, given: breaks }),
    given,
  );
}

/** The line and what it is kept with behind it. */
function keptFrom<Line extends { readonly keep?: true }>(lines: readonly Line[], at: number): Line[] {
  const end = lines.findIndex((line, row) => row >= at && !line.keep);
  return lines.slice(at, end < 0 ? undefined : end + 1);
}

/**
 * Tables that go on over pages, each with its head again at the top of each of them and of no other: rows that a program repeats by itself would stand
 * above the sentences behind the table, too. `head`, `last`: where a table's head and its last row stand.
 * Example: three rows of 100 points under a head of 20, 240 points of room → the head once more, before the third row, and a break there.
 */
export function withHeads<Line extends { readonly height: number; readonly keep?: true }>(
  lines: readonly Line[],
  tables: readonly { readonly head: number; readonly last: number }[],
  room: number,
): { lines: Line[]; breaks: number[] } {
  const out: Line[] = [];
  const breaks: number[] = [];
  let used = 0;
  lines.forEach((line, at) => {
    const table = tables.find(({ head, last }) => at > head && at <= last);
    const again = table && lines[table.head];
    // The last row, which often sums up, is not left alone on a page, nor is what is kept with it.
    const needed = line.height + (table && at === table.last - 1 ? heightOf(keptFrom(lines, table.last)) : 0);
    if (again && used + needed > room - SLACK && used > again.height) {
      if (at === table.head + 1) {
        // What is kept with the head goes along.
        let start = out.length - 1;
        while (start > 0 && out[start - 1]?.keep) start -= 1;
        breaks.push(start);
        used = heightOf(out.slice(start));
      } else {
        breaks.push(out.length);
        out.push(again);
        used = again.height;
      }
    } else if (!again && used + line.height > room) used = 0;
    out.push(line);
    used += line.height;
  });
  return { lines: out, breaks };
}

/** `brim`: a page that is fuller in one program would leave its last lines alone on a page between in another; they move along. */
function breaksIn(
  lines: readonly PageLine[],
  room: number,
  brim: number,
  { repeated, given }: Required<Pagination>,
): number[] {
  const breaks = new Set(given);
  const heights = lines.map(({ height }) => height);
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((all, height) => all + height, 0);
  // Where the page begins, and what of it is taken by rows that are repeated.
  let [first, taken] = [0, 0];
  lines.forEach((line, row) => {
    const follows = row > 0 && lines[row - 1]?.keep === true;
    if (breaks.has(row)) [first, taken] = [row, repeated];
    else if (row > first && taken + sum(first, row + 1) > room) [first, taken] = [row, repeated];
    if (!line.keep || follows || row === first) return;
    let last = row;
    while (lines[last]?.keep && last < lines.length - 1) last += 1;
    if (taken + sum(first, last + 1) <= room - SLACK || repeated + sum(row, last + 1) > room - SLACK) return;
    let start = row;
    while (start > first + 1 && (taken + sum(first, start) > brim || lines[start - 1]?.keep)) start -= 1;
    breaks.add(start);
    [first, taken] = [start, repeated];
  });
  return [...breaks].sort((a, b) => a - b);
}
