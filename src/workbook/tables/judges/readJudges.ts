// The tables of judges and criteria → the panel and what it scores by.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { CRITERIA, JUDGES } from './judges';

export function readJudges(table: TableSnapshot, problems: Problem[]): Judge[] {
  const cells = new CellReader(JUDGES, problems);
  return readRows(JUDGES, table).map((row) => ({
    judgeId: row.text('judgeId'),
    name: row.text('name'),
    unitId: row.text('unitId'),
    active: cells.choice(row, 'active', 'yesNo', 'yes') === 'yes',
  }));
}

export function readCriteria(table: TableSnapshot, problems: Problem[]): Criterion[] {
  const cells = new CellReader(CRITERIA, problems);
  return readRows(CRITERIA, table).map((row) => ({
    criterionId: row.text('criterionId'),
    name: row.text('name'),
    weight: cells.decimal(row, 'weight') ?? '0',
    minimum: cells.decimal(row, 'minimum') ?? '0',
    maximum: cells.decimal(row, 'maximum') ?? '0',
    step: cells.decimal(row, 'step') ?? '1',
  }));
}
