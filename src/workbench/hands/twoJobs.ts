// Two people's jobs at the same time: the second's runs whole inside a stated moment of the first's. What became of the workbook.
import type { JobReport } from '../../app/run/job';
import type { Book } from '../model/book';
import { perform, type Act } from './sampleOffice';
import { meanwhile, type Office } from './sessions';
import { readState, type TableState } from './tableState';

/** Registers that are only added to, and tell of the moment. */
const LOOSE = new Set(['Log', 'Reminders']);

/** What the two come to one after the other, in both orders, and each alone. */
export type InTurn = readonly TableState[];

/** The states that two jobs lead to one after the other, either first, and alone: what a meeting of both may end in. */
export async function inTurn(office: Office, book: Book, one: Act, two: Act): Promise<InTurn> {
  const states: TableState[] = [];
  for (const order of [[one, two], [two, one], [one], [two], []]) {
    await office.open(book);
    for (const act of order) await perform(office.one, act);
    states.push((await readState(office.two)).state);
  }
  return states;
}

function rowsIn(state: TableState, table: string): number {
  return Object.values(state[table] ?? {}).reduce((sum, rows) => sum + rows.length, 0);
}

/** Every row and every cell is as one of the orders leaves it; nothing that was reported is missing. */
export function compareTurns(turns: InTurn, after: TableState, bothDone: boolean): string[] {
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

export interface BothMet {
  readonly met: boolean;
  readonly reports: readonly JobReport[];
  readonly wrong: readonly string[];
}

/** `request`: 1 to 4 of the first's; `inside`: which part of that request is done, 0 to 1. */
export async function bothAtOnce(
  office: Office,
  book: Book,
  [one, two]: readonly [Act, Act],
  { request, inside }: { readonly request: number; readonly inside: number },
  turns: InTurn,
): Promise<BothMet> {
  await office.open(book);
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
  const reports = [result, ...(other ? [other as JobReport] : [])];
  const { state, snapshot } = await readState(office.two);
  const wrong = compareTurns(
    turns,
    state,
    reports.every(({ stopped }) => !stopped),
  );
  for (const { name } of snapshot.sheets) if (name.startsWith('~')) wrong.push(`sheet ${name} is left`);
  return { met, reports, wrong };
}
