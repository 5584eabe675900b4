// Reads what a person types into a cell, or what arrives as a string through the API, the way Excel reads it.
// Knows no cell: the caller says whether it is a text cell and which year a date without year means.
import type { CellError, Value } from './book';
import { partsOf, serialOf } from './serial';

/** What becomes of what a person typed into a cell. */
export interface CellInput {
  readonly value?: Value | CellError;
  readonly formula?: string;
  /** The format that such an input gives to a cell that has none. */
  readonly numberFormat?: string;
}

const ERROR = /^#(REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!)$/i;
const NUMBER = /^([+-]?)([¥￥$]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?(%?)$/i;
const TIME = '(?:\\s+|T)?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?${TIME}$`);
const MONTH_FIRST = new RegExp(`^(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}))?${TIME}$`);
const MONTH_DAY = new RegExp(`^(\\d{1,2})月(\\d{1,2})日${TIME}$`);
const YEAR_MONTH = /^(\d{4})[-/年](\d{1,2})月?$/;
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;

const PRECISION = 15;

/** Excel keeps 15 digits of a number and makes the rest zeros: an identity number typed as a number loses its end. */
function firstDigits(digits: string): string {
  let kept = 0;
  return digits.replace(/\d/g, (digit) => {
    if (kept === 0 && digit === '0') return digit;
    return ++kept > PRECISION ? '0' : digit;
  });
}

function readNumber(text: string): CellInput | null {
  const m = NUMBER.exec(text);
  if (!m) return null;
  const [, sign = '', currency = '', whole = '', fraction = '', exponent = '', percent = ''] = m;
  if (!/\d/.test(whole + fraction)) return null;
  const value =
    Number(`${sign}${firstDigits(`${whole.replace(/,/g, '') || '0'}${fraction === '.' ? '' : fraction}`)}${exponent}`) /
    (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const decimals = fraction.length > 1;
  if (percent) return { value, numberFormat: decimals ? '0.00%' : '0%' };
  if (exponent) return { value, numberFormat: '0.00E+00' };
  if (currency || whole.includes(','))
    return { value, numberFormat: `${currency ? `"${currency}"` : ''}#,##0${decimals ? '.00' : ''}` };
  return { value };
}

function dated(
  year: number,
  month: string | undefined,
  day: string | undefined,
  time: (string | undefined)[],
): CellInput | null {
  const [hour, minute, second] = time;
  const value = serialOf(year, Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  return value === null ? null : { value, numberFormat: hour === undefined ? 'yyyy/m/d' : 'yyyy/m/d h:mm' };
}

function readDate(text: string, year: number): CellInput | null {
  const full = YEAR_FIRST.exec(text);
  if (full) return dated(Number(full[1]), full[2], full[3], full.slice(4));
  const short = MONTH_FIRST.exec(text);
  if (short) return dated(short[3] === undefined ? year : Number(short[3]), short[1], short[2], short.slice(4));
  const chinese = MONTH_DAY.exec(text);
  if (chinese) return dated(year, chinese[1], chinese[2], chinese.slice(3));
  const month = YEAR_MONTH.exec(text);
  if (month) {
    const value = serialOf(Number(month[1]), Number(month[2]), 1);
    return value === null ? null : { value, numberFormat: 'yyyy"年"m"月"' };
  }
  const clock = CLOCK.exec(text);
  if (clock && Number(clock[1]) < 10000) {
    const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
    return { value: seconds / 86400, numberFormat: clock[3] === undefined ? 'h:mm' : 'h:mm:ss' };
  }
  return null;
}

/**
 * What a cell gets from a string. `=…` is a formula, also what begins with + or - and is no number; a leading apostrophe makes
 * text and is dropped; in a text cell (format `@`) everything else stays text; numbers, percentages, dates, times, TRUE/FALSE and
 * error texts are converted; the rest is text as it stands.
 * `now`: serial that tells the year of `6/7`. Example: `readInput('12%', false, 44354)` is `{ value: 0.12, numberFormat: '0%' }`.
 */
export function readInput(input: string, textCell: boolean, now: number): CellInput {
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (textCell) return { value: input };
  if (input.startsWith('=') && input.length > 1) return { formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (ERROR.test(text)) return { value: { error: text.toUpperCase() } };
  const read = readNumber(text) ?? readDate(text, partsOf(now).year);
  if (read) return read;
  if (/^[+-]/.test(input) && input.length > 1) return { formula: `=${input}` };
  return { value: input };
}
