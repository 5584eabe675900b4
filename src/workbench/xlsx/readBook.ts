// The bytes of an .xlsx file → a book: cells and styles by ExcelJS, tables, rules, charts, names and protection read beside it.
import { Workbook, type Worksheet } from 'exceljs';
import { parseA1 } from '../calc/a1';
import { addSheet, newBook, type Book, type Sheet } from '../model/book';
import { lastFilledRow, plainCells } from './cellForms';
import { readCharts } from './chartParts';
import { readNames, readPageNames } from './definedNames';
import { hideSizes } from './fileFonts';
import { isFrom1904 } from './foreignParts';
import { damagedWorkbook, NotAWorkbook } from './notAWorkbook';
import { hideFormats } from './numberFormats';
import { readProtection } from './protection';
import { readGrid } from './readGrid';
import { readConditionals, readValidations } from './sheetRules';
import { readTable } from './tablePart';
import { themePalette, type Palette } from './themeColors';
import { attribute, child, children, parseXml, type XmlNode } from './xml';
import { openPackage, partText, passOn, relationsOf, setPart, workbookPath, type ZipPackage } from './zipPackage';

/** What is read here or not at all; ExcelJS would spend time on it, or stumble over it. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'tableParts',
  'drawing',
  'legacyDrawing',
  'picture',
  'hyperlinks',
  'autoFilter',
  'sheetProtection',
  'rowBreaks',
];
const LEFT_OUT =
  /^docProps\/|^xl\/(?:tables|drawings|charts|media|comments|threadedComments|persons|pivotTables|pivotCache|printerSettings|externalLinks)/;

/**
 * Reads an .xlsx (or .xlsm) file. Everything that the model has is kept; for the rest see foreignParts.
 * Throws NotAWorkbook for any other bytes. Cells keep exact serial numbers as dates.
 * Example: `(await readBook(bytes)).sheets[0]?.name`.
 */
export async function readBook(bytes: Uint8Array): Promise<Book> {
  const parts = openPackage(bytes);
  try {
    return await readParts(parts);
  } catch (error) {
    if (error instanceof NotAWorkbook) throw error;
    throw damagedWorkbook(error);
  }
}

async function readParts(parts: ZipPackage): Promise<Book> {
  const main = workbookPath(parts);
  const workbook = child(parseXml(partText(parts, main) ?? ''), 'workbook');
  const relations = relationsOf(parts, main);
  const stylesPath = relations.find(({ type }) => type === 'styles')?.target;
  const stylesXml = (stylesPath && partText(parts, stylesPath)) || '<styleSheet/>';
  const palette = themePalette(partText(parts, relations.find(({ type }) => type === 'theme')?.target ?? ''));
  const grid = await loadGrid(parts, stylesPath, stylesXml);
  const ruleStyles = children(parseXml(stylesXml), 'styleSheet', 'dxfs', 'dxf');

  const book = newBook();
  book.sheets = [];
  const activeTab = Number(attribute(child(workbook, 'bookViews', 'workbookView'), 'activeTab') ?? 0);
  const paths = new Map<Sheet, string>();
  children(workbook, 'sheets', 'sheet').forEach((node, index) => {
    const name = attribute(node, 'name') ?? '';
    const file = grid.getWorksheet(name);
    const path = relations.find(({ id }) => id === attribute(node, 'id'))?.target;
    if (!file || path === undefined) return; // a chart sheet
    readSheet(book, name, file, { parts, path, ruleStyles, palette });
    const sheet = book.sheets[book.sheets.length - 1] as Sheet;
    paths.set(sheet, path);
    Object.assign(sheet.page, readPageNames(workbook as XmlNode, index));
    if (index !== activeTab) return;
    book.active = book.sheets.length - 1;
    readSelection(book, parts, path);
  });
  if (book.sheets.length === 0) throw damagedWorkbook();
  for (const [sheet, path] of paths) readCharts(parts, path, sheet, book);
  book.names = readNames(workbook as XmlNode);
  if (isFrom1904(workbook as XmlNode)) book.from1904 = true;
  return book;
}

