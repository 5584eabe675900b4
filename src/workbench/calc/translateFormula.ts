// A formula as people write it → plain A1 that a formula engine takes: tables and names are put in, the clock becomes a number.
// Knows the book; knows no engine.
import type { Book, Range, Sheet, Table } from '../model/book';
import { a1 } from './a1';
import { formulaTokens, type Token } from './formulaTokens';
import { structuredRange } from './structuredReferences';

export interface Directory {
  /** The name that the engine knows a sheet by: plain ASCII, so that no quoting can go wrong. */
  readonly aliasOf: ReadonlyMap<string, string>; // by lower-case sheet name
  readonly tables: ReadonlyMap<string, { readonly table: Table; readonly alias: string }>; // by lower-case table name
  readonly names: ReadonlyMap<string, string>; // lower-case name → formula with "="
}

export interface Standpoint {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** Excel serial that NOW() gives; TODAY() is its whole part. */
  readonly now: number;
}

/** Lists what formulas may refer to. Do it once a book: it is the costly part. */
export function directoryOf(book: Book): Directory {
  const aliasOf = new Map(book.sheets.map((sheet, index) => [sheet.name.toLowerCase(), sheetAlias(index)]));
  const tables = new Map(
    book.sheets.flatMap((sheet, index) => sheet.tables.map((table) => [table.name.toLowerCase(), { table, alias: sheetAlias(index) }] as const)),
  );
  return { aliasOf, tables, names: new Map(book.names.map((name) => [name.name.toLowerCase(), name.formula])) };
}

/** The engine's name of the book's sheet at this index. */
export const sheetAlias = (index: number): string => `sheet_${index + 1}`;

/**
 * Translates one formula (with "="). What cannot be resolved becomes the error value that Excel would show (#REF!, #NAME?, #VALUE!).
 * Example: with table T at A1:A3 of the first sheet, `=SUM(T[x])` becomes `=SUM(sheet_1!$A$2:$A$3)`.
 */
export function translateFormula(formula: string, directory: Directory, standpoint: Standpoint): string {
  return `=${expand(formula.replace(/^=/, ''), directory, standpoint, [])}`;
}

function expand(formula: string, directory: Directory, standpoint: Standpoint, openNames: readonly string[]): string {
  const tokens = formulaTokens(formula);
  let out = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (token.kind === 'sheet') {
      const alias = directory.aliasOf.get((token.sheet ?? '').toLowerCase());
      if (next?.kind === 'word') i++; // the reference on that sheet
      if (alias !== undefined) out += `${alias}!${next?.kind === 'word' ? next.text : ''}`;
      else {
        out += '#REF!';
        if (tokens[i + 1]?.text === ':' && tokens[i + 2]?.kind === 'word') i += 2;
      }
    } else if (token.kind === 'brackets') {
      out += reference(tableAround(directory, standpoint), token.text, standpoint);
    } else if (token.kind === 'word' && next?.kind === 'brackets') {
      out += reference(directory.tables.get(token.text.toLowerCase()), next.text, standpoint);
      i++;
    } else if (token.kind === 'word') {
      const called = next?.text === '(';
      const clock = called && tokens[i + 2]?.text === ')' ? clockValue(token.text, standpoint.now) : null;
      if (clock !== null) {
        out += clock;
        i += 2;
      } else out += called ? token.text.replace(/^_xlfn\.(?:_xlws\.)?/i, '') : word(token.text, directory, standpoint, openNames);
    } else if (token.text === '-' && next?.text === '-' && tokens[i + 2]?.kind === 'string') {
      out += `(0+${tokens[i + 2]?.text})`; // the engine cannot read --"3"
      i += 2;
    } else out += token.text;
  }
  return out;
}

function clockValue(name: string, now: number): string | null {
  if (/^now$/i.test(name)) return String(now);
  return /^today$/i.test(name) ? String(Math.floor(now)) : null;
}

const REFERENCE_OR_NUMBER = /^(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}|\$?\d[\d.]*(?:[Ee]\d*)?|TRUE|FALSE)$/i;

function word(text: string, directory: Directory, standpoint: Standpoint, openNames: readonly string[]): string {
  const key = text.toLowerCase();
  const named = directory.names.get(key);
  if (named !== undefined) {
    if (openNames.includes(key)) return '#NAME?';
    const inner = expand(named.replace(/^=/, ''), directory, standpoint, [...openNames, key]);
    return /^[A-Za-z0-9_!$:]+$/.test(inner) ? inner : `(${inner})`; // a bare reference must stay one: COUNTIF((A1:A3),…) is none
  }
  if (REFERENCE_OR_NUMBER.test(text)) return text;
  const table = directory.tables.get(key);
  return table ? reference(table, '[]', standpoint) : text;
}

function tableAround(directory: Directory, { sheet, row, column }: Standpoint): { table: Table; alias: string } | undefined {
  const table = sheet.tables.find(({ range }) => inside(range, row, column));
  return table && directory.tables.get(table.name.toLowerCase());
}

function inside(range: Range, row: number, column: number): boolean {
  return row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;
}

function reference(found: { table: Table; alias: string } | undefined, brackets: string, standpoint: Standpoint): string {
  if (!found) return '#REF!';
  const range = structuredRange(found.table, brackets, standpoint.row);
  return typeof range === 'string' ? range : `${found.alias}!${a1(range, true)}`;
}
