// A workbook of schema 8, made before its formulas were shortened: receipts, an extension, the tracker.
import { readFileSync } from 'node:fs';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { SCHEMA_VERSION, schemaVersionOf } from '../../../src/workbook/tables/settings/schemaVersion';
import { campaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

it('schema 9: gets the new formulas in every row, says the same of every unit, and nobody is said to have typed over them', async () => {
  const book = await readBook(readFileSync('tests/samples/workbook-schema8.xlsx'));
  const host = campaignHost({ book, now: '2021-06-10T18:00:01' });
  await host.host.calculateNow();
  expect(schemaVersionOf(await host.port.read({ tables: CAMPAIGN_TABLES }))).toBe(8);
  expect(await runJob(host.deps, 'upgrade')).toMatchObject({ stopped: false, problems: [] });
  await host.host.calculateNow();
  expect(schemaVersionOf(await host.port.read({ tables: CAMPAIGN_TABLES }))).toBe(SCHEMA_VERSION);
  const check = await runJob(host.deps, 'check');
  expect(check.problems).toEqual([]);
  expect(check.results).toMatchObject({ agree: true, differing: 0 });
  const { results } = await runJob(host.deps, 'overdue');
  expect(results).toMatchObject({ units: 15, items: 15, counts: { underReview: 74, overdue: 15, pending: 109 } });
  expect(await runJob(host.deps, 'upgrade')).toMatchObject({ changed: {} });
});
