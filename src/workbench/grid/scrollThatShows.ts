// How far a sheet is scrolled that one cell is seen beside its frozen rows or columns. Knows no grid.

/** Pixels along one direction of the sheet, at 100 %. */
interface Along {
  /** Where the cell begins and ends in the sheet. */
  readonly start: number;
  readonly end: number;
  /** What the frozen lines take. */
  readonly frozen: number;
  readonly scroll: number;
  /** What can be seen of the lines that scroll. */
  readonly size: number;
}

/**
 * How far the sheet has to be scrolled that the cell is seen; unchanged where it is, or where it is itself frozen.
 * Example: `scrollThatShows({ start: 300, end: 320, frozen: 100, scroll: 250, size: 400 })` is 200: the cell comes right under the frozen rows.
 */
export function scrollThatShows({ start, end, frozen, scroll, size }: Along): number {
  if (start < frozen) return scroll;
  const first = start - frozen;
  if (first < scroll) return first;
  return Math.min(first, Math.max(scroll, end - frozen - size));
}
