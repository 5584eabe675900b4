// Two people on one workbook: two runtimes of Microsoft's, each with the add-in's own port, on one host. Knows no job.
import type { Deps } from '../../app/run/job';
import type { WallTime } from '../../core/ground/wallTime';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import type { WorkbookPort } from '../../workbook/contract/port';
import { createUniverCalculator } from '../calc/univerCalculator';
import { Host, type Moment } from '../host/host';
import { loadFurtherRuntime } from '../host/loadRuntime';
import { newBook, type Book } from '../model/book';

export interface Session {
  /** As the host's moments name it. */
  readonly number: number;
  readonly run: typeof Excel.run;
  readonly port: WorkbookPort;
  readonly deps: Deps;
}

export interface Office {
  readonly host: Host;
  readonly one: Session;
  readonly two: Session;
  setNow(iso: string): void;
  /** Puts a copy of the book in place. */
  open(book: Book): Promise<void>;
}

export interface OfficeOptions {
  readonly now?: string;
  /** With a calculation engine: formulas give results. Without: they keep those that they have. */
  readonly calculated?: boolean;
  /** Newest ExcelApi. */
  readonly excelApi?: string;
}

function moment(iso: string): WallTime {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return time;
}

function session(host: Host, number: number, excelApi: string, now: () => WallTime): Session {
  const { Excel, Office } = loadFurtherRuntime(number === 0 ? host.bridge : host.newBridge(), { excelApi });
  const run = Excel.run.bind(Excel) as typeof Excel.run;
  const port = createExcelPort({
    run,
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  return { number, run, port, deps: { workbook: port, now, language: 'zh' } };
}

/** Two sessions on one workbook. `calculated`: with the engine; else formulas keep the results they came with. */
export function openOffice({
  now = '2021-06-10T09:00',
  calculated = false,
  excelApi = '1.13',
}: OfficeOptions = {}): Office {
  let clock = moment(now);
  const host = new Host({
    book: newBook(),
    ...(calculated && { calculator: createUniverCalculator() }),
    now: () => serialFromWallTime(clock),
    excelApi,
    language: 'zh',
  });
  return {
    host,
    one: session(host, 0, excelApi, () => clock),
    two: session(host, 1, excelApi, () => clock),
    setNow: (iso) => void (clock = moment(iso)),
    open: (book) => host.openBook(structuredClone(book)),
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
