// What the tracker needs to be right again: rows for everything that is owed, formulas where somebody typed over them, a mark on rows that
// nobody owes any more (D-11), colours. Deletes nothing. Knows no job.
import type { Problem } from '../core/problem';
import type { Requirement } from '../core/requirements/requirement';
import { text, type Text } from '../core/text';
import { appendRows, updateCells, type CellEdit } from '../workbook/edits';
import type { PlanStep } from '../workbook/plan';
import { locateColumns, readRows } from '../workbook/rows';
import { conditionalsOf } from '../workbook/sheetOf';
import type { TableSpec } from '../workbook/spec';
import { TRACKER } from '../workbook/tables/tracker';
import { UNITS } from '../workbook/tables/units';
import { trackerDifference, type TrackerKey } from '../workbook/trackerKeys';
import type { CellChange, Preview } from './job';
import { headerOf, overwrittenFormulas, type OverwrittenFormula } from './overwrittenFormulas';
import type { Situation } from './runJob';
import { tableIn } from './tableIn';

export interface TrackerUpkeep {
  readonly steps: readonly PlanStep[];
  readonly added: number;
  /** Rows in which a cell was put right. */
  readonly updated: number;
  readonly notices: readonly Problem[];
  readonly preview: Pick<Preview, 'added' | 'changed'>;
  /** What was done, in pieces of a sentence. */
  readonly told: readonly Text[];
}

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

function obsoleteNotice({ unitId, requirementId }: TrackerKey): Problem {
  return {
    code: 'obsolete-row', table: TRACKER.name, row: `${unitId} ${requirementId}`, expected: text('应报的单位和事项', 'a unit and an item that it owes'), found: `${unitId} ${requirementId}`,
    message: text(
      `台账里 ${unitId} 的 ${requirementId} 已不在应报之列（单位停用或事项改了范围），该行保留并显示为“免报”；不再需要时可以删去。`,
      `${unitId} no longer owes ${requirementId} (inactive, or the item changed): the row is kept and shown as exempt; delete it when you no longer need it.`,
    ),
  };
}

/** Marks that have to change: formulas see by themselves that a unit left or an item is gone, but not that the item is for others now. */
function markEdits(situation: Situation, requirements: readonly Requirement[], obsolete: readonly TrackerKey[]): CellEdit[] {
  const units = new Map(situation.campaign.units.map((unit) => [unit.unitId, unit]));
  const known = new Set(requirements.map(({ requirementId }) => requirementId));
  const gone = new Set(obsolete.map(({ unitId, requirementId }) => `${unitId} ${requirementId}`));
  return readRows(TRACKER, tableIn(situation.snapshot, TRACKER)).flatMap((row): CellEdit[] => {
    const unit = units.get(row.text('unitId'));
    const needed = gone.has(`${row.text('unitId')} ${row.text('requirementId')}`) && unit !== undefined && unit.active && unit.name !== '' && known.has(row.text('requirementId'));
    const marked = Number(row.get('dropped')) > 0;
    return needed === marked ? [] : [{ index: row.index, key: 'dropped', value: needed ? 1 : '' }];
  });
}

/** `requirements`: those that hold from now on; the campaign's own unless a change of rules is being made. The snapshot must have the tracker’s formulas. */
export function trackerUpkeep(situation: Situation, requirements: readonly Requirement[] = situation.campaign.requirements): TrackerUpkeep {
  const { campaign, snapshot, words, language } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const { missing, obsolete } = trackerDifference(tracker, campaign.units, requirements);
  const overwritten = overwrittenFormulas(TRACKER, tracker);
  const trackerWords = words(TRACKER);
  const edits: CellEdit[] = [
    ...overwritten.map(({ index, column }) => ({ index, key: column.key, value: { formula: column.formula?.(trackerWords) ?? '' } })),
    ...markEdits(situation, requirements, obsolete),
  ];
  const after = language === 'zh' ? '（公式）' : '(formula)';
  return {
    steps: [
      ...updateCells(TRACKER, tracker, edits),
      ...appendRows(TRACKER, tracker, missing.map(({ unitId, requirementId }) => ({ unitId, requirementId })), trackerWords),
      coloursOf(TRACKER, situation),
      coloursOf(UNITS, situation),
    ],
    added: missing.length,
    updated: new Set(edits.map(({ index }) => index)).size,
    notices: [...overwritten.map(overwrittenNotice), ...obsolete.map(obsoleteNotice)],
    preview: {
      added: missing.map(({ unitId, requirementId }) => ({ table: TRACKER.name, row: `${unitId} ${requirementId}`, summary: campaign.units.find((unit) => unit.unitId === unitId)?.name ?? '' })),
      changed: overwritten.map((cell): CellChange => ({ table: TRACKER.name, row: cell.row, column: headerOf(cell, language), before: cell.found, after })),
    },
    told: [
      ...(missing.length > 0 ? [text(`台账补齐 ${missing.length} 行`, `${missing.length} tracker rows added`)] : []),
      ...(overwritten.length > 0 ? [text(`恢复公式 ${overwritten.length} 处`, `${overwritten.length} formulas restored`)] : []),
    ],
  };
}