/** The cells' part of the file through ExcelJS. */
async function loadGrid(parts: ZipPackage, stylesPath: string | undefined, stylesXml: string): Promise<Workbook> {
  const lean: ZipPackage = Object.fromEntries(
    Object.entries(parts).filter(([path]) => !LEFT_OUT.test(path) && !/worksheets\/_rels\//.test(path)),
  );
  if (stylesPath)
    setPart(
      lean,
      stylesPath,
      hideFormats(
        hideSizes(stylesXml),
        (text) => attribute(child(parseXml(`<a t="${text.replace(/"/g, '&quot;')}"/>`), 'a'), 't') ?? '',
      ),
    );
  for (const path of Object.keys(lean)) if (/^xl\/.*\.xml$/.test(path)) prepare(lean, path);
  const workbook = new Workbook();
  await workbook.xlsx.load(passOn(lean).slice().buffer, { ignoreNodes: IGNORED });
  return workbook;
}

/** ExcelJS knows neither prefixed element names nor flags in words, which some programs write. */
function prepare(parts: ZipPackage, path: string): void {
  const xml = partText(parts, path) ?? '';
  const prefix = /^(?:<\?[^>]*\?>)?\s*<(\w+):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml.slice(0, 1000))?.[1];
  const plain = prefix === undefined ? xml : xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
  const marked = /worksheets\//.test(path)
    ? plainCells(plain).replace(MERGE, (tag, ref: string) => (isVast(ref) ? '' : tag))
    : plain.replace(NAMES, '');
  const read = marked.replace(WORDED_FLAGS, (tag) => tag.replace(/="true"/g, '="1"').replace(/="false"/g, '="0"'));
  if (read !== xml) setPart(parts, path, read);
}

/** ExcelJS walks through every cell of a merged area and of a name's range: over a whole sheet it would never end. */
const MERGE = /<mergeCell\b[^>]*\bref="([^"]*)"[^>]*\/>/g;
const NAMES = /<definedNames>[\s\S]*?<\/definedNames>/;
const VAST = 50_000;

function isVast(ref: string): boolean {
  const range = parseA1(ref);
  return range !== null && range.rows * range.columns > VAST;
}

const WORDED_FLAGS = /<[^<>]*="(?:true|false)"[^<>]*>/g;

interface Source {
  readonly parts: ZipPackage;
  readonly path: string;
  readonly ruleStyles: readonly XmlNode[];
  readonly palette: Palette;
}

function readSheet(book: Book, name: string, file: Worksheet, { parts, path, ruleStyles, palette }: Source): void {
  const sheet = addSheet(book, name);
  const xml = partText(parts, path) ?? '';
  // A sheet that was read to its middle only would be saved without the rest.
  if (file.rowCount < lastFilledRow(xml)) throw damagedWorkbook();
  readGrid(file, sheet, palette);
  const worksheet = child(parseXml(withoutCells(xml)), 'worksheet');
  if (!worksheet) throw damagedWorkbook();
  const merged = children(worksheet, 'mergeCells', 'mergeCell').map((node) => attribute(node, 'ref') ?? '');
  sheet.merges.push(...merged.filter(isVast).flatMap((ref) => parseA1(ref) ?? []));
  sheet.validations = readValidations(worksheet).filter(({ ranges }) => ranges.length > 0);
  sheet.conditionals = readConditionals(worksheet, ruleStyles, palette).map((one) => ({
    ...one,
    id: `{C0000000-0000-4000-8000-${String(book.nextId++).padStart(12, '0')}}`,
  }));
  const breaks = readRowBreaks(worksheet);
  if (breaks.length > 0) sheet.page.rowBreaks = breaks;
  const protection = readProtection(child(worksheet, 'sheetProtection'));
  if (protection) sheet.protection = protection;
  const links = relationsOf(parts, path);
  for (const link of children(worksheet, 'tableParts', 'tablePart')) {
    const target = links.find(({ id }) => id === attribute(link, 'id'))?.target;
    const table = target === undefined ? null : readTable(parseXml(partText(parts, target) ?? ''), book.nextId);
    if (table) {
      book.nextId++;
      sheet.tables.push(table);
    }
  }
}

/** Rows that begin a page: a break's id is the 1-based row above it, which is the 0-based row below. */
function readRowBreaks(worksheet: XmlNode): number[] {
  return children(worksheet, 'rowBreaks', 'brk')
    .map((node) => Number(attribute(node, 'id')))
    .filter((row) => Number.isInteger(row) && row > 0)
    .sort((a, b) => a - b);
}

function readSelection(book: Book, parts: ZipPackage, path: string): void {
  const view = child(parseXml(withoutCells(partText(parts, path) ?? '')), 'worksheet', 'sheetViews', 'sheetView');
  const pane = attribute(child(view, 'pane'), 'activePane');
  const selections = children(view, 'selection');
  const chosen = selections.find((one) => attribute(one, 'pane') === pane) ?? selections[0];
  const range = parseA1((attribute(chosen, 'sqref') ?? '').split(' ')[0] ?? '');
  if (range) book.selection = range;
}

/** The cells are the bulk of a sheet and are read already. */
function withoutCells(xml: string): string {
  const from = xml.search(/<(?:\w+:)?sheetData\b/);
  const to = xml.search(/<\/(?:\w+:)?sheetData>/);
  return from >= 0 && to > from ? xml.slice(0, from) + xml.slice(xml.indexOf('>', to) + 1) : xml;
}
