// A workbook that counts its days from 1904: every moment in it would be taken for another one, four years earlier. Office.js has no member that tells
// it, but a cell of Settings holds a known day.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { KNOWN_DAY_1904 } from '../../workbook/tables/settings/settingIssues';
import { SETTINGS } from '../../workbook/tables/settings/settings';

/** What is said of such a workbook. */
export const FROM_1904: Problem = {
  code: 'date-system-1904',
  expected: text('1900 日期系统', 'the 1900 date system'),
  found: '1904',
  message: text(
    '这个工作簿用的是 1904 日期系统，里面的日期会差四年零一天，没有写入任何内容。请在“文件—选项—高级”里取消“使用 1904 日期系统”，再把各处日期核对一遍。',
    'This workbook uses the 1904 date system: its dates would be four years and a day off, so nothing was written. Clear “Use 1904 date system” under File – Options – Advanced, then check the dates.',
  ),
};

/** The problem that stops a job; null in workbooks that count from 1900, and in older ones, which hold no such cell. */
export function countsFrom1904({ tables }: WorkbookSnapshot): Problem | null {
  const table = tables[SETTINGS.name];
  if (!table || !readRows(SETTINGS, table).some((row) => row.get('pieces') === KNOWN_DAY_1904)) return null;
  return FROM_1904;
}
