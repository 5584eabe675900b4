// What the cell editor and the formula bar show for a cell: a text that, typed again, gives the same contents.
import type { Cell } from '../model/book';
import { isError } from '../model/cells';
import { formatValue, isDateFormat } from '../model/numberFormat';
import { inputFor } from './cellData';

/**
 * `numberFormat` is the one the cell shows with. Dates and times come in one order whatever the cell's format.
 * Example: `editText({ value: 44354.75 }, 'm月d日')` is `2021-06-07 18:00`; `editText({ value: 0.5 }, '0%')` is `50%`.
 */
export function editText(cell: Cell | undefined, numberFormat: string | undefined): string {
  if (cell?.formula) return cell.formula;
  const value = cell?.value ?? null;
  if (isError(value)) return value.error;
  if (typeof value === 'string' && numberFormat === '@') return value;
  if (typeof value !== 'number') return inputFor(value);
  if (numberFormat && isDateFormat(numberFormat) && value >= 0) return dateText(value);
  if (numberFormat?.includes('%')) return `${Number((value * 100).toPrecision(15))}%`;
  return String(value);
}

function dateText(serial: number): string {
  const seconds = Math.round(serial * 86400);
  const time = seconds % 60 === 0 ? 'hh:mm' : 'hh:mm:ss';
  if (serial < 1) return formatValue(serial, time);
  return formatValue(serial, seconds % 86400 === 0 ? 'yyyy-mm-dd' : `yyyy-mm-dd ${time}`);
}
