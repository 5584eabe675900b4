// Remembers translated formulas as long as what they refer to stays the same. Knows no engine.
import type { Book, Sheet } from '../model/book';
import { movedBetween, thingsOf, type Moved, type Things } from './formulaMentions';
import { isRowUniform } from './rowUniform';
import { directoryOf, translateFormula, type Directory, type Standpoint } from './translateFormula';

/** Formulas in the engine’s words, kept from round to round. */
export interface Translator {
  /** Call before a round of translations: notices new sheets, moved tables, changed names. Null when there are none. */
  follow(book: Book): Moved | null;
  /** The sheet's number: it stays with the sheet, wherever it moves, and is never given again. Known after `follow`. */
  numberOf(sheet: Sheet): number;
  translate(formula: string, standpoint: Standpoint): string;
  /** Whether equal texts of this formula in one column can share one translation, moved row by row. */
  isUniform(formula: string): boolean;
}

/** Example: `const translator = createTranslator(); translator.follow(book); translator.translate('=T[a]', standpoint)`. */
export function createTranslator(): Translator {
  let things: Things | null = null;
  let directory: Directory | null = null;
  const uniform = new Map<string, boolean>();
  const known = new Map<number, Map<string, { readonly formula: string; readonly translated: string }>>();
  const numbers = new Map<string, number>(); // by the sheet's id
  const numberOf = (sheet: Sheet): number => {
    const number = numbers.get(sheet.id) ?? numbers.size;
    numbers.set(sheet.id, number);
    return number;
  };
  return {
    numberOf,
    follow(book) {
      const current = thingsOf(book, numberOf);
      const moved = movedBetween(things, current);
      things = current;
      if (moved === null) return null;
      directory = directoryOf(book, numberOf);
      for (const [number, own] of known)
        for (const [place, { formula }] of own) if (moved.affects(formula, number)) own.delete(place);
      if (moved.names) uniform.clear();
      return moved;
    },
    translate(formula, standpoint) {
      if (!directory) throw new Error('follow() comes before translate()');
      const number = numberOf(standpoint.sheet);
      const own = known.get(number) ?? new Map<string, { readonly formula: string; readonly translated: string }>();
      known.set(number, own);
      const place = `${standpoint.row},${standpoint.column}`;
      const before = own.get(place);
      if (before?.formula === formula) return before.translated;
      const translated = translateFormula(formula, directory, standpoint);
      own.set(place, { formula, translated });
      return translated;
    },
    isUniform(formula) {
      const before = uniform.get(formula);
      if (before !== undefined) return before;
      const found = isRowUniform(formula, directory?.names ?? new Map());
      uniform.set(formula, found);
      return found;
    },
  };
}
