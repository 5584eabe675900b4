// What home says of items that people added after the tracker was made.
import { readCampaignState, type CampaignState } from '../../../src/app/care/campaignState';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

it('home names rows that the tracker lacks, with the job that adds them, until they are there', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS });
  const item = async (): Promise<unknown> => {
    const state: CampaignState = await readCampaignState(host.deps);
    if (state.kind !== 'campaign') throw new Error(state.kind);
    const found = state.work.find(({ key }) => key === 'tracker');
    return found && [found.urgency, found.title.zh, found.act?.job];
  };
  await runJob(host.deps, 'overdue');
  expect(await item()).toBeUndefined();
  const items = host.host.book.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === 'Requirements');
  await typeInto(host, 'Requirements', (items?.range.rows ?? 1) - 1, {
    事项编号: 'T99',
    事项: '补报材料',
    截止时间: '2021/6/7 18:00',
    报送单位: '西渡镇、县公安局',
  });
  expect(await item()).toEqual(['now', '报送台账少 2 行', 'overdue']);
  await runJob(host.deps, 'overdue');
  expect(await item()).toBeUndefined();
});
