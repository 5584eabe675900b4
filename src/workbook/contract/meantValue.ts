// What a cell that cannot be read means, where it can mean one thing only: a day and an hour in other spellings, a number with its counting word,
// a label with blanks or stops around it or in other words, an id with blanks. Never guesses; knows no table.
import { parseMoment } from '../../core/time/parseMoment';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { Language } from '../../core/ground/text';
import { cellCodeOf, isMomentSerial } from './cellFormulas';
import { labelOf } from './labels';
import type { CodeOf, LabelSet } from './labels';
import { meantByOtherWords } from './otherWords';
import type { CellValue } from './snapshot';
import type { ColumnSpec } from './spec';

/** The campaign's year, for days that name none, and the workbook's language. */
export interface Meaning {
  readonly year: number;
  readonly language: Language;
}

const plain = (value: CellValue): string => String(value).normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Stops, quotes and brackets that come along when a word is copied out of a sentence. */
const AROUND = /^[\s。．.、，,;；:：!！"“”'‘’()（）[\]【】]+|[\s。．.、，,;；:：!！"“”'‘’()（）[\]【】]+$/gu;

const WHOLE = /^(\d{1,6})(?:\.0+)? ?(?:份|件|篇|个|名|位|家|项|人|组|次|天|元|年|分钟)?$/u;
const DECIMAL = /^(\d{1,6}(?:\.\d+)?) ?分?$/u;

/** A day and an hour in the text; null where one of them is not said. */
export function meantMoment(value: CellValue, { year }: Meaning): number | null {
  if (typeof value !== 'string') return null;
  const parsed = parseMoment(value, year);
  const serial = parsed.kind === 'moment' ? serialFromWallTime(parsed.time) : null;
  return serial !== null && isMomentSerial(serial) ? serial : null;
}

/** A day without an hour; null where an hour is said too, which a day cannot hold. */
export function meantDay(value: CellValue, { year }: Meaning): number | null {
  if (typeof value !== 'string' || parseMoment(value, year).kind === 'moment') return null;
  return meantMoment(`${value.trim()} 00:00`, { year, language: 'zh' });
}

/** A whole number with or without its counting word, within the limits; null for anything else. Example: `meantWhole('3份') === 3`. */
export function meantWhole(value: CellValue, min = 0, max = Infinity): number | null {
  const found = typeof value === 'string' ? WHOLE.exec(plain(value)) : null;
  const number = found ? Number(found[1]) : null;
  return number !== null && number >= min && number <= max ? number : null;
}

function meantDecimal(value: CellValue, min = 0, max = Infinity): number | null {
  const found = typeof value === 'string' ? DECIMAL.exec(plain(value)) : null;
  const number = found ? Number(found[1]) : null;
  return number !== null && number >= min && number <= max ? number : null;
}

/** How people say yes and no besides; a bare x means either. */
const TICKS = { yes: '√✓✔☑Y1对', no: '×✗✘✕☒N0' } as const;

function tickOf(word: string): 'yes' | 'no' | null {
  const sign = word.toUpperCase();
  if (sign === 'TRUE' || sign === 'FALSE') return sign === 'TRUE' ? 'yes' : 'no';
  const isOne = [...sign].length === 1;
  return isOne && TICKS.yes.includes(sign) ? 'yes' : isOne && TICKS.no.includes(sign) ? 'no' : null;
}

/** The label as it should be written; `headers`: what stands above the column. Null when it is written so, or is none. */
export function meantLabel<S extends LabelSet>(
  value: CellValue,
  set: S,
  language: Language,
  headers: readonly string[] = [],
): string | null {
  const written = String(value);
  const bare = plain(value).replace(AROUND, '');
  const code: CodeOf<S> | null =
    cellCodeOf(set, written) ?? cellCodeOf(set, bare) ?? meantByOtherWords(set, bare, headers);
  const tick = code === null && set === 'yesNo' ? tickOf(plain(value)) : null;
  if (tick !== null) return labelOf('yesNo', tick, language);
  if (code === null) return null;
  const labels: readonly string[] = [labelOf(set, code, 'zh'), labelOf(set, code, 'en')];
  return labels.includes(written) ? null : labelOf(set, code, language);
}

/** The id without the blanks around it, with which no formula finds it; null when there are none. Example: `meantId('T1 ') === 'T1'`. */
function meantId(value: CellValue): string | null {
  const id = String(value).trim();
  return typeof value === 'string' && id !== '' && id !== value ? id : null;
}

/** What belongs into a cell of the column; null when it is right as it is, or when nobody can tell. */
export function meantValue(column: ColumnSpec, value: CellValue, meaning: Meaning): CellValue | null {
  if (value === '' || !column.input || column.formula) return null;
  if (column.labels) return meantLabel(value, column.labels, meaning.language, Object.values(column.header));
  const [min, max] = column.limits ?? [0, Infinity];
  if (column.type === 'id') return meantId(value);
  if (column.type === 'moment') return meantMoment(value, meaning);
  if (column.type === 'date') return meantDay(value, meaning);
  if (column.type === 'integer') return meantWhole(value, min, max);
  return column.type === 'decimal' ? meantDecimal(value, min, max) : null;
}
