// How the sheet of a table is printed: as wide as the page, unless its type would be too small for that. Knows no table.
import { text, type Language } from '../../core/ground/text';
import { columnPoints, emsOf } from './pageLines';
import type { PageSetup } from './plan';
import type { TableSpec } from './spec';
import { columnWidth, headLines } from './wordWidth';

/** Points of the body's type, and the smallest that is still read on paper. */
export const BODY_SIZE = 11;
const SMALLEST = 8;
/** Some programs take columns for so much wider. */
const WIDER = 1.06;
const SIDE = 12;
const TITLE_SIZE = 18;
/** Types without serifs are so much wider than others. */
const WIDE_LETTERS = 1.12;
/** Below it a page that is signed has room for a hand. */
const SIGNED = 24;

/** Points across the paper, less the margins. */
const roomOf = ({ landscape }: Pick<TableSpec, 'landscape'>): number =>
  (((landscape ? 297 : 210) - 2 * SIDE) / 25.4) * 72;

/** The columns that stand again at the left of a second page: those that stay on the screen when it is scrolled. */
function repeatedColumns({ columns, frozen }: TableSpec): readonly [first: number, last: number] {
  const first = columns.findIndex(({ hidden }) => !hidden);
  return [first, Math.max(first, frozen - 1)];
}

/** Pages side by side, so that the body is no smaller than what is read. Example: a table twice as wide as the paper takes two. */
function pagesAcross(spec: TableSpec, language: Language): number {
  const points = (columns: TableSpec['columns']): number =>
    columns.reduce(
      (sum, column) => sum + (column.hidden ? 0 : columnPoints(columnWidth(column, language, BODY_SIZE))),
      0,
    ) * WIDER;
  const page = roomOf(spec) * (BODY_SIZE / SMALLEST);
  const width = points(spec.columns);
  const again = points(spec.columns.slice(0, repeatedColumns(spec)[1] + 1));
  return width <= page ? 1 : 1 + Math.ceil((width - page) / (page - again));
}

interface GuidePlace {
  readonly column: number;
  readonly columns: number;
  /** Lines that it takes there. */
  readonly lines: number;
  /** Points of the title above it, which every page repeats. */
  readonly title: number;
}

/**
 * Where the line under the title stands: over the columns of the first page that no other page repeats, so that it is neither cut at the edge of a
 * page nor makes the page wider, and smaller, than its table.
 */
export function guidePlace(spec: TableSpec, language: Language, size: number): GuidePlace {
  const across = pagesAcross(spec, language);
  const widths = spec.columns.map((column) => (column.hidden ? 0 : columnWidth(column, language, BODY_SIZE)));
  const points = widths.map((width) => (width === 0 ? 0 : columnPoints(width)));
  const sum = (from: number, to: number): number => points.slice(from, to).reduce((all, each) => all + each, 0);
  const [first, repeated] = repeatedColumns(spec);
  const from = across === 1 ? first : repeated + 1;
  const page = (sum(0, points.length) + sum(0, from) * (across - 1)) / across / WIDER;
  let to = from + 1;
  while (to < points.length && (across === 1 || sum(0, to + 1) <= page)) to += 1;
  while (to > from + 1 && widths[to - 1] === 0) to -= 1;
  const characters = widths.slice(from, to).reduce((all, width) => all + width, 0);
  const room = across === 1 ? Infinity : sum(0, from) / (emsOf(spec.title[language]) * WIDE_LETTERS);
  const title = Math.max(BODY_SIZE, Math.min(TITLE_SIZE, Math.floor(room)));
  return { column: from, columns: to - from, lines: headLines(spec.guide[language], characters, size), title };
}

/** Example: the tracker, too wide for one page, is printed on two side by side, with unit and item on both. */
export function tablePage(spec: TableSpec, headerRow: number, language: Language): PageSetup {
  const across = pagesAcross(spec, language);
  return {
    orientation: spec.landscape ? 'Landscape' : 'Portrait',
    titleRows: [headerRow, headerRow],
    ...(across > 1 && { titleColumns: repeatedColumns(spec) }),
    fitWide: across,
    margins: { top: 15, right: SIDE, bottom: spec.signed ? SIGNED : 15, left: SIDE },
    centerHorizontally: true,
    footerLeft: spec.title[language],
    ...(spec.signed && { footerCenter: spec.signed[language] }),
    footerRight: text('第 &P 页，共 &N 页', 'Page &P of &N')[language],
  };
}
