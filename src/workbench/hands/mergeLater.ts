// Desktop co-authoring: two people's jobs each write and verify on their own copy, and the copies are merged afterwards, the later one winning
// a cell. What a session has lost by it is named when that session looks again.
import { lookAgain } from '../../app/care/restore';
import type { JobReport } from '../../app/run/job';
import { RESTORE, type RestoreResults } from '../../app/care/restoreJob';
import { createOwnWrites } from '../../app/run/ownWrites';
import type { Problem } from '../../core/ground/problem';
import { isKeptHeader } from '../../workbook/contract/kept';
import { copyOfBook } from '../model/copyOfBook';
import type { Book, Cell, Sheet } from '../model/book';
import { perform, ready, type Act } from './sampleOffice';
import { listen, MAIL, type Listening, type Mail } from './eventMail';
import type { Office, Session } from './sessions';
import { readState, type TableState } from './tableState';

const same = (one: Cell | undefined, other: Cell | undefined): boolean =>
  one?.formula === other?.formula && JSON.stringify(one?.value) === JSON.stringify(other?.value);

function mergeSheet(into: Sheet, earlier: Sheet, before: Sheet): void {
  for (const key of new Set([...earlier.cells.keys(), ...before.cells.keys()])) {
    const [was, theirs, own] = [before.cells.get(key), earlier.cells.get(key), into.cells.get(key)];
    if (same(theirs, was) || !same(own, was)) continue;
    const { value, formula } = theirs ?? {};
    into.cells.set(key, { ...own, value, formula });
  }
  for (const table of into.tables) {
    const other = earlier.tables.find(({ name }) => name === table.name);
    if (other?.range.row === table.range.row && other.range.rows > table.range.rows)
      table.range = { ...table.range, rows: other.range.rows };
  }
}

/** What becomes of two copies of one book: cell by cell and by address, the later copy wins where both changed something. */
function mergeBooks(before: Book, earlier: Book, later: Book): Book {
  const merged = copyOfBook(later);
  for (const sheet of earlier.sheets) {
    const own = merged.sheets.find(({ id }) => id === sheet.id);
    const was = before.sheets.find(({ id }) => id === sheet.id);
    if (own && was) mergeSheet(own, sheet, was);
  }
  return merged;
}

/** Registers that tell of the moment; the log stands beside what it tells of. */
const LOOSE = new Set(['Log']);

const calledBy = (name: string): string => (JSON.parse(name) as string[]).join(' ');

/** What a session reported, does not stand any more, and was not told to it. */
export function silentIn(before: TableState, own: TableState, merged: TableState, told: readonly Problem[]): string[] {
  const wrong: string[] = [];
  for (const [table, rows] of Object.entries(own)) {
    if (LOOSE.has(table) || !merged[table]) continue;
    const named = told.filter((problem) => problem.table === table);
    for (const [name, [row]] of Object.entries(rows)) {
      const was = before[table]?.[name]?.[0];
      const is = merged[table]?.[name] ?? [];
      // What a row keeps of itself says again what its other cells say, each of which is looked for.
      const lost = Object.entries(row ?? {}).filter(
        ([header, cell]) =>
          cell !== '=' &&
          !isKeptHeader(header) &&
          cell !== (was?.[header] ?? '') &&
          !is.some((one) => one[header] === cell),
      );
      if (lost.length === 0) continue;
      const said = named.some((problem) => problem.row === calledBy(name) || problem.row === undefined);
      // A row without a key of its own is named by what it holds.
      const words = lost.map(([, cell]) => cell);
      const saidByWords = named.some((problem) => words.some((word) => String(problem.expected.zh).includes(word)));
      if (!said && !saidByWords)
        wrong.push(`${table} ${name} ${lost.map(([header, cell]) => `${header}=${cell}`).join()}: lost, and not named`);
    }
  }
  return wrong;
}

/** What came of two sessions that wrote apart and were merged afterwards. */
export interface Merged {
  readonly reports: readonly JobReport[];
  /** Both, each with what it remembers of its writing. */
  readonly sessions: readonly Session[];
  /** What each was told when it looked again. */
  readonly told: readonly (readonly Problem[])[];
  readonly wrong: readonly string[];
}

/** A session that remembers what it writes, as the pane does. */
export const remembering = ({ ...session }: Session): Session => ({
  ...session,
  deps: { ...session.deps, own: createOwnWrites() },
});

interface Copy {
  readonly book: Book;
  readonly state: TableState;
  readonly report: JobReport;
}

interface Copies {
  readonly sessions: readonly Session[];
  readonly before: TableState;
  readonly earlier: Copy;
  readonly later: Copy;
}

