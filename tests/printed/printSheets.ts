// Sheets of many cases as one workbook and one PDF: LibreOffice is started once. Knows no case.
import { createExcelPort } from '../../src/excel/excelPort';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import type { Book } from '../../src/workbench/model/book';
import { newBook } from '../../src/workbench/model/book';
import { startHost } from '../../src/workbench/host/createHost';

/** A book of these sheets and nothing else, as the add-in's own writer leaves them. */
export async function bookOf(sheets: readonly SheetPlan[]): Promise<Book> {
  const { Excel, Office, host } = startHost({
    book: newBook(),
    now: () => 44354,
    excelApi: '1.13',
    language: 'zh-CN',
  });
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  const basis = await port.read({ tables: [] });
  const problems = await port.write({ steps: sheets.map((sheet) => ({ kind: 'addSheet', sheet })) }, basis);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  host.book.sheets.splice(0, host.book.sheets.length - sheets.length);
  host.book.active = 0;
  return host.book;
}
