// From a problem to the cell that it speaks of, so that it can be shown. Knows the tables by their specs, no workbook.
import type { Place, Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { TableSpec } from '../../workbook/contract/spec';
import type { KeyTarget } from '../../workbook/contract/pointing';
import { lineOfPlace } from '../run/tableTitle';
import { PLACES, type WorkItem } from './workItem';

const SPECS: ReadonlyMap<string, TableSpec> = new Map(TABLES.map((spec) => [spec.name, spec]));

/** The row of a table that a problem can only count, because its key is empty: “#124”. */
const COUNTED = /^#(\d+)$/;

/**
 * Null: it speaks of a file (its rows are numbers), or of no table. A row that its key does not name alone leads to the table.
 * Example: `problemPlace({ table: 'Receipts', row: 'R0007', column: '收到时间' })` → the cell `receivedAt` of R0007.
 */
export function problemPlace({ table, row, column, found: holds = '' }: Place & Partial<Problem>): KeyTarget | null {
  if (table === undefined || typeof row === 'number') return null;
  if (table.startsWith(SCORE_TABLE_PREFIX)) return { table };
  const spec = SPECS.get(table);
  if (!spec) return null;
  const [id, ...more] = spec.key;
  if (row === undefined || row === '' || id === undefined || (more.length > 0 && !COUNTED.test(row))) return { table };
  const found = spec.columns.find(
    (each) => each.key === column || each.header.zh === column || each.header.en === column,
  );
  const counted = COUNTED.exec(row);
  if (counted)
    return {
      table,
      unnamed: { index: Number(counted[1]) - 1, text: found && !spec.key.includes(found.key) ? holds.trim() : '' },
      ...(found && { column: found.key }),
    };
  return { table, row: { [id]: row }, ...(found && { column: found.key }) };
}

/** A row without a number is told by its line. Reports say so of all rows that a sentence names (`placeWords`); here it names its own. */
function titleOf({ message, row = '' }: Problem): Text {
  const line = lineOfPlace(String(row));
  if (line === null) return message;
  return text(
    message.zh.replace(new RegExp(`${row}(?!\\d) ?`), `第 ${line} 行`),
    message.en.replace(new RegExp(`${row}(?!\\d)`), `row ${line}`),
  );
}

/** The first of them that can be shown, as places of a line of the working list. */
export function placesOf(problems: readonly Problem[]): WorkItem['places'] {
  return problems
    .flatMap((problem) => {
      const show = problemPlace(problem);
      return show ? [{ title: titleOf(problem), show }] : [];
    })
    .slice(0, PLACES);
}
