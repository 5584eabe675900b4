// The words by which people know a row whose key is a number of ours: its name, unit, item and title, as the sheet shows them. Changes nothing.
import { locateColumns } from '../../workbook/contract/rows';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';

const KNOWN_BY = ['name', 'unit', 'requirement', 'title'];

/** By the key of a row, or “#3” of the third where it has none; undefined where the sheet shows none. */
export type Words = (row: string) => string | undefined;

/** By the key as reports give it, its parts joined by blanks. Example: `rowWords(UNITS, units)('U01') === '西渡镇'`. */
export function rowWords(spec: TableSpec, table: TableSnapshot): Words {
  const places = locateColumns(spec, table);
  const shown = spec.columns.flatMap(({ key, hidden }) =>
    KNOWN_BY.includes(key) && !spec.key.includes(key) && !hidden ? [places.get(key) ?? -1] : [],
  );
  const text = (cells: readonly CellValue[], place: number): string => String(cells[place] ?? '').trim();
  const join = (cells: readonly CellValue[], at: readonly number[], mark: string): string =>
    [...new Set(at.map((place) => text(cells, place)).filter((word) => word !== ''))].join(mark);
  const keyed = spec.key.map((key) => places.get(key) ?? -1);
  const words = new Map(
    table.values.map((cells, index) => [join(cells, keyed, ' ') || `#${index + 1}`, join(cells, shown, ' · ')]),
  );
  return (row) => words.get(row) || undefined;
}
