// What is said of jobs by their names, for whoever reads a job's name in the log: filled in as the jobs are defined. Runs nothing.
import type { JobPlace } from './place';
import type { Text } from '../../core/ground/text';
import type { MadeSheetName, OwnSheet } from '../../workbook/sheets/madeSheets';
import type { JobReads, JobWrites } from './touches';

/** A sheet whose layout stands in workbook, by its name; or one whose page stands in the job. */
export type Makes = MadeSheetName | OwnSheet;

/** What of a job is known by its name alone, without its decision. */
export interface JobFacts {
  readonly name: string;
  readonly words: { readonly title: Text };
  readonly place: JobPlace;
  /** By name. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly reads: JobReads;
  readonly writes: JobWrites;
  /** The sheet that it makes as a whole. What stands on it is read, to see whether people typed there. */
  readonly makes?: Makes;
  /** Its acts can be taken back: the log keeps all that they replaced, filled and added. */
  readonly undoable?: true;
  /** What it makes goes out of the house or settles something: whoever changes what it read is told. */
  readonly final?: true;
  /** It changes the workbook as a whole: in Excel it is run in a copy (option `copy`), on the command line the file it came from stays. */
  readonly onCopy?: true;
  /** It may write to a sealed workbook. */
  readonly opensSeal?: true;
}

const DEFINED = new Map<string, JobFacts>();

/** Called by `defineJob` for every job, so that the log and the history know it by its name. */
export function rememberJob(facts: JobFacts): void {
  DEFINED.set(facts.name, facts);
}

/** Undefined: a job of another version of the add-in. */
export function jobFacts(name: string): JobFacts | undefined {
  return DEFINED.get(name);
}

/** The job that makes a sheet. Example: `jobThatMakes('Notice') === 'notice'` where all jobs are loaded. */
export function jobThatMakes(sheet: string): string | undefined {
  const nameOf = (makes: Makes | undefined): string | undefined => (typeof makes === 'object' ? makes.key : makes);
  return [...DEFINED.values()].find(({ makes }) => nameOf(makes) === sheet)?.name;
}

/** What a job's form holds before anybody typed in it, by option; a switch is true or false. */
export type FilledIn = Readonly<Record<string, string | boolean>>;

/** What a form has to hold so that the job makes its sheet: one with an option `sheet` makes it only when asked. */
export function askedToMake(job: string): { readonly values?: FilledIn } {
  return 'sheet' in (DEFINED.get(job)?.options ?? {}) ? { values: { sheet: true } } : {};
}

/** The sheets that jobs name themselves; all of them where all jobs are loaded. */
export function ownSheets(): readonly OwnSheet[] {
  return [...DEFINED.values()].flatMap(({ makes }) => (makes && typeof makes !== 'string' ? [makes] : []));
}
