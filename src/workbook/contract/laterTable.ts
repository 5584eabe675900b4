// Adds rows to a table that is made when it is first needed; makes its sheet when the workbook has none yet. Knows no particular table.
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { appendRows } from './edits';
import type { PlanStep } from './plan';
import { sheetOf, type RowRecord } from './sheetOf';
import { tableCalled, type WorkbookSnapshot } from './snapshot';
import type { FormulaWords, TableSpec } from './spec';

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
