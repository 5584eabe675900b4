// Mark what is overdue: complete the tracker, put its colours and formulas back, and say who is overdue and by how long.
import type { Problem } from '../core/problem';
import { text } from '../core/text';
import { formatLateness } from '../core/time/formatLateness';
import { countByStatus } from '../core/tracker/countByStatus';
import { overdueList, summarizeOverdue } from '../core/tracker/overdue';
import { trackUnits } from '../core/tracker/trackUnits';
import type { Status } from '../core/tracker/trackerRow';
import { isoFromWallTime } from '../core/wallTime';
import { appendRows, updateCells } from '../workbook/edits';
import type { PlanStep } from '../workbook/plan';
import { locateColumns } from '../workbook/rows';
import { conditionalsOf } from '../workbook/sheetOf';
import type { TableSpec } from '../workbook/spec';
import { TRACKER } from '../workbook/tables/tracker';
import { UNITS } from '../workbook/tables/units';
import { trackerDifference } from '../workbook/trackerKeys';
import type { CellChange, Job } from './job';
import { headerOf, overwrittenFormulas, type OverwrittenFormula } from './overwrittenFormulas';
import { runJob, type Decision, type Situation } from './runJob';
import { tableIn } from './tableIn';

export interface OverdueEntry {
  readonly unitId: string;
  readonly unit: string;
  readonly requirementId: string;
  readonly title: string;
  /** YYYY-MM-DDTHH:mm:ss, wall clock of the campaign. */
  readonly due: string;
  readonly minutesLate: number;
  /** The same in words, in the workbook's language. */
  readonly late: string;
}

export interface OverdueResults {
  readonly counts: Readonly<Record<Status, number>>;
  /** Units with at least one overdue item. */
  readonly units: number;
  readonly items: number;
  /** Minutes. */
  readonly longest: number;
  /** The longest first. */
  readonly overdue: readonly OverdueEntry[];
}

const NOTHING: OverdueResults = { counts: countByStatus([]), units: 0, items: 0, longest: 0, overdue: [] };

function coloursOf(spec: TableSpec, { snapshot, words }: Situation): PlanStep {
  const table = tableIn(snapshot, spec);
  return { kind: 'conditionals', table: spec.name, rules: conditionalsOf(spec, words(spec), table.top, table.left, locateColumns(spec, table)) };
}

function overwrittenNotice(cell: OverwrittenFormula): Problem {
  const { zh, en } = cell.column.header;
  return {
    code: 'formula-overwritten', table: TRACKER.name, row: cell.row, column: zh, expected: text('公式', 'a formula'), found: cell.found,
    message: text(`台账 ${cell.row} 的“${zh}”被手改为“${cell.found}”，已恢复公式；原值记在操作日志里。`, `Tracker ${cell.row}, “${en}” was typed over with “${cell.found}”: the formula is back, the value is kept in the log.`),
  };
}

function obsoleteNotice({ unitId, requirementId }: { unitId: string; requirementId: string }): Problem {
  return {
    code: 'obsolete-row', table: TRACKER.name, row: `${unitId} ${requirementId}`, expected: text('应报的单位和事项', 'a unit and an item that it owes'), found: `${unitId} ${requirementId}`,
    message: text(`台账里 ${unitId} 的 ${requirementId} 已不在应报之列（单位停用或事项改了范围），该行保留，请自行决定是否删去。`, `${unitId} no longer owes ${requirementId} (inactive, or the item changed): the row is kept; delete it if you agree.`),
  };
}

function viewNotices({ campaign, snapshot, asOf, now }: Situation): Problem[] {
  const notices: Problem[] = [];
  if (campaign.settings.asOf !== null && asOf !== now) {
    const at = isoFromWallTime(asOf).replace('T', ' ');
    notices.push({
      code: 'as-of-fixed', table: 'Settings', row: 'asOf', expected: text('留空即按现在', 'empty for now'), found: at,
      message: text(`设置里的“截至时间”固定为 ${at}，状态按那一刻显示。`, `The settings fix the as-of time at ${at}: statuses are those of that moment.`),
    });
  }
  const table = tableIn(snapshot, TRACKER);
  if (table.filtered) {
    notices.push({
      code: 'filtered', table: TRACKER.name, sheet: table.sheet, expected: text('没有筛选', 'no filter'), found: table.sheet,
      message: text(`“${table.sheet}”正在筛选，有些行看不到；统计包括全部行。`, `A filter hides rows on “${table.sheet}”; the figures count all of them.`),
    });
  }
  return notices;
}

