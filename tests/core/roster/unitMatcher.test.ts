import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeName } from '../../../src/core/roster/normalizeName';
import { resembles } from '../../../src/core/roster/resemblance';
import { createUnitMatcher } from '../../../src/core/roster/unitMatcher';
import { unitProblem } from '../../../src/core/roster/unitProblem';
import { CAMPAIGN_UNITS, unit } from '../../support/reportFixtures';

const matcher = createUnitMatcher(CAMPAIGN_UNITS);

describe('normalizeName', () => {
  it.each([
    ['　井头镇 ', '井头镇'],
    ['县委 宣传部\u00a0', '县委宣传部'],
    ['\u200b西渡镇\ufeff', '西渡镇'],
    ['岣嵝乡政府', '岣嵝乡'],
    ['西渡镇人民政府', '西渡镇'],
    ['城关街道政府', '城关街道'],
    ['县政府办', '县政府办'],
    ['縣公安局禁毒大队', '县公安局禁毒大队'],
    ['縣委網信辦', '县委网信办'],
    ['界牌（园区）', '界牌(园区)'],
    ['界牌【園區】', '界牌(园区)'],
    ['ＡＢＣ 公司', 'abc公司'],
    ['   ', ''],
  ])('%j becomes %j', (raw, expected) => expect(normalizeName(raw)).toBe(expected));

  it('is idempotent', () => {
    const character = fc.constantFrom(...'西渡镇乡政府人民縣鎮鄉园區（）〔〕【】Ａb \u3000\u200b\u00a0-');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const once = normalizeName(characters.join(''));
        expect(normalizeName(once)).toBe(once);
      }),
    );
  });
});

describe('createUnitMatcher', () => {
  it.each([
    ['U07', 'U07', 'id'],
    ['u07', 'U07', 'id'],
    [' 洪市镇', 'U07', 'name'],
    ['岣嵝鄉人民政府', 'U19', 'name'],
    ['公安局 ', 'U33', 'alias'],
    ['縣公安局禁毒大队', 'U33', 'alias'],
  ])('%j is exactly %s, by %s', (raw, unitId, by) =>
    expect(matcher.match(raw)).toMatchObject({ kind: 'exact', unit: { unitId }, by }),
  );

  it.each([
    ['教育局', '县教育局'],
    ['县教体局', '县教育局'],
    ['县文化旅游广电体育局', '县文旅广体局'],
    ['县人民政府办公室', '县政府办'],
    ['县广播电视台', '县广电台'],
    ['衡阳县融媒体中心', '县融媒体中心'],
    ['西渡', '西渡镇'],
    ['西度镇', '西渡镇'],
  ])('%j is never taken for %s, only asked about', (raw, name) => {
    const match = matcher.match(raw);
    expect(match.kind).toBe('doubtful');
    expect(match.kind === 'doubtful' && match.candidates.map((candidate) => candidate.name)).toContain(name);
  });

  it.each(['不明单位', '县某某局', '县水利局', '县', '', '　', '合计'])('%j is unknown, and near to nothing', (raw) =>
    expect(matcher.match(raw)).toEqual({ kind: 'unknown', candidates: [], isNew: false }),
  );

  it('asks when two units share an alias, in roster order', () => {
    const shared = createUnitMatcher([
      unit(1, { name: '甲镇', aliases: ['老街'] }),
      unit(2, { name: '乙镇', aliases: ['老街 '] }),
    ]);
    const match = shared.match('老街');
    expect(match.kind === 'doubtful' && match.candidates.map(({ unitId }) => unitId)).toEqual(['U01', 'U02']);
  });

  it('matches inactive units and never one without a name', () => {
    const some = createUnitMatcher([
      unit(1, { name: '甲镇', active: false }),
      unit(2, { name: '', aliases: ['乙镇'] }),
    ]);
    expect(some.match('甲镇')).toMatchObject({ kind: 'exact', unit: { unitId: 'U01' } });
    expect(some.match('乙镇').kind).not.toBe('exact');
    expect(some.match('U02').kind).toBe('unknown');
  });

  it('finds every name, alias and id of a roster exactly', () => {
    for (const each of CAMPAIGN_UNITS.filter(({ name }) => name !== '')) {
      for (const spelling of [each.unitId, each.name, ...each.aliases])
        expect(matcher.match(spelling)).toMatchObject({ kind: 'exact', unit: { unitId: each.unitId } });
    }
  });

  it('gives exact only for equal normalised spellings', () => {
    const known = new Set(
      CAMPAIGN_UNITS.flatMap(({ unitId, name, aliases }) => (name ? [unitId, name, ...aliases] : [])).map(
        normalizeName,
      ),
    );
    const character = fc.constantFrom(...'县委办公安局西渡镇乡教育检察院法U0123');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 6 }), (characters) => {
        const raw = characters.join('');
        expect(matcher.match(raw).kind === 'exact').toBe(known.has(normalizeName(raw)));
      }),
      { numRuns: 2000 },
    );
  });
});

it('looks for likenesses of two thousand strangers, and finds what is called so after any number of them', () => {
  const fresh = createUnitMatcher(CAMPAIGN_UNITS);
  expect(createUnitMatcher(CAMPAIGN_UNITS).match('岣嵝镇').kind).not.toBe('exact');
  const near = createUnitMatcher(CAMPAIGN_UNITS).match('西渡').kind;
  expect(near).toBe('doubtful');
  for (let number = 0; number < 2000; number += 1) fresh.match(`陌生单位${number}`);
  expect(fresh.match('西渡')).toEqual({ kind: 'unknown', candidates: [], isNew: false });
  expect(fresh.match('西渡镇人民政府')).toMatchObject({ kind: 'exact', by: 'name' });
});

describe('resembles', () => {
  it('is symmetric', () => {
    const name = fc
      .array(fc.constantFrom(...'县委公安局镇乡教'), { maxLength: 6 })
      .map((characters) => characters.join(''));
    fc.assert(fc.property(name, name, (a, b) => expect(resembles(a, b)).toBe(resembles(b, a))));
  });
});

describe('unitProblem', () => {
  const problemOf = (raw: string): string | undefined => unitProblem(raw, matcher.match(raw), {})?.code;

  it('tells nothing, formulas, doubt and unknown apart', () => {
    expect(['', '无', '=A1', '教育局', '县某某局', '县教育局'].map(problemOf)).toEqual([
      'missing-unit',
      'missing-unit',
      'formula-like',
      'doubtful-unit',
      'unknown-unit',
      undefined,
    ]);
  });

  it('names the candidates', () =>
    expect(unitProblem('教育局', matcher.match('教育局'), {})?.message.zh).toContain('县教育局（U36）'));
});
