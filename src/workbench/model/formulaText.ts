// Rewrites the references in formula texts: cells that move, sheets, tables and columns that get another name or disappear.
// Works on text alone; who calls it knows which formulas of the book are meant.
import { columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS, quoteSheet } from './address';
import { formulaPieces, type FormulaPiece } from './formulaPieces';
import { columnsNamed } from './structuredColumns';

const prefixOf = (sheet: string | undefined): string => (sheet === undefined ? '' : `${quoteSheet(sheet)}!`);

/** The text of a formula that was taken apart. */
export function printPieces(pieces: readonly FormulaPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'plain') return piece.text;
      if (piece.kind === 'structured') return `${piece.table}[${piece.inner}]`;
      return prefixOf(piece.sheet) + piece.text;
    })
    .join('');
}

/** Changes each piece by `change`; gives the very same string back when nothing changed, so that texts are not re-quoted needlessly. */
export function rewrite(formula: string, change: (piece: FormulaPiece) => FormulaPiece): string {
  let changed = false;
  const pieces = formulaPieces(formula).map((piece) => {
    const next = change(piece);
    if (next !== piece) changed = true;
    return next;
  });
  return changed ? printPieces(pieces) : formula;
}

/** As Excel compares names of sheets, tables and columns: the case does not count. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A quick look that spares most formulas the cutting. */
const mentions = (formula: string, name: string): boolean =>
  formula.toLowerCase().includes(name.toLowerCase().replace(/'/g, "''"));

/** The formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return rewrite(formula, (piece) =>
    (piece.kind === 'cells' || piece.kind === 'name') && piece.sheet !== undefined && sameName(piece.sheet, from)
      ? { ...piece, sheet: to }
      : piece,
  );
}

/** What a formula becomes when the sheet it refers to is gone. */
export function forgetSheetIn(formula: string, sheet: string): string {
  if (!mentions(formula, sheet)) return formula;
  return rewrite(formula, (piece) =>
    (piece.kind === 'cells' || piece.kind === 'name') && piece.sheet !== undefined && sameName(piece.sheet, sheet)
      ? { kind: 'plain', text: '#REF!' }
      : piece,
  );
}

/** The formula after a table got another name. */
export function renameTableIn(formula: string, from: string, to: string): string {
  if (!mentions(formula, from)) return formula;
  return rewrite(formula, (piece) => {
    if (piece.kind === 'structured' && sameName(piece.table, from)) return { ...piece, table: to };
    if (piece.kind === 'name' && piece.sheet === undefined && sameName(piece.text, from)) return { ...piece, text: to };
    return piece;
  });
}

/** The formula after a table is gone: #REF! where it was named. */
export function forgetTableIn(formula: string, table: string): string {
  if (!mentions(formula, table)) return formula;
  return rewrite(formula, (piece) =>
    (piece.kind === 'structured' && sameName(piece.table, table)) ||
    (piece.kind === 'name' && piece.sheet === undefined && sameName(piece.text, table))
      ? { kind: 'plain', text: '#REF!' }
      : piece,
  );
}

/** What a formula becomes when columns of a table are gone. `inTable`: the formula stands in the table and may leave its name out. */
export function forgetColumnsIn(formula: string, table: string, columns: readonly string[], inTable: boolean): string {
  return rewrite(formula, (piece) => {
    if (piece.kind !== 'structured' || !(piece.table === '' ? inTable : sameName(piece.table, table))) return piece;
    const lost = columnsNamed(piece.inner).some((name) => columns.some((column) => sameName(column, name)));
    return lost ? { kind: 'plain', text: '#REF!' } : piece;
  });
}

const CORNER = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})/g;

/** Moves the relative parts of all references, as copying a formula does; what leaves the sheet becomes #REF!. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moveColumn = (fixed: string, letters: string): string | null => {
    const column = columnNumber(letters) + (fixed ? 0 : columns);
    return column < 0 || column >= MAX_COLUMNS ? null : fixed + columnLetters(column);
  };
  const moveRow = (fixed: string, digits: string): string | null => {
    const row = Number(digits) + (fixed ? 0 : rows);
    return row < 1 || row > MAX_ROWS ? null : fixed + row;
  };
  return rewrite(formula, (piece) => {
    if (piece.kind !== 'cells') return piece;
    let lost = false;
    const keep = (text: string | null): string => {
      if (text === null) lost = true;
      return text ?? '';
    };
    let text: string;
    if (/^\$?[A-Za-z]+:/.test(piece.text))
      text = piece.text.replace(/(\$?)([A-Za-z]+)/g, (_all, d: string, l: string) => keep(moveColumn(d, l)));
    else if (/^\$?\d/.test(piece.text))
      text = piece.text.replace(/(\$?)(\d+)/g, (_all, d: string, n: string) => keep(moveRow(d, n)));
    else
      text = piece.text.replace(
        CORNER,
        (_all, d1: string, l: string, d2: string, n: string) => keep(moveColumn(d1, l)) + keep(moveRow(d2, n)),
      );
    if (lost) return { kind: 'plain', text: '#REF!' };
    return text === piece.text ? piece : { ...piece, text };
  });
}
