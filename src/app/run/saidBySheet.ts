// What the sheets say of themselves in what a job looks at: rows outside of their table, formulas that somebody typed over. Named before anything
// else, whatever the job then says. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { shownCell } from '../../workbook/contract/cells';
import { formulasTypedOver, ISSUE } from '../../workbook/contract/issueColumn';
import { isError, locateColumns, seenRow } from '../../workbook/contract/rows';
import {
  everyTable,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/contract/snapshot';
import { columnOf, type ColumnSpec, type TableSpec } from '../../workbook/contract/spec';
import { ISSUE_TABLES, LATER_TABLES, TABLES } from '../../workbook/tables/registry';
import type { Campaign } from '../../workbook/campaign';
import { isScoreKey, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Mode } from './job';
import { areNamesMoved, formerNames } from '../../workbook/tables/goneRows';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { holdsValues } from '../../workbook/tables/tracker/trackerValues';
import { leftBelow, rowsToTakeIn } from './rowsBelow';
import type { JobReads, JobWrites } from './touches';
import { looksAt } from './unreadCells';

/** The first words of a row outside of its table, as people see them: nothing of hidden columns. */
function wordsOf(table: TableSnapshot, cells: readonly CellValue[] = []): string {
  const spec = TABLES.find(({ name }) => name === table.name);
  const places = spec && locateColumns(spec, table);
  const columns = new Map(spec?.columns.map((column) => [places?.get(column.key), column]));
  return cells
    .map((cell, place) => {
      const column = columns.get(place);
      return column?.hidden ? '' : column ? shownCell(cell, column) : String(cell);
    })
    .filter((cell) => cell.trim() !== '')
    .slice(0, 4)
    .join(' ');
}

const linesOf = (rows: readonly number[]): string => {
  const [first = 0, last = first] = [rows[0], rows[rows.length - 1]];
  const whole = last - first + 1 === rows.length;
  return first === last
    ? `${first}`
    : whole
      ? `${first}–${last}`
      : `${rows.slice(0, 6).join('、')}${rows.length > 6 ? '…' : ''}`;
};

function outsideProblem(
  { name, sheet }: TableSnapshot,
  rows: readonly number[],
  found: string,
  code: 'rows-below-table' | 'rows-apart' | 'note-below-table',
  [zh, en]: readonly [string, string],
): Problem {
  const lines = linesOf(rows);
  const what =
    code === 'note-below-table'
      ? text('不像一行记录', 'does not look like a row')
      : text('在表格外面，没有计入这次的结果', 'stands outside of the table and is not counted here');
  return {
    code,
    table: name,
    sheet,
    row: lines,
    expected: text('表内的行', 'rows inside the table'),
    found,
    message: text(`“${sheet}”第 ${lines} 行${what.zh}：${zh}。`, `Row ${lines} of “${sheet}” ${what.en}: ${en}.`),
  };
}

/**
 * What stands below the tables that the job looks at, however far: rows that the next writing job takes in, rows that only people can bring into the
 * table, and (for who looks at everything) notes.
 */
export function rowsOutside(
  reads: JobReads,
  { tables }: WorkbookSnapshot,
  { writes, mode }: { readonly writes: JobWrites; readonly mode: Mode },
): Problem[] {
  const takesIn = writes !== 'nothing' && mode === 'preview';
  return everyTable(tables).flatMap((table): Problem[] => {
    if (!looksAt(reads, table.name)) return [];
    const taken = rowsToTakeIn(table);
    const first = table.top + 2 + table.values.length + (table.totals ? 1 : 0);
    const left = leftBelow(table);
    const apart = left.filter(({ isRow }) => isRow);
    const notes = reads.tables.includes('*') ? left.filter(({ isRow }) => !isRow) : [];
    return [
      ...(taken === 0
        ? []
        : [
            outsideProblem(
              table,
              Array.from({ length: taken }, (_, at) => first + at),
              wordsOf(table, table.below?.[0]),
              'rows-below-table',
              takesIn
                ? ['写入时会先收进表格再算', 'writing takes them in first']
                : ['下一个写入的操作会把它们收进表格', 'the next job that writes takes them in'],
            ),
          ]),
      ...(apart.length === 0
        ? []
        : [
            outsideProblem(
              table,
              apart.map(({ row }) => row),
              wordsOf(table, apart[0]?.cells),
              'rows-apart',
              [
                '与表格之间隔着空行或别的文字，不会自动收进，请剪切到表格最后一行下面',
                'an empty row or a note stands between, so that nothing takes it in: move it right below the last row',
              ],
            ),
          ]),
      ...notes.map(({ row, cells }) =>
        outsideProblem(table, [row], wordsOf(table, cells), 'note-below-table', [
          '留着不动；若是一行记录，请补全并移到表格最后一行下面',
          'it is left alone; if it is one, complete it and move it right below the last row',
        ]),
      ),
    ];
  });
}

/** The column that would say it was pasted over itself: nothing on the sheets counts what is wrong in the row. */
function guardPastedOver({ name, sheet }: TableSnapshot, row: string): Problem {
  return {
    code: 'formula-overwritten',
    table: name,
    sheet,
    row,
    column: ISSUE,
    expected: text('公式', 'a formula'),
    found: '',
    message: text(
      `“${sheet}”的公式被粘贴成了固定内容（${row} 起，“待改正”列也是）：表里的结果不再更新，首页也数不出来。点“改正”可以恢复。`,
      `Formulas on “${sheet}” were pasted over with their values (from ${row} on, the column of what is to be corrected too): what the sheet says does not follow any more, and the home sheet cannot count it. “Mend” puts them back.`,
    ),
  };
}

function typedOverIn(spec: TableSpec, table: TableSnapshot): Problem[] {
  const places = locateColumns(spec, table);
  const issue = places.get(ISSUE) ?? -1;
  if (issue < 0 || table.unread) return [];
  const nameOf = (cells: readonly CellValue[]): string =>
    spec.key
      .map((key) => String(cells[places.get(key) ?? -1] ?? ''))
      .filter(Boolean)
      .join(' ');
  const [first] = table.values;
  const guard = table.formulas[0]?.[issue];
  const isPasted = first !== undefined && guard !== undefined && !String(guard).startsWith('=');
  const rows = table.values.flatMap((cells, index): Problem[] => {
    const count = formulasTypedOver(cells[issue]);
    if (count === 0) return [];
    const row = nameOf(cells);
    return [
      {
        code: 'formula-overwritten',
        table: table.name,
        sheet: table.sheet,
        row: row || `#${index + 1}`,
        expected: text('公式', 'a formula'),
        found: String(count),
        message: text(
          `“${table.sheet}”${row || `第 ${seenRow(table, index).line} 行`} 有 ${count} 处公式被改成了固定内容，不再自动计算：点“改正”可以恢复。`,
          `${count} formulas of ${row || `row ${seenRow(table, index).line}`} on “${table.sheet}” were typed over and do not follow any more: “Mend” puts them back.`,
        ),
      },
    ];
  });
  return isPasted ? [guardPastedOver(table, nameOf(first) || '#1'), ...rows] : rows;
}

/** What is known of the workbook's tables. */
type Known = Pick<Campaign, 'spec' | 'judgesWithSheet'>;

/** Every table of this workbook that says itself what is to be corrected in it; a score sheet without its judge is none. */
function tablesSaying({ tables }: WorkbookSnapshot, { spec, judgesWithSheet }: Known): TableSpec[] {
  const names = [...[...ISSUE_TABLES, ...LATER_TABLES].map(({ name }) => name), ...judgesWithSheet.map(scoreTableName)];
  return names.filter((name) => tables[name] !== undefined).map(spec);
}

/** Rows of the tables that the job looks at in which a formula was typed over, as the sheets tell it. */
export function typedOver(
  reads: JobReads,
  snapshot: WorkbookSnapshot,
  known: Known,
  named: readonly Problem[],
): Problem[] {
  const said = new Set(named.filter(({ code }) => code === 'formula-overwritten').map(({ table }) => table));
  return tablesSaying(snapshot, known).flatMap((spec) => {
    const table = snapshot.tables[spec.name];
    const isPlain = spec.name === TRACKER.name && holdsValues(snapshot);
    return table && looksAt(reads, spec.name) && !said.has(spec.name) && !isPlain ? typedOverIn(spec, table) : [];
  });
}

/** `[截止时间]` is a cell that counts for nothing, `[截止时间?]` a doubtful one. */
const PIECE = /\[([^[\]=!?]+)(\??)\]/g;

function saidIn(
  spec: TableSpec,
  table: TableSnapshot,
  isNamed: (row: readonly string[], column: ColumnSpec) => boolean,
  isEcho: (refersTo: string, found: string) => boolean,
): Problem[] {
  const places = locateColumns(spec, table);
  const issue = places.get(ISSUE) ?? -1;
  if (issue < 0 || table.unread) return [];
  const cell = (cells: readonly CellValue[], key: string): string => String(cells[places.get(key) ?? -1] ?? '').trim();
  return table.values.flatMap((cells, index): Problem[] => {
    const said = String(cells[issue] ?? '');
    if (said === '') return [];
    const key = spec.key
      .map((part) => cell(cells, part))
      .filter(Boolean)
      .join(' ');
    const named = `${cell(cells, 'unit')} ${cell(cells, 'requirementId')}`.trim();
    const names = [key, named, cell(cells, 'blindNo'), `#${index + 1}`].filter((name) => name !== '');
    return [...said.matchAll(PIECE)].flatMap(([, header = '', doubt = '']): Problem[] => {
      const column = spec.columns.find(({ header: words }) => words.zh === header || words.en === header);
      if (!column || (isNamed(names, column) && !isError(cell(cells, column.key)))) return [];
      if (isEcho(column.key, cell(cells, column.key === 'unit' ? 'unitId' : column.key))) return [];
      const row = key || `#${index + 1}`;
      const found = cell(cells, column.key);
      const asSeen = (part: string): string =>
        shownCell(cells[places.get(part) ?? -1] ?? '', columnOf(spec, part)).trim();
      const called = spec.key.map(asSeen).filter(Boolean).join(' ');
      const now = asSeen(column.key);
      const { line } = seenRow(table, index);
      const [zh, en] = isError(found)
        ? ['是公式错误，按空白计', 'holds an error and counts as empty']
        : doubt !== ''
          ? ['可疑', 'is doubtful']
          : found === ''
            ? ['空着，这一行不计', 'is empty, and the row does not count']
            : ['看不懂或认不出，不计', 'cannot be read or names nothing'];
      const [is, was] = found === '' ? ['', ''] : [`（现在是“${now}”）`, ` (found “${now}”)`];
      return [
        {
          code: doubt === '' ? 'unreadable-cell' : 'doubtful-cell',
          table: table.name,
          sheet: table.sheet,
          row,
          // A criterion's column is of this workbook alone: nothing else knows its header.
          ...(isScoreKey(column.key) ? { column: header, columnKey: column.key } : { column: column.key }),
          found,
          expected: text('表里没有标色的内容', 'what the sheet does not mark'),
          message: text(
            `工作表“${table.sheet}”第 ${line} 行${called && `（${called}）`}的“${column.header.zh}”${zh}${is}：请核对、改正。`,
            `“${column.header.en}” in row ${line}${called && ` (${called})`} of the sheet “${table.sheet}” ${en}${was}: check and correct it.`,
          ),
        },
      ];
    });
  });
}

/** Cells that a sheet marks and nothing else has named: whatever a formula sees, each job that looks at the table says. */
export function saidBySheet(
  reads: JobReads,
  snapshot: WorkbookSnapshot,
  known: Known,
  named: readonly Problem[],
): Problem[] {
  // Where the id of a unit or an item was typed over, or the names of units slipped, that is named, not each row that refers to them.
  const former = formerNames(snapshot.tables);
  const areMoved = areNamesMoved(named);
  const isEcho = (key: string, refersTo: string): boolean => former.has(refersTo) || (areMoved && key === 'unit');
  return tablesSaying(snapshot, known).flatMap((spec) => {
    const table = snapshot.tables[spec.name];
    if (!table || !looksAt(reads, spec.name)) return [];
    const own = named.filter((problem) => problem.table === spec.name || problem.sheet === table.sheet);
    return saidIn(
      spec,
      table,
      (rows, { key, header }) =>
        own.some(
          ({ row, column }) =>
            row !== undefined &&
            rows.includes(String(row)) &&
            // Scores are named by their criterion, which is how their header begins.
            (column === undefined || column === key || header.zh.startsWith(column) || header.en.startsWith(column)),
        ),
      isEcho,
    );
  });
}
