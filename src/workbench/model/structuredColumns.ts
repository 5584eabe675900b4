// The inside of a structured reference, `[#This Row],[分数]` or `@分数`: which columns it names, and their renaming.
// Knows the escapes of Excel's grammar; knows no table.

const SPECIAL = /[[\]#'@]/g;

/** Escapes a column's name for use inside brackets. Example: `escapeColumn("a#b") === "a'#b"`. */
export const escapeColumn = (name: string): string => name.replace(SPECIAL, (char) => `'${char}`);
const unescapeColumn = (text: string): string => text.replace(/'(.)/gs, '$1');

interface Part {
  /** What stands before the column: '', '@', or separators and brackets. */
  readonly text: string;
  readonly column?: string;
}

/** Splits the inside of the brackets into column names and what stands between them; item specifiers (#All …) are no columns. */
function parts(inner: string): Part[] {
  const at = inner.startsWith('@') ? '@' : '';
  const rest = inner.slice(at.length);
  const head: Part[] = at ? [{ text: '@' }] : [];
  if (rest === '' || /^#[A-Za-z ]+$/.test(rest)) return [...head, { text: rest }];
  if (!rest.trimStart().startsWith('[')) return [...head, { text: '', column: unescapeColumn(rest) }];
  const found = [...head];
  const bracket = /\[((?:[^[\]']|'.)*)\]/gs;
  let last = 0;
  for (let m = bracket.exec(rest); m; m = bracket.exec(rest)) {
    if (m.index > last) found.push({ text: rest.slice(last, m.index) });
    const body = m[1] ?? '';
    found.push(/^#[A-Za-z ]+$/.test(body) ? { text: m[0] } : { text: m[0], column: unescapeColumn(body) });
    last = m.index + m[0].length;
  }
  if (last < rest.length) found.push({ text: rest.slice(last) });
  return found;
}

/** Names of the columns that the inside of a structured reference mentions. */
export function columnsNamed(inner: string): string[] {
  return parts(inner).flatMap((part) => (part.column === undefined ? [] : [part.column]));
}

const SIMPLE = /^[\p{L}\p{N}_]+$/u;

/** Renames one column inside the brackets; null when it is not mentioned. Example: `renameColumn('@分数', '分数', '得分') === '@得分'`. */
export function renameColumn(inner: string, from: string, to: string): string | null {
  const all = parts(inner);
  const hit = (part: Part): boolean => part.column?.toLowerCase() === from.toLowerCase();
  if (!all.some(hit)) return null;
  const simple = !inner.includes('[');
  return all
    .map((part) => {
      if (!hit(part)) return part.text || escapeColumn(part.column ?? '');
      if (!simple) return `[${escapeColumn(to)}]`;
      return SIMPLE.test(to) ? to : all.length > 1 ? `[${escapeColumn(to)}]` : escapeColumn(to);
    })
    .join('');
}
