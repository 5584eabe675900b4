// What a colleague does to a table by hand, in Excel, while somebody's job runs. Numbers choose among what is there at that moment.
import type { Session } from './sessions';

/** What a person does by hand while a job runs; one of these is drawn for each case. */
export const EDITS = [
  'sort',
  'insertRow',
  'deleteRow',
  'newRow',
  'typedBelow',
  'typedCell',
  'renamedHeader',
  'insertedColumn',
  'deletedColumn',
  'movedColumn',
  'filter',
  'hiddenRows',
  'renamedSheet',
  'rowAbove',
] as const;
export type EditKind = (typeof EDITS)[number];

/** One thing that a person does to a table; 0-based row and column of its body. */
export interface PersonEdit {
  readonly kind: EditKind;
  readonly table: string;
  readonly row: number;
  readonly column: number;
  /** What is typed: a text that stands nowhere else. */
  readonly word: string;
}

/** What it came to: the words that were typed, the names of rows that were deleted (all their cells). */
export interface Done {
  readonly typed: readonly string[];
  readonly deleted: readonly (readonly string[])[];
  /** A header that is gone: its cells are. */
  readonly column?: string;
}

const NOTHING: Done = { typed: [], deleted: [] };

/** Input columns of tables where people type words; a typed cell goes there. */
const TEXT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Units: ['联系人', '联络员', '电话', '联系电话', '备注'],
  Receipts: ['题目', '标题', '备注'],
  Requirements: ['备注'],
  Exceptions: ['备注', '批准人', '理由'],
  Tracker: ['备注'],
  Entries: ['讲述人', '备注'],
  Objections: ['处理结果', '备注', '内容'],
  Reminders: ['催报人', '内容'],
  Judges: ['单位', '备注'],
  Decisions: ['备注', '理由'],
};

/** Does to a table what a person does by hand, in a session of that person’s own; says what was typed and where. */
export async function doEdit({ run }: Session, edit: PersonEdit): Promise<Done> {
  return run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(edit.table);
    const range = table.getRange().load('values,formulas,rowCount,columnCount');
    const sheet = table.worksheet.load('name');
    await context.sync();
    if (table.isNullObject) return NOTHING;
    const [headers = [], ...body] = range.values as (string | number | boolean)[][];
    const formulas = range.formulas as (string | number | boolean)[][];
    const row = edit.row % body.length;
    const column = edit.column % headers.length;
    const textPlaces = headers.flatMap((header, place) =>
      (TEXT_COLUMNS[edit.table] ?? ['备注']).includes(String(header)) ? [place] : [],
    );
    const place = textPlaces[edit.column % Math.max(1, textPlaces.length)];
    const done = await act();
    await context.sync();
    return done;

    async function act(): Promise<Done> {
      switch (edit.kind) {
        case 'sort':
          table.sort.apply([{ key: column, ascending: edit.row % 2 === 0 }]);
          return NOTHING;
        case 'insertRow':
          table.getDataBodyRange().getRow(row).insert('Down');
          return NOTHING;
        case 'deleteRow': {
          if (body.length < 2) return NOTHING;
          table.rows.getItemAt(row).delete();
          return { typed: [], deleted: [(body[row] ?? []).map(String)] };
        }
        case 'newRow':
        case 'typedBelow': {
          if (place === undefined) return NOTHING;
          const below = table.getRange().getLastRow().getOffsetRange(1, 0);
          below.getCell(0, place).values = [[edit.word]];
          if (edit.kind === 'newRow') table.resize(table.getRange().getResizedRange(1, 0));
          return { typed: [edit.word], deleted: [] };
        }
        case 'typedCell': {
          if (place === undefined || String(formulas[row + 1]?.[place] ?? '').startsWith('=')) return NOTHING;
          table.getDataBodyRange().getCell(row, place).values = [[edit.word]];
          return { typed: [edit.word], deleted: [[String(body[row]?.[place] ?? '')]] };
        }
        case 'renamedHeader':
          table.getHeaderRowRange().getCell(0, column).values = [[`${String(headers[column])}（新）`]];
          return NOTHING;
        case 'insertedColumn':
          table.columns.add(column, undefined, `自加${edit.word}`);
          return NOTHING;
        case 'deletedColumn':
          table.columns.getItemAt(column).delete();
          return { ...NOTHING, column: String(headers[column]), deleted: [body.map((line) => String(line[column]))] };
        case 'movedColumn': {
          const cells = formulas.slice(1).map((line) => line[column] ?? '');
          if (cells.some((cell) => String(cell).startsWith('='))) return NOTHING;
          const format = table.getDataBodyRange().getCell(0, column).load('numberFormat');
          await context.sync();
          table.columns.getItemAt(column).delete();
          const moved = table.columns.add(undefined, undefined, String(headers[column])).getDataBodyRange();
          moved.numberFormat = String((format.numberFormat as unknown[][])[0]?.[0]) as unknown as string[][];
          moved.values = cells.map((cell) => [cell]);
          return NOTHING;
        }
        case 'filter':
          table.columns.getItemAt(column).filter.applyValuesFilter([String(body[row]?.[column] ?? '')]);
          return NOTHING;
        case 'hiddenRows':
          table.getDataBodyRange().getRow(row).rowHidden = true;
          return NOTHING;
        case 'renamedSheet':
          sheet.name = `${sheet.name.slice(0, 20)}改`;
          return NOTHING;
        case 'rowAbove':
          sheet.getRange('2:2').insert('Down');
          return NOTHING;
      }
    }
  });
}
