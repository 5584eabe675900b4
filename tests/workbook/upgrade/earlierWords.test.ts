// Workbooks of version 4 hold no words of their campaign: what they meant is kept, and their headers stay as they are.
import { describe, expect, it } from '@jest/globals';
import { needsAlias } from '../../../src/core/awards/alias';
import { readCampaign, type Campaign } from '../../../src/workbook/campaign';
import { presetOf } from '../../../src/workbook/presets/presets';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { ENTRIES } from '../../../src/workbook/tables/entries/entries';
import { upgradePlan } from '../../../src/workbook/upgrade/upgradePlan';
import { ofVersion4, WORD_SETTINGS } from '../../support/earlierWorkbook';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';

const earlier = ofVersion4(newSnapshot());
const upgrade = (snapshot: WorkbookSnapshot) =>
  upgradePlan({ snapshot, language: 'zh', preset: presetOf(snapshot), answer: () => () => undefined });

function campaignOf(snapshot: WorkbookSnapshot): Campaign {
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') throw new Error(JSON.stringify(reading.problems));
  return reading.campaign;
}

describe('a workbook of version 4', () => {
  it('means the words of the preset that it was made from, and hides the same names (A-3)', () => {
    const { words, aliasCategories, preset } = campaignOf(earlier).settings;
    expect([words.honour, words.entry, preset]).toEqual(['最美禁毒故事', '故事', '2021-6-26']);
    expect(aliasCategories).toEqual(['社区戒毒康复', '成功戒毒历程', '戒毒人员创业就业事例']);
    expect(needsAlias('成功戒毒历程类', aliasCategories)).toBe(true);
    expect(needsAlias('禁毒志愿者', aliasCategories)).toBe(false);
  });

  it('of which people made another campaign says none of those words, and still hides whoever it hid', () => {
    const other = ['theme', 'basis', 'campaign'].reduce(
      (snapshot, key) => withSetting(snapshot, key, '另一项活动'),
      withSetting(earlier, 'storyCategories', '征文、戒毒康复事例'),
    );
    const { words, aliasCategories } = campaignOf(other).settings;
    expect(Object.values(words).join()).not.toMatch(/禁毒|最美|故事/);
    expect(aliasCategories).toEqual(['戒毒康复事例']);
    expect(JSON.stringify(upgrade(other).outcome.tables['Settings']?.values)).not.toMatch(/最美|讲述身边/);
  });

  it('is upgraded without a question about its headers, which stay, and gets the words into Settings', () => {
    const plan = upgrade(earlier);
    expect(plan.tables.flatMap(({ questions, renamed }) => [...questions, ...renamed])).toEqual([]);
    expect(plan.outcome.tables['Entries']?.headers).toEqual(expect.arrayContaining(['故事编号', '讲述人']));
    expect(plan.outcome.tables['Entries']?.headers).not.toContain('参评编号');
    expect(plan.settings.map(({ key }) => key)).toEqual(expect.arrayContaining([...WORD_SETTINGS]));
    expect(upgrade(plan.outcome).steps).toEqual([]);
  });

  it('has formulas that name its columns as they stand', () => {
    expect(situationOf(earlier).words(ENTRIES).column('Entries', 'entryId')).toBe('Entries[故事编号]');
    expect(situationOf(newSnapshot()).words(ENTRIES).column('Entries', 'entryId')).toBe('Entries[参评编号]');
  });
});
