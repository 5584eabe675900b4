// The table of exceptions → other quotas, extensions and exemptions of single units.
import type { Problem } from '../../../core/ground/problem';
import type { Exception } from '../../../core/requirements/requirement';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { EXCEPTIONS } from './exceptions';

export function readExceptions(table: TableSnapshot, problems: Problem[]): Exception[] {
  const cells = new CellReader(EXCEPTIONS, problems);
  return readRows(EXCEPTIONS, table).map((row) => ({
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
    quota: cells.integer(row, 'quota', null, 1),
    extendedTo: cells.moment(row, 'extendedTo'),
    exempt: cells.choice(row, 'exempt', 'yesNo', 'no') === 'yes',
    approvedBy: row.text('approvedBy'),
    reason: row.text('reason'),
  }));
}
