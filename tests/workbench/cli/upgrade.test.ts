// A workbook file of an older shape, made by taking away what later builds added, through the command line: in place, with the former one kept.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { CheckResults } from '../../../src/app/care/checkWorkbook';
import type { JobReport } from '../../../src/app/run/job';
import { readCommandLine } from '../../../src/workbench/cli/commandLine';
import { clockAt } from '../../../src/workbench/cli/machineClock';
import { runOnFile, type Outcome } from '../../../src/workbench/cli/runOnFile';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { SCHEMA_VERSION } from '../../../src/workbook/tables/settings/schemaVersion';
import { CAMPAIGN_TABLES, FIXED_TABLES } from '../../../src/workbook/tables/registry';
import { campaignHost, FEW_UNITS, moment, newCampaignHost } from '../../support/campaignHost';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

let folder: string;
let path: string;

/** The workbook of an older build: no version, no names of later settings, and without columns that came later. */
async function olderBook(): Promise<Uint8Array> {
  const { Excel, host } = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS });
  await Excel.run(async (context) => {
    const { tables, names } = context.workbook;
    const settings = tables.getItem('Settings');
    const keys = settings.columns.getItem('键').getDataBodyRange().load('values');
    await context.sync();
    const row = (key: string): number => keys.values.findIndex(([cell]) => cell === key);
    for (const key of ['schemaVersion', 'objectionContact'].sort((a, b) => row(b) - row(a)))
      settings.rows.getItemAt(row(key)).delete();
    names.getItem('Set_schemaVersion').delete();
    names.getItem('Set_objectionContact').delete();
    tables.getItem('Judges').columns.getItem('席位').delete();
    tables.getItem('Exceptions').columns.getItem('原截止').delete();
    for (const header of ['上一件', '上两件', '上四件', '所属件'])
      tables.getItem('Receipts').columns.getItem(header).delete();
    tables.getItem('Tracker').columns.getItem('不再应报').delete();
    tables.getItem('Units').columns.getItem('备注').getDataBodyRange().getCell(0, 0).values = [['去年的备注']];
    await context.sync();
  });
  await host.calculateNow();
  return writeBook(host.book);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-upgrade-'));
  path = join(folder, 'book.xlsx');
  await writeFile(path, await olderBook());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...words: string[]): Promise<Outcome> {
  const command = readCommandLine(words);
  const entry = jobNamed(command.job);
  if (!entry) throw new Error(`no job ${command.job}`);
  return runOnFile(entry, command, clockAt(moment('2021-06-08T09:00')));
}

it('a file of an older shape is refused by jobs with the way out, upgraded in place, and sound then', async () => {
  const before = await readFile(path);
  const refused = await run('overdue', path);
  expect(refused).toMatchObject({ written: null, report: { stopped: true } });
  // One problem for the six columns that are to come: one act brings them.
  expect(refused.report.problems.map(({ code, message }) => [code, /还缺 (\d+) 个/.exec(message.zh)?.[1]])).toEqual([
    ['older-version', '6'],
  ]);
  expect(
    refused.report.problems.every(
      ({ message }) => message.zh.includes('升级与修复') && message.en.includes('Upgrade and repair'),
    ),
  ).toBe(true);

  const preview = await run('upgrade', path, '--preview');
  expect(preview).toMatchObject({ written: null, report: { stopped: false } });
  expect((await readFile(path)).equals(before)).toBe(true);

  const upgraded = await run('upgrade', path);
  expect(upgraded.written).toBe(path);
  expect(upgraded.traffic.roundTrips).toBe(4);
  expect(upgraded.report).toMatchObject({
    stopped: false,
    problems: [],
    results: { from: 1, to: SCHEMA_VERSION, tables: [], settings: ['objectionContact', 'schemaVersion'] },
  });
  expect((await readFile(`${path}.bak`)).equals(before)).toBe(true);

  const again = await run('upgrade', path);
  expect(again).toMatchObject({
    written: null,
    report: { changed: {}, message: { en: 'The workbook is complete: nothing to upgrade, nothing to repair.' } },
  });
  const check = (await run('check', path)).report as JobReport<CheckResults>;
  expect({ problems: check.problems, differing: check.results.differing }).toEqual({ problems: [], differing: 0 });
  expect((await stat(path)).size).toBeGreaterThan(10_000);
});

it('columns stand where a new workbook has them, hidden ones hidden, and what was typed is there', async () => {
  const { port, host } = campaignHost({ book: await readBook(new Uint8Array(await readFile(path))), calculator: null });
  const { tables } = await port.read({ tables: CAMPAIGN_TABLES });
  for (const spec of FIXED_TABLES) {
    expect(tables[spec.name]?.headers).toEqual(spec.columns.map(({ header }) => header.zh));
    const sheet = host.book.sheets.find(({ name }) => name === spec.sheet.zh);
    const hidden = spec.columns.flatMap((_column, place) =>
      sheet?.columns.get(place)?.hidden === true ? [place] : [],
    );
    expect({ table: spec.name, hidden }).toEqual({
      table: spec.name,
      hidden: spec.columns.flatMap((column, place) => (column.hidden ? [place] : [])),
    });
  }
  expect(tables['Units']?.values[0]).toContain('去年的备注');
});
