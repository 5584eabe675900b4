// What a plan's cell becomes on the wire. Text stays text, whatever it begins with: no cell's words ever become a formula.
import { storableText } from '../core/ground/cleanText';
import type { CellWrite } from '../workbook/contract/plan';

type Wire = string | number | boolean | null;

/** Characters that would make Excel read a text as a formula, or swallow its first character. */
const DANGEROUS = /^[=+\-@'\t\r]/;

/**
 * Texts that Excel would turn into a number, date, time, percentage or truth value when the cell is not formatted as text.
 * A Chinese Excel also takes 6月8日, 2021年6月, 上午9时 and digits of full width; an English one 5-Jan and Jan 5.
 */
const CONVERTIBLE = [
  /^[\d.,\uff10-\uff19\uff0e\uff0c]+[%\uff05]?$/,
  /^\d+[/.-]\d+.*$/,
  /^\d+\s+\d+\/\d+$/,
  /^\d+:\d+.*$/,
  /^(?:true|false)$/i,
  /^\(\d.*\)$/,
  /^[\d.]+e[+-]?\d+$/i,
  /^[¥￥$€£].*$/,
  /^[\d\uff10-\uff19]{1,4}年(?:\d.*)?$/,
  /^[\d\uff10-\uff19]{1,2}月(?:\d.*)?$/,
  /^(?:上午|下午)?\s*\d{1,2}[时点].*$/,
  /^[〇一二三四五六七八九]{4}年.*月.*$/,
  /^\d{1,4}[\s-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]\d.*$/i,
  /^\d{1,2}\s*[ap]m?$/i,
];

const isConvertible = (words: string): boolean => {
  const text = words.trim();
  return CONVERTIBLE.some((pattern) => pattern.test(text));
};

/** Example: `literalOf('=1+1') === "'=1+1"`; null leaves the cell alone. */
export function literalOf(cell: CellWrite): Wire {
  if (cell === null || typeof cell === 'object') return null;
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new Error(`${cell} cannot stand in a cell`);
  if (typeof cell !== 'string') return cell;
  const storable = storableText(cell);
  return DANGEROUS.test(storable) || isConvertible(storable) ? `'${storable}` : storable;
}

/** The formula of a cell that is to hold one; null for a plain value. */
export function formulaOf(cell: CellWrite): string | null {
  return typeof cell === 'object' && cell !== null ? cell.formula : null;
}

/** Whether any cell of a block is a formula: then values and formulas go in separate writes. */
export function hasFormula(cells: readonly (readonly CellWrite[])[]): boolean {
  return cells.some((row) => row.some((cell) => formulaOf(cell) !== null));
}
