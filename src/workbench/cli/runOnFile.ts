// Runs one job on one .xlsx file: the file's book behind the host, the add-in's own code in front of it, the result back into a file.
import { rename, readFile, writeFile, copyFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { OfferedJob } from '../../app/run/defineJob';
import { FROM_1904 } from '../../app/run/dateSystem';
import { finishJob } from '../../app/run/finishJob';
import type { ImportedFile, JobReport } from '../../app/run/job';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { text, type Language, type Text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { UnreadableFile } from '../../files/unreadableFile';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import { newBook } from '../model/book';
import type { Book } from '../model/book';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { writeBook } from '../xlsx/writeBook';
import type { CommandLine } from './commandLine';
import { WrongUsage } from './commandLine';
import { bookTime, type JobClock } from './machineClock';
import type { Traffic } from './printReport';
import { bookAside, importAside } from './readAside';

export interface Outcome {
  readonly report: JobReport;
  readonly traffic: Traffic;
  /** The file that was written, if one was. */
  readonly written: string | null;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new WrongUsage(`cannot read the file ${path}`);
  }
}

function unreadable(
  { name, nothing }: OfferedJob,
  asOf: WallTime,
  path: string,
  message: Problem['message'],
  code: ProblemCode,
): Outcome {
  return stopped({ name, nothing }, asOf, {
    code,
    sheet: basename(path),
    expected: text('可读取的文件', 'a readable file'),
    found: basename(path),
    message,
  });
}

/** Before any job: nothing was read from the workbook. */
function stopped({ name, nothing }: Pick<OfferedJob, 'name' | 'nothing'>, asOf: WallTime, problem: Problem): Outcome {
  const report: JobReport = {
    job: name,
    asOf,
    changed: {},
    problems: [problem],
    notices: [],
    results: nothing,
    stopped: true,
    message: problem.message,
  };
  return { report, traffic: { roundTrips: 0, bytes: 0 }, written: null };
}

function samePath(one: string, other: string | null): boolean {
  return other !== null && resolve(one) === resolve(other);
}

async function save(book: Book, command: CommandLine): Promise<string> {
  const out = command.out ?? command.book;
  if (out === null) throw new WrongUsage('--out is missing: where should the workbook go?');
  if (command.out === null && command.book !== null) await copyFile(command.book, `${command.book}.bak`);
  const draft = `${out}.part`;
  await writeFile(draft, await writeBook(book));
  await rename(draft, out);
  return out;
}

/** Here one program calculates the whole workbook between two answers; a large contest takes minutes. */
const SILENCE_MS = 900_000;

/** Throws for what the caller got wrong, before anything is read. */
function checkUsage(entry: OfferedJob, command: CommandLine): void {
  const isNew = entry.name === 'new';
  if (!isNew && command.book === null) throw new WrongUsage(`${entry.name} needs a workbook: ${entry.name} book.xlsx`);
  if (isNew && command.out === null && !command.preview) throw new WrongUsage('new needs --out FILE');
  if (entry.onCopy && !command.preview && (command.out === null || samePath(command.out, command.book)))
    throw new WrongUsage(`${entry.name} needs --out FILE, another than the workbook, which stays as it is`);
  if (entry.takesFile && command.from === null) throw new WrongUsage(`${entry.name} needs --from FILE`);
  const known = Object.keys(entry.options);
  const unknown = Object.keys(command.settings).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new WrongUsage(
      `${entry.name} knows no setting ${unknown.join(', ')}${known.length > 0 ? `; it knows ${known.join(', ')}` : ''}`,
    );
}

/** The host with the workbook, and the add-in's port to it. */
function hostOf(book: Book, calculator: ReturnType<typeof createUniverCalculator>, serial: number, language: Language) {
  const { Excel, Office, host } = startHost({
    book,
    calculator,
    now: () => serial,
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    excelApi: '1.13',
    timeout: SILENCE_MS,
  });
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  return { host, port };
}

/** A job that stops leaves the file as it is, also where it had taken rows into their table on the way: nothing is said of what is not kept. */
function untouched(report: JobReport): JobReport {
  return { ...report, changed: {}, notices: report.notices.filter(({ code }) => code !== 'rows-taken-in') };
}

/** Runs the job on the workbook as it was read, and saves what came of it. */
async function runOnBook(
  entry: OfferedJob,
  command: CommandLine,
  clock: JobClock,
  { file, book }: { readonly file: ImportedFile | undefined; readonly book: Book },
  tell: (step: Text) => void,
): Promise<Outcome> {
  const serial = serialFromWallTime(bookTime(clock, book));
  const calculator = createUniverCalculator();
  try {
    const { host, port } = hostOf(book, calculator, serial, command.language);
    const outcome = await finishJob((alive) => {
      const onProgress = (step: Text): void => {
        alive();
        tell(step);
      };
      const by = command.by && { by: command.by };
      return entry.run(
        { workbook: port, ...clock, language: command.language, ...by, onProgress },
        {
          file,
          settings: entry.onCopy ? { copy: 'true', ...command.settings } : command.settings,
          strict: command.strict,
        },
        command.preview ? 'preview' : 'write',
      );
    }, SILENCE_MS);
    if (outcome.kind === 'failed') throw outcome.error;
    const { report } = outcome;
    const traffic = { roundTrips: port.roundTrips, bytes: host.stats.bytesIn + host.stats.bytesOut };
    const changes =
      !report.stopped && !command.preview && (Object.keys(report.changed).length > 0 || command.out !== null);
    if (!changes) return { report: report.stopped ? untouched(report) : report, traffic, written: null };
    await host.calculateChanges();
    return { report, traffic, written: await save(host.book, command) };
  } finally {
    calculator.dispose();
  }
}

/** Throws WrongUsage for what the caller got wrong; everything else is in the report. `tell` hears how far the job is. */
export async function runOnFile(
  entry: OfferedJob,
  command: CommandLine,
  clock: JobClock,
  tell: (step: Text) => void = () => undefined,
): Promise<Outcome> {
  checkUsage(entry, command);
  try {
    const [file, book] = await Promise.all([
      command.from === null ? undefined : bytesOf(command.from).then((bytes) => importAside(command.from ?? '', bytes)),
      command.book === null ? newBook() : bytesOf(command.book).then((bytes) => bookAside(bytes)),
    ]);
    if (book.from1904) return stopped(entry, clock.now(DEFAULT_ZONE) ?? 0, FROM_1904);
    return await runOnBook(entry, command, clock, { file, book }, tell);
  } catch (error) {
    if (error instanceof UnreadableFile)
      return unreadable(entry, clock.now(DEFAULT_ZONE) ?? 0, command.from ?? '', error.text, error.code);
    if (error instanceof NotAWorkbook)
      return unreadable(entry, clock.now(DEFAULT_ZONE) ?? 0, command.book ?? '', error.text, 'not-a-workbook');
    throw error;
  }
}
