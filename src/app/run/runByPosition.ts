// The former way to run a decision, by nine positions; it goes when the last job is defined.
import type { Deps, JobReport, Mode } from './job';
import { runJob, type Decision, type JobOptions, type Situation } from './runJob';

export function runByPosition<Results>(
  deps: Deps,
  name: string,
  mode: Mode,
  options: JobOptions,
  nothing: Results,
  decide: (situation: Situation) => Decision<Results>,
  sheets: readonly string[] = [],
  formulas: readonly string[] = [],
  withLog = false,
): Promise<JobReport<Results>> {
  const reads = { tables: [], sheets: sheets.map((sheet) => ({ zh: sheet, en: sheet })), formulas, withLog };
  return runJob(deps, { name, reads, writes: 'tables', nothing, decide }, {}, mode, options);
}
