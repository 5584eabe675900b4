// Lines of the log that somebody has changed or deleted since they were written, for jobs that read it: times of the log count in what leaders read.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { readActs } from '../../workbook/tables/records/actLog';
import { readMark } from '../../workbook/tables/records/actMark';
import { LOG } from '../../workbook/tables/records/records';

/** Lines whose time is another than most lines of their act have. */
function otherTimes(table: TableSnapshot): number {
  const times = new Map<string, Map<string, number>>();
  for (const row of readRows(LOG, table)) {
    const act = readMark(row.text('act'))?.act;
    if (act === undefined) continue;
    const own = times.get(act) ?? new Map<string, number>();
    own.set(row.text('at'), (own.get(row.text('at')) ?? 0) + 1);
    times.set(act, own);
  }
  return [...times.values()].reduce((sum, own) => {
    const counts = [...own.values()];
    return sum + counts.reduce((all, count) => all + count, 0) - Math.max(...counts);
  }, 0);
}

/** One notice with how many lines say something else than they said, and how many are gone; none of a log whose rows were not read. */
export function alteredLog({ tables }: WorkbookSnapshot): Problem[] {
  const table = tables[LOG.name];
  if (!table || table.unread) return [];
  const acts = readActs(table);
  const changed = acts.reduce((sum, { altered }) => sum + altered.length, 0) + otherTimes(table);
  const missing = acts.reduce((sum, act) => sum + act.missing, 0);
  if (changed + missing === 0) return [];
  const [zh, en] = [
    [...(changed > 0 ? [`${changed} 行被改过`] : []), ...(missing > 0 ? [`少了 ${missing} 行`] : [])].join('，'),
    [...(changed > 0 ? [`${changed} lines were changed`] : []), ...(missing > 0 ? [`${missing} are gone`] : [])].join(
      ', ',
    ),
  ];
  return [
    {
      code: 'log-altered',
      table: LOG.name,
      sheet: table.sheet,
      expected: text('日志当时记下的内容', 'what the log said when it was written'),
      found: String(changed + missing),
      message: text(
        `“${table.sheet}”和当时记下的不同：${zh}。退回时间等据日志写出的内容请核对；要紧的，从备份取回日志。`,
        `“${table.sheet}” is not as it was written: ${en}. Check what goes by it, such as when receipts were sent back; if it matters, take the log from a backup.`,
      ),
    },
  ];
}