/** Both jobs run to their end, each on its own copy. */
async function onOwnCopies(office: Office, book: Book, acts: readonly [Act, Act]): Promise<Copies> {
  const sessions = [remembering(office.one), remembering(office.two)] as const;
  await office.open(book);
  const before = (await readState(office.two)).state;
  const copies: Copy[] = [];
  for (const [at, session] of sessions.entries()) {
    await office.open(book);
    const report = await perform(session, await ready(session, acts[at] ?? acts[0]));
    const { state } = await readState(office.two);
    copies.push({ book: copyOfBook(office.host.book), state, report });
  }
  const [earlier, later] = copies;
  if (!earlier || !later) throw new Error('two copies were made');
  return { sessions, before, earlier, later };
}

/** The second's copy comes later; then both look again. */
export async function mergedLater(office: Office, book: Book, acts: readonly [Act, Act]): Promise<Merged> {
  const { sessions, before, earlier, later } = await onOwnCopies(office, book, acts);
  await office.open(mergeBooks(book, earlier.book, later.book));
  const merged = (await readState(office.two)).state;
  const told: Problem[][] = [];
  for (const session of sessions) told.push(await lookAgain(session.deps));
  const copies = [earlier, later];
  const wrong = copies.flatMap(({ state }, at) => silentIn(before, state, merged, told[at] ?? []));
  return { reports: copies.map(({ report }) => report), sessions, told, wrong };
}

/** The same, with what each heard of the other. */
export interface Heard extends Merged {
  /** What became of the events: "late" once for each that came late. */
  readonly mail: readonly Mail[];
}

/** An act that only looks: what it reports of lost writes is what the session has heard. */
export const LOOK: Act = { job: 'progress' };

/** Names by which a report tells of lost writes. */
export const lostIn = ({ notices }: JobReport): Problem[] =>
  notices.filter(({ code }) => code === 'own-write-vanished');

/**
 * As above, but the copies are merged while the first's session goes on working, and events of it come late, twice, in another order or never.
 * Whoever heard nothing is told by the next job, once; what can be restored is, once.
 */
export async function heardOfMerge(
  office: Office,
  book: Book,
  acts: readonly [Act, Act],
  roll: (below: number) => number,
): Promise<Heard> {
  const { sessions, before, earlier, later } = await onOwnCopies(office, book, acts);
  const [one] = sessions;
  if (!one) throw new Error('two sessions were made');
  await office.open(earlier.book);
  const listeners: Listening[] = [];
  for (const session of sessions) {
    listeners.push(await listen(session));
    session.postman.met.clear();
    session.postman.rule = () => ({ mail: MAIL[roll(MAIL.length)] ?? 'lost', turns: roll(40) });
  }
  const merge = (): Promise<void> => office.host.mergeIn((own) => mergeBooks(book, own, later.book));
  const early = roll(2) === 0 ? perform(one, LOOK) : Promise.resolve(null);
  for (let turn = roll(12); turn > 0; turn -= 1) await new Promise((next) => setImmediate(next));
  await merge();
  const reports = [earlier.report, later.report];
  const during = await early;
  const told: Problem[][] = [];
  for (const [at, session] of sessions.entries()) {
    const heard = listeners[at];
    await heard?.end();
    session.postman.rule = null;
    told.push([...(heard?.told ?? []), ...(at === 0 && during ? lostIn(during) : [])]);
  }
  const merged = (await readState(office.two)).state;
  const wrong: string[] = [];
  for (const [at, session] of sessions.entries()) {
    const next = lostIn(await perform(session, LOOK));
    const own = [earlier, later][at]?.state ?? {};
    const whole = [...(told[at] ?? []), ...next];
    wrong.push(...silentIn(before, own, merged, whole));
    // One job in a session names it; whoever has seen it is not told by every job again.
    const again = lostIn(await perform(session, LOOK));
    if (again.length > 0) wrong.push(`told by a second job again: ${again[0]?.message.zh}`);
    told[at] = whole;
  }
  wrong.push(...(await restoredOnce(one)));
  const mail = sessions.flatMap(({ postman }) =>
    [...postman.met].flatMap(([kind, times]) => Array<Mail>(times).fill(kind)),
  );
  return { reports, sessions, told, wrong, mail };
}

/** Restoring brings back all that can be; a second time there is nothing to do. */
async function restoredOnce(session: Session): Promise<string[]> {
  const first = await RESTORE.perform(session.deps, {}, 'write');
  if (first.stopped) return [`restoring stopped: ${first.message.zh}`];
  const { cells, rows } = (await RESTORE.perform(session.deps, {}, 'preview')).results as RestoreResults;
  return cells + rows.length === 0 ? [] : [`restoring leaves ${cells} cells and the rows ${rows.join()}`];
}
