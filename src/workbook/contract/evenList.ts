// A list cell inside a formula: one separator for all that people use. Knows no table.

/** Separators that people type, besides 、; a line break too. The same as `splitList` reads. */
const SEPARATORS = ['"，"', '","', '"；"', '";"', 'CHAR(10)'];

/**
 * The list in `cell` joined by 、 alone, without blanks at its ends or around separators; single blanks inside a word stay. An error is read as an
 * empty cell.
 */
export function evenList(cell: string): string {
  const joined = SEPARATORS.reduce(
    (inner, separator) => `SUBSTITUTE(${inner},${separator},"、")`,
    `IFERROR(${cell},"")`,
  );
  return `SUBSTITUTE(SUBSTITUTE(TRIM(${joined})," 、","、"),"、 ","、")`;
}
