// An .xlsx or .xls file → plain cells of all its sheets, for imports. Widths, colours and formulas themselves are left behind.
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { lookKey, type CellLook, type ImportedCell } from '../../core/import/sheetRows';
import { storableText } from '../../core/ground/cleanText';
import { text } from '../../core/ground/text';
import type { ImportedSheet } from '../../app/run/job';
import { KIND_WORDS } from '../fileKind';
import { readingProgress, type TellReading } from '../readingProgress';
import { UnreadableFile } from '../unreadableFile';
import { asSeen, formatKind, type Formatter } from './cellLook';
import { leanPackage, repacked } from './leanPackage';
import { struckRows } from './struckRows';
import { fillMerged, type MergedArea } from './mergedAreas';

type Library = typeof import('@e965/xlsx');

/**
 * Reads every sheet, hidden ones and hidden rows too (they are marked). Dates become serial numbers, formulas their stored result, rich text
 * its plain text, links the text shown, error values their text ("#N/A"); each cell of a merged area carries the area's value.
 * Throws UnreadableFile when the file is damaged, locked, or larger inside than can be read.
 */
export async function workbookSheets(
  bytes: Uint8Array,
  kind: 'workbook' | 'oldXls',
  tell: TellReading,
): Promise<ImportedSheet[]> {
  const library = await sheetLibrary();
  if (kind === 'oldXls' && !OLE.every((byte, index) => bytes[index] === byte))
    throw new UnreadableFile({ ...KIND_WORDS.oldXls, expected: WHOLE });
  const parts = kind === 'workbook' ? unpacked(bytes, tell) : {};
  const content = kind === 'workbook' ? repacked(parts) : bytes;
  const struck = struckRows(parts);
  tell(readingProgress('parsing', 0, 1));
  const workbook = opened(library, content);
  const hidden = new Map((workbook.Workbook?.Sheets ?? []).map(({ name, Hidden }) => [name, Hidden]));
  const epoch = workbook.Workbook?.WBProps?.date1904 ? DAYS_TO_1904 : 0;
  const all = Object.values(workbook.Sheets).reduce((sum, sheet) => sum + rowsOf(sheet).length, 0);
  let before = 0;
  const sheets = workbook.SheetNames.flatMap((name): ImportedSheet[] => {
    const sheet = workbook.Sheets[name];
    if (!sheet || !Array.isArray(sheet['!data'])) return [];
    const first = before;
    before += rowsOf(sheet).length;
    const told = (row: number): void => tell(readingProgress('rows', first + row, all));
    return [
      {
        name,
        ...sheetRows(sheet, library.SSF as Formatter, epoch, told),
        ...(hidden.get(name) && { hidden: true }),
        ...(struck.has(name) && { struckRows: struck.get(name) }),
      },
    ];
  });
  if (sheets.length === 0) throw damaged();
  return sheets;
}

/** Without these the library would take the bytes for text. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const DAYS_TO_1904 = 1462;

/** Loaded only when a workbook is really read: it is the largest part of the pane. */
async function sheetLibrary(): Promise<Library> {
  const loaded = await import('@e965/xlsx');
  return 'read' in loaded ? loaded : (loaded as { default: Library }).default;
}

function unpacked(bytes: Uint8Array, tell: TellReading): Record<string, Uint8Array> {
  try {
    return leanPackage(bytes, tell);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(error);
  }
}

function opened(library: Library, bytes: Uint8Array): ReturnType<Library['read']> {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      sheetStubs: true,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new UnreadableFile({ ...KIND_WORDS.encrypted, expected: WHOLE }, error);
    throw damaged(error);
  }
}

const WHOLE = text('完整的工作簿', 'a whole workbook');

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

/** Rows are brought to one length only where that costs little: one cell in a far corner makes no million columns. */
const MOST_PADDED = 5_000_000;

const rowsOf = (sheet: WorkSheet): (CellObject | undefined)[][] =>
  Array.isArray(sheet['!data']) ? (sheet['!data'] as (CellObject | undefined)[][]) : [];

/** Between two words on how far it is. */
const ROWS_AT_ONCE = 2_000;

function sheetRows(
  sheet: WorkSheet,
  formatter: Formatter,
  epoch: number,
  told: (row: number) => void,
): Omit<ImportedSheet, 'name' | 'hidden'> {
  const rows: ImportedCell[][] = [];
  const looks = new Map<number, CellLook>();
  const kinds = new Map<string, ReturnType<typeof formatKind>>();
  let width = 0;
  rowsOf(sheet).forEach((cells, row) => {
    if (row % ROWS_AT_ONCE === 0) told(row);
    cells.forEach((cell, column) => {
      if (!cell) return;
      const format = String(cell.z ?? '');
      let kind = kinds.get(format);
      if (kind === undefined) kinds.set(format, (kind = formatKind(format, (one) => formatter.is_date(one))));
      const seen = seenCell(cell, format, kind, formatter, epoch);
      if (seen.look) looks.set(lookKey(row, column), seen.look);
      if (seen.value === null && !seen.look) return;
      (rows[row] ??= [])[column] = seen.value;
      width = Math.max(width, column + 1);
    });
  });
  fillMerged(rows, (sheet['!merges'] ?? []) as MergedArea[], looks);
  for (const row of rows) width = Math.max(width, row?.length ?? 0);
  const even = rows.length * width <= MOST_PADDED;
  const hiddenRows = hiddenPlaces(sheet['!rows'], 1);
  const hiddenColumns = hiddenPlaces(sheet['!cols'], 0);
  return {
    rows: Array.from(rows, (row) =>
      Array.from({ length: even ? width : (row?.length ?? 0) }, (_cell, column) => row?.[column] ?? null),
    ),
    ...(looks.size > 0 && { looks }),
    ...(hiddenRows.size > 0 && { hiddenRows }),
    ...(hiddenColumns.size > 0 && { hiddenColumns }),
  };
}

function hiddenPlaces(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined, first: 0 | 1): Set<number> {
  const hidden = new Set<number>();
  infos?.forEach((info, index) => {
    if (info?.hidden) hidden.add(index + first);
  });
  return hidden;
}

const UNWORKED: CellLook = { kind: 'unworked' };

function seenCell(
  cell: CellObject,
  format: string,
  kind: ReturnType<typeof formatKind>,
  formatter: Formatter,
  epoch: number,
): { readonly value: ImportedCell; readonly look?: CellLook } {
  const { t, v, f } = cell;
  if (v === undefined || v === null || t === 'z') return f ? { value: null, look: UNWORKED } : { value: null };
  if (t === 'e') return { value: String(ERRORS[Number(v)] ?? v) };
  if (typeof v === 'boolean') return { value: v };
  if (typeof v === 'number') {
    if (!Number.isFinite(v)) return { value: null };
    return asSeen(kind === 'date' ? v + epoch : v, format, kind, formatter);
  }
  return { value: storableText(String(v)) || null };
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};
