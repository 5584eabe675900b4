// What a person asks of the rows of a source before they are read: leave this row out, read that cell as something else.
// Knows neither how it was said nor what the rows are about.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText, foldText } from './cellText';
import { lookKey, type ImportedCell, type SheetRows } from './sheetRows';
import type { SourceTable } from './sourceTable';

/** Rows `from` to `to` of a sheet, 1-based; sheet null: the only one that holds anything. */
export interface RowName {
  readonly sheet: string | null;
  readonly from: number;
  readonly to: number;
  /** As it was said. */
  readonly written: string;
}

/** A cell that a person corrects in the preview; the file stays as it is. */
export interface MendedCell {
  /** Null: the only sheet of the source. */
  readonly sheet: string | null;
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  /** What the cell is read as; '' empties it. */
  readonly value: string;
  /** The cell's name as it was said. */
  readonly written: string;
}

/** What a person asks of single rows before an import: leave out, read otherwise. */
export interface RowRequests {
  readonly skip?: readonly RowName[];
  readonly mend?: readonly MendedCell[];
}

interface ReadSkip extends RowName {
  readonly sheet: string;
}

interface ReadMend extends MendedCell {
  readonly sheet: string;
  readonly before: string;
}

/** The source with these requests carried out. */
export interface RequestedSheets {
  /** The sheets as they are to be read. */
  readonly sheets: readonly SheetRows[];
  readonly skips: readonly ReadSkip[];
  readonly mends: readonly ReadMend[];
  /** Requests whose sheet there is not. */
  readonly problems: readonly Problem[];
}

const holdsAnything = ({ rows }: SheetRows): boolean => rows.some((row) => row.some((cell) => cellText(cell) !== ''));

function sheetOf(
  sheets: readonly SheetRows[],
  { sheet, written }: Pick<RowName, 'sheet' | 'written'>,
  isCell: boolean,
): string | Problem {
  // A cell's column says which part of a table is meant, a row's number does not.
  const filled = sheets.filter(
    (each, index) =>
      holdsAnything(each) &&
      !(isCell && each.part && sheets.findIndex((other) => other.part?.of === each.part?.of) !== index),
  );
  const names = filled.map(({ name }) => name).join('、');
  const [only] = filled;
  if (sheet === null) {
    if (only && filled.length === 1) return only.name;
    return {
      code: 'row-needs-sheet',
      found: written,
      expected: text(names, names),
      message: text(
        `文件里有 ${filled.length} 个工作表，“${written}”没有写是哪一个：请写成 ${only?.name ?? 'Sheet1'}!12 的样子。`,
        `The file has ${filled.length} sheets and “${written}” names none: write it like ${only?.name ?? 'Sheet1'}!12.`,
      ),
    };
  }
  const named =
    sheets.find(({ name }) => name === sheet) ?? sheets.find(({ name }) => foldText(name) === foldText(sheet));
  return (
    named?.name ?? {
      code: 'no-such-sheet',
      found: sheet,
      expected: text(names, names),
      message: text(
        `文件里没有工作表“${sheet}”（“${written}”）：请核对名称，文件里有：${names}。`,
        `The file has no sheet “${sheet}” (“${written}”): check the name; it has ${names}.`,
      ),
    }
  );
}

/** Of a table in parts, the part that has the cell: people name the sheet, and the column says which part it is. */
function partWith(sheets: readonly SheetRows[], name: string, column: number): string {
  const part = sheets.find((sheet) => sheet.name === name)?.part;
  if (!part || (column >= part.from && column <= part.to)) return name;
  const holder = sheets.find(
    (sheet) => sheet.part?.of === part.of && column >= sheet.part.from && column <= sheet.part.to,
  );
  return holder?.name ?? name;
}

function withMends(rows: SheetRows['rows'], mends: readonly ReadMend[]): SheetRows['rows'] {
  if (mends.length === 0) return rows;
  const changed = new Map<number, ImportedCell[]>();
  for (const { row, column, value } of mends) {
    const old = changed.get(row) ?? [...(rows[row - 1] ?? [])];
    while (old.length < column) old.push(null);
    old[column] = value === '' ? null : value;
    changed.set(row, old);
  }
  return rows.map((cells, index) => changed.get(index + 1) ?? cells);
}

/** A cell that was mended is what it says. */
function withoutMended({ name, looks }: SheetRows, mends: readonly ReadMend[]): SheetRows['looks'] {
  const own = mends.filter(({ sheet }) => sheet === name);
  if (!looks || own.length === 0) return looks;
  const left = new Map(looks);
  for (const { row, column } of own) left.delete(lookKey(row - 1, column));
  return left;
}

