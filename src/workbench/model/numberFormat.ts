// Shows a value as a cell does: the number formats that office workbooks use. Colours are read over;
// a format it does not know (fractions) falls back to General.
import { MONTHS } from '../../core/time/formatDay';
import { partsOf } from './serial';

const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];

interface Token {
  readonly kind: 'literal' | 'date' | 'digit' | 'text' | 'general';
  readonly text: string;
}

const TOKENS =
  /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|(General)|(AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?|aaaa?)|([0#?][0#?,]*(?:\.[0#?]*)?(?:E[+-]0+)?,*|\.[0#?]+,*)|(@)|([\s\S])/giy;

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  for (let m = TOKENS.exec(section); m; m = TOKENS.exec(section)) {
    const [, quoted, escaped, elapsed, general, date, digit, text, other] = m;
    if (quoted !== undefined || escaped !== undefined || other !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? other ?? '' });
    else if (elapsed) tokens.push({ kind: 'date', text: `[${elapsed.toLowerCase()}]` });
    else if (general) tokens.push({ kind: 'general', text: general });
    else if (date) tokens.push({ kind: 'date', text: date.toLowerCase() });
    else if (digit) tokens.push({ kind: 'digit', text: digit });
    else if (text) tokens.push({ kind: 'text', text });
  }
  return tokens;
}

/** Sections of a format, cut at the semicolons outside quotes. */
const sectionsOf = (format: string): string[] => format.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;|^)(?=;|$)/g) ?? [format];

/** True when numbers in this format are dates or times. Example: `isDateFormat('yyyy-mm-dd')`. */
export function isDateFormat(format: string): boolean {
  return tokensOf(sectionsOf(format)[0] ?? '').some((token) => token.kind === 'date');
}

