// What formulas refer to by a name (sheets, tables, names), and which formulas may say something else once some of that is another.
// Knows no engine and no translation.
import { remembered } from '../../core/ground/remembered';
import type { Book, Sheet } from '../model/book';
import { positionOf } from '../model/cells';
import { tableShell } from './bookShell';
import { idOf } from './cellGraph';
import { formulaTokens } from './formulaTokens';

/** What a formula mentions. */
interface Mentions {
  /** Names and tables in lower case, sheets with "!" behind. Functions and cell addresses are among them: nothing is called so. */
  readonly words: ReadonlySet<string>;
  /** It has brackets without a table before them, which mean the table that the formula stands in. */
  readonly ownTable: boolean;
}

/** What may be mentioned in a book, each with a text that is another as soon as anything of it changes. */
export interface Things {
  readonly words: ReadonlyMap<string, string>; // as in Mentions
  readonly tablesOn: ReadonlyMap<number, string>; // by the sheet's number
  readonly names: ReadonlyMap<string, string>; // lower-case name → formula with "="
}

/** What is another than before. */
export interface Moved {
  /** Whether a formula on the sheet with this number may say something else. */
  affects(formula: string, sheet: number): boolean;
  /** A name came, went, or stands for something else. */
  readonly names: boolean;
}

/** So many formulas are looked at once. */
const REMEMBERED = 5_000;

/** Example: a table T on the first sheet is the word "t", and part of what is on sheet 0. */
export function thingsOf(book: Book, numberOf: (sheet: Sheet) => number): Things {
  const words = new Map<string, string>();
  const tablesOn = new Map<number, string>();
  const add = (word: string, look: string): void => void words.set(word, `${words.get(word) ?? ''}\n${look}`);
  for (const sheet of book.sheets) {
    const number = numberOf(sheet);
    add(`${sheet.name.toLowerCase()}!`, String(number));
    const looks = sheet.tables.map((table) => JSON.stringify(tableShell(table)));
    sheet.tables.forEach(({ name }, at) => add(name.toLowerCase(), `${number} ${looks[at] ?? ''}`));
    tablesOn.set(number, looks.join('\n'));
  }
  const names = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  for (const [name, formula] of names) add(name, `= ${formula}`);
  return { words, tablesOn, names };
}

/** What the formula itself mentions, without what its names stand for. Example: `mentionsOf('=SUM(T[a])').words` has "sum" and "t". */
const mentionsOf: (formula: string) => Mentions = remembered(REMEMBERED, (formula) => {
  const tokens = formulaTokens(formula);
  const words = new Set<string>();
  let ownTable = false;
  tokens.forEach(({ kind, text, sheet }, at) => {
    if (kind === 'word') words.add(text.toLowerCase());
    else if (kind === 'sheet') words.add(`${(sheet ?? '').toLowerCase()}!`);
    // After a sheet the word belongs to it, and the brackets stand alone.
    else if (kind === 'brackets') ownTable ||= tokens[at - 1]?.kind !== 'word' || tokens[at - 2]?.kind === 'sheet';
  });
  return { words, ownTable };
});

const others = <Key>(one: ReadonlyMap<Key, string>, other: ReadonlyMap<Key, string>): Set<Key> =>
  new Set([...one, ...other].flatMap(([key]) => (one.get(key) === other.get(key) ? [] : [key])));

/** Null when everything is as it was. `before` null: nothing was known, everything is affected. */
export function movedBetween(before: Things | null, now: Things): Moved | null {
  if (before === null) return { affects: () => true, names: true };
  const words = others(before.words, now.words);
  const sheets = others(before.tablesOn, now.tablesOn);
  if (words.size === 0 && sheets.size === 0) return null;
  // A name says what its formula does: it moves with whatever that mentions, and may mean the table around whoever says it.
  const ownTable = new Set<string>();
  for (let known = -1; known < words.size + ownTable.size;) {
    known = words.size + ownTable.size;
    for (const [name, formula] of now.names) {
      const mentioned = mentionsOf(formula);
      if ([...mentioned.words].some((word) => words.has(word))) words.add(name);
      if (mentioned.ownTable || [...mentioned.words].some((word) => ownTable.has(word))) ownTable.add(name);
    }
  }
  const answerOf = remembered(REMEMBERED, (formula) => {
    const mentioned = mentionsOf(formula);
    const all = [...mentioned.words];
    return {
      everywhere: all.some((word) => words.has(word)),
      byTable: mentioned.ownTable || all.some((word) => ownTable.has(word)),
    };
  });
  return {
    names: others(before.names, now.names).size > 0,
    affects(formula, sheet) {
      const { everywhere, byTable } = answerOf(formula);
      return everywhere || (byTable && sheets.has(sheet));
    },
  };
}

/** The cells, by `idOf`, whose formula may say something else since that moved. */
export function formulasOf(book: Book, moved: Moved, numberOf: (sheet: Sheet) => number): number[] {
  return book.sheets.flatMap((sheet) => {
    const number = numberOf(sheet);
    const found: number[] = [];
    for (const [key, { formula }] of sheet.cells) {
      if (formula === undefined || !moved.affects(formula, number)) continue;
      found.push(idOf(number, ...positionOf(key)));
    }
    return found;
  });
}
