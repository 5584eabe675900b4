// 活动阶段: read from the table, told from the line of the settings, and named where the two disagree.
import { describe, expect, it } from '@jest/globals';
import { readPhaseLine } from '../../../src/core/campaign/phaseLine';
import { phaseRecords } from '../../../src/workbook/tables/phases/phases';
import { codes } from '../../support/decidedContest';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

const read = (rows: Parameters<typeof withRows>[2]) => situationOf(withRows(newSnapshot(), 'Phases', rows));

describe('phases', () => {
  it('a line as rows is the line again, last days to their last second', () => {
    const line = '甲 5-30～6-7；乙 6-10～6-10';
    const situation = read(
      (phaseRecords(line, 2021) ?? []).map(({ phase, from, to }) => ({
        阶段: phase,
        开始: from,
        结束: to,
      })) as Parameters<typeof withRows>[2],
    );
    expect(situation.campaign.settings.phases).toEqual(readPhaseLine(line, 2021));
    expect(situation.cellProblems).toEqual([]);
  });

  it('a phase without days is there and has none; one that ends before it begins, and a day in words, are named', () => {
    const { campaign, cellProblems } = read([
      { 阶段: '甲' },
      { 阶段: '乙', 开始: 44360, 结束: 44350 },
      { 阶段: '丙', 开始: '六月上旬', 结束: 44350 },
      { 阶段: '丁', 开始: 44340, 结束: 44350 },
    ]);
    expect(campaign.settings.phases.map(({ name }) => name)).toEqual(['丁']);
    expect(campaign.phaseNames).toEqual(['甲', '乙', '丙', '丁']);
    expect(cellProblems.map(({ table, row, column }) => [table, row, column])).toEqual([
      ['Phases', '乙', 'to'],
      ['Phases', '丙', 'from'],
    ]);
  });

  it('a line typed over the formula is named when it says something else, and the table counts', () => {
    const typed = withSetting(newSnapshot(), 'phases', '组织动员 5-30～6-7');
    expect(situationOf(typed).cellProblems).toEqual([]);
    const other = situationOf(withSetting(newSnapshot(), 'phases', '组织动员 5-30～6-8'));
    expect([codes(other.cellProblems), other.cellProblems[0]?.row]).toEqual([['bad-setting'], 'phases']);
    expect(other.campaign.settings.phases).toHaveLength(6);
  });

  it('while the table is empty, the line of the settings counts', () => {
    const line = withSetting(withRows(newSnapshot(), 'Phases', []), 'phases', '甲 5-30～6-7');
    expect(situationOf(line).campaign.settings.phases.map(({ name }) => name)).toEqual(['甲']);
  });
});
