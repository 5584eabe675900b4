// A table's filters: which body rows they let through. Hidden rows are kept in the sheet, as Excel does.
import type { Sheet, Table } from './book';
import { bottomOf } from './area';
import { styleAt, valueAt } from './cells';
import { formatValue } from './numberFormat';
import { bodyArea } from './tableParts';

type Filter = NonNullable<Table['filters']>[number];

/** Excel's wildcards: * any, ? one, ~ takes the next as it is. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(
    /~([*?~])|([*?])|([.+^${}()|[\]\\])/g,
    (_all, literal: string, wild: string, special: string) => {
      if (literal) return `\\${literal}`;
      if (wild) return wild === '*' ? '.*' : '.';
      return `\\${special}`;
    },
  );
  return new RegExp(`^${source}$`, 'isu');
}

/** Tests one criterion such as `>=5`, `<>`, `=张*` against a cell. */
function meets(criterion: string, value: string | number | boolean, text: string): boolean {
  const [, operator = '=', operand = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const number = operand.trim() === '' ? NaN : Number(operand);
  if (operator === '=' || operator === '<>') {
    const equal =
      operand === ''
        ? text === ''
        : typeof value === 'number' && !Number.isNaN(number)
          ? value === number || text === operand
          : wildcard(operand).test(text);
    return operator === '=' ? equal : !equal;
  }
  if (!Number.isNaN(number)) {
    if (typeof value !== 'number') return false;
    return operator === '<'
      ? value < number
      : operator === '>'
        ? value > number
        : operator === '<='
          ? value <= number
          : value >= number;
  }
  const order = text.localeCompare(operand);
  return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
}

function passes(filter: Filter, value: string | number | boolean, text: string): boolean {
  if (filter.kind === 'values') return filter.values.some((wanted) => wanted.toLowerCase() === text.toLowerCase());
  const first = meets(filter.criterion1, value, text);
  if (filter.criterion2 === undefined) return first;
  const second = meets(filter.criterion2, value, text);
  return filter.operator === 'Or' ? first || second : first && second;
}

/** Shows and hides the body rows by the table's filters as they are now. Without filters every row shows. */
export function applyFilters(sheet: Sheet, table: Table): void {
  const body = bodyArea(table);
  const filters = Object.entries(table.filters ?? {});
  if (filters.length === 0) delete table.filters;
  for (let row = body.row; row <= bottomOf(body); row++) {
    const shown = filters.every(([index, filter]) => {
      const column = body.column + Number(index);
      const value = valueAt(sheet, row, column);
      return passes(filter, value, formatValue(value, styleAt(sheet, row, column).numberFormat ?? 'General'));
    });
    const { hidden: _hidden, ...entry } = sheet.rows.get(row) ?? {};
    if (!shown) sheet.rows.set(row, { ...entry, hidden: true });
    else if (Object.keys(entry).length > 0) sheet.rows.set(row, entry);
    else sheet.rows.delete(row);
  }
}
