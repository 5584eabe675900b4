// Check names items, phases and leads that lead nowhere, and says nothing about an office that reports nothing.
import { describe, expect, it } from '@jest/globals';
import { checkActivities } from '../../../src/app/care/checkActivities';
import { activityGroups } from '../../../src/core/campaign/activityGroups';
import { PRESETS } from '../../../src/workbook/presets/presets';
import { newCampaignPlan } from '../../../src/workbook/presets/newCampaign';
import { codes } from '../../support/decidedContest';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { snapshotOf, withRows } from '../../support/snapshotOf';

describe('activities', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    'preset %s names nothing that is not there',
    (_id, preset) => {
      const { problems, notices } = checkActivities(situationOf(snapshotOf(newCampaignPlan(preset, 'zh'))));
      expect([problems, notices]).toEqual([[], []]);
    },
  );

  it('an item of an activity that is not there, a phase that is none, a lead nearly called like a unit', () => {
    const snapshot = withRows(newSnapshot(), 'Activities', [
      { 活动: '主题 党日', 牵头单位: '县教育局、县禁毒办、县公安居', 所属阶段: '宣传月' },
    ]);
    const { problems, notices } = checkActivities(situationOf(snapshot));
    expect(problems.filter(({ table }) => table === 'Activities').map(({ code, found }) => [code, found])).toEqual([
      ['unknown-phase', '宣传月'],
    ]);
    expect(problems.map(({ row }) => row)).toEqual(['T2', 'T4', 'T5', 'T6', 'T7', '主题 党日']);
    expect(notices.map(({ code, found }) => [code, found])).toEqual([['doubtful-lead', '县公安居']]);
    expect(new Set(codes(problems))).toEqual(new Set(['unknown-activity', 'unknown-phase']));
  });

  it('an activity that ends before it begins, by name and in words of days', () => {
    const row = { 活动: '主题党日', 开始: 44367, 结束: 44362 };
    const { cellProblems } = situationOf(withRows(newSnapshot(), 'Activities', [row]));
    expect(cellProblems.map(({ table, row: name, found }) => [table, name, found])).toEqual([
      ['Activities', '主题党日', '2021-06-15'],
    ]);
  });

  it('groups go in the order of the table, then as they come, what names none last; nothing is lost', () => {
    const activity = (name: string, leads: string[]) => ({
      name,
      leads,
      from: null,
      to: null,
      participants: [],
      phase: '',
    });
    const things = ['乙', '', '丙', '甲 ', '乙'].map((named, index) => ({ activity: named, index }));
    const groups = activityGroups(things, [activity('甲', ['局']), activity('乙', []), activity('丁', [])]);
    expect(groups.map(({ name, leads, things: own }) => [name, leads, own.map(({ index }) => index)])).toEqual([
      ['甲', ['局'], [3]],
      ['乙', [], [0, 4]],
      ['丙', [], [2]],
      ['', [], [1]],
    ]);
  });
});
