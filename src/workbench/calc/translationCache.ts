// Remembers translated formulas as long as what they may refer to stays the same. Knows no engine.
import type { Book, Sheet } from '../model/book';
import { bookShell } from './bookShell';
import { isRowUniform } from './rowUniform';
import { directoryOf, translateFormula, type Directory, type Standpoint } from './translateFormula';

/** Formulas in the engine’s words, kept from round to round. */
export interface Translator {
  /** Call before a round of translations: notices new sheets, moved tables, changed names. True when there are any. */
  follow(book: Book): boolean;
  /** The sheet's number: it stays with the sheet, wherever it moves, and is never given again. Known after `follow`. */
  numberOf(sheet: Sheet): number;
  translate(formula: string, standpoint: Standpoint): string;
  /** Whether equal texts of this formula in one column can share one translation, moved row by row. */
  isUniform(formula: string): boolean;
}

/** Example: `const translator = createTranslator(); translator.follow(book); translator.translate('=T[a]', standpoint)`. */
export function createTranslator(): Translator {
  let fingerprint = '';
  let directory: Directory | null = null;
  let uniform = new Map<string, boolean>();
  let known = new Map<string, { readonly formula: string; readonly translated: string }>();
  const numbers = new Map<string, number>(); // by the sheet's id
  const numberOf = (sheet: Sheet): number => {
    const number = numbers.get(sheet.id) ?? numbers.size;
    numbers.set(sheet.id, number);
    return number;
  };
  return {
    numberOf,
    follow(book) {
      const current = bookShell(book);
      if (current === fingerprint) return false;
      fingerprint = current;
      directory = directoryOf(book, numberOf);
      known = new Map();
      uniform = new Map();
      return true;
    },
    translate(formula, standpoint) {
      if (!directory) throw new Error('follow() comes before translate()');
      const key = `${standpoint.sheet.name}!${standpoint.row},${standpoint.column}`;
      const before = known.get(key);
      if (before?.formula === formula) return before.translated;
      const translated = translateFormula(formula, directory, standpoint);
      known.set(key, { formula, translated });
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
