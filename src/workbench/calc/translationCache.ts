// Remembers translated formulas as long as what they may refer to stays the same. Knows no engine.
import type { Book } from '../model/book';
import { directoryOf, translateFormula, type Directory, type Standpoint } from './translateFormula';

export interface Translator {
  /** Call before a round of translations: notices new sheets, moved tables, changed names. */
  follow(book: Book): void;
  translate(formula: string, standpoint: Standpoint): string;
}

/** Example: `const translator = createTranslator(); translator.follow(book); translator.translate('=T[a]', standpoint)`. */
export function createTranslator(): Translator {
  let fingerprint = '';
  let directory: Directory | null = null;
  let known = new Map<string, { readonly formula: string; readonly translated: string }>();
  return {
    follow(book) {
      const current = JSON.stringify([book.sheets.map(({ name, tables }) => [name, tables.map((table) => [table.name, table.range, table.columns.map((column) => column.name), table.showHeaders, table.showTotals])]), book.names]);
      if (current === fingerprint) return;
      fingerprint = current;
      directory = directoryOf(book);
      known = new Map();
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
  };
}
