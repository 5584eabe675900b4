// Which rows a judge's score sheet has, and what is missing on one that exists. Touches nothing that a judge typed.
import { compareNumbers } from '../../core/contest/blindNumber';
import type { Criterion, Entry, Judge } from '../../core/contest/contest';
import { isRecused } from '../../core/contest/recusal';
import type { Language } from '../../core/ground/text';
import { appendRows, updateCells } from '../contract/edits';
import type { EditOf } from '../contract/edits';
import { findAsItStands } from '../contract/formerHeaders';
import { labelOf } from '../contract/labels';
import type { PlanStep, SheetPlan } from '../contract/plan';
import { readRows } from '../contract/rows';
import { sheetOf } from '../contract/sheetOf';
import type { RowRecord } from '../contract/sheetOf';
import type { TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import type { ColumnKeys } from '../contract/keys';
import type { FormulaWords, TableSpec } from '../contract/spec';
import { specFinder, wordsFor } from '../tables/registry';
import { scoreSheetSpec } from '../tables/scoreSheet/scoreSheet';

/** Words for a table of the contest; the judges and criteria may be newer than the workbook's own, `tables` are those it has. */
export function contestWords(
  spec: TableSpec,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
  tables: WorkbookSnapshot['tables'] = {},
): FormulaWords {
  return wordsFor(spec, language, findAsItStands(specFinder(judges, criteria, language), tables));
}

/** Entries in the order in which judges see them: eligible ones by blind number. */
export function entriesForJudges(entries: readonly Entry[]): Entry[] {
  return entries
    .filter((entry) => entry.eligible)
    .sort((a, b) => compareNumbers(a.blindNo, b.blindNo) || (a.entryId < b.entryId ? -1 : 1));
}

/** What a judge sees of an entry: number and title, no unit. Stories of the judge's own unit are recused from the start (S-2). */
function judgeRow(entry: Entry, judge: Judge, language: Language): RowRecord<ColumnKeys[`Score_${string}`]> {
  const recused = isRecused(judge, entry) ? labelOf('yesNo', 'yes', language) : '';
  return { entryId: entry.entryId, blindNo: entry.blindNo, title: entry.title, recused };
}

/** The whole sheet of a judge who has none yet. */
export function judgeSheet(
  judge: Judge,
  judges: readonly Judge[],
  entries: readonly Entry[],
  criteria: readonly Criterion[],
  language: Language,
): SheetPlan {
  const spec = scoreSheetSpec(judge, criteria, language);
  return sheetOf(
    spec,
    entriesForJudges(entries).map((entry) => judgeRow(entry, judge, language)),
    contestWords(spec, judges, criteria, language),
  );
}

/** How a judge's sheet is brought up to the entries there are. */
export interface SheetRefresh {
  readonly steps: readonly PlanStep[];
  readonly added: number;
  /** Rows that became recused because the judge's unit is known now. */
  readonly updated: number;
}

/** Adds the entries that an existing sheet lacks, `ids` by row where it has none, and 回避 where the cell is empty and the entry is of the judge's unit. */
export function refreshJudgeSheet(
  table: TableSnapshot,
  judge: Judge,
  judges: readonly Judge[],
  entries: readonly Entry[],
  criteria: readonly Criterion[],
  language: Language,
  ids: ReadonlyMap<number, string> = new Map(),
): SheetRefresh {
  const spec = scoreSheetSpec(judge, criteria, language);
  const rows = readRows(spec, table).map((row) => ({ row, entryId: ids.get(row.index) ?? row.text('entryId') }));
  const present = new Set(rows.map(({ entryId }) => entryId));
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  const missing = entriesForJudges(entries).filter((entry) => !present.has(entry.entryId));
  const edits = rows.flatMap(({ row, entryId }): EditOf<`Score_${string}`>[] => {
    const entry = entryOf.get(entryId);
    const named: EditOf<`Score_${string}`>[] = ids.has(row.index)
      ? [{ index: row.index, key: 'entryId', value: entryId }]
      : [];
    if (!entry || row.text('recused') !== '' || !isRecused(judge, entry)) return named;
    return [...named, { index: row.index, key: 'recused', value: labelOf('yesNo', 'yes', language) }];
  });
  const words = contestWords(spec, judges, criteria, language);
  return {
    steps: [
      ...updateCells(spec, table, edits),
      ...appendRows(
        spec,
        table,
        missing.map((entry) => judgeRow(entry, judge, language)),
        words,
      ),
    ],
    added: missing.length,
    updated: edits.length,
  };
}
