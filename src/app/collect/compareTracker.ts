// Do the tracker's formulas say what the rules say? Two independent computations of every formula column, cell by cell.
import { text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import { isoFromWallTime, MINUTE, wallTimeFromSerial, type WallTime } from '../../core/ground/wallTime';
import { labelOf } from '../../workbook/contract/labels';
import { readRows, type RowOf } from '../../workbook/contract/rows';
import type { CellValue } from '../../workbook/contract/snapshot';
import type { ColumnSpec } from '../../workbook/contract/spec';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import {
  COMPARED,
  holdsValues,
  isMoving,
  type ComparedKey,
  type ComputedValues,
} from '../../workbook/tables/tracker/trackerValues';
import { valuesAt } from './trackerValues';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';

/** How far a table’s formulas and the rules say the same. */
export interface Agreement {
  /** Cells that were compared. */
  readonly cells: number;
  readonly differing: number;
  /** The first cell in which they differ. */
  readonly first: Problem | null;
}

/** Of the tracker; `rows` that both have. */
export interface Comparison extends Agreement {
  readonly rows: number;
}

/** A formula's NOW() and the job's clock are not read in the same second. */
const TOLERANCE = 2 * MINUTE;
/** Days by which two serials of the same second may differ: a tenth of a second. */
const SAME = 1e-6;

function agree(sheet: CellValue, core: CellValue): boolean {
  if (typeof sheet === 'number' && typeof core === 'number') return Math.abs(sheet - core) < SAME;
  return String(sheet).trim() === String(core).trim();
}

/** With a moving clock, a row whose due time is just passing may differ, and minutes that still run may be off by the tolerance. */
function isExcused(
  key: ComparedKey,
  line: RowOf<'Tracker'>,
  core: ComputedValues,
  moment: WallTime,
  { language, campaign }: Situation,
): boolean {
  if (!isMoving(key) || campaign.settings.asOf !== null) return false;
  if (typeof core.due === 'number' && Math.abs(moment - wallTimeFromSerial(core.due)) <= TOLERANCE) return true;
  if (core.status !== labelOf('status', 'overdue', language) || (key !== 'minutesLate' && key !== 'lateness'))
    return false;
  const [sheet, minutes] = [line.get('minutesLate'), core.minutesLate];
  return typeof sheet === 'number' && typeof minutes === 'number' && Math.abs(sheet - minutes) * MINUTE <= TOLERANCE;
}

/** A moment as such, everything else as the cell has it. */
function shown({ type }: ColumnSpec, value: CellValue): string {
  return type === 'moment' && typeof value === 'number' ? isoFromWallTime(wallTimeFromSerial(value)) : String(value);
}

function differs(column: ColumnSpec<ComparedKey>, sheet: CellValue, core: CellValue, id: string): Problem {
  const { header } = column;
  const [found, expected] = [shown(column, sheet), shown(column, core)];
  return {
    code: 'formula-differs',
    table: TRACKER.name,
    row: id,
    column: column.key,
    expected: text(expected, expected),
    found,
    message: text(
      `台账 ${id} 的“${header.zh}”表里是“${found}”，按规则应为“${expected}”：请先按 F9 重算；仍不一致，请点“改正”恢复公式，并核对收件登记里这家的记录。`,
      `Tracker ${id}, “${header.en}” shows “${found}”, by the rules it is “${expected}”: recalculate (F9); if it still differs, run “Mend” to put formulas back and check this unit’s receipts.`,
    ),
  };
}

/** `restored`: rows whose formulas a job puts back anyway, as they are called. */
function compareAt(situation: Situation, moment: WallTime, restored: ReadonlySet<string>): Comparison {
  const { campaign, snapshot } = situation;
  const byPair = valuesAt(situation, [], campaign.requirements, moment);
  let rows = 0;
  let differing = 0;
  let first: Problem | null = null;
  for (const line of readRows(TRACKER, tableIn(snapshot, TRACKER))) {
    const id = `${line.text('unitId')} ${line.text('requirementId')}`;
    const core = byPair.get(id);
    if (!core || restored.has(id)) continue;
    rows += 1;
    for (const column of COMPARED) {
      const { key } = column;
      if (agree(line.get(key), core[key]) || isExcused(key, line, core, moment, situation)) continue;
      differing += 1;
      first ??= differs(column, line.get(key), core[key], id);
    }
  }
  return { rows, cells: rows * COMPARED.length, differing, first };
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Compares every formula column of every tracker row that is owed, but for those that only other formulas look at.
 * On a computer of another zone the formulas may rightly show what holds at the moment that its own clock shows (D-1).
 */
export function compareTracker(situation: Situation, restored: ReadonlySet<string> = NOBODY): Comparison {
  const { campaign, asOf, computerAhead = 0 } = situation;
  const comparison = compareAt(situation, asOf, restored);
  if (comparison.differing === 0 || computerAhead === 0 || campaign.settings.asOf !== null) return comparison;
  const atComputer = compareAt(situation, asOf + computerAhead, restored);
  return atComputer.differing < comparison.differing ? atComputer : comparison;
}

/**
 * For a job that shows the tracker and asks only for the formulas of its first rows: other formulas further down are known by what they give.
 * One problem, the first cell; none where the tracker holds values, whose age is said elsewhere.
 */
export function trackerSaysOtherwise(situation: Situation, restored: ReadonlySet<string>): readonly Problem[] {
  if (holdsValues(situation.snapshot)) return [];
  const { first, differing } = compareTracker(situation, restored);
  if (!first || differing <= 1) return first ? [first] : [];
  const { zh, en } = first.message;
  return [
    {
      ...first,
      message: text(
        `台账有 ${differing} 处与规则不一致。${zh}`,
        `${differing} cells of the tracker differ from the rules. ${en}`,
      ),
    },
  ];
}
