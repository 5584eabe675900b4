// Tells whether a formula says the same in every row: then the engine reads it once for a whole column.
import { withBlocks } from './blockText';
import { formulaTokens, type Token } from './formulaTokens';

const CELL = /^\$?[A-Za-z]{1,3}\$?[0-9]{1,7}$/;
const FIXED_CELL = /^\$[A-Za-z]{1,3}\$[0-9]{1,7}$/;
const ROW = /^\$?[0-9]{1,7}$/;

/**
 * True when nothing but "this row" depends on the row the formula stands in: no cell address without both "$", no whole rows,
 * also not in the names it uses (lower-case name → formula).
 * Example: `isRowUniform('=T[@a]+$B$1', new Map())` is true, `isRowUniform('=A2+1', new Map())` is false.
 */
export function isRowUniform(
  formula: string,
  names: ReadonlyMap<string, string>,
  open: readonly string[] = [],
): boolean {
  const tokens = formulaTokens(withBlocks(formula.replace(/^=/, '')));
  return tokens.every((token, index) => {
    const next = tokens[index + 1];
    if (token.text === ':' && token.kind === 'other') return joinsPlainly(tokens, index);
    if (token.kind !== 'word' || next?.text === '(' || next?.kind === 'brackets') return true;
    if (ROW.test(token.text)) return next?.text !== ':' && tokens[index - 1]?.text !== ':';
    if (CELL.test(token.text)) return FIXED_CELL.test(token.text);
    const key = token.text.toLowerCase();
    const named = names.get(key);
    return named === undefined || open.includes(key) || isRowUniform(named, names, [...open, key]);
  });
}

/** The engine moves "this row" from column to column as one range, and fixed ranges; not what a function or another table joins on
 * (but INDEX(…):INDEX(…) over one column, which has become one function). */
function joinsPlainly(tokens: readonly Token[], colon: number): boolean {
  const before = tokens[colon - 1];
  const after =
    tokens[colon + 1]?.kind === 'word' && tokens[colon + 2]?.kind === 'brackets'
      ? tokens[colon + 2]
      : tokens[colon + 1];
  if (before?.kind === 'brackets' && after?.kind === 'brackets')
    return isThisRow(before.text) === isThisRow(after.text);
  return before?.kind === 'word' && after?.kind === 'word' && tokens[colon + 2]?.text !== '(';
}

const isThisRow = (brackets: string): boolean => /^\[\s*(?:@|\[?#this row)/i.test(brackets);
