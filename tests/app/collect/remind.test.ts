import { describe, expect, it } from '@jest/globals';
import { decideRemind } from '../../../src/app/collect/remind';
import { REMIND } from '../../../src/app/collect/remindJob';
import { previewMessage } from '../../../src/app/run/previewWords';
import { withDefaults } from '../../../src/app/run/options';
import { readOptions } from '../../../src/app/run/readOptions';
import { applySteps } from '../../support/applySteps';
import { arrived, withReceipts } from '../../support/receiptRows';
import { situationOf } from '../../support/situationOf';
import { typed } from '../../support/calculated';

const NOW = '2021-06-08 09:00';
const snapshot = withReceipts(
  arrived('R0001', 'U02', '集兵镇', 'T1', '2021-06-07 12:00', { 审核: '通过', 含材料: '方案文本' }),
);

describe('remind', () => {
  const first = decideRemind(situationOf(snapshot, NOW), { days: 0, by: '甲' });
  const after = applySteps(snapshot, first.steps);

  it('has a text for every unit that is overdue, and logs one row per item', () => {
    expect(first.results.texts).toHaveLength(44);
    expect(first.results.texts[0]).toMatchObject({ unitId: 'U01', unit: '西渡镇', items: ['T1'], number: 1 });
    expect(first.changed).toEqual({ Reminders: { added: 44, updated: 0 } });
    // The last cells are hidden: what the row was written with, and what is to be corrected, nothing.
    expect(after.tables['Reminders']?.values[0]?.slice(1)).toEqual([
      'U01',
      'T1',
      '甲',
      '第 1 次：T1 宣传活动方案：应于 6月7日 18:00 前报送，已逾期 15小时；尚未收到；缺少材料：方案文本',
      '[44355.375,"U01","T1"]',
      '',
    ]);
    expect(first.message.zh).toContain('不发送任何消息');
    expect(first.preview?.added).toHaveLength(44);
  });

  it('shows before writing each row that it will write, and says that the texts are still to come', () => {
    const later = decideRemind(situationOf(snapshot, '2021-06-30 09:00'), { days: 0 });
    const rows = later.changed['Reminders']?.added ?? 0;
    expect(rows).toBeGreaterThan(later.results.texts.length);
    expect(later.preview?.added).toHaveLength(rows);
    expect(previewMessage(later.message).zh).toContain('文字将备好，');
  });

  it('asks for what was begun when it is due within the days, not weeks before', () => {
    const begun = withReceipts(
      arrived('R0001', 'U02', '集兵镇', 'T1', '2021-06-01 12:00', { 审核: '通过', 含材料: '方案文本' }),
      arrived('R0002', 'U02', '集兵镇', 'T2', '2021-06-01 12:00', { 审核: '通过', 含材料: '' }),
    );
    const items = (now: string): readonly string[] =>
      decideRemind(situationOf(begun, now), { days: 2, units: '集兵镇' }).results.texts.flatMap((out) => out.items);
    expect(items('2021-06-02 09:00')).toEqual([]);
    expect(items('2021-06-30 09:00')).toContain('T2');
  });

  it('leaves out who was reminded today, names them, and goes on when asked to', () => {
    const again = decideRemind(situationOf(after, '2021-06-08 17:00'), { days: 0 });
    expect(again).toMatchObject({ steps: [], changed: {}, results: { texts: [] } });
    expect(again.notices?.filter(({ code }) => code === 'reminded-today')).toHaveLength(44);
    const insisted = decideRemind(situationOf(after, '2021-06-08 17:00'), { days: 0, again: true });
    expect(insisted.results.texts[0]).toMatchObject({ number: 2 });
  });

  it('counts the reminders of a unit by day: the next day is the second', () => {
    const next = decideRemind(situationOf(after, '2021-06-09 08:00'), { days: 0 });
    expect(next.results.texts).toHaveLength(44);
    expect(next.results.texts[0]?.text).toContain('第 2 次提醒');
  });

  it('looks ahead by the days that are asked for, two by default', () => {
    const items = (said: { days?: number }): number =>
      decideRemind(
        situationOf(snapshot, '2021-06-08 18:00'),
        withDefaults(REMIND.options, { ...said, units: '集兵镇' }),
      ).results.texts[0]?.items.length ?? 0;
    expect([items({ days: 1 }), items({})]).toEqual([0, 1]);
  });

  it('takes only the units that are named, and says which have nothing missing', () => {
    const some = decideRemind(situationOf(snapshot, NOW), { days: 0, units: '西渡镇、集兵镇' });
    expect(some.results.texts.map(({ unitId }) => unitId)).toEqual(['U01']);
    expect(some.notices?.map(({ code, row }) => [code, row])).toContainEqual(['nothing-missing', 'U02']);
  });

  it('addresses the mail where the roster has a sound mailbox, and names those without once', () => {
    const mailed = typed(snapshot, 'Units', 0, '邮箱', 'xidu@example.com');
    const { results, notices } = decideRemind(situationOf(mailed, NOW), { days: 0 });
    expect(results.texts[0]?.mailto).toMatch(/^mailto:xidu@example\.com\?subject=/);
    expect(results.texts[1]?.mailto).toMatch(/^mailto:\?subject=/);
    expect(notices?.filter(({ code }) => code === 'no-mailbox')).toHaveLength(1);
  });

  it('refuses days and units that cannot be meant', () => {
    expect(readOptions(REMIND.options, { days: '-1' }).problems.map(({ code }) => code)).toEqual(['bad-days']);
    expect(
      decideRemind(situationOf(snapshot, NOW), { days: 0, units: '火星镇' }).problems?.map(({ code }) => code),
    ).toEqual(['unknown-unit']);
  });

  it('says that nobody needs a reminder', () => {
    expect(decideRemind(situationOf(snapshot, '2021-06-01 09:00'), { days: 2 }).message.zh).toBe(
      '没有需要催报的单位。',
    );
  });
});
