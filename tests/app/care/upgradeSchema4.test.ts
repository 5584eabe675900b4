// A workbook that the last build of schema 4 made, with a unit corrected by hand in 收件登记 and one renamed in the roster, comes to today's shape.
import { readFileSync } from 'node:fs';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { schemaVersionOf, SCHEMA_VERSION } from '../../../src/workbook/tables/settings/schemaVersion';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { campaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

const SAMPLE = 'tests/samples/workbook-schema4.xlsx';

const run = async (host: CampaignHost, job: string, mode: 'write' | 'preview' = 'write') => {
  await host.host.calculateNow();
  return runJob(host.deps, job, {}, { mode });
};

function columnsOf(snapshot: WorkbookSnapshot, name: string, ...headers: string[]): CellValue[][] {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(`no table ${name}`);
  return table.values.map((row) => headers.map((header) => row[table.headers.indexOf(header)] ?? ''));
}

it('schema 5: ids follow the names that people see, renamed units keep what they handed in, and nothing typed is lost', async () => {
  const host = campaignHost({ book: await readBook(readFileSync(SAMPLE)), now: '2021-06-08T09:00' });
  const before = await host.port.read({ tables: CAMPAIGN_TABLES });
  expect(schemaVersionOf(before)).toBe(4);
  expect(columnsOf(before, 'Receipts', '单位', '单位编号')).toEqual([
    ['西渡镇', 'U01'],
    ['集兵镇', 'U03'],
  ]);

  expect(await run(host, 'upgrade')).toMatchObject({
    stopped: false,
    problems: [],
    message: { zh: expect.stringContaining('页面设置、列宽和说明文字保持原样') },
  });
  await host.host.calculateNow();
  const after = await host.port.read({ tables: CAMPAIGN_TABLES, formulas: CAMPAIGN_TABLES });
  expect(schemaVersionOf(after)).toBe(SCHEMA_VERSION);
  expect(columnsOf(after, 'Receipts', '收件编号', '单位', '单位编号')).toEqual([
    ['R0001', '西渡镇', 'U01'],
    ['R0002', '集兵镇', 'U02'],
  ]);
  const ids = (name: string): boolean =>
    (tableCalled(after.tables, name)?.formulas ?? []).every((row) =>
      String(row[tableCalled(after.tables, name)?.headers.indexOf('单位编号') ?? -1]).startsWith('='),
    );
  expect(['Receipts', 'Exceptions', 'Entries', 'Judges'].map(ids)).toEqual([true, true, true, true]);
  const statuses = new Map(
    columnsOf(after, 'Tracker', '单位', '事项编号', '状态').map(([unit, item, status]) => [`${unit} ${item}`, status]),
  );
  expect(['西渡街道 T1', '集兵镇 T1', '杉桥镇 T1'].map((pair) => statuses.get(pair))).toEqual(['已报', '已报', '逾期']);
  // The one line of phases is a table now, and the setting follows from it: nothing of it is lost.
  const settingOf = (from: WorkbookSnapshot): CellValue | undefined =>
    columnsOf(from, 'Settings', '键', '值').find(([key]) => key === 'phases')?.[1];
  const line = (words: CellValue | undefined): string => String(words).replace(/；$/, '');
  expect(columnsOf(after, 'Phases', '阶段')).toHaveLength(line(settingOf(before)).split('；').length);
  expect(line(settingOf(after))).toBe(line(settingOf(before)));
  expect((await run(host, 'check', 'preview')).results).toMatchObject({ agree: true, differing: 0 });
  expect((await run(host, 'upgrade', 'preview')).changed).toEqual({});
});
