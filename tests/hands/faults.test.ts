// Every writing job, and a fault of the line while it writes or reads back: what is left is nothing, all, or said; running it again completes it.
// The whole of it (every fault at every request) by command: `npm run --silent hands -- --faults`.
import { WRITING_ACTS } from '../../src/workbench/hands/actsOfOffice';
import { whole, withFault } from '../../src/workbench/hands/oneFault';
import { perform, sampleOffices, type Samples } from '../../src/workbench/hands/sampleOffice';
import { openOffice } from '../../src/workbench/hands/sessions';
import { FAULTS } from '../../src/workbench/host/faults';

let books: Samples;
const office = openOffice();
beforeAll(async () => {
  books = await sampleOffices();
}, 120_000);

const named = WRITING_ACTS.map((act, number) => [`${number + 1} ${act.job} (${act.table})`, act, number] as const);

it.each(named)(
  'is said when it is cut, and whole when it is run again: %s',
  async (_name, act, number) => {
    const book = books[act.stage ?? 'decided'];
    const place = act.calculated ? openOffice({ calculated: true }) : office;
    const known = await whole(place, book, act);
    // A writing that is half done is what leaves most behind; the others each meet some job.
    for (const [fault, request] of [
      ['half done', 3],
      [FAULTS[number % FAULTS.length] ?? 'silence', 1 + (number % 4)],
    ] as const) {
      const { wrong } = await withFault(place, book, act, { fault, request }, known);
      expect({ fault, request, wrong }).toEqual({ fault, request, wrong: [] });
    }
  },
  60_000,
);

it('completes a campaign whose making was cut at any request, with its tabs in order and no unfinished sheet', async () => {
  const fresh = openOffice();
  await perform(fresh.one, { job: 'new' });
  const tabs = fresh.host.book.sheets.map(({ name }) => name);
  for (const fault of ['half done', 'answer lost'] as const) {
    const cut = openOffice();
    let requests = 0;
    cut.host.breakAt(() => {
      requests += 1;
      return requests === 3 ? fault : null;
    });
    await expect(perform(cut.one, { job: 'new' })).rejects.toMatchObject({ code: 'ConnectionFailure' });
    cut.host.breakAt(null);
    const again = await perform(cut.two, { job: 'new' });
    expect(again.stopped && fault === 'half done').toBe(false);
    expect(cut.host.book.sheets.map(({ name }) => name)).toEqual(tabs);
  }
});

it.each([
  ['in one request', {}],
  ['in several requests', { bytesPerRequest: 500_000 }],
])('makes one campaign when two people make it at once, and tells the second: %s', async (_name, line) => {
  const two = openOffice(line);
  const reports = await Promise.allSettled([perform(two.one, { job: 'new' }), perform(two.two, { job: 'new' })]);
  const done = reports.filter((each) => each.status === 'fulfilled' && !each.value.stopped);
  expect(done).toHaveLength(1);
  const told = reports.flatMap((each) =>
    each.status === 'fulfilled' && each.value.stopped ? each.value.problems : [],
  );
  expect(told).not.toEqual([]);
  const names = two.host.book.sheets.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('~'))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['首页', '单位名册', '报送台账', '操作日志', '设置']));
});
