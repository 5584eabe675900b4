// Ids that are missing or stand twice, table by table. The roster's own ids are checked with the roster, those of items when they are read.
import type { Problem } from '../../core/ground/problem';
import { keyProblems } from '../../workbook/contract/keyProblems';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { CRITERIA, JUDGES } from '../../workbook/tables/judges/judges';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { isNumbered } from '../run/numberedTables';
import { TRACKER } from '../../workbook/tables/tracker/tracker';

/** Tables in which every row has a key of its own. Exceptions may repeat; reminders and log are append only. */
const KEYED: readonly TableSpec[] = [RECEIPTS, TRACKER, ENTRIES, JUDGES, CRITERIA, OBJECTIONS, SETTINGS];

/** Example: two rows R0007 in Receipts give one problem 'duplicate-id' with row R0007. */
export function checkKeys(snapshot: WorkbookSnapshot): Problem[] {
  return KEYED.flatMap((spec) => {
    const table = snapshot.tables[spec.name];
    return table ? keyProblems(spec, table, isNumbered(spec.name)) : [];
  });
}
