// Whether what a person types passes a cell's validation, as far as that is plain without working out a formula: then nobody has to wait.
import { holds } from './area';
import type { Book, Cell, Sheet, Validation } from './book';
import { bodyArea } from './tableParts';

/** `=T[a]`, or the same by INDEX as the drop-downs' names say it. */
const COLUMN_OF_TABLE = /^=?\s*(?:INDEX\()?([\p{L}_][\p{L}\p{N}_.]*)\[([^[\]#@]+)\](?:,0\))?$/u;
const NUMBER = /^=?\s*(-?\d+(?:\.\d+)?)$/;

/** What a list offers; null when it is no plain list of words and no column of a table, under a name or not. */
function offered(book: Book, { formula1 = '', inline = false }: Validation): readonly string[] | null {
  if (inline) return formula1.split(',').map((word) => word.trim());
  const named = book.names.find(({ name }) => name.toLowerCase() === formula1.replace(/^=/, '').toLowerCase());
  const [, tableName, columnName] = COLUMN_OF_TABLE.exec(named?.formula ?? formula1) ?? [];
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(({ name }) => name === tableName);
    const at = table?.columns.findIndex(({ name }) => name === columnName) ?? -1;
    if (!table || at < 0) continue;
    const { row, rows, column } = bodyArea(table);
    return Array.from({ length: rows }, (_, index) =>
      String(sheet.cells.get(`${row + index},${column + at}`)?.value ?? ''),
    );
  }
  return null;
}

function compares({ operator = 'between', formula1 = '', formula2 = '' }: Validation, value: number): boolean {
  const [from, to] = [formula1, formula2].map((operand) => Number(NUMBER.exec(operand)?.[1] ?? NaN)) as [
    number,
    number,
  ];
  switch (operator) {
    case 'between':
      return value >= from && value <= to;
    case 'notBetween':
      return value < from || value > to;
    case 'equal':
      return value === from;
    case 'notEqual':
      return !Number.isNaN(from) && value !== from;
    case 'greaterThan':
      return value > from;
    case 'lessThan':
      return value < from;
    case 'greaterThanOrEqual':
      return value >= from;
    case 'lessThanOrEqual':
      return value <= from;
  }
}

function passes(book: Book, rule: Validation, { value = null, formula }: Cell): boolean {
  if (formula !== undefined) return false;
  if (value === null || value === '') return rule.ignoreBlank;
  switch (rule.type) {
    case 'list':
      return typeof value !== 'object' && (offered(book, rule)?.includes(String(value)) ?? false);
    case 'textLength':
      return typeof value !== 'object' && compares(rule, String(value).length);
    case 'whole':
      return Number.isInteger(value) && compares(rule, Number(value));
    case 'decimal':
    case 'date':
    case 'time':
      return typeof value === 'number' && compares(rule, value);
    case 'custom':
      return false;
  }
}

/**
 * False also where only the rule's formula could tell. Row and column are 0-based, `typed` is what the cell would hold.
 * Example: in a column whose validation is the list “是,否”, `surelyValid(book, sheet, 4, 11, { value: '否' })` is true.
 */
export function surelyValid(book: Book, sheet: Sheet, row: number, column: number, typed: Cell): boolean {
  return sheet.validations
    .filter(
      ({ ranges, error }) => (error?.style ?? 'stop') === 'stop' && ranges.some((range) => holds(range, row, column)),
    )
    .every((rule) => passes(book, rule, typed));
}
