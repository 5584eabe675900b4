// An .xlsx file → plain cells of all its sheets, for imports. Formats, widths and formulas themselves are left behind.
import type { Cell, CellValue, Row, Worksheet } from 'exceljs';
import type { ImportedSheet } from '../app/run/job';
import { text } from '../core/ground/text';
import { UnreadableFile } from './unreadableFile';

type Plain = string | number | boolean | null;

/**
 * Reads every sheet, hidden ones and hidden rows too. Dates become serial numbers, formulas their stored result, rich text its
 * plain text, links the text shown, error values their text ("#N/A"); each cell of a merged area carries the area's value.
 * Throws UnreadableFile when the file is damaged.
 */
export async function workbookSheets(bytes: Uint8Array): Promise<ImportedSheet[]> {
  const { Workbook } = await excelJs();
  const workbook = new Workbook();
  try {
    leaveOut(workbook.xlsx);
    await workbook.xlsx.load(bytes.slice().buffer, { ignoreNodes: IGNORED });
  } catch (error) {
    throw damaged(error);
  }
  if (workbook.worksheets.length === 0) throw damaged();
  return workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: sheetRows(sheet) }));
}

function damaged(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    {
      code: 'damaged-workbook',
      expected: text('完整的 .xlsx 工作簿', 'a whole .xlsx workbook'),
      found: text('残缺或损坏的工作簿', 'a damaged or incomplete workbook'),
      mend: text('请用 Excel 打开并另存一份，再选新的那份。', 'Open it in Excel, save a copy and choose the copy.'),
    },
    cause,
  );
}

/** Loaded only when a workbook is really read: it is the largest part of the pane. */
async function excelJs(): Promise<typeof import('exceljs')> {
  const loaded = await import('exceljs');
  return 'Workbook' in loaded ? loaded : (loaded as { default: typeof import('exceljs') }).default;
}

/** Parts of a sheet that say nothing about its cells; reading them takes long (a validation of whole columns) or fails. */
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
  'pageSetup',
  'headerFooter',
  'rowBreaks',
];

/** Steps by which ExcelJS reads the other parts of a file. It stumbles over filtered tables, some drawings and some notes. */
const LEFT_OUT = ['WorksheetRels', 'Media', 'Drawing', 'DrawingRels', 'VmlDrawing', 'Comment', 'Table'];

function leaveOut(reader: object): void {
  for (const part of LEFT_OUT) Object.assign(reader, { [`_process${part}Entry`]: async () => undefined });
}

/** A merge over whole sheet rows would otherwise make thousands of columns. */
const WIDEST_MERGE = 256;

function sheetRows(sheet: Worksheet): Plain[][] {
  const rows: Plain[][] = [];
  let width = 0;
  sheet.eachRow({ includeEmpty: false }, (row: Row, number: number) => {
    const values: Plain[] = [];
    row.eachCell({ includeEmpty: false }, (cell: Cell, column: number) => {
      if (isMergedCopy(cell) && column > WIDEST_MERGE) return;
      const value = cellValue(cell.isMerged ? cell.master : cell);
      if (value === null) return;
      values[column - 1] = value;
      width = Math.max(width, column);
    });
    if (values.length > 0) rows[number - 1] = values;
  });
  return Array.from(rows, (row) => Array.from({ length: width }, (_unused, column) => row?.[column] ?? null));
}

const isMergedCopy = (cell: Cell): boolean => cell.isMerged && cell.master !== cell;

/** A formula's value drops results that are 0, false or empty; the cell itself has them. */
function cellValue(cell: Cell): Plain {
  return cell.formula ? plainValue(cell.result as CellValue) : plainValue(cell.value);
}

function plainValue(value: CellValue | undefined): Plain {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return serialOf(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('') || null;
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return plainValue(value.text as CellValue);
  return null;
}

const SERIAL_OF_1970 = 25569;
const DAY_MS = 86_400_000;

/** The reader puts wall-clock time into the date's UTC fields, so no zone is involved on the way back. */
function serialOf(date: Date): number | null {
  const serial = date.getTime() / DAY_MS + SERIAL_OF_1970;
  return Number.isFinite(serial) ? serial : null;
}
