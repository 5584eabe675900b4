// The sample contest as snapshots: stories, seven judges, scores; and decided, with ten winners and three in reserve.
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { decideAward } from '../../src/app/contest/decide';
import { decideImportScores } from '../../src/app/contest/importScores';
import { decideImportStories } from '../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../src/app/contest/makeJudgeTabs';
import type { Decision } from '../../src/app/run/runJob';
import { plannedCells } from '../../src/workbook/sheets/madeSheet';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import type { Language } from '../../src/core/ground/text';
import { applySteps } from './applySteps';
import { sampleSheets } from './sampleSheets';
import { newSnapshot, situationOf } from './situationOf';

/** What a job's decision makes of the snapshot. Throws when the job stopped. */
export function after(snapshot: WorkbookSnapshot, decision: Decision<unknown>): WorkbookSnapshot {
  if (decision.stopped) throw new Error((decision.problems ?? []).map(({ message }) => message.en).join('\n'));
  return applySteps(snapshot, decision.steps);
}

export async function scoredContest(language: Language = 'zh'): Promise<WorkbookSnapshot> {
  const empty = newSnapshot(language);
  const stories = after(
    empty,
    decideImportStories(situationOf(empty), { file: { name: '', sheets: await sampleSheets('stories-messy.xlsx') } }),
  );
  const tabs = after(stories, decideJudgeTabs(situationOf(stories, '2021-06-11T09:00'), { judges: 7 }));
  return after(
    tabs,
    decideImportScores(situationOf(tabs), { file: { name: '', sheets: await sampleSheets('scores-messy.xlsx') } }),
  );
}

/** By the committee's meeting of 15 June, 09:00. */
export function decidedContest(scored: WorkbookSnapshot): WorkbookSnapshot {
  return after(scored, decideAward(situationOf(scored), { by: '评委会6月15日会议' }));
}

/** The same as an older version recorded it: without the second record of what was decided, so that only the rows count. */
export function withoutKept(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const names = Object.fromEntries(Object.entries(snapshot.names).filter(([name]) => !name.startsWith('Decided_')));
  return { ...snapshot, names };
}

export const codes = (problems: readonly { code: string }[] = []): string[] => problems.map(({ code }) => code);

/** The columns of a table, by header, row by row. */
export function cellsOf(snapshot: WorkbookSnapshot, name: string, ...headers: string[]): CellValue[][] {
  const table = tableCalled(snapshot.tables, name);
  return (table?.values ?? []).map((row) => headers.map((header) => row[table?.headers.indexOf(header) ?? -1] ?? ''));
}

/** Every word on the sheets that a decision makes, tables made on first use left out. */
export function wordsOf(decision: Decision<unknown>): string {
  return wordsOn(decision, () => true);
}

/** Of the sheets that people see. */
export function shownWordsOf(decision: Decision<unknown>): string {
  return wordsOn(decision, (sheet) => sheet.hidden !== true);
}

function wordsOn(decision: Decision<unknown>, counts: (sheet: SheetPlan) => boolean): string {
  return decision.steps
    .flatMap((step) =>
      (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table && counts(step.sheet)
        ? plannedCells(step.sheet, step.sheet.hidden ? null : undefined).flat()
        : [],
    )
    .filter((cell) => cell !== null && cell !== '')
    .join('\n');
}
