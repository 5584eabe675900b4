// 评选决定 ↔ rulings. A row that cannot be read is named; the others count.
import type { Problem } from '../../../core/ground/problem';
import type { Ruling } from '../../../core/contest/ruling';
import type { Language } from '../../../core/ground/text';
import { serialFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { codeOf, labelOf } from '../../contract/labels';
import { readRows } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import { DECISIONS } from './decisions';

/** The record of decisions, row by row in the order written; rows that cannot be read go to `problems`. */
export function readRulings(table: TableSnapshot, problems: Problem[]): Ruling[] {
  const cells = new CellReader(DECISIONS, problems);
  return readRows(DECISIONS, table).flatMap((row): Ruling[] => {
    const at = cells.moment(row, 'at');
    const act = codeOf('act', row.text('act'));
    if (act === null) cells.choice(row, 'act', 'act', 'decide');
    if (at === null || act === null) return [];
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

/** A ruling as a row; the unit's name is there for people and never read back. */
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
