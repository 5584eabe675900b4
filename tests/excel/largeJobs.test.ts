// What large jobs cost in trips and bytes, that they say how far they are, and that one that was cut is repaired by running it again.
import { expect, it, jest } from '@jest/globals';
import { IMPORT_SCORES } from '../../src/app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../src/app/contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../../src/app/contest/makeJudgeTabsJob';
import { createExcelPort } from '../../src/excel/excelPort';
import { contestScores, contestStories, type ContestSize } from '../../src/workbench/bench/contestInput';
import type { Book } from '../../src/workbench/model/book';
import type { PortProgress, WorkbookPort } from '../../src/workbook/contract/port';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';

jest.setTimeout(240_000);

async function campaignWith(size: ContestSize): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: '2021-06-11T09:00', calculator: null });
  expect((await IMPORT_STORIES.perform(host.deps, { file: contestStories(size) }, 'write')).stopped).toBe(false);
  return host;
}

interface Cost {
  readonly trips: number;
  readonly asked: number;
  readonly answered: number;
}

async function costOf(host: CampaignHost, work: () => Promise<{ readonly stopped: boolean }>): Promise<Cost> {
  const { stats } = host.host;
  const before = { trips: host.port.roundTrips, asked: stats.bytesIn, answered: stats.bytesOut };
  expect((await work()).stopped).toBe(false);
  return {
    trips: host.port.roundTrips - before.trips,
    asked: stats.bytesIn - before.asked,
    answered: stats.bytesOut - before.answered,
  };
}

it('score sheets and scores cost no more trips and bytes than the data grows, and no request or answer comes near the limit', async () => {
  const measure = async (size: ContestSize): Promise<{ tabs: Cost; scores: Cost; host: CampaignHost }> => {
    const host = await campaignWith(size);
    const tabs = await costOf(host, () => MAKE_JUDGE_TABS.perform(host.deps, { judges: size.judges }, 'write'));
    const scores = await costOf(host, () => IMPORT_SCORES.perform(host.deps, { file: contestScores(size) }, 'write'));
    return { tabs, scores, host };
  };
  const small = await measure({ entries: 100, judges: 5 });
  const large = await measure({ entries: 400, judges: 20 });
  for (const job of ['tabs', 'scores'] as const) {
    expect(large[job].asked / small[job].asked).toBeLessThan(16);
    expect(large[job].answered / small[job].answered).toBeLessThan(16);
    expect(large[job].trips / small[job].trips).toBeLessThan(4);
  }
  // A row of a score sheet is a title and a dozen cells; its formulas go once a sheet, not once a row.
  expect(large.tabs.asked / (400 * 20)).toBeLessThan(450);
  // A row of scores and its line in the log; what is the same in all lines goes once.
  expect(large.scores.asked / (400 * 20)).toBeLessThan(300);
  const { largestIn, largestOut } = large.host.host.stats;
  expect(Math.max(largestIn, largestOut)).toBeLessThan(3_500_000);
});

it('a change of one cell in a table of thousands is a few bytes on the wire', async () => {
  const host = await campaignWith({ entries: 2000, judges: 1 });
  const { tables } = await host.port.read({ tables: ['Entries'] });
  const table = tables['Entries'];
  if (!table) throw new Error('no Entries');
  const before = host.host.stats.bytesIn;
  const cells = table.values.map((row, index) =>
    row.map((_cell, column) => (index === 1500 && column === 5 ? '王某' : null)),
  );
  expect(
    await host.port.write(
      { steps: [{ kind: 'updateRows', table: 'Entries', cells, by: { key: [0], inputs: [] } }] },
      { sheets: [], tables, names: {} },
    ),
  ).toEqual([]);
  // The orders that look at what names the row before, after and when it is read back are most of it, whatever the table's size.
  expect(host.host.stats.bytesIn - before).toBeLessThan(15_000);
  expect((await host.port.read({ tables: ['Entries'] })).tables['Entries']?.values[1500]?.[5]).toBe('王某');
});

it('a large job names the sheet that it writes, in order, and tells how much is checked', async () => {
  const host = await campaignWith({ entries: 60, judges: 24 });
  const said: PortProgress[] = [];
  const port = doorOf(host, () => undefined, BYTES_PER_REQUEST);
  const workbook: WorkbookPort = {
    read: port.read,
    roundTrips: 0,
    write: (plan, basis, tell) =>
      port.write(plan, basis, (progress) => {
        said.push(progress);
        tell?.(progress);
      }),
  };
  const words: string[] = [];
  expect(
    (
      await MAKE_JUDGE_TABS.perform(
        { ...host.deps, workbook, onProgress: ({ zh }) => words.push(zh) },
        { judges: 24 },
        'write',
      )
    ).stopped,
  ).toBe(false);
  const written = said.filter(({ doing }) => doing === 'write');
  expect(written.length).toBeGreaterThan(1);
  expect(written.every(({ done, of }, index) => done <= of && done >= (written[index - 1]?.done ?? 0))).toBe(true);
  expect(words.some((line) => /^正在写入“评分·评委\d+”（第 \d+ 张，共 \d+ 张）…$/.test(line))).toBe(true);
});

/** What a person sees on the sheets, by place: the tabs, the cells and their looks, tables and rules. */
function seen(book: Book): Map<string, string> {
  const places = new Map<string, string>([
    ['tabs', JSON.stringify(book.sheets.map(({ name, tabColor }) => [name, tabColor]))],
  ]);
  for (const sheet of book.sheets.filter(({ name }) => name !== '操作日志')) {
    places.set(
      sheet.name,
      JSON.stringify([
        sheet.tables.map(({ name, range }) => [name, range]),
        sheet.validations,
        sheet.conditionals.map(({ formula, ranges }) => [formula, ranges]),
        sheet.page,
      ]),
    );
    for (const [at, { formula, value, style }] of sheet.cells)
      places.set(`${sheet.name} ${at}`, JSON.stringify([formula ?? value ?? '', style]));
  }
  return places;
}

