// Unit × requirement with the status in each cell, and totals that reconcile. Knows no sheet and no colour.
import type { Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import type { Status, TrackerRow } from '../tracker/trackerRow';
import type { Tally } from './tally';
import { tally } from './tally';

interface MatrixRow {
  readonly unitId: string;
  readonly name: string;
  /** One status per column; null: this unit does not owe that requirement. */
  readonly cells: readonly (Status | null)[];
  readonly total: Tally;
}

/** Units by items, a status in each cell. */
export interface SummaryMatrix {
  /** requirementIds, in the requirements' order. */
  readonly columns: readonly string[];
  /** Units that owe anything, in roster order. */
  readonly rows: readonly MatrixRow[];
  /** One per column. */
  readonly columnTotals: readonly Tally[];
  readonly total: Tally;
  /** True when the rows' totals and the columns' totals both add up to the grand total, status by status. */
  readonly reconciles: boolean;
}

/**
 * The matrix over the given tracker rows; rows of units or requirements that are not given are left out, and then `reconciles`
 * is false. Example: two units that owe T1, one on time and one overdue → columnTotals[0] has must 2, done 1, overdue 1.
 */
export function summaryMatrix(
  units: readonly Unit[],
  requirements: readonly Requirement[],
  rows: readonly TrackerRow[],
): SummaryMatrix {
  const byPair = new Map(rows.map((row) => [`${row.unitId} ${row.requirementId}`, row]));
  const columns = requirements.map(({ requirementId }) => requirementId);
  const lines = units
    .map((unit) => ({ unit, owed: columns.map((requirementId) => byPair.get(`${unit.unitId} ${requirementId}`)) }))
    .filter(({ owed }) => owed.some((row) => row !== undefined));
  const matrix = lines.map(({ unit, owed }): MatrixRow => ({
    unitId: unit.unitId,
    name: unit.name,
    cells: owed.map((row) => row?.status ?? null),
    total: tally(owed.flatMap((row) => row ?? [])),
  }));
  const columnTotals = columns.map((_column, index) => tally(lines.flatMap(({ owed }) => owed[index] ?? [])));
  const total = tally(rows);
  return {
    columns,
    rows: matrix,
    columnTotals,
    total,
    reconciles:
      addsUp(
        matrix.map((row) => row.total),
        total,
      ) && addsUp(columnTotals, total),
  };
}

function addsUp(parts: readonly Tally[], total: Tally): boolean {
  const keys = ['must', 'done', 'onTime', 'late', 'underReview', 'incomplete', 'overdue', 'pending', 'exempt'] as const;
  return keys.every((key) => parts.reduce((sum, part) => sum + part[key], 0) === total[key]);
}
