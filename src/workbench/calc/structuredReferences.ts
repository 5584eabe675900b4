// Structured references (Table[column], [@column], Table[[#Headers],[column]] …) to places on a sheet.
// Knows tables and where the formula stands; knows no engine and no defined names.
import { remembered } from '../../core/ground/remembered';
import type { Range, Table } from '../model/book';

/** An error value that the reference becomes. */
export type ReferenceError = '#REF!' | '#VALUE!';

interface Parts {
  readonly items: readonly string[]; // '#all', '#headers' …, lower case
  readonly columns: readonly string[]; // none, one, or first and last
}

const ITEMS = new Set(['#all', '#data', '#headers', '#totals', '#this row']);

/**
 * The cells that the bracketed part of a structured reference means.
 * `row` is the 0-based row of the formula's own cell, for "this row".
 * Gives '#REF!' for a column or part that the table has not, '#VALUE!' for "this row" outside of the table's body.
 * Example: for a table at A1:B3 with columns x, y: `structuredRange(table, '[y]', 0)` is B2:B3, `structuredRange(table, '[@x]', 2)` is A3.
 */
export function structuredRange(table: Table, brackets: string, row: number): Range | ReferenceError {
  const parts = partsOf(brackets);
  if (!parts) return '#REF!';
  const columns = columnSpan(table, parts.columns);
  const rows = rowSpan(table, parts.items, row);
  if (columns === null) return '#REF!';
  if (typeof rows === 'string') return rows;
  return {
    row: rows[0],
    rows: rows[1] - rows[0] + 1,
    column: table.range.column + columns[0],
    columns: columns[1] - columns[0] + 1,
  };
}

/** The same references stand in formula after formula. */
const partsOf = remembered(5_000, parse);

const unescape = (text: string): string => text.replace(/'(.)/gsu, '$1');

function parse(brackets: string): Parts | null {
  let inner = brackets.slice(1, -1);
  const items: string[] = [];
  if (inner.trimStart().startsWith('@')) {
    items.push('#this row');
    inner = inner.trimStart().slice(1);
  }
  if (!inner.trimStart().startsWith('[')) {
    if (inner.trim() === '') return { items, columns: [] };
    const item = inner.trim().toLowerCase();
    return ITEMS.has(item) ? { items: [...items, item], columns: [] } : { items, columns: [unescape(inner)] };
  }
  const columns: string[] = [];
  for (const piece of pieces(inner)) {
    const item = piece.trim().toLowerCase();
    if (ITEMS.has(item)) items.push(item);
    else columns.push(unescape(piece));
  }
  return columns.length > 2 ? null : { items, columns };
}

/** "[a],[b]:[c]" → a, b, c (still escaped). */
function pieces(inner: string): string[] {
  return [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/gsu)].map((match) => match[1] ?? '');
}

function columnSpan(table: Table, names: readonly string[]): [number, number] | null {
  if (names.length === 0) return [0, table.range.columns - 1];
  const found = names.map((name) => columnNamed(table, name));
  if (found.includes(-1)) return null;
  return [Math.min(...found), Math.max(...found)];
}

function columnNamed(table: Table, name: string): number {
  const same = (wanted: string): number =>
    table.columns.findIndex((column) => column.name.toLowerCase() === wanted.toLowerCase());
  const exact = same(name);
  return exact >= 0 ? exact : same(name.trim());
}

function rowSpan(table: Table, items: readonly string[], row: number): [number, number] | ReferenceError {
  const top = table.range.row;
  const bottom = top + table.range.rows - 1;
  const bodyTop = top + (table.showHeaders ? 1 : 0);
  const bodyBottom = Math.max(bodyTop, bottom - (table.showTotals ? 1 : 0));
  if (items.includes('#this row')) return row >= bodyTop && row <= bodyBottom ? [row, row] : '#VALUE!';
  const spans: [number, number][] = [];
  if (items.length === 0 || items.includes('#data')) spans.push([bodyTop, bodyBottom]);
  if (items.includes('#all')) spans.push([top, bottom]);
  if (items.includes('#headers')) {
    if (!table.showHeaders) return '#REF!';
    spans.push([top, top]);
  }
  if (items.includes('#totals')) {
    if (!table.showTotals) return '#REF!';
    spans.push([bottom, bottom]);
  }
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}
