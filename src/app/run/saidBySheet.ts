// What the sheets say of themselves in what a job looks at: rows outside of their table, formulas that somebody typed over. Named before anything
// else, whatever the job then says. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { ISSUE, TYPED_OVER } from '../../workbook/contract/issueColumn';
import { locateColumns } from '../../workbook/contract/rows';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { ISSUE_TABLES } from '../../workbook/tables/registry';
import type { Mode } from './job';
import type { JobReads, JobWrites } from './touches';
import { looksAt } from './unreadCells';

/** Rows directly below the tables that the job looks at: they do not count in what it says. A job that writes takes them in first. */
export function rowsOutside(
  reads: JobReads,
  { tables }: WorkbookSnapshot,
  { writes, mode }: { readonly writes: JobWrites; readonly mode: Mode },
): Problem[] {
  const takesIn = writes !== 'nothing' && mode === 'preview';
  return everyTable(tables).flatMap(({ name, sheet, top, values, below = [], totals }): Problem[] => {
    if (below.length === 0 || !looksAt(reads, name)) return [];
    const first = top + 2 + values.length + (totals ? 1 : 0);
    const last = first + below.length - 1;
    const lines = first === last ? `${first}` : `${first}–${last}`;
    const [zh, en] = takesIn
      ? ['写入时会先收进表格再算', 'writing takes them in first']
      : ['下一个写入的操作会把它们收进表格', 'the next job that writes takes them in'];
    return [
      {
        code: 'rows-below-table',
        table: name,
        sheet,
        row: lines,
        expected: text('表内的行', 'rows inside the table'),
        found: (below[0] ?? [])
          .map(String)
          .filter((cell) => cell !== '')
          .slice(0, 4)
          .join(' '),
        message: text(
          `“${sheet}”第 ${lines} 行在表格外面，没有计入这次的结果：${zh}。`,
          `Row ${lines} of “${sheet}” stands outside of the table and is not counted here: ${en}.`,
        ),
      },
    ];
  });
}

function typedOverIn(spec: TableSpec, table: TableSnapshot): Problem[] {
  const places = locateColumns(spec, table);
  const issue = places.get(ISSUE) ?? -1;
  if (issue < 0 || table.unread) return [];
  return table.values.flatMap((cells, index): Problem[] => {
    const count = String(cells[issue] ?? '').split(TYPED_OVER).length - 1;
    if (count === 0) return [];
    const row = spec.key
      .map((key) => String(cells[places.get(key) ?? -1] ?? ''))
      .filter(Boolean)
      .join(' ');
    return [
      {
        code: 'formula-overwritten',
        table: table.name,
        sheet: table.sheet,
        row: row || `#${index + 1}`,
        expected: text('公式', 'a formula'),
        found: String(count),
        message: text(
          `“${table.sheet}”${row || `第 ${index + 1} 行`} 有 ${count} 处公式被改成了固定内容，不再自动计算：点“改正”可以恢复。`,
          `${count} formulas of ${row || `row ${index + 1}`} on “${table.sheet}” were typed over and do not follow any more: “Mend” puts them back.`,
        ),
      },
    ];
  });
}

/** Rows of the tables that the job looks at in which a formula was typed over, as the sheets tell it. */
export function typedOver(reads: JobReads, { tables }: WorkbookSnapshot, named: readonly Problem[]): Problem[] {
  const said = new Set(named.filter(({ code }) => code === 'formula-overwritten').map(({ table }) => table));
  return ISSUE_TABLES.flatMap((spec) => {
    const table = tables[spec.name];
    return table && looksAt(reads, spec.name) && !said.has(spec.name) ? typedOverIn(spec, table) : [];
  });
}
