// Random runs of the proof: who does what, and at which moment of the other's job. A seed gives the same run every time.
import type { JobReport } from '../../app/run/job';
import type { CheckResults } from '../../app/care/checkWorkbook';
import { FAULTS, type Cut, type Fault } from '../host/faults';
import type { Book } from '../model/book';
import { WRITING_ACTS, type WritingAct } from './actsOfOffice';
import { dice, type Roll } from './dice';
import { whileHearing, type Heard, type Hearing } from './heardRuns';
import { alone, MOMENTS, withEdit, type Met, type Undisturbed, type When } from './oneEdit';
import { EDITS, type EditKind } from './personEdits';
import { REQUESTS, whole, withFault, type Whole } from './oneFault';
import { perform, type Samples, type Stage } from './sampleOffice';
import { openOffice, type Office } from './sessions';
import type { Mail } from './eventMail';
import { heardOfMerge } from './mergeLater';
import { bothAtOnce, inTurn, sideBySide, type InTurn } from './twoJobs';

/** One meeting; the same seed gives the same. */
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
  /** What became of the events that told of it. */
  readonly mail?: readonly Mail[];
}

interface JobsMet {
  readonly met: boolean;
  readonly reports: readonly JobReport[];
  readonly wrong: readonly string[];
  readonly mail?: readonly Mail[];
}

/** Meetings by chance, or all of a kind. */
export interface Runner {
  run(seed: number): Promise<RunOutcome>;
  /** Every job × every edit × every moment, and × the same job by another. */
  matrix(): Iterable<() => Promise<RunOutcome>>;
  /** Every job × every fault at every request. */
  faults(): Iterable<() => Promise<RunOutcome>>;
}

/** Into how many parts a writing request is cut. */
const CUTS = 16;

/** Every fault at every request, and the writing request cut in many places. */
const ALL_FAULTS: readonly { readonly fault: Fault | Cut; readonly request: number }[] = [
  ...REQUESTS.flatMap((request) => FAULTS.map((fault) => ({ fault, request }))),
  ...Array.from({ length: CUTS - 1 }, (_, at) => ({ fault: { done: (at + 1) / CUTS }, request: 3 })),
];

/** How two jobs meet: the second whole inside a request of the first, both on slow lines, or each on its own copy that is merged later. */
const MANNERS = ['inside', 'side by side', 'merged later'] as const;

/** How many other jobs each job meets. */
const PARTNERS = 6;

/** What is wrong once the workbook is calculated: core and sheets disagree, and nobody says so. */
async function unsaid(calculated: Office, book: Book): Promise<string[]> {
  await calculated.open(book);
  await calculated.host.calculateNow();
  const { results, problems, stopped } = await perform(calculated.one, { job: 'check' });
  const { agree, differing } = results as CheckResults;
  return agree || stopped || problems.length > 0 ? [] : [`${differing} cells disagree, and check names none`];
}

/** One run in so many is calculated and checked: that takes longer than all the rest of it. */
const CHECKED = 12;

/** Two sessions that hear of changes cost twice as much. */
const HEARD = 4;

/** Edits that take something away, or may. */
const LOSING: ReadonlySet<EditKind> = new Set<EditKind>(['deleteRow', 'deletedColumn', 'renamedHeader', 'typedCell']);

interface Wrong {
  readonly wrong: readonly string[];
  readonly mail?: readonly Mail[];
}

/** As one who hears nothing of it. */
const alike = <Result extends Wrong>(result: Result): Heard<Result> => ({
  result,
  wrong: result.wrong,
  mail: result.mail ?? [],
});

function pick<Thing>(roll: Roll, things: readonly Thing[]): Thing {
  const thing = things[roll(things.length)];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}

const numberOf = (act: WritingAct): number => WRITING_ACTS.indexOf(act);
const stageOf = ({ stage = 'decided' }: WritingAct): Stage => stage;