/** The sheets with the mended values in them, and the rows marked that are to be left out. Nothing is asked: the same sheets. */
export function requestedSheets(sheets: readonly SheetRows[], { skip = [], mend = [] }: RowRequests): RequestedSheets {
  const problems: Problem[] = [];
  const inSheet = <Request extends Pick<RowName, 'sheet' | 'written'>>(
    request: Request,
    isCell: boolean,
  ): (Request & { sheet: string })[] => {
    const sheet = sheetOf(sheets, request, isCell);
    if (typeof sheet === 'string') return [{ ...request, sheet }];
    problems.push(sheet);
    return [];
  };
  const skips = skip.flatMap((request) => inSheet(request, false));
  const mends = mend
    .flatMap((request) => inSheet(request, true))
    .map((named): ReadMend => {
      const request = { ...named, sheet: partWith(sheets, named.sheet, named.column) };
      const cells = sheets.find(({ name }) => name === request.sheet)?.rows[request.row - 1];
      return { ...request, before: cellText(cells?.[request.column]) };
    });
  const read = sheets.map((sheet): SheetRows => {
    const own = skips.filter((request) => request.sheet === sheet.name);
    const rows = withMends(
      sheet.rows,
      mends.filter((request) => request.sheet === sheet.name),
    );
    const looks = withoutMended(sheet, mends);
    if (own.length === 0) return rows === sheet.rows ? sheet : { ...sheet, rows, looks };
    // A range may reach below the last row; it is not walked through for nothing.
    const leaveOut = new Set(
      own.flatMap(({ from, to }) =>
        Array.from({ length: Math.max(0, Math.min(to, sheet.rows.length) - from + 1) }, (_row, index) => from + index),
      ),
    );
    return { ...sheet, rows, looks, leaveOut: new Set([...(sheet.leaveOut ?? []), ...leaveOut]) };
  });
  return { sheets: read, skips, mends, problems };
}

function noSuchRow(written: string, sheet: string, table: SourceTable | undefined): Problem {
  const numbers = table?.rows.map(({ row }) => row) ?? [];
  const [first, last] = [numbers[0] ?? 0, numbers[numbers.length - 1] ?? 0];
  const where = sheet === '' ? text('粘贴的内容', 'the pasted text') : text(`工作表“${sheet}”`, `sheet “${sheet}”`);
  const has =
    numbers.length === 0
      ? text('里没有可导入的数据行', 'has no row of data that could be imported')
      : text(`的数据在第 ${first}–${last} 行`, `has its data in rows ${first}–${last}`);
  return {
    code: 'no-such-row',
    sheet,
    found: written,
    expected:
      numbers.length === 0 ? text('数据行', 'a row of data') : text(`第 ${first}–${last} 行`, `rows ${first}–${last}`),
    message: text(
      `没有“${written}”这一行数据：${where.zh}${has.zh}，请核对行号。`,
      `There is no row of data “${written}”: ${where.en} ${has.en}; check the number.`,
    ),
  };
}

/** What came of the requests: those that no row answers, and a notice for each row that was left out and each cell that was read otherwise. */
export function requestOutcome(
  { skips, mends, problems: unread }: RequestedSheets,
  source: readonly SourceTable[],
  table: string,
): { problems: Problem[]; notices: Problem[] } {
  const tableOf = new Map(source.map((each) => [each.sheet, each]));
  const isThere = ({ sheet, from, to }: ReadSkip): boolean => {
    const found = tableOf.get(sheet);
    return (
      found !== undefined &&
      (found.rows.some(({ row }) => row >= from && row <= to) ||
        found.passedOver.some((row) => row >= from && row <= to))
    );
  };
  const hasRow = ({ sheet, row }: ReadMend): boolean =>
    tableOf.get(sheet)?.rows.some((each) => each.row === row) === true;
  const problems = [
    ...unread,
    ...skips
      .filter((skip) => !isThere(skip))
      .map(({ written, sheet }) => noSuchRow(written, sheet, tableOf.get(sheet))),
    ...mends.filter((mend) => !hasRow(mend)).map(({ written, sheet }) => noSuchRow(written, sheet, tableOf.get(sheet))),
  ];
  const skipped = (sheet: string, row: number): boolean =>
    skips.some((skip) => skip.sheet === sheet && row >= skip.from && row <= skip.to);
  const notices = [
    ...source.flatMap(({ sheet, rows }) =>
      rows
        .filter(({ row, leftOut }) => leftOut && skipped(sheet, row))
        .map(({ row, cells }): Problem => ({
          table,
          sheet,
          row,
          code: 'left-out-on-request',
          found: cells.filter(Boolean).join(' '),
          expected: text('', ''),
          message: text('按要求没有导入这一行。', 'This row was not imported, as you asked.'),
        })),
    ),
    ...mends.filter(hasRow).map(({ sheet, row, column, before, value }): Problem => ({
      table,
      sheet,
      row,
      column: tableOf.get(sheet)?.headers[column] ?? '',
      code: 'mended-by-hand',
      found: before,
      expected: text(value, value),
      message:
        before.trim() === ''
          ? text(
              `文件里是空白，按您的改正读作“${value}”。`,
              `The cell of the file is empty; it was read as “${value}”, as you corrected it.`,
            )
          : text(
              `文件里写的是“${before}”，按您的改正读作“${value}”。`,
              `The file says “${before}”; it was read as “${value}”, as you corrected it.`,
            ),
    })),
  ];
  return { problems, notices };
}
