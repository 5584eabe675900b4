// What the working list says of cells that nobody can read, of columns that slipped into other rows, and of rows that were deleted.
import type { Problem } from '../../core/ground/problem';
import { SLIPPED } from '../../core/ground/slippedCells';
import { text } from '../../core/ground/text';
import { placesOf } from './problemPlace';
import type { WorkItem } from './workItem';

/** Cells that count for nothing, and columns that count for others; neither where there is none. */
export function toCorrect({ cellProblems }: { readonly cellProblems: readonly Problem[] }): WorkItem[] {
  const slipped = cellProblems.filter(({ code }) => SLIPPED.has(code));
  const deleted = cellProblems.filter(({ code }) => code === 'row-deleted');
  const unread = cellProblems.filter(({ code }) => !SLIPPED.has(code) && code !== 'row-deleted');
  return [
    ...(slipped.length === 0
      ? []
      : [
          {
            key: 'slipped',
            urgency: 'now' as const,
            title: text(
              `${slipped.length} 列换到了别的行`,
              `${slipped.length} ${slipped.length === 1 ? 'column' : 'columns'} slipped into other rows`,
            ),
            detail: text(
              '现在算给了别的行：撤销，或放回原行',
              'What they say counts for other rows: undo it, or put them back',
            ),
            places: placesOf(slipped),
            act: { job: 'mend', label: text('改正', 'Mend'), values: { slipped: 'back' } },
          },
        ]),
    ...(deleted.length === 0
      ? []
      : [
          {
            key: 'deleted',
            urgency: 'now' as const,
            title: text('登记过的行少了', 'Registered rows are gone'),
            detail: text('多半是被删掉的，不再计入：撤销，或照旧补回', 'Probably deleted; they do not count: undo it'),
            places: placesOf(deleted.map(({ row: _gone, ...problem }) => problem)),
            act: { job: 'check', label: text('检查', 'Check') },
          },
        ]),
    ...(unread.length === 0
      ? []
      : [
          {
            key: 'cells',
            urgency: 'now' as const,
            title: text(
              `${unread.length} 处看不懂，待改正`,
              `${unread.length} ${unread.length === 1 ? 'cell' : 'cells'} to be corrected`,
            ),
            detail: text('改正之前，它们不计入任何结果', 'Until then they count in no result'),
            places: placesOf(unread),
            act: { job: 'check', label: text('检查', 'Check') },
          },
        ]),
  ];
}
