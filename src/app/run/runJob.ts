// The one shape of every use case: read, decide, write, report. A job is only its decision; this file owns the order of things.
import type { Problem } from '../../core/ground/problem';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { LogLine } from '../../workbook/tables/records/actLog';
import { CHANGED_WHILE_LOOKING, goesBeyond } from './agreed';
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
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { keepRegisteredRows, keepsRows } from '../../workbook/tables/keepRegistered';
import { CAMPAIGN_TABLES, wordsFor } from '../../workbook/tables/registry';
import { LOG } from '../../workbook/tables/records/records';
import { countsFrom1904 } from './dateSystem';
import type { Deps, JobReport, Mode, Preview } from './job';
import { noticesOf, vanished } from './jobNotices';
import { withWhatIsKept } from './keptWithPlan';
import { inPlaceWords } from './placeWords';
import { progressText } from './progressText';
import { withLogSteps } from './logSteps';
import type { ReplacedCell } from './replacedCell';
import type { JobReads, JobWrites } from './touches';
import { sealedProblem } from './sealed';
import type { LeftBehind } from './ownWrites';
import { previewMessage } from './previewWords';
import { rowsOutside } from './saidBySheet';
import { firstUnread, unreadFor } from './firstUnread';
import { looksAt, SCORE_SHEETS, untrueCells } from './unreadCells';
import {
  asBeforeCut,
  countedTogether,
  decidedAgain,
  finished,
  finishing,
  rowsAlike,
  takeIn,
  type TakenIn,
} from './manyHands';
import { readClock } from './wallClock';
import { withRowWords } from './namedPreview';
import { sheetNamesIn } from './sheetNames';
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

/** What a job decides, as data: a plan, what is wrong or worth a look, results. Nothing of it is done yet. */
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

/** How strictly a job is run. */
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

