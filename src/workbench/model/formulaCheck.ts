// Says whether Excel would take a formula: brackets and quotes closed, tables, columns and sheets known, limits kept. It computes nothing.
import type { Book, Table } from './book';
import { limitFault } from './formulaLimits';
import { formulaPieces } from './formulaPieces';
import { sameName } from './formulaText';
import { columnsNamed } from './structuredColumns';

/** By name on any sheet, whatever the case, as Excel compares names. */
export function findTable(book: Book, name: string): Table | undefined {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((candidate) => sameName(candidate.name, name));
    if (table) return table;
  }
  return undefined;
}

function balanceFault(plain: string): string | null {
  let depth = 0;
  for (const char of plain) {
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) return 'a closing bracket has no opening one';
  }
  return depth > 0 ? 'a bracket is not closed' : null;
}

/**
 * Null when the formula can stand in a cell; else what is wrong with it. `own` is the table the cell stands in, for `[@column]`.
 * Unknown names are no fault: Excel takes them and shows #NAME?.
 */
export function formulaFault(book: Book, formula: string, own: Table | undefined): string | null {
  const pieces = formulaPieces(formula.slice(1));
  let plain = '';
  for (const piece of pieces) {
    if (piece.kind === 'plain') {
      plain += piece.text.replace(/"(?:[^"]|"")*"/g, '""');
    } else if (piece.kind === 'structured') {
      const table = piece.table === '' ? own : findTable(book, piece.table);
      if (!table)
        return piece.table === ''
          ? 'a column without a table outside of any table'
          : `there is no table ${piece.table}`;
      const missing = columnsNamed(piece.inner).find(
        (name) => !table.columns.some((column) => sameName(column.name, name)),
      );
      if (missing !== undefined) return `table ${table.name} has no column ${missing}`;
      plain += 'x';
    } else {
      const name = piece.sheet;
      if (name !== undefined && !book.sheets.some((sheet) => sameName(sheet.name, name)))
        return `there is no sheet ${name}`;
      plain += 'x';
    }
  }
  if (plain.trim() === '') return 'it is empty';
  if ((plain.match(/"/g) ?? []).length % 2 === 1) return 'a text is not closed';
  const strange = /[^\p{L}\p{N}\s_.\\?"()+\-*/^&=<>,;:{}%!@#$[\]]/u.exec(plain);
  if (strange) return `the character ${strange[0]} has no meaning there`;
  if (/[[\]]/.test(plain)) return 'a square bracket is not closed';
  if (/[+\-*/^&=<>,]\s*$/.test(plain.replace(/""/g, 'x'))) return 'it ends in an operator';
  if (/[+\-*/^&]\s*[*/^&,)]/.test(plain)) return 'an operand is missing';
  return balanceFault(plain) ?? limitFault(formula);
}
