// What an import must ask a person: each doubtful spelling once, with what it may mean.
import type { Problem } from '../core/ground/problem';

/** A unit’s name in a file that fits several units or none. */
export interface DoubtfulSpelling {
  /** As the file has it, without blanks around it. */
  readonly written: string;
  readonly choices: NonNullable<Problem['choices']>;
}

/** In order of first appearance. Example: two rows that say “教育” give one question. */
export function doubtfulSpellings(problems: readonly Problem[]): readonly DoubtfulSpelling[] {
  const found = new Map<string, DoubtfulSpelling>();
  for (const { found: raw, choices } of problems) {
    const written = raw.trim();
    if (choices && choices.length > 0 && !found.has(written)) found.set(written, { written, choices });
  }
  return [...found.values()];
}

/** The answers as the option that imports understand; earlier answers stay. Example: `answersAsWords('', { 教育: 'U36' }) === '教育=U36'`. */
export function answersAsWords(earlier: string, answers: Readonly<Record<string, string>>): string {
  const words = Object.entries(answers).map(([written, value]) => `${written.replace(/[；;\n]/g, ' ')}=${value}`);
  return [earlier, ...words].filter((piece) => piece !== '').join('；');
}
