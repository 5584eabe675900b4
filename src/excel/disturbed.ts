// What is said when others changed the workbook while a job wrote.
import type { Problem } from '../core/ground/problem';
import { text, type Text } from '../core/ground/text';
import { DECIDE_AGAIN } from '../workbook/contract/port';
import { tableCalled, type WorkbookSnapshot } from '../workbook/contract/snapshot';
import type { Fault } from './witness';

/** By the sheet as people see it, rows by their lines in it; new rows have none. */
function placeOf({ table, row, column }: Fault, { tables }: WorkbookSnapshot): Text {
  const stands = tableCalled(tables, table);
  const line = /^\d+$/.test(row) ? String((stands?.top ?? 0) + Number(row) + 1) : '';
  const sheet = stands?.sheet ?? table;
  return text(
    [`“${sheet}”`, line && `第 ${line} 行`, column && `“${column}”`].filter(Boolean).join(''),
    [`“${sheet}”`, line && `row ${line}`, column && `“${column}”`].filter(Boolean).join(', '),
  );
}

/** Everything was put back. `basis`: the workbook as the job had read it. */
export function disturbed(fault: Fault | undefined, basis: WorkbookSnapshot): Problem {
  const where = fault && placeOf(fault, basis);
  return {
    code: DECIDE_AGAIN,
    ...(fault && { table: fault.table }),
    expected: text('没有别人同时改动', 'nobody else at the same place'),
    found: fault?.found ?? '',
    message: text(
      `写入时有人在同一处改动${where ? `（${where.zh}）` : ''}，刚写的内容已全部撤回。`,
      `Somebody changed the same place while it was written${where ? ` (${where.en})` : ''}: all of it was taken back.`,
    ),
  };
}

/** Something still stands where it does not belong, after several tries. */
export function notPutBack(fault: Fault | undefined, basis: WorkbookSnapshot): Problem {
  const where = fault && placeOf(fault, basis);
  return {
    code: 'not-kept',
    ...(fault && { table: fault.table, row: fault.row }),
    expected: text(fault?.expected ?? '', fault?.expected ?? ''),
    found: fault?.found ?? '',
    message: text(
      `写入时这张表一直有人在改${where ? `（${where.zh}）` : ''}，没能全部撤回：请看操作日志，核对后再运行一次。`,
      `The table kept changing while it was written${where ? ` (${where.en})` : ''}, and not all could be taken back: compare with the log, then run it again.`,
    ),
  };
}