/** Where runs take place, and what acts come to undisturbed: worked out once each. */
interface Ground {
  readonly office: Office;
  /** One that works formulas out, as Excel does. */
  readonly calculated: Office;
  readonly books: Samples;
  readonly aloneOn: (act: WritingAct) => Promise<Undisturbed>;
  readonly inTurnOn: (acts: readonly [WritingAct, WritingAct]) => Promise<InTurn>;
}

function groundOf(office: Office, calculated: Office, books: Samples): Ground {
  const alones = new Map<string, Undisturbed>();
  const turns = new Map<string, InTurn>();
  const aloneAt = async (act: WritingAct, stage: Stage): Promise<Undisturbed> => {
    const key = `${numberOf(act)} ${stage}`;
    const known = alones.get(key) ?? (await alone(office, books[stage], act));
    alones.set(key, known);
    return known;
  };
  return {
    office,
    calculated,
    books,
    aloneOn: (act) => aloneAt(act, stageOf(act)),
    inTurnOn: async ([act, other]) => {
      const stage = stageOf(act);
      const pair = `${numberOf(act)} ${numberOf(other)}`;
      const [first, second] = [await aloneAt(act, stage), await aloneAt(other, stage)];
      const known =
        turns.get(pair) ??
        (await inTurn(office, books[stage], [act, other], [first.before, first.clean, second.clean] as const));
      turns.set(pair, known);
      return known;
    },
  };
}

/** One run in so many has people who hear; which, and what becomes of the events, changes nothing else of the run. */
async function heard<Result extends Wrong>(
  office: Office,
  seed: number,
  { known, nothingLost, claims }: Hearing<Result>,
  meet: (place: Office) => Promise<Result>,
): Promise<Heard<Result>> {
  const chance = dice(seed * 40503 + 1);
  if (chance(HEARD) > 0) return alike(await meet(office));
  const { result, wrong, mail } = await whileHearing(office, chance, { known, nothingLost, claims }, meet);
  return { result, wrong: [...result.wrong, ...wrong], mail };
}

/** A job, and a person's edit at some moment of it. */
async function againstEdit(
  { office, calculated, books, aloneOn }: Ground,
  seed: number,
  act: WritingAct,
  { kind, when, roll }: { readonly kind: EditKind; readonly when: When; readonly roll: Roll },
): Promise<RunOutcome> {
  const edit = { kind, table: act.table, row: roll(20), column: roll(20), word: `手写${seed}` };
  const known = await aloneOn(act);
  const inside = roll(100) / 100;
  const meet = (place: Office): Promise<Met> => withEdit(place, books[stageOf(act)], act, edit, when, known, inside);
  const { result, wrong, mail } = await heard(
    office,
    seed,
    { known, nothingLost: !LOSING.has(kind), claims: ({ report: { stopped } }) => !stopped },
    meet,
  );
  const { met, report } = result;
  const again = report.notices.some(({ code }) => code === 'decided-again' || code === 'rows-taken-in');
  const outcome = { seed, what: `${act.job} × ${kind}, ${when}`, kind, met, again, stopped: report.stopped, mail };
  // Whoever decides again knows rows by results of formulas, which Excel works out between: what is wrong without them is met once more with them.
  return { ...outcome, wrong: again && wrong.length > 0 ? (await meet(calculated)).wrong : wrong };
}

/** Two jobs that meet in one of the manners. */
async function againstJob(
  { office, books, aloneOn, inTurnOn }: Ground,
  seed: number,
  [act, other]: readonly [WritingAct, WritingAct],
  roll: Roll,
): Promise<RunOutcome> {
  const book = books[stageOf(act)];
  const first = await aloneOn(act);
  const known = await inTurnOn([act, other]);
  const manner = MANNERS[roll(MANNERS.length)];
  const when = { request: 1 + roll(4), inside: roll(100) / 100 };
  const meet = async (place: Office): Promise<JobsMet> =>
    manner === 'side by side'
      ? sideBySide(place, book, [act, other], roll, known)
      : bothAtOnce(place, book, [act, other], when, known);
  const merged = async (): Promise<JobsMet> => ({
    met: true,
    ...(await heardOfMerge(office, book, [act, other], roll)),
  });
  const { result, wrong, mail } =
    manner === 'merged later'
      ? alike(await merged())
      : await heard(
          office,
          seed,
          { known: first, nothingLost: false, claims: ({ reports: [own] }) => own?.stopped === false },
          meet,
        );
  const { met, reports } = result;
  const again = reports.some(({ notices }) => notices.some(({ code }) => code === 'decided-again'));
  const place = manner === 'inside' ? `request ${when.request} at ${when.inside}` : manner;
  const what = `${act.job} × ${other.job}, ${place}`;
  const kind = `${act === other ? 'the same job' : 'another job'}${manner === 'inside' ? '' : ` ${manner}`}`;
  return { seed, what, kind, met, again, stopped: reports.some(({ stopped }) => stopped), wrong, mail };
}

