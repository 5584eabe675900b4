// What the tracker needs to be right again: rows for everything that is owed, formulas where somebody typed over them (or values, in a large
// one), a mark on rows that nobody owes any more (D-11), colours. Deletes nothing. Knows no job.
import type { Problem } from '../../core/ground/problem';
import type { Requirement } from '../../core/requirements/requirement';
import { text, type Text } from '../../core/ground/text';
import { appendRows, updateCells, type EditOf } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { conditionalsOf } from '../../workbook/contract/sheetOf';
import type { TableSpec } from '../../workbook/contract/spec';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { formerNames } from '../../workbook/tables/goneRows';
import { UNITS } from '../../workbook/tables/units/units';
import { trackerDifference, type TrackerKey } from '../../workbook/tables/tracker/trackerKeys';
import { trackerNames, trackerStamp } from '../../workbook/tables/tracker/trackerStamp';
import { COMPUTED, holdsValues, LARGE_TRACKER } from '../../workbook/tables/tracker/trackerValues';
import type { CellChange, Preview } from '../run/job';
import { headerOf, overwrittenFormulas, type OverwrittenFormula } from '../run/overwrittenFormulas';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { asReplaced, headlineStep, refreshValues, typedValues } from './trackerValues';

/** Rows that were missing, formulas that stand again, ids that were mended. */
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

function coloursOf({ name }: TableSpec, { snapshot, campaign, words }: Situation): PlanStep {
  // In a workbook of no county some are others.
  const spec = campaign.spec(name);
  const table = tableIn(snapshot, spec);
  return {
    kind: 'conditionals',
    table: spec.name,
    rules: conditionalsOf(spec, words(spec), table.top, table.left, locateColumns(spec, table)),
  };
}

function overwrittenNotice(cell: OverwrittenFormula): Problem {
  const { zh, en } = cell.column.header;
  return {
    code: 'formula-overwritten',
    table: TRACKER.name,
    row: cell.row,
    column: cell.column.key,
    expected: text('公式', 'a formula'),
    found: cell.found,
    message: text(
      `台账 ${cell.row} 的“${zh}”被手改为“${cell.found}”，已恢复公式；原值记在操作日志里。`,
      `Tracker ${cell.row}, “${en}” was typed over with “${cell.found}”: the formula is back, the value is kept in the log.`,
    ),
  };
}

function obsoleteNotice({ unitId, requirementId }: TrackerKey): Problem {
  return {
    code: 'obsolete-row',
    table: TRACKER.name,
    row: `${unitId} ${requirementId}`,
    expected: text('应报的单位和事项', 'a unit and an item that it owes'),
    found: `${unitId} ${requirementId}`,
    message: text(
      `台账里 ${unitId} 的 ${requirementId} 已不在应报之列（单位停用或事项改了范围），该行保留并显示为“免报”；不再需要时可以删去。`,
      `${unitId} no longer owes ${requirementId} (inactive, or the item changed): the row is kept and shown as exempt; delete it when you no longer need it.`,
    ),
  };
}

/** Marks that have to change: formulas see by themselves that a unit left or an item is gone, but not that the item is for others now. */
function markEdits(
  situation: Situation,
  requirements: readonly Requirement[],
  obsolete: readonly TrackerKey[],
): EditOf<'Tracker'>[] {
  const units = new Map(situation.campaign.units.map((unit) => [unit.unitId, unit]));
  const known = new Set(requirements.map(({ requirementId }) => requirementId));
  const gone = new Set(obsolete.map(({ unitId, requirementId }) => `${unitId} ${requirementId}`));
  return readRows(TRACKER, tableIn(situation.snapshot, TRACKER)).flatMap((row): EditOf<'Tracker'>[] => {
    const unit = units.get(row.text('unitId'));
    const needed =
      gone.has(`${row.text('unitId')} ${row.text('requirementId')}`) &&
      unit !== undefined &&
      unit.active &&
      unit.name !== '' &&
      known.has(row.text('requirementId'));
    const marked = Number(row.get('dropped')) > 0;
    return needed === marked ? [] : [{ index: row.index, key: 'dropped', value: needed ? 1 : '' }];
  });
}

/** What the computed cells get, and which of them somebody had typed. */
interface Filling {
  readonly steps: readonly PlanStep[];
  /** 0-based rows of the body in which a cell changes. */
  readonly rows: readonly number[];
  readonly notices: readonly Problem[];
  readonly replaced: readonly CellChange[];
  readonly told: readonly Text[];
}

const FORMULA = text('（公式）', '(formula)');

function newRows({ snapshot, words }: Situation, missing: readonly TrackerKey[]): PlanStep[] {
  return appendRows(
    TRACKER,
    tableIn(snapshot, TRACKER),
    missing.map(({ unitId, requirementId }) => ({ unitId, requirementId })),
    words(TRACKER),
  );
}

