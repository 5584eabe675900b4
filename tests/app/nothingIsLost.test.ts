// Imports, arrivals, judging and undoing in any order, with people typing, adding and moving columns, and sorting between them: every cell
// that a person typed is found again: in its row and column, in the log, or on a sheet that was kept.
import type { TableName } from '../../src/workbook/contract/keys';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../../src/core/ground/wallTime';
import { readActs } from '../../src/workbook/tables/records/actLog';
import {
  everyTable,
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';
import { typed } from '../support/calculated';
import { memoryWorkbook, type MemoryWorkbook } from '../support/memoryWorkbook';
import { officeDays, reshaped, sorted, type Step } from '../support/officeDays';
import { at } from '../support/reportFixtures';
import { newSnapshot } from '../support/situationOf';
import { runJob } from '../support/runJob';

/** Where people may type: everything but the ids and what the add-in alone keeps. */
const CLOSED_TABLES = new Set(['Log', 'Settings', 'Criteria', 'Decisions', 'Reminders']);
/** Ids and what reads like one, lists of choices, moments, and hidden columns. */
const CLOSED_COLUMNS = new Set([
  '单位编号',
  '收件编号',
  '事项编号',
  '参评编号',
  '盲评号',
  '编号',
  '评委编号',
  '类别',
  '启用',
  '参评',
  '收到时间',
  '更正哪件',
  '单位',
  '报送单位',
  '姓名',
  '应报数',
  '截止时间',
  '同分次序',
  '不再应报',
]);
const KEY_HEADERS: Readonly<Record<string, readonly string[]>> = {
  Units: ['单位编号'],
  Receipts: ['收件编号'],
  Requirements: ['事项编号'],
  Exceptions: ['单位编号', '事项编号'],
  Tracker: ['单位编号', '事项编号'],
  Entries: ['参评编号'],
  Judges: ['评委编号'],
  Standings: ['参评编号'],
};

const WRITTEN_BY_JOBS: readonly (readonly [table: string, header: string])[] = [
  ['Units', '联络员'],
  ['Units', '联系电话'],
  ['Units', '备注'],
  ['Tracker', '状态'],
  ['Tracker', '缺少材料'],
  ['Standings', '题目'],
  ['Standings', '名次'],
  ['Standings', '名次说明'],
  ['Standings', '得分'],
  ['Standings', '得分'],
  ['Score_J01', '真实性（25分）'],
  ['Score_J02', '感染力（25分）'],
  ['Score_J01', '小计'],
  ['Receipts', '审核'],
  ['Receipts', '备注'],
  ['Entries', '备注'],
];

interface Typed {
  readonly table: string;
  readonly row: string;
  readonly header: string;
  readonly value: CellValue;
}

/** A small campaign: three named units, two rows to be filled in, what they owe. */
function start(): WorkbookSnapshot {
  const snapshot = newSnapshot();
  const kept = new Set(['U01', 'U02', 'U33', 'U46', 'U47']);
  const only =
    (name: string, column: string): ((from: WorkbookSnapshot) => WorkbookSnapshot) =>
    (from) => {
      const table = tableCalled(from.tables, name)!;
      const place = table.headers.indexOf(column);
      const rows = table.values.flatMap((row, index) => (kept.has(String(row[place])) ? [index] : []));
      return reshaped(from, name, (all) => rows.map((index) => all[index]!));
    };
  return only('Tracker', '单位编号')(only('Units', '单位编号')(snapshot));
}
const START = start();

function keyOf(table: TableSnapshot, row: readonly CellValue[]): string {
  const headers = KEY_HEADERS[table.name] ?? ['参评编号'];
  return headers
    .map((header) => String(row[table.headers.indexOf(header)] ?? ''))
    .join(' ')
    .trim();
}

const same = (a: CellValue, b: CellValue): boolean => String(a).trim() === String(b).trim();

/** The rows of a table that a person may see as rows, by position. */
function choose<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things.length === 0 ? undefined : things[number % things.length];
}

class Office {
  typed: Typed[] = [];
  done = 0;
  private count = 0;

  constructor(
    readonly book: MemoryWorkbook,
    private now = at('2021-06-01 09:00'),
  ) {}

  async act(step: Extract<Step, { kind: 'job' }>): Promise<void> {
    this.now += HOUR;
    this.book.setNow(this.now);
    const report = await runJob(this.book.deps, step.job, step.settings, { file: step.file });
    if (!report.stopped) this.done += 1;
  }

  edit(step: Exclude<Step, { kind: 'job' }>): void {
    const { snapshot } = this.book;
    const table = choose(
      everyTable(snapshot.tables).filter(({ name }) => !CLOSED_TABLES.has(name)),
      step.table,
    );
    if (!table) return;
    if (step.kind === 'sort')
      this.book.edit((now) => reshaped(now, table.name, sorted(table, step.column % table.headers.length)));
    else if (step.kind === 'moveColumn') this.move(table, step.column % table.headers.length);
    else if (step.kind === 'addColumn') this.addColumn(table, step);
    else if (step.kind === 'addRow') this.addRow(table);
    else if (step.kind === 'typeOver') this.typeOver(step);
    else this.type(table, step);
  }

