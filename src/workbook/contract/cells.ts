// Reads single cells as what the rules need, and names the place when a cell holds something else.
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { isoFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { trimmed, type TableRow } from './rows';
import type { CellValue } from './snapshot';
import type { ColumnSpec, TableSpec } from './spec';
import { columnOf } from './spec';
import { cellCodeOf, isMomentSerial } from './cellFormulas';
import { labelsOf } from './labels';
import type { CodeOf, LabelSet } from './labels';

/** Collects what could not be read in one table. */
export class CellReader<K extends string> {
  constructor(
    private readonly spec: TableSpec<K>,
    private readonly problems: Problem[],
    /** What people call a row, where that is not its key. */
    private readonly called?: (row: TableRow<K>) => string,
  ) {}

  private complain(row: TableRow<K>, key: K, expected: Text): void {
    const header = columnOf(this.spec, key).header;
    const id =
      this.spec.key
        .map((part) => row.text(part))
        .filter(Boolean)
        .join(' ') || `#${row.index + 1}`;
    const { sheet, line } = row.seen;
    const called = this.called?.(row) || id;
    const [ofZh, ofEn] = called.startsWith('#') ? ['', ''] : [`（${called}）`, ` (${called})`];
    const found = trimmed(row.get(key));
    this.problems.push({
      code: 'unreadable-cell',
      table: this.spec.name,
      row: id,
      column: key,
      expected,
      found,
      message: text(
        `工作表“${sheet}”第 ${line} 行${ofZh}的“${header.zh}”应为${expected.zh}，现在是“${found}”。请改正后再试。`,
        `Row ${line} of the sheet “${sheet}”${ofEn}, “${header.en}”: expected ${expected.en}, found “${found}”. Correct it and try again.`,
      ),
    });
  }

  /** A date serial of this century; null when empty or anything else: text is no moment for the formulas either. */
  moment(row: TableRow<K>, key: K): WallTime | null {
    const value = row.get(key);
    if (value === '') return null;
    if (isMomentSerial(value)) return wallTimeFromSerial(value);
    this.complain(row, key, text('日期时间，如 2021-06-07 18:00', 'a date and time such as 2021-06-07 18:00'));
    return null;
  }

  integer(row: TableRow<K>, key: K, otherwise: number | null, min = 0): number | null {
    const value = row.get(key);
    if (value === '') return otherwise;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min) return value;
    this.complain(row, key, text(`不小于 ${min} 的整数`, `a whole number, at least ${min}`));
    return otherwise;
  }

  /** A decimal as exact text: 24.5 → "24.5"; null when empty or unreadable. */
  decimal(row: TableRow<K>, key: K): string | null {
    const value = row.get(key);
    if (value === '') return null;
    const read = typeof value === 'number' ? value : Number(String(value).normalize('NFKC'));
    if (Number.isFinite(read)) return decimalText(read);
    this.complain(row, key, text('数字', 'a number'));
    return null;
  }

  choice<S extends LabelSet>(row: TableRow<K>, key: K, set: S, otherwise: CodeOf<S>): CodeOf<S> {
    const value = trimmed(row.get(key));
    if (value === '') return otherwise;
    const code = cellCodeOf(set, value);
    if (code !== null) return code;
    this.complain(row, key, text(labelsOf(set, 'zh').join('、'), labelsOf(set, 'en').join(', ')));
    return otherwise;
  }
}

const knownDecimals = new Map<number, string>();
const MOST_KNOWN = 10_000;

/** A cell's number as the decimal text a person would read, free of binary noise beyond 10 decimals (S-6). Sheets hold the same few over and over. */
export function decimalText(value: number): string {
  const known = knownDecimals.get(value);
  if (known !== undefined) return known;
  const words = Number(value.toFixed(10)).toString();
  if (knownDecimals.size < MOST_KNOWN) knownDecimals.set(value, words);
  return words;
}

/** Words joined by 、 ， , ； ; or line breaks; blanks at their ends are taken off, several inside are one. */
export function splitList(cell: string): string[] {
  return cell
    .split(/[、，,；;\n]/)
    .map((word) => word.trim().replace(/ +/g, ' '))
    .filter((word) => word !== '');
}

/** Example: `2021-06-07 18:00`; seconds only when there are any; nothing for null. */
export function momentText(time: WallTime | null): string {
  return time === null ? '' : isoFromWallTime(time).replace('T', ' ').replace(/:00$/, '');
}

/** The cell as people see it: a moment is no number. Example: `shownCell(44357.75, { type: 'moment' })` is `2021-06-10 18:00`. */
export function shownCell(cell: CellValue, { type }: Pick<ColumnSpec, 'type'>): string {
  const isTime = type === 'moment' || type === 'date' || type === 'any';
  return isTime && isMomentSerial(cell) ? momentText(wallTimeFromSerial(cell)) : String(cell);
}
