// The messy contest of the samples, brought to a stage once: 48 stories of a file with faults, seven judges, their scores, the ranking.
import { decideImportScores } from '../../src/app/contest/importScores';
import { decideImportStories } from '../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../src/app/contest/rank';
import type { ImportedFile } from '../../src/app/run/job';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { applySteps } from './applySteps';
import { sampleSheets } from './sampleSheets';
import { newSnapshot, situationOf } from './situationOf';

export const codes = (problems: readonly { code: string }[] = []) => problems.map(({ code }) => code);
export const cell = (snapshot: WorkbookSnapshot, table: string, row: number, header: string): CellValue => {
  const found = tableCalled(snapshot.tables, table);
  return found?.values[row]?.[found.headers.indexOf(header)] ?? `no ${table} ${row} ${header}`;
};
export const column = (snapshot: WorkbookSnapshot, table: string, header: string): CellValue[] => {
  const found = tableCalled(snapshot.tables, table);
  return (found?.values ?? []).map((row) => row[found?.headers.indexOf(header) ?? -1] ?? '');
};

/** The workbook after each step, and the files that were taken in. */
export interface MessyContest {
  readonly stories: ImportedFile;
  readonly scores: ImportedFile;
  readonly empty: WorkbookSnapshot;
  readonly withStories: WorkbookSnapshot;
  readonly withTabs: WorkbookSnapshot;
  readonly withScores: WorkbookSnapshot;
  readonly ranked: WorkbookSnapshot;
}

export async function messyContest(): Promise<MessyContest> {
  const stories = { name: 'stories.xlsx', sheets: await sampleSheets('stories-messy.xlsx') };
  const scores = { name: 'scores.xlsx', sheets: await sampleSheets('scores-messy.xlsx') };
  const empty = newSnapshot();
  const withStories = applySteps(empty, decideImportStories(situationOf(empty), { file: stories }).steps);
  const withTabs = applySteps(withStories, decideJudgeTabs(situationOf(withStories), { judges: 7 }).steps);
  const withScores = applySteps(withTabs, decideImportScores(situationOf(withTabs), { file: scores }).steps);
  const ranked = applySteps(withScores, decideRanking(situationOf(withScores)).steps);
  return { stories, scores, empty, withStories, withTabs, withScores, ranked };
}
