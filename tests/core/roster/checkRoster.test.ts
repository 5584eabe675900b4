import { describe, expect, it } from '@jest/globals';
import { categoryFromText, categoryName } from '../../../src/core/roster/categoryNames';
import { checkRoster } from '../../../src/core/roster/checkRoster';
import { COUNTY_CATEGORIES } from '../../../src/core/roster/unit';
import { CAMPAIGN_UNITS, EXPECTED, unit } from '../../support/reportFixtures';

const check = (units: Parameters<typeof checkRoster>[0], expected = {}): (string | number | undefined)[][] =>
  checkRoster(units, expected).map(({ code, row, column }) => [code, row, column]);

describe('checkRoster', () => {
  it('says of the campaign that 8 member units are still to come, and nothing else', () => {
    const problems = checkRoster(CAMPAIGN_UNITS, EXPECTED, '县禁毒委成员单位');
    expect(problems.map(({ code }) => code)).toEqual(['count-short']);
    expect(problems[0]?.message.zh).toContain('县禁毒委成员单位 19 / 27，还差 8');
    expect(problems[0]?.message.en).toContain('19 / 27, 8 to go');
  });

  it('counts only active units with a name, and no category without an expected count', () => {
    const units = [unit(1), unit(2, { active: false }), unit(3, { name: '' }), unit(4, { category: 'other' })];
    expect(check(units, { township: 1 })).toEqual([]);
    expect(check([...units, unit(5)], { township: 1 })).toEqual([['count-over', undefined, 'category']]);
  });

  it('finds missing and repeated ids', () => {
    expect(check([unit(1), unit(1, { name: '另一镇' }), unit(2, { unitId: '' })])).toEqual([
      ['duplicate-id', 'U01', 'unitId'],
      ['missing-id', '', 'unitId'],
    ]);
    expect(check([unit(1, { unitId: '', name: '' })])).toEqual([]);
  });

  it('finds names that stand twice and spellings that mean two units', () => {
    expect(check([unit(1, { name: '甲镇' }), unit(2, { name: ' 甲镇人民政府' })])).toEqual([
      ['duplicate-name', 'U02', 'name'],
    ]);
    expect(check([unit(1, { aliases: ['老街'] }), unit(2, { aliases: ['新街', '老街'] })])).toEqual([
      ['shared-alias', 'U02', 'aliases'],
    ]);
    expect(check([unit(1, { name: '甲镇', shortName: '甲镇', aliases: ['甲镇'] })])).toEqual([]);
  });

  it('finds bad phones and mailboxes', () => {
    expect(check([unit(1, { phone: '1390000120', email: 'x' }), unit(2, { phone: '139 0000 1201' })])).toEqual([
      ['phone-digits', 'U01', 'phone'],
      ['not-an-email', 'U01', 'email'],
    ]);
  });
});

describe('categoryFromText', () => {
  it('reads back every name of a category in both languages, and its key', () => {
    for (const category of COUNTY_CATEGORIES) {
      const { zh, en } = categoryName(category);
      expect([zh, en, category, `各${zh}`].map(categoryFromText)).toEqual([category, category, category, category]);
    }
  });

  it('is null for anything else', () => expect(['', '企业', '县'].map(categoryFromText)).toEqual([null, null, null]));
});
