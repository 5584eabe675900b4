// Who owes an item, and as of when: edits by hand that let units off, or make them late, are named by check and by the jobs.
import { describe, expect, it } from '@jest/globals';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { noticesOf } from '../../../src/app/run/jobNotices';
import type { Problem } from '../../../src/core/ground/problem';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { calculated, typed } from '../../support/calculated';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-11 09:00';
const CLEAN = calculated(newSnapshot(), NOW);

const codes = (problems: readonly Problem[] | undefined): string[] =>
  (problems ?? []).map(({ code, table, row }) => [code, table, row].filter((word) => word !== undefined).join(' '));

/** 0-based row of the table’s body that holds the word. */
const rowOf = (snapshot: WorkbookSnapshot, table: 'Units' | 'Requirements' | 'Settings', word: string): number =>
  snapshot.tables[table]?.values.findIndex((row) => row.includes(word)) ?? -1;

describe('what nobody owes', () => {
  const emptied = calculated(typed(CLEAN, 'Requirements', rowOf(CLEAN, 'Requirements', 'T2'), '报送单位', ''), NOW);

  it('is an item whose Who was emptied: the check and whatever reads the items name it', () => {
    expect(codes(decideCheck(situationOf(emptied, NOW)).problems)).toContain('missing-who Requirements T2');
    expect(codes(situationOf(emptied, NOW).cellProblems)).toEqual(['missing-who Requirements T2']);
  });

  it('D-11: is named where the sheets count it still, until a job has marked its rows', () => {
    expect(codes(decideCheck(situationOf(emptied, NOW)).problems)).toContain('obsolete-row Tracker');
    const moved = calculated(typed(CLEAN, 'Units', rowOf(CLEAN, 'Units', '渣江镇'), '类别', '县直单位'), NOW);
    const found = decideCheck(situationOf(moved, NOW)).problems?.find(({ code }) => code === 'obsolete-row');
    expect(found?.message.zh).toContain('还在计 3 行没有单位应报的（U11 T1、U11 T2、U11 T3）');
    expect(codes(decideCheck(situationOf(CLEAN, NOW)).problems)).toEqual([]);
  });
});

describe('an as-of moment that is still to come', () => {
  const ahead = typed(CLEAN, 'Settings', rowOf(CLEAN, 'Settings', 'asOf'), '值', 44380.75);

  it('is named by check and by every job, since what is not due yet counts as overdue', () => {
    const situation = situationOf(ahead, NOW);
    expect(codes(decideCheck(situation).notices)).toContain('as-of-ahead Settings asOf');
    const said = noticesOf(
      { reads: { tables: ['Tracker'] }, writes: 'nothing', mode: 'preview', cut: [], lost: [] },
      situation,
      { steps: [] },
    );
    expect(codes(said)).toContain('as-of-ahead Settings asOf');
    expect(codes(decideCheck(situationOf(ahead, '2021-07-04 09:00')).notices)).not.toContain(
      'as-of-ahead Settings asOf',
    );
  });
});
