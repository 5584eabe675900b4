// Rows of a table that nothing names, or two of which have one name. Knows no table.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { foldCell } from './cellFold';
import { readRows } from './rows';
import type { TableSnapshot } from './snapshot';
import { columnOf, type TableSpec } from './spec';

/**
 * One problem for each row whose key is missing, or stands further up already (as formulas compare). `numbered`: a row without one gets it from the add-in.
 * Example: two rows R0007 in Receipts give one problem 'duplicate-id' with row R0007.
 */
export function keyProblems(spec: TableSpec, table: TableSnapshot, numbered = false): Problem[] {
  const columns = spec.key.map((key) => columnOf(spec, key).header);
  const zh = columns.map((header) => header.zh).join('、');
  const en = columns.map((header) => header.en).join(', ');
  const isId = spec.key.some((key) => columnOf(spec, key).type === 'id');
  const seen = new Map<string, number>();
  return readRows(spec, table).flatMap((row): Problem[] => {
    const parts = spec.key.map((key) => row.text(key));
    const id = parts.join(' ');
    const place = { table: spec.name, sheet: table.sheet, column: spec.key.join('、'), found: id };
    if (parts.some((part) => part === '')) {
      const message = text(
        numbered
          ? `“${table.sheet}”第 ${row.seen.line} 行还没有${zh}，别处没法指明它：点“改正”补上编号。`
          : `“${table.sheet}”第 ${row.seen.line} 行没有${zh}，这一行不会被计入：请补上。`,
        numbered
          ? `Row ${row.seen.line} of “${table.sheet}” has no ${en} yet, so that nothing can name it: “Mend” gives it one.`
          : `Row ${row.seen.line} of “${table.sheet}” has no ${en} and does not count: fill it in.`,
      );
      return [{ ...place, row: `#${row.index + 1}`, code: 'missing-id', expected: text(zh, en), message }];
    }
    const name = foldCell(id);
    const first = seen.get(name);
    const { line } = row.seen;
    if (first === undefined) {
      seen.set(name, line);
      return [];
    }
    const [anew, another] = isId ? ['新的编号', 'id'] : ['另一个名称', 'name'];
    const message = text(
      `“${table.sheet}”里 ${id} 出现了两次（第 ${first}、${line} 行）：请只留一行，或给另一行${anew}。`,
      `${id} stands twice on “${table.sheet}” (rows ${first} and ${line}): keep one row, or give the other a new ${another}.`,
    );
    return [{ ...place, row: id, code: 'duplicate-id', expected: text('不重复', 'unique'), message }];
  });
}
