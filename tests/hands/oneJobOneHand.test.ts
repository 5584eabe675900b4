// Every writing job, while a colleague sorts, inserts, deletes or types in the same table: nobody's row gets another row's cells.
// The whole of it by command: `npm run --silent hands -- --matrix`.
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import { NOT_MET, WRITING_ACTS } from '../../src/workbench/hands/actsOfOffice';
import { alone, MOMENTS, withEdit } from '../../src/workbench/hands/oneEdit';
import { EDITS } from '../../src/workbench/hands/personEdits';
import { createRunner } from '../../src/workbench/hands/randomRuns';
import { sampleOffices, type Samples } from '../../src/workbench/hands/sampleOffice';
import { openOffice } from '../../src/workbench/hands/sessions';

let books: Samples;
const office = openOffice();
beforeAll(async () => {
  books = await sampleOffices();
}, 120_000);

it('meets every job of the catalogue that writes', () => {
  const met = new Set([...WRITING_ACTS.map(({ job }) => job), ...Object.keys(NOT_MET)]);
  const writing = CATALOGUE.filter(({ writes }) => writes !== 'nothing').map(({ name }) => name);
  expect(writing.filter((name) => !met.has(name))).toEqual([]);
});

const named = WRITING_ACTS.map((act, number) => [`${number + 1} ${act.job} (${act.table})`, act, number] as const);

it.each(named)(
  'lands on the rows that it meant, whatever a colleague does to the table while it writes: %s',
  async (_name, act, number) => {
    const book = books[act.stage ?? 'decided'];
    const undisturbed = await alone(office, book, act);
    // Sorting is what people do most; of the others each job meets one, every one of which meets some job.
    const meetings = [
      ['sort', 'inside the write'],
      [EDITS[number % EDITS.length] ?? 'sort', MOMENTS[number % MOMENTS.length] ?? 'inside the write'],
    ] as const;
    for (const [kind, when] of meetings) {
      const edit = { kind, table: act.table, row: 0, column: 1, word: `手写${kind}` };
      const { wrong } = await withEdit(office, book, act, edit, when, undisturbed);
      expect({ kind, when, wrong }).toEqual({ kind, when, wrong: [] });
    }
  },
  60_000,
);

it.each([
  ['receive', 'Receipts', 'between load and write', [1, 6, 8, 15]],
  ['import-receipts', 'Receipts', 'inside the write', [1, 7]],
  ['extend', 'Exceptions', 'before load', [0]],
] as const)(
  'takes back a row that was written across a moved column, and keeps rows whose formulas are only spelled otherwise: %s',
  async (job, table, when, columns) => {
    const act = WRITING_ACTS.find((one) => one.job === job);
    if (!act) throw new Error(`no act ${job}`);
    const undisturbed = await alone(office, books.decided, act);
    for (const column of columns) {
      const kind = table === 'Receipts' ? 'movedColumn' : 'typedBelow';
      const edit = { kind, table, row: 3, column, word: '手写' } as const;
      const { wrong } = await withEdit(office, books.decided, act, edit, when, undisturbed);
      expect({ column, wrong }).toEqual({ column, wrong: [] });
    }
  },
  60_000,
);

it('loses nothing and is silent about nothing in random meetings of two sessions', async () => {
  const runner = createRunner(office, books);
  const bad: string[] = [];
  for (let seed = 9001; seed <= 9025; seed += 1) {
    const { what, wrong } = await runner.run(seed);
    if (wrong.length > 0) bad.push(`${seed} ${what}: ${wrong.join('; ')}`);
  }
  expect(bad).toEqual([]);
}, 180_000);
