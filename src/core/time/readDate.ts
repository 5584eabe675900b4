// The date at the beginning of a text, in the spellings of Chinese offices and their programs. Knows no time of day.

/** A date as it was written; what was not written is assumed and said. */
export interface DateParts {
  readonly year: number;
  /** 1 to 12 where the date is sound: whether there is such a day is not checked. */
  readonly month: number;
  readonly day: number;
  /** True when the year (or its century) was not written and is the campaign's. */
  readonly yearAssumed: boolean;
  /** What follows the date. */
  readonly rest: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** Groups y, m (number or English name) and d. The year may be absent. Without 日 the day is not followed by more of a number. */
const END = '(?![\\d./-])';
const SPELLINGS: readonly RegExp[] = [
  new RegExp(`^(?<y>\\d{4}|\\d{2})年(?<m>\\d{1,2})月(?<d>\\d{1,2})(?:[日号]|${END})`),
  new RegExp(`^(?<m>\\d{1,2})[./](?<d>\\d{1,2})[日号]`),
  new RegExp(`^(?<m>\\d{1,2})月(?<d>\\d{1,2})(?:[日号]|${END})`),
  new RegExp(`^(?<y>\\d{4}|\\d{2})(?<s>[-./])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})${END}`),
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?!\d)/,
  new RegExp(`^(?<m>\\d{1,2})[-./](?<d>\\d{1,2})${END}`),
  new RegExp(`^(?<d>\\d{1,2}) ${MONTH_NAME.replace('(', '(?<m>')},?(?: (?<y>\\d{4}))?(?!\\d)`, 'i'),
  new RegExp(`^${MONTH_NAME.replace('(', '(?<m>')} (?<d>\\d{1,2})(?:, ?(?<y>\\d{4}))?(?!\\d)`, 'i'),
];

/** 2021 · 21 for a campaign of 2021 · nothing. Any other two digits could be a day or a month: null. */
function readYear(written: string | undefined, campaignYear: number): { year: number; yearAssumed: boolean } | null {
  if (written === undefined) return { year: campaignYear, yearAssumed: true };
  if (written.length === 4) return { year: Number(written), yearAssumed: false };
  return Number(written) === campaignYear % 100 ? { year: campaignYear, yearAssumed: true } : null;
}

function readMonth(written: string): number {
  const name = MONTHS.indexOf(written.toLowerCase());
  return name >= 0 ? name + 1 : Number(written);
}

/**
 * Reads the date that the text begins with; null when it begins with none. Whether such a day exists is not checked.
 * The text is folded already: half-width, no weekday, digits instead of Chinese numerals.
 * Example: `readDate('6月7日 17:30', 2021)` is 7 June 2021, year assumed, rest '17:30'.
 */
export function readDate(text: string, campaignYear: number): DateParts | null {
  for (const spelling of SPELLINGS) {
    const found = spelling.exec(text);
    if (!found?.groups) continue;
    const { y, m, d } = found.groups;
    const year = readYear(y, campaignYear);
    if (!year || m === undefined || d === undefined) continue;
    const rest = text
      .slice(found[0].length)
      .replace(/^(?:t(?=\d)|,|\s)+/i, '')
      .trim();
    return { ...year, month: readMonth(m), day: Number(d), rest };
  }
  return null;
}
