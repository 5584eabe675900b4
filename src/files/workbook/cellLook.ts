// What a number looks like under its format: a date, a percentage, a code such as A-007. Knows no cell's meaning.
import type { CellLook, ImportedCell } from '../../core/import/sheetRows';

/** The part of the workbook library that knows number formats. */
export interface Formatter {
  format(format: string, value: number): string;
  is_date(format: string): boolean;
}

type FormatKind = 'plain' | 'date' | 'percent' | 'written';

/** Colours, conditions, currency and padding say nothing about the value. */
function bare(format: string): string {
  return (format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '').replace(/[_*]./g, '');
}

/** 'written': letters or leading zeros belong to what is shown, as in "A-"000 or 0000. */
export function formatKind(format: string, isDate: (format: string) => boolean): FormatKind {
  if (format === '' || /^general$/i.test(format) || format === '@') return 'plain';
  if (isDate(format)) return 'date';
  const shown = bare(format);
  if (shown.includes('%')) return 'percent';
  if (/"[^"]*[\p{L}\p{N}][^"]*"|\\[\p{L}]/u.test(shown)) return 'written';
  return /^0{2,}$/.test(shown) ? 'written' : 'plain';
}

/** False where the format rounds: then the number itself is what somebody typed. */
const saysAll = (shown: string, value: number): boolean =>
  Number(/\d+(?:\.\d+)?(?!.*\d)/.exec(shown)?.[0] ?? Number.NaN) === Math.abs(value);

/** Looks are shared: a column of dates has many cells and few looks. */
const PERCENT: CellLook = { kind: 'percent' };

/**
 * The value to read and how it looked. Dates stay serial numbers; percentages and codes become the text that was seen.
 * Example: 7 under `"A-"000` is `A-007`; 0.9 under `0%` is `90%`.
 */
export function asSeen(
  value: number,
  format: string,
  kind: FormatKind,
  formatter: Formatter,
): { readonly value: ImportedCell; readonly look?: CellLook } {
  if (kind === 'plain') return { value };
  const shown = shownText(value, format, formatter);
  if (kind === 'date') return { value, look: { kind: 'date', shown: shown ?? String(value) } };
  if (shown === null) return { value };
  if (kind === 'percent') return { value: shown, look: PERCENT };
  return saysAll(shown, value) ? { value: shown } : { value };
}

function shownText(value: number, format: string, formatter: Formatter): string | null {
  try {
    return formatter.format(format, value).trim();
  } catch {
    return null;
  }
}
