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
import { printGuard, type PrintGuard } from '../paper/printGuard';
import { PRINT, WrongUsage, type CommandLine } from './commandLine';
import { bookTime, type JobClock } from './machineClock';
import { bookAside } from './readAside';
import type { Outcome } from './runOnFile';

interface Printed {
  readonly problems: readonly Problem[];
  readonly notices?: readonly Problem[];
  readonly sheets: readonly string[];
  readonly message: Text;
}

function outcomeOf(
  asOf: WallTime,
  { problems, notices = [], sheets, message }: Printed,
  written: string | null,
): Outcome {
  const report = {
    job: PRINT,
    asOf,
    changed: {},
    problems,
    notices,
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

/** The same cells once more; printed only for a reason, as certificates are before the notice is over. */
function unfit({ problems, notices }: PrintGuard): Printed {
  const names = [...new Set(problems.map(({ sheet }) => `“${sheet}”`))];
  const count = problems.length;
  const message = text(
    `不可公开：${names.join('、')}，共 ${count} 处，逐格见下；没有打印。改正后再打印；只印别的表，用 --set sheet=表名；仍要打印，请写明理由（--set reason=…）。`,
    `Not fit to leave the office: ${names.join(', ')}, ${count} ${count === 1 ? 'cell' : 'cells'}, named below; nothing was printed. Mend them first; print another sheet with --set sheet=NAME; to print all the same, give the reason (--set reason=…).`,
  );
  return { problems, notices, sheets: [], message };
}

interface Wish {
  readonly sheet: string | undefined;
  /** Why a page is printed that should not leave the office. */
  readonly reason: string;
  /** Null: nothing is printed. */
  readonly to: string | null;
}

/** Printing changes no workbook: why a page was printed all the same stands in no log, and whoever gave the reason is told so. */
function printedWords(sheets: number, unfitCells: number, reason: string): Text {
  const [zh, en] = [`${sheets} 个工作表已生成 PDF。`, `Sheets printed to PDF: ${sheets}.`];
  if (unfitCells === 0) return text(zh, en);
  return text(
    `${zh}查出 ${unfitCells} 处不可公开仍打印，理由：${reason}。打印不改动工作簿，这个理由没有记入操作日志，请另行留存。`,
    `${en} Printed although ${unfitCells} ${unfitCells === 1 ? 'cell is' : 'cells are'} not fit to leave the office, because: ${reason}. Printing changes no workbook, so the log does not have this reason: keep it elsewhere.`,
  );
}

async function print(book: Book, { sheet, reason, to }: Wish, now: WallTime, clock: JobClock): Promise<Printed> {
  const visible = printable(book);
  if (sheet !== undefined && !visible.includes(sheet)) return stop(noSuchSheet(sheet, visible));
  const sheets = sheet === undefined ? visible : [sheet];
  const guard = await printGuard(book, sheets, clock, now);
  if (guard.problems.length > 0 && reason === '') return unfit(guard);
  const message = printedWords(sheets.length, guard.problems.length, reason);
  const printed = { problems: [], notices: [...guard.problems, ...guard.notices], sheets, message };
  if (to === null) return printed;
  try {
    const pdf = await printBook(book, sheets, serialFromWallTime(now));
    const draft = `${to}.part`;
    await writeFile(draft, pdf);
    await rename(draft, to);
    return printed;
  } catch (error) {
    if (error instanceof NoLibreOffice) return stop(noLibreOffice());
    throw error;
  }
}

const OPTIONS = ['sheet', 'reason'];

/**
 * Every visible sheet, or the one of the setting `sheet`, as the command's clock shows it. A public page on which the guard finds anything stops it,
 * unless `reason` says why it is printed all the same. Throws WrongUsage for what the caller got wrong.
 */
export async function printFile(command: CommandLine, clock: JobClock): Promise<Outcome> {
  const { book: path, to = null, settings } = command;
  const unknown = Object.keys(settings).filter((key) => !OPTIONS.includes(key));
  if (path === null || to === null || unknown.length > 0 || resolve(to) === resolve(path))
    throw new WrongUsage('print book.xlsx --to FILE.pdf [--set sheet=NAME reason=WHY]');
  const bytes = await readFile(path).catch(() => {
    throw new WrongUsage(`cannot read the file ${path}`);
  });
  try {
    const book = await bookAside(new Uint8Array(bytes));
    const now = bookTime(clock, book);
    const { sheet, reason = '' } = settings;
    const printed = await print(book, { sheet, reason: reason.trim(), to: command.preview ? null : to }, now, clock);
    return outcomeOf(now, printed, command.preview || printed.problems.length > 0 ? null : to);
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error;
    return outcomeOf(0, stop(notAWorkbook(path, error.text)), null);
  }
}
