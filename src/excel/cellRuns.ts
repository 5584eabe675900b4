// The parts of a block that hold something: a few changed cells of a register of thousands are a few cells on the wire. Knows no Excel.

/** Neighbouring cells that go as one range. */
export interface CellRun<Cell> {
  /** 0-based place in the block. */
  readonly row: number;
  readonly column: number;
  /** Rows × columns of the run; null leaves a cell as it is. */
  readonly cells: readonly (readonly (Cell | null)[])[];
}

/** Rows without anything that are sent along rather than making a second part. */
const NARROW_GAP = 8;

/**
 * Rectangles that together hold every cell that is not null, from top to bottom, cut to the columns that they need.
 * Example: `runsOf([[null, 1], [null, null]])` is one run, `{ row: 0, column: 1, cells: [[1]] }`.
 */
export function runsOf<Cell>(cells: readonly (readonly (Cell | null)[])[]): CellRun<Cell>[] {
  const runs: { row: number; last: number; from: number; to: number }[] = [];
  cells.forEach((line, row) => {
    const from = line.findIndex((cell) => cell !== null);
    if (from < 0) return;
    let to = line.length - 1;
    while (line[to] === null) to -= 1;
    const run = runs[runs.length - 1];
    if (run && row - run.last <= NARROW_GAP) {
      run.last = row;
      run.from = Math.min(run.from, from);
      run.to = Math.max(run.to, to);
    } else runs.push({ row, last: row, from, to });
  });
  return runs.map(({ row, last, from, to }) => ({
    row,
    column: from,
    cells: cells.slice(row, last + 1).map((line) => line.slice(from, to + 1)),
  }));
}
