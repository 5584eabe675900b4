// Formulas as people write them ↔ as a file stores them: newer functions carry a prefix there, "this row" has only its long form.
import { formulaTokens } from '../calc/formulaTokens';

/** Functions newer than 2007 that a file marks; the mark is the price of being read by older versions. */
const PREFIXED = new Set([
  'ACOT',
  'ARABIC',
  'BASE',
  'BINOM.DIST',
  'BITAND',
  'BITOR',
  'BITXOR',
  'CEILING.MATH',
  'COMBINA',
  'CONCAT',
  'CONFIDENCE.NORM',
  'DAYS',
  'DECIMAL',
  'FILTERXML',
  'FLOOR.MATH',
  'FORMULATEXT',
  'IFNA',
  'IFS',
  'ISFORMULA',
  'ISOWEEKNUM',
  'LET',
  'LAMBDA',
  'MAXIFS',
  'MINIFS',
  'MODE.MULT',
  'MODE.SNGL',
  'NORM.DIST',
  'NORM.INV',
  'NORM.S.DIST',
  'NORM.S.INV',
  'NUMBERVALUE',
  'PERCENTILE.EXC',
  'PERCENTILE.INC',
  'PERCENTRANK.EXC',
  'PERCENTRANK.INC',
  'QUARTILE.EXC',
  'QUARTILE.INC',
  'RANDARRAY',
  'RANK.AVG',
  'RANK.EQ',
  'SEQUENCE',
  'SHEET',
  'SHEETS',
  'SORTBY',
  'STDEV.P',
  'STDEV.S',
  'SWITCH',
  'TEXTJOIN',
  'TEXTAFTER',
  'TEXTBEFORE',
  'TEXTSPLIT',
  'TOCOL',
  'TOROW',
  'UNICHAR',
  'UNICODE',
  'UNIQUE',
  'VAR.P',
  'VAR.S',
  'VSTACK',
  'HSTACK',
  'XLOOKUP',
  'XMATCH',
  'XOR',
]);
const DOUBLE_PREFIXED = new Set(['FILTER', 'SORT']);

/** Columns repeat one formula in every row: each text is turned once. */
const MOST_REMEMBERED = 10_000;
const [stored, shown] = [new Map<string, string>(), new Map<string, string>()];

function remembered(known: Map<string, string>, key: string, turn: () => string): string {
  let result = known.get(key);
  if (result === undefined) {
    result = turn();
    if (known.size < MOST_REMEMBERED) known.set(key, result);
  }
  return result;
}

/**
 * The stored form, without "=". `table` is the table that the formula stands in, for references without a table's name.
 * Example: `storedFormula('=RANK.EQ([@a],T[a])', 'T')` is `_xlfn.RANK.EQ(T[[#This Row],[a]],T[a])`.
 */
export function storedFormula(formula: string, table?: string): string {
  return remembered(stored, `${table ?? ''}|${formula}`, () => toStored(formula, table));
}

function toStored(formula: string, table?: string): string {
  const tokens = formulaTokens(formula.replace(/^=/, ''));
  return tokens
    .map((token, index) => {
      if (token.kind === 'brackets') {
        const owned = tokens[index - 1]?.kind === 'word';
        return `${owned ? '' : (table ?? '')}${thisRow(token.text)}`;
      }
      if (token.kind !== 'word' || tokens[index + 1]?.text !== '(') return token.text;
      const name = token.text.toUpperCase();
      if (DOUBLE_PREFIXED.has(name)) return `_xlfn._xlws.${name}`;
      return PREFIXED.has(name) ? `_xlfn.${name}` : token.text;
    })
    .join('');
}

/** "[@a]" → "[[#This Row],[a]]", "[@]" → "[#This Row]", "[@[a]:[b]]" → "[[#This Row],[a]:[b]]". */
function thisRow(brackets: string): string {
  const match = /^\[\s*@(.*)\]$/su.exec(brackets);
  if (!match) return brackets;
  const columns = (match[1] ?? '').trim();
  if (columns === '') return '[#This Row]';
  return `[[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}]`;
}

/** The form that people see, with "=". Example: `shownFormula('_xlfn.IFNA(A1,0)')` is `=IFNA(A1,0)`. */
export function shownFormula(fileFormula: string): string {
  return remembered(shown, fileFormula, () => toShown(fileFormula));
}

function toShown(fileFormula: string): string {
  const words = formulaTokens(fileFormula.replace(/^=/, ''))
    .map((token) => (token.kind === 'word' ? token.text.replace(/^_xlfn\.(?:_xlws\.)?/i, '') : token.text))
    .join('');
  return `=${words}`;
}
