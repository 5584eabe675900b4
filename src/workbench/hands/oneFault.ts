// One job and one fault of the line at a stated request: what is left is nothing, all, or said; and running it again completes it.
import { finishJob } from '../../app/run/finishJob';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { Book } from '../model/book';
import type { Cut, Fault } from '../host/faults';
import { perform, ready, type Act } from './sampleOffice';
import type { Office } from './sessions';
import { readState, type TableState } from './tableState';

/** Look, load, write, verify. */
export const REQUESTS = [1, 2, 3, 4] as const;

/** How long a silent Excel is waited for here, in milliseconds. */
const PATIENCE = 500;

/** What the job alone comes to, done once and done twice. */
export interface Whole {
  readonly before: Left;
  readonly once: Left;
  readonly twice: Left;
}

interface Left {
  readonly words: string;
  readonly sheets: readonly string[];
  readonly blank: number;
}

/** Registers that tell of the moment. */
const LOOSE = new Set(['Log', 'Reminders']);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

function leftIn(state: TableState, { sheets, tables }: WorkbookSnapshot): Left {
  const kept = Object.fromEntries(Object.entries(state).filter(([name]) => !LOOSE.has(name)));
  const blank = everyTable(tables).flatMap(({ values, formulas }) =>
    values.filter(
      (row, at) =>
        values.length > 1 &&
        row.every((cell, place) => cell === '' || String(formulas[at]?.[place] ?? '').startsWith('=')),
    ),
  );
  return { words: JSON.stringify(inOrder(kept)), sheets: sheets.map(({ name }) => name), blank: blank.length };
}

async function left({ two }: Office): Promise<Left> {
  const { state, snapshot } = await readState(two);
  return leftIn(state, snapshot);
}

/** What the workbook is before the act, after it, and after the same act again: what faults are measured by. */
export async function whole(office: Office, book: Book, act: Act): Promise<Whole> {
  await office.open(book);
  const before = await left(office);
  await perform(office.one, await ready(office.two, act));
  const once = await left(office);
  await perform(office.one, await ready(office.two, act));
  return { before, once, twice: await left(office) };
}

/** What stands after a job of which one request went wrong. */
export interface AfterFault {
  /** False when the job had ended before that request. */
  readonly met: boolean;
  readonly wrong: readonly string[];
}

/** The act with a fault at its n-th request, then done again. `wrong` in words; empty when nothing was lost or lied about. */
export async function withFault(
  office: Office,
  book: Book,
  act: Act,
  { fault, request }: { readonly fault: Fault | Cut; readonly request: number },
  { before, once, twice }: Whole,
): Promise<AfterFault> {
  await office.open(book);
  const own = await ready(office.two, act);
  let [asked, met] = [0, false];
  office.host.breakAt((session) => {
    if (session !== office.one.number) return null;
    asked += 1;
    met ||= asked === request;
    return asked === request ? fault : null;
  });
  const outcome = await finishJob(() => perform(office.one, own), fault === 'silence' ? PATIENCE : undefined);
  office.host.breakAt(null);
  const wrong: string[] = [];
  const after = await left(office);
  const said = outcome.kind === 'failed' || outcome.report.stopped;
  if (!said && after.words !== once.words) wrong.push('reported as done, and is not');
  if (said && outcome.kind === 'report' && outcome.report.problems.length === 0)
    wrong.push('stopped without a problem');

  await perform(office.two, await ready(office.two, act));
  const again = await left(office);
  if (again.words !== once.words && again.words !== twice.words)
    wrong.push(`run again it is not whole: ${firstDifference(again.words, once.words)}`);
  for (const name of again.sheets) if (name.startsWith('~')) wrong.push(`sheet ${name} is left`);
  // A half-written sheet that is made again is kept beside it, as one that people have typed in is.
  const tabsOf = ({ sheets }: Left): string => sheets.filter((name) => !/（旧|\(old/.test(name)).join();
  const tabs = tabsOf(again);
  if (tabs !== tabsOf(once) && tabs !== tabsOf(twice)) wrong.push(`tabs are ${tabs}, not ${tabsOf(once)}`);
  if (again.blank > Math.max(before.blank, once.blank, twice.blank)) wrong.push(`${again.blank} blank rows are left`);
  return { met, wrong };
}

function firstDifference(found: string, expected: string): string {
  let at = 0;
  while (found[at] === expected[at] && at < found.length) at += 1;
  return `…${found.slice(Math.max(0, at - 60), at + 60)}… for …${expected.slice(at, at + 60)}…`;
}
