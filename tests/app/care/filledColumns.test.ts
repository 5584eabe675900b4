// One cell dragged over those below it, in a workbook that calculates: named by who reads the table, put back or taken as it is by Mend.
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import type { JobReport } from '../../../src/app/run/job';
import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import type { TableName } from '../../../src/workbook/contract/keys';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { FEW_UNITS, newCampaignHost, openedHost, type CampaignHost } from '../../support/campaignHost';
import { samplePaste } from '../../support/samplePaste';
import { columnOf, tableNow } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const NOW = '2021-06-10T09:00';
let kept: string;
let host: CampaignHost;

async function run(job: string, settings: Record<string, string> = {}): Promise<JobReport> {
  const report = await jobNamed(job)?.run(host.deps, { settings, strict: false }, 'write');
  if (!report) throw new Error(`no job ${job}`);
  return report;
}
const SLIPS = ['cells-moved', 'names-moved'];
const checked = async (): Promise<string[]> =>
  (await run('check')).problems.flatMap(({ code, table, column }) =>
    SLIPS.includes(code) ? [`${table} ${column}`] : [],
  );

/** The cell of the column in that row of the body is written over so many below it, to the last; gives what the column held. */
async function filledDown(name: TableName, header: string, from: number, count: number): Promise<CellValue[]> {
  const before = columnOf(await tableNow(host, name), header);
  await host.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem(name).columns.getItem(header).getDataBodyRange();
    for (let at = from + 1; at <= Math.min(from + count, before.length - 1); at += 1)
      body.getCell(at, 0).values = [[before[from] ?? '']];
    await context.sync();
  });
  return before;
}

beforeAll(async () => {
  host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  const file = { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') };
  await IMPORT_RECEIPTS.perform(host.deps, { file }, 'write');
  await run('review', { requirement: 'T1', to: '通过', reviewer: '甲' });
  kept = textOfBook(await host.host.calculatedCopy());
});
beforeEach(async () => {
  host = await openedHost({ now: NOW, book: bookFromText(kept) });
});

describe('a cell that was dragged over those below it', () => {
  it.each([
    ['Receipts', '收到时间', 1, 5],
    ['Receipts', '事项编号', 0, 99],
    ['Receipts', '单位', 1, 5],
    ['Requirements', '截止时间', 0, 3],
    ['Requirements', '事项', 0, 3],
  ] as const)('of %s, %s, is named, and put back', async (name, header, from, count) => {
    const before = await filledDown(name, header, from, count);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, name), header)).toEqual(before);
    expect(await checked()).toEqual([]);
  });

  it('says in words what probably happened, and is right as it is where people say so', async () => {
    await filledDown('Receipts', '收到时间', 1, 5);
    const { problems } = await run('check');
    expect(problems.find(({ code }) => code === 'cells-moved')?.message.zh).toContain('填充');
    await run('mend', { slipped: 'keep' });
    expect(await checked()).toEqual([]);
  });

  it.each(['审核', '审核人', '含材料', '备注'])(
    '%s filled for many receipts is an act of the office',
    async (header) => {
      await filledDown('Receipts', header, 1, 8);
      expect(await checked()).toEqual([]);
    },
  );

  it('what changed places in rows of which the times slipped goes back with them: part of the table was sorted', async () => {
    const headers = ['收到时间', '事项编号', '审核'];
    const before = await Promise.all(headers.map(async (header) => columnOf(await tableNow(host, 'Receipts'), header)));
    const last = (before[0] ?? []).length - 1;
    await host.Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('Receipts');
      headers.forEach((header, h) => {
        const body = columns.getItem(header).getDataBodyRange();
        const cells = before[h] ?? [];
        cells.forEach((_, at) => void (body.getCell(at, 0).values = [[cells[last - at] ?? '']]));
      });
      await context.sync();
    });
    expect((await checked()).length).toBeGreaterThan(1);
    await run('mend', { slipped: 'back' });
    for (const [h, header] of headers.entries())
      expect(columnOf(await tableNow(host, 'Receipts'), header)).toEqual(before[h]);
  });

  it('a new due time for all items is one, too', async () => {
    await host.Excel.run(async (context) => {
      const body = context.workbook.tables.getItem('Requirements').columns.getItem('截止时间').getDataBodyRange();
      for (let at = 0; at < 3; at += 1) body.getCell(at, 0).values = [[44380.75]];
      await context.sync();
    });
    expect(await checked()).toEqual([]);
  });
});
