// A job by its name with its options as words, as command line and pane run it.
import { jobNamed } from '../../src/app/catalogue/catalogue';
import type { Deps, ImportedFile, JobReport, Mode } from '../../src/app/run/job';

export interface HowToRun {
  readonly file?: ImportedFile;
  /** Default: write. */
  readonly mode?: Mode;
}

/** Throws where no job has that name. Example: `runJob(host.deps, 'receive', { unit: '西渡镇' })`. */
export async function runJob<Results = unknown>(
  deps: Deps,
  name: string,
  settings: Readonly<Record<string, string>> = {},
  { file, mode = 'write' }: HowToRun = {},
): Promise<JobReport<Results>> {
  const job = jobNamed(name);
  if (!job) throw new Error(`no job ${name}`);
  return (await job.run(deps, { file, settings, strict: false }, mode)) as JobReport<Results>;
}
