// Every made sheet of a case, and the sheets of many cases as one workbook: LibreOffice is started once. Knows no case.
import { decideAccountability } from '../../src/app/publish/accountability';
import { decideAgenda } from '../../src/app/publish/agenda';
import { decideAwards } from '../../src/app/publish/awards';
import { decideBriefing } from '../../src/app/publish/briefing';
import { decideCertificates } from '../../src/app/publish/certificates';
import { decideNotice } from '../../src/app/publish/notice';
import { decidePrizeReceipt } from '../../src/app/publish/prizeReceipt';
import { decideExplain } from '../../src/app/contest/explainPlaces';
import { decidePrintRemarks } from '../../src/app/publish/printRemarks';
import { decideSummary } from '../../src/app/publish/summary';
import type { Decision, Situation } from '../../src/app/run/runJob';
import { createExcelPort } from '../../src/excel/excelPort';
import type { PlanStep, SheetPlan } from '../../src/workbook/contract/plan';
import type { Book } from '../../src/workbench/model/book';
import { newBook } from '../../src/workbench/model/book';
import { startHost } from '../../src/workbench/host/createHost';
import type { Making } from './making';

export type Page =
  | 'briefing'
  | 'summary'
  | 'accountability'
  | 'awards'
  | 'notice'
  | 'certificates'
  | 'prize receipt'
  | 'agenda'
  | 'remarks'
  | 'details';

const reason = '样张';

/** Those that do not need a decision on record first. */
const ALWAYS: Readonly<Partial<Record<Page, (situation: Situation) => Decision<unknown>>>> = {
  briefing: (situation) => decideBriefing(situation),
  summary: decideSummary,
  accountability: decideAccountability,
};
const OF_WINNERS: typeof ALWAYS = {
  awards: (situation) => decideAwards(situation, {}),
  notice: (situation) => decideNotice(situation, { posting: '2021-06-18', contact: '0734-6812345' }),
  certificates: (situation) => decideCertificates(situation, { reason }),
  'prize receipt': (situation) => decidePrizeReceipt(situation, { reason }),
  remarks: (situation) => decidePrintRemarks(situation, { judges: 'named' }),
  details: (situation) => decideExplain(situation, { sheet: true }),
  agenda: (situation) => decideAgenda(situation, { start: '9:00', reason } as never),
};

const pagesIn = (steps: readonly PlanStep[]): SheetPlan[] =>
  steps.flatMap((step) =>
    (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table ? [step.sheet] : [],
  );

/** Without the live cell beside the page, which speaks of a sheet that is not printed. */
function pageAlone(sheet: SheetPlan): SheetPlan {
  const { row, column, rows, columns } = sheet.page.area ?? { row: 0, column: 0, rows: Infinity, columns: Infinity };
  const inside = (at: { readonly row: number; readonly column: number }): boolean =>
    at.row < row + rows && at.column < column + columns;
  return {
    ...sheet,
    blocks: sheet.blocks.filter(inside),
    formats: sheet.formats.filter(({ area }) => inside(area)),
  };
}

/** The sheets that the case's state allows, in an office's order. */
export function madeSheets(making: Making, asOf: string, decided: boolean): Map<Page, SheetPlan> {
  const made = new Map<Page, SheetPlan>();
  for (const [name, decide] of Object.entries(decided ? { ...ALWAYS, ...OF_WINNERS } : ALWAYS)) {
    const [sheet] = pagesIn(making.job(asOf, decide).steps);
    if (!sheet) throw new Error(`no sheet: ${name}`);
    made.set(name as Page, pageAlone(sheet));
  }
  return made;
}

function newHost(now: number) {
  const { Excel, Office, host } = startHost({ book: newBook(), now: () => now, excelApi: '1.13', language: 'zh-CN' });
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  return { port, book: host.book };
}

/** A book of these sheets alone, as the add-in's own writer leaves them. */
export async function bookOfSheets(sheets: readonly SheetPlan[]): Promise<Book> {
  const { port, book } = newHost(44354);
  const basis = await port.read({ tables: [] });
  const problems = await port.write({ steps: sheets.map((sheet) => ({ kind: 'addSheet', sheet })) }, basis);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  book.sheets.splice(0, book.sheets.length - sheets.length);
  book.active = 0;
  return book;
}
