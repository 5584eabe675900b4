// Rows whose own id is not the one that they were written with, which no row has any more: somebody typed over it, or emptied it. All that was written
// for the row still says the former.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { comparedBy, keptOf, readKept } from './kept';
import { locateColumns, readRows, trimmed, type TableRow } from './rows';
import type { TableSnapshot } from './snapshot';
import { columnOf, type TableSpec } from './spec';

/** A row, the id that it was written with, and the one that stands there; '' when it is empty. */
export interface RetypedId {
  readonly row: TableRow;
  readonly was: string;
  readonly is: string;
}

/**
 * What stands beside the id must be as it was written, too: a row that was given to another unit or item is that one's. Example: T2 with its title was
 * written, T9 with the same title stands there, and no row is T2.
 */
export function retypedIds(spec: TableSpec, table: TableSnapshot | undefined): RetypedId[] {
  const [id = ''] = spec.key;
  const kept = keptOf(spec);
  const [own, name = ''] = kept?.keys ?? [];
  if (!kept || own !== id || !table || table.unread || (locateColumns(spec, table).get(kept.key) ?? -1) < 0) return [];
  const rows = readRows(spec, table);
  const there = new Set(rows.map((row) => comparedBy(row.text(id))));
  const found = rows.flatMap((row): RetypedId[] => {
    const written = readKept(row.get(kept.key), kept.keys.length);
    const [was, called] = [trimmed(written?.[0] ?? ''), comparedBy(written?.[1] ?? '')];
    const isSame = called !== '' && called === comparedBy(row.get(name));
    return was !== '' && isSame && !there.has(comparedBy(was)) ? [{ row, was, is: row.text(id) }] : [];
  });
  return found.filter(({ was }) => found.filter((other) => other.was === was).length === 1);
}

/** `rows`: how many of the tracker name the former id. */
export function retypedProblem(spec: TableSpec, { row, was, is }: RetypedId, rows: number): Problem {
  const [id = ''] = spec.key;
  const { sheet, line } = row.seen;
  const { header } = columnOf(spec, id);
  const [nowZh, nowEn] = is === '' ? ['现在空了', 'is empty now'] : [`现在是“${is}”`, `is “${is}” now`];
  return {
    code: 'id-retyped',
    table: spec.name,
    sheet,
    row: is || `#${row.index + 1}`,
    column: id,
    found: is,
    expected: text(`登记时的“${was}”`, `“${was}”, as it was written`),
    message: text(
      `“${sheet}”第 ${line} 行的“${header.zh}”登记时是“${was}”，${nowZh}；台账 ${rows} 行和收件、例外、催报都还写着 ${was}，现在都不计入。点“改正”改回“${was}”。`,
      `“${header.en}” in row ${line} of “${sheet}” was written as “${was}” and ${nowEn}: ${rows} rows of the tracker, receipts, exceptions and reminders still say ${was}, and none of them counts. “Mend” puts it back.`,
    ),
  };
}
