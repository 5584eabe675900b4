// Widths of the agenda's two tables, which share their columns: rows as low as the page allows. Knows no words of its own.
import { columnPoints, INDENT, linesOf } from '../contract/pageLines';
import { charactersFor } from '../contract/wordWidth';
import { OFFICIAL, roomFor } from './listPage';

/** No., time, item, who, note, in characters. */
export type AgendaGrid = readonly [number: number, time: number, item: number, who: number, note: number];

/** A cell of either table: its words, the columns of the grid that it takes, whether it is indented. */
export interface AgendaCell {
  readonly words: string;
  readonly from: number;
  readonly span: number;
  readonly left?: boolean;
  readonly bold?: boolean;
}

/** Who and note are written in by hand where they are blank. */
const LEAST = { time: 15, item: 14, who: 14, note: 12 };

/** A name or an item in two lines is worse than a row that is higher anyway. */
const BROKEN = 0.1;
/** No line ends in the middle of a word as long as there is a grid in which none does. */
const BROKEN_WORD = 1000;

/** Cells beside the characters that their longest Latin word needs. */
type Measured = readonly (readonly { readonly cell: AgendaCell; readonly word: number }[])[];

const measured = (rows: readonly (readonly AgendaCell[])[]): Measured =>
  rows.map((cells) => cells.map((cell) => ({ cell, word: charactersFor(cell.words, OFFICIAL.table.size) })));

const charactersOf = (grid: AgendaGrid, { from, span }: AgendaCell): number =>
  grid.slice(from, from + span).reduce((sum, characters) => sum + characters, 0);

const widthOf = (grid: AgendaGrid, { from, span, left }: AgendaCell): number =>
  grid.slice(from, from + span).reduce((sum, characters) => sum + columnPoints(characters), 0) - (left ? INDENT : 0);

function costOf(grid: AgendaGrid, rows: Measured): number {
  return rows.reduce((sum, cells) => {
    const words = cells.filter(({ cell, word }) => word > charactersOf(grid, cell)).length;
    const lines = cells.map(({ cell }) =>
      linesOf(cell.words, roomFor(cell.words, widthOf(grid, cell), cell.bold), OFFICIAL.table.size),
    );
    const broken = BROKEN * lines.reduce((all, each) => all + each - 1, 0) + BROKEN_WORD * words;
    return sum + Math.max(1, ...lines) + broken;
  }, 0);
}

interface Room {
  /** The time may give way. */
  readonly narrowTime: boolean;
  /** Heads of the last column, whose words are not broken. */
  readonly lastHeads: readonly string[];
}

/** The grid of the same width in which the rows are lowest; where none is lower than `usual`, that one. */
export function agendaGrid(
  usual: AgendaGrid,
  rows: readonly (readonly AgendaCell[])[],
  { narrowTime, lastHeads }: Room,
): AgendaGrid {
  const note = Math.max(LEAST.note, ...lastHeads.map((head) => charactersFor(head, OFFICIAL.table.size)));
  const total = usual.reduce((sum, each) => sum + each, 0);
  const [number, usualTime] = usual;
  const cells = measured(rows);
  let best = { grid: usual, cost: costOf(usual, cells) };
  for (const time of narrowTime ? [usualTime, LEAST.time] : [usualTime])
    for (let item = LEAST.item; item <= total; item += 1)
      for (let who = LEAST.who; number + time + item + who + note <= total; who += 1) {
        const grid: AgendaGrid = [number, time, item, who, total - number - time - item - who];
        const cost = costOf(grid, cells);
        if (cost < best.cost - 1e-9) best = { grid, cost };
      }
  return best.grid;
}
