// A page with a job of its own says all in its offer: this one, invented here, is known to checks, guard and 生成依据 by nothing else.
import { beforeAll, expect, it, jest } from '@jest/globals';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { defineJob } from '../../../src/app/run/defineJob';
import type { Decision, Situation } from '../../../src/app/run/runJob';
import { stop } from '../../../src/app/run/stoppedDecision';
import { guardedPage } from '../../../src/app/publish/guardedPage';
import { PUBLISH_CHECK } from '../../../src/app/publish/publishCheckJob';
import { text } from '../../../src/core/ground/text';
import type { OwnSheet } from '../../../src/workbook/sheets/madeSheets';
import { FEW_UNITS, newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { liveCells } from '../../support/typeIntoTable';

jest.setTimeout(120_000);

const CONTACTS = {
  key: 'ContactList',
  sheet: text('联系表', 'Contact list'),
  reach: 'circulated',
  madeOf: { place: 90, shows: [{ table: 'Units', key: 'unitId', columns: ['name', 'contact', 'active'] }] },
} as const satisfies OwnSheet;

function decideContacts(situation: Situation): Decision<{ readonly units: number }> {
  const { campaign, language } = situation;
  const units = campaign.units.filter(({ active }) => active);
  const made = guardedPage(situation, CONTACTS, {
    title: CONTACTS.sheet[language],
    subtitle: [],
    footer: '',
    landscape: false,
    official: false,
    grid: [30, 14],
    sections: [
      {
        columns: [{ header: '单位' }, { header: '联络员' }],
        rows: units.map(({ name, contact }) => [{ value: name }, { value: contact }]),
      },
    ],
    closing: [],
  });
  if (made.problems.length > 0) return stop(made.problems);
  return {
    steps: made.steps,
    changed: {},
    notices: made.notices,
    results: { units: units.length },
    message: text('', ''),
  };
}

const JOB = defineJob({
  name: 'contact-list',
  words: { title: text('生成联系表', 'Make the contact list'), summary: text('', '') },
  options: {},
  place: { group: 'publish', icon: 'roster' },
  reads: { tables: [] },
  makes: CONTACTS,
  writes: 'made sheet',
  nothing: { units: 0 },
  decide: () => Promise.resolve(decideContacts),
});

let host: CampaignHost;
const typeContact = (row: number, words: string): Promise<void> =>
  host.Excel.run(async (context) => {
    const column = context.workbook.tables.getItem('Units').columns.getItem('联络员').getDataBodyRange();
    column.getCell(row, 0).values = [[words]];
    await context.sync();
  });
const saidOnPage = async (): Promise<unknown> => (await liveCells(host, ['联系表']))[0];
const codesOf = async (job: typeof CHECK | typeof PUBLISH_CHECK): Promise<string[]> => {
  const { problems, notices } = await job.perform(host.deps, {}, 'write');
  return [...problems, ...notices].flatMap(({ code, sheet }) => (sheet === '联系表' ? [code] : []));
};

beforeAll(async () => {
  host = await newCampaignHost({ units: FEW_UNITS });
  const { stopped, results } = await JOB.perform(host.deps, {}, 'write');
  expect({ stopped, ...results }).toEqual({ stopped: false, units: FEW_UNITS.length });
});

it('says nothing while its rows are what they were, in whatever order (A-13)', async () => {
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem('Units').sort.apply([{ key: 1, ascending: false }]);
    await context.sync();
  });
  expect(await saidOnPage()).toBe('');
  expect(await codesOf(CHECK)).toEqual([]);
  expect(await codesOf(PUBLISH_CHECK)).toEqual([]);
});

it('says by itself, and in the check, that a column which it shows has changed (A-13)', async () => {
  await typeContact(0, '赵六');
  expect(await saidOnPage()).toBe('数据已变，请重新生成');
  expect(await codesOf(CHECK)).toEqual(['made-sheet-stale']);
});

it('is not made with a phone on it where it leaves the office (A-3)', async () => {
  await typeContact(0, '赵六 13900001234');
  const { stopped, problems } = await JOB.perform(host.deps, {}, 'write');
  expect([stopped, problems.map(({ code, row }) => [code, row])]).toMatchObject([true, [['public-phone', /^B\d+$/]]]);
});
