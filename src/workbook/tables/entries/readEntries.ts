// The register of stories → the entries of the contest.
import type { Entry } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { ENTRIES } from './entries';

export function readEntries(table: TableSnapshot, problems: Problem[]): Entry[] {
  const cells = new CellReader(ENTRIES, problems);
  return readRows(ENTRIES, table).map((row) => ({
    entryId: row.text('entryId'),
    blindNo: row.text('blindNo'),
    unitId: row.text('unitId'),
    title: row.text('title'),
    category: row.text('category'),
    storyteller: row.text('storyteller'),
    eligible: cells.choice(row, 'eligible', 'yesNo', 'yes') === 'yes',
  }));
}
