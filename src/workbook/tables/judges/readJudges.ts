// The tables of judges and criteria → the panel and what it scores by.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import { criterionNumbers } from '../../../core/contest/criterionNumbers';
import { judgesByNumber } from '../../../core/contest/judgesByNumber';
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { CellReader } from '../../contract/cells';
import { readRows, type RowOf } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import type { Unit } from '../../../core/roster/unit';
import { unitReferenceProblem, unitsAsWritten } from '../units/readUnitReference';
import { CRITERIA, JUDGES } from './judges';

/** The judges that count: of rows with equal numbers the first, of rows without a number none. */
export function readJudges(table: TableSnapshot, problems: Problem[], units: readonly Unit[] = []): Judge[] {
  return judgesByNumber(readPanel(table, problems, units));
}

/**
 * Every row as it was typed. Judges may come from elsewhere; a unit that may be one of the roster and does not count as it is named, for nothing
 * would be recused.
 */
export function readPanel(table: TableSnapshot, problems: Problem[], units: readonly Unit[] = []): Judge[] {
  const cells = new CellReader(JUDGES, problems);
  const matcher = lazyMatcher(units);
  const asWritten = unitsAsWritten(units);
  const placeOf = (row: RowOf<'Judges'>): { table: string; row: string } => ({
    table: JUDGES.name,
    row: row.text('judgeId'),
  });
  const rows = readRows(JUDGES, table);
  problems.push(
    ...rows.flatMap((row) =>
      units.length > 0 && row.text('unit') !== '' && matcher().match(row.text('unit')).kind !== 'unknown'
        ? (unitReferenceProblem(row, placeOf(row), matcher) ?? asWritten(row, placeOf(row)))
        : asWritten(row, placeOf(row)),
    ),
  );
  return rows.map((row) => ({
    judgeId: row.text('judgeId'),
    name: row.text('name'),
    unitId: row.text('unitId'),
    active: cells.choice(row, 'active', 'yesNo', 'yes') === 'yes',
  }));
}

/** Numbers stay text: they are reckoned with exactly. Cells that cannot be read go to `problems`. */
export function readCriteria(table: TableSnapshot, problems: Problem[]): Criterion[] {
  const cells = new CellReader(CRITERIA, problems);
  const rows = readRows(CRITERIA, table);
  const ids = criterionNumbers(rows.map((row) => row.text('criterionId')));
  return rows.map((row, index) => ({
    criterionId: ids[index] ?? '',
    name: row.text('name'),
    weight: cells.decimal(row, 'weight') ?? '0',
    minimum: cells.decimal(row, 'minimum') ?? '0',
    maximum: cells.decimal(row, 'maximum') ?? '0',
    step: cells.decimal(row, 'step') ?? '1',
  }));
}
