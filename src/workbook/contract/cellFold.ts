// How words in cells compare: one list of replacements from which both the text of the formulas and the core's own comparison are made.
// Knows no table. Formulas cannot fold every width as NFKC does: what is not on the list stays different for both, and is named.

/** A blank that shows as nothing, what it becomes. `code`: written as CHAR(code) in formulas, where it would not survive as itself. */
interface Replacement {
  readonly from: string;
  readonly to: string;
  readonly code?: number;
}

/** Blanks of every width go; brackets become half-width; wildcards of MATCH and SEARCH become signs that are none. */
const REPLACEMENTS: readonly Replacement[] = [
  { from: ' ', to: '' },
  { from: '\u3000', to: '' },
  { from: '\u00a0', to: '' },
  { from: '\n', to: '', code: 10 },
  { from: '（', to: '(' },
  { from: '）', to: ')' },
  { from: '*', to: '＊' },
  { from: '?', to: '？' },
  { from: '~', to: '～' },
];

/** Separators of lists in cells, besides 、: the same as `splitList` reads. */
const SEPARATORS: readonly Replacement[] = [
  { from: '，', to: '、' },
  { from: ',', to: '、' },
  { from: '；', to: '、' },
  { from: ';', to: '、' },
  { from: '\n', to: '、', code: 10 },
];

const inFormula = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function substituted(cell: string, replacements: readonly Replacement[]): string {
  return replacements.reduce(
    (inner, { from, to, code }) =>
      `SUBSTITUTE(${inner},${code === undefined ? inFormula(from) : `CHAR(${code})`},${inFormula(to)})`,
    cell,
  );
}

const replaced = (text: string, replacements: readonly Replacement[]): string =>
  replacements.reduce((now, { from, to }) => now.replaceAll(from, to), text);

const TO_REPLACE = new RegExp(
  `[${REPLACEMENTS.map(({ from }) => `\\u{${from.codePointAt(0)?.toString(16)}}`).join('')}]`,
  'u',
);

/** What a name or label is compared by. Example: `foldCell(' 通　过') === '通过'`. */
export function foldCell(text: string): string {
  return (TO_REPLACE.test(text) ? replaced(text, REPLACEMENTS) : text).toLowerCase();
}

/** The same as a formula about the cell `cell`, which is a reference or any text. An error is read as an empty cell: it must not spread. */
export function foldFormula(cell: string): string {
  return `LOWER(${substituted(`IFERROR(${cell},"")`, REPLACEMENTS)})`;
}

/** A list of names in a cell as one folded text, each name between 、: it is searched by 、name、. */
export function foldListFormula(cell: string): string {
  return `"、"&${foldFormula(substituted(cell, SEPARATORS))}&"、"`;
}

/** The signs in which equality of `foldCell` and of the formula is proved, besides ideographs. */
export const FOLD_ALPHABET = [
  ...REPLACEMENTS.map(({ from }) => from),
  ...REPLACEMENTS.map(({ to }) => to).filter((to) => to !== ''),
  ...'、，；,;',
  ...'aAzZ09',
  ...'-.·"\'<>=&',
];
