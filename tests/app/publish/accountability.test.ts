import { describe, expect, it } from '@jest/globals';
import { decideAccountability } from '../../../src/app/publish/accountability';
import { decideExtend } from '../../../src/app/collect/extend';
import { decideRemind } from '../../../src/app/collect/remind';
import { decideReview } from '../../../src/app/collect/review';
import { LOG } from '../../../src/workbook/tables/records/records';
import { appendRows } from '../../../src/workbook/contract/edits';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import { serialFromWallTime } from '../../../src/core/ground/wallTime';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { arrived, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { situationOf, withSetting } from '../../support/situationOf';

const NOW = '2021-06-12 09:00';

/** U01: sent back, late after an extension and a reminder. All others hand in nothing. */
function lived(): WorkbookSnapshot {
  const start = withReceipts(
    arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
    arrived('R0002', 'U01', '西渡镇', 'T1', '2021-06-09 18:00:01', { 审核: '通过', 含材料: '方案文本' }),
  );
  const reviewed = applySteps(
    start,
    decideReview(situationOf(start, '2021-06-07 15:00'), { receipts: 'R0001', to: 'returned', reason: '缺公章' }).steps,
  );
  const log = reviewed.tables[LOG.name];
  if (!log) throw new Error('no log');
  const logged = applySteps(
    reviewed,
    appendRows(
      LOG,
      log,
      [
        {
          at: serialFromWallTime(at('2021-06-07 15:00')),
          job: 'review',
          table: 'Receipts',
          row: 'R0001',
          column: '审核',
          before: '待审',
          after: '退回',
        },
      ],
      situationOf(reviewed).words(LOG),
    ),
  );
  const extended = applySteps(
    logged,
    decideExtend(situationOf(logged, '2021-06-07 16:00'), {
      unit: 'U01',
      requirement: 'T1',
      to: '2021-06-08 18:00',
      approvedBy: '县禁毒办',
      reason: '防汛',
    }).steps,
  );
  return applySteps(extended, decideRemind(situationOf(extended, '2021-06-09 09:00'), { units: 'U01', days: 0 }).steps);
}

function sheetOf(snapshot: WorkbookSnapshot): SheetPlan {
  const step = decideAccountability(situationOf(snapshot, NOW)).steps.find(({ kind }) => kind === 'addSheet');
  if (step?.kind !== 'addSheet') throw new Error('no sheet');
  return step.sheet;
}

describe('accountability', () => {
  const snapshot = lived();
  const { results, message } = decideAccountability(situationOf(snapshot, NOW));
  const lines = plannedCells(sheetOf(snapshot)).map((row) => row.filter((cell) => cell !== null).join(' | '));

  it('proves each row: extension and approver, former due time, arrivals, minutes, what was sent back when and why, reminders', () => {
    expect(results.rows[0]).toEqual({
      unitId: 'U01',
      unit: '西渡镇',
      activity: '组织动员',
      leads: [],
      requirementId: 'T1',
      status: 'late',
      due: '2021-06-08T18:00:00',
      formerDue: '2021-06-07T18:00:00',
      approvedBy: '县禁毒办',
      arrived: ['2021-06-07T12:00:00', '2021-06-09T18:00:01'],
      completedAt: '2021-06-09T18:00:01',
      minutesLate: 1441,
      sentBack: [{ receiptId: 'R0001', at: '2021-06-07T15:00:00', why: '退回：缺公章' }],
      reminders: ['2021-06-09T09:00:00'],
    });
    expect(lines.find((line) => line.startsWith('1 | 西渡镇'))).toBe(
      '1 | 西渡镇 | T1 宣传活动方案 | 6月8日 18:00 | 原截止 6月7日 18:00\n延至 6月8日 18:00\n批准：县禁毒办\n防汛 | 6月7日 12:00\nR0001 已退回\n6月9日 18:00:01\nR0002 已通过 | 6月9日 18:00:01 | 迟报 | ' +
        '1天1分\n（1441分） | R0001 6月7日 15:00 退回：缺公章 | 1次\n6月9日 09:00',
    );
  });

  it('says in words that a unit was never reminded', () => {
    expect(lines.find((line) => line.includes('| 集兵镇 |'))).toMatch(/\| 未催报$/);
  });

  it('D-13: a page of an earlier moment tells reviews as they were then, and says where it cannot', () => {
    const dated = (when: string) => ({
      审核: '退回',
      含材料: '方案文本',
      审核时间: when === '' ? '' : serialFromWallTime(at(when)),
    });
    const pageOf = (when: string): string => {
      const snapshot = withSetting(
        withReceipts(arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00', dated(when))),
        'asOf',
        serialFromWallTime(at('2021-06-10 09:00')),
      );
      const lines = plannedCells(sheetOf(snapshot)).map((row) => row.filter((cell) => cell !== null).join(' | '));
      return lines.filter((line) => /西渡镇|截至/.test(line)).join('\n');
    };
    expect(pageOf('2021-06-11 09:00')).not.toContain('西渡镇');
    expect(pageOf('2021-06-11 09:00')).not.toContain('审核以生成时为准');
    expect(pageOf('2021-06-11 09:00')).toContain('截至 2021-06-10 09:00（此后审核的按待审计）');
    expect(pageOf('2021-06-08 09:00')).toContain('R0001 已退回');
    expect(pageOf('2021-06-08 09:00')).not.toContain('此后审核');
    expect(pageOf('2021-06-08 09:00')).not.toContain('审核以生成时为准');
    expect(pageOf('')).toContain('R0001 已退回');
    expect(pageOf('')).toContain('截至 2021-06-10 09:00（审核以生成时为准）');
  });

  it('tells what waits for the office from what waits for the unit, and names what each version corrects (D-7)', () => {
    const waiting = plannedCells(
      sheetOf(
        withReceipts(
          arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-08 09:00', { 审核: '退回' }),
          arrived('R0002', 'U02', '集兵镇', 'T1', '2021-06-08 09:00', { 审核: '退回' }),
          arrived('R0003', 'U02', '集兵镇', 'T1', '2021-06-09 09:00', {
            审核: '通过',
            含材料: '方案文本',
            更正哪件: 'R0002',
          }),
        ),
      ),
    )
      .flat()
      .map(String);
    expect(waiting).toContain('6月8日 09:00\nR0001 已退回，待单位重报');
    expect(waiting).toContain('6月8日 09:00\nR0002 已退回\n6月9日 09:00\nR0003更正R0002，已通过');
  });

  it('prints counts that add up, and the rule that is cited', () => {
    expect(results.reconciles).toBe(true);
    expect(Object.values(results.counts).reduce((sum, count) => sum + count, 0)).toBe(results.must);
    expect(results.rows).toHaveLength(results.counts.late + results.counts.overdue);
    expect(lines).toContain(
      '核对：已报 0 ＋ 迟报 1 ＋ 待审 0 ＋ 不完整 0 ＋ 逾期 89 ＋ 待报 108 ＋ 免报 0 ＝ 应报 198（含免报）；名单 90 行 ＝ 迟报 1 ＋ 逾期 89。',
    );
    expect(lines.some((line) => line.startsWith('依据：衡办发〔2019〕8号。'))).toBe(true);
    expect(message.zh).toBe('“追责名单”已生成：45 家 90 项（迟报 1，逾期 89）。');
  });

  it('is A4 landscape with its head on every page, and no row is higher than Excel allows', () => {
    const sheet = sheetOf(snapshot);
    expect(sheet.page).toMatchObject({ orientation: 'Landscape', fitWide: 1 });
    expect(plannedCells(sheet)[sheet.page.titleRows?.[0] ?? -1]?.slice(0, 3)).toEqual(['序号', '单位', '事项']);
    expect(Math.max(...(sheet.rowHeights ?? []).map(([, , height]) => height))).toBeLessThanOrEqual(409);
  });

  it('says so when no rule is set, and when nobody is late', () => {
    expect(
      decideAccountability(situationOf(withSetting(snapshot, 'accountabilityRule', ''), NOW)).notices?.map(
        ({ code }) => code,
      ),
    ).toEqual(['no-accountability-rule']);
    const early = decideAccountability(situationOf(withReceipts(), '2021-06-01 09:00'));
    expect(early.results).toMatchObject({ rows: [], units: 0, must: 198 });
  });

  it('has the fingerprint of what it shows: the same figures, the same print', () => {
    const of = (now: string, on = snapshot): string =>
      decideAccountability({ ...situationOf(on, NOW), now: situationOf(on, now).now }).results.fingerprint;
    expect(of('2021-06-13 09:00')).toBe(of(NOW));
    expect(of(NOW, withReceipts())).not.toBe(of(NOW));
  });
});
