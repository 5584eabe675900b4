// Two people on one workbook: two runtimes of Microsoft's, each with the add-in's own port, on one host. Knows no job.
import type { Deps } from '../../app/run/job';
import type { WallTime } from '../../core/ground/wallTime';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import type { WorkbookPort } from '../../workbook/contract/port';
import { createUniverCalculator } from '../calc/univerCalculator';
import { Host, type Moment } from '../host/host';
import { loadFurtherRuntime } from '../host/loadRuntime';
import type { Bridge } from '../host/wire';
import { deliverThrough, newPostman, type Postman } from './eventMail';
import { copyOfBook } from '../model/copyOfBook';
import { newBook, type Book } from '../model/book';

/** One person’s add-in at the shared workbook. */
export interface Session {
  /** As the host's moments name it. */
  readonly number: number;
  readonly run: typeof Excel.run;
  readonly port: WorkbookPort;
  readonly deps: Deps;
  /** Who brings it the events. */
  readonly postman: Postman;
}

/** Two sessions at one workbook, and who decides whose message comes first. */
export interface Office {
  readonly host: Host;
  readonly one: Session;
  readonly two: Session;
  setNow(iso: string): void;
  /** Puts a copy of the book in place. */
  open(book: Book): Promise<void>;
  /** Holds each message of a session for as many turns of the event loop as `turns` says, as networks do; null ends it. */
  pace(turns: (() => number) | null): void;
}

export interface OfficeOptions {
  readonly now?: string;
  /** With a calculation engine: formulas give results. Without: they keep those that they have. */
  readonly calculated?: boolean;
  /** Newest ExcelApi. */
  readonly excelApi?: string;
  /** Bytes of one writing request; few make a job write in several. */
  readonly bytesPerRequest?: number;
}

function moment(iso: string): WallTime {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return time;
}

interface Pace {
  turns: (() => number) | null;
}

/** A slow line: what is sent arrives some turns later, in the order of sending. */
function slow(bridge: Bridge, pace: Pace): Bridge {
  const send = bridge.sendMessageToHost.bind(bridge);
  let line: Promise<void> = Promise.resolve();
  bridge.sendMessageToHost = (json) => {
    if (!pace.turns) return send(json);
    const turns = pace.turns();
    line = line.then(async () => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => setImmediate(next));
      send(json);
    });
  };
  return bridge;
}

function session(
  host: Host,
  number: number,
  { excelApi, bytesPerRequest }: { readonly excelApi: string; readonly bytesPerRequest?: number },
  now: () => WallTime,
  pace: Pace,
): Session {
  const bridge = slow(number === 0 ? host.bridge : host.newBridge(), pace);
  const { Excel, Office } = loadFurtherRuntime(bridge, { excelApi });
  const postman = newPostman();
  deliverThrough(bridge, postman);
  const run = Excel.run.bind(Excel) as typeof Excel.run;
  const port = createExcelPort({
    run,
    ...(bytesPerRequest !== undefined && { bytesPerRequest }),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  const name = number === 0 ? '甲' : '乙';
  return { number, run, port, deps: { workbook: port, now, language: 'zh', by: name, session: name }, postman };
}

/** Two sessions on one workbook. `calculated`: with the engine; else formulas keep the results they came with. */
export function openOffice({
  now = '2021-06-10T09:00',
  calculated = false,
  excelApi = '1.13',
  bytesPerRequest,
}: OfficeOptions = {}): Office {
  let clock = moment(now);
  const host = new Host({
    book: newBook(),
    ...(calculated && { calculator: createUniverCalculator() }),
    now: () => serialFromWallTime(clock),
    excelApi,
    language: 'zh',
  });
  const pace: Pace = { turns: null };
  return {
    host,
    one: session(host, 0, { excelApi, bytesPerRequest }, () => clock, pace),
    two: session(host, 1, { excelApi, bytesPerRequest }, () => clock, pace),
    pace: (turns) => void (pace.turns = turns),
    setNow: (iso) => void (clock = moment(iso)),
    open: (book) => host.openBook(copyOfBook(book)),
  };
}

/** Does `work` once, at the moment of session one that `when` names. Returns whether it came to that. */
export async function meanwhile<Result>(
  { host }: Office,
  when: (moment: Moment) => boolean,
  work: () => Promise<void>,
  job: () => Promise<Result>,
): Promise<{ result: Result; met: boolean }> {
  let met = false;
  let failed: { readonly error: unknown } | null = null;
  host.slipIn(async (moment) => {
    if (met || moment.session !== 0 || !when(moment)) return;
    met = true;
    await work().catch((error: unknown) => (failed = { error }));
  });
  try {
    const result = await job();
    if (failed) throw (failed as { error: unknown }).error;
    return { result, met };
  } finally {
    host.slipIn(null);
  }
}
