// The table of exceptions → other quotas, extensions and exemptions of single units.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import type { Problem } from '../../../core/ground/problem';
import type { Exception, Requirement } from '../../../core/requirements/requirement';
import type { Unit } from '../../../core/roster/unit';
import { foldCell } from '../../contract/cellFold';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { unknownItem } from '../requirements/itemReference';
import { unitReferenceProblem, unitsAsWritten } from '../units/readUnitReference';
import { EXCEPTIONS } from './exceptions';

/** An exception whose unit or item is not known is named: it changes nothing. */
export function readExceptions(
  table: TableSnapshot,
  problems: Problem[],
  units: readonly Unit[] = [],
  requirements: readonly Requirement[] = [],
): Exception[] {
  const cells = new CellReader(EXCEPTIONS, problems);
  const matcher = lazyMatcher(units);
  const asWritten = unitsAsWritten(units);
  const items = new Map(requirements.map(({ requirementId }) => [foldCell(requirementId), requirementId]));
  return readRows(EXCEPTIONS, table).map((row) => {
    const typed = row.text('requirementId');
    const place = {
      table: EXCEPTIONS.name,
      row: `${row.text('unitId') || row.text('unit')} ${typed}`.trim() || `#${row.index + 1}`,
    };
    const stranger = units.length > 0 ? unitReferenceProblem(row, place, matcher) : null;
    if (stranger) problems.push(stranger);
    problems.push(...asWritten(row, place));
    const item = items.get(foldCell(typed));
    if (!item && items.size > 0) problems.push(unknownItem(place, typed));
    return {
      unitId: row.text('unitId'),
      requirementId: item ?? typed,
      quota: cells.integer(row, 'quota', null, 1),
      extendedTo: cells.moment(row, 'extendedTo'),
      exempt: cells.choice(row, 'exempt', 'yesNo', 'no') === 'yes',
      approvedBy: row.text('approvedBy'),
      reason: row.text('reason'),
    };
  });
}
