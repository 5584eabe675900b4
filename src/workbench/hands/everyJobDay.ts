// Days on which people type, sort, delete and rename in any table of a decided contest; afterwards every job is asked what it would do.
// None may fail, stop without a word or say what is no word; where formulas and rules disagree, something must say why. Random by seed.
import { CATALOGUE } from '../../app/catalogue/catalogue';
import type { CheckResults } from '../../app/care/checkWorkbook';
import type { Text } from '../../core/ground/text';
import type { TableName } from '../../workbook/contract/keys';
import { TABLES } from '../../workbook/tables/registry';
import type { Book } from '../model/book';
import { WRITING_ACTS } from './actsOfOffice';
import { dice, type Roll } from './dice';
import { doEdit, EDITS } from './personEdits';
import { perform, scoresFile, type Act } from './sampleOffice';
import type { Office } from './sessions';

/** What somebody types: right, nearly right, another column's, none. */
const WORDS = [
  '7',
  '8.25',
  '26',
  '-1',
  "'７",
  "'8分",
  '1e3',
  '',
  '是',
  ' 否 ',
  'Yes',
  '2021/6/20',
  "'6月7日",
  '手记',
  '县公安局',
  ' 西渡镇',
  '某单位',
  '禁毒志愿者',
  'E001',
  'J01',
  'R0001',
  'T1',
  '=1+1',
] as const;

const WHERE: readonly TableName[] = [...TABLES.map(({ name }) => name), 'Score_J01', 'Score_J02', 'Score_J03'];

/** What jobs need to be asked, besides those of `WRITING_ACTS`. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  notice: { posting: '2021-06-14' },
  certificates: { reason: '急用' },
  'prize-receipt': { reason: '急用' },
  agenda: { start: '9:00' },
  'next-year': { year: '2022' },
  withdraw: { entry: '1', by: '评委会', reason: '本人申请' },
};

/** One day in `acts` words, and what went wrong; none when all is well. */
export interface EveryJobDay {
  readonly seed: number;
  readonly acts: readonly string[];
  readonly wrong: readonly string[];
}

/** Types into any cell of a table or of the row below it; three of four formulas are left alone. */
async function typeAnywhere({ host }: Office, name: TableName, roll: Roll): Promise<string> {
  const sheet = host.book.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const table = sheet?.tables.find((one) => one.name === name);
  if (!sheet || !table) return '';
  const [column, row] = [roll(table.columns.length), roll(table.range.rows)];
  const [r, c] = [table.range.row + 1 + row, table.range.column + column];
  const word = WORDS[roll(WORDS.length)] ?? '';
  if (sheet.cells.get(`${r},${c}`)?.formula !== undefined && roll(4) > 0) return '';
  await host.edit(sheet.id, r, c, word);
  return `${name} ${row + 1} ${table.columns[column]?.name}: “${word}”`;
}

/** How the job is asked; null of one that reads back what it handed out. */
function askedAs(job: string): Act | null {
  const known = WRITING_ACTS.filter((act) => act.job === job);
  if (known.some(({ file }) => typeof file === 'function')) return null;
  if (job === 'compare-scores') return { job, file: scoresFile(3, 5, 0) };
  return known[0] ?? { job, settings: SETTINGS[job] };
}

const isNoWord = ({ zh, en }: Text): boolean => /undefined|NaN|\[object/.test(zh + en);

async function askedEverything(office: Office): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name: job, options } of CATALOGUE) {
    const act = askedAs(job);
    if (!act) continue;
    // What a job does not ask for it does not hear.
    for (const key of Object.keys(act.settings ?? {})) if (!(key in options)) wrong.push(`${job} has no option ${key}`);
    try {
      const report = await perform(office.one, act, 'preview');
      const said = [...report.problems, ...report.notices];
      if (report.stopped && report.problems.length === 0)
        wrong.push(`${job} stops without a word: ${report.message.en}`);
      for (const message of [report.message, ...said.map((one) => one.message)])
        if (isNoWord(message)) wrong.push(`${job} says “${message.en}”`);
      if (job !== 'check' || report.stopped) continue;
      const { differing } = report.results as CheckResults;
      if (differing > 0 && said.every(({ code }) => code === 'formula-differs'))
        wrong.push(`formulas differ from rules, and nothing says why: ${report.problems[0]?.message.en}`);
    } catch (error) {
      wrong.push(`${job} fails: ${String(error)}`);
    }
  }
  return wrong;
}

/** One day: a copy of the book, so many acts, then every job. */
export async function everyJobDay(office: Office, book: Book, seed: number, edits = 5): Promise<EveryJobDay> {
  const roll = dice(seed);
  await office.open(book);
  const acts: string[] = [];
  for (let act = 0; act < edits; act += 1) {
    const table = WHERE[roll(WHERE.length)] ?? 'Units';
    const kind = EDITS[roll(EDITS.length * 3)];
    if (kind === undefined) acts.push(await typeAnywhere(office, table, roll));
    else {
      await doEdit(office.two, { kind, table, row: roll(1000), column: roll(1000), word: `字${seed}-${act}` });
      acts.push(`${kind} ${table}`);
    }
  }
  await office.host.calculateNow();
  return { seed, acts: acts.filter((act) => act !== ''), wrong: await askedEverything(office) };
}
