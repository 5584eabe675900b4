import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareNumbers, sameNumber } from '../../../src/core/contest/blindNumber';
import { checkCriteria } from '../../../src/core/contest/checkCriteria';
import { checkScores } from '../../../src/core/contest/checkScores';
import { explain } from '../../../src/core/contest/explain';
import { computeStandings } from '../../../src/core/contest/standings';
import { CRITERIA, RULES, WHOLE, entry, judge, score, whole, wholeRow } from '../../support/contestFixtures';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('blind numbers', () => {
  it('are the same with or without leading zeros, in any width', () => {
    expect([
      sameNumber('001', 1),
      sameNumber('００1 ', '1'),
      sameNumber('A-007', 'a-7'),
      sameNumber('010', '1'),
      sameNumber('', ''),
      sameNumber('0', '000'),
    ]).toEqual([true, true, true, false, false, true]);
  });

  it('stand in counting order', () => {
    expect(['010', '2', '001', 'B1'].sort(compareNumbers)).toEqual(['001', '2', '010', 'B1']);
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (a, b) => {
        expect(Math.sign(compareNumbers(String(a), String(b).padStart(5, '0')))).toBe(Math.sign(a - b));
      }),
    );
  });
});

describe('checkCriteria', () => {
  it('finds nothing wrong with weights that add up to 100', () => {
    expect(checkCriteria(CRITERIA, RULES)).toEqual([]);
  });

  it('finds every fault', () => {
    expect(codes(checkCriteria([], RULES))).toEqual(['no-criteria']);
    expect(checkCriteria(CRITERIA.slice(0, 4), { tieBreak: [] })).toMatchObject([
      { code: 'weights-not-100', found: '90' },
    ]);
    const wrong = [
      { ...CRITERIA[0]!, weight: '-5', minimum: '25', step: '0' },
      { ...CRITERIA[0]!, criterionId: 'C2', maximum: '优' },
    ];
    expect(codes(checkCriteria(wrong, { tieBreak: ['C9'] }))).toEqual([
      'criterion-name',
      'criterion-number',
      'criterion-number',
      'criterion-number',
      'criterion-name',
      'criterion-number',
      'weights-not-100',
      'unknown-criterion',
    ]);
  });
});

describe('checkScores', () => {
  const judges = [judge(1), judge(2)];
  const check = (scores: Parameters<typeof checkScores>[0]['scores'], over = {}) =>
    checkScores({ entries: [entry(1), entry(2), entry(3)], judges, criteria: WHOLE, scores, ...over });

  it('lists entries without all scores, the fewest first (S-1)', () => {
    const { problems, notices } = check([whole(1, 1, '80'), whole(2, 1, '81'), whole(2, 2, '82')]);
    expect(problems).toEqual([]);
    expect(notices.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['missing-scores', 'E003', '0'],
      ['missing-scores', 'E001', '1'],
    ]);
    expect(notices[1]?.message.zh).toBe('001号已评1/2，还差：评委2。');
  });

  it('lists wrong cells, half-filled rows and rows that are there twice', () => {
    const entries = [entry(1), entry(2), entry(3)];
    const scores = [
      score(1, 1, ['52.5', '20', '20', '12', '8']),
      score(2, 1, ['20', null, '20', '12', '8']),
      score(3, 1, ['20', '20', '20', '12', '8']),
      score(3, 1, ['21', '20', '20', '12', '8']),
    ];
    const { problems } = checkScores({ entries, judges: [judge(1)], criteria: CRITERIA, scores });
    expect(problems.map(({ code, table, row, column, found }) => [code, table, row, column, found])).toEqual([
      ['out-of-range', 'Score_J01', '001', '真实性', '52.5'],
      ['missing-score', 'Score_J01', '002', '感染力', ''],
      ['scored-twice', 'Score_J01', '003', undefined, '003'],
    ]);
  });

  it('lists rows that were copied as they are, which count once', () => {
    const scores = [...wholeRow(1, ['80', '81']), ...wholeRow(2, ['80', '82']), ...wholeRow(3, ['81', '83'])];
    const { problems, notices } = check([...scores, whole(2, 1, '80'), whole(3, 2, '83')]);
    expect(problems).toEqual([]);
    expect(notices.map(({ code, table, row }) => [code, table, row])).toEqual([
      ['repeated-row', 'Score_J01', '002'],
      ['repeated-row', 'Score_J02', '003'],
    ]);
  });

  it('lists stray scores of recused judges (S-2)', () => {
    const { notices } = check(
      [...wholeRow(1, ['80', '81']), ...wholeRow(2, ['80', '82']), ...wholeRow(3, ['81', '83'])],
      { judges: [judge(1), judge(2, { unitId: 'U003' })] },
    );
    expect(notices).toMatchObject([{ code: 'recused-scored', table: 'Score_J02', row: '003' }]);
    // The unit was filled in after the sheets were made: nothing on the judge's sheet says so.
    expect(notices[0]?.message.zh).toContain('点“生成评分表”补上');
  });

  it('warns about a judge who scores all alike or gives full marks throughout', () => {
    const { notices } = check([1, 2, 3].flatMap((number) => wholeRow(number, ['80', '100'])));
    expect(notices.map(({ code, table }) => [code, table])).toEqual([
      ['judge-all-equal', 'Score_J01'],
      ['judge-all-maximum', 'Score_J02'],
    ]);
  });

  it('names two judges who gave the same in nearly all that both scored, as after pasting one sheet over another', () => {
    const works = Array.from({ length: 20 }, (_, at) => entry(at + 1));
    const mine = (at: number) => ['20', '20', String(10 + (at % 9)), '12', at % 2 ? '8' : '7'];
    const rows = (own: (at: number) => string[]) =>
      works.flatMap((_work, at) => [score(at + 1, 1, mine(at)), score(at + 1, 2, own(at))]);
    const alike = (own: (at: number) => string[]) =>
      checkScores({ entries: works, judges, criteria: CRITERIA, scores: rows(own) }).notices;
    const [notice, ...more] = alike((at) => (at < 2 ? ['1', '2', '3', '4', '5'] : mine(at)));
    expect([notice?.code, notice?.table, more]).toEqual(['judges-alike', 'Score_J02', []]);
    expect(notice?.message.zh).toContain('都评了的20件作品中，18件各项分数完全相同');
    expect(alike((at) => (at < 3 ? ['1', '2', '3', '4', '5'] : mine(at)))).toEqual([]);
    // The same total by other scores is nobody's copy.
    expect(
      alike((at) => [...mine(at)].map((value, place) => (place === 0 ? '19' : place === 1 ? '21' : value))),
    ).toEqual([]);
  });

  it('asks nothing of ineligible entries', () => {
    expect(check([], { entries: [entry(1, { eligible: false })] })).toEqual({ problems: [], notices: [] });
  });
});

