// Formats of neighbouring columns that are alike go to Excel as one: fewer ranges, fewer orders. Knows no Excel.
import type { FormatRun } from '../workbook/contract/plan';

/** Joins runs that follow each other in the list, side by side, with the same rows and format. The order stays. */
export function joinedFormats(runs: readonly FormatRun[]): FormatRun[] {
  const joined: FormatRun[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    const beside =
      last &&
      last.area.row === run.area.row &&
      last.area.rows === run.area.rows &&
      last.area.column + last.area.columns === run.area.column;
    if (beside && JSON.stringify(last.format) === JSON.stringify(run.format))
      joined[joined.length - 1] = { ...last, area: { ...last.area, columns: last.area.columns + run.area.columns } };
    else joined.push(run);
  }
  return joined;
}
