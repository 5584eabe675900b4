// The table of units → the roster, as it was typed; what cannot be read is named.
import type { Problem } from '../../../core/ground/problem';
import type { Unit } from '../../../core/roster/unit';
import { CellReader, splitList } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { retypedIds } from '../../contract/kept';
import { UNITS } from './units';

/** Units in their order; rows without a name are placeholders. Cells that cannot be read go to `problems`. `county`: the category is one of a county's four. */
export function readUnits(table: TableSnapshot, problems: Problem[], county = true): Unit[] {
  const cells = new CellReader(UNITS, problems);
  const former = new Map(retypedIds(UNITS, table).map(({ row, was }) => [row.index, was]));
  return readRows(UNITS, table).map((row) => ({
    unitId: row.text('unitId'),
    ...(former.has(row.index) && { formerId: former.get(row.index) }),
    name: row.text('name'),
    shortName: row.text('shortName'),
    aliases: splitList(row.text('aliases')),
    category: county ? cells.choice(row, 'category', 'category', 'other') : row.text('category'),
    contact: row.text('contact'),
    phone: row.text('phone'),
    email: row.text('email'),
    forceHead: row.text('forceHead'),
    forceContact: row.text('forceContact'),
    forcePhone: row.text('forcePhone'),
    active: cells.choice(row, 'active', 'yesNo', 'yes') === 'yes',
    note: row.text('note'),
  }));
}
