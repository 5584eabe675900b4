// Upgrade and repair: adds to a workbook what this build expects and it lacks. Looks at what is there first; nothing typed is lost.
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import { notACampaign, readCampaign } from '../../workbook/campaign';
import { appendRows } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import { refusals } from '../../workbook/contract/refusals';
import { LEFT_OUT, type ReadRequest } from '../../workbook/contract/port';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { newerVersion, SCHEMA_VERSION, schemaVersionOf } from '../../workbook/tables/settings/schemaVersion';
import { settingText } from '../../workbook/tables/settings/settingText';
import { sheetOf } from '../../workbook/contract/sheetOf';
import { CAMPAIGN_TABLES, FIXED_TABLES } from '../../workbook/tables/registry';
import { LOG } from '../../workbook/tables/records/records';
import { headerLanguage } from '../../workbook/tables/workbookLanguage';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import { actRecords, type LogLine } from '../../workbook/tables/records/actLog';
import { actNumber } from '../../workbook/tables/records/actMark';
import { actWords } from '../run/actWords';
import type { Deps, Job, JobReport, Mode } from '../run/job';
import { countedTogether, finishing, takeIn } from '../run/manyHands';
import { logLineOf } from '../run/replacedCell';
import { readUpgradeAnswers, strayAnswers } from './upgradeAnswers';
import { changedBy, replacedBy, takenProblems, upgradePreview } from './upgradeAccount';
import { questionsOf, resultsOf, upgradeMessage } from './upgradeReport';
import { upgradeNotices } from './upgradeNotices';
import type { UpgradeResults } from './upgradeReport';
import { UPGRADE, type UpgradeInput } from './upgradeJob';
import { upgradeSheets } from './upgradeSheets';
import { keptLateProblem } from '../contest/decisionChangeProblems';
import { keepLate } from '../contest/recordAct';
import { momentText } from '../../workbook/contract/cells';
import { rowsOutside } from '../run/saidBySheet';
import { sealedProblem } from '../run/sealed';
import { readClock } from '../run/wallClock';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { planUpgrade } from './planUpgrade';

const READS: ReadRequest = {
  tables: CAMPAIGN_TABLES,
  formulas: CAMPAIGN_TABLES,
  looks: CAMPAIGN_TABLES,
  sheets: ['*'],
  formulaCells: Object.values(MADE_SHEETS.Overview.sheet),
};

/** The steps with the log's lines: appended, or in the log that is made anew. */
function withLog(
  plan: UpgradePlan,
  now: WallTime,
  { by = '', session = '' }: Deps,
  summary: string,
  lines: readonly LogLine[],
): PlanStep[] {
  const at = serialFromWallTime(now);
  const table = plan.basis.tables[LOG.name];
  const act = actNumber(table?.values.length ?? 0, [session, by, 'upgrade', at, summary, lines.length]);
  const records = actRecords(
    { at, job: 'upgrade', summary, by },
    lines,
    act,
    actWords('upgrade', plan.words(LOG).language),
  );
  if (table) return [...plan.steps, ...appendRows(LOG, table, records, plan.words(LOG))];
  return plan.steps.map((step) =>
    step.kind === 'addSheet' && step.sheet.table?.name === LOG.name
      ? { ...step, sheet: sheetOf(LOG, records, plan.words(LOG)) }
      : step,
  );
}

/** The workbook with the rows below its tables in them, and what is said of that; only seen where nothing is to be written. */
async function withRowsBelow(
  { workbook }: Deps,
  mode: Mode,
): Promise<{
  readonly snapshot: WorkbookSnapshot;
  readonly refused: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly changed: JobReport['changed'];
}> {
  const snapshot = await workbook.read(READS);
  const isClosed = sealedProblem(snapshot) !== null || schemaVersionOf(snapshot) > SCHEMA_VERSION;
  const as = { snapshot, refused: [], notices: [], changed: {} };
  if (isClosed || finishing(snapshot).steps.length > 0) return as;
  if (mode !== 'write') {
    const below = rowsOutside(UPGRADE.reads, snapshot, { writes: 'tables', mode });
    return { ...as, notices: below.filter(({ code }) => code === 'rows-below-table') };
  }
  const taken = await takeIn(workbook, snapshot, () => undefined);
  if (taken === null) return as;
  if ('refused' in taken) return { ...as, refused: [taken.refused] };
  return { ...taken, snapshot: await workbook.read(READS), refused: [], notices: [taken.notice] };
}

