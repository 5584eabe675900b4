// Formulas against core, on a snapshot whose formula cells hold what a spreadsheet would show.
import { describe, expect, it } from '@jest/globals';
import { compareStandings, isRankedAsScored } from '../../../src/app/contest/compareStandings';
import { contestOf } from '../../../src/app/contest/contestSituation';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../../src/app/contest/rank';
import { computeStandings } from '../../../src/core/contest/standings';
import { locateColumns } from '../../../src/workbook/contract/rows';
import type { ColumnKeys } from '../../../src/workbook/contract/keys';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { judgeKey, standingsSpec } from '../../../src/workbook/tables/standings/standings';
import { applySteps } from '../../support/applySteps';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf } from '../../support/situationOf';

async function rankedSnapshot(): Promise<WorkbookSnapshot> {
  let snapshot = newSnapshot();
  snapshot = applySteps(
    snapshot,
    decideImportStories(situationOf(snapshot), {
      file: { name: 's', sheets: await sampleSheets('stories-messy.xlsx') },
    }).steps,
  );
  snapshot = applySteps(snapshot, decideJudgeTabs(situationOf(snapshot), { judges: 7 }).steps);
  snapshot = applySteps(
    snapshot,
    decideImportScores(situationOf(snapshot), { file: { name: 's', sheets: await sampleSheets('scores-messy.xlsx') } })
      .steps,
  );
  return applySteps(snapshot, decideRanking(situationOf(snapshot)).steps);
}

/** Fills the formula columns of the standings as a spreadsheet shows them, in binary numbers. */
function shown(
  snapshot: WorkbookSnapshot,
  change: (entryId: string, key: string, value: CellValue) => CellValue = (_id, _key, value) => value,
): WorkbookSnapshot {
  const { campaign } = situationOf(snapshot);
  const contest = contestOf(campaign);
  const table = snapshot.tables['Standings']!;
  const places = locateColumns(standingsSpec(contest.judges), table);
  const number = (text: string | null | undefined): CellValue =>
    text === null || text === undefined || text === '' ? '' : Number(text);
  const values = table.values.map((row) => [...row]);
  for (const standing of computeStandings(contest)) {
    const row = values.find((cells) => cells[places.get('entryId')!] === standing.entryId)!;
    const cells: Record<string, CellValue> = {
      count: standing.count,
      high: number(standing.high),
      low: number(standing.low),
      score: Number(standing.score) + 1e-13,
      shown: number(standing.shown),
      rank: standing.rank ?? '',
      tied: standing.tied ? '并列' : '',
      ...Object.fromEntries(
        contest.judges.map(({ judgeId }) => [judgeKey(judgeId), number(standing.subtotals[judgeId])]),
      ),
    };
    for (const [key, value] of Object.entries(cells))
      row[places.get(key as ColumnKeys['Standings'])!] = change(standing.entryId, key, value);
  }
  return { ...snapshot, tables: { ...snapshot.tables, Standings: { ...table, values } } };
}

describe('compareStandings', () => {
  it('agrees when every formula cell says what the core computes', async () => {
    const snapshot = shown(await rankedSnapshot());
    expect(compareStandings(snapshot, situationOf(snapshot).campaign)).toEqual({ kind: 'agree', cells: 48 * 14 });
  });

  it('names the first cell that differs, causes before consequences', async () => {
    const ranked = await rankedSnapshot();
    const wrong = (entry: string, column: string, value: CellValue) =>
      shown(ranked, (id, key, cell) => (id === entry && key === column ? value : cell));
    const compare = (snapshot: WorkbookSnapshot) => compareStandings(snapshot, situationOf(snapshot).campaign);
    expect(compare(wrong('E021', 'judge.J03', 90))).toMatchObject({
      kind: 'differ',
      first: { row: 'E021', column: '评委3（J03）', formula: '90', core: '94.500000' },
    });
    expect(compare(wrong('E047', 'rank', 9))).toMatchObject({
      kind: 'differ',
      first: { row: 'E047', column: '名次', formula: '9' },
    });
    expect(compare(wrong('E036', 'shown', ''))).toMatchObject({
      kind: 'differ',
      first: { row: 'E036', column: '得分' },
    });
  });

  it('has nothing to compare before there are judges', () => {
    const snapshot = newSnapshot();
    expect(compareStandings(snapshot, situationOf(snapshot).campaign)).toEqual({ kind: 'agree', cells: 0 });
  });
});

describe('isRankedAsScored', () => {
  it('is true once all stories stand in the standings as the scores have them, and false before and after that', async () => {
    const snapshot = shown(await rankedSnapshot());
    const { campaign } = situationOf(snapshot);
    expect(isRankedAsScored(snapshot, campaign)).toBe(true);
    const standings = snapshot.tables['Standings']!;
    const without = { ...standings, values: standings.values.slice(1), formulas: standings.formulas.slice(1) };
    expect(isRankedAsScored({ ...snapshot, tables: { ...snapshot.tables, Standings: without } }, campaign)).toBe(false);
    const overtaken = shown(snapshot, (_id, key, value) => (key === 'score' ? 1 : value));
    expect(isRankedAsScored(overtaken, campaign)).toBe(false);
    expect(isRankedAsScored(newSnapshot(), situationOf(newSnapshot()).campaign)).toBe(false);
  });
});
