// Who of the rows of the judges' table is a judge. Knows no sheet.
import type { Judge } from './contest';

/**
 * Judges to whom a score sheet can belong: people type rows without a number, or with one that another row has already. The first of equal numbers
 * stays; capitals make no other number, since they make no other table.
 * Example: of the numbers `'J01'`, `''`, `'j01'` the first stays.
 */
export function judgesByNumber(panel: readonly Judge[]): Judge[] {
  const first = new Map<string, Judge>();
  for (const judge of panel) {
    const number = judge.judgeId.toLowerCase();
    if (number !== '' && !first.has(number)) first.set(number, judge);
  }
  return [...first.values()];
}
