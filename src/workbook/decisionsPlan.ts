// Adds rows to 评选决定; makes the sheet when the workbook has none yet. Never touches a row that is there.
import type { Ruling } from '../core/contest/ruling';
import type { Problem } from '../core/problem';
import type { Language } from '../core/text';
import { text } from '../core/text';
import { rulingRecord } from './codecs/rulings';
import { appendRows } from './edits';
import type { PlanStep } from './plan';
import { sheetOf } from './sheetOf';
import type { WorkbookSnapshot } from './snapshot';
import type { FormulaWords } from './spec';
import { DECISIONS } from './tables/decisions';

export interface DecisionsPlan {
  readonly steps: readonly PlanStep[];
  readonly problems: readonly Problem[];
}

/** `unitOf`: the name of an entry's unit. A sheet of the name without the table stops it: nothing is overwritten. */
export function decisionsPlan(snapshot: WorkbookSnapshot, rulings: readonly Ruling[], unitOf: (entryId: string) => string, words: FormulaWords, language: Language): DecisionsPlan {
  const records = rulings.map((ruling) => rulingRecord(ruling, unitOf(ruling.entryId), language));
  const table = snapshot.tables[DECISIONS.name];
  if (table) return { steps: appendRows(DECISIONS, table, records, words), problems: [] };
  const sheet = sheetOf(DECISIONS, records, words);
  if (snapshot.sheets.some(({ name }) => name === sheet.name)) {
    return { steps: [], problems: [{
      code: 'sheet-name-taken', sheet: sheet.name, expected: text('没有同名的工作表', 'no sheet of that name'), found: sheet.name,
      message: text(`已有名为“${sheet.name}”的工作表，但不是决定记录：请先给它改名。`, `A sheet named “${sheet.name}” exists but is no record of decisions: rename it first.`),
    }] };
  }
  return { steps: [{ kind: 'addSheet', sheet, after: snapshot.tables['Standings']?.sheet ?? snapshot.tables['Criteria']?.sheet }], problems: [] };
}
