// 评选决定 ↔ rulings. A row that cannot be read is named; the others count.
import type { Problem } from '../../../core/ground/problem';
import type { Ruling } from '../../../core/contest/ruling';
import { text, type Language } from '../../../core/ground/text';
import { serialFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import type { ColumnKeys } from '../../contract/keys';
import { codeOf, labelOf } from '../../contract/labels';
import { readRows, type TableRow } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf } from '../../contract/spec';
import { DECISIONS } from './decisions';

/** A row without time or act: jobs write both, so somebody typed it, and it counts for nothing. */
function notRecorded(row: TableRow<ColumnKeys['Decisions']>, column: 'act' | 'at'): Problem {
  const [{ sheet, line }, { header }] = [row.seen, columnOf(DECISIONS, column)];
  return {
    code: 'decision-record-changed',
    table: DECISIONS.name,
    sheet,
    row: row.text('actId') || `#${row.index + 1}`,
    column,
    found: '',
    expected: header,
    message: text(
      `“${sheet}”第 ${line} 行没有“${header.zh}”，不计：后来加的请删去，被清空的请撤销。`,
      `Row ${line} of “${sheet}” has no “${header.en}” and does not count: delete the row, or undo what emptied the cell.`,
    ),
  };
}

/** The record of decisions, row by row in the order written; rows that cannot be read go to `problems`. */
export function readRulings(table: TableSnapshot, problems: Problem[]): Ruling[] {
  const cells = new CellReader(DECISIONS, problems);
  return readRows(DECISIONS, table).flatMap((row): Ruling[] => {
    const named = problems.length;
    const at = cells.moment(row, 'at');
    const act = codeOf('act', row.text('act'));
    if (act === null) cells.choice(row, 'act', 'act', 'decide');
    if (at === null || act === null) {
      if (problems.length === named) problems.push(notRecorded(row, act === null ? 'act' : 'at'));
      return [];
    }
    const rank = row.get('rank');
    return [
      {
        actId: row.text('actId'),
        act,
        at,
        by: row.text('by'),
        reason: row.text('reason'),
        entryId: row.text('entryId'),
        blindNo: row.text('blindNo'),
        title: row.text('title'),
        unit: row.text('unit'),
        rank: rank === '' || !Number.isFinite(Number(rank)) ? null : Number(rank),
        shown: row.text('shown'),
        votes: cells.integer(row, 'votes', null),
        outcome: codeOf('outcome', row.text('outcome')),
        tier: row.text('tier'),
        tie: codeOf('tie', row.text('tie')),
        seed: row.text('seed'),
        content: row.text('content'),
        fingerprint: row.text('fingerprint'),
      },
    ];
  });
}

/** A ruling as a row; the unit's name is there for people: what is printed goes by what was kept. */
export function rulingRecord(ruling: Ruling, unit: string, language: Language): RowRecord {
  const { act, at, rank, votes, outcome, tie, ...same } = ruling;
  return {
    ...same,
    unit,
    act: labelOf('act', act, language),
    at: serialFromWallTime(at),
    rank: rank ?? '',
    votes: votes ?? '',
    outcome: outcome ? labelOf('outcome', outcome, language) : '',
    tie: tie ? labelOf('tie', tie, language) : '',
  };
}
