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

/** Types into a cell of a table's body through the runtime, as a co-author's pane would, and gives what was there. */
export function retyped(
  host: CampaignHost,
  table: string,
  row: number,
  header: string,
  value: unknown,
): Promise<unknown> {
  return host.Excel.run(async (context) => {
    const cell = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange().getCell(row, 0);
    cell.load('values');
    await context.sync();
    const before: unknown = cell.values[0]?.[0];
    cell.values = [[value]];
    await context.sync();
    return before;
  });
}

/** What the live cells beside these made sheets say, once everything is calculated, by their formulas alone. */
export async function liveCells(host: CampaignHost, sheets: readonly string[]): Promise<unknown[]> {
  await host.host.calculateNow();
  return host.Excel.run(async (context) => {
    const rows = sheets.map((name) =>
      context.workbook.worksheets.getItem(name).getRange('A1:Z1').load('values, formulas'),
    );
    await context.sync();
    return rows.map(({ values, formulas }): unknown => {
      const at = (formulas[0] ?? []).findIndex((cell) => String(cell).includes('生成依据'));
      return at < 0 ? 'no live cell' : values[0]?.[at];
    });
  });
}

export const columnOf = (table: TableSnapshot, header: string): CellValue[] =>
  table.values.map((row) => row[table.headers.indexOf(header)] ?? '');
