// A book → the bytes of an .xlsx file: cells and styles by ExcelJS, tables, rules, charts, names and protection put in after it.
import { Workbook, type XlsxWriteOptions } from 'exceljs';
import { a1 } from '../calc/a1';
import type { Book, Sheet } from '../model/book';
import { DRAWING_RELATION, linksXml, writeCharts, type PartLink } from './chartParts';
import { definedNamesXml } from './definedNames';
import { orderFonts } from './fileFonts';
import { protectionXml } from './protection';
import { conditionalsXml, validationsXml } from './sheetRules';
import { tableXml } from './tablePart';
import { shownSheet, writeGrid } from './writeGrid';
import { element } from './xml';
import { closePackage, openPackage, partText, relationsPath, setPart, type ZipPackage } from './zipPackage';

/** How a book is saved. */
export interface WriteOptions {
  /** Stores the results that formulas have in the book (default true). Without them every reader works them out itself. */
  readonly cachedResults?: boolean;
  /** Of the document, as viewers show it; none by default. */
  readonly title?: string | undefined;
}

const TABLE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
const TABLE_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/**
 * Writes a book as .xlsx. The file asks its reader to work out all formulas on opening. The same book gives the same bytes.
 * Throws an Error for what no .xlsx can hold (a typed-out list of more than 255 characters).
 * Example: `await writeFile('book.xlsx', await writeBook(book))`.
 */
export async function writeBook(book: Book, { cachedResults = true, title }: WriteOptions = {}): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2020, 0, 1));
  if (title !== undefined) workbook.title = title;
  writeGrid(workbook, book, cachedResults);
  const parts = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer(UNPRESSED)));
  const styles: string[] = [];
  const { drawings, contents } = writeCharts(parts, book);
  let tables = 0;
  book.sheets.forEach((sheet, index) => {
    tables += addSheetParts(parts, sheet, index, tables, styles, drawings.get(sheet));
    if (index === shownSheet(book))
      replacePart(parts, sheetPath(index), (xml) =>
        xml.replace(/(<selection [^>]*sqref=")[^"]*/, `$1${a1(book.selection)}`),
      );
  });
  replacePart(parts, 'xl/styles.xml', orderFonts);
  if (styles.length > 0) addStyles(parts, styles);
  replacePart(parts, 'xl/workbook.xml', (xml) => xml.replace('</sheets>', `</sheets>${definedNamesXml(book)}`));
  replacePart(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `${tableContentTypes(tables)}${contents}</Types>`),
  );
  return closePackage(parts);
}

/** Its parts are taken apart again at once. */
const UNPRESSED: Partial<XlsxWriteOptions> = { zip: { compression: 'STORE' } };

const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

function replacePart(parts: ZipPackage, path: string, change: (xml: string) => string): void {
  const xml = partText(parts, path);
  if (xml === undefined) throw new Error(`the file has no part ${path}`);
  setPart(parts, path, change(xml));
}

/** Puts in what ExcelJS leaves out, each at its place in the schema's order. Gives the number of tables added. */
function addSheetParts(
  parts: ZipPackage,
  sheet: Sheet,
  index: number,
  tablesBefore: number,
  styles: string[],
  drawing: string | undefined,
): number {
  const conditionals = conditionalsXml(sheet, (xml) => {
    const known = styles.indexOf(xml);
    return known >= 0 ? known : styles.push(xml) - 1;
  });
  const links = sheet.tables.map((_table, n): PartLink => ({
    id: `rId${n + 1}`,
    type: TABLE_RELATION,
    target: `../tables/table${tablesBefore + n + 1}.xml`,
  }));
  const tableLinks = element(
    'tableParts',
    { count: links.length },
    links.map(({ id }) => element('tablePart', { 'r:id': id })).join(''),
  );
  const drawingLink: PartLink | undefined =
    drawing === undefined ? undefined : { id: `rId${links.length + 1}`, type: DRAWING_RELATION, target: drawing };
  replacePart(parts, sheetPath(index), (xml) =>
    xml
      .replace(/<\/sheetData>|<sheetData\/>/, (end) => `${end}${protectionXml(sheet.protection)}`)
      .replace(/<(printOptions|pageMargins)/, (next) => `${conditionals}${validationsXml(sheet)}${next}`)
      .replace(
        '</worksheet>',
        `${drawingLink ? element('drawing', { 'r:id': drawingLink.id }) : ''}${links.length > 0 ? tableLinks : ''}</worksheet>`,
      ),
  );
  if (drawingLink || links.length > 0)
    setPart(parts, relationsPath(sheetPath(index)), linksXml(drawingLink ? [...links, drawingLink] : links));
  sheet.tables.forEach((table, n) =>
    setPart(parts, `xl/tables/table${tablesBefore + n + 1}.xml`, tableXml(table, sheet, tablesBefore + n + 1)),
  );
  return sheet.tables.length;
}

function addStyles(parts: ZipPackage, styles: readonly string[]): void {
  const all = element('dxfs', { count: styles.length }, styles.join(''));
  replacePart(parts, 'xl/styles.xml', (xml) => xml.replace(/<dxfs[^>]*\/>|<dxfs[^>]*>[\s\S]*<\/dxfs>/, () => all));
}

function tableContentTypes(tables: number): string {
  return Array.from({ length: tables }, (_unused, n) =>
    element('Override', { PartName: `/xl/tables/table${n + 1}.xml`, ContentType: TABLE_CONTENT }),
  ).join('');
}
