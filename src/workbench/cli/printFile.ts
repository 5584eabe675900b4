// print: the sheets of a campaign workbook as a PDF, from their own page set-up, through LibreOffice. Changes no workbook.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { serialFromWallTime, type WallTime } from '../../core/ground/wallTime';
import type { Book } from '../model/book';
import { NoLibreOffice } from '../xlsx/libreOffice';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { printable, printBook } from '../xlsx/printBook';
import { PRINT, WrongUsage, type CommandLine } from './commandLine';
import { bookTime, type JobClock } from './machineClock';
import { bookAside } from './readAside';
import type { Outcome } from './runOnFile';

interface Printed {
  readonly problems: readonly Problem[];
  readonly sheets: readonly string[];
  readonly message: Text;
}

function outcomeOf(asOf: WallTime, { problems, sheets, message }: Printed, written: string | null): Outcome {
  const report = {
    job: PRINT,
    asOf,
    changed: {},
    problems,
    notices: [],
    results: { sheets },
    stopped: problems.length > 0,
    message,
  };
  return { report, traffic: { roundTrips: 0, bytes: 0 }, written };
}

const stop = (problem: Problem): Printed => ({ problems: [problem], sheets: [], message: problem.message });

function noSuchSheet(wanted: string, visible: readonly string[]): Problem {
  const known = visible.join('、');
  return {
    code: 'no-such-sheet',
    expected: text(known, known),
    found: wanted,
    message: text(
      `没有可打印的工作表“${wanted}”；有的：${known}。`,
      `There is no sheet “${wanted}” to print; there are: ${known}.`,
    ),
  };
}

const noLibreOffice = (): Problem => ({
  code: 'no-libreoffice',
  expected: text('装有 LibreOffice', 'LibreOffice installed'),
  found: '',
  message: text(
    '没有生成 PDF：本机没有 LibreOffice。请安装 LibreOffice Calc（或用环境变量 SOFFICE 指明位置），或在 Excel、WPS 里打开工作簿另存为 PDF。',
    'No PDF was made: LibreOffice is not on this machine. Install LibreOffice Calc (or set SOFFICE to its path), or save as PDF from Excel or WPS.',
  ),
});

const notAWorkbook = (path: string, message: Text): Problem => ({
  code: 'not-a-workbook',
  sheet: basename(path),
  expected: text('可读取的文件', 'a readable file'),
  found: basename(path),
  message,
});

async function print(book: Book, sheet: string | undefined, now: WallTime, to: string | null): Promise<Printed> {
  const visible = printable(book);
  if (sheet !== undefined && !visible.includes(sheet)) return stop(noSuchSheet(sheet, visible));
  const sheets = sheet === undefined ? visible : [sheet];
  const message = text(`${sheets.length} 个工作表已生成 PDF。`, `Sheets printed to PDF: ${sheets.length}.`);
  if (to === null) return { problems: [], sheets, message };
  try {
    const pdf = await printBook(book, sheets, serialFromWallTime(now));
    const draft = `${to}.part`;
    await writeFile(draft, pdf);
    await rename(draft, to);
    return { problems: [], sheets, message };
  } catch (error) {
    if (error instanceof NoLibreOffice) return stop(noLibreOffice());
    throw error;
  }
}

/** Every visible sheet, or the one of the setting `sheet`, as the command's clock shows it. Throws WrongUsage for what the caller got wrong. */
export async function printFile(command: CommandLine, clock: JobClock): Promise<Outcome> {
  const { book: path, to = null, settings } = command;
  const unknown = Object.keys(settings).filter((key) => key !== 'sheet');
  if (path === null || to === null || unknown.length > 0 || resolve(to) === resolve(path))
    throw new WrongUsage('print book.xlsx --to FILE.pdf [--set sheet=NAME]');
  const bytes = await readFile(path).catch(() => {
    throw new WrongUsage(`cannot read the file ${path}`);
  });
  try {
    const book = await bookAside(new Uint8Array(bytes));
    const now = bookTime(clock, book);
    const printed = await print(book, settings['sheet'], now, command.preview ? null : to);
    return outcomeOf(now, printed, command.preview || printed.problems.length > 0 ? null : to);
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error;
    return outcomeOf(0, stop(notAWorkbook(path, error.text)), null);
  }
}
