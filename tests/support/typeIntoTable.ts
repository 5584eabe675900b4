// Typing into the tables of a workbook as a person does who has no add-in, and reading what the sheet then says.
import type { TableName } from '../../src/workbook/contract/keys';
import { CAMPAIGN_TABLES } from '../../src/workbook/tables/registry';
import type { CellValue, TableSnapshot } from '../../src/workbook/contract/snapshot';
import type { CampaignHost } from './campaignHost';

/** The table as it reads once everything is calculated. */
export async function tableNow(host: CampaignHost, name: TableName): Promise<TableSnapshot> {
  await host.host.calculateNow();
  const table = (await host.port.read({ tables: CAMPAIGN_TABLES })).tables[name];
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** Types into the row of the body at `row`, by header; the row below the last is the one under the table. */
export async function typeInto(
  host: CampaignHost,
  name: string,
  row: number,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const sheet = host.host.book.sheets.find((each) => each.tables.some((one) => one.name === name));
  const table = sheet?.tables.find((one) => one.name === name);
  if (!sheet || !table) throw new Error(`no table ${name}`);
  for (const [header, input] of Object.entries(cells)) {
    const place = table.columns.findIndex((column) => column.name === header);
    if (place < 0) throw new Error(`${name} has no column ${header}`);
    await host.host.edit(sheet.id, table.range.row + 1 + row, table.range.column + place, input);
  }
}

export const columnOf = (table: TableSnapshot, header: string): CellValue[] =>
  table.values.map((row) => row[table.headers.indexOf(header)] ?? '');
