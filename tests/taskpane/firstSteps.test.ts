// The three steps of a first run are seen from the workbook: nothing is remembered, and they go when the work begins.
import { readCampaignState, type CampaignState } from '../../src/app/care/campaignState';
import { RECEIVE } from '../../src/app/collect/receiveJob';
import { wallTimeFromIso } from '../../src/core/ground/wallTime';
import { firstSteps } from '../../src/taskpane/firstSteps';
import { memoryWorkbook, type MemoryWorkbook } from '../support/memoryWorkbook';
import { newSnapshot } from '../support/situationOf';

async function stateOf({ deps }: MemoryWorkbook): Promise<Extract<CampaignState, { kind: 'campaign' }>> {
  const state = await readCampaignState(deps);
  if (state.kind !== 'campaign') throw new Error(state.kind);
  return state;
}
const done = (steps: ReturnType<typeof firstSteps>): boolean[] => steps.map((step) => step.done);

test('an empty workbook has three steps, a new campaign the last two', async () => {
  expect(done(firstSteps(null))).toEqual([false, false, false]);
  const book = memoryWorkbook(newSnapshot(), wallTimeFromIso('2021-06-06T10:00') ?? 0);
  expect(done(firstSteps(await stateOf(book)))).toEqual([true, false, false]);
});

test('once something has arrived they are gone', async () => {
  const book = memoryWorkbook(newSnapshot(), wallTimeFromIso('2021-06-06T10:00') ?? 0);
  const settings = { unit: '西渡镇', title: '活动方案', parts: '全部', at: '2021-06-06T09:30' };
  await RECEIVE.run(book.deps, { settings, strict: false }, 'write');
  expect(firstSteps(await stateOf(book))).toEqual([]);
});
