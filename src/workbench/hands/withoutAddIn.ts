// Days in the office without the add-in: people type, paste rubbish, sort, delete and type over formulas; then the sheets and the rules must count alike,
// and what either cannot read must be named by both. Random by seed.
import { FIXED_TABLES } from '../../workbook/tables/registry';
import { LABELS } from '../../workbook/contract/labels';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec } from '../../workbook/contract/spec';
import type { Book } from '../model/book';
import { dice } from './dice';
import { doEdit } from './personEdits';
import { perform } from './sampleOffice';
import type { Office } from './sessions';

/** Where people type. */
const TYPED = ['Receipts', 'Receipts', 'Receipts', 'Requirements', 'Exceptions', 'Units', 'Tracker'] as const;

const MOMENTS = [
  '2021/6/7 12:00',
  '2021/6/7 18:00:01',
  '2021/6/8',
  "'2021.6.7 18:00",
  "'6月7日",
  '2012/6/7 12:00',
  '1921/7/5',
  '下周',
  '',
];
const COUNTS = ['2', '1', '0', '-1', '1.5', "'2份", "'３", ''];
const UNITS = ['西渡镇', '集兵镇', '县公安局', ' 西 渡镇　', '某单位', '渣江镇', ''];
const ITEMS = ['T1', 't2 ', 'T3', 'T99', ''];
const PARTS = ['方案文本', '方案文本、照片', '照片，方案文本', '', '别的'];

/** Codes of what keeps a cell from counting: the sheet must show them too. */
const UNREAD = new Set(['unreadable-cell', 'unknown-unit', 'unknown-requirement', 'missing-time']);

/** A day on which people worked in the sheets alone. */
export interface OfficeDay {
  readonly seed: number;
  readonly edits: number;
  /** Cells that the sheets name. */
  readonly named: number;
  /** What went wrong in silence; none when all is well. */
  readonly wrong: readonly string[];
}

function wordsFor({ key, type, labels, formula }: ColumnSpec): readonly string[] {
  if (formula) return ['已报', '7', '手填'];
  if (labels) return [...Object.values(LABELS[labels]).flatMap(({ zh, en }) => [zh, ` ${en} `, `${zh} `]), '好', ''];
  if (type === 'moment') return MOMENTS;
  if (type === 'integer') return COUNTS;
  if (key === 'unit' || key === 'name') return UNITS;
  if (key === 'requirementId') return ITEMS;
  return key === 'parts' ? PARTS : ['手记', ' 别的话 ', ''];
}

/** Types into one cell of the table or of the row below it. */
async function typeSomewhere(office: Office, name: string, roll: (below: number) => number): Promise<void> {
  const spec = FIXED_TABLES.find((one) => one.name === name);
  const sheet = office.host.book.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const table = sheet?.tables.find((one) => one.name === name);
  if (!spec || !sheet || !table) throw new Error(`no table ${name}`);
  const over = roll(20) === 0;
  const columns = spec.columns.filter(({ input, formula, hidden }) => (over ? formula && !hidden : input && !formula));
  const column = columns[roll(columns.length)];
  const place = table.columns.findIndex((one) => one.name === column?.header.zh);
  if (!column || place < 0) return;
  const body = table.range.rows - 1;
  const row = over || name === 'Tracker' || name === 'Units' ? roll(body) : roll(body + 1);
  const words = wordsFor(column);
  await office.host.edit(
    sheet.id,
    table.range.row + 1 + row,
    table.range.column + place,
    words[roll(words.length)] ?? '',
  );
}

const KINDS = ['sort', 'typedCell', 'deleteRow', 'insertRow', 'copyBlock', 'cutBlock'] as const;

/** Copies or cuts a block of a table and pastes it over another place of the same columns, as people move rows about. */
async function pasteBlock({ two }: Office, name: string, roll: (below: number) => number, cut: boolean): Promise<void> {
  await two.run(async (context) => {
    const body = context.workbook.tables.getItem(name).getDataBodyRange().load('formulas,rowCount,columnCount');
    await context.sync();
    const [rows, columns] = [1 + roll(Math.min(3, body.rowCount)), 1 + roll(6)];
    const [from, to] = [roll(body.rowCount - rows + 1), roll(body.rowCount - rows + 1)];
    const left = roll(Math.max(1, Math.min(11, body.columnCount) - columns));
    const block = (body.formulas as unknown[][])
      .slice(from, from + rows)
      .map((line) => line.slice(left, left + columns));
    const place = (row: number): Excel.Range => body.getCell(row, left).getResizedRange(rows - 1, columns - 1);
    if (cut) place(from).clear('Contents');
    place(to).formulas = block;
    await context.sync();
  });
}

