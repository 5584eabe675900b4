// A preview whose changed rows have the words by which people know them. Changes nothing in a workbook.
import { tableCalled, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import type { CellChange, Preview } from './job';
import { rowWords, type Words } from './rowWords';

/** The changed cells of a preview with the words of their rows. */
export function withRowWords(
  preview: Preview | undefined,
  { tables }: Pick<WorkbookSnapshot, 'tables'>,
  specOf: (table: string) => TableSpec | undefined,
): Preview | undefined {
  if (!preview || preview.changed.length === 0) return preview;
  const wordsIn = new Map<string, Words>();
  const wordsOf = (table: string): Words => {
    // A change may also name a made sheet, which has no table.
    const snapshot = tableCalled(tables, table);
    const spec = snapshot && specOf(table);
    const words = wordsIn.get(table) ?? (spec ? rowWords(spec, snapshot) : () => undefined);
    wordsIn.set(table, words);
    return words;
  };
  const named = (change: CellChange): CellChange => {
    const name = wordsOf(change.table)(change.row);
    return name === undefined ? change : { ...change, name };
  };
  return { ...preview, changed: preview.changed.map(named) };
}
