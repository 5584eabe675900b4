// Saved files hold nothing that Excel is known to repair, and a second reader reads from them what was written.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils, type CellObject } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Book } from '../../../src/workbench/model/book';
import { collectUsages, typesOf, type Usages } from '../../../src/workbench/xlsx/vocabulary';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { newCampaignHost } from '../../support/campaignHost';
import { repairTriggers } from '../../support/repairTriggers';
import { chartBook } from './chartBook';
import excelUses from './excelVocabulary.json';
import { richBook } from './richBook';

const files: { book: Book; bytes: Uint8Array }[] = [];
beforeAll(async () => {
  for (const book of [richBook(), (await newCampaignHost()).host.book, chartBook()])
    files.push({ book, bytes: await writeBook(book) });
}, 120_000);

test('no saved file holds anything that Excel repairs', () => {
  expect(files.map(({ bytes }) => repairTriggers(bytes))).toEqual([[], [], []]);
});

test('cells beside each other never give their common border two colours: some Excels keep one of them (docs/excel-truth.md 7)', () => {
  const campaign = files[1]?.book;
  const twice = (campaign?.sheets ?? []).flatMap(({ name, cells }) =>
    [...cells].flatMap(([key, { style }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const right = cells.get(`${row},${column + 1}`)?.style?.border?.left;
      const below = cells.get(`${row + 1},${column}`)?.style?.border?.top;
      const pairs = [
        [style?.border?.right, right],
        [style?.border?.bottom, below],
      ];
      return pairs.some(([one, other]) => one && other && one.color !== other.color) ? [`${name}!${key}`] : [];
    }),
  );
  expect(twice).toEqual([]);
  expect(campaign?.sheets.some(({ cells }) => [...cells.values()].some(({ style }) => style?.border))).toBe(true);
});

/** Cells as the model has them, dates and formulas by their stored results. */
function cellsOf({ sheets }: Book): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { name, cells } of sheets)
    for (const [key, { value }] of cells) {
      const said = typeof value === 'object' && value !== null ? value.error : value;
      if (said !== undefined && said !== null && said !== '') found.set(`${name}!${key}`, said);
    }
  return found;
}
const ERRORS: Readonly<Record<number, string>> = {
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

test('a second reader reads every cell as it was written, and finds the same sheets, merges and formulas', () => {
  for (const { book, bytes } of files) {
    const again = read(bytes, { type: 'array', cellText: false, cellNF: true });
    expect(again.SheetNames).toEqual(book.sheets.map(({ name }) => name));
    const found = new Map<string, unknown>();
    let formulas = 0;
    for (const name of again.SheetNames)
      for (const [at, cell] of Object.entries(again.Sheets[name] ?? {}) as [string, CellObject][]) {
        if (at.startsWith('!')) continue;
        const { r, c } = utils.decode_cell(at);
        if (cell.f !== undefined) formulas += 1;
        const value = cell.t === 'e' ? (ERRORS[Number(cell.v)] ?? cell.w) : cell.v;
        if (value !== undefined && value !== '') found.set(`${name}!${r},${c}`, value);
      }
    const written = cellsOf(book);
    expect([...found.keys()].sort()).toEqual([...written.keys()].sort());
    for (const [key, value] of written)
      expect([
        key,
        typeof value === 'number' ? Number(found.get(key)) : String(found.get(key)).replace(/\r\n/g, '\n'),
      ]).toEqual([key, typeof value === 'number' ? value : String(value)]);
    expect(formulas).toBe(
      book.sheets.reduce((sum, { cells }) => sum + [...cells.values()].filter(({ formula }) => formula).length, 0),
    );
    for (const { name, merges } of book.sheets)
      expect(again.Sheets[name]?.['!merges']?.length ?? 0).toBe(merges.length);
  }
});

/** Elements, attributes and orders of children (those of a package may stand in any) that are in none of the files of Excel (docs/excel-files.md says which). */
function unlikeExcel(bytes: Uint8Array): string[] {
  const ours: Usages = new Map();
  const parts = unzipSync(bytes);
  collectUsages(parts, ours);
  const elements: Readonly<Record<string, string>> = excelUses.elements;
  const faults = typesOf(parts).filter((type) => !excelUses.types.includes(type));
  for (const [key, { attributes, children, orders }] of ours) {
    const known = elements[key]?.split(' ');
    if (!known) {
      faults.push(key);
      continue;
    }
    faults.push(...[...attributes].filter((name) => !known.includes(`@${name}`)).map((name) => `${key} @${name}`));
    faults.push(...[...children].filter((name) => !known.includes(name)).map((name) => `${key} has ${name}`));
    for (const order of orders.keys()) {
      const [before = '', after = ''] = order.split(' ');
      if (!key.startsWith('package') && known.indexOf(before) > known.indexOf(after))
        faults.push(`${key}: ${before} before ${after}`);
    }
  }
  return faults;
}

test('every element, attribute, order, content type and link that is written is also written by Excel', () => {
  expect(files.map(({ bytes }) => unlikeExcel(bytes))).toEqual([[], [], []]);
});

test.each<[string, string, string, RegExp, string]>([
  ['an attribute', 'sheet tableColumns>tableColumn @unit', 'xl/tables/table1.xml', /<tableColumn /, '$&unit="a" '],
  ['an element', 'sheet table>remark', 'xl/tables/table1.xml', /<tableColumns /, '<remark/>$&'],
  [
    'an order',
    'sheet >table: tableColumns before autoFilter',
    'xl/tables/table1.xml',
    /(<autoFilter[\s\S]*?<\/autoFilter>|<autoFilter[^>]*\/>)([\s\S]*<\/tableColumns>)/,
    '$2$1',
  ],
  [
    'a content type',
    '/xl/tables/table#.xml application/xml',
    '[Content_Types].xml',
    /(PartName="\/xl\/tables\/table1.xml" ContentType=")[^"]*/,
    '$1application/xml',
  ],
])('%s that Excel does not write is seen', (_what, fault, path, from, to) => {
  const parts = unzipSync(files[0]!.bytes);
  const changed = strFromU8(parts[path]!).replace(from, to);
  expect(changed).not.toBe(strFromU8(parts[path]!));
  expect(unlikeExcel(zipSync({ ...parts, [path]: strToU8(changed) }))).toContain(fault);
});

describe('the check sees', () => {
  const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
  test.each<[string, RegExp, RegExp, string]>([
    ['overlapping merges', SHEET, /<mergeCells[^>]*>/, '$&<mergeCell ref="A90:B91"/><mergeCell ref="B91:C92"/>'],
    [
      'elements out of order',
      SHEET,
      /<sheetData>/,
      '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><sheetData>',
    ],
    [
      'two columns of one name',
      /^xl\/tables\//,
      /(<tableColumn [^>]*name=")[^"]*("[^>]*>[\s\S]*?<tableColumn [^>]*name=")[^"]*"/,
      '$1同名$2同名"',
    ],
    ['a heading unlike its column', /^xl\/tables\//, /(<tableColumn [^>]*name=")[^"]*"/, '$1别的"'],
    [
      'a long list',
      SHEET,
      /<dataValidations[^>]*>/,
      `<dataValidations><dataValidation type="list" sqref="A1"><formula1>"${'长'.repeat(300)}"</formula1></dataValidation>`,
    ],
    ['a look that is not there', SHEET, /dxfId="\d+"/, 'dxfId="9999"'],
    ['a long sheet name', /^xl\/workbook\.xml$/, /(<sheet [^>]*name=")[^"]*"/, `$1${'名'.repeat(32)}"`],
    ['a bad name', /^xl\/workbook\.xml$/, /(<definedName [^>]*name=")[^"]*"/, '$1A1"'],
    ['a broken name', /^xl\/workbook\.xml$/, /(<definedName [^>]*>)[^<]*/, "$1'D'Alsace'!$A$1"],
    ['a text that is not there', SHEET, /(<c [^>]*t="s"[^>]*><v>)\d+/, '$199999'],
    ['a number that is none', SHEET, /(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)[^<]*/, '$1NaN'],
    ['a character that XML has not', /^xl\/sharedStrings\.xml$/, /<t(?: [^>]*)?>/, '$&\u0001'],
    ['a link that leads nowhere', /^xl\/worksheets\/_rels\//, /Target="[^"]*"/, 'Target="../nowhere.xml"'],
  ])('%s', (_what, path, from, to) => {
    const parts = unzipSync(files[0]!.bytes);
    const name = Object.keys(parts).find((each) => path.test(each) && from.test(strFromU8(parts[each]!)));
    expect(name).toBeDefined();
    const changed = strFromU8(parts[name!]!).replace(from, to);
    expect(repairTriggers(zipSync({ ...parts, [name!]: strToU8(changed) })).length).toBeGreaterThan(0);
  });
});
