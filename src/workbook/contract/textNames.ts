// Texts kept in defined names of the workbook: out of the way of sorting and typing, and they go with the file.
import { quoted } from './formulaWords';

/** A text constant in a formula holds 255 signs. */
const LONGEST = 240;

/** A text as the formula of a defined name. Example: `textFormula('甲')` is `="甲"`. */
export function textFormula(words: string): string {
  const pieces = words.match(new RegExp(`[^]{1,${LONGEST}}`, 'g')) ?? [''];
  return `=${pieces.map(quoted).join('&')}`;
}

/** The text of such a name. Null for a formula that is no text constant, or several joined. */
export function textOf(formula: string): string | null {
  if (!/^="(?:[^"]|"")*"(?:\s*&\s*"(?:[^"]|"")*")*$/.test(formula)) return null;
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece = '']) => piece.replaceAll('""', '"')).join('');
}
