// How the sheet of a table is printed: as wide as the page, unless its type would be too small for that. Knows no table.
import { text, type Language } from '../../core/ground/text';
import { columnPoints } from './pageLines';
import type { PageSetup } from './plan';
import type { TableSpec } from './spec';
import { columnWidth } from './wordWidth';

/** Points of the body's type, and the smallest that is still read on paper. */
export const BODY_SIZE = 11;
const SMALLEST = 8;
/** Some programs take columns for so much wider. */
const WIDER = 1.06;
const SIDE = 12;
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
