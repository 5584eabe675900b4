// A time of day as people write it. Knows no date; 24 o'clock is left for the caller to carry over.

interface TimeOfDay {
  /** 0–24; 24 only with 0 minutes and 0 seconds: the end of the day. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

type HourRule = (hour: number) => number | null;

const within = (hour: number, from: number, to: number): boolean => hour >= from && hour <= to;

/** Hours already on the 24-hour clock stay when they fit the part of the day; null = the word contradicts the hour. */
/** Clocks that say 上午 and 下午 for AM and PM go on to 下午11点. */
const afternoon: HourRule = (hour) => (within(hour, 12, 23) ? hour : within(hour, 1, 11) ? hour + 12 : null);
const evening: HourRule = (hour) => (within(hour, 17, 24) ? hour : within(hour, 5, 12) ? hour + 12 : null);
const morning: HourRule = (hour) => (within(hour, 0, 11) ? hour : null);

const PART_OF_DAY: Readonly<Record<string, HourRule>> = {
  凌晨: (hour) => (hour === 12 ? 0 : within(hour, 0, 6) ? hour : null),
  清晨: morning,
  清早: morning,
  早晨: morning,
  早间: morning,
  早上: morning,
  上午: morning,
  午前: morning,
  中午: (hour) => (within(hour, 11, 14) ? hour : within(hour, 1, 2) ? hour + 12 : null),
  下午: afternoon,
  午后: afternoon,
  傍晚: (hour) => (within(hour, 16, 20) ? hour : within(hour, 4, 8) ? hour + 12 : null),
  晚上: evening,
  晚间: evening,
  夜里: evening,
  夜间: evening,
  夜晚: evening,
  深夜: evening,
  晚: evening,
  早: morning,
  当晚: evening,
  正午: (hour) => (within(hour, 11, 13) ? hour : null),
  am: (hour) => (hour === 12 ? 0 : within(hour, 1, 11) ? hour : null),
  pm: (hour) => (hour === 12 ? 12 : within(hour, 1, 11) ? hour + 12 : null),
};

const WORDS = Object.keys(PART_OF_DAY)
  .filter((word) => !/[a-z]/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');
const CLOCK = new RegExp(
  `^(?<word>${WORDS}|[ap]m)?\\s*(?<h>\\d{1,2})(?::(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,]\\d{1,7})?)?分?|\\.(?<dotted>\\d{2}))\\s*(?<ampm>[ap]\\.?m\\.?)?$`,
  'i',
);
const SPOKEN = new RegExp(
  `^(?<word>${WORDS})?\\s*(?<h>\\d{1,2})\\s*[点时](?:(?<whole>[整钟]?)|(?<half>半)|(?<quarter>[13])刻|(?<m>\\d{1,2})分?(?:(?<s>\\d{1,2})秒)?)$`,
);

/**
 * Reads `18:00`, `18.00`, `18:00:59`, `下午6:00`, `6:00 PM`, `18点`, `18时30分`, `下午4点半`, `晚上8点一刻` (folded: half-width, digits).
 * Fractions of a second are left off. Null when it is no time of day, when the hour contradicts its word (上午14点) or when the word leaves it open (晚上1点).
 * Example: `readTimeOfDay('下午6点00分')` is 18:00:00.
 */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const groups = (CLOCK.exec(text) ?? SPOKEN.exec(text))?.groups;
  if (!groups) return null;
  if (groups.word && groups.ampm) return null;
  const word = (groups.word ?? groups.ampm)?.toLowerCase().replace(/\./g, '');
  const written = Number(groups.h);
  const hour = word ? (PART_OF_DAY[word]?.(written) ?? null) : written;
  if (hour === null) return null;
  const minute = groups.half
    ? 30
    : groups.quarter
      ? Number(groups.quarter) * 15
      : Number(groups.m ?? groups.dotted ?? 0);
  const second = Number(groups.s ?? 0);
  if (minute > 59 || second > 59) return null;
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return null;
  return { hour, minute, second };
}
