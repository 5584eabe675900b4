// Adds rows to 评选决定; makes the sheet when the workbook has none yet. Never touches a row that is there.
import type { Ruling } from '../../../core/contest/ruling';
import type { Language } from '../../../core/ground/text';
import { rulingRecord } from './rulings';
import { laterTablePlan, type LaterTablePlan } from '../../contract/laterTable';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import type { FormulaWords } from '../../contract/spec';
import { DECISIONS } from './decisions';

/** `unitOf`: the name of an entry's unit. A sheet of the name without the table stops it: nothing is overwritten. */
export function decisionsPlan(
  snapshot: WorkbookSnapshot,
  rulings: readonly Ruling[],
  unitOf: (entryId: string) => string,
  words: FormulaWords,
  language: Language,
): LaterTablePlan {
  const records = rulings.map((ruling) => rulingRecord(ruling, unitOf(ruling.entryId), language));
  return laterTablePlan(snapshot, DECISIONS, records, words, language, ['Standings', 'Criteria']);
}
