import { describe, expect, it } from '@jest/globals';
import { decideRecompute } from '../../../src/app/collect/recompute';
import { RECOMPUTE } from '../../../src/app/collect/recomputeJob';
import { readOptions } from '../../../src/app/run/readOptions';
import { serialFromWallTime } from '../../../src/core/ground/wallTime';
import { applySteps } from '../../support/applySteps';
import { calculated, typed } from '../../support/calculated';
import { cellOf } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-08 09:00';
const shown = calculated(newSnapshot(), NOW);

describe('recompute', () => {
  it('shows what a later due time changes in the tracker before it does', () => {
    const { results, preview, message } = decideRecompute(situationOf(shown, NOW), {
      requirement: 'T1',
      due: '2021-06-12T18:00',
    });
    expect(results.statuses).toHaveLength(45);
    expect(results.statuses[0]).toEqual({ unitId: 'U01', requirementId: 'T1', before: 'overdue', after: 'pending' });
    expect(preview?.changed.slice(0, 2)).toEqual([
      { table: 'Requirements', row: 'T1', column: '截止时间', before: '2021-06-07 18:00', after: '2021-06-12 18:00' },
      { table: 'Tracker', row: 'U01 T1', column: '状态', before: '逾期', after: '待报' },
    ]);
    expect(message.zh).toBe('T1 截止时间：2021-06-07 18:00 → 2021-06-12 18:00；45 行状态变化（逾期 → 待报 45）。');
  });

  it('writes the rule, and logs only what was typed', () => {
    const decision = decideRecompute(situationOf(shown, NOW), {
      requirement: 'T1',
      due: '2021-06-12T18:00',
      quota: 2,
      parts: '方案文本、盖章页',
    });
    const after = applySteps(shown, decision.steps);
    expect(['截止时间', '应报数', '须含材料'].map((header) => cellOf(after, 'Requirements', 0, header))).toEqual([
      serialFromWallTime(at('2021-06-12 18:00')),
      2,
      '方案文本、盖章页',
    ]);
    expect(decision.replaced?.map(({ table, column }) => `${table} ${column}`)).toEqual([
      'Requirements 截止时间',
      'Requirements 应报数',
      'Requirements 须含材料',
    ]);
  });

  it('adds rows for units that owe it now, and keeps those that do not, as exempt (D-11)', () => {
    const wider = decideRecompute(situationOf(shown, NOW), { requirement: 'T6', who: '县城市执法局、县教育局' });
    expect(wider.results).toMatchObject({ added: 1, released: 2 });
    expect(wider.results.statuses.map(({ after }) => after)).toEqual(['exempt', 'exempt']);
    expect(wider.changed).toEqual({ Requirements: { added: 0, updated: 1 }, Tracker: { added: 1, updated: 2 } });
    const again = decideRecompute(situationOf(applySteps(shown, wider.steps), NOW), {});
    expect(again.changed).toEqual({});
  });

  it('takes a due time away, and says so', () => {
    const decision = decideRecompute(situationOf(shown, NOW), { requirement: 'T1', due: '无' });
    expect(cellOf(applySteps(shown, decision.steps), 'Requirements', 0, '截止时间')).toBe('');
    expect(decision.message.zh).toContain('T1 截止时间：2021-06-07 18:00 → （空）');
  });

  it('names rows whose shown status is not what the rules say, and restores formulas', () => {
    const wrong = typed(shown, 'Tracker', 0, '状态', '已报');
    const decision = decideRecompute(situationOf(wrong, NOW), {});
    expect(decision.results).toMatchObject({
      statuses: [{ unitId: 'U01', requirementId: 'T1', before: 'onTime', after: 'overdue' }],
      formulasRestored: 1,
    });
    expect(decision.notices?.map(({ code }) => code)).toEqual(['formula-overwritten']);
    expect(decideRecompute(situationOf(shown, NOW), {})).toMatchObject({
      changed: {},
      log: null,
      results: { statuses: [] },
    });
  });

  it('refuses by name and writes nothing', () => {
    const codes = (input: Parameters<typeof decideRecompute>[1]): string[] =>
      (decideRecompute(situationOf(shown, NOW), input).problems ?? []).map(({ code }) => code);
    expect(codes({ due: '2021-06-12 18:00' })).toEqual(['missing-requirement']);
    expect(codes({ requirement: 'T9', quota: 1 })).toEqual(['unknown-requirement']);
    expect(readOptions(RECOMPUTE.options, { quota: '0' }).problems.map(({ code }) => code)).toEqual(['bad-quota']);
    expect(codes({ requirement: 'T1', due: '6月31日 18:00' })).toEqual(['impossible-date']);
    expect(codes({ requirement: 'T1', who: '乡镇、火星镇' })).toEqual(['unknown-unit']);
    expect(codes({ requirement: 'T1', parts: '一、二、三、四、五、六、七' })).toEqual(['too-many-parts']);
    expect(decideRecompute(situationOf(shown, NOW), { requirement: 'T9', quota: 2 })).toMatchObject({
      stopped: true,
      steps: [],
    });
  });
});
