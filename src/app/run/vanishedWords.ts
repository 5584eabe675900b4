// How a session is told that what it wrote is not there any more. Looks for nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { wallTimeFromSerial } from '../../core/ground/wallTime';
import { formatMoment } from '../../core/time/formatMoment';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { momentText } from '../../workbook/contract/cells';
import type { Vanished } from './ownWrites';
import { specOf } from './tableTitle';

const LOST = text('可能是合并各人的改动时丢的', 'lost when everybody’s changes were merged');
const CHOICE = text('可以“恢复”，或确认不要。', 'Restore it, or leave it so.');

/** What people see of the cells: moments as they are shown, and nothing of hidden columns, unless there is nothing else. */
function wordsOf({ table, cells }: Pick<Vanished, 'table' | 'cells'>): string {
  const columns = specOf(table)?.columns ?? [];
  const words = [...cells].map(([header, { wrote }]) => {
    const column = columns.find(({ header: { zh, en } }) => header === zh || header === en);
    const shown =
      column?.type === 'moment' && isMomentSerial(wrote) ? momentText(wallTimeFromSerial(Number(wrote))) : wrote;
    return { said: `${header}=${shown}`, hidden: column?.hidden === true };
  });
  const seen = words.filter(({ hidden }) => !hidden);
  return (seen.length > 0 ? seen : words).map(({ said }) => said).join('，');
}

/** A row or cells of one's own that are not as they were written. */
export function vanishedProblem(vanished: Vanished): Problem {
  const { table, sheet, called, cells, now, gone, instead, keys, at, job } = vanished;
  const words = wordsOf(vanished);
  const [zh, en] = [formatMoment(at, 'zh'), formatMoment(at, 'en')];
  const others = (instead ?? []).filter((cell) => cell !== '').join('，');
  // A row without a key is called by all that it holds.
  const row =
    keys.length > 0
      ? called
      : [...cells.values()]
          .slice(0, 3)
          .map(({ wrote }) => wrote)
          .join(' ');
  const message = (): Text => {
    if (instead)
      return text(
        `你在 ${zh} 写入“${sheet}”的 ${row}（${words}）现在是另外的内容（${others}）：${LOST.zh}、编号给了别人的一行，也可能有人改写了它。“恢复”会按新编号另加一行；有人改写的，请确认不要。`,
        `${row}, which you wrote to “${sheet}” on ${en} (${words}), holds something else now (${others}): ${LOST.en} and its number is another’s row, or rewritten by somebody. Restoring adds it under a new number; where somebody rewrote it, leave it so.`,
      );
    if (gone)
      return text(
        `你在 ${zh} 写入“${sheet}”的 ${row} 现在不见了（${words}）：${LOST.zh}，也可能有人删了。${CHOICE.zh}`,
        `${row}, which you wrote to “${sheet}” on ${en}, is not there any more (${words}): ${LOST.en}, or deleted by somebody. ${CHOICE.en}`,
      );
    return text(
      `你在 ${zh} 写入“${sheet}”${row} 的内容（${words}）现在不是这样：${LOST.zh}，也可能有人改了它。${CHOICE.zh}`,
      `What you wrote to ${row} of “${sheet}” on ${en} (${words}) is not so now: ${LOST.en}, or changed by somebody (${job}). ${CHOICE.en}`,
    );
  };
  return {
    code: 'own-write-vanished',
    table,
    sheet,
    row,
    ...(!gone && cells.size === 1 && { column: [...cells.keys()][0] ?? '' }),
    expected: text(words, words),
    found: instead ? others : [...now.values()].map(String).join('，'),
    message: message(),
  };
}
