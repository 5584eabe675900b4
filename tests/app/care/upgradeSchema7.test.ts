// A workbook that the last build of schema 7 made (1.3.0), with receipts, an extension, scores, a decision, an objection and an award list.
import { readFileSync } from 'node:fs';
import type { Book } from '../../../src/workbench/model/book';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { schemaVersionOf, SCHEMA_VERSION } from '../../../src/workbook/tables/settings/schemaVersion';
import { campaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

const SAMPLE = 'tests/samples/workbook-schema7.xlsx';
/** By table, what schema 8 adds. */
const NEW_COLUMNS = {
  Units: ['名称所指', '简称所指'],
  Requirements: ['截止显示', '缺前半', '缺后半'],
  Exceptions: ['本家截止', '本家应报数', '免报条数'],
  Receipts: ['通过位次', '位次', '更正行', '次序事项行', '先到权', '材料完成键', '缺项', '缺少材料', '已填'],
  Log: ['操作名称', '工作表'],
};
/** They stay where they are, without formulas: nothing reads them any more. */
const RETIRED = { Receipts: ['已通过件', '第几通过', '首次材料'], Tracker: ['末行'] };

const run = async (host: CampaignHost, job: string, mode: 'write' | 'preview' = 'write') => {
  await host.host.calculateNow();
  return runJob(host.deps, job, {}, { mode });
};

const headersOf = (snapshot: WorkbookSnapshot, name: string): readonly string[] =>
  tableCalled(snapshot.tables, name)?.headers ?? [];

/** What people and jobs wrote into the tables, how often each: formulas, headers and the version apart. */
function literals({ sheets }: Book): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cells, tables } of sheets)
    for (const [place, { formula, value }] of cells) {
      const [row = 0, column = 0] = place.split(',').map(Number);
      const inside = tables.some(
        ({ range }) =>
          row > range.row &&
          row < range.row + range.rows &&
          column >= range.column &&
          column < range.column + range.columns,
      );
      if (!inside || formula !== undefined || value === undefined || value === null || value === '') continue;
      const key = JSON.stringify(value);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

it('schema 8: gets its new columns and the table of certificates, loses nothing, and says what it cannot know', async () => {
  const host = campaignHost({ book: await readBook(readFileSync(SAMPLE)), now: '2021-06-16T12:00' });
  const before = await host.port.read({ tables: CAMPAIGN_TABLES });
  expect(schemaVersionOf(before)).toBe(7);
  for (const [table, headers] of Object.entries(NEW_COLUMNS))
    expect(headersOf(before, table)).not.toEqual(expect.arrayContaining(headers));
  const typed = literals(host.host.book);

  const report = await run(host, 'upgrade');
  expect(report).toMatchObject({ stopped: false, problems: [] });
  const notices = report.notices.map(({ message }) => message.zh);
  expect(notices).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^表“证书模板”已补上，内有 11 行，来自预设或原来的设置：旧版工作簿可能没有这张表；/),
      expect.stringMatching(/^“操作日志”补上了列“操作名称”，内容空着：旧版工作簿可能没有这一列；/),
      expect.stringMatching(/^“首页”已按新版重做，原表保留为“首页（旧 06-16 1200）”：看不出上面有没有手写的内容，/),
    ]),
  );
  await host.host.calculateNow();
  const after = await host.port.read({ tables: CAMPAIGN_TABLES, formulas: ['Receipts', 'Tracker'] });
  expect(schemaVersionOf(after)).toBe(SCHEMA_VERSION);
  for (const [table, headers] of Object.entries(NEW_COLUMNS))
    expect(headersOf(after, table)).toEqual(expect.arrayContaining(headers));
  for (const [table, headers] of Object.entries(RETIRED)) {
    const places = headers.map((header) => headersOf(after, table).indexOf(header));
    expect(places).not.toContain(-1);
    const { formulas = [] } = tableCalled(after.tables, table) ?? {};
    expect(new Set(formulas.flatMap((row) => places.map((place) => row[place])))).toEqual(new Set(['']));
  }
  const now = literals(host.host.book);
  const gone = [...typed].filter(([value, count]) => (now.get(value) ?? 0) < count).map(([value]) => value);
  expect(gone).toEqual(['7']);
  const statuses = (snapshot: WorkbookSnapshot): CellValue[][] => {
    const tracker = snapshot.tables.Tracker;
    const places = ['单位', '事项编号', '状态'].map((header) => headersOf(snapshot, 'Tracker').indexOf(header));
    return (tracker?.values ?? []).map((row) => places.map((place) => row[place] ?? ''));
  };
  expect(statuses(after)).toEqual(statuses(before));
  const check = await run(host, 'check', 'preview');
  expect([check.problems, check.results]).toMatchObject([[], { agree: true, differing: 0 }]);
  expect((await run(host, 'upgrade', 'preview')).changed).toEqual({});
});
