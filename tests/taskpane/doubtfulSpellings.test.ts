import { answersOf } from '../../src/app/imports/rowOptions';
import { text } from '../../src/core/ground/text';
import { answersAsWords, doubtfulSpellings } from '../../src/taskpane/doubtfulSpellings';
import { createUnitMatcher } from '../../src/core/roster/unitMatcher';
import { unitProblem } from '../../src/core/roster/unitProblem';
import { CAMPAIGN_2021 } from '../../src/workbook/presets/campaign2021';
import { PLAIN_UNIT, type Unit } from '../../src/core/roster/unit';

const units: Unit[] = CAMPAIGN_2021.units('zh').map((row) => ({
  ...PLAIN_UNIT,
  unitId: String(row['unitId']),
  name: String(row['name']),
  category: 'member',
}));

describe('doubtful units', () => {
  const raw = ' 教育局';
  const problem = unitProblem(raw, createUnitMatcher(units).match(raw), { row: 3 });

  it('are asked once per spelling, with every candidate to choose from', () => {
    if (!problem) throw new Error('expected a problem');
    const other = { ...problem, row: 9 };
    expect(
      doubtfulSpellings([
        problem,
        other,
        { code: 'unknown-unit', found: '', expected: text('', ''), message: text('', '') },
      ]),
    ).toEqual([{ written: '教育局', choices: expect.arrayContaining([{ value: 'U36', label: '县教育局' }]) }]);
  });

  it('mean what a person answered, and nothing without an answer', () => {
    const words = answersAsWords('西渡=U01', { 教育局: 'U36' });
    expect(words).toBe('西渡=U01；教育局=U36');
    const matcher = createUnitMatcher(units, answersOf(words));
    expect(matcher.match(raw)).toMatchObject({ kind: 'exact', unit: { unitId: 'U36' } });
    expect(matcher.match('西渡')).toMatchObject({ kind: 'exact', unit: { unitId: 'U01' } });
    expect(createUnitMatcher(units, { 教育局: 'U99' }).match(raw).kind).toBe('doubtful');
    expect(createUnitMatcher(units).match(raw).kind).toBe('doubtful');
  });

  it('refuse an answer that is no pair', () => {
    expect(() => answersOf('教育局')).toThrow('same');
  });
});
