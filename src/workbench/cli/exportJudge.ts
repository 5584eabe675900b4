// export-judge: one judge's score sheet out of a campaign workbook into a workbook of its own, to hand out and read back.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { cellsOfRows, guardedCells } from '../../app/publish/publicPage';
import type { JobReport } from '../../app/run/job';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { readCampaign } from '../../workbook/campaign';
import { handedOutSheet, withoutMark } from '../../workbook/tables/scoreSheet/handedOutSheet';
import type { SheetPlan } from '../../workbook/contract/plan';
import type { WorkbookPort } from '../../workbook/contract/port';
import { plannedCells } from '../../workbook/sheets/madeSheet';
import { CAMPAIGN_TABLES } from '../../workbook/tables/registry';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost, type StartedHost } from '../host/createHost';
import { newBook } from '../model/book';
import type { Book } from '../model/book';
import { writeBook } from '../xlsx/writeBook';
import type { CommandLine } from './commandLine';
import { EXPORT_JUDGE, WrongUsage } from './commandLine';
import { bookTime, type JobClock } from './machineClock';
import { bookAside } from './readAside';
import type { Outcome } from './runOnFile';

interface OpenBook {
  readonly started: StartedHost;
  readonly port: WorkbookPort;
  close(): void;
}

function open(book: Book, now: WallTime, language: CommandLine['language']): OpenBook {
  const calculator = createUniverCalculator();
  const started = startHost({
    book,
    calculator,
    now: () => serialFromWallTime(now),
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    excelApi: '1.13',
  });
  const { Excel, Office } = started;
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  return { started, port, close: () => calculator.dispose() };
}

function report(
  asOf: WallTime,
  problems: readonly Problem[],
  results: unknown,
  message: JobReport['message'],
): JobReport {
  return {
    job: EXPORT_JUDGE,
    asOf,
    changed: {},
    problems,
    notices: [],
    results,
    stopped: problems.length > 0,
    message,
  };
}

/** The sheet of that judge (id or name), or the problems that forbid it. */
async function sheetOfJudge(
  { port }: OpenBook,
  wanted: string,
): Promise<{ readonly sheet: SheetPlan; readonly judgeId: string; readonly name: string } | readonly Problem[]> {
  const snapshot = await port.read({ tables: CAMPAIGN_TABLES });
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') return reading.problems;
  const { campaign } = reading;
  const judge = campaign.judges.find(({ judgeId, name }) => judgeId === wanted || name === wanted);
  const table = judge && snapshot.tables[scoreTableName(judge.judgeId)];
  if (judge && table) {
    const sheet = handedOutSheet(table, judge, campaign.criteria, campaign.settings.language);
    // Judges are told the stories' names, but nobody's number (A-3).
    const cells = cellsOfRows(sheet.name, plannedCells(sheet, null)).map((cell) => ({
      ...cell,
      text: withoutMark(cell.text),
    }));
    const problems = guardedCells(cells, campaign, { names: false });
    return problems.length > 0 ? problems : { sheet, judgeId: judge.judgeId, name: judge.name };
  }
  const known = campaign.judgesWithSheet.join('、');
  return [
    {
      code: 'no-score-sheet',
      table: 'Judges',
      found: wanted,
      expected: text(known, known),
      message: text(
        `评委“${wanted}”没有评分表（有的：${known || '无'}）：请先运行“生成评分表”。`,
        `Judge “${wanted}” has no score sheet (there are: ${known || 'none'}): run make-judge-tabs first.`,
      ),
    },
  ];
}

async function bookOf(sheet: SheetPlan, now: WallTime, language: CommandLine['language']): Promise<Book> {
  const alone = open(newBook(), now, language);
  try {
    const basis = await alone.port.read({ tables: [], sheets: ['*'] });
    const failures = await alone.port.write(
      {
        steps: [
          { kind: 'addSheet', sheet },
          ...basis.sheets.map(({ name }) => ({ kind: 'deleteSheet' as const, sheet: name })),
          { kind: 'activate', sheet: sheet.name },
        ],
      },
      basis,
    );
    if (failures.length > 0) throw new Error(failures.map(({ message }) => message.en).join(' '));
    await alone.started.host.calculateChanges();
    return alone.started.host.book;
  } finally {
    alone.close();
  }
}

/** The campaign workbook stays as it is. Throws WrongUsage for what the caller got wrong. */
export async function exportJudge(command: CommandLine, clock: JobClock): Promise<Outcome> {
  const { book: path, out } = command;
  const judge = command.settings['judge'];
  if (path === null || out === null || !judge)
    throw new WrongUsage('export-judge book.xlsx --set judge=J01 --out judge.xlsx');
  const bytes = await readFile(path).catch(() => {
    throw new WrongUsage(`cannot read the file ${path}`);
  });
  const book = await bookAside(new Uint8Array(bytes));
  const now = bookTime(clock, book);
  const campaign = open(book, now, command.language);
  try {
    const found = await sheetOfJudge(campaign, judge);
    const traffic = {
      roundTrips: campaign.port.roundTrips,
      bytes: campaign.started.host.stats.bytesIn + campaign.started.host.stats.bytesOut,
    };
    if (!('sheet' in found))
      return { report: report(now, found, null, found[0]?.message ?? text('', '')), traffic, written: null };
    const rows = (found.sheet.table?.area.rows ?? 1) - 1;
    const message = text(
      `${found.name}的评分表已导出，${rows} 篇；填好后用“读回评分表”导入。`,
      `The score sheet of ${found.name} is handed out, ${rows} entries; read it back with import-judge.`,
    );
    const done = report(now, [], { judgeId: found.judgeId, name: found.name, entries: rows }, message);
    if (command.preview) return { report: done, traffic, written: null };
    const draft = `${out}.part`;
    await writeFile(draft, await writeBook(await bookOf(found.sheet, now, command.language)));
    await rename(draft, out);
    return { report: done, traffic, written: out };
  } finally {
    campaign.close();
  }
}
