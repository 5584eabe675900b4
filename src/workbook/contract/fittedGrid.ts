// Widths of a table's columns by what stands in them, so that its rows are as low as the page allows. Knows no sheet.
import { columnPoints, emsOf, INDENT, linesOf } from './pageLines';
import { charactersFor } from './wordWidth';

/** A column as it will be printed. `texts`: its cells, below the head. */
export interface FittedColumn {
  readonly head: string;
  readonly texts: readonly string[];
  /** Its cells are indented, not centred. */
  readonly left?: boolean;
}

/** Characters that a column gets at least, so that no cell stands letter below letter. */
const LEAST = 5;

/** Cells stand in a lighter type than heads, by which words are measured. */
const LIGHT = 0.94;

/** Widths are of half characters. */
const STEP = 0.5;

/** Points of the cells' type, and of the smallest that heads may give way to. */
interface FittedType {
  readonly size: number;
  readonly smallHead: number;
}

/** Points of text → characters of a column, its padding included. */
const charactersOf = (points: number): number => ((points + 4) / 0.75 - 5) / 7;

/** High rows weigh more than many: a column that makes a row high is widened first. */
const weight = (lines: number): number => lines ** 3;

const costOf = ({ texts, left }: FittedColumn, characters: number, size: number): number =>
  texts.reduce((sum, words) => sum + weight(linesOf(words, columnPoints(characters) - (left ? INDENT : 0), size)), 0);

/** Chinese heads stand on their own lines; heads in Latin letters may be set smaller, down to `smallHead`, and no word is broken. */
function leastOf({ head, texts }: FittedColumn, { size, smallHead }: FittedType): number {
  const latin = /^[\u0000-\u2000]*$/.test(head);
  const ownLines = latin ? 0 : Math.max(...head.split('\n').map((piece) => charactersOf(emsOf(piece) * size)));
  const words = Math.max(charactersFor(head, smallHead), ...texts.map((each) => charactersFor(each, size * LIGHT)));
  return Math.max(LEAST, Math.ceil(Math.max(ownLines, words) / STEP) * STEP);
}

/** The widening that saves most for each character; null when none saves anything. */
function bestStep(
  columns: readonly FittedColumn[],
  widths: readonly number[],
  rest: number,
  size: number,
): { readonly column: number; readonly more: number } | null {
  let best: { column: number; more: number; saved: number } | null = null;
  columns.forEach((column, at) => {
    const width = widths[at] ?? 0;
    const now = costOf(column, width, size);
    if (now === column.texts.length) return;
    for (let more = STEP; more <= rest; more += STEP) {
      const saved = (now - costOf(column, width + more, size)) / more;
      if (saved > (best?.saved ?? 0)) best = { column: at, more, saved };
    }
  });
  return best;
}

/** Ems of the longest text that reads as one name: a unit, a person, a tier. */
const NAME = 8;
/** A name that is broken is worse than a row that is a line higher. */
const BROKEN = 1.05;

/** Lines of each cell of a column, and how often its names are broken, by its width; each width is looked at once. */
function looksOf({ texts, left }: FittedColumn, size: number): (width: number) => readonly [number[], broken: number] {
  const known = new Map<number, readonly [number[], number]>();
  const names = texts.flatMap((words) => words.split('\n')).filter((piece) => emsOf(piece) <= NAME);
  return (width) => {
    const room = columnPoints(width) - (left ? INDENT : 0);
    const look = known.get(width) ?? [
      texts.map((words) => linesOf(words, room, size)),
      names.reduce((sum, name) => sum + linesOf(name, room, size) - 1, 0),
    ];
    known.set(width, look);
    return look;
  };
}

/** Room goes from one column to another as long as rows get lower by it, or more names stay whole. A row is as high as its highest cell. */
function traded(columns: readonly FittedColumn[], start: readonly number[], type: FittedType): number[] {
  const looks = columns.map((column) => looksOf(column, type.size));
  const least = columns.map((column) => leastOf(column, type));
  const rows = Math.max(0, ...columns.map(({ texts }) => texts.length));
  const cost = (widths: readonly number[]): number => {
    const shown = looks.map((look, at) => look(widths[at] ?? 0));
    const heights = Array.from({ length: rows }, (_, row) => Math.max(...shown.map(([lines]) => lines[row] ?? 1)));
    return heights.reduce((sum, each) => sum + each, 0) + BROKEN * shown.reduce((sum, [, broken]) => sum + broken, 0);
  };
  const places = columns.map((_column, at) => at);
  let widths = [...start];
  for (let now = cost(widths); ;) {
    let best = { cost: now, widths };
    for (const from of places)
      for (const to of places)
        for (let more = STEP; from !== to && (widths[from] ?? 0) - more >= (least[from] ?? 0); more += STEP) {
          const next = widths.map((width, at) => width + (at === to ? more : at === from ? -more : 0));
          const then = cost(next);
          if (then < best.cost - 1e-9) best = { cost: then, widths: next };
        }
    if (best.widths === widths) return widths;
    [now, widths] = [best.cost, best.widths];
  }
}

/**
 * Characters of each column of a table that is `total` wide in type of that size: heads and Latin words stay whole, then the highest rows get lower,
 * names stay on one line, and what is left goes to all alike. Where the heads alone need more, `total` is exceeded.
 * Example: a column of names of three signs gives way to one of titles of forty, as far as the names stay whole.
 */
export function fittedGrid(columns: readonly FittedColumn[], total: number, type: FittedType): number[] {
  const widths = columns.map((column) => leastOf(column, type));
  let rest = total - widths.reduce((sum, each) => sum + each, 0);
  for (let step = bestStep(columns, widths, rest, type.size); step; step = bestStep(columns, widths, rest, type.size)) {
    widths[step.column] = (widths[step.column] ?? 0) + step.more;
    rest -= step.more;
  }
  const share = Math.max(0, Math.floor(rest / (widths.length - 1) / STEP) * STEP);
  return traded(
    columns,
    widths.map((width, at) => (at === 0 ? width : width + share)),
    type,
  );
}
