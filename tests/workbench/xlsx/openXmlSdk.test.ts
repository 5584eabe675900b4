// Every kind of file that the product writes is valid for Microsoft's own Open XML SDK, from Office 2013 to the newest, and openpyxl reads
// from it what the model has.
import { beforeAll, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exportJudge } from '../../../src/workbench/cli/exportJudge';
import { clockAt } from '../../../src/workbench/cli/machineClock';
import { a1 } from '../../../src/workbench/calc/a1';
import type { Book, Sheet } from '../../../src/workbench/model/book';
import { storedFormula } from '../../../src/workbench/xlsx/formulaForms';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { moment, newCampaignHost } from '../../support/campaignHost';
import { madeEverySheet } from '../../support/madeBooks';
import { describeWithOpenXmlSdk, faultsOf, OFFICE_VERSIONS } from './givenOpenXmlSdk';
import { describeWithOpenpyxl, readByOpenpyxl, type ReadByOpenpyxl, type ReadSheet } from './givenOpenpyxl';
import { richBook } from './richBook';

/** Two whole campaigns are made here; other tests may run at the same time. */
jest.setTimeout(480_000);

async function handedOut(campaign: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'judge-'));
  try {
    const [book, out] = [join(folder, 'campaign.xlsx'), join(folder, 'judge.xlsx')];
    await writeFile(book, campaign);
    await exportJudge(
      {
        job: 'export-judge',
        book,
        out,
        from: null,
        now: null,
        language: 'zh',
        settings: { judge: 'J01' },
        json: false,
        strict: false,
        preview: false,
      },
      clockAt(moment('2021-06-16T09:00')),
    );
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file as another program leaves it, with things that the model has and things that it has not. */
async function foreign(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("外来'表");
  sheet.addRows([
    ['单位', '数'],
    ['甲', 1],
    ['乙', { formula: 'B2*2', result: 2 }],
  ]);
  sheet.getCell('A1').font = {
    name: '宋体',
    size: 10.5,
    bold: true,
    underline: 'double',
    color: { theme: 4, tint: 0.4 } as never,
    charset: 134,
    vertAlign: 'superscript',
  };
  sheet.getCell('A2').value = { richText: [{ text: '红', font: { bold: true, strike: true } }, { text: '色' }] };
  sheet.getCell('A3').value = { text: '邮箱', hyperlink: 'mailto:a@example.com' };
  sheet.getCell('B1').note = '批注';
  sheet.getCell('B2').numFmt = '[$-804]yyyy"年"m"月"d"日";@';
  sheet.autoFilter = 'A1:B3';
  sheet.addConditionalFormatting({
    ref: 'B2:B9',
    rules: [
      { type: 'cellIs', operator: 'between', formulae: ['1', '$B$2'], priority: 1, style: { font: { bold: true } } },
    ],
  });
  sheet.getCell('D1').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same with the element names of the sheet prefixed, as some programs write them. */
function prefixed(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  return zipSync({
    ...parts,
    [path]: strToU8(
      strFromU8(parts[path]!)
        .replace(/<(\/?)(\w+)(?=[ />])/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
    ),
  });
}

const resaved = async (bytes: Uint8Array): Promise<Uint8Array> => writeBook(await readBook(bytes));

interface Made {
  /** The books of which the model is known; the files of others were read from files. */
  readonly books: Readonly<Record<string, Book>>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

let made: Promise<Made> | undefined;

/** Made when first asked for: both readers look at the same files. */
const everyKind = (): Promise<Made> => (made ??= make());

async function make(): Promise<Made> {
  const sample = (name: string): Promise<Uint8Array> =>
    readFile(join(__dirname, '../../samples', name)).then((bytes) => resaved(new Uint8Array(bytes)));
  // English first, the other way round than where the limits are checked: two workers then make one each.
  const en = await madeEverySheet('en');
  const books = {
    'every made sheet in English': en,
    'every made sheet in Chinese': await madeEverySheet('zh'),
    'a new campaign in Chinese': (await newCampaignHost()).host.book,
    'a new campaign in English': (await newCampaignHost({ language: 'en' })).host.book,
    'everything that the model has': richBook(),
  };
  const written: Record<string, Uint8Array> = {};
  for (const [name, book] of Object.entries(books)) written[name] = await writeBook(book);
  const zh = written['every made sheet in Chinese']!;
  return {
    books,
    files: {
      ...written,
      'a campaign without stored results': await writeBook(books['a new campaign in Chinese'], {
        cachedResults: false,
      }),
      'a judge’s sheet': await handedOut(zh),
      'a campaign saved again': await resaved(zh),
      'a foreign file saved again': await resaved(await foreign()),
      'a foreign file with prefixed names saved again': await resaved(prefixed(await foreign())),
      'a messy roster saved again': await sample('roster-messy.xlsx'),
      'messy scores saved again': await sample('scores-messy.xlsx'),
      'messy stories saved again': await sample('stories-messy.xlsx'),
    },
  };
}

describeWithOpenXmlSdk('the Open XML SDK accepts', () => {
  let files: Readonly<Record<string, Uint8Array>>;

  beforeAll(async () => {
    ({ files } = await everyKind());
  });

  it.each(['Office2013', 'Microsoft365'] as const)('all files for %s', async (version) => {
    const faults: Record<string, string[]> = {};
    for (const [name, bytes] of Object.entries(files)) {
      const found = await faultsOf(bytes, version);
      if (found.length > 0) faults[name] = found.slice(0, 5);
    }
    expect(faults).toEqual({});
  });

  it.each(OFFICE_VERSIONS)('every made sheet for %s', async (version) => {
    expect(await faultsOf(files['every made sheet in Chinese']!, version)).toEqual([]);
  });

  it('nothing that is damaged', async () => {
    const parts = unzipSync(files['a new campaign in Chinese']!);
    const path = 'xl/styles.xml';
    const damaged = zipSync({
      ...parts,
      [path]: strToU8(strFromU8(parts[path]!).replace(/(<sz [^>]*\/>)(<color [^>]*\/>)/, '$2$1')),
    });
    expect((await faultsOf(damaged, 'Office2013'))[0]).toMatch(/^\/xl\/styles\.xml .*unexpected child element/);
  });
});

/** The sheet as openpyxl must find it. */
function expectedOf(sheet: Sheet): ReadSheet {
  const { page, freeze } = sheet;
  const cells = [...sheet.cells.values()];
  const fits = page.fitWide !== undefined || page.fitTall !== undefined;
  const corner = freeze && a1({ row: freeze.rows, column: freeze.columns, rows: 1, columns: 1 });
  const byPriority = [...sheet.conditionals].sort((one, other) => one.priority - other.priority);
  const places = (ranges: readonly Parameters<typeof a1>[0][]): string => ranges.map((range) => a1(range)).join(' ');
  const stored = (formula: string | undefined): string | null => (formula ? storedFormula(formula) : null);
  return {
    name: sheet.name,
    state: sheet.visibility,
    formulas: cells.filter(({ formula }) => formula !== undefined).length,
    filled: cells.filter(({ value, formula }) => formula !== undefined || (value ?? '') !== '').length,
    merges: sheet.merges.map((range) => a1(range)).sort(),
    tables: sheet.tables.map(({ name, range, columns, style }) => ({
      name,
      ref: a1(range),
      columns: columns.map((column) => column.name),
      calculated: columns.map(({ calculatedFormula }) =>
        calculatedFormula ? storedFormula(calculatedFormula, name) : null,
      ),
      style: style || null,
    })),
    validations: sheet.validations.map(({ ranges, type, operator, ignoreBlank, prompt, error, ...rule }) => ({
      type,
      sqref: places(ranges),
      operator: operator === 'between' ? null : (operator ?? null),
      allowBlank: ignoreBlank,
      errorStyle: error && error.style !== 'stop' ? error.style : null,
      formulas: [
        rule.inline ? `"${(rule.formula1 ?? '').replaceAll('"', '""')}"` : stored(rule.formula1),
        stored(rule.formula2),
      ],
      texts: [prompt?.title, prompt?.message, error?.title, error?.message].map((text) => text || null),
    })),
    conditionals: byPriority.map((one, at) => ({
      sqref: places(one.ranges),
      formulas: [storedFormula(one.formula)],
      priority: at + 1,
      stop: one.stopIfTrue,
      looks: true,
    })),
    freeze: corner ?? null,
    charts: sheet.charts.length,
    page: {
      orientation: page.orientation ?? 'portrait',
      paper: page.paperSize ?? null,
      fits,
      wide: fits ? (page.fitWide ?? 0) : 1,
      tall: fits ? (page.fitTall ?? 0) : 1,
      titleRows: page.titleRows ? `$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}` : null,
      area: page.printArea ? [a1(page.printArea, true)] : null,
      breaks: page.rowBreaks ?? [],
      top: (page.margins?.top ?? 54) / 72,
    },
  };
}

describeWithOpenpyxl('openpyxl', () => {
  let found: Readonly<Record<string, ReadByOpenpyxl>>;
  let books: Readonly<Record<string, Book>>;

  beforeAll(async () => {
    const all = await everyKind();
    books = all.books;
    found = await readByOpenpyxl({ ...all.files, 'no workbook': strToU8('a,b') });
  });

  it('reads every file without a warning, and refuses what is none', () => {
    const faults = Object.entries(found).filter(([, { faults: said }]) => said.length > 0);
    expect(faults.map(([name]) => name)).toEqual(['no workbook']);
  });

  it('finds the sheets, tables with their column formulas, rules, conditional formats, merges, pages and formulas that were written', () => {
    for (const [name, { sheets }] of Object.entries(books))
      expect([name, found[name]?.sheets]).toEqual([name, sheets.map(expectedOf)]);
  });

  it('finds the names that were written', () => {
    for (const [name, { names }] of Object.entries(books))
      expect([name, found[name]?.names]).toEqual([
        name,
        names.map((one) => [one.name, storedFormula(one.formula)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      ]);
  });
});
