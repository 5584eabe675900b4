// A preview as people read it: changed rows with the words by which they are known, moments instead of numbers, settings by their names. Changes nothing in a workbook.
import type { Language } from '../../core/ground/text';
import { tableCalled, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { CellChange, Preview } from './job';
import { rowWords, type Words } from './rowWords';
import { readingOf, shownCell } from './shownCell';
import { rowTitle } from './tableTitle';

const NUMBER = /^\d+(\.\d+)?$/;

/** What the cells of the change hold, as people read it. */
function readable(change: CellChange, spec: TableSpec | undefined, language: Language): CellChange {
  const column = spec?.columns.find(({ header: { zh, en } }) => change.column === zh || change.column === en);
  const isKey = change.table === SETTINGS.name && column?.key === 'key';
  const reading = readingOf(change.table, column, change.row);
  const read = (text: string): string =>
    isKey ? rowTitle(SETTINGS.name, text)[language] : NUMBER.test(text) ? shownCell(Number(text), reading) : text;
  return reading === 'plain' && !isKey ? change : { ...change, before: read(change.before), after: read(change.after) };
}

/** The changed cells of a preview with the words of their rows. */
export function withRowWords(
  preview: Preview | undefined,
  { tables }: Pick<WorkbookSnapshot, 'tables'>,
  specOf: (table: string) => TableSpec | undefined,
  language: Language,
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
    const read = readable(change, tableCalled(tables, change.table) && specOf(change.table), language);
    return name === undefined ? read : { ...read, name };
  };
  return { ...preview, changed: preview.changed.map(named) };
}
