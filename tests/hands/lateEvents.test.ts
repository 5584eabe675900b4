// Events of what others change come late, twice, in another order or never: what a merge has lost of a session's own writes is named all the same, once.
import { WRITING_ACTS, type WritingAct } from '../../src/workbench/hands/actsOfOffice';
import { deliverThrough, MAIL, newPostman, type Mail } from '../../src/workbench/hands/eventMail';
import { heardOfMerge } from '../../src/workbench/hands/mergeLater';
import { perform } from '../../src/workbench/hands/sampleOffice';
import { meanwhile, openOffice } from '../../src/workbench/hands/sessions';
import { createOwnWrites } from '../../src/app/run/ownWrites';
import type { Bridge } from '../../src/workbench/host/wire';
import type { Book } from '../../src/workbench/model/book';
import { keptOffices } from '../support/sampleOfficeBooks';

let book: Book;
const office = openOffice();
beforeAll(async () => {
  ({ decided: book } = await keptOffices());
}, 120_000);

function act(job: string): WritingAct {
  const found = WRITING_ACTS.find((one) => one.job === job);
  if (!found) throw new Error(`no act ${job}`);
  return found;
}

/** Every message is of one kind; all other numbers are the middle of what is asked. */
const all =
  (kind: Mail) =>
  (below: number): number =>
    below === MAIL.length ? MAIL.indexOf(kind) : Math.floor(below / 2);

it.each(MAIL)(
  'names what a merge has lost once, and restores it once, when the events of it are: %s',
  async (kind) => {
    const other = {
      ...act('receive'),
      settings: { unit: '曲兰镇', title: '征文', parts: '全部', at: '2021-06-09 15:00' },
    };
    const rows = [act('receive'), other] as const;
    const cells = [act('import-scores'), act('import-judge')] as const;
    const { wrong, mail, told } = await heardOfMerge(office, book, kind === 'late' ? cells : rows, all(kind));
    expect(wrong).toEqual([]);
    expect(new Set(mail)).toEqual(new Set([kind]));
    expect(told[0]?.map(({ code }) => code)).toContain('own-write-vanished');
  },
  60_000,
);

it('brings messages as the postman says: at once, later, twice, after the next one, or never; answers pass by him', async () => {
  const heard: string[] = [];
  const bridge: Bridge = { sendMessageToHost: () => undefined, onMessageFromHost: (json) => void heard.push(json) };
  const postman = newPostman();
  deliverThrough(bridge, postman);
  const entry = (name: string): string => JSON.stringify({ type: 3, message: { entries: [name] } });
  const bring = (name: string, mail: Mail): void => {
    postman.rule = () => ({ mail, turns: 3 });
    bridge.onMessageFromHost?.(entry(name));
  };
  bring('late', 'late');
  bring('out of order', 'out of order');
  bring('lost', 'lost');
  bring('prompt', 'prompt');
  bring('twice', 'twice');
  bring('last', 'out of order');
  bridge.onMessageFromHost?.('{"type":1}');
  expect(heard).toEqual([entry('out of order'), entry('prompt'), entry('twice'), '{"type":1}']);
  await postman.waiting;
  expect(heard.slice(4)).toEqual([entry('late'), entry('twice'), entry('last')]);
  expect(Object.fromEntries(postman.met)).toEqual({ prompt: 1, late: 1, twice: 1, 'out of order': 2, lost: 1 });
});

it('still names what vanished in the report of a job that had to decide again', async () => {
  await office.open(book);
  const one = { ...office.one, deps: { ...office.one.deps, own: createOwnWrites() } };
  await perform(one, act('receive'));
  await office.two.run(async (context) => {
    const receipts = context.workbook.tables.getItem('Receipts');
    receipts.rows.load('count');
    await context.sync();
    receipts.rows.getItemAt(receipts.rows.count - 1).delete();
    await context.sync();
  });
  let requests = 0;
  const { result, met } = await meanwhile(
    office,
    ({ action }) => action === -1 && (requests += 1) === 3,
    () =>
      office.two.run(async (context) => {
        context.workbook.tables.getItem('Receipts').columns.add(10, undefined, '自加');
        await context.sync();
      }),
    () => perform(one, act('receive')),
  );
  expect(met).toBe(true);
  expect(result.notices.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['decided-again', 'own-write-vanished']),
  );
}, 60_000);
