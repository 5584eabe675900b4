// What the log says of an act: its own line, every value that it replaced, and (of acts that can be taken back) what it filled and added.
import type { Language, Text } from '../../core/ground/text';
import { serialFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { appendRows } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { FormulaWords, TableSpec } from '../../workbook/contract/spec';
import { actRecords, filledLines, type LogLine } from '../../workbook/tables/records/actLog';
import { actNumber } from '../../workbook/tables/records/actMark';
import { LOG } from '../../workbook/tables/records/records';
import { actWords } from './actWords';
import type { Preview, Who } from './job';
import { logLineOf, wasEmpty, type ReplacedCell } from './replacedCell';

/** Of a decision, what the log is made of. */
interface Logged {
  readonly steps: readonly PlanStep[];
  readonly preview?: Preview;
  readonly replaced?: readonly ReplacedCell[];
  readonly alsoLogged?: readonly LogLine[];
  readonly message: Text;
  readonly log?: Text | null;
}

interface Moment {
  readonly snapshot: WorkbookSnapshot;
  readonly now: WallTime;
  readonly language: Language;
  readonly words: (spec: TableSpec) => FormulaWords;
}

function changesOf({ replaced, preview }: Logged): readonly ReplacedCell[] {
  return replaced ?? preview?.changed ?? [];
}

function linesOf(decision: Logged, undoable: boolean): LogLine[] {
  const changes = changesOf(decision);
  const filled = undoable ? filledLines(changes.filter(wasEmpty).map(logLineOf)) : [];
  return [...changes.filter((change) => !wasEmpty(change)).map(logLineOf), ...(decision.alsoLogged ?? filled)];
}

/** The steps with those of the log. `undoable`: the job's acts can be taken back, so what was empty before is on record too. */
export function withLogSteps(
  job: string,
  decision: Logged,
  { snapshot, now, language, words }: Moment,
  { by = '', session = '' }: Who,
  undoable: boolean,
): PlanStep[] {
  const table = snapshot.tables[LOG.name];
  if (!table || decision.log === null || decision.steps.length === 0) return [...decision.steps];
  const at = serialFromWallTime(now);
  const summary = (decision.log ?? decision.message)[language];
  const lines = linesOf(decision, undoable);
  const act = actNumber(table.values.length, [session, by, job, at, summary, lines.length]);
  const log = appendRows(
    LOG,
    table,
    actRecords({ at, job, summary, by }, lines, act, actWords(job, language)),
    words(LOG),
  );
  // The log comes last, but before everything when values are replaced: a large job that is cut must not lose what it replaced.
  const replaces = changesOf(decision).some((change) => !wasEmpty(change));
  return replaces ? [...log, ...decision.steps] : [...decision.steps, ...log];
}
