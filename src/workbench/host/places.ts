// From what an add-in writes as an address to areas on sheets: "B2:C3", "Sheet2!A1", a range's cells, a defined name.
import { parseArea, printArea, quoteSheet, splitSheet } from '../model/address';
import { isOnSheet } from '../model/area';
import type { Book, Range, Sheet } from '../model/book';
import { findTable } from '../model/formulaCheck';
import { sameName } from '../model/formulaText';
import { findSheet } from '../model/sheets';
import { bodyArea, sheetOfTable } from '../model/tableParts';
import { refuse } from './apiError';
import type { RangeObject } from './hostObject';

/** Cells of one sheet. */
export interface Place {
  readonly sheet: Sheet;
  readonly area: Range;
}

/** The range's area, or InvalidReference when its cells were deleted. */
export function areaOf(range: RangeObject): Range {
  return range.area ?? refuse('InvalidReference', 'the cells of this range were deleted');
}

/** With the sheet's name before it, quoted where it must be: "'My sheet'!A1:B2". */
export const addressOf = (sheet: Sheet, area: Range): string => `${quoteSheet(sheet.name)}!${printArea(area)}`;

/** Where a defined name points to, when it is plainly an area. */
function placeOfName(book: Book, name: string): Place | null {
  const item = book.names.find((candidate) => sameName(candidate.name, name));
  return item ? placeOfFormula(book, item.formula) : null;
}

/** The area that a formula such as `=设置!$B$2` plainly is; null for anything else. */
export function placeOfFormula(book: Book, formula: string): Place | null {
  const { sheet: name, rest } = splitSheet(formula.replace(/^=/, ''));
  const sheet = name === undefined ? undefined : findSheet(book, name);
  const area = parseArea(rest);
  return sheet && area ? { sheet, area } : null;
}

/** The body cells of a formula that is one column of a table and nothing else. Example: `=Units[单位名称]`. */
export function columnAsCells(book: Book, formula: string): Place | null {
  const [, tableName, columnName] = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\[([^[\]#@]+)\]$/u.exec(formula) ?? [];
  const table = tableName === undefined ? undefined : findTable(book, tableName);
  const sheet = table && sheetOfTable(book, table);
  const at = table?.columns.findIndex(({ name }) => name === columnName) ?? -1;
  if (!table || !sheet || at < 0) return null;
  const body = bodyArea(table);
  return { sheet, area: { ...body, column: body.column + at, columns: 1 } };
}

/** Reads an address seen from a sheet; defined names and table names count too. InvalidArgument when it means nothing. */
export function readPlace(book: Book, from: Sheet, address: string): Place {
  const { sheet: name, rest } = splitSheet(address);
  const sheet =
    name === undefined ? from : (findSheet(book, name) ?? refuse('InvalidArgument', `there is no sheet ${name}`));
  const area = parseArea(rest);
  if (area) return { sheet, area };
  const table = findTable(book, rest);
  const owner = table && sheetOfTable(book, table);
  if (table && owner) return { sheet: owner, area: bodyArea(table) };
  return placeOfName(book, rest) ?? refuse('InvalidArgument', `"${address}" is no address`);
}

/** The area itself; refused where it would reach beyond the sheet’s last row or column. */
export function onSheet(area: Range): Range {
  return isOnSheet(area) ? area : refuse('InvalidArgument', 'the range would lie outside the sheet');
}