/** Settings, and all that reading a campaign needs, are read for every job; of the log, which only grows, the rows only where a job wants them. */
function requestOf(reads: JobReads): ReadRequest {
  const { formulas = [], sampled, sheets = [], formulaCells = [], formulaTexts = [], pages, beside, looks } = reads;
  return {
    tables: CAMPAIGN_TABLES,
    formulas,
    ...(sampled && { sampled }),
    sheets: sheets.flatMap(({ zh, en }) => [zh, en]),
    ...(formulaCells.length > 0 && { formulaCells: formulaCells.flatMap(({ zh, en }) => [zh, en]) }),
    ...(formulaTexts.length > 0 && { formulaTexts: formulaTexts.flatMap(({ zh, en }) => [zh, en]) }),
    // What sheets were made from stands in the tables, too, and is nobody's page.
    ...(pages && { pages, without: Object.values(MADE_SHEETS.MadeFrom.sheet) }),
    ...(beside && { beside }),
    ...(looks && { looks }),
    heads: reads.withLog ? [] : [LOG.name],
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

/** How often a job decides when others change the workbook while it writes. */
const TRIES = 5;

/** Why nothing is done at all. */
interface Obstacle {
  readonly problems: readonly Problem[];
  readonly message: Text;
}

const because = (problem: Problem | null | undefined): Obstacle | null =>
  problem ? { problems: [problem], message: problem.message } : null;

/** A workbook that no job may write to, or whose dates it cannot count. */
function closedBook({ writes, opensSeal }: RunnableJob<never, unknown>, snapshot: WorkbookSnapshot): Obstacle | null {
  const sealed = writes === 'nothing' || opensSeal ? null : sealedProblem(snapshot);
  return because(sealed ?? countsFrom1904(snapshot));
}

type Tell = (progress: PortProgress) => void;

/** What a cut job left, and rows below a table, are put right before the job decides. Null: there was nothing to do. */
async function putInOrder({ workbook }: Deps, snapshot: WorkbookSnapshot, tell: Tell): Promise<TakenIn | null> {
  const unfinished = finishing(snapshot);
  if (unfinished.steps.length === 0) return takeIn(workbook, snapshot, tell);
  await workbook.write({ steps: unfinished.steps }, unfinished.basis, tell);
  return { notice: finished(unfinished.steps, unfinished.basis), changed: {} };
}

const BROKEN = text(
  '工作簿结构有问题，没有写入任何内容：请看下面每一条，或运行“升级与修复”。',
  'The workbook’s structure has a problem; nothing was written: see below, or run “Upgrade and repair”.',
);

function untrueMessage(count: number): Text {
  return text(
    `有 ${count} 处看不懂或认不出，做出来会不实，没有写入：请先改正下面各处（“改正”能代改的会列出）。`,
    `${count} cells cannot be read or name nobody; what is made from them would be untrue. Nothing was written: correct them first (“Mend” lists what it can).`,
  );
}

/** What keeps a decision from being carried out, as it says itself or as whoever runs it demands. */
function notToBeDone(decision: Decision<unknown>, { campaign }: Situation, strict: boolean): Obstacle | null {
  const problems = decision.problems ?? [];
  if (decision.stopped) return { problems, message: decision.message };
  if (strict && problems.length > 0)
    return {
      problems,
      message: text(
        `有 ${problems.length} 个问题，按“严格”要求没有写入。`,
        `${problems.length} problems; nothing was written, as strict demands.`,
      ),
    };
  const { schemaVersion } = campaign.settings;
  if (schemaVersion <= SCHEMA_VERSION || decision.steps.length === 0) return null;
  const newer = newerVersion(schemaVersion);
  return { problems: [newer, ...problems], message: newer.message };
}

/** All steps of a decision: its own with what rows keep of it, names that count wrong cells, the line of the log, which rows there are then. */
function wholePlan<Results>(
  { name, writes, undoable }: RunnableJob<never, Results>,
  decision: Decision<Results>,
  situation: Situation,
  deps: Deps,
): readonly PlanStep[] {
  const steps = withWhatIsKept(decision.steps, situation);
  const counted =
    writes === 'nothing' ? [] : issueNameSteps(decision.steps, situation.snapshot, situation.words(SETTINGS));
  const all = withLogSteps(name, { ...decision, steps: [...steps, ...counted] }, situation, deps, undoable === true);
  return all.length === 0 || keepsRows(all) ? all : [...all, ...keepRegisteredRows(all, situation.snapshot)];
}

const CHANGED_MEANWHILE = text(
  '写入时工作簿有变动，请再点一次。',
  'The workbook changed while writing; please run it again.',
);

/** A run of a job: what it was asked for, and how often it may begin anew. */
interface Run<Input, Results> {
  readonly deps: Deps;
  readonly job: RunnableJob<Input, Results>;
  readonly input: Input;
  readonly mode: Mode;
  readonly strict: boolean;
  readonly tries: number;
  readonly tell: Tell;
}

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
): Promise<JobReport<Results>> {
  const tell: Tell = (progress) => deps.onProgress?.(progressText(progress), progress);
  return oneTry({ deps, job, input, mode, strict, tries: TRIES, tell });
}

/** The same once more; `before` is what this try changed already, `leaves` what it wrote for nothing. */
async function again<Input, Results>(
  run: Run<Input, Results>,
  notice: Problem,
  before: JobReport['changed'] = {},
  leaves?: LeftBehind,
): Promise<JobReport<Results>> {
  const next = await oneTry({ ...run, tries: run.tries - 1 }, leaves);
  return {
    ...next,
    changed: countedTogether(before, next.changed),
    notices: [notice, ...next.notices.filter(({ code }) => code !== notice.code)],
  };
}

/** Reads, decides and writes; begins anew when somebody else's change was met. */
async function oneTry<Input, Results>(run: Run<Input, Results>, left?: LeftBehind): Promise<JobReport<Results>> {
  const { deps, job, mode, tries, tell } = run;
  const { name, nothing, reads, writes } = job;
  const found = await deps.workbook.read(requestOf(reads), tell);
  if (left) deps.own?.noteLeft(left, found);
  const writesNow = mode === 'write' && writes !== 'nothing';
  const { counts: snapshot, said: cut } = writesNow ? { counts: found, said: [] } : asBeforeCut(found);
  const { now, computerAhead, problem: noZone } = readClock(deps, settingText(snapshot, 'zone') || DEFAULT_ZONE);
  const halted = (obstacle: Obstacle): JobReport<Results> =>
    report(name, now, languageOf(snapshot), { ...obstacle, stopped: true, results: nothing });

  const closed = closedBook(job, snapshot);
  if (closed) return halted(closed);
  const order = writesNow && tries > 1 ? await putInOrder(deps, snapshot, tell) : null;
  if (order)
    return 'notice' in order
      ? again(run, order.notice, order.changed)
      : halted({ problems: [order.refused], message: order.refused.message });
  const reading = readCampaign(snapshot, looksAt(reads, SCORE_SHEETS));
  if (reading.kind === 'broken') return halted({ problems: reading.problems, message: BROKEN });
  if (noZone) return halted({ problems: [noZone], message: noZone.message });

  const { campaign, cellProblems } = reading;
  const { language } = campaign.settings;
  const situation: Situation = {
    snapshot,
    campaign,
    cellProblems,
    asOf: campaign.settings.asOf ?? now,
    now,
    computerAhead,
    language,
    by: deps.by,
    words: (spec) => wordsFor(asItStands(spec, snapshot.tables[spec.name]), language, campaign.spec),
  };
  return carriedOut(run, situation, cut);
}

/** What the job decides in this `situation`, written unless something keeps it from being done; `cut` is said of unfinished work. */
async function carriedOut<Input, Results>(
  run: Run<Input, Results>,
  situation: Situation,
  cut: readonly Problem[],
): Promise<JobReport<Results>> {
  const { deps, job, input, mode, strict } = run;
  const { name, nothing, reads, writes, undoable } = job;
  const { snapshot, campaign, cellProblems, asOf, language } = situation;
  const decision = job.decide(situation, input);
  heldToItsWord(job, decision.steps);
  const untrue = untrueCells(reads, cellProblems);
  if (untrue.length > 0)
    return report(name, asOf, language, {
      problems: untrue,
      notices: rowsOutside(reads, snapshot, { writes, mode }),
      stopped: true,
      results: nothing,
      message: untrueMessage(untrue.length),
    });
  const lost = await vanished(deps, name, snapshot);
  const notices = noticesOf({ reads, writes, mode, cut, lost }, situation, decision);
  const { problems = [], results } = decision;
  const preview = withRowWords(decision.preview, snapshot, campaign.spec, language);
  const sheetNames = sheetNamesIn(snapshot);
  const message = undoable ? decision.message : firstUnread(unreadFor(reads, cellProblems, decision), decision.message);
  // Named once: by the report that is given, not by a try that is followed by another.
  const ended = (outcome: Partial<JobReport<Results>> & Pick<JobReport<Results>, 'message'>): JobReport<Results> => {
    deps.own?.told(lost);
    return report(name, asOf, language, {
      ...{ problems, notices, preview, ...sheetNames, ...outcome },
      results: results ?? nothing,
    });
  };

  const obstacle = notToBeDone(decision, situation, strict);
  if (obstacle) return ended({ ...obstacle, stopped: true });
  const steps = wholePlan(job, decision, situation, deps);
  const refused = [...rowsAlike(decision.steps, snapshot), ...refusals(steps, snapshot)];
  if (refused[0]) return ended({ problems: [...refused, ...problems], stopped: true, message: refused[0].message });
  const plans = steps.length > 0;
  if (mode !== 'write' || !plans)
    return ended({
      changed: decision.changed,
      message: mode === 'preview' && plans ? previewMessage(message) : message,
    });
  if (deps.agreed && preview && goesBeyond(deps.agreed, preview))
    return ended({ stopped: true, unagreed: true, message: CHANGED_WHILE_LOOKING });

  const act = { job: name, at: situation.now };
  const answers = await deps.workbook.write({ steps }, snapshot, run.tell);
  const met = answers.find(({ code }) => code === DECIDE_AGAIN);
  if (met && run.tries > 1) return again(run, decidedAgain(met), {}, { act, steps, basis: snapshot });
  notices.push(...answers.filter(({ code }) => LEFT_OUT.has(code)));
  const failures = answers.filter(({ code }) => !LEFT_OUT.has(code));
  if (failures.length > 0)
    return ended({ problems: [...problems, ...failures], stopped: true, message: CHANGED_MEANWHILE });
  deps.own?.note(act, steps, snapshot);
  return ended({
    changed: decision.changed,
    message,
    written: writtenBy(steps, snapshot, campaign.spec),
  });
}
