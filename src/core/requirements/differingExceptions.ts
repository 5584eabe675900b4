// Several exceptions of one unit and item that say different things: they add up (D-2), which may not be what the later one meant. Knows no sheet.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Exception } from './requirement';

const differ = (values: readonly (number | null)[]): boolean =>
  new Set(values.filter((value) => value !== null)).size > 1;

/** One problem for each such unit and item. Example: extended to 12 June in one row, to 9 June in another; the later moment counts. */
export function differingExceptions(exceptions: readonly Exception[]): Problem[] {
  const groups = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const key = `${exception.unitId} ${exception.requirementId}`;
    groups.set(key, [...(groups.get(key) ?? []), exception]);
  }
  return [...groups].flatMap(([row, own]): Problem[] => {
    const [extended, quotas] = [differ(own.map(({ extendedTo }) => extendedTo)), differ(own.map(({ quota }) => quota))];
    if (own[0]?.unitId === '' || !(extended || quotas)) return [];
    return [
      {
        code: 'exceptions-differ',
        table: 'Exceptions',
        row,
        expected: text('一家一个事项一行', 'one row a unit and item'),
        found: String(own.length),
        message: text(
          `“例外与延期”里 ${row} 有 ${own.length} 行，内容不同，现取最晚的延期、最多的数量：请核对，只留有效的一行。`,
          `Exceptions: ${row} has ${own.length} rows that differ; the latest extension and the largest quota count: check them and keep the one that holds.`,
        ),
      },
    ];
  });
}
