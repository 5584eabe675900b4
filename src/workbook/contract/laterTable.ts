// Adds rows to a table that is made when it is first needed; makes its sheet when the workbook has none yet. Knows no particular table.
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { appendRows } from './edits';
import type { CellWrite, PlanStep } from './plan';
import { sheetOf, type RowRecord } from './sheetOf';
import { tableCalled, type CellValue, type TableSnapshot, type WorkbookSnapshot } from './snapshot';
import type { FormulaWords, TableSpec } from './spec';

/** Steps that make a table on first use, or why it cannot be made. */
export interface LaterTablePlan {
  readonly steps: readonly PlanStep[];
  readonly problems: readonly Problem[];
}

/** `after`: tables behind whose sheet it goes, the first that is there. A sheet of the name without the table stops it: nothing is overwritten. */
export function laterTablePlan<K extends string>(
  snapshot: WorkbookSnapshot,
  spec: TableSpec<K>,
  records: readonly RowRecord<NoInfer<K>>[],
  words: FormulaWords,
  language: Language,
  after: readonly string[],
): LaterTablePlan {
  const table = snapshot.tables[spec.name];
  if (table) return { steps: appendRows(spec, table, records, words), problems: [] };
  const sheet = sheetOf(spec, records, words);
  if (snapshot.sheets.some(({ name }) => name === sheet.name)) {
    return {
      steps: [],
      problems: [
        {
          code: 'sheet-name-taken',
          sheet: sheet.name,
          expected: text('没有同名的工作表', 'no sheet of that name'),
          found: sheet.name,
          message: text(
            `已有名为“${sheet.name}”的工作表，但它不是“${spec.title.zh}”：请先给它改名。`,
            `A sheet named “${sheet.name}” exists but is not “${spec.title[language]}”: rename it first.`,
          ),
        },
      ],
    };
  }
  return {
    steps: [
      {
        kind: 'addSheet',
        sheet,
        after: after.map((name) => tableCalled(snapshot.tables, name)?.sheet).find((name) => name !== undefined),
      },
    ],
    problems: [],
  };
}

const written = (cell: CellWrite | undefined): CellValue => (typeof cell === 'object' ? '' : (cell ?? ''));

/** The table as it stands after the steps that make it or change its cells; cells that formulas fill are '' in one that is new. Undefined: there is none. */
export function tableAfter(
  snapshot: WorkbookSnapshot,
  { name }: TableSpec,
  steps: readonly PlanStep[],
): TableSnapshot | undefined {
  let table: TableSnapshot | undefined = snapshot.tables[name];
  for (const step of steps) {
    if (step.kind === 'addSheet' && step.sheet.table?.name === name) {
      const { row: top, column: left } = step.sheet.table.area;
      const block = step.sheet.blocks.find(({ row, column }) => row === top && column === left);
      const [headers = [], ...values] = (block?.cells ?? []).map((row) => row.map(written));
      const place = { name, sheet: step.sheet.name, top, left, headers: headers.map(String) };
      table = { ...place, values, formulas: values, filtered: false, crowded: false };
    }
    if (table && step.kind === 'updateRows' && step.table === name)
      table = {
        ...table,
        values: table.values.map((row, r) =>
          row.map((cell, c) => ((step.cells[r]?.[c] ?? null) === null ? cell : written(step.cells[r]?.[c]))),
        ),
      };
  }
  return table;
}