/** A number as the General format shows it: at most 11 characters, no trailing zeros. */
export function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Number(exponent);
    return `${Number(mantissa)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - whole)))));
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** A moment as the parts of a date format see it. */
interface DateParts {
  readonly parts: ReturnType<typeof partsOf>;
  /** Of the whole serial number, for `[h]`, `[m]`, `[s]`. */
  readonly seconds: number;
  /** Hours go to twelve. */
  readonly half: boolean;
}

/** `[h]` `[mm]` `[s]`: time that has gone by, in one unit; null for any other part. */
function elapsed(text: string, seconds: number): string | null {
  const unit = /^\[(?:(hh?)|(m+)|(s+))\]$/.exec(text);
  if (!unit) return null;
  return pad(unit[1] ? Math.floor(seconds / 3600) : unit[2] ? Math.floor(seconds / 60) : seconds, text.length - 2);
}

function dayText(text: string, { day, weekday }: DateParts['parts']): string {
  if (text.length <= 2) return pad(day, text.length);
  return (WEEKDAYS_EN[weekday] ?? '').slice(0, text.length === 3 ? 3 : undefined);
}

function monthText(text: string, month: number): string {
  if (text.length < 3) return pad(month, text.length);
  return (MONTHS[month - 1] ?? '').slice(0, text.length === 3 ? 3 : text.length === 5 ? 1 : undefined);
}

function secondText(text: string, second: number): string {
  const whole = pad(second, text.replace(/\..*/, '').length);
  return text.includes('.') ? `${whole}.${'0'.repeat(text.length - text.indexOf('.') - 1)}` : whole;
}

function halfText(text: string, hour: number): string {
  const [morning, evening] = text === '上午/下午' ? ['上午', '下午'] : text === 'a/p' ? ['A', 'P'] : ['AM', 'PM'];
  return (hour < 12 ? morning : evening) ?? '';
}

/** One part of a date format; `beside` gives the next part to the left or right, by which `m` is minutes. */
function datePart(text: string, { parts, seconds, half }: DateParts, beside: (step: -1 | 1) => string): string {
  const gone = elapsed(text, seconds);
  if (gone !== null) return gone;
  switch (text[0]) {
    case 'y':
      return text.length > 2 ? String(parts.year) : pad(parts.year % 100, 2);
    case 'd':
      return dayText(text, parts);
    case 'h':
      return pad(half ? ((parts.hour + 11) % 12) + 1 : parts.hour, Math.min(text.length, 2));
    case 's':
      return secondText(text, parts.second);
    case 'm':
      return /h/.test(beside(-1)) || /^\[?s/.test(beside(1))
        ? pad(parts.minute, Math.min(text.length, 2))
        : monthText(text, parts.month);
  }
  if (text.startsWith('aaa')) return (text === 'aaaa' ? '星期' : '') + (WEEKDAYS_ZH[parts.weekday] ?? '');
  return halfText(text, parts.hour);
}

function dateText(tokens: readonly Token[], serial: number): string {
  const moment: DateParts = {
    parts: partsOf(serial),
    seconds: Math.round(serial * 86400),
    half: tokens.some((token) => /\/|上午/.test(token.text) && token.kind === 'date'),
  };
  const beside = (index: number, step: -1 | 1): string => {
    for (let i = index + step; i >= 0 && i < tokens.length; i += step)
      if (tokens[i]?.kind === 'date') return tokens[i]?.text ?? '';
    return '';
  };
  return tokens
    .map(({ kind, text }, index) => (kind === 'date' ? datePart(text, moment, (step) => beside(index, step)) : text))
    .join('');
}

/** Rounds half away from zero at so many decimals, the way a cell shows 2.675 as 2.68. */
function fixed(value: number, decimals: number): string {
  const shifted = Number(`${value}e${decimals}`);
  if (!Number.isFinite(shifted) || String(value).includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals);
}

function digitsText(pattern: string, value: number): string {
  const scientific = /E([+-])(0+)$/i.exec(pattern);
  const [whole = '', fraction = ''] = pattern.replace(/E[+-]0+$/i, '').split('.');
  const least = (fraction.match(/0/g) ?? []).length;
  const most = fraction.replace(/,/g, '').length;
  if (scientific) {
    const [mantissa = '', exponent = '0'] = value.toExponential(most).split('e');
    const power = Number(exponent);
    return `${mantissa}E${power < 0 ? '-' : scientific[1] === '+' ? '+' : ''}${pad(Math.abs(power), scientific[2]?.length ?? 1)}`;
  }
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const [integer = '', decimals = ''] = fixed(value / 1000 ** thousands, most).split('.');
  const minimum = (whole.match(/0/g) ?? []).length;
  const padded = (integer === '0' && minimum === 0 ? '' : integer).padStart(minimum, '0');
  const grouped = whole.replace(/,+$/, '').includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  let tail = decimals;
  while (tail.length > least && tail.endsWith('0')) tail = tail.slice(0, -1);
  return grouped + (pattern.includes('.') ? `.${tail}` : '');
}

function numberText(section: string, value: number, minus: boolean): string {
  const tokens = tokensOf(section);
  if (/[0#?]\s*\/\s*[0-9#?]/.test(section)) return (minus ? '-' : '') + generalText(value);
  if (tokens.some((token) => token.kind === 'date')) return minus ? '########' : dateText(tokens, value);
  const percent = 100 ** tokens.filter((token) => token.kind === 'literal' && token.text === '%').length;
  let first = true;
  const shown = tokens
    .map((token) => {
      if (token.kind === 'general') return generalText(value);
      if (token.kind !== 'digit') return token.kind === 'text' ? generalText(value) : token.text;
      if (!first) return '';
      first = false;
      return digitsText(token.text, value * percent);
    })
    .join('');
  return (minus ? '-' : '') + shown;
}

/** [<=8]: for which numbers a section is. */
const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The section whose condition a number meets, else the first without one; null where no section has a condition. */
function sectionFor(value: number, sections: readonly string[]): string | null {
  const conditions = sections.map((section) => CONDITION.exec(section));
  if (conditions.every((condition) => condition === null)) return null;
  const meets = (condition: RegExpExecArray | null): boolean => {
    const [, sign = '', limit = ''] = condition ?? [];
    const [less, equal] = [value < Number(limit), value === Number(limit)];
    return (less && sign.includes('<')) || (equal && sign.includes('=')) || (!less && !equal && sign.includes('>'));
  };
  const at = conditions.findIndex((condition) => condition === null || meets(condition));
  return sections[at] ?? 'General';
}

/**
 * What a cell shows. Errors are passed as their text, booleans show TRUE/FALSE.
 * Example: `formatValue(0.256, '0.0%') === '25.6%'`, `formatValue(44354, 'yyyy-mm-dd') === '2021-06-07'`.
 */
export function formatValue(value: string | number | boolean, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = sectionsOf(format);
  if (typeof value === 'string') {
    const section = sections[3] ?? (sections.length === 1 && format.includes('@') ? sections[0] : undefined);
    if (section === undefined) return value;
    return tokensOf(section)
      .map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : ''))
      .join('');
  }
  const chosen = sectionFor(value, sections);
  if (chosen !== null) return numberText(chosen, Math.abs(value), value < 0);
  const positive = sections[0] ?? 'General';
  if (/^(General|@)?$/i.test(positive) && sections.length === 1) return generalText(value);
  if (value > 0 || (value === 0 && sections[2] === undefined)) return numberText(positive, value, false);
  if (value === 0) return numberText(sections[2] ?? positive, 0, false);
  return sections[1] === undefined ? numberText(positive, -value, true) : numberText(sections[1], -value, false);
}
