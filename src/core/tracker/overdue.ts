// Who is overdue and by how long, as a list and as one sentence. Knows no contacts and sends nothing.
import type { Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import type { Language } from '../ground/text';
import { formatLateness } from '../time/formatLateness';
import type { TrackerRow } from './trackerRow';

interface OverdueItem {
  readonly row: TrackerRow;
  readonly unit: Unit;
  readonly requirement: Requirement;
}

/**
 * The overdue rows, the longest first, then in the order of the roster, then of the requirements. Rows whose unit or requirement is not
 * among those given are left out.
 */
export function overdueList(
  rows: readonly TrackerRow[],
  units: readonly Unit[],
  requirements: readonly Requirement[],
): OverdueItem[] {
  const unitAt = new Map(units.map((unit, index) => [unit.unitId, { unit, index }]));
  const requirementAt = new Map(
    requirements.map((requirement, index) => [requirement.requirementId, { requirement, index }]),
  );
  const found = rows
    .filter(({ status }) => status === 'overdue')
    .flatMap((row) => {
      const unit = unitAt.get(row.unitId);
      const requirement = requirementAt.get(row.requirementId);
      return unit && requirement ? [{ row, unit, requirement }] : [];
    });
  found.sort(
    (a, b) =>
      b.row.minutesLate - a.row.minutesLate || a.unit.index - b.unit.index || a.requirement.index - b.requirement.index,
  );
  return found.map(({ row, unit, requirement }) => ({ row, unit: unit.unit, requirement: requirement.requirement }));
}

/** One sentence over all rows. Example: “逾期 6 家 8 项，最长 3 天 2 小时”; “没有逾期” when nothing is. */
export function summarizeOverdue(rows: readonly TrackerRow[], language: Language): string {
  const overdue = rows.filter(({ status }) => status === 'overdue');
  if (overdue.length === 0) return language === 'zh' ? '没有逾期' : 'Nothing is overdue';
  const units = new Set(overdue.map(({ unitId }) => unitId)).size;
  const longest = formatLateness(
    overdue.reduce((most, { minutesLate }) => Math.max(most, minutesLate), 0),
    language,
    true,
  );
  if (language === 'zh') return `逾期 ${units} 家 ${overdue.length} 项，最长 ${longest}`;
  return `Overdue: ${units} ${units === 1 ? 'unit' : 'units'}, ${overdue.length} ${overdue.length === 1 ? 'item' : 'items'}, ${longest} at most`;
}
