// 奖项设置 as people fill it in, and quota and prize in Settings, which follow from it.
import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../../src/core/ground/problem';
import { readCampaign } from '../../../src/workbook/campaign';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { presetOf } from '../../../src/workbook/presets/presets';
import { upgradePlan } from '../../../src/workbook/upgrade/upgradePlan';
import { ofVersion4 } from '../../support/earlierWorkbook';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

const tiers = (...rows: readonly (readonly [string, string, string | number, string | number])[]): WorkbookSnapshot =>
  withRows(
    newSnapshot(),
    'AwardTiers',
    rows.map(([order, tier, seats, prize]) => ({
      次序: order === '' ? '' : Number(order),
      奖项: tier,
      名额: seats,
      奖金: prize,
    })),
  );

function problemsOf(snapshot: WorkbookSnapshot): Problem[] {
  const reading = readCampaign(snapshot);
  return reading.kind === 'campaign' ? [...reading.cellProblems] : [...reading.problems];
}
const rulesOf = (snapshot: WorkbookSnapshot) => situationOf(snapshot).campaign.settings.rules;

describe('the tiers', () => {
  it('are read best first, whatever their rows’ order, and 仅证书 is no money', () => {
    const rules = rulesOf(tiers(['3', '优秀奖', 10, '仅证书'], ['1', '一等奖', 2, 2000], ['2', '二等奖', 3, 1000]));
    expect(rules.tiers).toEqual([
      { name: '一等奖', seats: 2, prize: 2000 },
      { name: '二等奖', seats: 3, prize: 1000 },
      { name: '优秀奖', seats: 10, prize: 0 },
    ]);
    expect([rules.awardQuota, rules.prize]).toEqual([15, 2000]);
  });

  it('name every cell that cannot be read: no name, twice the same, no seats, a prize in words', () => {
    const wrong = problemsOf(
      tiers(['', '', 2, 100], ['', '一等奖', 2, '两千'], ['', '一等奖 ', 1, 1], ['', '三等奖', '', 1]),
    );
    expect(wrong.map(({ code, table }) => `${table} ${code}`)).toEqual([
      'AwardTiers bad-tier',
      'AwardTiers unreadable-cell',
      'AwardTiers duplicate-tier',
      'AwardTiers bad-count',
    ]);
  });

  it('win over a quota that was typed over its formula, and say so: which is meant only people know', () => {
    const [problem] = problemsOf(typedOver('awardQuota', 12));
    expect(problem).toMatchObject({ code: 'bad-setting', row: 'awardQuota', found: '12' });
    expect(problem?.message.zh).toContain('“奖项设置”算出的是 10');
    expect(problemsOf(typedOver('prize', 1000))).toEqual([]);
  });
});

/** A setting typed by hand, the tiers left as they are. */
function typedOver(key: 'awardQuota' | 'prize', value: number): WorkbookSnapshot {
  const { AwardTiers } = newSnapshot().tables;
  const typed = withSetting(newSnapshot(), key, value);
  return { ...typed, tables: { ...typed.tables, ...(AwardTiers && { AwardTiers }) } };
}

describe('a workbook of version 4', () => {
  const upgraded = (snapshot: WorkbookSnapshot): WorkbookSnapshot =>
    upgradePlan({ snapshot, language: 'zh', preset: presetOf(snapshot), answer: () => () => undefined }).outcome;

  it('has quota and prize alone, and gets them as one tier, of which they are formulas then', () => {
    const earlier = withSetting(ofVersion4(newSnapshot()), 'awardQuota', 12);
    expect(rulesOf(earlier)).toMatchObject({ awardQuota: 12, prize: 1000 });
    expect(rulesOf(earlier).tiers).toBeUndefined();
    const after = upgraded(earlier);
    expect(rulesOf(after).tiers).toEqual([{ name: '最美禁毒故事', seats: 12, prize: 1000 }]);
    const formulas = (after.tables['Settings']?.formulas ?? []).flat().map(String);
    // Past an error in one of the cells the others are gone through one by one.
    expect(formulas).toContainEqual(expect.stringMatching(/^=IFERROR\(SUM\(0,AwardTiers\[名额\]\),SUM\(/));
    expect(formulas).toContainEqual(expect.stringMatching(/^=IFERROR\(MAX\(0,AwardTiers\[奖金\]\),MAX\(/));
  });
});
