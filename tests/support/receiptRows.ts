// A campaign's snapshot with a few receipts, for jobs that act on them.
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { serialFromWallTime } from '../../src/core/ground/wallTime';
import { at } from './reportFixtures';
import { withRows } from './snapshotOf';
import { newSnapshot } from './situationOf';

/** Example: `arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00', { 审核: '通过' })`. */
export function arrived(
  id: string,
  unitId: string,
  unit: string,
  item: string,
  when: string,
  over: Readonly<Record<string, CellValue>> = {},
): Record<string, CellValue> {
  return {
    收件编号: id,
    单位编号: unitId,
    单位: unit,
    事项编号: item,
    收到时间: serialFromWallTime(at(when)),
    审核: '待审',
    ...over,
  };
}

export function withReceipts(...rows: readonly Record<string, CellValue>[]): WorkbookSnapshot {
  return withRows(newSnapshot(), 'Receipts', rows);
}

/** One cell of a table by row of the body and header. */
export function cellOf(snapshot: WorkbookSnapshot, tableName: string, row: number, header: string): CellValue {
  const table = tableCalled(snapshot.tables, tableName);
  const column = table?.headers.indexOf(header) ?? -1;
  if (!table || column < 0) throw new Error(`${tableName} has no column ${header}`);
  return table.values[row]?.[column] ?? '';
}
