// Rows that add up the others, typed into a table: Excel takes in what is written directly below one. They would count as one more of their kind.
// Knows no table.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { foldCell, foldFormula } from './cellFold';
import { readRows, type TableRow } from './rows';
import type { TableSnapshot } from './snapshot';
import type { TableSpec } from './spec';

const WORDS = ['合计', '总计', '小计', '共计', '总数', 'total', 'subtotal', 'sum'];

/** The whole cell is a word for a sum. Example: `isTotal('合 计：')` is true, `isTotal('合计奖')` is false. */
export function isTotal(cell: string): boolean {
  return WORDS.includes(foldCell(cell).replace(/[:：]/g, ''));
}

/** The same as a formula about the cell. */
export function isTotalFormula(cell: string): string {
  const plain = `SUBSTITUTE(SUBSTITUTE(${foldFormula(cell)},":",""),"：","")`;
  return `ISNUMBER(MATCH(${plain},{${WORDS.map((word) => `"${word}"`).join(',')}},0))`;
}

/** Whether one of the columns that name the row says that it is a sum. */
export function isTotalRow<K extends string>(row: TableRow<K>, names: readonly K[]): boolean {
  return names.some((key) => isTotal(row.text(key)));
}

/** One problem a row that adds up the others. `names`: the columns in which people name a row. */
export function totalRows<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  names: readonly [K, ...K[]],
): Problem[] {
  return readRows(spec, table)
    .filter((row) => isTotalRow(row, names))
    .map((row): Problem => {
      const key = names.find((name) => isTotal(row.text(name))) ?? names[0];
      const { sheet, line } = row.seen;
      const found = row.text(key);
      return {
        code: 'total-row',
        table: spec.name,
        sheet,
        row: spec.key.map((part) => row.text(part)).join(' ') || `#${row.index + 1}`,
        column: key,
        found,
        expected: text('合计写在表格外面', 'sums outside of the table'),
        message: text(
          `“${sheet}”第 ${line} 行“${found}”写在表格里面，会被当成一条记录计入：请删去这一行；要看合计，请隔一行写在表格外面，或用“表设计”的“汇总行”。`,
          `Row ${line} of “${sheet}”, “${found}”, stands inside the table and counts as a row of its own: delete it; write sums outside, one row apart, or use the Total Row of Table Design.`,
        ),
      };
    });
}
