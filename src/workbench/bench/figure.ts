// One line of the table of figures, and how its numbers are written.

/** One line of the table. */
export interface Figure {
  readonly work: string;
  readonly anchor: string;
  readonly aim: string;
  readonly found: string;
  /** Only where the aim is missed: why, by a profile. */
  readonly why?: string;
}

/** The reason, where the ratio is above the aim; with `profile`, where the time goes is measured and said after it. */
export const missed = (ratio: number, aim: number, why: string, profile?: () => string): Pick<Figure, 'why'> =>
  ratio > aim ? { why: profile ? `${why} By profile: ${profile()}.` : why } : {};

/** Example: `times(30, 10) === '3.0 ×'`. */
export const times = (own: number, least: number): string => `${(own / least).toFixed(own / least < 10 ? 1 : 0)} ×`;
/** Milliseconds. */
export const ms = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;
