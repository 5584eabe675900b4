// What formulas see of a book besides its cells: sheets, tables, names. Knows no engine.
import type { Book } from '../model/book';

/** As text, another one as soon as anything of it changes. */
export const bookShell = ({ sheets, names }: Book): string =>
  JSON.stringify([
    names,
    sheets.map(({ id, name, tables }) => [
      id,
      name,
      tables.map((table) => [
        table.name,
        table.range,
        table.columns.map((column) => column.name),
        table.showHeaders,
        table.showTotals,
      ]),
    ]),
  ]);
