// Subtotals, scores and places by the sheets' own formulas, calculated by the engine, against the rules: numbers with the noise that copied cells
// bring along, and weights that are no whole part of their maxima.
import { compareStandings } from '../../../src/app/contest/compareStandings';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import { readCampaign } from '../../../src/workbook/campaign';
import { newCampaignPlan } from '../../../src/workbook/presets/newCampaign';
import { CAMPAIGN_2021 } from '../../../src/workbook/presets/campaign2021';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { campaignHost, type CampaignHost } from '../../support/campaignHost';
import { columnOf, retyped, tableNow } from '../../support/typeIntoTable';
import { runJob } from '../../support/runJob';
import { oneSheet } from '../../support/oneSheet';

jest.setTimeout(120_000);

const STORIES = 40;
const JUDGES = 4;
const LIMITS = [
  { maximum: 30, weight: 10, step: 0.1 },
  { maximum: 7, weight: 40, step: 0.5 },
  { maximum: 50, weight: 50, step: '' },
] as const;

const criteria = (): ReturnType<typeof CAMPAIGN_2021.criteria> =>
  LIMITS.map((limits, at) => ({ criterionId: `C${at + 1}`, name: `标准${at + 1}`, minimum: 0, note: '', ...limits }));

/** Whole numbers below `below`, the same ones every time (a linear congruence). */
function rolls(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const NOISE = [0, 0, 1e-9, -1e-9, 4e-7, -4e-7, 1e-11, 4e-15] as const;

async function run(
  host: CampaignHost,
  job: string,
  settings: Record<string, string>,
  file?: ImportedFile,
): Promise<JobReport> {
  const report = await runJob(host.deps, job, settings, { file });
  expect([job, report.stopped, report.problems.map(({ message }) => message.en)]).toEqual([job, false, []]);
  return report;
}

async function scored(decimals: number, noisy: boolean): Promise<CampaignHost> {
  const host = campaignHost();
  const plan = newCampaignPlan(
    { ...CAMPAIGN_2021, criteria, settings: (language) => ({ ...CAMPAIGN_2021.settings(language), decimals }) },
    'zh',
  );
  await host.port.write(plan, await host.port.read({ tables: [], sheets: [] }));
  const rows = Array.from({ length: STORIES }, (_, at) => [at + 1, '西渡镇', `故事${at + 1}`, '禁毒志愿者', '']);
  await run(
    host,
    'import-stories',
    {},
    oneSheet('故事', [['序号', '报送单位', '故事题目', '类别', '讲述人'], ...rows]),
  );
  await run(host, 'make-judge-tabs', { judges: String(JUDGES) });
  const roll = rolls(decimals + 7);
  await host.Excel.run(async (context) => {
    for (let judge = 1; judge <= JUDGES; judge += 1) {
      const { columns } = context.workbook.tables.getItem(`Score_J0${judge}`);
      for (const [at, { maximum, step }] of LIMITS.entries()) {
        const unit = Number(step || 1);
        columns.getItem(`标准${at + 1}（${maximum}分）`).getDataBodyRange().values = Array.from(
          { length: STORIES },
          () => [roll(Math.round(maximum / unit) + 1) * unit + (noisy ? (NOISE[roll(NOISE.length)] ?? 0) : 0)],
        );
      }
    }
    await context.sync();
  });
  return host;
}

it.each([
  ['two decimals', 2, false],
  ['one decimal', 1, false],
  ['two decimals, with noise in the cells', 2, true],
] as const)(
  'S-3, S-6: formulas and rules give the same subtotals, scores and places: %s',
  async (_name, decimals, noisy) => {
    const host = await scored(decimals, noisy);
    const ranked = await runJob(host.deps, 'rank');
    expect([ranked.stopped, ranked.problems]).toEqual([false, []]);
    await host.host.calculateNow();
    const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
    const reading = readCampaign(snapshot);
    if (reading.kind === 'broken') throw new Error('broken');
    const judged = [...reading.campaign.scores].filter(({ scores }) =>
      Object.values(scores).every((cell) => cell !== null),
    );
    expect(judged).toHaveLength(STORIES * JUDGES);
    expect(compareStandings(snapshot, reading.campaign)).toEqual({ kind: 'agree', cells: STORIES * (7 + JUDGES) });
  },
);

it('a row of a score sheet that shows another story’s number is marked', async () => {
  const host = await scored(2, false);
  await retyped(host, 'Score_J01', 0, '编号', '7');
  const marks = columnOf(await tableNow(host, 'Score_J01'), '待改正');
  expect(marks.flatMap((mark, row) => (mark === '' ? [] : [[row, mark]]))).toEqual([[0, '[编号?]']]);
});

it('a score between two steps, above the maximum or below the minimum counts for nothing, in the sheet as by the rules', async () => {
  const host = await scored(2, false);
  for (const [row, value] of [1.25, 8, -0.5].entries())
    await retyped(host, 'Score_J01', row, '标准2（7分）', String(value));
  const table = await tableNow(host, 'Score_J01');
  const shown = columnOf(table, '小计').map((cell, row) => [cell === '', columnOf(table, '待改正')[row]]);
  expect(shown.slice(0, 4)).toEqual([...Array.from({ length: 3 }, () => [true, '[标准2（7分）]']), [false, '']]);
  await runJob(host.deps, 'rank');
  await host.host.calculateNow();
  const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
  const reading = readCampaign(snapshot);
  expect(reading.kind === 'campaign' && compareStandings(snapshot, reading.campaign).kind).toBe('agree');
});