function resultsOf({ campaign, asOf, language }: Situation): OverdueResults & { readonly sentence: Decision<unknown>['message'] } {
  const rows = trackUnits(campaign, asOf);
  const list = overdueList(rows, campaign.units, campaign.requirements);
  const overdue = list.map(({ row, unit, requirement }): OverdueEntry => ({
    unitId: unit.unitId, unit: unit.name, requirementId: requirement.requirementId, title: requirement.title,
    due: row.due === null ? '' : isoFromWallTime(row.due), minutesLate: row.minutesLate, late: formatLateness(row.minutesLate, language),
  }));
  return {
    counts: countByStatus(rows), units: new Set(overdue.map(({ unitId }) => unitId)).size, items: overdue.length, longest: overdue[0]?.minutesLate ?? 0, overdue,
    sentence: text(summarizeOverdue(rows, 'zh'), summarizeOverdue(rows, 'en')),
  };
}

/**
 * Completes the tracker by key (rows that nobody owes any more are named, never deleted), restores formulas that were typed over (the
 * typed value goes to the log) and the highlights of tracker and roster, and shows the tracker.
 */
export function decideOverdue(situation: Situation): Decision<OverdueResults> {
  const { campaign, snapshot, words, language } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const { missing, obsolete } = trackerDifference(tracker, campaign.units, campaign.requirements);
  const overwritten = overwrittenFormulas(TRACKER, tracker);
  const trackerWords = words(TRACKER);
  const restore = overwritten.map(({ index, column }) => ({ index, key: column.key, value: { formula: column.formula?.(trackerWords) ?? '' } }));
  const { sentence, ...results } = resultsOf(situation);
  const updated = new Set(overwritten.map(({ index }) => index)).size;
  const done = missing.length + updated > 0;
  const after = language === 'zh' ? '（公式）' : '(formula)';
  const told = [
    ...(missing.length > 0 ? [text(`台账补齐 ${missing.length} 行`, `${missing.length} tracker rows added`)] : []),
    ...(overwritten.length > 0 ? [text(`恢复公式 ${overwritten.length} 处`, `${overwritten.length} formulas restored`)] : []),
  ];
  return {
    steps: [
      ...updateCells(TRACKER, tracker, restore),
      ...appendRows(TRACKER, tracker, missing.map(({ unitId, requirementId }) => ({ unitId, requirementId })), trackerWords),
      coloursOf(TRACKER, situation),
      coloursOf(UNITS, situation),
      { kind: 'activate', sheet: tracker.sheet },
    ],
    changed: done ? { [TRACKER.name]: { added: missing.length, updated } } : {},
    notices: [...viewNotices(situation), ...overwritten.map(overwrittenNotice), ...obsolete.map(obsoleteNotice)],
    results,
    preview: {
      added: missing.map(({ unitId, requirementId }) => ({ table: TRACKER.name, row: `${unitId} ${requirementId}`, summary: campaign.units.find((unit) => unit.unitId === unitId)?.name ?? '' })),
      changed: overwritten.map((cell): CellChange => ({ table: TRACKER.name, row: cell.row, column: headerOf(cell, language), before: cell.found, after })),
      unchanged: 0,
    },
    message: text([sentence, ...told].map(({ zh }) => zh).join('；') + '。', [sentence, ...told].map(({ en }) => en).join('; ') + '.'),
    log: done ? undefined : null,
  };
}

/** Job 'overdue'. Example: message “逾期 6 家 8 项，最长 3 天 2 小时；台账补齐 2 行。” */
export const markOverdue: Job<Record<string, never>, OverdueResults> = (deps, _input, mode) =>
  runJob(deps, 'overdue', mode, {}, NOTHING, decideOverdue, [], ['Tracker']);
