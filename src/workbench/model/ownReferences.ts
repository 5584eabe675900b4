// How Excel shows the formulas of a table's own cells: without the table's name, and this row as @. Meaning and calculation stay the same.

const THIS_ROW = /^\[#This Row\],(\[(?:[^[\]']|'.)*\])(:\[(?:[^[\]']|'.)*\])?$/i;
const PLAIN_NAME = /^[\p{L}\p{N}_]+$/u;

/** Example: `inShort('=SUM(T[[#This Row],[a]:[b]])+T[c]', 'T')` is `=SUM([@[a]:[b]])+[c]`. Text in quotes stays. */
export function inShort(formula: string, table: string): string {
  const start = new RegExp(`(?<![\\p{L}\\p{N}_.'!])${table.replace(/[.\\]/g, '\\$&')}\\[`, 'giu');
  return formula
    .split('"')
    .map((part, index) => (index % 2 === 1 ? part : shortened(part, start)))
    .join('"');
}

function shortened(text: string, start: RegExp): string {
  let out = '';
  let done = 0;
  for (const match of text.matchAll(start)) {
    const open = match.index + match[0].length - 1;
    const close = closing(text, open);
    if (match.index < done || close < 0) continue;
    const inner = text.slice(open + 1, close);
    if (inner === '') continue;
    out += `${text.slice(done, match.index)}[${shortInner(inner)}]`;
    done = close + 1;
  }
  return out + text.slice(done);
}

function shortInner(inner: string): string {
  const [, from, to] = THIS_ROW.exec(inner) ?? [];
  if (from === undefined) return inner;
  const bare = from.slice(1, -1);
  return to !== undefined ? `@${from}${to}` : PLAIN_NAME.test(bare) ? `@${bare}` : `@${from}`;
}

/** Where the bracket that opens at `open` is closed; -1 when it is not. An apostrophe escapes what follows it. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (sign === "'") at++;
    else if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return at;
  }
  return -1;
}
