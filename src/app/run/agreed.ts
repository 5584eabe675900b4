// Whether a job would write more than the person saw who confirmed it: between the preview and “confirm” others go on working. Reads nothing.
import { text } from '../../core/ground/text';
import type { Preview, PreviewRow } from './job';

/** What is said then; nothing has been written. */
export const CHANGED_WHILE_LOOKING = text(
  '还没有写入：现在会写的与刚才看到的不同（有人改了工作簿，或去掉的行牵动了别的行）。请看现在的预览，再确认。',
  'Nothing is written yet: it would be something else now than what you saw (somebody changed the workbook, or rows that were left out move others). Look at it again, then confirm.',
);

/** The moment of an act is another one at every look. */
const withoutMoments = (words: string): string => words.replace(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, '');

type Cell = Pick<PreviewRow['cells'][number], 'column' | 'before' | 'after'>;
const cellWords = ({ column, before, after }: Cell): string => JSON.stringify([column, before, withoutMoments(after)]);

/** Every cell that changes, every row that is new, every row of the file that is written: as a person saw it, but for the numbers that new rows get. */
function parts({ added, changed, rows = [] }: Preview): string[] {
  const written = rows.filter(({ state }) => state === 'added' || state === 'changed');
  return [
    ...changed.map((cell) => JSON.stringify(['cell', cell.table, cell.row, cellWords(cell)])),
    ...added.map(({ table, summary }) => JSON.stringify(['row', table, withoutMoments(summary)])),
    ...written.map(({ sheet, row, state, cells }) => JSON.stringify(['file', sheet, row, state, cells.map(cellWords)])),
  ];
}

/**
 * True when `now` has anything that `agreed` had not, as often; what is no longer to be written needs nobody's word.
 * Example: seen was 待审 → 通过, and by now it would be 退回 → 通过.
 */
export function goesBeyond(agreed: Preview, now: Preview): boolean {
  const seen = new Map<string, number>();
  for (const part of parts(agreed)) seen.set(part, (seen.get(part) ?? 0) + 1);
  return parts(now).some((part) => {
    const left = seen.get(part) ?? 0;
    seen.set(part, left - 1);
    return left === 0;
  });
}
