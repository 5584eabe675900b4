// Rows of a made sheet as its job wrote them, remembered one by one: which stand still, which people typed over or added. Knows no particular sheet.
import { text, type Text } from '../../core/ground/text';
import { fingerprintOfText } from '../contract/fingerprint';
import type { CellValue, WorkbookSnapshot } from '../contract/snapshot';
import { textFormula, textOf } from '../contract/textNames';
import { withoutLiveCell } from './madeFrom';

/** Name of the defined name that remembers the content of a made sheet. */
export function madeName(key: string): string {
  return `Made_${key}`;
}

/** Name of the defined name that remembers its rows one by one. */
const rowsName = (key: string): string => `${madeName(key)}_rows`;

/** A cell as it compares after a round trip through a spreadsheet: numbers without binary noise, line breaks alike. */
export function cellKey(value: CellValue | null): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return String(value ?? '').replace(/\r\n?/g, '\n');
}

/** A row wherever it stands; '' for one that is blank. */
export function rowMark(row: readonly (CellValue | null)[]): string {
  const cells = row.flatMap((value, c) => (cellKey(value) === '' ? [] : [`${c}=${cellKey(value)}`]));
  return cells.length === 0 ? '' : fingerprintOfText(cells.join('\u0001')).slice(0, ROW_MARK);
}

/** Signs of a row's mark, and of all marks in a name, as Excel takes them. */
const ROW_MARK = 6;
const LONGEST_ROWS = 7_000;

/** The name that tells rows as the job made them from those that somebody changed; none where there are too many. */
export function rowsRemembered(
  key: string,
  rows: readonly (readonly (CellValue | null)[])[],
): Readonly<Record<string, string>> {
  const all = rows.map(rowMark);
  const every = `${all.join('')}${EVERY}`;
  const marks = every.length > LONGEST_ROWS ? [...new Set(all)].join('') : every;
  return { [rowsName(key)]: textFormula(marks.length > LONGEST_ROWS ? '' : marks) };
}

/** Behind marks that stand as often as their rows do; without it each stands once. */
const EVERY = '+';

const rememberedIn = (names: WorkbookSnapshot['names'], key: string): string =>
  textOf(names[rowsName(key)] ?? '') ?? '';

/** How often the job wrote each row; null where that is not known. */
function timesMade(names: WorkbookSnapshot['names'], key: string): Map<string, number> | null {
  const marks = rememberedIn(names, key);
  if (!marks.endsWith(EVERY)) return null;
  const times = new Map<string, number>();
  for (const mark of marksIn(marks)) times.set(mark, (times.get(mark) ?? 0) + 1);
  return times;
}

const marksIn = (marks: string): readonly string[] => marks.match(new RegExp(`.{${ROW_MARK}}`, 'g')) ?? [];

/** The marks of the rows that the job had made. */
export function rowsMade(names: WorkbookSnapshot['names'], key: string): ReadonlySet<string> {
  return new Set(marksIn(rememberedIn(names, key)));
}

/** Free cells of one row that people fill in: a signature, a day, a remark. */
const FILLED_IN = 3;

const without = (row: readonly (CellValue | null)[], at: number): (CellValue | null)[] =>
  row.map((cell, c) => (c === at ? '' : cell));

/** A row as the job made it, and what somebody filled into free cells of it. */
interface RowFilledIn {
  readonly mark: string;
  /** 0-based columns. */
  readonly filled: readonly number[];
}

/**
 * The row as the job made it, at most so many cells that somebody filled in left out; null where it made none like it. `from`: cells before
 * it stay, so that the same ones are left out once, not in every order.
 */
function asMade(
  row: readonly (CellValue | null)[],
  made: ReadonlySet<string>,
  free: number,
  from = 0,
): RowFilledIn | null {
  const mark = rowMark(row);
  if (made.has(mark)) return { mark, filled: [] };
  if (free === 0) return null;
  for (let at = from; at < row.length; at += 1) {
    const less = cellKey(row[at] ?? null) === '' ? null : asMade(without(row, at), made, free - 1, at + 1);
    if (less !== null) return { mark: less.mark, filled: [at, ...less.filled] };
  }
  return null;
}

