// npm run bench -- contest 2000 50: what a whole contest costs on the host, job by job and phase by phase.
import { EXPLAIN } from '../../app/contest/explainPlacesJob';
import { IMPORT_SCORES } from '../../app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../app/contest/importStoriesJob';
import type { Deps, JobReport } from '../../app/run/job';
import { MAKE_JUDGE_TABS } from '../../app/contest/makeJudgeTabsJob';
import { NEW } from '../../app/care/newCampaignJob';
import { PROGRESS } from '../../app/contest/progressJob';
import { RANK } from '../../app/contest/rankJob';
import { ROBUSTNESS } from '../../app/contest/robustnessJob';
import { wallTimeFromIso } from '../../core/ground/wallTime';
import { contestScores, contestStories, type ContestSize } from './contestInput';
import { meteredWorkbook, type JobCost } from './meteredPort';

/** What each job of a contest costs, in the order of the contest. */
export interface ContestCost {
  readonly size: ContestSize;
  readonly jobs: Readonly<Record<string, JobCost>>;
}

/** From an empty workbook to the ranking and what is asked after it; throws when a job is stopped. */
async function contestCost(
  size: ContestSize,
  tell: (job: string, cost: JobCost) => void = () => undefined,
): Promise<ContestCost> {
  const workbook = meteredWorkbook({ now: wallTimeFromIso('2021-06-11T09:00') ?? 0 });
  const jobs: Record<string, JobCost> = {};
  const step = async (name: string, work: (deps: Deps) => Promise<JobReport>): Promise<void> => {
    const { result, cost } = await workbook.measure(work);
    if (result.stopped) throw new Error(`${name}: ${result.message.en} ${JSON.stringify(result.problems.slice(0, 3))}`);
    jobs[name] = cost;
    tell(name, cost);
  };
  await step('new', (deps) => NEW.perform(deps, {}, 'write'));
  await step('import-stories', (deps) => IMPORT_STORIES.perform(deps, { file: contestStories(size) }, 'write'));
  await step('make-judge-tabs', (deps) => MAKE_JUDGE_TABS.perform(deps, { judges: size.judges }, 'write'));
  const scores = contestScores(size);
  await step('import-scores', (deps) => IMPORT_SCORES.perform(deps, { file: scores }, 'write'));
  await step('make-judge-tabs again', (deps) => MAKE_JUDGE_TABS.perform(deps, { judges: size.judges }, 'write'));
  await step('progress', (deps) => PROGRESS.perform(deps, {}, 'write'));
  await step('rank', (deps) => RANK.perform(deps, {}, 'write'));
  await step('rank again', (deps) => RANK.perform(deps, {}, 'write'));
  await step('explain one', (deps) => EXPLAIN.perform(deps, { entry: '17' }, 'write'));
  await step('robustness', (deps) => ROBUSTNESS.perform(deps, {}, 'write'));
  return { size, jobs };
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1).padStart(6);
const mega = (characters: number): string => (characters / 1e6).toFixed(2);

/** A line for the job and one for each phase that was. */
function printCost(name: string, { phases, decide, total, cpu, largest, memory }: JobCost): void {
  console.log(
    `${name.padEnd(22)} ${seconds(total)} s (processor ${seconds(cpu).trim()} s), deciding ${seconds(decide).trim()} s, largest message ${mega(largest)} M, memory ${Math.round(memory)} MB`,
  );
  for (const [phase, cost] of Object.entries(phases)) {
    if (cost.trips === 0) continue;
    console.log(
      `  ${phase.padEnd(8)} ${String(cost.trips).padStart(4)} trips  ${mega(cost.requested)} M asked, ${mega(cost.answered)} M answered   host ${seconds(cost.host).trim()} s, runtime ${seconds(cost.runtime).trim()} s, own ${seconds(cost.own).trim()} s`,
    );
  }
}

/** Prints the costs of the size, then how they grew from a tenth of its entries and a fifth of its judges. */
export async function benchContest(size: ContestSize): Promise<void> {
  const small: ContestSize = {
    entries: Math.max(1, Math.round(size.entries / 10)),
    judges: Math.max(1, Math.round(size.judges / 5)),
  };
  const peer = await contestCost(small);
  const own = await contestCost(size, printCost);
  const cells = (each: ContestSize): number => each.entries * each.judges;
  console.log(
    `\n${size.entries} × ${size.judges} beside ${small.entries} × ${small.judges}: ${(cells(size) / cells(small)).toFixed(0)} times the scores`,
  );
  for (const [name, cost] of Object.entries(own.jobs)) {
    const before = peer.jobs[name];
    if (before) console.log(`  ${name.padEnd(22)} processor ${(cost.cpu / before.cpu).toFixed(1)} times`);
  }
}