/** Formulas where somebody typed over them. */
function restoreFormulas(situation: Situation, missing: readonly TrackerKey[]): Filling {
  const { snapshot, words, language } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const overwritten = overwrittenFormulas(TRACKER, tracker);
  const edits = overwritten.map(({ index, column }): EditOf<'Tracker'> => ({
    index,
    key: column.key,
    value: { formula: column.formula?.(words(TRACKER)) ?? '' },
  }));
  return {
    steps: [...updateCells(TRACKER, tracker, edits), ...newRows(situation, missing)],
    rows: edits.map(({ index }) => index),
    notices: overwritten.map(overwrittenNotice),
    replaced: overwritten.map((cell) => ({
      table: TRACKER.name,
      row: cell.row,
      column: headerOf(cell, language),
      before: cell.found,
      after: FORMULA[language],
    })),
    told:
      overwritten.length > 0
        ? [text(`恢复公式 ${overwritten.length} 处`, `${overwritten.length} formulas restored`)]
        : [],
  };
}

/** The tracker held values and has become small enough: every computed cell gets its formula. */
function backToFormulas(situation: Situation, missing: readonly TrackerKey[]): Filling {
  const { snapshot, words, language } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const rows = readRows(TRACKER, tracker).map(({ index }) => index);
  const formulas = COMPUTED.map(({ key, formula }) => ({ key, value: { formula: formula?.(words(TRACKER)) ?? '' } }));
  const found = text(`${rows.length + missing.length} 行`, `${rows.length + missing.length} rows`);
  return {
    steps: [
      { kind: 'names', names: trackerNames(null) },
      ...updateCells(
        TRACKER,
        tracker,
        rows.flatMap((index) => formulas.map((cell): EditOf<'Tracker'> => ({ index, ...cell }))),
      ),
      ...newRows(situation, missing),
      ...headlineStep(situation, false),
    ],
    rows,
    notices: [
      {
        code: 'tracker-live',
        table: TRACKER.name,
        expected: text('公式', 'formulas'),
        found: found[language],
        message: text(
          `台账只有 ${found.zh}了，各列已由数值改回公式，自动更新。`,
          `The tracker has only ${found.en} now: formulas are back in the place of values, and follow by themselves.`,
        ),
      },
    ],
    replaced: typedValues(situation).map((cell) => asReplaced(cell, language, FORMULA[language])),
    told: [text('台账改回公式', 'the tracker has formulas again')],
  };
}

/** The tracker is large: values in every computed cell. */
function fillValues(
  situation: Situation,
  missing: readonly TrackerKey[],
  requirements: readonly Requirement[],
): Filling {
  const tracker = tableIn(situation.snapshot, TRACKER);
  const held = holdsValues(situation.snapshot);
  const { steps, rows, notices, replaced } = refreshValues(
    situation,
    missing,
    requirements,
    held ? undefined : overwrittenFormulas(TRACKER, tracker),
  );
  const updated = new Set(rows).size;
  return {
    steps,
    rows,
    notices,
    replaced,
    told: held
      ? updated > 0
        ? [text(`台账更新 ${updated} 行`, `${updated} tracker rows refreshed`)]
        : []
      : [text('台账行数多，改为按规则算好的值', 'the tracker is large and holds values now')],
  };
}

/**
 * `requirements`: those that hold from now on; the campaign's own unless a change of rules is being made. The snapshot must have the tracker’s
 * formulas. A tracker of at least LARGE_TRACKER rows holds values of this moment, a smaller one formulas.
 */
export function trackerUpkeep(
  situation: Situation,
  requirements: readonly Requirement[] = situation.campaign.requirements,
): TrackerUpkeep {
  const { campaign, snapshot } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const { missing, obsolete } = trackerDifference(tracker, campaign.units, requirements);
  const large = readRows(TRACKER, tracker).length + missing.length >= LARGE_TRACKER;
  const filling = large
    ? fillValues(situation, missing, requirements)
    : trackerStamp(snapshot.names) !== null
      ? backToFormulas(situation, missing)
      : restoreFormulas(situation, missing);
  const marks = markEdits(situation, requirements, obsolete);
  const former = formerNames(snapshot.tables);
  return {
    steps: [
      ...filling.steps,
      ...updateCells(TRACKER, tracker, marks),
      coloursOf(TRACKER, situation),
      coloursOf(UNITS, situation),
    ],
    added: missing.length,
    updated: new Set([...filling.rows, ...marks.map(({ index }) => index)]).size,
    notices: [
      ...filling.notices,
      ...obsolete
        .filter(({ unitId, requirementId }) => !former.has(unitId) && !former.has(requirementId))
        .map(obsoleteNotice),
    ],
    preview: {
      added: missing.map(({ unitId, requirementId }) => ({
        table: TRACKER.name,
        row: `${unitId} ${requirementId}`,
        summary: campaign.units.find((unit) => unit.unitId === unitId)?.name ?? '',
      })),
      changed: filling.replaced,
    },
    told: [
      ...(missing.length > 0 ? [text(`台账补齐 ${missing.length} 行`, `${missing.length} tracker rows added`)] : []),
      ...filling.told,
    ],
  };
}
