import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/workbench/model/book';
import { NoLibreOffice, recalculate, toPdf, withoutResults } from '../../../src/workbench/xlsx/libreOffice';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { DATA, FACTS } from '../calc/excelResults';
import { bookWith, fill, valueAt } from '../calc/sampleBooks';
import { describeWithLibreOffice } from './givenLibreOffice';
import { richBook } from './richBook';

describeWithLibreOffice('LibreOffice reads what is written', () => {
  test('tables, rules, names and page setup arrive, formulas are worked out anew', async () => {
    const book = richBook();
    book.sheets[0]!.cells.get('2,0')!.value = 999; // a stored result that is wrong
    const again = await recalculate(await writeBook(book));
    const [front, receipts] = again.sheets;
    expect([0, 1, 2, 3, 4].map((column) => valueAt(front, 2, column))).toEqual([8, '', true, { error: '#DIV/0!' }, 1]);
    expect([1, 2].map((row) => valueAt(receipts, row, 3))).toEqual([6, 10]);
    expect(receipts?.tables.map(({ name, range, columns }) => [name, range, columns.length])).toEqual([
      ['Receipts', { row: 0, column: 0, rows: 4, columns: 5 }, 5],
    ]);
    expect(receipts?.validations.map(({ type }) => type).sort()).toEqual(['custom', 'decimal', 'list', 'list']);
    expect(receipts?.validations.find(({ inline }) => inline)?.formula1).toBe('是,否,"引号"');
    expect(receipts?.conditionals.map(({ formula, style }) => [formula, style.fill ?? null])).toEqual([
      ['$C2="否"', '#FEE2E2'],
      ['$B2<Cut', null],
    ]);
    expect(front?.page).toMatchObject({ orientation: 'landscape', paperSize: 9, titleRows: [0, 2], fitWide: 1 });
    expect(front?.page.printArea).toEqual({ row: 0, column: 0, rows: 8, columns: 5 });
    expect(front?.protection).toBeDefined();
    expect(again.names.find(({ name }) => name === 'Cut')?.formula).toMatch(/收件 登记'!\$B\$2$/);
  });

  test('it prints to PDF', async () => {
    const pdf = await toPdf(await writeBook(richBook()));
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(3000);
  });

  test('two runs at once do not meet', async () => {
    const bytes = await Promise.all([1, 2].map((n) => writeBook(bookWith('a', [[n, '=A1*10']]))));
    const books = await Promise.all(bytes.map(recalculate));
    expect(books.map((book) => valueAt(book.sheets[0], 0, 1))).toEqual([10, 20]);
  });
});

describeWithLibreOffice('the facts that the calculator is held to hold in LibreOffice too', () => {
  /** Where LibreOffice 7.4 is known to differ from Excel. */
  const DIFFERS = new Set<string>([
    // Truth values are numbers to it.
    '=TRUE>"z"',
    '="a"&TRUE',
    '=COUNT(D2:D7)',
    '=CONCATENATE("a",1,TRUE)',
    '=SUM(I2:I7)',
    '=SUM("3",TRUE)',
    // Its errors have no counterpart in the file format.
    '=SQRT(-1)',
    '=LARGE(G2:G7,9)',
    '=INDEX(C2:C7,99)',
    // A formula that is not stored as an array formula takes one cell of each range, in LibreOffice as in Excel before 2019.
    '=LARGE(G2:G7*(B2:B7="甲"),2)',
    '=MIN(IF(B2:B7="甲",E2:E7))',
    '=AGGREGATE(14,6,E2:E7/(B2:B7="甲"),1)',
    '=SUM(--(G2:G7=8.1))',
    // Its own ways: no date before 1899-12-30, no lone decimal point, text that spells a number is no number.
    '=TEXT(E5,"yyyy-mm-dd")',
    '=TEXT(5,"0.##")',
    '=COUNTIF(C2:C7,7)',
  ]);

  test('independent results agree', async () => {
    const facts = FACTS.filter(([formula]) => !DIFFERS.has(formula));
    const book = bookWith('Data', DATA);
    fill(
      book.sheets[0]!,
      20,
      19,
      facts.map(([formula]) => [formula]),
    );
    const again = await recalculate(await writeBook(book), 44500.5);
    const wrong = facts.flatMap(([formula, expected], index) => {
      const found = valueAt(again.sheets[0], 20 + index, 19);
      const same =
        typeof found === 'number' && typeof expected === 'number'
          ? Math.abs(found - expected) < 1e-9
          : JSON.stringify(found) === JSON.stringify(expected);
      return same ? [] : [{ formula, expected, found }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('around LibreOffice', () => {
  test('results are stripped from formulas only', async () => {
    const stripped = await readBook(withoutResults(await writeBook(richBook())));
    expect(stripped.sheets[0]?.cells.get(cellKey(2, 0))).toEqual({ formula: '=SUM(Receipts[分数])' });
    expect(valueAt(stripped.sheets[0], 0, 2)).toBe(44354.75);
  });

  test('a machine without it is told so', async () => {
    const before = process.env.SOFFICE;
    process.env.SOFFICE = '/nowhere/soffice';
    try {
      await expect(recalculate(await writeBook(richBook()))).rejects.toBeInstanceOf(NoLibreOffice);
    } finally {
      if (before === undefined) delete process.env.SOFFICE;
      else process.env.SOFFICE = before;
    }
  });
});
