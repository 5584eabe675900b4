// Tables of the contest → domain objects: entries, judges, criteria and every judge's scores as they were typed.
import type { Criterion, Entry, Judge, Score } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { CellReader, decimalText } from '../contract/cells';
import { readRows } from '../contract/rows';
import type { TableSnapshot } from '../contract/snapshot';
import { ENTRIES } from './entries/entries';
import { CRITERIA, JUDGES } from './judges/judges';
import { scoreKey, scoreSheetSpec } from './scoreSheet/scoreSheet';

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

/**
 * One judge's sheet. A number becomes decimal text; text in a score cell ("优秀") is kept as it stands,
 * so that the scoring rules can name it as invalid; an empty cell is null (S-1).
 */
export function readScores(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
  problems: Problem[],
): Score[] {
  const spec = scoreSheetSpec(judge, criteria, language);
  const cells = new CellReader(spec, problems);
  return readRows(spec, table)
    .filter((row) => row.text('entryId') !== '')
    .map((row) => ({
      judgeId: judge.judgeId,
      entryId: row.text('entryId'),
      recused: cells.choice(row, 'recused', 'yesNo', 'no') === 'yes',
      scores: Object.fromEntries(
        criteria.map((criterion) => {
          const value = row.get(scoreKey(criterion.criterionId));
          return [
            criterion.criterionId,
            value === '' ? null : typeof value === 'number' ? decimalText(value) : String(value),
          ];
        }),
      ),
    }));
}
