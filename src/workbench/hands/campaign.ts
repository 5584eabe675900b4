// Command: `npm run --silent hands -- --runs 2000 --seed 1 [--job NAME]`. Two sessions, random jobs and edits; says what it met. `--matrix`
// instead: every job with every edit at every moment; `--faults`: every job with every fault of the line at every request.
import { createRunner, type RunOutcome } from './randomRuns';
import { sampleOffices } from './sampleOffice';
import { openOffice } from './sessions';

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function told(outcomes: readonly RunOutcome[], seconds: number): string[] {
  const kinds = new Map<string, number>();
  for (const { kind } of outcomes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const mail = new Map<string, number>();
  for (const kind of outcomes.flatMap((outcome) => outcome.mail ?? [])) mail.set(kind, (mail.get(kind) ?? 0) + 1);
  const count = (has: (outcome: RunOutcome) => boolean): number => outcomes.filter(has).length;
  const bad = outcomes.filter(({ wrong }) => wrong.length > 0);
  return [
    `met: ${[...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
    `${count(({ met }) => met)} met during the job; decided again ${count(({ again }) => again)}; stopped with a reason ${count(({ stopped }) => stopped)}; ${(outcomes.length / seconds).toFixed(1)} runs a second`,
    ...(mail.size > 0 ? [`events: ${[...mail].map(([kind, times]) => `${kind} ${times}`).join(', ')}`] : []),
    ...(bad.length > 0 ? [`failing seeds: ${bad.map(({ seed }) => seed).join(',')}`] : []),
    `${outcomes.length - bad.length} of ${outcomes.length} runs: nothing lost, nothing silent`,
  ];
}

async function main(): Promise<void> {
  const count = Number(option('runs') ?? 200);
  const first = Number(option('seed') ?? 1);
  // `--seeds 3,17`: only these, to look at a failure again.
  const seeds = option('seeds')?.split(',').map(Number) ?? Array.from({ length: count }, (_, at) => first + at);
  const runner = createRunner(openOffice(), await sampleOffices(), option('job'));
  const began = Date.now();
  const outcomes: RunOutcome[] = [];
  const said = (flag: string): boolean => process.argv.includes(flag);
  for (const run of said('--matrix')
    ? runner.matrix()
    : said('--faults')
      ? runner.faults()
      : seeds.map((seed) => () => runner.run(seed))) {
    const outcome = await run();
    outcomes.push(outcome);
    const { seed, what, wrong } = outcome;
    if (wrong.length > 0) console.log(`seed ${seed} (${what}): ${wrong.slice(0, 3).join('; ')}`);
  }
  for (const line of told(outcomes, (Date.now() - began) / 1000)) console.log(line);
  process.exitCode = outcomes.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

void main();
