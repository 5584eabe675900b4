// A place in the campaign's tables by keys → the place in the workbook as it stands. Knows tables by their specs; points at nothing.
import type { Text } from '../../core/ground/text';
import { LABELS, type LabelSet } from '../../workbook/contract/labels';
import { identityOf } from '../../workbook/contract/identity';
import type { KeyTarget, TableKeyTarget, TableTarget, Target } from '../../workbook/contract/pointing';
import type { WorkbookPort } from '../../workbook/contract/port';
import { locateColumns } from '../../workbook/contract/rows';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { specOf } from '../run/tableTitle';

/** The label in both languages: a filter for both finds it whatever the workbook's language is. */
function wordsOf(set: LabelSet, code: string): readonly string[] {
  const words: Readonly<Record<string, Text>> = LABELS[set];
  const word = words[code];
  return word ? [...new Set([word.zh, word.en])] : [code];
}

/**
 * Null: a column that is needed to find the place is not there any more.
 * Example: `placeOf({ table: 'Receipts', row: { receiptId: 'R0007' } }, RECEIPTS, table)`.
 */
export function placeOf(target: TableKeyTarget, spec: TableSpec, table: TableSnapshot): TableTarget | null {
  const places = locateColumns(spec, table);
  const at = (key: string): number => places.get(key) ?? -1;
  const row = Object.entries(target.row ?? {}).map(([key, value]) => ({ place: at(key), text: value }));
  const last = Object.entries(target.last ?? {}).map(([key, value]) => ({ place: at(key), text: value }));
  const filter = target.filter?.map(({ column, labels, values }) => ({
    place: at(column),
    values: labels ? values.flatMap((code) => wordsOf(labels, code)) : values,
  }));
  if ([...row, ...last, ...(filter ?? [])].some(({ place }) => place < 0)) return null;
  const column = target.column === undefined ? -1 : at(target.column);
  return {
    table: target.table,
    ...(row.length > 0 && { row }),
    ...(column >= 0 && { column }),
    ...(last.length > 0 && { last }),
    ...(filter && { filter }),
    ...(target.quietly && { quietly: true }),
  };
}

type Texts = NonNullable<TableTarget['row']>;

/**
 * All that people typed in the row that nothing names: where it was seen if it is still there, else where the same text stands in a row without a key.
 * Null: there is none any more.
 */
function textsOfUnnamed(
  { unnamed, column }: Pick<TableKeyTarget, 'unnamed' | 'column'>,
  spec: TableSpec,
  table: TableSnapshot,
): Texts | null {
  if (!unnamed) return null;
  const { key, inputs } = identityOf(spec, table);
  const place = column === undefined ? -1 : (locateColumns(spec, table).get(column) ?? -1);
  const textAt = (index: number, at: number): string => String(table.values[index]?.[at] ?? '').trim();
  const isIt = (index: number): boolean =>
    key.every((at) => textAt(index, at) === '') &&
    inputs.some((at) => textAt(index, at) !== '') &&
    (place < 0 || unnamed.text === '' || textAt(index, place) === unnamed.text);
  const index = isIt(unnamed.index) ? unnamed.index : table.values.findIndex((_, at) => isIt(at));
  return index < 0 ? null : [...new Set([...key, ...inputs])].map((at) => ({ place: at, text: textAt(index, at) }));
}

/** Where the place is at this moment: the table's header is read for it (two syncs). Null: it cannot be found any more. */
export async function findPlace(workbook: WorkbookPort, target: KeyTarget): Promise<Target | null> {
  if ('sheet' in target) return target;
  const spec = specOf(target.table);
  if (!spec) return { table: target.table };
  const snapshot = await workbook.read({ tables: [spec.name], ...(!target.unnamed && { heads: [spec.name] }) });
  const table = snapshot.tables[spec.name];
  const place = table ? placeOf(target, spec, table) : null;
  if (!table || !place || !target.unnamed) return place;
  const row = textsOfUnnamed(target, spec, table);
  return row && { ...place, row };
}
