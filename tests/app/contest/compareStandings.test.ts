// Formulas against core, on a snapshot whose formula cells hold what a spreadsheet would show.
import { describe, expect, it } from '@jest/globals';
import { compareStandings, rankingState, standingsDiffer } from '../../../src/app/contest/compareStandings';
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

describe('rankingState', () => {
  it('is as scored once all stories stand in the standings as the scores have them, and not before and after that', async () => {
    const snapshot = shown(await rankedSnapshot());
    const { campaign } = situationOf(snapshot);
    expect(rankingState(snapshot, campaign)).toBe('asScored');
    const standings = snapshot.tables['Standings']!;
    const without = { ...standings, values: standings.values.slice(1), formulas: standings.formulas.slice(1) };
    expect(rankingState({ ...snapshot, tables: { ...snapshot.tables, Standings: without } }, campaign)).toBe(
      'overtaken',
    );
    const overtaken = shown(snapshot, (_id, key, value) => (key === 'score' ? 1 : value));
    expect(rankingState(overtaken, campaign)).toBe('overtaken');
    expect(rankingState(newSnapshot(), situationOf(newSnapshot()).campaign)).toBe('none');
    // Score sheets that are filled in before anybody ranked.
    const places = ['决定', '名次说明'].map((header) => standings.headers.indexOf(header));
    const values = standings.values.map((row) => row.map((cell, place) => (places.includes(place) ? '' : cell)));
    const unranked = { ...snapshot, tables: { ...snapshot.tables, Standings: { ...standings, values } } };
    expect(rankingState(unranked, campaign)).toBe('none');
  });

  it('is overtaken when a judge changed a score: scores and places follow, decisions do not', async () => {
    const ranked = await rankedSnapshot();
    const places = ranked.tables['Standings']!.headers.indexOf('决定');
    const winner = ranked.tables['Standings']!.values.find((row) => row[places] === '获奖')!;
    const sheet = ranked.tables['Score_J01']!;
    const entry = sheet.headers.indexOf('参评编号');
    const values = sheet.values.map((row) =>
      row[entry] === winner[0] ? row.map((cell, column) => (typeof cell === 'number' && column > 2 ? 1 : cell)) : row,
    );
    const changed = shown({ ...ranked, tables: { ...ranked.tables, Score_J01: { ...sheet, values } } });
    expect(compareStandings(changed, situationOf(changed).campaign).kind).toBe('agree');
    expect(rankingState(changed, situationOf(changed).campaign)).toBe('overtaken');
  });
});

it('a difference is told without the noughts that it was compared with, and with those of the number itself', () => {
  const told = (formula: string, core: string): string =>
    standingsDiffer(
      { table: 'Standings', row: 'E001', column: '名次', key: 'rank', formula, core },
      { problems: [], notices: [] },
    ).message.zh;
  expect(told('6.000000', '10.000000')).toMatch(/表里是“6”，按规则应为“10”/);
  expect(told('87.500000', '90')).toMatch(/表里是“87.5”，按规则应为“90”/);
  expect(told('', '并列')).toMatch(/表里是“”，按规则应为“并列”/);
});
