// The table of requirements → what has to be handed in; units are named as in the roster.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { MAX_PARTS } from '../../../core/requirements/requirement';
import type { Requirement } from '../../../core/requirements/requirement';
import type { Unit } from '../../../core/roster/unit';
import { CellReader, splitList } from '../../contract/cells';
import { foldCell } from '../../contract/cellFold';
import { keyProblems } from '../../contract/keyProblems';
import { readRows, type RowOf } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { retypedIds } from '../../contract/kept';
import { REQUIREMENTS } from './requirements';
import { readWho } from './who';

/** Of rows with equal ids the first counts, as for the tracker's formulas; a row without one is nobody's. */
function itemsThatCount(rows: readonly RowOf<'Requirements'>[]): RowOf<'Requirements'>[] {
  const first = new Map<string, RowOf<'Requirements'>>();
  for (const row of rows) {
    const id = foldCell(row.text('requirementId'));
    if (id !== '' && !first.has(id)) first.set(id, row);
  }
  return [...first.values()];
}

/** An emptied cell would let everybody off without a word. */
function nobodyOwes(requirementId: string): Problem {
  return {
    code: 'missing-who',
    table: 'Requirements',
    row: requirementId,
    column: 'who',
    expected: text('类别，或名册里的单位名称', 'categories, or units of the roster'),
    found: '',
    message: text(
      `事项 ${requirementId} 没有写“报送单位”，现在没有单位应报它，逾期和追责都不会有它：请补上；还没有定的事项，请先不要列入。`,
      `Item ${requirementId} has nothing under Who, so that nobody owes it and nobody is overdue: fill it in; leave out an item of which that is not settled.`,
    ),
  };
}

/** Items in their order; due time, quota and what else cannot be read go to `problems`, and so do rows that do not count. `county`: categories are a county's four. */
export function readRequirements(
  table: TableSnapshot,
  units: readonly Unit[],
  problems: Problem[],
  county = true,
): Requirement[] {
  const cells = new CellReader(REQUIREMENTS, problems);
  const matcher = lazyMatcher(units);
  problems.push(...keyProblems(REQUIREMENTS, table));
  const former = new Map(retypedIds(REQUIREMENTS, table).map(({ row, was }) => [row.index, was]));
  return itemsThatCount(readRows(REQUIREMENTS, table)).map((row) => {
    const requirementId = row.text('requirementId');
    const who = readWho(row.text('who'), matcher, requirementId, units, county);
    problems.push(...who.problems, ...(row.text('who') === '' ? [nobodyOwes(requirementId)] : []));
    const parts = splitList(row.text('parts'));
    if (parts.length > MAX_PARTS) {
      problems.push({
        code: 'too-many-parts',
        table: 'Requirements',
        row: requirementId,
        column: 'parts',
        expected: text(`最多 ${MAX_PARTS} 项`, `at most ${MAX_PARTS}`),
        found: row.text('parts'),
        message: text(
          `事项 ${requirementId} 的须含材料多于 ${MAX_PARTS} 项。请合并几项，或拆成两个事项。`,
          `Item ${requirementId} has more than ${MAX_PARTS} required parts. Join some, or split the item.`,
        ),
      });
    }
    return {
      requirementId,
      ...(former.has(row.index) && { formerId: former.get(row.index) }),
      title: row.text('title'),
      activity: row.text('activity'),
      kind: cells.choice(row, 'kind', 'kind', 'report'),
      opens: cells.moment(row, 'opens'),
      due: cells.moment(row, 'due'),
      categories: who.categories,
      unitIds: who.unitIds,
      quota: cells.integer(row, 'quota', 1, 1) ?? 1,
      parts,
      keywords: splitList(row.text('keywords')),
    };
  });
}
