// The log's rows as acts: what an act replaced, filled and added, so that it can be taken back exactly. Writes and decides nothing.
import { text, type Language } from '../../../core/ground/text';
import type { WallTime } from '../../../core/ground/wallTime';
import { isoFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { CellValue, TableSnapshot } from '../../contract/snapshot';
import { LOG } from './records';

/** One row of the log below its act's summary. Numbers stay numbers, texts texts. */
export interface LogLine {
  readonly table: string;
  readonly row: string;
  /** Header in the workbook's language; '' for a line about the whole row. */
  readonly column: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface AddedRow {
  readonly table: string;
  readonly row: string;
  /** What its review, or its eligibility, was when it was added. */
  readonly state: string;
}

export interface LoggedAct {
  /** Names the act for whoever takes it back: job, moment, and a number where the two are not enough. */
  readonly key: string;
  readonly at: WallTime;
  readonly job: string;
  readonly summary: string;
  /** Cells that it changed, in order. */
  readonly cells: readonly LogLine[];
  readonly added: readonly AddedRow[];
  readonly undone: boolean;
}

const BETWEEN = ' | ';
const ADDED = text('新增：', 'new: ');
const UNDONE = text('已撤销', 'undone');

/** Cells that were empty, one line for each row of the table: `A | B` became `1 | 2`. What holds the separator itself gets its own line. */
export function filledLines(cells: readonly LogLine[]): LogLine[] {
  const lines: LogLine[] = [];
  const open = new Map<string, number>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.table, cell.row]);
    const at = open.get(key);
    const line = at === undefined ? undefined : lines[at];
    if (`${cell.column}${cell.after}`.includes('|')) lines.push(cell);
    else if (line === undefined || at === undefined) {
      open.set(key, lines.length);
      lines.push(cell);
    } else
      lines[at] = {
        ...line,
        column: `${line.column}${BETWEEN}${cell.column}`,
        after: `${line.after}${BETWEEN}${cell.after}`,
      };
  }
  return lines;
}

/** Example: `addedLine({ table: 'Receipts', row: 'R0001', state: '待审' }, 'zh').after === '新增：待审'`. */
export function addedLine({ table, row, state }: AddedRow, language: Language): LogLine {
  return { table, row, column: '', before: '', after: `${ADDED[language]}${state}` };
}

/** Marks an act as taken back. */
export function undoneLine({ key }: Pick<LoggedAct, 'key'>, language: Language): LogLine {
  return { table: LOG.name, row: key, column: '', before: '', after: UNDONE[language] };
}

function cellsOf(line: LogLine): LogLine[] {
  const columns = line.column.split(BETWEEN);
  const values = String(line.after).split(BETWEEN);
  if (line.before !== '' || columns.length < 2 || columns.length !== values.length) return [line];
  return columns.map((column, index) => ({ ...line, column, after: values[index] ?? '' }));
}

function addedOf({ table, row, column, before, after }: LogLine): AddedRow[] {
  const word = [ADDED.zh, ADDED.en].find((begin) => String(after).startsWith(begin));
  return column === '' && before === '' && word !== undefined
    ? [{ table, row, state: String(after).slice(word.length) }]
    : [];
}

/**
 * The acts in the order of the log. Lines belong to the summary above them of the same moment and job; rows that people broke are passed
 * over. Sorting the log by time changes nothing.
 */
export function readActs(table: TableSnapshot): LoggedAct[] {
  const cells = new CellReader(LOG, []);
  const acts: { at: WallTime; job: string; summary: string; key: string; lines: LogLine[] }[] = [];
  const count = new Map<string, number>();
  const latest = new Map<string, (typeof acts)[number]>();
  const undone = new Set<string>();
  for (const row of readRows(LOG, table)) {
    const at = cells.moment(row, 'at');
    if (at === null) continue;
    const job = row.text('job');
    const name = `${job} ${isoFromWallTime(at)}`;
    const line: LogLine = {
      table: row.text('table'),
      row: row.text('row'),
      column: row.text('column'),
      before: row.get('before'),
      after: row.get('after'),
    };
    if (line.table === '' && line.row === '') {
      const number = (count.get(name) ?? 0) + 1;
      count.set(name, number);
      const act = { at, job, summary: row.text('summary'), key: number === 1 ? name : `${name} #${number}`, lines: [] };
      acts.push(act);
      latest.set(name, act);
    } else if (line.table === LOG.name && [UNDONE.zh, UNDONE.en].includes(String(line.after))) undone.add(line.row);
    else latest.get(name)?.lines.push(line);
  }
  return acts.map(({ lines, ...act }) => ({
    ...act,
    cells: lines.filter(({ column }) => column !== '').flatMap(cellsOf),
    added: lines.flatMap(addedOf),
    undone: undone.has(act.key),
  }));
}