/** The first places that differ; a few are enough to see why. */
function differences(a: Book, b: Book): string[] {
  const [left, right] = [seen(a), seen(b)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((place) => left.get(place) !== right.get(place))
    .slice(0, 5)
    .map((place) => `${place}: ${(left.get(place) ?? '—').slice(0, 200)} / ${(right.get(place) ?? '—').slice(0, 200)}`);
}

/** Small requests make a small job a large one. */
const BYTES_PER_REQUEST = 150_000;

function doorOf(
  { Excel, Office }: CampaignHost,
  meddle: (context: Excel.RequestContext) => void,
  bytesPerRequest?: number,
): WorkbookPort {
  return createExcelPort({
    run: (batch) =>
      Excel.run((context) => {
        const sync = context.sync.bind(context);
        context.sync = (value) => {
          meddle(context);
          return sync(value);
        };
        return batch(context);
      }),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
    bytesPerRequest,
  });
}

/** The same host through a door that breaks down at the given writing request, once. */
function breakingAt(host: CampaignHost, piece: number): CampaignHost['deps'] {
  let left = Infinity;
  const port = doorOf(
    host,
    () => {
      left -= 1;
      if (left === 0) throw Object.assign(new Error('connection lost'), { code: 'ConnectionFailure' });
    },
    BYTES_PER_REQUEST,
  );
  const write: WorkbookPort['write'] = (plan, basis, tell) => {
    left = piece;
    return port.write(plan, basis, tell);
  };
  return { ...host.deps, workbook: { read: port.read, write, roundTrips: 0 } };
}

it('score sheets whose writing was cut at the third piece are completed by running the job again, as if nothing had happened', async () => {
  const size: ContestSize = { entries: 60, judges: 12 };
  const whole = await campaignWith(size);
  await MAKE_JUDGE_TABS.perform(whole.deps, { judges: size.judges }, 'write');
  const host = await campaignWith(size);
  await expect(MAKE_JUDGE_TABS.perform(breakingAt(host, 3), { judges: size.judges }, 'write')).rejects.toMatchObject({
    code: 'ConnectionFailure',
  });
  const made = host.host.book.sheets.filter(({ tables }) =>
    tables.some(({ name }) => name.startsWith('Score_')),
  ).length;
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(size.judges);
  const again = await MAKE_JUDGE_TABS.perform(host.deps, { judges: size.judges }, 'write');
  expect({ stopped: again.stopped, problems: again.problems }).toEqual({ stopped: false, problems: [] });
  // What was finished before the cut is kept, not made once more.
  expect(again.results.judges.filter((judge) => !judge.made).length).toBeGreaterThan(0);
  expect(host.host.book.sheets.filter(({ name }) => name.startsWith('~'))).toEqual([]);
  expect(differences(whole.host.book, host.host.book)).toEqual([]);
});

it('an import of scores that was cut keeps whole rows, and the same file completes it', async () => {
  const size: ContestSize = { entries: 200, judges: 12 };
  const host = await campaignWith(size);
  await MAKE_JUDGE_TABS.perform(host.deps, { judges: size.judges }, 'write');
  const file = contestScores(size);
  await expect(IMPORT_SCORES.perform(breakingAt(host, 3), { file }, 'write')).rejects.toMatchObject({
    code: 'ConnectionFailure',
  });
  const again = await IMPORT_SCORES.perform(host.deps, { file }, 'write');
  expect(again).toMatchObject({ stopped: false, problems: [], results: { leftOut: 0 } });
  expect(again.results.taken + again.results.alreadyThere).toBe(size.entries * size.judges);
  expect(again.results.alreadyThere).toBeGreaterThan(0);
  expect(await IMPORT_SCORES.perform(host.deps, { file }, 'preview')).toMatchObject({
    changed: {},
    results: { taken: 0, alreadyThere: size.entries * size.judges },
  });
  const log = host.host.book.sheets.find(({ name }) => name === '操作日志');
  const rows = log?.tables[0]?.range.rows ?? 0;
  const filled = new Set(
    [...(log?.cells ?? [])]
      .filter(([, { value }]) => value !== undefined && value !== null && value !== '')
      .map(([at]) => Number(at.split(',')[0])),
  );
  const top = log?.tables[0]?.range.row ?? 0;
  expect(Array.from({ length: rows }, (_none, index) => top + index).filter((row) => !filled.has(row))).toEqual([]);
});

it('tables of which one changes its size while they are read in pieces are read again', async () => {
  const host = await campaignWith({ entries: 1000, judges: 10 });
  await MAKE_JUDGE_TABS.perform(host.deps, { judges: 10 }, 'write');
  let syncs = 0;
  const port = doorOf(host, (context) => {
    syncs += 1;
    // Between two pieces a co-author adds a row to a table that was read already.
    if (syncs === 2) context.workbook.tables.getItem('Units').rows.add(undefined, undefined);
  });
  const { tables } = await port.read({ tables: ['Units', 'Score_*'] });
  const sheet = host.host.book.sheets.find(({ name }) => name === '单位名册');
  expect(tables['Units']?.values).toHaveLength((sheet?.tables[0]?.range.rows ?? 0) - 1);
  expect(syncs).toBeGreaterThan(4);
});
