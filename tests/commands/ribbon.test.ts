// The ribbon's buttons over the real runtime: associated by the shipped wiring, run without a pane, answered every time.
import { addSheet, newBook } from '../../src/workbench/model/book';
import { campaignHost, newCampaignHost, type CampaignHost } from '../support/campaignHost';

/** The wiring takes Excel and Office from the realm, as a page does. */
async function wired(host: CampaignHost): Promise<CampaignHost> {
  Object.assign(globalThis, { location: { href: 'https://localhost:3000/commands.html' } });
  await jest.isolateModulesAsync(async () => void (await import('../../src/commands/index')));
  await new Promise((done) => setTimeout(done, 0));
  return host;
}

async function activeSheet({ Excel }: CampaignHost): Promise<string> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
}

test('highlightOverdue marks what is overdue and shows the tracker', async () => {
  const host = await wired(await newCampaignHost({ now: '2021-06-11T09:00' }));
  await host.shim.runAction('highlightOverdue');
  expect(await activeSheet(host)).toBe('报送台账');
});

test('makeBriefing makes the briefing and shows it', async () => {
  const host = await wired(await newCampaignHost({ now: '2021-06-11T09:00' }));
  await host.shim.runAction('makeBriefing');
  expect(await activeSheet(host)).toBe('领导简报');
});

test.each(['highlightOverdue', 'computeRanking', 'makeBriefing'])(
  '%s on a workbook without a campaign changes nothing, says why and is answered',
  async (name) => {
    const book = newBook();
    addSheet(book, '别人的表');
    const host = await wired(campaignHost({ book }));
    const said: string[] = [];
    jest
      .spyOn(host.Office.context.ui, 'displayDialogAsync')
      .mockImplementation((address: string) => void said.push(decodeURIComponent(new URL(address).hash)));
    const before = JSON.stringify(host.host.book.sheets.map((sheet) => [sheet.name, [...sheet.cells]]));
    await host.shim.runAction(name);
    expect(said).toEqual([expect.stringContaining('活动工作簿')]);
    expect(JSON.stringify(host.host.book.sheets.map((sheet) => [sheet.name, [...sheet.cells]]))).toBe(before);
  },
);
