// Bring the tracker in line with the rules: with those that stand in the workbook, or with a change of one item's rules that is shown first.
import type { Requirement } from '../../core/requirements/requirement';
import { text, type Text } from '../../core/ground/text';
import { STATUSES, type Status, type TrackerRow } from '../../core/tracker/trackerRow';
import { trackUnits } from '../../core/tracker/trackUnits';
import { momentText } from '../../workbook/contract/cells';
import { entriesOf, updateCells } from '../../workbook/contract/edits';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { columnOf } from '../../workbook/contract/spec';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import type { CellChange } from '../run/job';
import type { RecomputeInput } from './recomputeJob';
import { readRuleChange, type RuleChange } from './ruleChange';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import { trackerUpkeep } from './trackerUpkeep';

export interface RecomputeResults {
  /** Rows of the tracker whose status becomes another one. */
  readonly statuses: readonly {
    readonly unitId: string;
    readonly requirementId: string;
    readonly before: Status | '';
    readonly after: Status;
  }[];
  readonly added: number;
  /** Rows that nobody owes any more. */
  readonly released: number;
  readonly formulasRestored: number;
}

type Pair = { readonly unitId: string; readonly requirementId: string };
const pairOf = ({ unitId, requirementId }: Pair): string => `${unitId} ${requirementId}`;

/** What the tracker shows now, by pair; a cell that has not been calculated shows nothing. */
function shownStatuses({ snapshot }: Situation): Map<string, Status | ''> {
  return new Map(
    readRows(TRACKER, tableIn(snapshot, TRACKER)).map((row) => [
      `${row.text('unitId')} ${row.text('requirementId')}`,
      row.text('status') === '' ? '' : (codeOf('status', row.text('status')) ?? ''),
    ]),
  );
}

/** Status that every row has before: as shown, or as the rules in force have it when a change of rules is looked at. */
function beforeOf(situation: Situation, change: RuleChange | null): Map<string, Status | ''> {
  const shown = shownStatuses(situation);
  if (!change) return shown;
  const ruled = new Map(trackUnits(situation.campaign, situation.asOf).map((row) => [pairOf(row), row.status]));
  return new Map([...shown].map(([pair]) => [pair, ruled.get(pair) ?? 'exempt']));
}

function cellChanges(before: TrackerRow | undefined, after: TrackerRow, language: Situation['language']): CellChange[] {
  if (!before) return [];
  const cells: readonly (readonly [ColumnKeys['Tracker'], string, string])[] = [
    ['due', momentText(before.due), momentText(after.due)],
    ['quota', String(before.quota), String(after.quota)],
    ['missingParts', before.missingParts.join('、'), after.missingParts.join('、')],
    ['minutesLate', String(before.minutesLate), String(after.minutesLate)],
  ];
  return cells
    .filter(([, old, fresh]) => old !== fresh)
    .map(([key, old, fresh]) => ({
      table: TRACKER.name,
      row: pairOf(after),
      column: columnOf(TRACKER, key).header[language],
      before: old,
      after: fresh,
    }));
}

interface Effect {
  readonly statuses: RecomputeResults['statuses'];
  readonly changes: readonly CellChange[];
  readonly released: number;
}

function effectOf(situation: Situation, requirements: readonly Requirement[], change: RuleChange | null): Effect {
  const { campaign, asOf, language } = situation;
  const before = beforeOf(situation, change);
  const rowsBefore = new Map(trackUnits(campaign, asOf).map((row) => [pairOf(row), row]));
  const rowsAfter = trackUnits({ ...campaign, requirements }, asOf);
  const after = new Map(rowsAfter.map((row) => [pairOf(row), row]));
  const statuses: RecomputeResults['statuses'][number][] = [];
  const changes: CellChange[] = [];
  const header = columnOf(TRACKER, 'status').header[language];
  for (const [pair, old] of before) {
    const row = after.get(pair);
    const fresh: Status = row?.status ?? 'exempt';
    const [unitId = '', requirementId = ''] = pair.split(' ');
    if (old !== fresh && !(old === '' && !change)) {
      statuses.push({ unitId, requirementId, before: old, after: fresh });
      changes.push({
        table: TRACKER.name,
        row: pair,
        column: header,
        before: old === '' ? '' : labelOf('status', old, language),
        after: labelOf('status', fresh, language),
      });
    }
    if (row && change) changes.push(...cellChanges(rowsBefore.get(pair), row, language));
  }
  return { statuses, changes, released: [...before.keys()].filter((pair) => !after.has(pair)).length };
}

