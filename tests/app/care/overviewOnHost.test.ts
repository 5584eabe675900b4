// 首页 in a workbook that is calculated: its formulas say what the rules say, and it stands before all other sheets.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import { IMPORT_SCORES } from '../../../src/app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../../src/app/contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { UPGRADE } from '../../../src/app/care/upgradeJob';
import { OVERVIEW } from '../../../src/app/care/overviewJob';
import { RANK } from '../../../src/app/contest/rankJob';
import { tally } from '../../../src/core/briefing/tally';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { readCampaign } from '../../../src/workbook/campaign';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { moment, newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';

jest.setTimeout(240_000);

const NOW = '2021-06-10T18:00:01';

it('is made again by upgrading when a sheet got another name, and until then the check names it', async () => {
  const host = await newCampaignHost({ now: NOW });
  const codes = async (): Promise<string[]> =>
    (await CHECK.perform(host.deps, {}, 'preview')).notices.map(({ code }) => code);
  const links = (): string => {
    const cells = host.host.book.sheets.find(({ name }) => name === '首页')?.cells.values() ?? [];
    return [...cells].flatMap(({ formula }) => (formula?.includes('HYPERLINK(') ? [formula] : [])).join();
  };
  expect([await codes(), links().includes('收件台账')]).toEqual([expect.not.arrayContaining(['links-stale']), false]);
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('收件登记').name = '收件台账';
    await context.sync();
  });
  expect(await codes()).toContain('links-stale');
  const { results } = await UPGRADE.perform(host.deps, {}, 'write');
  expect(results).toMatchObject({ overview: true });
  expect([await codes(), links().includes("'收件台账'!"), links().includes("'收件登记'!")]).toEqual([
    expect.not.arrayContaining(['links-stale']),
    true,
    false,
  ]);
});

describe.each(['zh', 'en'] as const)('the overview in %s', (language) => {
  const name = language === 'zh' ? '首页' : 'Overview';
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: NOW, language });
    await IMPORT_RECEIPTS.perform(
      host.deps,
      { file: { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') }, review: 'accepted' },
      'write',
    );
    await host.host.calculateNow();
  });

  const shown = async (): Promise<readonly (readonly unknown[])[]> => {
    const { sheets } = await host.port.read({ tables: [], sheets: [name] });
    return sheets.find((sheet) => sheet.name === name)?.values ?? [];
  };

  it('is the first sheet of a new workbook', () => {
    expect(host.host.book.sheets[0]?.name).toBe(name);
  });

  it('counts by its formulas what the rules count (D-6): the whole and item by item', async () => {
    const reading = readCampaign(await host.port.read({ tables: CAMPAIGN_TABLES }));
    if (reading.kind === 'broken') throw new Error('the workbook is no campaign');
    const { campaign } = reading;
    const rows = trackUnits(campaign, moment(NOW));
    const all = tally(rows);
    const values = await shown();
    const tiles = values[5]?.filter((_, column) => column % 2 === 0);
    expect(tiles?.slice(0, 7)).toEqual([
      campaign.units.filter((unit) => unit.name !== '').length,
      all.must,
      all.done,
      all.underReview,
      all.incomplete,
      all.overdue,
      all.pending,
    ]);
    expect(tiles?.[7]).toBeCloseTo(all.done / all.must, 9);
    const items = values
      .slice(8, 8 + campaign.requirements.length)
      .map((line) => [line[0], line[1], ...line.slice(6, 13)]);
    expect(items).toEqual(
      campaign.requirements.map(({ requirementId, title }) => {
        const item = tally(rows.filter((row) => row.requirementId === requirementId));
        return [
          requirementId,
          title,
          item.must,
          item.onTime,
          item.late,
          item.underReview,
          item.incomplete,
          item.overdue,
          item.pending,
        ];
      }),
    );
  });

  it('leaves the lines of items that the campaign has not, empty, and no cell in error', async () => {
    const values = await shown();
    expect(
      values
        .slice(15, 20)
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
    expect(values.flat().filter((value) => typeof value === 'string' && value.startsWith('#'))).toEqual([]);
  });

  it('says of cells to correct in its sentence what the lines of the sheets say together, arrivals later than now among them', async () => {
    const values = await shown();
    const sentence = String(values.flat().find((word) => /^(?:待改正：|To correct:)/.test(String(word))));
    const head = values.findIndex(([first]) => first === (language === 'zh' ? '工作表' : 'Sheet'));
    const lines = values.slice(head + 1).filter((line) => typeof line[13] === 'number' && line[13] > 0);
    const later = Number(/\d+/.exec(sentence)?.[0]);
    expect(later).toBeGreaterThan(0);
    expect(lines.map((line) => [line[0], line[13], line[14]])).toEqual([
      language === 'zh' ? ['收件登记', later, '去看'] : ['Receipts', later, 'Show'],
    ]);
  });

  it('names the next due time and how many still owe it', async () => {
    const text = (await shown()).flat().filter((value): value is string => typeof value === 'string');
    expect(text.some((words) => words.includes('2021-06-30 23:59') && words.includes(' 26 '))).toBe(true);
  });
});

