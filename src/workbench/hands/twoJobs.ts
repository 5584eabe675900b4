// Two people's jobs at the same time: the second's runs whole inside a stated moment of the first's. What became of the workbook.
import type { JobReport } from '../../app/run/job';
import type { Book } from '../model/book';
import { perform, ready, type Act } from './sampleOffice';
import { meanwhile, type Office } from './sessions';
import { readState, type TableState } from './tableState';

/** Registers that are only added to, and tell of the moment. */
const LOOSE = new Set(['Log', 'Reminders']);

/** What the two come to one after the other, in both orders, each alone, and none. */
export type InTurn = readonly TableState[];

/** `alone`: the states after none, and after each alone. */
export async function inTurn(
  office: Office,
  book: Book,
  [one, two]: readonly [Act, Act],
  alone: readonly [none: TableState, one: TableState, two: TableState],
): Promise<InTurn> {
  const states: TableState[] = [];
  for (const order of one === two
    ? [[one, two]]
    : [
        [one, two],
        [two, one],
      ]) {
    await office.open(book);
    for (const act of order) await perform(office.one, await ready(office.two, act));
    states.push((await readState(office.two)).state);
  }
  const [none, first, second] = alone;
  return [states[0] ?? none, states[1] ?? states[0] ?? none, first, second, none];
}

function rowsIn(state: TableState, table: string): number {
  return Object.values(state[table] ?? {}).reduce((sum, rows) => sum + rows.length, 0);
}

/** Tables whose rows are numbered on: a number that was given and taken back before anybody saw it stays out. */
const NUMBERED: Readonly<Record<string, string>> = { Receipts: 'R', Entries: 'E', Decisions: 'D', Objections: 'OB' };

/** The state as if no number had been left out: ids that `none` does not have, counted on from its highest. */
function counted(state: TableState, none: TableState): TableState {
  let words = JSON.stringify(state);
  for (const [table, prefix] of Object.entries(NUMBERED)) {
    const id = new RegExp(`^\\["(${prefix}(\\d+))"`);
    const ids = (from: TableState): Map<number, string> =>
      new Map(
        Object.keys(from[table] ?? {}).flatMap((name) => {
          const [, word, digits] = id.exec(name) ?? [];
          return word && digits ? [[Number(digits), word] as const] : [];
        }),
      );
    const known = ids(none);
    let next = Math.max(0, ...known.keys());
    for (const [number, word] of [...ids(state)].sort(([one], [other]) => one - other)) {
      if (known.has(number)) continue;
      next += 1;
      words = words.replaceAll(`"${word}"`, `"${prefix}${String(next).padStart(word.length - prefix.length, '0')}"`);
      words = words.replaceAll(
        `\\"${word}\\"`,
        `\\"${prefix}${String(next).padStart(word.length - prefix.length, '0')}\\"`,
      );
    }
  }
  return JSON.parse(words) as TableState;
}

/** Every row and every cell is as one of the orders leaves it; nothing that was reported is missing. */
function compareTurns(turns: InTurn, found: TableState, bothDone: boolean): string[] {
  const after = counted(found, turns.at(-1) ?? {});
  const wrong: string[] = [];
  for (const table of new Set(turns.flatMap((state) => Object.keys(state)))) {
    if (LOOSE.has(table)) continue;
    for (const [name, rows] of Object.entries(after[table] ?? {})) {
      const known = turns.map((state) => state[table]?.[name] ?? []);
      const most = Math.max(...known.map((same) => same.length));
      if (rows.length > most) wrong.push(`${table} ${name} stands ${rows.length} times, at most ${most} is right`);
      for (const [header, cell] of Object.entries(rows[0] ?? {})) {
        const allowed = known.flatMap((same) => (same[0] ? [same[0][header] ?? ''] : []));
        if (most > 0 && !allowed.includes(cell)) wrong.push(`${table} ${name} ${header}: found ${cell}`);
      }
    }
    for (const name of Object.keys(turns.at(-1)?.[table] ?? {}))
      if (!after[table]?.[name] && turns.every((state) => state[table]?.[name])) wrong.push(`${table} ${name} is gone`);
    const least = Math.min(...turns.slice(0, 2).map((state) => rowsIn(state, table)));
    if (bothDone && rowsIn(after, table) < least)
      wrong.push(`${table} has ${rowsIn(after, table)} rows, both reports make ${least}`);
  }
  return wrong;
}

/** What came of two jobs at once; `met`: their requests really lay between each other. */
export interface BothMet {
  readonly met: boolean;
  readonly reports: readonly JobReport[];
  readonly wrong: readonly string[];
}

/** `request`: 1 to 4 of the first's; `inside`: which part of that request is done, 0 to 1. */
export async function bothAtOnce(
  office: Office,
  book: Book,
  acts: readonly [Act, Act],
  { request, inside }: { readonly request: number; readonly inside: number },
  turns: InTurn,
): Promise<BothMet> {
  await office.open(book);
  const [one, two] = [await ready(office.two, acts[0]), await ready(office.two, acts[1])];
  let asked = 0;
  let other: JobReport | null = null;
  const { result, met } = await meanwhile(
    office,
    ({ action, actions }) => {
      if (action === -1) asked += 1;
      return asked === request && action >= actions * inside - 1;
    },
    async () => {
      other = await perform(office.two, two);
    },
    () => perform(office.one, one),
  );
  if (!met) other = await perform(office.two, two);
  return judged(office, [result, ...(other ? [other as JobReport] : [])], met, turns);
}

/** Both begin at once on slow lines: their requests meet in any order. `roll`: whole numbers below what is asked. */
export async function sideBySide(
  office: Office,
  book: Book,
  acts: readonly [Act, Act],
  roll: (below: number) => number,
  turns: InTurn,
): Promise<BothMet> {
  await office.open(book);
  const [one, two] = [await ready(office.two, acts[0]), await ready(office.two, acts[1])];
  office.pace(() => roll(6));
  try {
    const reports = await Promise.all([perform(office.one, one), perform(office.two, two)]);
    office.pace(null);
    return await judged(office, reports, true, turns);
  } finally {
    office.pace(null);
  }
}

async function judged(office: Office, reports: readonly JobReport[], met: boolean, turns: InTurn): Promise<BothMet> {
  const { state, snapshot } = await readState(office.two);
  const wrong = compareTurns(
    turns,
    state,
    reports.every(({ stopped }) => !stopped),
  );
  for (const { name } of snapshot.sheets) if (name.startsWith('~')) wrong.push(`sheet ${name} is left`);
  return { met, reports, wrong };
}