const at = (table: TableSnapshot, row: readonly CellValue[], header: string): string =>
  String(row[table.headers.indexOf(header)] ?? '');

/** Names of the row as the jobs say it. */
function namesOf(name: string, table: TableSnapshot, row: readonly CellValue[], index: number): string[] {
  const spec = FIXED_TABLES.find((one) => one.name === name);
  const key = (spec?.key ?? [])
    .map((part) => at(table, row, spec?.columns.find((column) => column.key === part)?.header.zh ?? ''))
    .filter((word) => word !== '')
    .join(' ')
    .trim();
  const unit = `${at(table, row, '单位')} ${at(table, row, '事项编号')}`.trim();
  return [key, unit, `#${index + 1}`].filter((word) => word !== '');
}

/** Another program that works the formulas out and saves the file; its results are read in an office that calculates nothing. */
export interface Elsewhere {
  readonly recalculated: (book: Book) => Promise<Book>;
  readonly reader: Office;
}

/** One day: a copy of the book, so many acts, and what sheets and rules then say. */
export async function officeDay(
  office: Office,
  book: Book,
  seed: number,
  edits = 14,
  elsewhere?: Elsewhere,
): Promise<OfficeDay> {
  const roll = dice(seed);
  await office.open(book);
  for (let act = 0; act < edits; act += 1) {
    const name = TYPED[roll(TYPED.length)] ?? 'Receipts';
    const kind = KINDS[roll(KINDS.length * 3)];
    if (kind === undefined) await typeSomewhere(office, name, roll);
    else if (kind === 'copyBlock' || kind === 'cutBlock') await pasteBlock(office, name, roll, kind === 'cutBlock');
    else {
      const edit = { table: name, row: roll(1000), column: roll(1000), word: `字${seed}-${act}` };
      await doEdit(office.two, { ...edit, kind });
    }
  }
  const reader = elsewhere?.reader ?? office;
  if (elsewhere) await reader.open(await elsewhere.recalculated(office.host.book));
  else await office.host.calculateNow();
  return { seed, edits, ...(await judged(reader)) };
}

/** What sheets and rules say of the workbook as it stands. */
async function judged(office: Office): Promise<Pick<OfficeDay, 'named' | 'wrong'>> {
  const names = FIXED_TABLES.map(({ name }) => name);
  const { tables } = await office.one.port.read({ tables: names });
  const report = await perform(office.one, { job: 'check' }, 'preview');
  const said = [...report.problems, ...report.notices];
  const wrong: string[] = report.stopped ? [`check stopped: ${report.message.en}`] : [];
  let named = 0;
  let typedOver = false;
  for (const name of new Set(TYPED)) {
    const table = tables[name];
    if (!table) continue;
    const own = said.filter((problem) => problem.table === name);
    table.values.forEach((row, index) => {
      const issue = at(table, row, '待改正');
      typedOver ||= issue.includes('[=]') || issue.includes('[!]');
      const rowNames = namesOf(name, table, row, index);
      const mine = own.filter((problem) => rowNames.includes(String(problem.row ?? '')));
      if (issue !== '') named += 1;
      // Of two units of one name the check names the later.
      if (issue !== '' && (name === 'Units' ? own : mine).length === 0)
        wrong.push(`${name} ${rowNames[0]}: the sheet says ${issue}, check nothing`);
    });
    for (const problem of own.filter(
      ({ code, columnKey, column }) => UNREAD.has(code) && (columnKey ?? column) !== 'who',
    )) {
      const rows = table.values.filter((row, index) => namesOf(name, table, row, index).includes(String(problem.row)));
      if (rows.length > 0 && rows.every((row) => at(table, row, '待改正') === ''))
        wrong.push(`${name} ${String(problem.row)}: check says ${problem.code} “${problem.found}”, the sheet nothing`);
    }
  }
  const { differing } = report.results as { readonly differing: number };
  if (differing > 0 && !typedOver) wrong.push(`${differing} cells differ: ${report.problems[0]?.message.en ?? ''}`);
  return { named, wrong };
}
