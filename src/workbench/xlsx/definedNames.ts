// Defined names of a book as XML, both ways, with the print areas and title rows that a file keeps among them.
import { a1, columnIndex, columnLetters, parseA1 } from '../calc/a1';
import type { Book, DefinedName, PageLayout, Sheet } from '../model/book';
import { shownFormula, storedFormula } from './formulaForms';
import { attribute, children, content, element, escapeXml, flag, type XmlNode } from './xml';

const AREA = '_xlnm.Print_Area';
const TITLES = '_xlnm.Print_Titles';

/** All defined names, print areas and titles among them, in the order that Excel demands. */
export function definedNamesXml(book: Book): string {
  const names = [
    ...book.names.map(({ name, formula, comment, visible }) =>
      element('definedName', { name, comment, hidden: visible ? undefined : 1 }, escapeXml(storedFormula(formula))),
    ),
    ...book.sheets.flatMap((sheet, index) =>
      pageNames(sheet).map(([name, formula]) =>
        element('definedName', { name, localSheetId: index }, escapeXml(formula)),
      ),
    ),
  ];
  return names.length > 0 ? element('definedNames', {}, names.join('')) : '';
}

function pageNames({ name, page }: Sheet): [string, string][] {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  const titles = [
    page.titleColumns && `${sheet}$${columnLetters(page.titleColumns[0])}:$${columnLetters(page.titleColumns[1])}`,
    page.titleRows && `${sheet}$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`,
  ].filter((part) => part !== undefined);
  return [
    ...(page.printArea ? [[AREA, `${sheet}${areaText(page)}`] as [string, string]] : []),
    ...(titles.length > 0 ? [[TITLES, titles.join(',')] as [string, string]] : []),
  ];
}

/** A single cell is written as a range too. */
function areaText({ printArea }: PageLayout): string {
  const text = printArea ? a1(printArea, true) : '';
  return text.includes(':') ? text : `${text}:${text}`;
}

/** Names for the whole book, with "=". Names that belong to one sheet are not among them, except where `pageOf` reads them. */
export function readNames(workbook: XmlNode): DefinedName[] {
  return children(workbook, 'definedNames', 'definedName')
    .filter(
      (node) => attribute(node, 'localSheetId') === undefined && !(attribute(node, 'name') ?? '').startsWith('_xlnm.'),
    )
    .map((node) => {
      const comment = attribute(node, 'comment');
      return {
        name: attribute(node, 'name') ?? '',
        formula: shownFormula(content(node)),
        visible: !flag(node, 'hidden'),
        ...(comment ? { comment } : {}),
      };
    });
}

/** True for names that only one sheet knows: the model has no place for them. */
export function isSheetName(node: XmlNode): boolean {
  return attribute(node, 'localSheetId') !== undefined && !(attribute(node, 'name') ?? '').startsWith('_xlnm.');
}

/** Print area and title rows and columns of the sheet at this index. */
export function readPageNames(
  workbook: XmlNode,
  index: number,
): Pick<PageLayout, 'printArea' | 'titleRows' | 'titleColumns'> {
  const local = (name: string): string => {
    const node = children(workbook, 'definedNames', 'definedName').find(
      (one) => attribute(one, 'localSheetId') === String(index) && attribute(one, 'name') === name,
    );
    return node ? content(node) : '';
  };
  const place = (text: string): string => text.slice(text.lastIndexOf('!') + 1);
  const printArea = parseA1(place(local(AREA).split(/,(?=')/)[0] ?? ''));
  const parts = local(TITLES).split(',').map(place);
  const rows = parts.map((part) => /^\$?(\d+):\$?(\d+)$/.exec(part)).find((match) => match);
  const columns = parts.map((part) => /^\$?([A-Z]+):\$?([A-Z]+)$/i.exec(part)).find((match) => match);
  return {
    ...(printArea ? { printArea } : {}),
    ...(rows ? { titleRows: [Number(rows[1]) - 1, Number(rows[2]) - 1] } : {}),
    ...(columns ? { titleColumns: [columnIndex(columns[1] ?? 'A'), columnIndex(columns[2] ?? 'A')] } : {}),
  };
}
