// What is shown of the jobs' results, from the jobs' own result types.
import type { AwardsResults } from '../../src/app/publish/awards';
import type { JobReport } from '../../src/app/run/job';
import { text } from '../../src/core/ground/text';
import type { OverdueResults } from '../../src/app/collect/overdue';
import type { RankResults } from '../../src/app/contest/rank';
import { presentUndo } from '../../src/taskpane/present/undo';
import { presentAwards, presentOverdue, presentRanking } from '../../src/taskpane/present/lists';

const report = <Results>(results: Results, part: Partial<JobReport> = {}): JobReport => ({
  job: 'x',
  asOf: 0,
  changed: {},
  problems: [],
  notices: [],
  results,
  stopped: false,
  message: { zh: '', en: '' },
  ...part,
});

test('the overdue show unit, item and how late, the longest first as the job gives them', () => {
  const results: OverdueResults = {
    counts: { pending: 0, incomplete: 0, underReview: 0, onTime: 0, late: 0, overdue: 1, exempt: 0 },
    units: 1,
    items: 1,
    longest: 61,
    overdue: [
      {
        unitId: 'U03',
        unit: '杉桥镇',
        requirementId: 'T1',
        title: '宣传活动方案',
        due: '2021-06-07T18:00:00',
        minutesLate: 61,
        late: '1小时1分',
      },
    ],
  };
  expect(presentOverdue(report(results)).blocks?.[0]?.lines.map(({ zh }) => zh)).toEqual([
    '杉桥镇 · 宣传活动方案 · 1小时1分',
  ]);
});

test('the ranking shows those with a place, with the shown score', () => {
  const story = {
    entryId: 'E001',
    blindNo: '001',
    unit: '西渡镇',
    title: '灯',
    scores: {},
    score: '91.345000',
    shown: '91.35',
    rank: 1,
    tied: false,
    decision: 'award',
    why: '',
  } as const;
  const results: Pick<RankResults, 'standings'> = {
    standings: [story, { ...story, entryId: 'E002', rank: null, shown: '' }],
  };
  expect(presentRanking(report(results)).blocks?.[0]?.lines.map(({ zh }) => zh)).toEqual([
    '1　灯　西渡镇　91.35　获奖',
  ]);
});

test('the ranking says of each place whether it is shared and whether it is decided', () => {
  const story = { title: '灯', unit: '西渡镇', shown: '91.00', rank: 10, tied: true, decision: 'undecided' };
  const [line] = presentRanking(report({ standings: [story] })).blocks?.[0]?.lines ?? [];
  expect(line).toEqual({ zh: '10　灯　西渡镇　91.00　并列　待定', en: '10　灯　西渡镇　91.00　tied　undecided' });
});

test('R-4 each choice for a tie says how many awards and yuan it comes to, beside what the quota allows', () => {
  const options = [
    { choice: 'more', awards: 12, cost: 12_000, overBudget: 2_000 },
    { choice: 'fewer', awards: 9, cost: 9_000, overBudget: -1_000 },
    { choice: 'lots', awards: 10, cost: 10_000, overBudget: 0 },
  ] as const;
  const results: AwardsResults = { winners: [], reserve: [], total: 0, overBudget: 0, tie: null, options };
  const tie = { code: 'tie-at-quota' as const, expected: { zh: '', en: '' }, found: '', message: { zh: '', en: '' } };
  const { decision } = presentAwards(report(results, { stopped: true, problems: [tie] }));
  const details = decision?.choices.flatMap(({ values, detail }) => (values['tie'] === undefined ? [] : [detail?.zh]));
  expect(details).toEqual([
    '12 个奖、12,000 元，比名额多 2,000 元',
    '9 个奖、9,000 元，比名额少 1,000 元',
    '10 个奖、10,000 元，与名额相符',
  ]);
  const plain = options.map(({ choice, awards }) => ({ choice, awards, cost: 0, overBudget: 0 }));
  const unpaid = presentAwards(report({ ...results, options: plain }, { stopped: true, problems: [tie] })).decision;
  expect(unpaid?.choices[0]?.detail).toEqual({ zh: '12 个奖，不发奖金', en: '12 awards, no money' });
});

test('R-4 a tie across the quota offers what the rules allow, each with its reason, lots with their seed', () => {
  const results: AwardsResults = { winners: [], reserve: [], total: 0, overBudget: 0, tie: null };
  const tie = { code: 'tie-at-quota' as const, expected: { zh: '', en: '' }, found: '', message: { zh: '', en: '' } };
  const { decision } = presentAwards(report(results, { stopped: true, problems: [tie] }));
  expect(decision?.ask?.name).toBe('reason');
  expect(decision?.choices.map(({ step, values, ask }) => [values['tie'], ask?.name, step])).toEqual([
    ['more', undefined, undefined],
    ['fewer', undefined, undefined],
    [undefined, undefined, 'revote'],
    ['lots', 'seed', undefined],
  ]);
  expect(presentAwards(report(results)).decision).toBeUndefined();
});

test('a job that stopped without results shows nothing beyond its message', () => {
  expect(presentOverdue(report(null)).blocks).toEqual([]);
  expect(presentRanking(report(undefined)).blocks).toEqual([]);
});

test('an act on which others rest is taken back by one button, for what it changes stands beside it', () => {
  const asked = report(
    { act: '1-a', restored: 2, withdrawn: 0 },
    {
      stopped: true,
      problems: [{ code: 'built-upon', expected: text('', ''), found: '', message: text('', '') }],
    },
  );
  expect(presentUndo(asked).decision?.choices).toEqual([
    expect.objectContaining({ values: { act: '1-a', anyway: true }, sure: true }),
  ]);
});
