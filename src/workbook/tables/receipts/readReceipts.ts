// The register of receipts → what arrived. Which of it counts is the rules’ matter.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import type { Receipt } from '../../../core/receipts/receipt';
import { CellReader, splitList } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf } from '../../contract/spec';
import { RECEIPTS } from './receipts';

/** Rows without a readable time of arrival are named and left out: they count for nothing, as in the formulas. */
export function readReceipts(table: TableSnapshot, problems: Problem[]): Receipt[] {
  const cells = new CellReader(RECEIPTS, problems);
  const receipts: Receipt[] = [];
  for (const row of readRows(RECEIPTS, table)) {
    const receiptId = row.text('receiptId') || `#${row.index + 1}`;
    const receivedAt = row.get('receivedAt') === '' ? null : cells.moment(row, 'receivedAt');
    const unitId = row.text('unitId');
    const lacks = [
      unitId === '' && {
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
    if (receivedAt === null) continue;
    receipts.push({
      receiptId,
      unitId,
      receivedAt,
      requirementId: row.text('requirementId'),
      title: row.text('title'),
      parts: splitList(row.text('parts')),
      review: cells.choice(row, 'review', 'review', 'pending'),
      replaces: row.text('replaces'),
      note: row.text('note'),
    });
  }
  return receipts;
}
