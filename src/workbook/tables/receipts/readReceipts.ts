// The register of receipts → what arrived. Which of it counts is the rules’ matter.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import type { Receipt } from '../../../core/receipts/receipt';
import type { Requirement } from '../../../core/requirements/requirement';
import type { Unit } from '../../../core/roster/unit';
import { foldCell } from '../../contract/cellFold';
import { CellReader, splitList } from '../../contract/cells';
import { readRows, type RowOf } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf } from '../../contract/spec';
import { unknownItem } from '../requirements/itemReference';
import { unitReferenceProblem, unitsAsWritten } from '../units/readUnitReference';
import { RECEIPTS } from './receipts';

/** What receipts refer to; ids and parts are taken as the formulas take them, whatever their case and blanks. */
interface ReceiptReferences {
  readonly units: readonly Unit[];
  readonly requirements: readonly Requirement[];
}

/** Rows without a readable time of arrival are named and left out: they count for nothing, as in the formulas. */
export function readReceipts(
  table: TableSnapshot,
  problems: Problem[],
  { units, requirements }: ReceiptReferences = { units: [], requirements: [] },
): Receipt[] {
  const cells = new CellReader(RECEIPTS, problems);
  const matcher = lazyMatcher(units);
  const asWritten = unitsAsWritten(units);
  const items = new Map(requirements.map((requirement) => [foldCell(requirement.requirementId), requirement]));
  const rows = readRows(RECEIPTS, table);
  const spelling = spellingsOfReplaced(rows);
  const itemOf = remembered((typed: string) => items.get(foldCell(typed)));
  const partsOf = remembered((item: Requirement | undefined) => {
    const spelt = new Map((item?.parts ?? []).map((part) => [part.toLowerCase(), part]));
    return remembered((cell: string) => splitList(cell).map((part) => spelt.get(part.toLowerCase()) ?? part));
  });
  const receipts: Receipt[] = [];
  for (const row of rows) {
    const receiptId = row.text('receiptId') || `#${row.index + 1}`;
    const [unitId, unit, typed] = [row.text('unitId'), row.text('unit'), row.text('requirementId')];
    const receivedAt = row.get('receivedAt') === '' ? null : cells.moment(row, 'receivedAt');
    if ((unitId === '' && unit === '') || typed === '' || row.get('receivedAt') === '')
      problems.push(...lacking(row, receiptId));
    const place = { table: 'Receipts', row: receiptId };
    const stranger = unit === '' || unitId !== '' ? null : unitReferenceProblem(row, place, matcher);
    if (stranger) problems.push(stranger);
    problems.push(...asWritten(row, place));
    const item = itemOf(typed);
    if (typed !== '' && !item && items.size > 0) problems.push(unknownItem(place, typed));
    const reviewedAt = cells.moment(row, 'reviewedAt');
    if (receivedAt === null) continue;
    const replaces = row.text('replaces');
    receipts.push({
      receiptId,
      unitId,
      receivedAt,
      requirementId: item?.requirementId ?? typed,
      title: row.text('title'),
      parts: partsOf(item)(row.text('parts')),
      review: cells.choice(row, 'review', 'review', 'pending'),
      ...(reviewedAt !== null && { reviewedAt }),
      replaces: replaces === '' ? '' : (spelling.get(replaces.toLowerCase()) ?? replaces),
      note: row.text('note'),
    });
  }
  return receipts;
}

/** How the ids that corrections name are spelt where they stand; few are named. */
function spellingsOfReplaced(rows: readonly RowOf<'Receipts'>[]): ReadonlyMap<string, string> {
  const named = new Set<string>();
  for (const row of rows) {
    const replaced = row.text('replaces');
    if (replaced !== '') named.add(replaced.toLowerCase());
  }
  const spelling = new Map<string, string>();
  if (named.size === 0) return spelling;
  for (const row of rows) {
    const receiptId = row.text('receiptId');
    const folded = receiptId.toLowerCase();
    if (named.has(folded)) spelling.set(folded, receiptId);
  }
  return spelling;
}

/** Registers say the same few things over and over: each is worked out once. */
function remembered<In, Out>(work: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  return (input) => {
    const before = known.get(input);
    if (before !== undefined || known.has(input)) return before as Out;
    const made = work(input);
    known.set(input, made);
    return made;
  };
}

/** Cells without which a receipt counts for nothing, each as a problem. */
function lacking(row: RowOf<'Receipts'>, receiptId: string): Problem[] {
  const lacks = [
    row.text('unitId') === '' &&
      row.text('unit') === '' && {
        code: 'unknown-unit' as const,
        column: 'unit' as const,
        expected: text('名册里的单位', 'a unit of the roster'),
      },
    row.get('receivedAt') === '' && {
      code: 'missing-time' as const,
      column: 'receivedAt' as const,
      expected: text('日期时间', 'a date and time'),
    },
    row.text('requirementId') === '' && {
      code: 'unknown-requirement' as const,
      column: 'requirementId' as const,
      expected: text('报送事项里的编号', 'an item ID'),
    },
  ].filter((lack) => lack !== false);
  return lacks.map((lack) => ({
    ...lack,
    found: '',
    table: 'Receipts',
    row: receiptId,
    message: text(
      `收件登记 ${receiptId} 的“${columnOf(RECEIPTS, lack.column).header.zh}”空缺，这一件暂不计入。请补正。`,
      `Receipt ${receiptId}: a cell is empty (${lack.expected.en} expected); it does not count yet. Please complete it.`,
    ),
  }));
}
