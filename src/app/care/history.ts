// Who did what when, out of the log, latest first: which acts can be taken back, and what was made since of what they wrote. Decides nothing.
import { text, type Language, type Text } from '../../core/ground/text';
import { isoFromWallTime } from '../../core/ground/wallTime';
import { formatMoment } from '../../core/time/formatMoment';
import { columnOf } from '../../workbook/contract/spec';
import type { LoggedAct } from '../../workbook/tables/records/actLog';
import { readMark } from '../../workbook/tables/records/actMark';
import { UNITS } from '../../workbook/tables/units/units';
import { jobFacts } from '../run/definedJobs';

/** An act as people know it. */
export interface ActNamed {
  /** What `undo` is told to take it back. */
  readonly act: string;
  readonly job: string;
  readonly title: Text;
  /** YYYY-MM-DDTHH:mm:ss by the clock of whoever acted; '' where somebody typed over it. */
  readonly at: string;
  /** '' where nobody was asked. */
  readonly by: string;
}

/** An act of the log as the pane lists it. */
export interface ActShown extends ActNamed {
  /** It was done by whoever asks. */
  readonly mine: boolean;
  readonly summary: string;
  /** Cells that it changed or filled, and rows that it added, as far as the log has them. */
  readonly cells: number;
  readonly added: number;
  readonly undone: boolean;
  readonly canUndo: boolean;
  /** What goes out of the house or settles something, and was made since of tables that the act wrote to. */
  readonly builtOn: readonly ActNamed[];
}

/** A history longer than this is read in the log itself. */
const MOST = 200;

/** Before acts had numbers, only these had in the log what they filled and added, too. */
const EARLY = new Set([
  'import-roster',
  'import-receipts',
  'import-stories',
  'import-scores',
  'import-judge',
  'receive',
]);

/** Columns of the roster that nothing is made of but reminders. */
const CONTACTS = new Set(
  (['contact', 'phone', 'email', 'note'] as const).flatMap((key) => Object.values(columnOf(UNITS, key).header)),
);

/** An act as lists show it: the job's title (its plain name, if no job is called so) and the time as ISO text. */
export function actNamed({ key, job, at, by }: LoggedAct): ActNamed {
  return {
    act: key,
    job,
    title: jobFacts(job)?.words.title ?? text(job, job),
    at: at > 0 ? isoFromWallTime(at) : '',
    by,
  };
}

/** When it was done, as a sentence says it; that the log no longer says when, where somebody typed over its time. */
export function whenDone(at: number, language: Language): string {
  if (at > 0) return formatMoment(at, language);
  return text('（时间被改过）', '(its time was typed over)')[language];
}

/** Whose, when and what, in the words of a sentence. */
export function actInWords({ title, by }: ActNamed, at: number): Text {
  const [zh, en] = [by === '' ? '' : `${by} `, by === '' ? '' : ` by ${by}`];
  return text(`${zh}${whenDone(at, 'zh')} 的“${title.zh}”`, `“${title.en}” of ${whenDone(at, 'en')}${en}`);
}

/** False for what was taken back already, changed no cell, or was logged without what it filled. */
export function canBeUndone({ key, job, cells, added, undone }: LoggedAct): boolean {
  const numbered = readMark(`${key}/0/00000000`) !== null;
  return !undone && cells.length + added.length > 0 && jobFacts(job)?.undoable === true && (numbered || EARLY.has(job));
}

/** True for one that could be taken back but for its lines in the log: not one of them says any more what it said. */
export function isBroken(act: LoggedAct): boolean {
  const { job, cells, added, undone, altered, missing } = act;
  return (
    !undone && cells.length + added.length === 0 && altered.length + missing > 0 && jobFacts(job)?.undoable === true
  );
}

function tablesOf({ cells, added }: LoggedAct): string[] {
  const counting = cells.filter(({ table, column }) => table !== UNITS.name || !CONTACTS.has(column));
  return [...new Set([...counting, ...added].map(({ table }) => table))];
}

const names = (pattern: string, table: string): boolean =>
  pattern === table || (pattern.endsWith('*') && table.startsWith(pattern.slice(0, -1)));

/** Of each job the latest, in order. */
export function builtOn(act: LoggedAct, acts: readonly LoggedAct[]): ActNamed[] {
  const tables = tablesOf(act);
  if (tables.length === 0) return [];
  const latest = new Map<string, LoggedAct>();
  for (const later of acts.slice(acts.indexOf(act) + 1)) {
    const facts = jobFacts(later.job);
    if (later.undone || facts?.final !== true) continue;
    if (tables.some((table) => facts.reads.tables.some((pattern) => names(pattern, table))))
      latest.set(later.job, later);
  }
  return [...latest.values()].map(actNamed);
}

/** `acts` as readActs gives them; `by`: whoever asks. */
export function historyOf(acts: readonly LoggedAct[], by: string | undefined): ActShown[] {
  return acts
    .slice(-MOST)
    .reverse()
    .map((act) => ({
      ...actNamed(act),
      mine: by !== undefined && by !== '' && act.by === by,
      summary: act.summary,
      cells: act.cells.length,
      added: act.added.length,
      undone: act.undone,
      canUndo: canBeUndone(act),
      builtOn: canBeUndone(act) ? builtOn(act, acts) : [],
    }));
}
