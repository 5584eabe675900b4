// Cells as text: what a person sees in them, and a folded form for comparing. Knows nothing of what the text means.
import type { ImportedCell } from './sheetRows';

/** Zero-width characters and byte-order marks that come along with copied text. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/**
 * The cell as text, trimmed of every kind of blank (also U+3000, no-break and zero-width); '' when it is empty.
 * Numbers lose the binary noise of spreadsheets beyond 15 digits.
 * Example: `cellText(13900001002) === '13900001002'`, `cellText('　井头镇 ') === '井头镇'`.
 */
export function cellText(cell: ImportedCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  // Whole numbers have no noise: most cells of a large file are such.
  if (Number.isInteger(cell) && Math.abs(Number(cell)) < 1e15) return String(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.replace(INVISIBLE, '').trim();
}

/** What stood in the cell, unchanged, for the `found` of a problem. Example: `rawText(' 公安局 ') === ' 公安局 '`. */
export function rawText(cell: ImportedCell | undefined): string {
  return typeof cell === 'string' ? cell : cellText(cell);
}

/**
 * Folds width, case and blanks away, so that spellings of the same header or keyword compare equal.
 * Example: `foldText('Ｅ-mail　地址') === 'e-mail地址'`.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '').toLowerCase();
}

const NONE = new Set(['', '无', '暂无', '没有', '-', '--', '—', '——', '/', '\\', 'n/a', 'none', 'nil']);

/** True for the ways people write "nothing here". Example: `meansNone(' 无 ')`, `meansNone('/')`. */
export function meansNone(text: string): boolean {
  return NONE.has(foldText(text));
}

const FORMULA_START = /^(?:[=@]|[+-][\dA-Za-z(=@+-])/;

/**
 * True for text that a spreadsheet could run as a formula when it is typed or pasted as it is.
 * Example: `looksLikeFormula('@SUM(A1)')`, `looksLikeFormula('-1+1')`; not `'-'`, not `'- 已报'`.
 */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text.normalize('NFKC').replace(INVISIBLE, '').trim());
}

/**
 * A name without the blanks that lists pad it with; names in several words keep theirs.
 * Example: `personName('王　芳') === '王芳'`, `personName('Anna Lee') === 'Anna Lee'`.
 */
export function personName(written: string): string {
  const parts = written.split(/[\s\u3000]+/).filter(Boolean);
  const padded = parts.length > 1 && parts.every((part) => /^\p{Script=Han}$/u.test(part)) && parts.length <= 4;
  return padded ? parts.join('') : written;
}

/**
 * The name of a unit without the blanks that lists pad it with; between words that are not Chinese one blank stays.
 * Example: `unitName('西 渡 镇') === '西渡镇'`, `unitName('North  Town') === 'North Town'`.
 */
export function unitName(written: string): string {
  return written
    .trim()
    .replace(/(?<=([^\s]))\s+(?=([^\s]))/gu, (_gap, before: string, after: string) =>
      CHINESE.test(before) || CHINESE.test(after) ? '' : ' ',
    );
}

/** Ideographs, and the signs and brackets of their width. */
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
