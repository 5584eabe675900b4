// A formula as people write it → plain A1 that a formula engine takes: tables and names are put in, the clock becomes a cell.
// Knows the book; knows no engine.
import type { Book, Range, Sheet, Table } from '../model/book';
import { a1 } from './a1';
import { withBlocks } from './blockText';
import { formulaTokens, type Token } from './formulaTokens';
import { structuredRange } from './structuredReferences';

/** What a formula may name, and how the engine knows it. */
export interface Directory {
  /** The name that the engine knows a sheet by: plain ASCII, so that no quoting can go wrong. */
  readonly aliasOf: ReadonlyMap<string, string>; // by lower-case sheet name
  readonly tables: ReadonlyMap<string, { readonly table: Table; readonly alias: string }>; // by lower-case table name
  readonly names: ReadonlyMap<string, string>; // lower-case name → formula with "="
}

/** The cell that a formula stands in, 0-based: `[@column]` and bare references go by it. */
export interface Standpoint {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Where the clock stands: the formulas stay the same while it runs, so the engine need not read them again. */
export const CLOCK = { sheet: 'clock', now: 'clock!$A$1', today: 'clock!$B$1' } as const;

/** Lists what formulas may refer to. Do it once a book: it is the costly part. `numberOf`: which alias a sheet has; its place when left out. */
export function directoryOf(
  book: Book,
  numberOf: (sheet: Sheet) => number = (sheet) => book.sheets.indexOf(sheet),
): Directory {
  const aliasOf = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheetAlias(numberOf(sheet))]));
  const tables = new Map(
    book.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => [table.name.toLowerCase(), { table, alias: sheetAlias(numberOf(sheet)) }] as const),
    ),
  );
  return { aliasOf, tables, names: new Map(book.names.map((name) => [name.name.toLowerCase(), name.formula])) };
}

/** The engine's name of the sheet with this number. */
export const sheetAlias = (number: number): string => `sheet_${number + 1}`;

/**
 * Translates one formula (with "="). What cannot be resolved becomes the error value that Excel would show (#REF!, #NAME?, #VALUE!).
 * Example: with table T at A1:A3 of the first sheet, `=SUM(T[x])` becomes `=SUM(sheet_1!$A$2:$A$3)`.
 */
export function translateFormula(formula: string, directory: Directory, standpoint: Standpoint): string {
  return `=${withBlocks(expand(formula.replace(/^=/, ''), directory, standpoint, []))}`;
}

/** What has been translated so far; two structured references with ":" between them become one range. */
class Translated {
  out = '';
  /** The structured reference that `out` ends with, or ended with before a ":". */
  private last: Spot | null = null;

  put(text: string): void {
    if (text !== ':') this.last = null;
    this.out += text;
  }

  putReference(place: Omit<Spot, 'from'> | string): void {
    if (typeof place === 'string') return this.put(place);
    const { last, out } = this;
    const joins = last && last.alias === place.alias && last.thisRow === place.thisRow && out.endsWith(':');
    const spot: Spot = joins
      ? { ...place, range: around(last.range, place.range), from: last.from }
      : { ...place, from: out.length };
    this.last = spot;
    this.out = `${joins ? out.slice(0, spot.from) : out}${spot.alias}!${a1(spot.range, true, spot.thisRow)}`;
  }
}

function expand(formula: string, directory: Directory, standpoint: Standpoint, openNames: readonly string[]): string {
  const tokens = formulaTokens(formula);
  const done = new Translated();
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (token.kind === 'sheet') i += putOnSheet(done, tokens, i, directory);
    else if (token.kind === 'brackets') {
      done.putReference(reference(tableAround(directory, standpoint), token.text, standpoint));
      i += 1;
    } else if (token.kind === 'word') i += putWord(done, tokens, i, { directory, standpoint, openNames });
    else i += putSign(done, tokens, i);
  }
  return done.out;
}

