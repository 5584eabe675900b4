// Ids that are missing or stand twice, table by table. The roster's own ids are checked with the roster.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { columnOf, type TableSpec } from '../../workbook/contract/spec';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { CRITERIA, JUDGES } from '../../workbook/tables/judges/judges';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { isNumbered } from '../run/numberedTables';
import { TRACKER } from '../../workbook/tables/tracker/tracker';

/** Tables in which every row has a key of its own. Exceptions may repeat; reminders and log are append only. */
const KEYED: readonly TableSpec[] = [REQUIREMENTS, RECEIPTS, TRACKER, ENTRIES, JUDGES, CRITERIA, OBJECTIONS, SETTINGS];

/** Example: two rows R0007 in Receipts give one problem 'duplicate-id' with row R0007. */
export function checkKeys(snapshot: WorkbookSnapshot): Problem[] {
  return KEYED.flatMap((spec) => {
    const table = snapshot.tables[spec.name];
    if (!table) return [];
    const columns = spec.key.map((key) => columnOf(spec, key).header);
    const zh = columns.map((header) => header.zh).join('、');
    const en = columns.map((header) => header.en).join(', ');
    const seen = new Set<string>();
    return readRows(spec, table).flatMap((row): Problem[] => {
      const parts = spec.key.map((key) => row.text(key));
      const id = parts.join(' ');
      const place = { table: spec.name, sheet: table.sheet, column: spec.key.join('、'), found: id };
      if (parts.some((part) => part === '')) {
        const message = text(
          isNumbered(spec.name)
            ? `“${table.sheet}”第 ${row.seen.line} 行还没有${zh}，别处没法指明它：点“改正”补上编号。`
            : `“${table.sheet}”第 ${row.seen.line} 行没有${zh}，这一行不会被计入：请补上。`,
          isNumbered(spec.name)
            ? `Row ${row.seen.line} of “${table.sheet}” has no ${en} yet, so that nothing can name it: “Mend” gives it one.`
            : `Row ${row.seen.line} of “${table.sheet}” has no ${en} and does not count: fill it in.`,
        );
        return [{ ...place, row: `#${row.index + 1}`, code: 'missing-id', expected: text(zh, en), message }];
      }
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const message = text(
        `“${table.sheet}”里 ${id} 出现了两次：请只留一行，或给另一行新的编号。`,
        `${id} stands twice on “${table.sheet}”: keep one row, or give the other a new id.`,
      );
      return [{ ...place, row: id, code: 'duplicate-id', expected: text('不重复', 'unique'), message }];
    });
  });
}