/** How many cells of it may be free: one at least is the job's. */
const mostFree = (cells: readonly string[]): number => Math.min(FILLED_IN, cells.length - 1);

const wordsIn = (row: readonly (CellValue | null)[]): string[] => row.map(cellKey).filter((cell) => cell !== '');

const firstWords = (cells: readonly string[]): string => cells.slice(0, 4).join(' ').replace(/\s+/g, ' ').trim();

/** A row on which something else stands than the job wrote: its 1-based line, and its first words or those that people wrote. */
export interface TypedLine {
  readonly line: number;
  readonly words: string;
}

/** The 0-based columns of free cells that somebody filled in on a row that is otherwise as the job made it; null: it is not. */
export function filledIn(made: ReadonlySet<string>, row: readonly (CellValue | null)[]): readonly number[] | null {
  return asMade(row, made, mostFree(wordsIn(row)))?.filled ?? null;
}

/** What a made sheet no longer says, and what it says besides. */
export interface TypedOver {
  readonly lines: readonly TypedLine[];
  /** How many of the rows that it wrote are not there any more; 0: the lines were added. */
  readonly missing: number;
}

/**
 * Null where every row that the job wrote still stands and none between them that it did not, or once more, whatever people filled into free cells and wrote below,
 * and where it is not known what was written. `rows`: the sheet from A1 on.
 */
export function typedOverMade(
  names: WorkbookSnapshot['names'],
  key: string,
  rows: readonly (readonly CellValue[])[],
): TypedOver | null {
  const made = rowsMade(names, key);
  if (made.size === 0) return null;
  const left = new Set(made);
  const times = timesMade(names, key);
  let last = 0;
  const others = withoutLiveCell(rows).flatMap((row, at) => {
    const cells = wordsIn(row);
    if (cells.length === 0) return [];
    const found = asMade(row, made, mostFree(cells));
    const again = (found && times?.get(found.mark)) ?? 1;
    if (found === null || again === 0) return [{ line: at + 1, words: firstWords(cells) }];
    times?.set(found.mark, again - 1);
    left.delete(found.mark);
    last = at + 1;
    return [];
  });
  const lines = left.size > 0 ? others : others.filter(({ line }) => line < last);
  return left.size === 0 && lines.length === 0 ? null : { lines, missing: left.size };
}

/** Every row that is not as the job made it; none where that is not known. `rows`: the sheet from A1 on. Example: a row with “代领：赵六” beside it. */
export function notAsMade(made: ReadonlySet<string>, rows: readonly (readonly (CellValue | null)[])[]): TypedLine[] {
  if (made.size === 0) return [];
  return rows.flatMap((row, at) => {
    const cells = wordsIn(row);
    if (cells.length === 0 || made.has(rowMark(row))) return [];
    const filled = filledIn(made, row)?.map((column) => cellKey(row[column] ?? null));
    return [{ line: at + 1, words: firstWords(filled ?? cells) }];
  });
}

/** As many lines are named one by one; a page that people wrote anew has more. */
const MOST = 5;

/** Example: `第 8、24 行，如“2 讲述人乙”`. */
export function typedLines(lines: readonly TypedLine[]): Text {
  const numbers = lines.slice(0, MOST).map(({ line }) => String(line));
  const found = lines[0]?.words ?? '';
  const [more, s] = [lines.length > MOST, lines.length > 1 ? 's' : ''];
  return text(
    `第 ${numbers.join('、')} 行${more ? `等 ${lines.length} 行` : ''}，如“${found}”`,
    `row${s} ${numbers.join(', ')}${more ? ` and others, ${lines.length} in all` : ''}, as “${found}”`,
  );
}

/** The marks of a sheet's rows, for `shareAsMade`. */
export const marksOf = (rows: readonly (readonly CellValue[])[]): ReadonlySet<string> =>
  new Set(withoutLiveCell(rows).map(rowMark));

/** How much of what the job wrote is among these marks, 0 to 1; 0 where it is not known what was written. */
export function shareAsMade(names: WorkbookSnapshot['names'], key: string, here: ReadonlySet<string>): number {
  const made = [...rowsMade(names, key)];
  return made.length === 0 ? 0 : made.filter((mark) => here.has(mark)).length / made.length;
}
