// The one shape of every use case: read, decide, write, report. A job is only its decision; this file owns the order of things.
import { doubtfulArrivals } from '../../core/receipts/doubtfulArrivals';
import { doubtfulTimes } from '../../core/receipts/doubtfulTimes';
import type { Problem } from '../../core/ground/problem';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { LogLine } from '../../workbook/tables/records/actLog';
import { readCampaign } from '../../workbook/campaign';
import type { Campaign } from '../../workbook/campaign';
import { asItStands } from '../../workbook/contract/formerHeaders';
import type { PlanStep } from '../../workbook/contract/plan';
import { refusals } from '../../workbook/contract/refusals';
import { DECIDE_AGAIN, LEFT_OUT, type PortProgress, type ReadRequest } from '../../workbook/contract/port';
import { newerVersion, SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { settingText } from '../../workbook/tables/settings/settingText';
import { languageOf } from '../../workbook/tables/workbookLanguage';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { FormulaWords, TableSpec } from '../../workbook/contract/spec';
import { issueNameSteps } from '../../workbook/tables/issueNames';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { CAMPAIGN_TABLES, wordsFor } from '../../workbook/tables/registry';
import { LOG } from '../../workbook/tables/records/records';
import { countsFrom1904 } from './dateSystem';
import type { Deps, JobReport, Mode, Preview } from './job';
import { inPlaceWords } from './placeWords';
import { vanishedProblem, type Vanished } from './ownWrites';
import { progressText } from './progressText';
import { withLogSteps } from './logSteps';
import type { ReplacedCell } from './replacedCell';
import type { JobReads, JobWrites } from './touches';
import { sealedProblem } from './sealed';
import { previewMessage } from './previewWords';
import { rowsOutside, saidBySheet, typedOver } from './saidBySheet';
import { standingsSaid } from './standingsNotAsDecided';
import { unreadCells, untrueCells } from './unreadCells';
import { asBeforeCut, byHand, decidedAgain, finished, finishing, rowsAlike, takeInSteps, tookIn } from './manyHands';
import { sheetCopies } from './sheetCopies';
import { leftBehind } from './trackerLeftBehind';
import { readClock } from './wallClock';
import { withRowWords } from './namedPreview';
import { writtenBy } from './writtenBy';

/** Everything that a decision may look at. */
export interface Situation {
  readonly snapshot: WorkbookSnapshot;
  readonly campaign: Campaign;
  /** Cells of the workbook that could not be read; the job decides whether they matter. */
  readonly cellProblems: readonly Problem[];
  /** The moment that the job speaks about: the as-of setting, else the clock. */
  readonly asOf: WallTime;
  /** The campaign's wall clock (D-1). */
  readonly now: WallTime;
  /** Seconds by which NOW() in the sheets is ahead of it on this computer. */
  readonly computerAhead?: number;
  readonly language: Language;
  readonly words: (spec: TableSpec) => FormulaWords;
  /** Who acts, as they said; absent where nobody was asked. */
  readonly by?: string;
}

export interface Decision<Results> {
  readonly steps: readonly PlanStep[];
  readonly changed: JobReport['changed'];
  readonly problems?: readonly Problem[];
  readonly notices?: readonly Problem[];
  readonly results: Results;
  readonly preview?: Preview;
  /** Whether this problem of the reading is put right by the plan: then it is shown as a change, not named. */
  readonly putsRight?: (problem: Problem) => boolean;
  /** Cells whose former value the log keeps; default: every change of the preview. */
  readonly replaced?: readonly ReplacedCell[];
  /** What the log says besides, of acts that can be taken back: rows that are new, and cells that were empty (default: those of the preview). */
  readonly alsoLogged?: readonly LogLine[];
  /** True: nothing may be written, the problems say why. */
  readonly stopped?: boolean;
  readonly message: Text;
  /** What the log says; default: the message in the workbook's language. Null: no log row (a job that only looks). */
  readonly log?: Text | null;
}

export interface JobOptions {
  /** Any problem stops the job. */
  readonly strict?: boolean;
}

/** What a job is but for its words: the decision out of the situation and the input. */
export type Decide<Input, Results> = (situation: Situation, input: Input) => Decision<Results>;

/** A defined job whose decision is loaded. */
interface RunnableJob<Input, Results> {
  readonly name: string;
  readonly reads: JobReads;
  readonly writes: JobWrites;
  readonly undoable?: true;
  readonly opensSeal?: true;
  readonly nothing: Results;
  readonly decide: Decide<Input, Results>;
}

function report<Results>(
  job: string,
  asOf: WallTime,
  language: Language,
  { problems = [], notices = [], ...part }: Partial<JobReport<Results>> & { message: Text; results: Results },
): JobReport<Results> {
  const inWords = (problem: Problem): Problem => inPlaceWords(problem, language);
  return {
    job,
    asOf,
    changed: {},
    problems: problems.map(inWords),
    notices: notices.map(inWords),
    stopped: false,
    ...part,
  };
}

/** Filters on tables that the job writes to are taken off first: a block written to a filtered table would land in other rows. */
function filterNotices(steps: readonly PlanStep[], snapshot: WorkbookSnapshot): Problem[] {
  const touched = new Set(
    steps.flatMap((step) =>
      step.kind === 'updateRows' || step.kind === 'appendRows' || step.kind === 'conditionals' ? [step.table] : [],
    ),
  );
  return [...touched].flatMap((name) => {
    const table = snapshot.tables[name];
    if (!table?.filtered) return [];
    return [
      {
        code: 'filter-cleared',
        table: name,
        sheet: table.sheet,
        expected: text('没有筛选', 'no filter'),
        found: 'AutoFilter',
        message: text(
          `“${table.sheet}”原有筛选，写入前已清除，以免写错行。`,
          `The filter on “${table.sheet}” was taken off before writing, so that no row was missed.`,
        ),
      },
    ];
  });
}

/** Settings, and all that reading a campaign needs, are read for every job; of the log, which only grows, the rows only where a job wants them. */
function requestOf({ formulas = [], sampled, sheets = [], withLog = false }: JobReads): ReadRequest {
  return {
    tables: CAMPAIGN_TABLES,
    formulas,
    ...(sampled && { sampled }),
    sheets: sheets.flatMap(({ zh, en }) => [zh, en]),
    heads: withLog ? [] : [LOG.name],
  };
}

/** Steps that write into tables that stand already. */
const TABLE_STEPS: ReadonlySet<PlanStep['kind']> = new Set([
  'updateRows',
  'appendRows',
  'conditionals',
  'renameColumns',
  'addColumns',
  'mendConditionals',
  'emptyTable',
  'removeSheet',
]);

/** A step that a job did not say it would take is a fault of the program. */
function heldToItsWord(
  { name, writes }: Pick<RunnableJob<never, unknown>, 'name' | 'writes'>,
  steps: readonly PlanStep[],
): void {
  const more = steps.find((step) => writes === 'nothing' || (writes === 'made sheet' && TABLE_STEPS.has(step.kind)));
  if (more) throw new Error(`${name} says that it writes ${writes}, but plans ${more.kind}`);
}

/** Writes of this session that are not there any more, and that no job has named yet. */
async function vanished({ own, workbook }: Deps, job: string, snapshot: WorkbookSnapshot): Promise<Vanished[]> {
  if (!own || job === 'restore') return [];
  const withLog = own.isDoubtful(snapshot) ? await workbook.read({ tables: [...own.tables, LOG.name] }) : null;
  if (withLog) own.letGo(withLog);
  return own.vanishedIn(withLog ?? snapshot).filter((each) => !own.isTold(each));
}

/** How often a job decides when others change the workbook while it writes. */
const TRIES = 5;

/**
 * Runs a job on a campaign workbook in four awaited syncs at most: look, load, write, verify.
 * A broken structure, `stopped`, or (strict) any problem means that nothing is written.
 */
export async function runJob<Input, Results>(
  deps: Deps,
  job: RunnableJob<Input, Results>,
  input: Input,
  mode: Mode,
  { strict = false }: JobOptions = {},
  tries = TRIES,
): Promise<JobReport<Results>> {
  const { name, nothing } = job;
  const again = async (notice: Problem): Promise<JobReport<Results>> => {
    const next = await runJob(deps, job, input, mode, { strict }, tries - 1);
    return { ...next, notices: [notice, ...next.notices.filter(({ code }) => code !== notice.code)] };
  };
  const tell = (progress: PortProgress): void => deps.onProgress?.(progressText(progress), progress);
  const found = await deps.workbook.read(requestOf(job.reads), tell);
  const writesNow = mode === 'write' && job.writes !== 'nothing';
  const { counts: snapshot, said: cut } = writesNow ? { counts: found, said: [] } : asBeforeCut(found);
  const { now, computerAhead, problem: noZone } = readClock(deps, settingText(snapshot, 'zone') || DEFAULT_ZONE);
  const sealed = job.writes === 'nothing' || job.opensSeal ? null : sealedProblem(snapshot);
  if (sealed)
    return report(name, now, languageOf(snapshot), {
      problems: [sealed],
      stopped: true,
      results: nothing,
      message: sealed.message,
    });
  const elsewhen = countsFrom1904(snapshot);
  if (elsewhen)
    return report(name, now, languageOf(snapshot), {
      problems: [elsewhen],
      stopped: true,
      results: nothing,
      message: elsewhen.message,
    });
  const unfinished = finishing(snapshot);
  if (writesNow && unfinished.steps.length > 0 && tries > 1) {
    await deps.workbook.write({ steps: unfinished.steps }, unfinished.basis, tell);
    return again(finished(unfinished.steps, unfinished.basis));
  }
  const outside = takeInSteps(snapshot);
  if (writesNow && outside.length > 0 && tries > 1) {
    const [refused] = refusals(outside, snapshot);
    if (refused)
      return report(name, now, languageOf(snapshot), {
        problems: [refused],
        stopped: true,
        results: nothing,
        message: refused.message,
      });
    await deps.workbook.write({ steps: outside }, snapshot, tell);
    return again(tookIn(outside, snapshot));
  }
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') {
    return report(name, now, languageOf(snapshot), {
      problems: reading.problems,
      stopped: true,
      results: nothing,
      message: text(
        '工作簿结构有问题，没有写入任何内容：请看下面每一条，或运行“升级与修复”。',
        'The workbook’s structure has a problem; nothing was written: see below, or run “Upgrade and repair”.',
      ),
    });
  }
  if (noZone)
    return report(name, now, languageOf(snapshot), {
      problems: [noZone],
      stopped: true,
      results: nothing,
      message: noZone.message,
    });
  const { campaign, cellProblems } = reading;
  const language = campaign.settings.language;
  const asOf = campaign.settings.asOf ?? now;
  const situation: Situation = {
    snapshot,
    campaign,
    cellProblems,
    asOf,
    now,
    computerAhead,
    language,
    by: deps.by,
    words: (spec) => wordsFor(asItStands(spec, snapshot.tables[spec.name]), language, campaign.spec),
  };
  const decision = job.decide(situation, input);
  heldToItsWord(job, decision.steps);
  const untrue = untrueCells(job.reads, cellProblems);
  if (untrue.length > 0)
    return report(name, asOf, language, {
      problems: untrue,
      notices: rowsOutside(job.reads, snapshot, { writes: job.writes, mode }),
      stopped: true,
      results: nothing,
      message: text(
        `有 ${untrue.length} 处看不懂或认不出，做出来会不实，没有写入：请先改正下面各处（“改正”能代改的会列出）。`,
        `${untrue.length} cells cannot be read or name nobody; what is made from them would be untrue. Nothing was written: correct them first (“Mend” lists what it can).`,
      ),
    });
  const problems = decision.problems ?? [];
  const stopped = decision.stopped === true || (strict && problems.length > 0);
  const said = [...problems, ...(decision.notices ?? [])];
  const doubtful = [...doubtfulTimes(campaign), ...doubtfulArrivals(campaign, now)];
  const lost = await vanished(deps, name, snapshot);
  const notices = [
    ...unreadCells(job.reads, cellProblems, said).filter((problem) => decision.putsRight?.(problem) !== true),
    ...rowsOutside(job.reads, snapshot, { writes: job.writes, mode }),
    ...unreadCells(job.reads, doubtful, said),
    ...(decision.putsRight ? [] : typedOver(job.reads, snapshot, campaign, said)),
    ...standingsSaid(job.reads, campaign, snapshot, said, decision.steps),
    ...saidBySheet(job.reads, snapshot, campaign, [...cellProblems, ...doubtful, ...said]).filter(
      (problem) => decision.putsRight?.(problem) !== true,
    ),
    ...(decision.notices ?? []),
    ...sheetCopies(job.reads, snapshot),
    ...byHand(snapshot),
    ...cut,
    ...lost.map(vanishedProblem),
    ...filterNotices(decision.steps, snapshot),
    ...leftBehind(decision.steps, snapshot),
  ];
  const common = {
    problems,
    notices,
    results: decision.results ?? nothing,
    preview: withRowWords(decision.preview, snapshot, campaign.spec),
  };
  // Named once: by the report that is given, not by a try that is followed by another.
  const ended = (outcome: Parameters<typeof report<Results>>[3]): JobReport<Results> => {
    deps.own?.told(lost);
    return report(name, asOf, language, outcome);
  };
  if (stopped) {
    const message = decision.stopped
      ? decision.message
      : text(
          `有 ${problems.length} 个问题，按“严格”要求没有写入。`,
          `${problems.length} problems; nothing was written, as strict demands.`,
        );
    return ended({ ...common, stopped: true, message });
  }
  if (campaign.settings.schemaVersion > SCHEMA_VERSION && decision.steps.length > 0) {
    const newer = newerVersion(campaign.settings.schemaVersion);
    return ended({
      ...common,
      problems: [newer, ...problems],
      stopped: true,
      message: newer.message,
    });
  }
  const counted = job.writes === 'nothing' ? [] : issueNameSteps(decision.steps, snapshot, situation.words(SETTINGS));
  const whole = counted.length === 0 ? decision : { ...decision, steps: [...decision.steps, ...counted] };
  const steps = withLogSteps(name, whole, situation, deps, job.undoable === true);
  const refused = [...rowsAlike(decision.steps, snapshot), ...refusals(steps, snapshot)];
  const [first] = refused;
  if (first)
    return ended({
      ...common,
      problems: [...refused, ...problems],
      stopped: true,
      message: first.message,
    });
  const writes = mode === 'write' && steps.length > 0;
  if (writes) {
    const answers = await deps.workbook.write({ steps }, snapshot, tell);
    const met = answers.find(({ code }) => code === DECIDE_AGAIN);
    if (met && tries > 1) return again(decidedAgain(met));
    const failures = answers.filter(({ code }) => !LEFT_OUT.has(code));
    notices.push(...answers.filter(({ code }) => LEFT_OUT.has(code)));
    if (failures.length === 0) deps.own?.note({ job: name, at: now }, steps, snapshot);
    if (failures.length > 0) {
      return ended({
        ...common,
        problems: [...problems, ...failures],
        stopped: true,
        message: text('写入时工作簿有变动，请再点一次。', 'The workbook changed while writing; please run it again.'),
      });
    }
  }
  return ended({
    ...common,
    changed: decision.changed,
    message: mode === 'preview' && steps.length > 0 ? previewMessage(decision.message) : decision.message,
    ...(writes && { written: writtenBy(steps, snapshot, campaign.spec) }),
  });
}
