// What the guard of pages says of sheets that are about to be printed: paper leaves the office as a file does. Prints nothing, changes nothing.
import { PUBLISH_CHECK } from '../../app/publish/publishCheckJob';
import type { Deps } from '../../app/run/job';
import { madeSheetCalled, madeSheetNamed } from '../../app/run/sheetsMade';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { serialFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import type { Book, Sheet } from '../model/book';
import { cutRows } from './cutRows';

/** What is to be said before these sheets are printed. */
export interface PrintGuard {
  /** Of public sheets: they are printed only if somebody says so all the same. */
  readonly problems: readonly Problem[];
  /** Of the others, and what is worth a look. */
  readonly notices: readonly Problem[];
}

const NOTHING: PrintGuard = { problems: [], notices: [] };

const reachOf = (sheet: string): string | undefined => madeSheetNamed(madeSheetCalled(sheet) ?? '')?.reach;

/** Registers stay in the office, and so do 首页 and what pages were made from; a sheet of another name may be a copy of a page. */
const mayLeave = ({ name, tables }: Sheet): boolean =>
  reachOf(name) !== 'office' && tables.every((table) => table.name.startsWith(SCORE_TABLE_PREFIX));

type Report = Awaited<ReturnType<typeof PUBLISH_CHECK.perform>>;

async function checked(book: Book, clock: Pick<Deps, 'now' | 'computerNow'>, moment: WallTime): Promise<Report> {
  const calculator = createUniverCalculator();
  try {
    const { Excel, Office } = startHost({
      book,
      calculator,
      now: () => serialFromWallTime(moment),
      excelApi: '1.13',
    });
    const workbook = createExcelPort({
      run: Excel.run.bind(Excel),
      isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
    });
    return await PUBLISH_CHECK.perform({ workbook, ...clock, language: 'zh' }, {}, 'preview');
  } finally {
    calculator.dispose();
  }
}

/** The check could not read the workbook: nothing is known of its pages. */
function unchecked(sheet: string, [why]: readonly Problem[]): Problem {
  return {
    code: 'not-checked',
    sheet,
    found: why?.found ?? '',
    expected: text('能核对的工作簿', 'a workbook that can be checked'),
    message: text(
      `“${sheet}”没有能核对是否可公开。${why?.message.zh ?? ''}`,
      `Whether “${sheet}” may leave the office could not be checked. ${why?.message.en ?? ''}`.trim(),
    ),
  };
}

/** Findings on public sheets stop, the others are said. */
function sorted(sheets: readonly string[], report: Report): PrintGuard {
  if (report.stopped) {
    const all = sheets
      .filter((name) => reachOf(name) !== undefined)
      .map((name) => [name, unchecked(name, report.problems)] as const);
    const isPublic = ([name]: (typeof all)[number]): boolean => reachOf(name) === 'public';
    const said = (of: typeof all): Problem[] => of.map(([, problem]) => problem);
    return { problems: said(all.filter(isPublic)), notices: said(all.filter((one) => !isPublic(one))) };
  }
  const open = new Set(report.results.sheets.filter(({ reach }) => reach === 'public').map(({ sheet }) => sheet));
  const here = (of: readonly Problem[]): Problem[] =>
    of.filter(({ sheet }) => sheet !== undefined && sheets.includes(sheet));
  const found = here(report.problems);
  return {
    problems: found.filter(({ sheet }) => open.has(sheet ?? '')),
    notices: [...found.filter(({ sheet }) => !open.has(sheet ?? '')), ...here(report.notices)],
  };
}

/** What the check before publishing says of these sheets, as they are now (of a book without a campaign nothing), and what of them paper would cut. */
export async function printGuard(
  book: Book,
  names: readonly string[],
  clock: Pick<Deps, 'now' | 'computerNow'>,
  moment: WallTime,
): Promise<PrintGuard> {
  const isCampaign = book.sheets.some(({ tables }) => tables.some(({ name }) => name === SETTINGS.name));
  const leaving = book.sheets.filter((sheet) => names.includes(sheet.name) && mayLeave(sheet)).map(({ name }) => name);
  const { problems, notices } =
    isCampaign && leaving.length > 0 ? sorted(leaving, await checked(book, clock, moment)) : NOTHING;
  return { problems, notices: [...notices, ...cutRows(book, names)] };
}
