// Do the tracker's formulas say what the rules say? Two independent computations of the same, cell by cell.
import { text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import { isoFromWallTime, MINUTE, wallTimeFromSerial, type WallTime } from '../../core/ground/wallTime';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import { readRows, type RowOf } from '../../workbook/contract/rows';
import { columnOf, type ColumnKeys } from '../../workbook/contract/spec';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';

export interface Comparison {
  /** Rows that both have. */
  readonly rows: number;
  readonly cells: number;
  readonly differing: number;
  /** The first cell in which they differ. */
  readonly first: Problem | null;
}

/** A formula's NOW() and the job's clock are not read in the same second. */
const TOLERANCE = 2 * MINUTE;

type Reading = string | number;

interface Compared {
  readonly key: ColumnKeys['Tracker'];
  readonly sheet: (row: RowOf<'Tracker'>) => Reading;
  readonly core: (row: TrackerRow) => Reading;
  /** The value depends on the present moment. */
  readonly moving?: boolean;
}

const momentOf = (row: RowOf<'Tracker'>, key: ColumnKeys['Tracker']): Reading => {
  const value = row.get(key);
  return typeof value === 'number' ? isoFromWallTime(wallTimeFromSerial(value)) : value === '' ? '' : String(value);
};
const numberOf = (row: RowOf<'Tracker'>, key: ColumnKeys['Tracker']): Reading =>
  typeof row.get(key) === 'number' ? Number(row.get(key)) : row.text(key);
const written = (time: WallTime | null): string => (time === null ? '' : isoFromWallTime(time));

const COMPARED: readonly Compared[] = [
  {
    key: 'status',
    sheet: (row) => codeOf('status', row.text('status')) ?? row.text('status'),
    core: ({ status }) => status,
    moving: true,
  },
  { key: 'due', sheet: (row) => momentOf(row, 'due'), core: ({ due }) => written(due) },
  { key: 'completedAt', sheet: (row) => momentOf(row, 'completedAt'), core: ({ completedAt }) => written(completedAt) },
  {
    key: 'minutesLate',
    sheet: (row) => numberOf(row, 'minutesLate'),
    core: ({ minutesLate }) => minutesLate,
    moving: true,
  },
  { key: 'quota', sheet: (row) => numberOf(row, 'quota'), core: ({ quota }) => quota },
  { key: 'accepted', sheet: (row) => numberOf(row, 'accepted'), core: ({ accepted }) => accepted },
  { key: 'arrived', sheet: (row) => numberOf(row, 'arrived'), core: ({ arrived }) => arrived },
  {
    key: 'missingParts',
    sheet: (row) => row.text('missingParts'),
    core: ({ missingParts }) => missingParts.join('、'),
  },
];

/** With a moving clock, a row whose due time is just passing may differ, and minutes that still run may be off by the tolerance. */
function isExcused(compared: Compared, sheet: Reading, row: TrackerRow, frozen: boolean, moment: WallTime): boolean {
  if (!compared.moving || frozen) return false;
  if (row.due !== null && Math.abs(moment - row.due) <= TOLERANCE) return true;
  return (
    compared.key === 'minutesLate' &&
    row.status === 'overdue' &&
    typeof sheet === 'number' &&
    Math.abs(sheet - row.minutesLate) * MINUTE <= TOLERANCE
  );
}

function differs(compared: Compared, sheet: Reading, core: Reading, id: string, { language }: Situation): Problem {
  const { header } = columnOf(TRACKER, compared.key);
  const shown = (value: Reading): string => {
    const code = compared.key === 'status' ? codeOf('status', value) : null;
    return code === null ? String(value) : labelOf('status', code, language);
  };
  const [found, expected] = [shown(sheet), shown(core)];
  return {
    code: 'formula-differs',
    table: TRACKER.name,
    row: id,
    column: compared.key,
    expected: text(expected, expected),
    found,
    message: text(
      `台账 ${id} 的“${header.zh}”表里是“${found}”，按规则应为“${expected}”：请先按 F9 重算；仍不一致，请点“标出逾期”恢复公式，并核对收件登记里这家的记录。`,
      `Tracker ${id}, “${header.en}” shows “${found}”, by the rules it is “${expected}”: recalculate (F9); if it still differs, run “Mark what is overdue” to restore formulas and check this unit’s receipts.`,
    ),
  };
}

function compareAt(situation: Situation, moment: WallTime): Comparison {
  const { campaign, snapshot } = situation;
  const byPair = new Map(trackUnits(campaign, moment).map((row) => [`${row.unitId} ${row.requirementId}`, row]));
  let rows = 0;
  let differing = 0;
  let first: Problem | null = null;
  for (const line of readRows(TRACKER, tableIn(snapshot, TRACKER))) {
    const id = `${line.text('unitId')} ${line.text('requirementId')}`;
    const row = byPair.get(id);
    if (!row) continue;
    rows += 1;
    for (const compared of COMPARED) {
      const [sheet, core] = [compared.sheet(line), compared.core(row)];
      if (sheet === core || isExcused(compared, sheet, row, campaign.settings.asOf !== null, moment)) continue;
      differing += 1;
      first ??= differs(compared, sheet, core, id, situation);
    }
  }
  return { rows, cells: rows * COMPARED.length, differing, first };
}

/**
 * Compares status, due, completed, minutes late, quota, counts and missing parts of every tracker row that is owed.
 * On a computer of another zone the formulas may rightly show what holds at the moment that its own clock shows (D-1).
 */
export function compareTracker(situation: Situation): Comparison {
  const { campaign, asOf, computerAhead = 0 } = situation;
  const comparison = compareAt(situation, asOf);
  if (comparison.differing === 0 || computerAhead === 0 || campaign.settings.asOf !== null) return comparison;
  const atComputer = compareAt(situation, asOf + computerAhead);
  return atComputer.differing < comparison.differing ? atComputer : comparison;
}
