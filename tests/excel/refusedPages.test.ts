// A computer without a printer: Excel refuses page setup there. Everything else must be written and be said to be.
import { jest } from '@jest/globals';
import { SUMMARY } from '../../src/app/publish/summaryJob';
import { NEW } from '../../src/app/care/newCampaignJob';
import { refuse } from '../../src/workbench/host/apiError';
import { pageLayoutRow } from '../../src/workbench/host/classes/pageClasses';
import { campaignHost } from '../support/campaignHost';

jest.setTimeout(120_000);

describe('an Excel that refuses page setup', () => {
  beforeEach(
    () =>
      void jest
        .spyOn(pageLayoutRow.methods as Record<string, () => unknown>, 'setPrintMargins')
        .mockImplementation(() => refuse('GeneralException', 'no printer')),
  );
  afterEach(() => void jest.restoreAllMocks());

  it('makes the campaign and a sheet with its charts all the same, and says that pages are not set up', async () => {
    const host = campaignHost();
    const made = await NEW.perform(host.deps, {}, 'write');
    expect(made).toMatchObject({ stopped: false, problems: [], notices: [{ code: 'no-page-setup' }] });
    const summary = await SUMMARY.perform(host.deps, {}, 'write');
    expect(summary).toMatchObject({
      stopped: false,
      problems: [],
      notices: [{ code: 'no-page-setup', sheet: '汇总' }],
    });
    const sheet = host.host.book.sheets.find(({ name }) => name === '汇总');
    expect([
      sheet?.charts?.length ?? 0,
      host.host.book.sheets.filter(({ name }) => name.startsWith('~')).length,
    ]).toEqual([2, 0]);
  });
});
