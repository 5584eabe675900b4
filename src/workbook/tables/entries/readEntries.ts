// The register of stories → the entries of the contest.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import type { Entry } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { CellReader } from '../../contract/cells';
import { keyProblems } from '../../contract/keyProblems';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import type { Unit } from '../../../core/roster/unit';
import { unitReferenceProblem, unitsAsWritten } from '../units/readUnitReference';
import { ENTRIES } from './entries';

/** An id that two entries have is named: scores go by it. An entry whose unit is not known is named: recusal and quota of units pass it over. */
export function readEntries(table: TableSnapshot, problems: Problem[], units: readonly Unit[] = []): Entry[] {
  const cells = new CellReader(ENTRIES, problems);
  const matcher = lazyMatcher(units);
  const asWritten = unitsAsWritten(units);
  const rows = readRows(ENTRIES, table);
  problems.push(...keyProblems(ENTRIES, table, true).filter(({ code }) => code === 'duplicate-id'));
  if (units.length > 0)
    problems.push(
      ...rows.flatMap((row) => {
        const place = { table: ENTRIES.name, row: row.text('entryId') };
        return unitReferenceProblem(row, place, matcher) ?? asWritten(row, place);
      }),
    );
  return rows.map((row) => ({
    entryId: row.text('entryId'),
    blindNo: row.text('blindNo'),
    unitId: row.text('unitId'),
    title: row.text('title'),
    category: row.text('category'),
    storyteller: row.text('storyteller'),
    eligible: cells.choice(row, 'eligible', 'yesNo', 'yes') === 'yes',
  }));
}