/** Job 'upgrade': two syncs to read, two to write, four more where rows stand below a table. Run again after a batch that was cut, it does the rest; run on its own result, nothing. */
export const upgrade: Job<UpgradeInput, UpgradeResults> = async (deps, input, mode) => {
  const answers = readUpgradeAnswers(input.column);
  deps.onProgress?.(text('正在读取工作簿…', 'Reading the workbook…'));
  const below = await withRowsBelow(deps, mode);
  const { snapshot } = below;
  const { now } = readClock(deps, settingText(snapshot, 'zone') || DEFAULT_ZONE);
  const report = (part: Partial<JobReport<UpgradeResults>>): JobReport<UpgradeResults> => ({
    job: 'upgrade',
    asOf: now,
    changed: below.changed,
    problems: [],
    notices: below.notices,
    results: UPGRADE.nothing,
    stopped: false,
    message: text('', ''),
    ...part,
  });
  const stop = (
    problems: readonly Problem[],
    part: Partial<JobReport<UpgradeResults>> = {},
  ): JobReport<UpgradeResults> =>
    report({ problems, stopped: true, message: problems[0]?.message ?? text('', ''), ...part });
  if (!FIXED_TABLES.some(({ name }) => snapshot.tables[name])) return stop([notACampaign(snapshot)]);
  const version = schemaVersionOf(snapshot);
  if (version > SCHEMA_VERSION) return stop([newerVersion(version)]);

  const sealed = sealedProblem(snapshot);
  if (sealed) return stop([sealed]);
  if (below.refused.length > 0) return stop(below.refused);
  const language = headerLanguage(snapshot);
  const plan = planUpgrade(snapshot, answers);
  const stray = strayAnswers(
    answers,
    plan.tables.map(({ spec }) => spec),
    snapshot,
  );
  const sheets = upgradeSheets(snapshot, plan, now, language);
  const results = resultsOf(plan, language, input.column ?? '', sheets.made);
  const common = {
    results,
    preview: upgradePreview(plan, language, sheets.made),
    notices: [...below.notices, ...upgradeNotices(plan, language), ...sheets.notices],
  };
  const questions = questionsOf(plan);
  const obstacles = [...stray, ...takenProblems(plan, language), ...questions];
  if (obstacles.length > 0) {
    const message =
      questions.length > 0
        ? text(
            `有 ${questions.length} 个表头看来被改过名，请先回答是不是同一列；没有写入任何内容。`,
            `${questions.length} headers seem to have been renamed: say first whether they are the same columns. Nothing was written.`,
          )
        : obstacles[0]?.message;
    return stop(obstacles, { ...common, message });
  }
  const reading = readCampaign(plan.outcome);
  const late = reading.kind === 'campaign' ? keepLate(reading.campaign, now) : null;
  if (reading.kind === 'broken' && !plan.criteriaOpen) return stop(reading.problems, common);
  const message = upgradeMessage(results);
  const kept = (late?.actIds ?? []).map((actId) => keptLateProblem(actId, momentText(now)));
  const extra = [...sheets.steps, ...(late?.steps ?? [])];
  if (mode === 'write' && plan.steps.length + extra.length > 0) {
    deps.onProgress?.(text('正在写入并核对…', 'Writing and checking…'));
    const steps = withLog(
      { ...plan, steps: [...plan.steps, ...extra] },
      now,
      deps,
      message[language],
      replacedBy(plan, language).map(logLineOf),
    );
    const refused = refusals(steps, plan.basis);
    if (refused.length > 0) return stop(refused, common);
    const failures = (await deps.workbook.write({ steps }, plan.basis)).filter(({ code }) => !LEFT_OUT.has(code));
    if (failures.length > 0)
      return stop(failures, {
        ...common,
        message: text('写入时工作簿有变动，请再点一次。', 'The workbook changed while writing; please run it again.'),
      });
  }
  return report({
    ...common,
    notices: [...kept, ...common.notices],
    changed: countedTogether(below.changed, changedBy(plan, sheets.made)),
    message,
  });
};
