// One job and one edit of a colleague at a stated moment of it: what became of the workbook.
import type { JobReport } from '../../app/run/job';
import type { Book } from '../model/book';
import { compareStates } from './compareStates';
import { doEdit, type Done, type PersonEdit } from './personEdits';
import { perform, ready, type Act } from './sampleOffice';
import { meanwhile, type Office } from './sessions';
import { readState, type TableState } from './tableState';

/** Requests of a job: look, load, write, verify. */
const REQUEST = {
  'before load': 2,
  'between load and write': 3,
  'inside the write': 3,
  'between write and verify': 4,
} as const;

/** Before, inside or after which request of the job the person’s edit comes. */
export type When = keyof typeof REQUEST;
/** Every `When`, in the order of a job's requests. */
export const MOMENTS = Object.keys(REQUEST) as When[];

/** What the job alone makes of the workbook. */
export interface Undisturbed {
  readonly before: TableState;
  readonly clean: TableState;
  /** Sheets that stand when the job is done. */
  readonly sheets: readonly string[];
}

/** What a job writes when nobody else is there. */
export async function alone(office: Office, book: Book, act: Act): Promise<Undisturbed> {
  await office.open(book);
  const before = (await readState(office.two)).state;
  await perform(office.one, await ready(office.two, act));
  const { state, snapshot } = await readState(office.two);
  return { before, clean: state, sheets: snapshot.sheets.map(({ name }) => name) };
}

/** What came of a job and one edit in its midst. */
export interface Met {
  /** False when the job had ended before. */
  readonly met: boolean;
  readonly report: JobReport;
  /** One line for each cell that is not what it must be. */
  readonly wrong: readonly string[];
}

/** `inside`: which part of the writing request is done by then, 0 to 1. */
export async function withEdit(
  office: Office,
  book: Book,
  act: Act,
  edit: PersonEdit,
  when: When,
  { before, clean, sheets }: Undisturbed,
  inside = 0.5,
): Promise<Met> {
  await office.open(book);
  const own = await ready(office.two, act);
  let request = 0;
  let done: Done = { typed: [], deleted: [] };
  const { result: report, met } = await meanwhile(
    office,
    ({ action, actions }) => {
      if (action === -1) request += 1;
      if (request !== REQUEST[when]) return false;
      return when === 'inside the write' ? action >= actions * inside : action === -1;
    },
    async () => {
      done = await doEdit(office.two, edit);
    },
    () => perform(office.one, own),
  );
  const { state, snapshot } = await readState(office.two);
  const wrong = compareStates({ before, clean, after: state, snapshot, done, edit, stopped: report.stopped });
  const standing = new Set(snapshot.sheets.map(({ name }) => name));
  if (!report.stopped && edit.kind !== 'renamedSheet')
    for (const name of sheets) if (!standing.has(name)) wrong.push(`sheet ${name} was reported and is not there`);
  return { met, report, wrong };
}
