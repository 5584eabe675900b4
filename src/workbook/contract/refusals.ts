// What Excel would refuse in the middle of a plan, found before anything of it is written: cells that hold too much, sheets that are full or
// protected. Names the cell, and how to mend it.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { columnName } from './a1';
import type { CellWrite, PlanStep } from './plan';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** Characters of one cell, and rows of one sheet. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;

interface Place {
  readonly table?: string;
  readonly sheet: string;
  readonly row?: string;
  readonly column?: string;
  /** As a person finds it. */
  readonly address: string;
}

function tooLong({ address, ...place }: Place, cell: string): Problem {
  const found = String(cell.length);
  return {
    ...place,
    code: 'text-too-long',
    expected: text(`不超过 ${LONGEST_TEXT} 个字`, `at most ${LONGEST_TEXT} characters`),
    found,
    message: text(
      `${address} 要写入 ${found} 个字（“${cell.slice(0, 12)}…”），一个单元格最多 ${LONGEST_TEXT} 个：没有写入任何内容。请缩短后再试。`,
      `${address} would get ${found} characters (“${cell.slice(0, 12)}…”); a cell holds ${LONGEST_TEXT}: nothing was written. Shorten it, then try again.`,
    ),
  };
}

const isTooLong = (cell: CellWrite): cell is string => typeof cell === 'string' && cell.length > LONGEST_TEXT;

/** What a row is called by whoever reads the table: the first thing that stands in it. */
function nameOf(row: readonly CellWrite[]): string {
  return String(row.find((cell) => cell !== null && cell !== '' && typeof cell !== 'object') ?? '').slice(0, 40);
}

function longInTable(
  table: TableSnapshot,
  rows: readonly (readonly CellWrite[])[],
  called: (index: number) => string,
): Problem[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, place) => {
      if (!isTooLong(cell)) return [];
      const column = table.headers[place] ?? '';
      const name = called(index);
      const address = `“${table.sheet}”${name} “${column}”`;
      return [tooLong({ table: table.name, sheet: table.sheet, row: name, column, address }, cell)];
    }),
  );
}

function longTexts(step: PlanStep, { tables }: WorkbookSnapshot): Problem[] {
  if (step.kind === 'updateRows' || step.kind === 'appendRows') {
    const table = tables[step.table];
    if (!table) return [];
    return step.kind === 'appendRows'
      ? longInTable(table, step.rows, (index) => nameOf(step.rows[index] ?? []))
      : longInTable(table, step.cells, (index) => nameOf(table.values[index] ?? []));
  }
  const blocks =
    step.kind === 'addSheet' || step.kind === 'replaceSheet'
      ? { sheet: step.sheet.name, list: step.sheet.blocks }
      : step.kind === 'mendSheet'
        ? { sheet: step.sheet, list: step.blocks }
        : null;
  return (blocks?.list ?? []).flatMap((block) =>
    block.cells.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        if (!isTooLong(cell)) return [];
        const at = `${columnName(block.column + c)}${block.row + r + 1}`;
        return [tooLong({ sheet: blocks?.sheet ?? '', column: at, address: `“${blocks?.sheet}”${at}` }, cell)];
      }),
    ),
  );
}

/** New rows that a sheet has no room for. */
function fullSheets(step: PlanStep, { tables }: WorkbookSnapshot): Problem[] {
  const table = step.kind === 'appendRows' ? tables[step.table] : undefined;
  if (step.kind !== 'appendRows' || !table) return [];
  const end = table.top + 1 + table.values.length + (table.totals ? 1 : 0) + step.rows.length;
  if (end <= MOST_ROWS) return [];
  const free = Math.max(0, MOST_ROWS - (end - step.rows.length));
  return [
    {
      code: 'sheet-full',
      table: table.name,
      sheet: table.sheet,
      row: nameOf(step.rows[free] ?? []),
      expected: text(`最多 ${MOST_ROWS} 行`, `at most ${MOST_ROWS} rows`),
      found: String(end),
      message: text(
        `“${table.sheet}”只放得下 ${free} 行，要加 ${step.rows.length} 行：没有写入任何内容。请把旧的行移到另一个工作簿，再试一次。`,
        `“${table.sheet}” has room for ${free} rows, ${step.rows.length} are to be added: nothing was written. Move old rows to another workbook, then try again.`,
      ),
    },
  ];
}

/** Sheets that the steps write cells or rows of. */
function sheetsWritten(step: PlanStep, { tables }: WorkbookSnapshot): string[] {
  switch (step.kind) {
    case 'updateRows':
    case 'appendRows':
    case 'takeIn':
    case 'conditionals':
    case 'renameColumns':
    case 'addColumns':
    case 'mendConditionals':
    case 'emptyTable':
      return [tables[step.table]?.sheet ?? ''];
    case 'mendSheet':
      return [step.sheet];
    default:
      return [];
  }
}

function protectedSheets(steps: readonly PlanStep[], basis: WorkbookSnapshot): Problem[] {
  const opened = new Set(steps.flatMap((step) => (step.kind === 'protection' && !step.on ? step.sheets : [])));
  const written = new Set(steps.flatMap((step) => sheetsWritten(step, basis)));
  return basis.sheets
    .filter((sheet) => sheet.isProtected === true && written.has(sheet.name) && !opened.has(sheet.name))
    .map(({ name }): Problem => {
      const table = everyTable(basis.tables).find(({ sheet }) => sheet === name);
      return {
        code: 'sheet-protected',
        sheet: name,
        ...(table && { table: table.name }),
        expected: text('没有保护的工作表', 'a sheet that is not protected'),
        found: text('已保护', 'protected').zh,
        message: text(
          `“${name}”受保护，写不进去：没有写入任何内容。请在“审阅”里撤消工作表保护，再试一次。`,
          `“${name}” is protected: nothing was written. Take the protection off under Review, then try again.`,
        ),
      };
    });
}

/** Empty when nothing of the plan would be refused. */
export function refusals(steps: readonly PlanStep[], basis: WorkbookSnapshot): Problem[] {
  return [
    ...protectedSheets(steps, basis),
    ...steps.flatMap((step) => [...fullSheets(step, basis), ...longTexts(step, basis)]),
  ];
}
