// The register of receipts → what arrived. Which of it counts is the rules’ matter.
import { lazyMatcher } from '../../../core/roster/unitMatcher';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import type { Receipt } from '../../../core/receipts/receipt';
import type { Requirement } from '../../../core/requirements/requirement';
import type { Unit } from '../../../core/roster/unit';
import { foldCell } from '../../contract/cellFold';
import { CellReader, splitList } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf } from '../../contract/spec';
import { unknownItem } from '../requirements/itemReference';
import { unitReferenceProblem } from '../units/readUnitReference';
import { RECEIPTS } from './receipts';

/** What receipts refer to; ids and parts are taken as the formulas take them, whatever their case and blanks. */
export interface ReceiptReferences {
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
  const items = new Map(requirements.map((requirement) => [foldCell(requirement.requirementId), requirement]));
  const rows = readRows(RECEIPTS, table);
  const ids = new Map(rows.map((row) => [row.text('receiptId').toLowerCase(), row.text('receiptId')]));
  const receipts: Receipt[] = [];
  for (const row of rows) {
    const receiptId = row.text('receiptId') || `#${row.index + 1}`;
    const receivedAt = row.get('receivedAt') === '' ? null : cells.moment(row, 'receivedAt');
    const unitId = row.text('unitId');
    const lacks = [
      unitId === '' &&
        row.text('unit') === '' && {
          code: 'unknown-unit' as const,
          column: 'unit' as const,
          expected: text('名册里的单位', 'a unit of the roster'),
          found: row.text('unit'),
        },
      row.get('receivedAt') === '' && {
        code: 'missing-time' as const,
        column: 'receivedAt' as const,
        expected: text('日期时间', 'a date and time'),
        found: '',
      },
      row.text('requirementId') === '' && {
        code: 'unknown-requirement' as const,
        column: 'requirementId' as const,
        expected: text('报送事项里的编号', 'an item ID'),
        found: '',
      },
    ].filter((lack) => lack !== false);
    for (const lack of lacks) {
      const { header } = columnOf(RECEIPTS, lack.column);
      problems.push({
        ...lack,
        table: 'Receipts',
        row: receiptId,
        message: text(
          `收件登记 ${receiptId} 的“${header.zh}”${lack.found ? `“${lack.found}”无法认出` : '空缺'}，这一件暂不计入。请补正。`,
          `Receipt ${receiptId}: ${lack.found ? `“${lack.found}” is not recognised` : 'a cell is empty'} (${lack.expected.en} expected); it does not count yet. Please complete it.`,
        ),
      });
    }
    const place = { table: 'Receipts', row: receiptId };
    const stranger = row.text('unit') === '' ? null : unitReferenceProblem(row, place, matcher);
    if (stranger) problems.push(stranger);
    const typed = row.text('requirementId');
    const item = items.get(foldCell(typed));
    if (typed !== '' && !item && items.size > 0) problems.push(unknownItem(place, typed));
    if (receivedAt === null) continue;
    const parts = new Map((item?.parts ?? []).map((part) => [part.toLowerCase(), part]));
    receipts.push({
      receiptId,
      unitId,
      receivedAt,
      requirementId: item?.requirementId ?? typed,
      title: row.text('title'),
      parts: splitList(row.text('parts')).map((part) => parts.get(part.toLowerCase()) ?? part),
      review: cells.choice(row, 'review', 'review', 'pending'),
      replaces: ids.get(row.text('replaces').toLowerCase()) ?? row.text('replaces'),
      note: row.text('note'),
    });
  }
  return receipts;
}
