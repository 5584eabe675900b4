// Every writing job, while a colleague sorts, inserts, deletes or types in the same table: nobody's row gets another row's cells.
import { WRITING_ACTS } from '../../src/workbench/hands/actsOfOffice';
import { alone, withEdit } from '../../src/workbench/hands/oneEdit';
import { EDITS } from '../../src/workbench/hands/personEdits';
import { createRunner } from '../../src/workbench/hands/randomRuns';
import { sampleOffice } from '../../src/workbench/hands/sampleOffice';
import { openOffice } from '../../src/workbench/hands/sessions';
import type { Book } from '../../src/workbench/model/book';

let book: Book;
const office = openOffice();
beforeAll(async () => {
  book = await sampleOffice();
}, 120_000);

const named = WRITING_ACTS.map((act, number) => [`${number + 1} ${act.job} (${act.table})`, act, number] as const);

it.each(named)(
  'lands on the rows that it meant, whatever a colleague does to the table while it writes: %s',
  async (_name, act, number) => {
    const undisturbed = await alone(office, book, act);
    // Sorting is what people do most; of the others each job meets two, every one of which meets some job.
    const edits = ['sort', EDITS[(number * 2) % EDITS.length], EDITS[(number * 2 + 1) % EDITS.length]] as const;
    for (const kind of new Set(edits)) {
      for (const when of ['between load and write', 'inside the write'] as const) {
        const edit = { kind: kind ?? 'sort', table: act.table, row: 0, column: 1, word: `手写${kind}` };
        const { wrong } = await withEdit(office, book, act, edit, when, undisturbed);
        expect({ kind, when, wrong }).toEqual({ kind, when, wrong: [] });
      }
    }
  },
  60_000,
);

it('loses nothing and is silent about nothing in random meetings of two sessions', async () => {
  const runner = createRunner(office, book);
  const bad: string[] = [];
  for (let seed = 9001; seed <= 9025; seed += 1) {
    const { what, wrong } = await runner.run(seed);
    if (wrong.length > 0) bad.push(`${seed} ${what}: ${wrong.join('; ')}`);
  }
  expect(bad).toEqual([]);
}, 120_000);
