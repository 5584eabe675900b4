// How wide the words of a Latin script are, which no program should break in the middle, and the type in which heads keep them whole. Knows no sheet.
import type { Language } from '../../core/ground/text';
import { labelsOf } from './labels';
import { columnPoints } from './pageLines';
import type { ColumnSpec } from './spec';

/** Left and right padding of a cell, points, and what programs count differently. */
const PADDING = 5;

/** Ems of a letter in a bold type without serifs, which are the widest that offices print with. */
function emsOfLetter(letter: string): number {
  if (/[fijlrt.,:;'’()|]/.test(letter)) return 0.46;
  if (/[mwMW%]/.test(letter)) return 1.02;
  return /[A-Z0-9]/.test(letter) ? 0.76 : 0.69;
}

/** Ems of the blank between two words. */
const BLANK = 0.35;

const emsOfHead = (words: string): number =>
  Array.from(words).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2000 ? 1 : emsOfLetter(one)), 0);

/** Words that stay on one line: they end at blanks, behind hyphens and slashes, and at Chinese signs. */
function wordsIn(text: string): string[] {
  return text.match(/[A-Za-z0-9À-ɏ.,:;'’()%]+[-/–]?/g) ?? [];
}

/** Ems of the longest word. Example: `longestWord('Award storyteller') > longestWord('Award')`. */
function longestWord(text: string): number {
  return Math.max(0, ...wordsIn(text).map(emsOfHead));
}

/** Lines of a head whose words stay whole. Example: “Contemporary feel (10)” takes three in a column for its first word. */
export function headLines(text: string, characters: number, size: number): number {
  const room = (columnPoints(characters) - PADDING) / size;
  return text.split('\n').reduce((sum, piece) => {
    let [lines, used] = [1, 0];
    for (const word of piece.split(' ')) {
      const ems = emsOfHead(word);
      if (used > 0 && used + BLANK + ems > room) [lines, used] = [lines + 1, ems];
      else used += ems + (used > 0 ? BLANK : 0);
    }
    return sum + Math.max(lines, Math.ceil(emsOfHead(piece) / room));
  }, 0);
}

/** Points of type in which no word of the text is broken in a column of so many characters. */
function unbrokenSize(text: string, characters: number): number {
  const ems = longestWord(text);
  return ems === 0 ? Infinity : (columnPoints(characters) - PADDING) / ems;
}

/**
 * The type of a row of heads: as they are set, or as much smaller as the longest word wants, by half points.
 * Example: `headSize([['Storyteller', 10]], 14, 8) === 10`.
 */
export function headSize(
  heads: readonly (readonly [words: string, characters: number])[],
  size: number,
  least: number,
): number {
  const fits = Math.min(size, ...heads.map(([words, characters]) => unbrokenSize(words, characters)));
  return Math.max(least, Math.floor(fits * 2) / 2);
}

/** Labels stand in a lighter type than heads. */
const LIGHT = 0.92;

/** Ems of the longest run of Latin words and the blanks between them: what is chosen from a list is not wrapped. Example: all of “Under review”. */
function longestRun(text: string): number {
  const runs = text.match(/[A-Za-z0-9À-ɏ.,:;'’()%]+(?: [A-Za-z0-9À-ɏ.,:;'’()%]+)*/g) ?? [];
  return Math.max(0, ...runs.map((run) => run.split(' ').reduce((sum, word) => sum + emsOfHead(word) + BLANK, -BLANK)));
}

/** Characters of a column for so many ems at that size. */
const charactersOf = (ems: number, size: number): number => (ems === 0 ? 0 : ((ems * size + PADDING) / 0.75 - 5) / 7);

/** Characters of a column in which a text's words stay whole at that size. */
export function charactersFor(text: string, size: number): number {
  return charactersOf(longestWord(text), size);
}

/**
 * Characters of a table's column in that language: its own width, or more where a word of its header would break, or what it may say would be cut.
 * Example: a column 8 wide with the header “Overdue” gets 10.
 */
export function columnWidth(
  { header, width, labels, shows = labels }: Pick<ColumnSpec, 'header' | 'width' | 'labels' | 'shows'>,
  language: Language,
  size: number,
): number {
  const words = shows ? labelsOf(shows, language).map((label) => charactersOf(longestRun(label), size * LIGHT)) : [];
  return Math.max(width, Math.ceil(2 * Math.max(charactersFor(header[language], size), ...words)) / 2);
}
