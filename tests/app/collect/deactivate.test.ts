import { describe, expect, it } from '@jest/globals';
import { decideDeactivate } from '../../../src/app/collect/deactivate';
import { decideOverdue } from '../../../src/app/collect/overdue';
import { applySteps } from '../../support/applySteps';
import { arrived, cellOf, withReceipts } from '../../support/receiptRows';
import { situationOf } from '../../support/situationOf';

const NOW = '2021-06-09 09:00';
const snapshot = withReceipts(
  arrived('R0001', 'U02', '集兵镇', 'T1', '2021-06-07 12:00', { 审核: '通过', 含材料: '方案文本' }),
);

describe('deactivate', () => {
  const decision = decideDeactivate(situationOf(snapshot, NOW), { unit: '集兵镇', reason: '撤并' });
  const after = applySteps(snapshot, decision.steps);

  it('sets Active to No with date and reason, and keeps receipts and tracker rows (D-11)', () => {
    expect([cellOf(after, 'Units', 1, '启用'), cellOf(after, 'Units', 1, '备注')]).toEqual([
      '否',
      '2021年6月9日停用：撤并',
    ]);
    expect(after.tables['Receipts']?.values).toEqual(snapshot.tables['Receipts']?.values);
    expect(after.tables['Tracker']?.values).toEqual(snapshot.tables['Tracker']?.values);
    expect(decision.results).toEqual({
      unitId: 'U02',
      unit: '集兵镇',
      released: ['T2', 'T3', 'T4', 'T7'],
      receipts: 1,
    });
  });

  it('D-11: the unit is overdue for nothing any more, and its rows are named, not deleted', () => {
    const late = decideOverdue(situationOf(after, '2021-07-10 09:00'));
    expect(late.results.overdue.some(({ unitId }) => unitId === 'U02')).toBe(false);
    expect(late.notices?.filter(({ code }) => code === 'obsolete-row').map(({ row }) => row)).toEqual([
      'U02 T1',
      'U02 T2',
      'U02 T3',
      'U02 T4',
      'U02 T7',
    ]);
  });

  it('refuses by name: no reason, an unknown unit, one that has left already', () => {
    const codes = (unit: string, reason: string, on = snapshot): string[] =>
      (decideDeactivate(situationOf(on, NOW), { unit, reason }).problems ?? []).map(({ code }) => code);
    expect(codes('集兵镇', '')).toEqual(['missing-reason']);
    expect(codes('火星镇', '')).toEqual(['unknown-unit', 'missing-reason']);
    expect(codes('集兵镇', '撤并', after)).toEqual(['already-inactive']);
  });
});
