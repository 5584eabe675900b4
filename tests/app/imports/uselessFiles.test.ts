// A file from which nothing can be taken: one sentence, nothing written, and counts that add up, whichever job reads it and wherever it stops.
import { describe, expect, test } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import { countsIn, type RowCounts } from '../../../src/app/run/rowCounts';
import type { ImportedCell } from '../../../src/core/import/sheetRows';
import { wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { campaignToScore } from '../../support/scoredCampaign';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf } from '../../support/situationOf';

type Rows = readonly (readonly ImportedCell[])[];
const snapshot = campaignToScore();
const { criteria } = situationOf(snapshot).campaign;
const SCORES = ['编号', ...criteria.map(({ name, maximum }) => `${name}（${maximum}分）`)];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'import-roster': ['单位名称', '联络员', '手机号码'],
  'import-receipts': ['收件时间', '发件单位', '邮件主题', '附件'],
  'import-stories': ['序号', '报送单位', '故事题目', '类别'],
  'import-scores': SCORES,
  'compare-scores': SCORES,
};
const JOBS = [...Object.keys(HEADERS), 'import-judge'];

const file = (sheets: Readonly<Record<string, Rows>>): ImportedFile => ({
  name: 'a.xlsx',
  sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
});
async function run(job: string, given: ImportedFile, { strict = false, book = snapshot } = {}): Promise<JobReport> {
  const { deps, port } = memoryWorkbook(book, wallTimeFromIso('2021-06-15T09:00') ?? 0);
  let writes = 0;
  const workbook = { ...port, write: (...args: Parameters<typeof port.write>) => ((writes += 1), port.write(...args)) };
  const entry = jobNamed(job);
  if (!entry) throw new Error(job);
  const report = await entry.run({ ...deps, workbook }, { file: given, settings: {}, strict }, 'write');
  if (report.stopped) expect([writes, report.changed]).toEqual([0, {}]);
  return report;
}
const filled = ({ sheets }: ImportedFile): number =>
  sheets.reduce(
    (sum, { rows }) => sum + rows.filter((row) => row.some((cell) => String(cell ?? '').trim() !== '')).length,
    0,
  );
function counts(report: JobReport): RowCounts {
  const found = countsIn(report.results);
  if (!found) throw new Error('no counts');
  expect(found.taken + found.refused + found.passedOver).toBe(found.in);
  return found;
}

const EMPTY = file({ Sheet1: [], Sheet2: [[null, '  ']], Sheet3: [[]] });
const OTHER = file({
  会议签到: [
    ['姓名', '签到时间'],
    ['张三', '8:30'],
  ],
  说明: [['请按要求填写']],
});

describe.each(JOBS)('%s', (job) => {
  test.each([
    ['an empty file', EMPTY],
    ['a file about something else', OTHER],
  ])('says in one sentence that %s is of no use', async (_what, given) => {
    const report = await run(job, given);
    expect([report.stopped, report.problems.length]).toEqual([true, 1]);
    expect(report.message.zh.startsWith(report.problems[0]!.message.zh)).toBe(true);
    expect(report.message.en.startsWith(report.problems[0]!.message.en)).toBe(true);
    expect(counts(report)).toMatchObject({ in: filled(given), taken: 0 });
  });
});

describe.each(Object.entries(HEADERS))('%s', (job, header) => {
  test('says in one sentence that there is a header and nothing below it', async () => {
    const report = await run(job, file({ 评委1: [header] }));
    expect([report.stopped, report.problems.map(({ code }) => code)]).toEqual([true, ['no-rows']]);
    expect(counts(report)).toEqual({ in: 1, taken: 0, refused: 0, passedOver: 1 });
  });
});

test.each(['import-scores', 'compare-scores'])('%s says in one sentence that nobody has scored yet', async (job) => {
  const report = await run(job, file({ 评委1: [SCORES, [1], [2]] }));
  expect([report.stopped, report.problems.map(({ code }) => code)]).toEqual([true, ['no-scores-yet']]);
  expect(counts(report)).toEqual({ in: 3, taken: 0, refused: 0, passedOver: 3 });
});

describe('a job that stops took nothing of the file', () => {
  const roster = file({
    名单: [
      ['单位名称', '联络员'],
      ['西渡镇', '张三'],
      ['不存在的单位', '李四'],
    ],
  });

  test('before it has read a row: there are no score sheets yet', async () => {
    const report = await run('import-scores', file({ 评委1: [SCORES, [1], [2]] }), { book: newSnapshot() });
    expect([report.problems.map(({ code }) => code), counts(report)]).toEqual([
      ['no-score-sheets'],
      { in: 3, taken: 0, refused: 3, passedOver: 0 },
    ]);
    expect(report.message.zh).toContain('文件共 3 行：采用 0 行，没有采用 3 行');
  });

  test('after it has read them: strict, and one of them is wrong', async () => {
    const report = await run('import-roster', roster, { strict: true });
    expect([report.stopped, counts(report)]).toEqual([true, { in: 3, taken: 0, refused: 2, passedOver: 1 }]);
  });

  test('and one that goes on tells both', async () => {
    const report = await run('import-roster', roster);
    expect([report.stopped, counts(report)]).toEqual([false, { in: 3, taken: 1, refused: 1, passedOver: 1 }]);
  });
});

test('a second typing is counted too, hidden rows like any other, and a cell that became a date is named', async () => {
  const full = criteria.map(() => 8);
  const sheets = [
    {
      name: '评委1',
      rows: [SCORES, [1, ...full], [2, ...full], [3, 44348, ...full.slice(1)], ['合计', 3]],
      hiddenRows: new Set([2]),
      looks: new Map([[3 * 16384 + 1, { kind: 'date' as const, shown: '6月1日' }]]),
    },
  ];
  const report = await run('compare-scores', { name: '', sheets });
  expect(counts(report)).toEqual({ in: 5, taken: 2, refused: 1, passedOver: 2 });
  expect(report.problems.filter(({ row }) => row === 4).map(({ code }) => code)).toEqual(['became-date']);
});

describe('a file that is meant for another job', () => {
  const SAMPLES = {
    'roster-messy.xlsx': 'import-roster',
    'receipts-mailbox.tsv': 'import-receipts',
    'stories-messy.xlsx': 'import-stories',
    'scores-messy.xlsx': 'import-scores',
  } as const;
  const wrong = Object.entries(SAMPLES).flatMap(([name, right]) =>
    JOBS.filter((job) => job !== right && !(right === 'import-scores' && job === 'compare-scores')).map(
      (job) => [name, job, right] as const,
    ),
  );

  test.each(wrong)('%s given to %s is answered once, with %s as the job that takes it', async (name, job, right) => {
    const report = await run(job, { name, sheets: await sampleSheets(name) });
    const said = [...report.problems, ...report.notices].filter(({ code }) => code === 'other-file');
    expect([report.takenBy, said.length]).toEqual([right, 1]);
    expect(said[0]?.message.zh).toContain(jobNamed(right)?.words.title.zh);
    if (report.stopped) expect([report.problems.length, report.changed]).toEqual([1, {}]);
    counts(report);
  });

  test.each(Object.entries(SAMPLES))('%s given to its own job is no matter of that', async (name, job) => {
    const report = await run(job, { name, sheets: await sampleSheets(name) });
    expect([report.takenBy, report.stopped]).toEqual([undefined, false]);
  });
});
