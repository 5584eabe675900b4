// Every writing job, and a fault of the line while it writes or reads back: what is left is nothing, all, or said; running it again completes it.
// The whole of it (every fault at every request) by command: `npm run --silent hands -- --faults`.
import { WRITING_ACTS } from '../../src/workbench/hands/actsOfOffice';
import { REQUESTS, whole, withFault } from '../../src/workbench/hands/oneFault';
import { perform, type Act, type Samples } from '../../src/workbench/hands/sampleOffice';
import { openOffice, type Session } from '../../src/workbench/hands/sessions';
import { stateOf } from '../../src/workbench/hands/tableState';
import { FAULTS, type Breaking, type Cut } from '../../src/workbench/host/faults';
import { keptOffices } from '../support/sampleOfficeBooks';

let books: Samples;
const office = openOffice();
beforeAll(async () => {
  books = await keptOffices();
}, 120_000);

/** Breaks the so-manieth request of a session. */
function requestsOf({ number }: Session, broken: number, cut: Cut): Breaking {
  let asked = 0;
  return (session) => (session === number && (asked += 1) === broken ? cut : null);
}

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

/** Jobs that make the standings anew: the former sheet stands until the new one takes its place. */
const REMAKING: readonly Act[] = [
  { job: 'next-year', settings: { year: '2022', copy: '是' } },
  { job: 'make-judge-tabs', settings: { judges: '4', decided: '是' } },
];
/** CUT_PARTS=64 cuts at finer moments. */
const PARTS = Number(process.env['CUT_PARTS'] ?? 8);
const CUTS = Array.from({ length: PARTS - 1 }, (_, at) => ({ done: (at + 1) / PARTS }));

it.each(REMAKING)(
  'is whole when it is run again, wherever it was cut: $job',
  async (act) => {
    const known = await whole(office, books.decided, act);
    const faults = [
      ...REQUESTS.flatMap((request) => FAULTS.map((fault) => ({ fault, request }))),
      ...CUTS.map((fault) => ({ fault, request: 3 })),
    ];
    for (const { fault, request } of faults) {
      const { wrong } = await withFault(office, books.decided, act, { fault, request }, known);
      expect({ fault, request, wrong }).toEqual({ fault, request, wrong: [] });
    }
  },
  120_000,
);

it.each(REMAKING)(
  'any job puts back the standings that a cut left set aside, and says so: $job',
  async (act) => {
    const { host, one, two } = office;
    const leftovers = async (): Promise<{ begun: string[]; broken: string[] }> => {
      const { sheets, tables, names } = await two.port.read({ tables: ['*'] });
      const words = [...sheets.map(({ name }) => name), ...Object.keys(tables)];
      return {
        begun: words.filter((word) => /^~成绩|_old$/.test(word)),
        broken: Object.entries(names).flatMap(([name, formula]) => (formula.includes('#REF!') ? [name] : [])),
      };
    };
    let setAside = 0;
    let broken = 0;
    for (const cut of CUTS) {
      await office.open(books.decided);
      const before = stateOf(await two.port.read({ tables: ['Standings'], formulas: ['Standings'] }));
      host.breakAt(requestsOf(one, 3, cut));
      await expect(perform(one, act)).rejects.toMatchObject({ code: 'ConnectionFailure' });
      host.breakAt(null);
      const left = await leftovers();
      if (!left.begun.includes('Standings_old')) continue;
      setAside += 1;
      const looked = await perform(two, { job: 'check' });
      expect(looked.notices.map(({ code }) => code)).toContain('sheet-taken-back');
      if (left.broken.length > 0) expect(looked.problems.map(({ code }) => code)).toContain('needs-repair');
      const next = await perform(two, { job: 'overdue' });
      expect(next.notices.map(({ code }) => code)).toContain('sheet-taken-back');
      // The counting names that the cut left without a place say theirs again, too.
      expect(await leftovers()).toEqual({ begun: [], broken: [] });
      broken += left.broken.length;
      expect(stateOf(await two.port.read({ tables: ['Standings'], formulas: ['Standings'] }))).toEqual(before);
    }
    expect(setAside).toBeGreaterThan(0);
    if (act.job === 'next-year') expect(broken).toBeGreaterThan(0);
  },
  60_000,
);

it('upgrading puts back the standings that a cut left set aside', async () => {
  await office.open(books.decided);
  for (const cut of [...CUTS].reverse()) {
    await office.open(books.decided);
    office.host.breakAt(requestsOf(office.one, 3, cut));
    await expect(perform(office.one, REMAKING[0]!)).rejects.toMatchObject({ code: 'ConnectionFailure' });
    office.host.breakAt(null);
    const { tables } = await office.two.port.read({ tables: ['Standings_old'] });
    if (tables.Standings_old) break;
  }
  const report = await perform(office.two, { job: 'upgrade' });
  expect([report.stopped, report.results]).toMatchObject([false, { finished: ['成绩排名'] }]);
  const { sheets, tables } = await office.two.port.read({ tables: ['*'] });
  expect([tables.Standings?.sheet, tables.Standings_old, sheets.some(({ name }) => name.startsWith('~'))]).toEqual([
    '成绩排名',
    undefined,
    false,
  ]);
}, 60_000);

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
