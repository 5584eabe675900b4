// Turns INDEX(column,from):INDEX(column,to) in a formula's text into the one function that the engine has for it. Knows no engine: the page and
// tests read it where the engine's packages cannot be loaded.

/** A name that no spreadsheet program has. */
export const BLOCK_NAME = 'BLOCKOF';

/** Where the bracket that opens at `open` closes; texts in quotes are passed over. */
function closing(formula: string, open: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = open; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')' && (depth -= 1) === 0) return at;
  }
  return -1;
}

const END = '):INDEX(';

/** `INDEX(A,i):INDEX(A,j)` over one column becomes `BLOCKOF(A,i,j)`; everything else stays. Works on A1 text. */
export function withBlocks(formula: string): string {
  if (!formula.includes(END)) return formula;
  for (let at = formula.indexOf('INDEX('); at >= 0; at = formula.indexOf('INDEX(', at + 1)) {
    const close = closing(formula, at + 5);
    if (close < 0 || !formula.startsWith(END, close)) continue;
    const [column, ...from] = formula.slice(at + 6, close).split(',');
    const second = close + END.length;
    const end = closing(formula, second - 1);
    if (column === undefined || end < 0 || !formula.startsWith(`${column},`, second)) continue;
    const to = formula.slice(second + column.length + 1, end);
    return withBlocks(
      `${formula.slice(0, at)}${BLOCK_NAME}(${column},${from.join(',')},${to})${formula.slice(end + 1)}`,
    );
  }
  return formula;
}
