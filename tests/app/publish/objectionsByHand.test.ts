// Objections that people typed, closed or deleted by hand in their register: named, mended, never lost. Decisions on snapshots of the sample contest.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideCloseObjection } from '../../../src/app/publish/closeObjection';
import { decideMend } from '../../../src/app/care/mend';
import { decideObject } from '../../../src/app/publish/object';
import type { Decision } from '../../../src/app/run/runJob';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { after, cellsOf, codes, wordsOf } from '../../support/decidedContest';
import { typed } from '../../support/calculated';
import { situationOf } from '../../support/situationOf';
import { INPUT, OVER, objectedContest } from '../../support/objectedContest';

let objected: WorkbookSnapshot;

beforeAll(async () => {
  ({ objected } = await objectedContest());
});

/** Somebody deletes the row of the register; its sheet stays. */
function withoutRow(snapshot: WorkbookSnapshot, id: string): WorkbookSnapshot {
  const table = snapshot.tables['Objections'];
  if (!table) throw new Error('no register of objections');
  const stays = table.values.map((row) => !row.includes(id));
  const kept = <Row>(rows: readonly Row[]): Row[] => rows.filter((_row, at) => stays[at] ?? true);
  const own = { ...table, values: kept(table.values), formulas: kept(table.formulas) };
  return { ...snapshot, tables: { ...snapshot.tables, Objections: own } };
}

describe('an objection that somebody closed by hand', () => {
  const close = (cells: Readonly<Record<string, string | number>>) => {
    const byHand = Object.entries(cells).reduce(
      (snapshot, [header, cell]) => typed(snapshot, 'Objections', 0, header, cell),
      objected,
    );
    const own = (problems: Decision<unknown>['problems']) =>
      (problems ?? []).flatMap(({ code, table, column }) => (table === 'Objections' ? [`${code} ${column}`] : []));
    return own(decideCheck(situationOf(byHand, OVER)).problems);
  };
  it('is named where the answer or the moment is missing, or the moment is before it came, in check', () => {
    // Noon of 22 and 24 June.
    const [outcome, before, later] = ['核实为原创', 44369.5, 44371.5];
    expect([
      close({ 状态: '不成立' }),
      close({ 状态: '成立 ', 处理结果: outcome }),
      close({ 状态: '不成立', 处理结果: outcome, 办结时间: before }),
      close({ 状态: '撤回', 办结时间: later }),
      close({ 状态: '不成立', 处理结果: outcome, 办结时间: later }),
      close({}),
    ]).toEqual([
      ['missing-answer outcome', 'missing-time closedAt'],
      ['missing-time closedAt'],
      ['closed-before-received closedAt'],
      [],
      [],
      [],
    ]);
  });
});

describe('an objection whose row somebody deleted', () => {
  it('stays open: check names it, certificates wait for it, the list says it is pending, and it cannot be closed by its number', () => {
    const gone = situationOf(withoutRow(objected, 'OB01'), OVER);
    const [named] = decideCheck(gone).problems?.filter(({ code }) => code === 'objection-gone') ?? [];
    expect([named?.row, named?.message.zh]).toEqual(['OB01', expect.stringMatching(/OB01（针对21号《.+》）登记过/)]);
    expect(codes(decideCertificates(gone, {}).problems)).toContain('objection-gone');
    expect(codes(decideAwards(gone, {}).notices)).toContain('objection-gone');
    expect(wordsOf(decideBriefing(gone))).toContain('有1件异议正在处理');
    const closing = decideCloseObjection(gone, { to: '不成立', outcome: '属实', by: '县禁毒办' });
    expect(codes(closing.problems)).toEqual(['objection-gone']);
  });

  it('is named, too, when the whole register is gone: nothing stops without a word', () => {
    const { Objections: _, ...tables } = objected.tables;
    const gone = situationOf({ ...objected, tables }, OVER);
    const closing = decideCloseObjection(gone, { to: '不成立', outcome: '属实', by: '县禁毒办' });
    expect(codes(closing.problems)).toEqual(['objection-gone']);
  });

  it('keeps its number, keeps no page of before it pending, and is as it was once the row is back', () => {
    const gone = withoutRow(objected, 'OB01');
    const second = decideObject(situationOf(gone, OVER), { ...INPUT, entry: '3' });
    expect(second.results.objectionId).toBe('OB02');
    const older = { ...objected, names: {} };
    const both = after(older, decideObject(situationOf(older, OVER), { ...INPUT, entry: '3' }));
    expect(codes(decideCheck(situationOf(withoutRow(both, 'OB01'), OVER)).problems)).toContain('objection-gone');
    expect(wordsOf(decideBriefing(situationOf(gone, '2021-06-22T09:00')))).not.toContain('异议');
    expect(codes(decideCheck(situationOf(objected, OVER)).problems)).not.toContain('objection-gone');
  });
});

describe('an objection that somebody typed without a number', () => {
  it('counts as open; Mend gives it one that no other had, and its row is missed from then on', () => {
    const table = objected.tables['Objections']!;
    const without = withoutRow(objected, 'OB01').tables['Objections']!;
    const row = table.values[0]!.map((cell, place) => (table.headers[place] === '异议编号' ? '' : cell));
    const own = { ...without, values: [...without.values, row], formulas: [...without.formulas, row] };
    const byHand = { ...objected, tables: { ...objected.tables, Objections: own } };
    const [named] =
      decideCheck(situationOf(byHand, OVER)).problems?.filter(({ code, table: of }) =>
        `${code} ${of}`.includes('missing-id Objections'),
      ) ?? [];
    expect(named?.message.zh).toContain('点“改正”补上编号');
    const mended = after(byHand, decideMend(situationOf(byHand, OVER)));
    expect(cellsOf(mended, 'Objections', '异议编号').flat()).toContain('OB02');
    const check = decideCheck(situationOf(withoutRow(mended, 'OB02'), OVER)).problems ?? [];
    expect(check.filter(({ code }) => code === 'objection-gone').map((problem) => problem.row)).toEqual([
      'OB01',
      'OB02',
    ]);
  });
});
