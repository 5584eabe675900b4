import { describe, expect, it } from '@jest/globals';
import { decideReview } from '../../../src/app/collect/review';
import type { ReviewInput } from '../../../src/app/collect/reviewJob';
import { serialFromWallTime } from '../../../src/core/ground/wallTime';
import { applySteps } from '../../support/applySteps';
import { arrived, cellOf, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { situationOf } from '../../support/situationOf';

const snapshot = withReceipts(
  arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00', { 备注: '电话已核' }),
  arrived('R0002', 'U02', '集兵镇', 'T1', '2021-06-07 13:00', { 审核: '' }),
  arrived('R0003', 'U01', '西渡镇', 'T2', '2021-06-07 14:00'),
  arrived('R0004', 'U03', '杉桥镇', 'T1', '2021-06-07 15:00', { 审核: '通过' }),
);
const decide = (input: ReviewInput) => decideReview(situationOf(snapshot), input);
const codes = (input: ReviewInput): string[] => (decide(input).problems ?? []).map(({ code }) => code);

describe('review', () => {
  it('D-7: sends back with the reason behind what stands in the note', () => {
    const decision = decide({ receipts: 'r0001, R0003', to: 'returned', reason: '缺公章', reviewer: '甲' });
    const after = applySteps(snapshot, decision.steps);
    expect(['审核', '审核人', '备注'].map((header) => cellOf(after, 'Receipts', 0, header))).toEqual([
      '退回',
      '甲',
      '电话已核；退回：缺公章',
    ]);
    expect(cellOf(after, 'Receipts', 2, '备注')).toBe('退回：缺公章');
    expect(cellOf(after, 'Receipts', 1, '审核')).toBe('');
    expect(decision.message.zh).toBe('2 件审核为“退回”。');
    expect(decision.preview?.changed).toContainEqual({
      table: 'Receipts',
      row: 'R0001',
      column: '审核',
      before: '待审',
      after: '退回',
    });
  });

  it('D-13: says when; a review that is taken back has no time', () => {
    const accepted = applySteps(
      snapshot,
      decideReview(situationOf(snapshot, '2021-06-08 09:30:15'), { receipts: 'R0001', to: 'accepted' }).steps,
    );
    expect(cellOf(accepted, 'Receipts', 0, '审核时间')).toBeCloseTo(serialFromWallTime(at('2021-06-08 09:30:15')), 6);
    const again = decideReview(situationOf(accepted, '2021-06-09 10:00'), { receipts: 'R0001', to: 'pending' });
    expect(cellOf(applySteps(accepted, again.steps), 'Receipts', 0, '审核时间')).toBe('');
    expect(again.preview?.changed).toContainEqual(
      expect.objectContaining({ column: '审核时间', before: '2021-06-08 09:30:15', after: '' }),
    );
  });

  it('names the next that waits, after those it was asked about', () => {
    expect(decide({ receipts: 'R0001', to: 'accepted' }).results.next).toBe('R0002');
    expect(decide({ receipts: 'R0001, R0002', to: 'accepted' }).results.next).toBe('R0003');
    expect(decide({ receipts: 'R0001, R0002, R0003', to: 'accepted' }).results.next).toBe('');
  });

  it('takes all that is under review of an item, of one unit where that is asked', () => {
    expect(decide({ requirement: 'T1', to: 'accepted' }).results.receipts).toEqual(['R0001', 'R0002']);
    expect(decide({ requirement: '宣传活动方案', unit: '集兵镇', to: 'accepted' }).results.receipts).toEqual(['R0002']);
    expect(decide({ requirement: 'T3', to: 'accepted' })).toMatchObject({
      changed: {},
      steps: [],
      message: { zh: '没有待审的收件。' },
    });
  });

  it('leaves what is still to come: a review of it would be older than its arrival', () => {
    const early = situationOf(snapshot, '2020-01-01 08:00');
    expect(decideReview(early, { requirement: 'T1', to: 'accepted' })).toMatchObject({
      steps: [],
      message: { zh: '没有待审的收件。' },
    });
  });

  it('numbers a row that a person typed without one, so that its review is that row’s, is logged as such and can be undone', () => {
    const typed = withReceipts(
      arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
      arrived('', 'U02', '集兵镇', 'T1', '2021-06-07 13:00'),
      arrived('', 'U03', '杉桥镇', 'T1', '2021-06-07 14:00'),
    );
    const of = { requirement: 'T1', unit: '集兵镇' };
    const decision = decideReview(situationOf(typed), { ...of, to: 'accepted' });
    const after = applySteps(typed, decision.steps);
    expect([0, 1, 2].map((row) => cellOf(after, 'Receipts', row, '收件编号'))).toEqual(['R0001', 'R0002', '']);
    expect([0, 1, 2].map((row) => cellOf(after, 'Receipts', row, '审核'))).toEqual(['待审', '通过', '待审']);
    expect(decision.results.receipts).toEqual(['R0002']);
    expect([...new Set(decision.replaced?.map(({ row, column }) => `${row} ${column}`))]).toEqual([
      'R0002 审核',
      'R0002 审核时间',
    ]);
    expect(decision.preview?.changed[0]).toMatchObject({ row: '#2', column: '收件编号', before: '', after: 'R0002' });
  });

  it('names the next one by unit and item where it has no number', () => {
    const typed = withReceipts(
      arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
      arrived('', '', '', '', '2021-06-07 13:00'),
      arrived('', 'U02', '集兵镇', 'T1', '2021-06-07 13:00'),
    );
    expect(decideReview(situationOf(typed), { receipts: 'R0001', to: 'accepted' }).results).toMatchObject({
      next: '',
      nextOf: { requirement: 'T1', unit: '集兵镇' },
    });
  });

  it('changes nothing that is so already', () => {
    const decision = decide({ receipts: 'R0004', to: 'accepted' });
    expect(decision).toMatchObject({ changed: {}, steps: [], results: { receipts: [], unchanged: ['R0004'] } });
  });

  it('refuses by name: no receipts, no outcome, no reason to send back, unknown and repeated ids', () => {
    expect(codes({})).toEqual(['missing-receipts', 'missing-review']);
    expect(codes({ receipts: 'R0001', to: 'returned', reason: ' ' })).toEqual(['missing-reason']);
    expect(codes({ receipts: 'R0001、R9998、R9999', to: 'accepted' })).toEqual(['unknown-receipt', 'unknown-receipt']);
    expect(codes({ requirement: 'T9', unit: '火星镇', to: 'accepted' })).toEqual([
      'unknown-requirement',
      'unknown-unit',
    ]);
    const twice = withReceipts(
      arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
      arrived('R0001', 'U02', '集兵镇', 'T1', '2021-06-07 12:00'),
    );
    expect(
      decideReview(situationOf(twice), { receipts: 'R0001', to: 'accepted' }).problems?.map(({ code }) => code),
    ).toEqual(['duplicate-id']);
  });

  it('writes nothing at all when one of several is unknown', () => {
    expect(decide({ receipts: 'R0001,R9999', to: 'accepted' })).toMatchObject({ stopped: true, steps: [] });
  });
});
