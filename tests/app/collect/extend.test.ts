import { describe, expect, it } from '@jest/globals';
import { decideExtend } from '../../../src/app/collect/extend';
import type { ExtendInput } from '../../../src/app/collect/extendJob';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { applySteps } from '../../support/applySteps';
import { cellOf } from '../../support/receiptRows';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-09 09:00';
const GOOD: ExtendInput = {
  unit: '西渡镇',
  requirement: 'T2',
  to: '2021-06-12T18:00',
  approvedBy: '县禁毒办',
  reason: '防汛',
};
const codes = (input: ExtendInput): string[] =>
  (decideExtend(situationOf(newSnapshot(), NOW), input).problems ?? []).map(({ code }) => code);

describe('extend', () => {
  it('D-2: adds a row that moves the due time of this unit alone', () => {
    const snapshot = newSnapshot();
    const decision = decideExtend(situationOf(snapshot, NOW), GOOD);
    expect(decision.results).toEqual({
      unitId: 'U01',
      requirementId: 'T2',
      formerDue: '2021-06-10T18:00:00',
      due: '2021-06-12T18:00:00',
      quota: 1,
      exempt: false,
    });
    expect(decision.message.zh).toBe('西渡镇的 T2：由 6月10日 18:00 延期至 6月12日 18:00（县禁毒办批准）。');
    const after = applySteps(snapshot, decision.steps);
    const { campaign, asOf } = situationOf(after, '2021-06-12 18:00');
    const overdue = trackUnits(campaign, asOf).filter(
      ({ requirementId, status }) => requirementId === 'T2' && status === 'pending',
    );
    expect(overdue.map(({ unitId }) => unitId)).toEqual(['U01']);
    expect(cellOf(after, 'Exceptions', 3, '原截止')).toBe('2021-06-10 18:00');
  });

  it('keeps every former due time, approver and reason when it is extended again', () => {
    const once = applySteps(newSnapshot(), decideExtend(situationOf(newSnapshot(), NOW), GOOD).steps);
    const decision = decideExtend(situationOf(once, NOW), {
      ...GOOD,
      to: '6月15日 18:00',
      approvedBy: '县委',
      reason: '仍在防汛',
    });
    expect(decision.changed).toEqual({ Exceptions: { added: 0, updated: 1 } });
    const twice = applySteps(once, decision.steps);
    expect(['原截止', '批准人', '理由'].map((header) => cellOf(twice, 'Exceptions', 3, header))).toEqual([
      '2021-06-10 18:00；2021-06-12 18:00',
      '县禁毒办；县委',
      '防汛；仍在防汛',
    ]);
    expect(decision.preview?.changed).toContainEqual({
      table: 'Exceptions',
      row: 'U01 T2',
      column: '延期至',
      before: '2021-06-12 18:00',
      after: '2021-06-15 18:00',
    });
  });

  it('joins the exception that the unit has for the item already', () => {
    const snapshot = newSnapshot();
    const after = applySteps(snapshot, decideExtend(situationOf(snapshot, NOW), { ...GOOD, unit: '县检察院' }).steps);
    expect(after.tables['Exceptions']?.values).toHaveLength(3);
    expect(cellOf(after, 'Exceptions', 1, '理由')).toBe('公、检、法各不少于 2 篇；防汛');
    expect(cellOf(after, 'Exceptions', 1, '另定数量')).toBe(2);
  });

  it('exempts, and sets another quota', () => {
    const of = (input: ExtendInput): object => decideExtend(situationOf(newSnapshot(), NOW), input).results;
    expect(of({ ...GOOD, to: '', exempt: true })).toMatchObject({ exempt: true, due: '2021-06-10T18:00:00' });
    expect(of({ ...GOOD, to: '', quota: 3 })).toMatchObject({ quota: 3 });
  });

  it('refuses by name what cannot be meant, all at once', () => {
    expect(codes({ ...GOOD, unit: '火星镇' })).toEqual(['unknown-unit']);
    expect(codes({ ...GOOD, unit: '西渡' })).toEqual(['doubtful-unit']);
    expect(codes({ ...GOOD, requirement: 'T9' })).toEqual(['unknown-requirement']);
    expect(codes({ ...GOOD, to: '2021-06-31 18:00' })).toEqual(['impossible-date']);
    expect(codes({ ...GOOD, to: '2021-06-12' })).toEqual(['missing-time']);
    expect(codes({ ...GOOD, to: '2021-06-10 18:00' })).toEqual(['not-later']);
    expect(codes({ ...GOOD, requirement: 'T7' })).toEqual(['no-due-time']);
    expect(codes({ ...GOOD, requirement: 'T5' })).toEqual(['not-owed', 'no-due-time']);
    expect(codes({ ...GOOD, quota: 0 })).toEqual(['bad-quota']);
    expect(codes({ ...GOOD, to: '', approvedBy: ' ', reason: '' })).toEqual([
      'missing-change',
      'missing-approvedBy',
      'missing-reason',
    ]);
    expect(codes({})).toEqual(['missing-unit', 'missing-requirement']);
  });

  it('writes nothing when it refuses', () => {
    expect(decideExtend(situationOf(newSnapshot(), NOW), { ...GOOD, reason: '' })).toMatchObject({
      stopped: true,
      steps: [],
      changed: {},
    });
  });

  it('says when the new due time has passed already', () => {
    expect(decideExtend(situationOf(newSnapshot(), '2021-06-20 09:00'), GOOD).notices?.map(({ code }) => code)).toEqual(
      ['extended-into-past'],
    );
  });
});