  private typeOver(step: Exclude<Step, { kind: 'job' }>): void {
    const [name = '', header = ''] = choose(WRITTEN_BY_JOBS, step.column) ?? [];
    const table = tableCalled(this.book.snapshot.tables, name);
    if (table) this.type({ name: table.name, headers: table.headers.filter((each) => each === header) }, step);
  }

  private put(table: TableSnapshot, index: number, header: string, value: CellValue): void {
    const row = keyOf(table, table.values[index] ?? []);
    this.typed = this.typed.filter(
      (other) => !(other.table === table.name && other.row === row && other.header === header),
    );
    this.typed.push({ table: table.name, row, header, value });
    this.book.edit((now) => typed(now, table.name, index, header, value));
  }

  private type(
    table: Pick<TableSnapshot, 'name' | 'headers'>,
    { row, column, worth }: Exclude<Step, { kind: 'job' }>,
  ): void {
    const scores = table.name.startsWith('Score_');
    const headers = table.headers.filter((header) => !CLOSED_COLUMNS.has(header));
    const header = choose(headers, column);
    const real = this.book.snapshot.tables[table.name]!;
    const index = choose(
      real.values.flatMap((cells, at) => (keyOf(real, cells) === '' ? [] : [at])),
      row,
    );
    if (header === undefined || index === undefined) return;
    this.count += 1;
    const word =
      header.endsWith('分）') && scores
        ? worth
        : header === '审核'
          ? '退回'
          : header === '回避'
            ? '是'
            : header === '联系电话' && worth > 4
              ? 13900100000 + this.count
              : `手写${this.count}号${worth > 7 ? ' ' : ''}`;
    this.put(real, index, header, word);
  }

  private addColumn(table: TableSnapshot, { row, column }: Exclude<Step, { kind: 'job' }>): void {
    this.count += 1;
    const header = `自加${this.count}`;
    const place =
      table.name.startsWith('Score_') || table.name === 'Standings'
        ? table.headers.length
        : column % (table.headers.length + 1);
    const insert = <Cell>(cells: readonly Cell[], cell: Cell): Cell[] => [
      ...cells.slice(0, place),
      cell,
      ...cells.slice(place),
    ];
    this.book.edit((now) =>
      reshaped(
        now,
        table.name,
        (rows) => rows.map((cells) => insert<CellValue>(cells, '')),
        insert(table.headers, header),
      ),
    );
    const wider = this.book.snapshot.tables[table.name]!;
    const index = choose(
      wider.values.flatMap((cells, at) => (keyOf(wider, cells) === '' ? [] : [at])),
      row,
    );
    if (index !== undefined) this.put(wider, index, header, `手写${this.count}号`);
  }

  private move(table: TableSnapshot, from: number): void {
    if (table.name === 'Standings') return;
    const turned = <Cell>(cells: readonly Cell[]): Cell[] => [...cells.slice(from), ...cells.slice(0, from)];
    this.book.edit((now) =>
      reshaped(now, table.name, (rows) => rows.map((cells) => turned(cells)), turned(table.headers)),
    );
  }

  /** A row that somebody types below the table, without an id. */
  private addRow(table: TableSnapshot): void {
    const headers: { readonly [T in TableName]?: string } = {
      Receipts: '标题',
      Entries: '题目',
      Exceptions: '理由',
      Units: '备注',
    };
    const header = headers[table.name];
    if (header === undefined) return;
    this.count += 1;
    const value = `手写${this.count}号`;
    this.book.edit((now) =>
      reshaped(now, table.name, (rows) => [...rows, table.headers.map((each) => (each === header ? value : ''))]),
    );
    this.typed.push({ table: table.name, row: '', header, value });
  }

  lost(): Typed[] {
    const { snapshot, kept } = this.book;
    const log = readActs(snapshot.tables['Log']!).flatMap(({ cells }) => cells);
    const held = (table: TableSnapshot | undefined, { row, header, value }: Typed): boolean => {
      const place = table?.headers.indexOf(header) ?? -1;
      return (
        table !== undefined &&
        place >= 0 &&
        table.values.some((cells) => (row === '' || keyOf(table, cells) === row) && same(cells[place] ?? '', value))
      );
    };
    return this.typed.filter(
      (each) =>
        !held(tableCalled(snapshot.tables, each.table), each) &&
        !kept.some((table) => table.name === each.table && held(table, each)) &&
        !log.some(
          ({ table, column, before }) => table === each.table && column === each.header && same(before, each.value),
        ),
    );
  }
}

const seen = { days: 0, acts: 0, typed: 0, replaced: 0 };

it('finds every typed cell again after any day of an office', async () => {
  await fc.assert(
    fc.asyncProperty(officeDays, async (steps) => {
      const office = new Office(memoryWorkbook(START, at('2021-06-01 09:00')));
      for (const step of steps) {
        if (step.kind === 'job') await office.act(step);
        else office.edit(step);
        expect(office.lost()).toEqual([]);
      }
      seen.days += 1;
      seen.acts += office.done;
      seen.typed += office.typed.length;
      seen.replaced += readActs(office.book.snapshot.tables['Log']!)
        .flatMap(({ cells }) => cells)
        .filter(({ before }) => String(before).includes('手写')).length;
    }),
    { numRuns: 250 },
  );
  // A property that meets nothing proves nothing.
  expect(seen.acts).toBeGreaterThan(500);
  expect(seen.typed).toBeGreaterThan(400);
  expect(seen.replaced).toBeGreaterThan(20);
}, 120_000);
