// What each row of the criteria is called among the others. Knows no sheet.

/**
 * The ids of the criteria, in the order of their rows: what was typed, and the next free C number where nothing was, or where a row above has it already.
 * Score sheets find their columns by name, so that a number given here moves no score.
 * Example: `criterionNumbers(['C1', '', 'c1'])` is `['C1', 'C2', 'C3']`.
 */
export function criterionNumbers(typed: readonly string[]): string[] {
  const taken = new Set(typed.map((id) => id.toLowerCase()));
  const seen = new Set<string>();
  let last = Math.max(0, ...typed.map((id) => Number(/^c([0-9]{1,6})$/i.exec(id)?.[1] ?? 0)));
  return typed.map((id) => {
    const known = id.toLowerCase();
    if (id !== '' && !seen.has(known)) {
      seen.add(known);
      return id;
    }
    do last += 1;
    while (taken.has(`c${last}`));
    return `C${last}`;
  });
}
