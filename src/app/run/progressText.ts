// What a person reads while a job waits for Excel. Knows no job.
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { PortProgress } from '../../workbook/contract/port';

/** Example: writing sheet 12 of 50 → “正在写入“评分·评委12”（第 12 张，共 50 张）…”. */
export function progressText({ doing, done, of, sheet }: PortProgress): Text {
  const percent = of > 0 && done > 0 && done < of ? ` ${Math.floor((100 * done) / of)}%` : '';
  if (doing === 'read') return text(`正在读取工作簿…${percent}`, `Reading the workbook…${percent}`);
  if (doing === 'verify') return text(`正在核对写入的内容…${percent}`, `Checking what was written…${percent}`);
  if (sheet === undefined || of < 2) return text('正在写入…', 'Writing…');
  return text(`正在写入“${sheet}”（第 ${done} 张，共 ${of} 张）…`, `Writing “${sheet}” (sheet ${done} of ${of})…`);
}