/** “逾期 → 待报 8 行” for each pair of statuses, the commonest first. */
function movements(statuses: RecomputeResults['statuses']): Text {
  const counts = new Map<string, { before: Status | ''; after: Status; count: number }>();
  for (const { before, after } of statuses) {
    const key = `${before} ${after}`;
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const order = [...counts.values()].sort(
    (a, b) => b.count - a.count || STATUSES.indexOf(a.after) - STATUSES.indexOf(b.after),
  );
  const words = (language: 'zh' | 'en'): string[] =>
    order.map(
      ({ before, after, count }) =>
        `${before === '' ? '—' : labelOf('status', before, language)} → ${labelOf('status', after, language)} ${count}`,
    );
  return text(words('zh').join('，'), words('en').join(', '));
}

function ruleCells(
  situation: Situation,
  change: RuleChange,
): { readonly steps: Decision<unknown>['steps']; readonly changes: readonly CellChange[] } {
  const table = tableIn(situation.snapshot, REQUIREMENTS);
  const { requirementId } = change.requirement;
  const row = readRows(REQUIREMENTS, table).find((candidate) => candidate.text('requirementId') === requirementId);
  if (!row) throw new Error(`${requirementId} was read from the table`);
  const old = situation.campaign.requirements.find((requirement) => requirement.requirementId === requirementId);
  const before = (key: ColumnKeys['Requirements']): string =>
    key === 'due' ? momentText(old?.due ?? null) : row.text(key);
  const differing = entriesOf(change.cells).filter(([key, { shown }]) => before(key) !== shown);
  return {
    steps: updateCells(
      REQUIREMENTS,
      table,
      differing.map(([key, { value }]) => ({ index: row.index, key, value })),
    ),
    changes: differing.map(([key, { shown }]) => ({
      table: REQUIREMENTS.name,
      row: requirementId,
      column: columnOf(REQUIREMENTS, key).header[situation.language],
      before: before(key),
      after: shown,
    })),
  };
}

/**
 * Adds rows that are owed and missing, puts formulas and colours back, marks rows that nobody owes any more. With a change of rules the
 * requirement's cells are written first; the preview shows every tracker cell that becomes another one.
 */
export function decideRecompute(situation: Situation, input: RecomputeInput): Decision<RecomputeResults> {
  const reading = readRuleChange(situation, input);
  if (reading.kind === 'wrong') return stop(reading.problems);
  const change = reading.kind === 'change' ? reading.change : null;
  const requirements = situation.campaign.requirements.map((requirement) =>
    requirement.requirementId === change?.requirement.requirementId ? change.requirement : requirement,
  );
  const upkeep = trackerUpkeep(situation, requirements);
  const rule = change ? ruleCells(situation, change) : { steps: [], changes: [] };
  const effect = effectOf(situation, requirements, change);
  const moved = movements(effect.statuses);
  const told: Text[] = [
    ...rule.changes.map(({ row, column, before, after }) =>
      text(
        `${row} ${column}：${before || '（空）'} → ${after || '（空）'}`,
        `${row} ${column}: ${before || '(empty)'} → ${after || '(empty)'}`,
      ),
    ),
    effect.statuses.length === 0
      ? text('没有状态变化', 'no status changes')
      : text(
          `${effect.statuses.length} 行状态变化（${moved.zh}）`,
          `${effect.statuses.length} statuses change (${moved.en})`,
        ),
    ...upkeep.told,
  ];
  const touched = upkeep.added + upkeep.updated > 0;
  return {
    steps: [...rule.steps, ...upkeep.steps],
    changed: {
      ...(rule.changes.length > 0 && { [REQUIREMENTS.name]: { added: 0, updated: 1 } }),
      ...(touched && { [TRACKER.name]: { added: upkeep.added, updated: upkeep.updated } }),
    },
    notices: upkeep.notices,
    results: {
      statuses: effect.statuses,
      added: upkeep.added,
      released: effect.released,
      formulasRestored: upkeep.preview.changed.length,
    },
    preview: {
      added: upkeep.preview.added,
      changed: [...rule.changes, ...upkeep.preview.changed, ...effect.changes],
      unchanged: 0,
    },
    // Only what was typed is kept: the tracker's own cells follow from it.
    replaced: [...rule.changes, ...upkeep.preview.changed],
    message: text(told.map(({ zh }) => zh).join('；') + '。', told.map(({ en }) => en).join('; ') + '.'),
    log: rule.changes.length > 0 || touched ? undefined : null,
  };
}
