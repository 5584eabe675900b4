// How a job is said, once: its name, its words, its options, its place in the pane, what it looks at and writes, and where its decision is.
// Command line, pane and ribbon follow from it. Light: the decision, and the loop that carries it out, are loaded when the job is run.
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { rememberJob, type JobFacts } from './definedJobs';
import type { Deps, ImportedFile, Job, JobReport, Mode } from './job';
import { withDefaults, type InputOf, type Options, type SaidOf } from './options';
import { readOptions, type OptionWords } from './readOptions';
import { countedWhenStopped } from './rowCounts';
import { sheetMade } from './sheetsMade';
import type { Decide, JobOptions } from './runJob';

interface JobWords {
  readonly title: Text;
  /** One line. */
  readonly summary: Text;
  /** What it does and does not do, before it is run. */
  readonly help?: Text;
  /** Of a job that takes a file: what the file or the paste should look like. */
  readonly expects?: Text;
}

interface JobSpec<Own extends Options, Results> extends JobFacts {
  /** As on the command line; never changed. */
  readonly name: string;
  readonly words: JobWords;
  readonly options: Own;
  /** The results of a job that could not be done: their keys are those of every run. */
  readonly nothing: Results;
}

/** Loads the decision; or, for a job that owns its order of things, the whole job. */
type Loading<Input, Results> =
  { readonly decide: () => Promise<Decide<Input, Results>> } | { readonly act: () => Promise<Job<Input, Results>> };

/** What whoever offers jobs has in hand: words only. */
interface JobInput {
  readonly file?: ImportedFile;
  /** Options as words, e.g. {judges: '7'}. */
  readonly settings: OptionWords;
  readonly strict: boolean;
}

/** A job as the catalogue offers it: its words and options, and `run` with options as words. */
export interface OfferedJob extends JobSpec<Options, unknown> {
  /** It reads a file or a paste. */
  readonly takesFile: boolean;
  readonly run: (deps: Deps, input: JobInput, mode: Mode) => Promise<JobReport>;
}

interface DefinedJob<Own extends Options, Said, Results> extends JobSpec<Own, Results> {
  readonly takesFile: boolean;
  readonly run: (deps: Deps, input: JobInput, mode: Mode) => Promise<JobReport<Results>>;
  /** The same with the options as values. */
  readonly perform: (deps: Deps, said: Said, mode: Mode, how?: JobOptions) => Promise<JobReport<Results>>;
}

/** Input of a job that takes a file or a paste. */
export interface WithFile {
  readonly file: ImportedFile;
}

function misread<Results>(
  name: string,
  deps: Deps,
  problems: readonly Problem[],
  results: Results,
): JobReport<Results> {
  const message = problems[0]?.message ?? text('', '');
  const asOf = deps.now(DEFAULT_ZONE) ?? 0;
  return { job: name, asOf, changed: {}, problems, notices: [], results, stopped: true, message };
}

/** Runs a job whose input is complete. */
type Performing<Input, Results> = (
  deps: Deps,
  input: Input,
  mode: Mode,
  how: JobOptions,
) => Promise<JobReport<Results>>;

function performing<Input, Results>(
  spec: JobSpec<Options, Results> & Loading<Input, Results>,
): Performing<Input, Results> {
  return async (deps, input, mode, how) => {
    if ('act' in spec) return (await spec.act())(deps, input, mode);
    const [decide, { runJob }] = await Promise.all([spec.decide(), import('./runJob')]);
    return runJob(deps, { ...spec, decide }, input, mode, how);
  };
}

/** With the sheet that it makes among those that it reads, and the tables that this sheet shows. */
function readingMade<Spec extends JobFacts>(spec: Spec): Spec {
  const { reads, makes } = spec;
  if (!makes) return spec;
  const shown = (typeof makes === 'object' ? (makes.madeOf?.shows ?? []) : []).map(({ table }) => table);
  const tables = [...new Set([...reads.tables, ...shown])];
  return { ...spec, reads: { ...reads, tables, sheets: [sheetMade(makes), ...(reads.sheets ?? [])] } };
}

/** A job without a file. Example: see docs/how-to/add-a-job.md. */
export function defineJob<const Own extends Options, Results>(
  said: JobSpec<Own, NoInfer<Results>> & Loading<InputOf<Own>, Results>,
): DefinedJob<Own, SaidOf<Own>, Results> {
  const spec = readingMade(said);
  const { name, options, nothing } = spec;
  const perform = performing(spec);
  rememberJob(spec);
  return {
    ...spec,
    takesFile: false,
    perform: (deps, said, mode, how = {}) => perform(deps, withDefaults(options, said), mode, how),
    run: async (deps, { settings, strict }, mode) => {
      const { said, problems } = readOptions(options, settings);
      if (problems.length > 0) return misread(name, deps, problems, nothing);
      return perform(deps, withDefaults(options, said), mode, { strict });
    },
  };
}

/** A job that takes a file or a paste; whoever offers it gives one. */
export function defineImport<const Own extends Options, Results>(
  said: JobSpec<Own, NoInfer<Results>> & Loading<InputOf<Own> & WithFile, Results>,
): DefinedJob<Own, SaidOf<Own> & WithFile, Results> {
  const spec = readingMade(said);
  const { name, options, nothing } = spec;
  const bare = performing(spec);
  const perform: typeof bare = async (deps, input, mode, how) => {
    const [report, { saidOfOtherFile }] = await Promise.all([bare(deps, input, mode, how), import('./otherFile')]);
    return countedWhenStopped(saidOfOtherFile(report, input.file), input.file);
  };
  rememberJob(spec);
  return {
    ...spec,
    takesFile: true,
    perform: (deps, { file, ...said }, mode, how = {}) =>
      perform(deps, { ...withDefaults<Options>(options, said), file } as InputOf<Own> & WithFile, mode, how),
    run: async (deps, { file, settings, strict }, mode) => {
      if (!file) throw new Error(`${name} needs a file`);
      const { said, problems } = readOptions(options, settings);
      if (problems.length > 0) return countedWhenStopped(misread(name, deps, problems, nothing), file);
      return perform(deps, { ...withDefaults(options, said), file }, mode, { strict });
    },
  };
}
