// Ordinary runs in which both sessions have the pane's watcher: what changes is told late, twice, in another order or never. While nothing is lost,
// nobody is told of a loss; then a colleague takes away something that a job wrote, and it is named: by the event, or by the next job.
import { lookAgain } from '../../app/care/restore';
import type { Problem } from '../../core/ground/problem';
import { listen, MAIL, type Listening, type Mail } from './eventMail';
import { LOOK, lostIn, remembering, silentIn } from './mergeLater';
import type { Undisturbed } from './oneEdit';
import { perform } from './sampleOffice';
import type { Office, Session } from './sessions';
import { readState, type TableState } from './tableState';

/** Registers to which jobs add rows one by one; whole sheets are made anew by whoever comes last. */
const REGISTERS = ['Units', 'Receipts', 'Entries', 'Exceptions', 'Objections', 'Reminders'];

interface Cell {
  readonly table: string;
  /** As tableState calls the row. */
  readonly name: string;
  /** Absent: the whole row. */
  readonly back?: { readonly header: string; readonly value: string };
}

/** What the job wrote and stands there: rows that it added, and cells that it set. */
function written({ before, clean }: Pick<Undisturbed, 'before' | 'clean'>, now: TableState): Cell[] {
  return REGISTERS.flatMap((table) =>
    Object.entries(clean[table] ?? {}).flatMap(([name, [row]]): Cell[] => {
      const [is, was] = [now[table]?.[name]?.[0], before[table]?.[name]?.[0]];
      if (!is || !row) return [];
      if (!was) return [{ table, name }];
      return Object.entries(row).flatMap(([header, cell]): Cell[] => {
        const value = was[header] ?? '';
        // What reads as a number may have been one: it could not be put back as it was.
        const ours = cell !== value && is[header] === cell && cell !== '=' && value !== '=';
        return ours && (value === '' || Number.isNaN(Number(value))) ? [{ table, name, back: { header, value } }] : [];
      });
    }),
  );
}

/** What the next job names; where it cannot run, because a column is gone, what the pane names on coming back. */
async function saidNext(session: Session): Promise<Problem[]> {
  const report = await perform(session, LOOK);
  return report.stopped ? lookAgain(session.deps) : lostIn(report);
}

/** Another person deletes the row, or puts into the cell what had stood there. */
async function takeAway({ run }: Session, { table, name, back }: Cell): Promise<void> {
  await run(async (context) => {
    const own = context.workbook.tables.getItem(table);
    const body = own.getDataBodyRange().load('values');
    await context.sync();
    const words = JSON.parse(name) as string[];
    const row = (body.values as unknown[][]).findIndex((line) =>
      words.every((word) => line.map(String).includes(word)),
    );
    if (row < 0) throw new Error(`no row ${name} in ${table}`);
    if (back) own.columns.getItem(back.header).getDataBodyRange().getCell(row, 0).values = [[back.value]];
    else own.rows.getItemAt(row).delete();
    await context.sync();
  });
}

/** What became of it, what was lost in silence or told falsely, and of the events. */
export interface Heard<Result> {
  readonly result: Result;
  readonly wrong: readonly string[];
  readonly mail: readonly Mail[];
}

/** What an office of people who hear is asked to do, and what may be asked of it afterwards. */
export interface Hearing<Result> {
  /** What the first's job makes alone. */
  readonly known: Undisturbed;
  /** What meets the job takes nothing away, so that a session that is told of a loss is told what is not so. */
  readonly nothingLost: boolean;
  /** The first's job says that it is done. One that stopped said so: it claims nothing that could be lost later. */
  readonly claims: (result: Result) => boolean;
}

/** Does `work` in an office of people who hear. */
export async function whileHearing<Result>(
  office: Office,
  roll: (below: number) => number,
  { known, nothingLost, claims }: Hearing<Result>,
  work: (heard: Office) => Promise<Result>,
): Promise<Heard<Result>> {
  const [one, two] = [remembering(office.one), remembering(office.two)] as const;
  const listeners: Listening[] = [];
  let busy = true;
  const open: Office['open'] = async (book) => {
    await office.open(book);
    for (const session of [one, two]) {
      listeners.push(await listen(session, () => busy));
      session.postman.met.clear();
      session.postman.rule = () => ({ mail: MAIL[roll(MAIL.length)] ?? 'lost', turns: roll(40) });
    }
  };
  const told = (): Problem[] => listeners.flatMap((each) => each.told);
  try {
    const result = await work({ ...office, one, two, open });
    busy = false;
    for (const each of listeners) await each.settled();
    const wrong = nothingLost ? told().map(({ message }) => `told of a loss that is none: ${message.zh}`) : [];
    if (claims(result)) wrong.push(...(await lostLater()));
    const mail = [one, two].flatMap(({ postman }) =>
      [...postman.met].flatMap(([kind, times]) => Array<Mail>(times).fill(kind)),
    );
    return { result, wrong, mail };
  } finally {
    for (const { postman } of [one, two]) postman.rule = null;
    for (const each of listeners) await each.end();
  }

  async function lostLater(): Promise<string[]> {
    const { state } = await readState(office.two);
    const theirs = written(known, state);
    const victim = theirs[roll(Math.max(1, theirs.length))];
    if (!victim) return [];
    await takeAway(two, victim);
    for (const each of listeners) await each.settled();
    const left = (await readState(office.two)).state;
    const said = [...told(), ...(await saidNext(one)), ...(await saidNext(two))];
    return silentIn(known.before, state, left, said);
  }
}
