// A tracker that owes nothing yet keeps one empty row for its formulas: nothing stands in it. Where a unit owes, what is none is 0.
import { expect, it } from '@jest/globals';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { campaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { columnOf, tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const SHOWN = TRACKER.columns.filter(({ hidden }) => !hidden).map(({ header }) => header.zh);

it('the tracker of a blank workbook shows nothing below its headers; a row with ids shows its numbers', async () => {
  const host = campaignHost();
  await runJob(host.deps, 'new', { preset: 'blank' });
  const shown = async () => {
    const table = await tableNow(host, 'Tracker');
    return SHOWN.flatMap((header) => columnOf(table, header).map((cell) => `${header} ${cell}`));
  };
  expect(await shown()).toEqual(SHOWN.map((header) => `${header} `));
  await typeInto(host, 'Tracker', 0, { 单位编号: 'U01', 事项编号: 'T1' });
  expect(await shown()).toEqual(
    expect.arrayContaining(['状态 免报', '迟报分钟 0', '应报数 0', '已通过 0', '已收到 0', '催报次数 0']),
  );
});
