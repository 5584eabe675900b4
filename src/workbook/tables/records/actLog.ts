// The log's rows as acts: who did what when, what was replaced, filled and added, so that it can be taken back exactly. Decides nothing.
import { text, type Language } from '../../../core/ground/text';
import type { WallTime } from '../../../core/ground/wallTime';
import { isoFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { CellValue, TableSnapshot } from '../../contract/snapshot';
import type { ColumnKeys } from '../../contract/keys';
import { digestOf, marksOf, readMark, type ActMark } from './actMark';
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

interface AddedRow {
  readonly table: string;
  readonly row: string;
  /** What its review, or its eligibility, was when it was added. */
  readonly state: string;
}

/** An act with all its lines of the log. */
export interface LoggedAct {
  /** Names the act for whoever takes it back. Of acts that no mark ties together: job, moment, and a number where the two are not enough. */
  readonly key: string;
  /** When it came to the log, by the clock of the campaign. */
  readonly at: WallTime;
  readonly job: string;
  /** Who acted, as they said; '' where nobody was asked. */
  readonly by: string;
  readonly summary: string;
  /** Cells that it changed, in order. */
  readonly cells: readonly LogLine[];
  readonly added: readonly AddedRow[];
  readonly undone: boolean;
  /** Lines that somebody has changed since they were written, as they are now: nothing can be given back from them. */
  readonly altered: readonly LogLine[];
  /** How many of its lines are not there any more. */
  readonly missing: number;
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

/** What people call the job of an act and the tables that it wrote to, in the workbook's language. */
export interface ActWords {
  readonly jobName: string;
  readonly tableName: (table: string) => string;
}

/** The records of an act for the log: its own line, then what it did. `act`: its number (actMark.ts). */
export function actRecords(
  head: { readonly at: number; readonly job: string; readonly summary: string; readonly by: string },
  lines: readonly LogLine[],
  act: string,
  { jobName, tableName }: ActWords,
): RowRecord<ColumnKeys['Log']>[] {
  const { at, job, by } = head;
  const marks = marksOf(act, lines);
  return [
    { ...head, jobName, act: marks[0] ?? '' },
    ...lines.map((line, index) => ({
      at,
      job,
      jobName,
      by,
      tableName: line.table === '' ? '' : tableName(line.table),
      ...line,
      act: marks[index + 1] ?? '',
    })),
  ];
}

interface OpenAct {
  readonly at: WallTime;
  readonly job: string;
  readonly by: string;
  readonly summary: string;
  readonly key: string;
  readonly lines: LogLine[];
  readonly altered: LogLine[];
  /** Lines that it had when it was written. */
  of: number;
  found: number;
}

/** Acts of before there were marks: lines belong to the summary above them of the same moment and job. */
class UnmarkedActs {
  private readonly count = new Map<string, number>();
  private readonly latest = new Map<string, OpenAct>();
  readonly acts: OpenAct[] = [];

  take(at: WallTime, job: string, summary: string, line: LogLine): void {
    const name = `${job} ${isoFromWallTime(at)}`;
    if (line.table !== '' || line.row !== '') {
      this.latest.get(name)?.lines.push(line);
      return;
    }
    const number = (this.count.get(name) ?? 0) + 1;
    this.count.set(name, number);
    const key = number === 1 ? name : `${name} #${number}`;
    const act: OpenAct = { at, job, by: '', summary, key, lines: [], altered: [], of: 0, found: 0 };
    this.acts.push(act);
    this.latest.set(name, act);
  }

  /** By time; of several in the same second in the order of the log. */
  inOrder(): OpenAct[] {
    return [...this.acts].sort((one, other) => one.at - other.at);
  }
}

/** Acts whose lines say by a mark where they belong; the own line of an act may be gone. */
class MarkedActs {
  private readonly acts = new Map<string, OpenAct>();

  take(
    { act: key, line: number, of = 0, digest }: ActMark,
    head: Omit<OpenAct, 'key' | 'lines' | 'altered' | 'of' | 'found'>,
    line: LogLine,
  ): void {
    const known = this.acts.get(key);
    const act: OpenAct = {
      ...(known && number > 0 ? known : head),
      key,
      lines: known?.lines ?? [],
      altered: known?.altered ?? [],
      of: Math.max(known?.of ?? 0, of),
      found: (known?.found ?? 0) + (number > 0 ? 1 : 0),
    };
    this.acts.set(key, act);
    if (number === 0) return;
    if (digestOf(line) === digest) act.lines[number] = line;
    else act.altered.push(line);
  }

  inOrder(): OpenAct[] {
    return [...this.acts.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }
}

/**
 * The acts, first to last: by the order in which they came to the log, whatever a clock said or sorting did since; acts of before there were
 * marks by time. Rows that people broke are passed over.
 */
export function readActs(table: TableSnapshot): LoggedAct[] {
  const cells = new CellReader(LOG, []);
  const [unmarked, marked] = [new UnmarkedActs(), new MarkedActs()];
  const undone = new Set<string>();
  for (const row of readRows(LOG, table)) {
    const job = row.text('job');
    const line: LogLine = {
      table: row.text('table'),
      row: row.text('row'),
      column: row.text('column'),
      before: row.get('before'),
      after: row.get('after'),
    };
    const undoes = line.table === LOG.name && [UNDONE.zh, UNDONE.en].includes(String(line.after));
    if (undoes) undone.add(line.row);
    const mark = readMark(row.text('act'));
    const at = cells.moment(row, 'at');
    if (mark) marked.take(mark, { at: at ?? 0, job, by: row.text('by'), summary: row.text('summary') }, line);
    else if (at !== null && !undoes) unmarked.take(at, job, row.text('summary'), line);
  }
  return [...unmarked.inOrder(), ...marked.inOrder()].map(({ lines, of, found, ...act }) => {
    const whole = lines.filter((line) => line !== undefined);
    return {
      ...act,
      cells: whole.filter(({ column }) => column !== '').flatMap(cellsOf),
      added: whole.flatMap(addedOf),
      undone: undone.has(act.key),
      missing: Math.max(0, of - found),
    };
  });
}