/** Each of these translates what begins at a token and says how many tokens that were. */
function putOnSheet(done: Translated, tokens: readonly Token[], i: number, { aliasOf }: Directory): number {
  const [cell, colon, end] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  const alias = aliasOf.get((tokens[i]?.sheet ?? '').toLowerCase());
  const isCell = cell?.kind === 'word';
  if (alias !== undefined) {
    done.put(`${alias}!${isCell ? cell.text : ''}`);
    return isCell ? 2 : 1;
  }
  done.put('#REF!');
  const [afterCell, last] = isCell ? [colon, end] : [cell, colon];
  return (isCell ? 2 : 1) + (afterCell?.text === ':' && last?.kind === 'word' ? 2 : 0);
}

interface WordsAround {
  readonly directory: Directory;
  readonly standpoint: Standpoint;
  readonly openNames: readonly string[];
}

function putWord(
  done: Translated,
  tokens: readonly Token[],
  i: number,
  { directory, standpoint, openNames }: WordsAround,
): number {
  const said = tokens[i]?.text ?? '';
  const next = tokens[i + 1];
  if (next?.kind === 'brackets') {
    done.putReference(reference(directory.tables.get(said.toLowerCase()), next.text, standpoint));
    return 2;
  }
  if (next?.text === '(') {
    const clock = tokens[i + 2]?.text === ')' ? clockCell(said) : null;
    done.put(clock ?? said.replace(/^_xlfn\.(?:_xlws\.)?/i, ''));
    return clock === null ? 1 : 3;
  }
  if (isTextToEngine(said)) {
    done.put(`(${said}*1)`);
    return 1;
  }
  const table = tableCalled(said, directory);
  if (table) done.putReference(reference(table, '[]', standpoint));
  else done.put(word(said, directory, standpoint, openNames));
  return 1;
}

function putSign(done: Translated, tokens: readonly Token[], i: number): number {
  const [sign, next, value] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (sign?.text === '-' && next?.text === '-' && value?.kind === 'string') {
    done.put(`(0+${value.text})`); // the engine cannot read --"3"
    return 3;
  }
  done.put(sign?.text ?? '');
  return 1;
}

/** A number that the engine would spell with an exponent is a text to it, which is more than any number. */
const isTextToEngine = (word: string): boolean =>
  /^(?:\d+\.?\d*|\.\d+)$/.test(word) && String(Number(word)).includes('e');

function clockCell(name: string): string | null {
  if (/^now$/i.test(name)) return CLOCK.now;
  return /^today$/i.test(name) ? CLOCK.today : null;
}

const REFERENCE_OR_NUMBER = /^(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}|\$?\d[\d.]*(?:[Ee]\d*)?|TRUE|FALSE)$/i;

function word(text: string, directory: Directory, standpoint: Standpoint, openNames: readonly string[]): string {
  const key = text.toLowerCase();
  const named = directory.names.get(key);
  if (named === undefined) return text;
  if (openNames.includes(key)) return '#NAME?';
  const inner = expand(named.replace(/^=/, ''), directory, standpoint, [...openNames, key]);
  return /^[A-Za-z0-9_!$:]+$/.test(inner) ? inner : `(${inner})`; // a bare reference must stay one: COUNTIF((A1:A3),…) is none
}

interface FoundTable {
  readonly table: Table;
  readonly alias: string;
}

interface Spot {
  readonly alias: string;
  readonly range: Range;
  readonly thisRow: boolean;
  /** Where its text begins. */
  readonly from: number;
}

/** A table by its bare name; a name wins over a table, a cell address over both. */
function tableCalled(text: string, directory: Directory): FoundTable | undefined {
  const key = text.toLowerCase();
  return REFERENCE_OR_NUMBER.test(text) || directory.names.has(key) ? undefined : directory.tables.get(key);
}

function tableAround(directory: Directory, { sheet, row, column }: Standpoint): FoundTable | undefined {
  const table = sheet.tables.find(({ range }) => inside(range, row, column));
  return table && directory.tables.get(table.name.toLowerCase());
}

function inside(range: Range, row: number, column: number): boolean {
  return (
    row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns
  );
}

function reference(
  found: FoundTable | undefined,
  brackets: string,
  standpoint: Standpoint,
): Omit<Spot, 'from'> | string {
  if (!found) return '#REF!';
  const range = structuredRange(found.table, brackets, standpoint.row);
  return typeof range === 'string'
    ? range
    : { alias: found.alias, range, thisRow: /^\[\s*(?:@|\[?#this row)/i.test(brackets) };
}

function around(one: Range, other: Range): Range {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}
