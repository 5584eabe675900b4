// Everything that the product writes keeps within what Excel takes, on a whole campaign with every sheet that it makes.
// The files are judged by the Open XML SDK elsewhere; here stands what the SDK does not look at.
import { excelFunction } from '../../src/workbench/model/excelFunctions';
import { callsIn, limitFault, ruleFault } from '../../src/workbench/model/formulaLimits';
import { FUNCTIONS_USED } from '../../src/workbench/model/functionsUsed';
import { formulaTree } from '../../src/workbench/model/formulaTree';
import { intersect } from '../../src/workbench/model/area';
import type { Book, Range, Sheet } from '../../src/workbench/model/book';
import { severalForOne } from '../../src/workbench/model/implicitIntersection';
import { nameFault } from '../../src/workbench/model/names';
import { sheetNameFault } from '../../src/workbench/model/sheets';
import { criteriaWords } from '../support/everySheet';
import { madeEverySheet } from '../support/madeBooks';

/** Whole campaigns are made here; other tests may run at the same time. */
jest.setTimeout(480_000);

const at = (sheet: Sheet, key: string): string => `${sheet.name}!${key}`;
const cells = (book: Book): { sheet: Sheet; key: string; formula: string }[] =>
  book.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([key, { formula }]) => (formula === undefined ? [] : [{ sheet, key, formula }])),
  );
/** Formulas of validations and conditional formats, without "=". */
const rules = ({ validations, conditionals }: Sheet): string[] => [
  ...validations
    .filter(({ inline }) => !inline)
    .flatMap(({ formula1, formula2 }) => [formula1, formula2].filter((one) => one !== undefined)),
  ...conditionals.map(({ formula }) => formula),
];

