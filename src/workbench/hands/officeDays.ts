// Command: `npm run --silent office-days -- --runs 200 --seed 1 [--jobs]`. Days without the add-in, then a check, or with --jobs every job; says what was
// silent or failed, exit 1 on any.
import { everyJobDay } from './everyJobDay';
import { perform, sampleOffices } from './sampleOffice';
import { openOffice, type Office } from './sessions';
import { officeDay, type OfficeDay } from './withoutAddIn';
import type { Book } from '../model/book';

/** A new campaign with three receipts, as the day finds it. */
export async function bookOfTheDay(office: Office): Promise<Book> {
  await perform(office.one, { job: 'new' });
  for (const unit of ['西渡镇', '集兵镇', '县公安局'])
    await perform(office.one, {
      job: 'receive',
      settings: { unit, requirement: 'T1', parts: '方案文本', review: '通过', at: '2021-06-07 12:00' },
    });
  await office.host.calculateNow();
  return office.host.book;
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

/** Days on the decided contest, after which every job is asked. */
async function everyJobDays(runs: number, seed: number): Promise<boolean> {
  const office = openOffice({ now: '2021-06-12T09:00', calculated: true });
  const books = Object.values(await sampleOffices());
  let good = 0;
  for (let run = 0; run < runs; run += 1) {
    const { acts, wrong } = await everyJobDay(office, books[run % books.length] as Book, seed + run);
    if (wrong.length === 0) good += 1;
    else console.log(`seed ${seed + run}: ${wrong.slice(0, 3).join('; ')}\n  ${acts.join('\n  ')}`);
  }
  console.log(`${good} of ${runs} days: every job answers in words, and says why formulas and rules differ`);
  return good === runs;
}

async function main(): Promise<void> {
  if (process.argv.includes('--jobs')) {
    process.exitCode = (await everyJobDays(option('runs', 50), option('seed', 1))) ? 0 : 1;
    return;
  }
  const office = openOffice({ now: '2021-06-09T09:00', calculated: true });
  const book = await bookOfTheDay(office);
  const days: OfficeDay[] = [];
  for (let run = 0; run < option('runs', 50); run += 1)
    days.push(await officeDay(office, book, option('seed', 1) + run));
  for (const { seed, wrong } of days.filter((day) => day.wrong.length > 0))
    console.log(`seed ${seed}: ${wrong.slice(0, 3).join('; ')}`);
  const good = days.filter(({ wrong }) => wrong.length === 0).length;
  console.log(`${days.reduce((sum, { named }) => sum + named, 0)} rows named by the sheets`);
  console.log(`${good} of ${days.length} days: sheet and rules agree, or the cell is named`);
  process.exitCode = good === days.length ? 0 : 1;
}

if (require.main === module) void main();
