// How many rows of a file were left out. Knows no job.
import type { Problem } from '../../core/ground/problem';

/** Rows that were left out, each once however many cells are wrong. */
export function rowsLeftOut(problems: readonly Problem[]): number {
  return new Set(
    problems
      .filter(({ row, code }) => row !== undefined && code !== 'no-header')
      .map(({ sheet, row }) => `${sheet} ${row}`),
  ).size;
}
