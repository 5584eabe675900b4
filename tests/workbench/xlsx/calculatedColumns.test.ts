// In the saved file every formula column is a calculated one: a row that somebody types in Excel gets its formulas without the add-in.
import { strFromU8, unzipSync } from 'fflate';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { NEW_TABLES } from '../../../src/workbook/tables/registry';
import { newCampaignHost } from '../../support/campaignHost';

jest.setTimeout(120_000);

interface SavedColumn {
  readonly name: string;
  readonly calculated: boolean;
}

/** Tables of the file and their columns, as their parts say it. */
function savedTables(file: Uint8Array): Map<string, SavedColumn[]> {
  const parts = Object.entries(unzipSync(file)).filter(([path]) => path.startsWith('xl/tables/'));
  return new Map(
    parts.map(([, bytes]) => {
      const xml = strFromU8(bytes);
      const columns = [...xml.matchAll(/<tableColumn [^>]*?name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/tableColumn>)/gsu)];
      return [
        /displayName="([^"]*)"/.exec(xml)?.[1] ?? '',
        columns.map(([, name = '', inner = '']) => ({ name, calculated: inner.includes('<calculatedColumnFormula>') })),
      ];
    }),
  );
}

test('every formula column of every table is written as a calculated column, and no other is', async () => {
  const host = await newCampaignHost();
  const saved = savedTables(await writeBook(host.host.book));
  expect([...saved.keys()].sort()).toEqual(NEW_TABLES.map(({ name }) => name).sort());
  for (const spec of NEW_TABLES)
    expect([spec.name, saved.get(spec.name)]).toEqual([
      spec.name,
      spec.columns.map(({ header, formula }) => ({ name: header.zh, calculated: formula !== undefined })),
    ]);
});
