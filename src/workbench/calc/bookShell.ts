// What formulas see of a book besides its cells: sheets, tables, names. Knows no engine.
import type { Book, Table } from '../model/book';

/** What formulas see of a table besides its cells. */
export const tableShell = ({ name, range, columns, showHeaders, showTotals }: Table): readonly unknown[] => [
  name,
  range,
  columns.map((column) => column.name),
  showHeaders,
  showTotals,
];

/** As text, another one as soon as anything of it changes. */
export const bookShell = ({ sheets, names }: Book): string =>
  JSON.stringify([names, sheets.map(({ id, name, tables }) => [id, name, tables.map(tableShell)])]);
