// Random runs of the proof: who does what, and at which moment of the other's job. A seed gives the same run every time.
import type { Book } from '../model/book';
import { WRITING_ACTS, type WritingAct } from './actsOfOffice';
import { alone, MOMENTS, withEdit, type Undisturbed } from './oneEdit';
import { EDITS } from './personEdits';
import type { Office } from './sessions';
import { bothAtOnce, inTurn, type InTurn } from './twoJobs';

/** mulberry32: whole numbers 0…below−1 out of a seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export interface RunOutcome {
  readonly seed: number;
  /** What met: "receive × sort, inside the write". */
  readonly what: string;
  /** Kind of the meeting, to be counted. */
  readonly kind: string;
  readonly met: boolean;
  /** The job decided again, or said why it stopped. */
  readonly again: boolean;
  readonly stopped: boolean;
  readonly wrong: readonly string[];
}

export interface Runner {
  run(seed: number): Promise<RunOutcome>;
}

/** `job`: only runs in which it is the first job. */
export function createRunner(office: Office, book: Book, job?: string): Runner {
  const acts = WRITING_ACTS.filter((act) => job === undefined || act.job === job);
  if (acts.length === 0) throw new Error(`no writing job is called ${job}`);
  const undisturbed = new Map<number, Undisturbed>();
  const turns = new Map<string, InTurn>();
  const pick = <Thing>(roll: (below: number) => number, things: readonly Thing[]): Thing => {
    const thing = things[roll(things.length)];
    if (thing === undefined) throw new Error('nothing to choose from');
    return thing;
  };
  const numberOf = (act: WritingAct): number => WRITING_ACTS.indexOf(act);

  const againstEdit = async (seed: number, act: WritingAct, roll: (below: number) => number): Promise<RunOutcome> => {
    const known = undisturbed.get(numberOf(act)) ?? (await alone(office, book, act));
    undisturbed.set(numberOf(act), known);
    const [kind, when] = [pick(roll, EDITS), pick(roll, MOMENTS)];
    const edit = { kind, table: act.table, row: roll(20), column: roll(20), word: `手写${seed}` };
    const { met, report, wrong } = await withEdit(office, book, act, edit, when, known, roll(100) / 100);
    const again = report.notices.some(({ code }) => code === 'decided-again' || code === 'rows-taken-in');
    return { seed, what: `${act.job} × ${kind}, ${when}`, kind, met, again, stopped: report.stopped, wrong };
  };

  const againstJob = async (seed: number, act: WritingAct, roll: (below: number) => number): Promise<RunOutcome> => {
    const other = roll(3) === 0 ? act : pick(roll, WRITING_ACTS);
    const pair = `${numberOf(act)} ${numberOf(other)}`;
    const known = turns.get(pair) ?? (await inTurn(office, book, act, other));
    turns.set(pair, known);
    const when = { request: 1 + roll(4), inside: roll(100) / 100 };
    const { met, reports, wrong } = await bothAtOnce(office, book, [act, other], when, known);
    const again = reports.some(({ notices }) => notices.some(({ code }) => code === 'decided-again'));
    const what = `${act.job} × ${other.job}, request ${when.request} at ${when.inside}`;
    const kind = act === other ? 'the same job' : 'another job';
    return { seed, what, kind, met, again, stopped: reports.some(({ stopped }) => stopped), wrong };
  };

  return {
    run: async (seed) => {
      const roll = dice(seed * 2654435761);
      const act = pick(roll, acts);
      try {
        return await (roll(5) < 3 ? againstEdit(seed, act, roll) : againstJob(seed, act, roll));
      } catch (error) {
        const code = (error as { code?: string }).code ?? String(error);
        // An error that Excel gives back is said by the pane; what it left is looked at by the runs that end.
        return { seed, what: act.job, kind: 'error', met: true, again: false, stopped: true, wrong: [`threw ${code}`] };
      }
    },
  };
}
