// What people wrote into the free cells of a made sheet (signatures, dates, remarks), found again on the sheet made anew by what stands in its row.
import type { CellValue } from '../contract/snapshot';

type Row = readonly (CellValue | null)[];

/** What a person wrote into a free cell of the former sheet, and where it goes. */
export interface TypedWord {
  /** 0-based row of the former sheet. */
  readonly from: number;
  /** 0-based, on the new sheet. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The column says that it holds days: a number in it is one. */
  readonly day: boolean;
}

/** What people wrote on a made sheet, told from what the job had made. */
export interface TypedWords {
  readonly words: readonly TypedWord[];
  /** The former cells without what was found again. */
  readonly rest: readonly Row[];
}

const isBlank = (value: CellValue | null | undefined): boolean => value === null || value === undefined || value === '';
const wordOf = (value: CellValue | null | undefined): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';

/** The words of a row at some columns: numbers do not count, for places in a list move. */
function keyOf(row: Row, columns: readonly number[]): string {
  return columns.map((column) => wordOf(row[column])).join('\u0001');
}

/** Rows that say the same at these columns; null for what is not unique. */
function uniqueRows(rows: readonly Row[], columns: readonly number[]): Map<string, number | null> {
  const found = new Map<string, number | null>();
  rows.forEach((row, index) => {
    const key = keyOf(row, columns);
    found.set(key, found.has(key) ? null : index);
  });
  return found;
}

/** The nearest words above a cell in its column are its header. */
function headerOf(planned: readonly Row[], row: number, column: number): string {
  for (let above = row - 1; above >= 0; above -= 1) {
    const words = wordOf(planned[above]?.[column]);
    if (words !== '') return words;
  }
  return '';
}

/** Rows that a part of their words names. */
interface RowKey {
  /** 0-based. */
  readonly columns: readonly number[];
  /** The columns that somebody filled in on a row that the job had written; null: another row. */
  readonly filledIn: (row: Row) => readonly number[] | null;
}

interface FoundRow {
  readonly at: number;
  readonly isTyped: (column: number) => boolean;
}

/** For a row of the new sheet that of the same name on the former one, where both are alone and the former is as it was made but for what was filled in. */
function sameName(former: readonly Row[], planned: readonly Row[], { columns, filledIn }: RowKey) {
  const [then, now] = [uniqueRows(former, columns), uniqueRows(planned, columns)];
  return (index: number): FoundRow | undefined => {
    const row = planned[index] ?? [];
    const key = keyOf(row, columns);
    const isNamed = now.get(key) === index && columns.every((column) => wordOf(row[column]) !== '');
    const at = isNamed ? then.get(key) : undefined;
    const filled = at === undefined || at === null ? null : filledIn(former[at] ?? []);
    return typeof at === 'number' && filled ? { at, isTyped: (column) => filled.includes(column) } : undefined;
  };
}

/**
 * A row is known by all the words that the job writes into it, or, with a `rowKey`, by some of them. Cells of it that the job leaves blank are free:
 * what people wrote there goes into the same cell of the same row, wherever that stands now. Rows that say the same twice, or that are gone, give nothing back.
 */
export function typedWords(former: readonly Row[], planned: readonly Row[], rowKey?: RowKey): TypedWords {
  const rest = former.map((row) => [...row]);
  const words: TypedWord[] = [];
  const byName = rowKey ? sameName(former, planned, rowKey) : () => undefined;
  const indexes = new Map<string, { former: Map<string, number | null>; planned: Map<string, number | null> }>();
  planned.forEach((row, index) => {
    const columns = row.flatMap((value, column) => (wordOf(value) === '' ? [] : [column]));
    if (columns.length === 0) return;
    const shape = columns.join();
    const index2 = indexes.get(shape) ?? {
      former: uniqueRows(former, columns),
      planned: uniqueRows(planned, columns),
    };
    indexes.set(shape, index2);
    const key = keyOf(row, columns);
    const whole = index2.planned.get(key) === index ? index2.former.get(key) : undefined;
    const found = typeof whole === 'number' ? { at: whole, isTyped: () => true } : byName(index);
    if (found === undefined) return;
    const { at, isTyped } = found;
    former[at]?.forEach((value, column) => {
      if (isBlank(value) || value === null || !isBlank(row[column]) || !isTyped(column)) return;
      const day = typeof value === 'number' && /日期|时间|date/i.test(headerOf(planned, index, column));
      words.push({ from: at, row: index, column, value, day });
      const cells = rest[at];
      if (cells) cells[column] = '';
    });
  });
  return { words, rest };
}