describe('explain', () => {
  const judges = [1, 2, 3].map((number) => judge(number));
  const standingsOf = (rows: (string | null)[][], over = {}) =>
    computeStandings({
      entries: rows.map((_row, index) => entry(index + 1)),
      judges,
      criteria: WHOLE,
      scores: rows.flatMap((row, index) => wholeRow(index + 1, row)),
      rules: { ...RULES, aggregate: 'mean', tieBreak: [], minimumScores: 2, ...over },
    });

  it('says how the value came about and how far the neighbour is', () => {
    const standings = standingsOf([
      ['90', '91', '92'],
      ['89', '89', '90.5'],
      ['89.5', null, null],
    ]);
    expect(standings.map((standing) => explain(standing, standings, 'zh'))).toEqual([
      '第1名：3个评分平均91.00；领先第2名1.5分',
      '第2名：3个评分平均89.50；与第1名相差1.5分',
      '待定：有效评分只有1个，未达到规定的最少个数；未评完的评委：J02、J03',
    ]);
    expect(explain(standings[1]!, standings, 'en')).toBe('Rank 2: mean 89.50 of 3 scores; 1.5 points behind rank 1');
  });

  it('says what stays tied (R-3), the median, and the plain mean in place of the trimmed one (S-4)', () => {
    const tied = standingsOf(
      [
        ['90', '90', '90'],
        ['90', '90', '90'],
        ['80', '80', '80'],
      ],
      { aggregate: 'median' },
    );
    expect(explain(tied[0]!, tied, 'zh')).toBe(
      '第1名（并列）：3个评分的中位数90.00；与002号得分同为90.00；领先第3名10分',
    );
    const plain = standingsOf([['90', '90', '90']], { aggregate: 'trimmed' });
    expect(explain(plain[0]!, plain, 'zh')).toBe('第1名：评分只有3个，不去最高分和最低分，直接平均90.00');
    expect(explain({ ...plain[0]!, decision: 'ineligible' }, plain, 'en')).toBe('Not eligible: takes no place');
  });

  const byCriterion = (rows: string[][], tieBreak: string[]) => {
    const standings = computeStandings({
      entries: rows.map((_row, index) => entry(index + 1)),
      judges: judges.slice(0, 1),
      criteria: CRITERIA,
      scores: rows.map((values, index) => score(index + 1, 1, values)),
      rules: { ...RULES, aggregate: 'mean', tieBreak },
    });
    return standings.map((standing) => explain(standing, standings, 'zh'));
  };

  it('names of a shared place the keys that are equal, with their values, and claims nothing of others (R-3)', () => {
    expect(
      byCriterion(
        [
          ['20', '21', '20', '12', '8'],
          ['20', '20', '21', '12', '8'],
        ],
        ['C1', '#high'],
      ),
    ).toEqual([
      '第1名（并列）：1个评分平均81.00；与002号得分同为81.00，“真实性”同为20，“最高分”同为81',
      '第1名（并列）：1个评分平均81.00；与001号得分同为81.00，“真实性”同为20，“最高分”同为81',
    ]);
  });

  it('names every step of the chain that was compared, up to the one that decided, towards both neighbours (R-2)', () => {
    expect(
      byCriterion(
        [
          ['20', '22', '19', '12', '8'],
          ['20', '21', '20', '12', '8'],
          ['19', '21', '20', '13', '8'],
          ['10', '10', '10', '10', '10'],
        ],
        ['C1', 'C2'],
      ),
    ).toEqual([
      '第1名：1个评分平均81.00；与第2名同分，“真实性”同为20，按“感染力”22>21',
      '第2名：1个评分平均81.00；与第1名同分，“真实性”同为20，按“感染力”21<22；与第3名同分，按“真实性”20>19',
      '第3名：1个评分平均81.00；与第2名同分，按“真实性”19<20',
      '第4名：1个评分平均50.00；与第3名相差31分',
    ]);
  });
});
