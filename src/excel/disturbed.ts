// What is said when others changed the workbook while a job wrote.
import type { Problem } from '../core/ground/problem';
import { text } from '../core/ground/text';
import { DECIDE_AGAIN } from '../workbook/contract/port';
import type { Fault } from './witness';

const placeOf = ({ table, row, column }: Fault): string => [table, row, column].filter(Boolean).join(' ');

/** Everything was put back. */
export function disturbed(fault: Fault | undefined): Problem {
  const where = fault ? placeOf(fault) : '';
  return {
    code: DECIDE_AGAIN,
    ...(fault && { table: fault.table }),
    expected: text('没有别人同时改动', 'nobody else at the same place'),
    found: fault?.found ?? '',
    message: text(
      `写入时有人在同一处改动${where && `（${where}）`}，刚写的内容已全部撤回。`,
      `Somebody changed the same place while it was written${where && ` (${where})`}: all of it was taken back.`,
    ),
  };
}

/** Something still stands where it does not belong, after several tries. */
export function notPutBack(fault: Fault | undefined): Problem {
  const where = fault ? placeOf(fault) : '';
  return {
    code: 'not-kept',
    ...(fault && { table: fault.table, row: fault.row }),
    expected: text(fault?.expected ?? '', fault?.expected ?? ''),
    found: fault?.found ?? '',
    message: text(
      `写入时这张表一直有人在改${where && `（${where}）`}，没能全部撤回：请看操作日志，核对后再运行一次。`,
      `The table kept changing while it was written${where && ` (${where})`}, and not all could be taken back: compare with the log, then run it again.`,
    ),
  };
}