it('keeps the name that somebody gave it: upgrading makes no second one, the check looks at it, and where it must be made anew both are told', async () => {
  const host = await newCampaignHost({ now: NOW });
  const change = async (act: (sheets: Excel.WorksheetCollection) => void): Promise<void> => {
    await host.Excel.run(async (context) => {
      act(context.workbook.worksheets);
      await context.sync();
    });
    await host.host.calculateNow();
  };
  const names = (): string[] => host.host.book.sheets.map(({ name }) => name).filter((name) => /首页|总览/.test(name));
  await change((sheets) => {
    sheets.getItem('首页').name = '总览（王）';
  });
  expect(await UPGRADE.perform(host.deps, {}, 'write')).toMatchObject({ changed: {}, results: { overview: false } });
  expect(names()).toEqual(['总览（王）']);
  await change((sheets) => {
    sheets.getItem('总览（王）').getRange('C6').values = [[7]];
    sheets.getItem('收件登记').name = '收件台账';
  });
  const found = await CHECK.perform(host.deps, {}, 'preview');
  expect(found.problems.map(({ code, sheet, found: count }) => [code, sheet, count])).toEqual([
    ['made-sheet-typed', '总览（王）', '1'],
  ]);
  expect(found.notices.map(({ code, sheet }) => [code, sheet])).toContainEqual(['links-stale', '总览（王）']);
  const { results, notices } = await UPGRADE.perform(host.deps, {}, 'write');
  expect(results).toMatchObject({ overview: true });
  expect(notices.map(({ code, sheet }) => [code, sheet])).toEqual([['sheet-kept', '总览（王）']]);
  expect(names()).toEqual(['首页', '总览（王）']);
});

describe('the overview made again', () => {
  it('takes the place of an untouched one, keeps one that people wrote on, and comes first where it was deleted', async () => {
    const host = await newCampaignHost({ now: NOW });
    expect(await OVERVIEW.perform(host.deps, {}, 'write')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null },
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('首页').getRange('A60').values = [['办公室电话见通讯录']];
      await context.sync();
    });
    const { results } = await OVERVIEW.perform(host.deps, {}, 'write');
    expect(results.keptAs).toBe('首页（旧 06-10 1800）');
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('首页').delete();
      await context.sync();
    });
    await OVERVIEW.perform(host.deps, {}, 'write');
    expect(host.host.book.sheets[0]?.name).toBe('首页');
  });

  it('has no cell in error after a ranking, which makes the table of standings anew', async () => {
    const host = await newCampaignHost({ now: NOW });
    await IMPORT_STORIES.perform(
      host.deps,
      { file: { name: 'x', sheets: await sampleSheets('stories-messy.xlsx') } },
      'write',
    );
    await MAKE_JUDGE_TABS.perform(host.deps, { judges: 7 }, 'write');
    await IMPORT_SCORES.perform(
      host.deps,
      { file: { name: 'x', sheets: await sampleSheets('scores-messy.xlsx') } },
      'write',
    );
    for (let time = 0; time < 2; time += 1)
      expect(await RANK.perform(host.deps, {}, 'write')).toMatchObject({ stopped: false, problems: [] });
    await host.host.calculateNow();
    const { sheets } = await host.port.read({ tables: [], sheets: ['首页'] });
    const words = (sheets.find(({ name }) => name === '首页')?.values ?? [])
      .flat()
      .filter((value): value is string => typeof value === 'string');
    expect(words.filter((value) => value.startsWith('#'))).toEqual([]);
    expect(words).toContain('评选：　参评作品 48 篇，评委 7 位；得分和名次见“成绩排名”。');
  });
});