/** A run that throws is one that went wrong, not the end of all runs. */
async function safely(seed: number, { job }: WritingAct, run: () => Promise<RunOutcome>): Promise<RunOutcome> {
  try {
    return await run();
  } catch (error) {
    // An error that Excel gives back is said by the pane; what it left is looked at by the runs that end.
    const wrong = [`threw ${String(error)}`];
    return { seed, what: job, kind: 'error', met: true, again: false, stopped: true, wrong };
  }
}

/** `job`: only runs in which it is the first job. */
export function createRunner(office: Office, books: Samples, job?: string): Runner {
  const acts = WRITING_ACTS.filter((act) => job === undefined || act.job === job);
  if (acts.length === 0) throw new Error(`no writing job is called ${job}`);
  const calculated = openOffice({ calculated: true });
  const ground = groundOf(office, calculated, books);

  const checked = async (outcome: RunOutcome, roll: Roll): Promise<RunOutcome> =>
    roll(CHECKED) > 0
      ? outcome
      : { ...outcome, wrong: [...outcome.wrong, ...(await unsaid(calculated, office.host.book))] };

  return {
    run: (seed) => {
      const roll = dice(seed * 2654435761);
      const act = pick(roll, acts);
      return safely(seed, act, async () => {
        if (roll(5) < 3) {
          const [kind, when] = [pick(roll, EDITS), pick(roll, MOMENTS)];
          return checked(await againstEdit(ground, seed, act, { kind, when, roll }), roll);
        }
        // Of each job a few others: what both come to in turn is worked out once for every pair.
        const partner = WRITING_ACTS[(numberOf(act) + 1 + roll(PARTNERS) * PARTNERS) % WRITING_ACTS.length];
        const other = roll(3) === 0 ? act : (partner ?? act);
        return checked(await againstJob(ground, seed, [act, other], roll), roll);
      });
    },
    faults: function* () {
      for (const act of acts) {
        let known: Whole | null = null;
        const book = books[stageOf(act)];
        for (const { fault, request } of ALL_FAULTS)
          yield () =>
            safely(0, act, async () => {
              const place = act.calculated ? calculated : office;
              known ??= await whole(place, book, act);
              const { met, wrong } = await withFault(place, book, act, { fault, request }, known);
              const kind = typeof fault === 'object' ? 'cut' : fault;
              const after = typeof fault === 'object' ? ` after ${fault.done}` : '';
              const what = `${act.job} (${act.table}) × ${kind}${after} at request ${request}`;
              return { seed: 0, what, kind, met, again: false, stopped: false, wrong };
            });
      }
    },
    matrix: function* () {
      for (const [number, act] of acts.entries())
        for (const [at, kind] of EDITS.entries())
          for (const [place, when] of MOMENTS.entries()) {
            const seed = (number * EDITS.length + at) * MOMENTS.length + place;
            yield () => safely(seed, act, () => againstEdit(ground, seed, act, { kind, when, roll: dice(seed) }));
          }
      for (const [number, act] of acts.entries())
        for (const place of MOMENTS.keys()) {
          const seed = -1 - (number * MOMENTS.length + place);
          yield () => safely(seed, act, () => againstJob(ground, seed, [act, act], dice(seed)));
        }
    },
  };
}
