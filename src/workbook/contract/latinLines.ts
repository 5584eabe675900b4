// In how many lines text in Latin letters stands, whose words no program breaks. Knows no sheet.

/** Ems of letters in the widest type without serifs that pages are printed in; programs that fall back to it take columns for 6 % wider. */
function emsOfLetter(letter: string): number {
  if (/[ijlIJ .,'|!]/.test(letter)) return 0.3;
  if (/[frt:;()/\-"’“”]/.test(letter)) return 0.39;
  if (/[mwMW%@]/.test(letter)) return 0.89;
  return /[A-Z&]/.test(letter) ? 0.66 : 0.59;
}

/** Ems of words and of the blank between them in a type. */
interface Type {
  readonly blank: number;
  readonly word: (word: string) => number;
}

/** The widest without serifs, and Chinese types, which set every Latin letter half as wide as a sign. */
const TYPES: readonly Type[] = [
  { blank: 0.3, word: (word) => Array.from(word).reduce((sum, letter) => sum + emsOfLetter(letter), 0) },
  { blank: 0.5, word: (word) => Array.from(word).length / 2 },
];

/** True for text in which no sign is as wide as a Chinese one. */
export const isLatin = (text: string): boolean => /^[\u0000-\u2044]*$/.test(text);

function linesIn({ blank, word }: Type, text: string, ems: number): number {
  let [lines, used] = [1, 0];
  for (const each of text.split(' ')) {
    const wide = word(each);
    if (used > 0 && used + blank + wide > ems) [lines, used] = [lines + 1, 0];
    else if (used > 0) used += blank;
    // A word that is longer than a line goes on in the next ones.
    const more = Math.max(0, Math.ceil((used + wide) / Math.max(ems, 1)) - 1);
    lines += more;
    used += wide - more * ems;
  }
  return lines;
}

/** Lines in a width in ems, in whatever type it is printed. Example: “Community recovery” takes two in ten ems. */
export const latinLines = (text: string, ems: number): number =>
  Math.max(...TYPES.map((type) => linesIn(type, text, ems)));