describe.each(['zh', 'en'] as const)('every sheet in the language %s', (language) => {
  let book: Book;

  beforeAll(async () => {
    book = await madeEverySheet(language);
  });

  it('has formulas that Excel takes: length, depth, number of arguments, texts', () => {
    const faults = [
      ...cells(book).map(({ sheet, key, formula }) => [at(sheet, key), limitFault(formula)]),
      ...book.names.map(({ name, formula }) => [name, limitFault(formula)]),
    ];
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
    expect([...cells(book), ...book.names].filter(({ formula }) => formulaTree(formula) === null)).toEqual([]);
  });

  it('uses only functions of Excel 2007 and ISFORMULA of 2013, which Excel 2016 and WPS have too', () => {
    const all = [
      ...cells(book).map(({ formula }) => formula),
      ...book.names.map(({ formula }) => formula),
      ...book.sheets.flatMap(rules),
    ];
    const used = new Set(
      [...new Set(all)].flatMap((formula) => {
        const tree = formulaTree(formula);
        return tree ? callsIn(tree).map(({ name }) => name) : [];
      }),
    );
    expect([...used].filter((name) => excelFunction(name)?.since !== 2007)).toEqual(['ISFORMULA']);
    expect([...used].sort()).toEqual(FUNCTIONS_USED);
  });

  it('has no formula that spills, gets an @ that matters, or needs Ctrl+Shift+Enter: it means the same in every version', () => {
    const names = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
    const places = new Map<string, readonly string[]>();
    for (const { formula } of cells(book))
      if (!places.has(formula))
        places.set(
          formula,
          severalForOne(formula, (name) => names.get(name.toLowerCase())),
        );
    expect([...places].filter(([, found]) => found.length > 0)).toEqual([]);
    expect(places.size).toBeGreaterThan(500);
  });

  it('has no column whose formula refers to the whole column that it stands in', () => {
    const circles = book.sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) =>
        table.columns.flatMap(({ name, calculatedFormula = '' }) =>
          calculatedFormula.replace(/"[^"]*"/g, '').includes(`${table.name}[${name}]`)
            ? [`${table.name}[${name}]`]
            : [],
        ),
      ),
    );
    expect(circles).toEqual([]);
  });

  it('has validations and conditional formats that Excel takes', () => {
    for (const sheet of book.sheets) {
      expect(
        rules(sheet)
          .map(
            (formula) =>
              ruleFault(formula) ??
              limitFault(formula) ??
              (formula.length > 255 ? `${formula.length} characters` : null),
          )
          .filter((fault) => fault !== null),
      ).toEqual([]);
      for (const { prompt, error, inline, formula1 = '' } of sheet.validations) {
        if (inline) expect(formula1.length).toBeLessThanOrEqual(255);
        expect([prompt?.title.length ?? 0, error?.title.length ?? 0].every((length) => length <= 32)).toBe(true);
        expect(prompt?.message.length ?? 0).toBeLessThanOrEqual(255);
        expect(error?.message.length ?? 0).toBeLessThanOrEqual(225);
      }
    }
  });

  it('has sheet, table and defined names by Excel’s rules, and no two alike', () => {
    expect(
      book.sheets.map((sheet) => sheetNameFault(book, sheet.name, sheet)).filter((fault) => fault !== null),
    ).toEqual([]);
    const names = [
      ...book.names.map(({ name }) => name),
      ...book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)),
    ];
    expect(names.map((name) => nameFault(book, name, name)).filter((fault) => fault !== null)).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('has tables with distinct text headers that stand in their cells, apart from each other and from merged cells', () => {
    for (const sheet of book.sheets) {
      const places: Range[] = [...sheet.tables.map(({ range }) => range), ...sheet.merges];
      expect(places.filter((place, i) => places.some((other, j) => j > i && intersect(place, other)))).toEqual([]);
      for (const { columns, range } of sheet.tables) {
        const headers = columns.map((_column, i) => sheet.cells.get(`${range.row},${range.column + i}`)?.value);
        expect(headers).toEqual(columns.map(({ name }) => name));
        expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(columns.length);
        expect(
          columns
            .map(({ name }) => name)
            .filter((name) => name.trim() !== name || name === '' || name.length > 255 || /[[\]#'@]/.test(name)),
        ).toEqual([]);
      }
    }
  });

  it('has sizes, pages and cells within Excel’s limits', () => {
    for (const sheet of book.sheets) {
      const { page } = sheet;
      expect(
        [...sheet.rows.values()].map(({ height = 0 }) => height).filter((height) => height < 0 || height > 409.5),
      ).toEqual([]);
      expect(
        [...sheet.columns.values()].map(({ width = 0 }) => width).filter((width) => width < 0 || width > 255),
      ).toEqual([]);
      for (const parts of [page.header, page.footer])
        expect(Object.values(parts ?? {}).join('').length + 6).toBeLessThanOrEqual(255);
      for (const margin of Object.values(page.margins ?? {})) expect(margin).toBeLessThan(200);
      if (page.titleRows) expect(page.titleRows[0]).toBeLessThanOrEqual(page.titleRows[1]);
      if (page.scale !== undefined) expect(page.scale >= 10 && page.scale <= 400).toBe(true);
      if (sheet.freeze) expect(sheet.freeze.rows < 60 && sheet.freeze.columns < 20).toBe(true);
      const wrong = [...sheet.cells].filter(([, { value, style }]) => {
        if (typeof value === 'string') return value.length > 32767;
        const isDate = /[ymdh]/.test((style?.numberFormat ?? '').replace(/"[^"]*"/g, ''));
        return typeof value === 'number' && (!Number.isFinite(value) || (isDate && (value < 0 || value >= 2958466)));
      });
      expect(wrong.map(([key]) => at(sheet, key))).toEqual([]);
    }
  });

  it('has number formats in Excel’s international spelling, none that shows a bare point', () => {
    const formats = new Set(
      book.sheets.flatMap((sheet) => [...sheet.cells.values()].map(({ style }) => style?.numberFormat ?? 'General')),
    );
    // One number, or one each for what is above, below and at nothing; a part that is left out shows nothing.
    const number = '[+-]?[#,0]*0(?:\\.0+#*)?%?';
    const known = new RegExp(`^(?:General|@|yyyy-mm-dd(?: hh:mm(?::ss)?)?|${number}(?:;(?:${number}|"—")?){0,2})$`);
    expect([...formats].filter((format) => !known.test(format))).toEqual([]);
  });
});

it('a contest of twelve criteria still has formulas that Excel takes', () => {
  expect(criteriaWords(12).filter(([, formula]) => limitFault(formula) !== null)).toEqual([]);
});
