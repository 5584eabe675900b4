// The scores as seven judges sent them: what is taken, what is left out, and who comes out on top.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { proposeScores, type ScoresProposal } from '../../../src/core/contest/proposeScores';
import { computeStandings } from '../../../src/core/contest/standings';
import { decisions } from '../../../src/core/contest/decisions';
import { explain } from '../../../src/core/contest/explain';
import type { SheetRows } from '../../../src/core/import/sheetRows';
import { CRITERIA, RULES, entry, judge } from '../../support/contestFixtures';
import { sampleSheets } from '../../support/sampleSheets';

const entries = Array.from({ length: 48 }, (_none, index) => entry(index + 1));
const judges = Array.from({ length: 7 }, (_none, index) => judge(index + 1));
const context = { entries, judges, criteria: CRITERIA, existing: [] };

describe("the sample of seven judges' sheets", () => {
  let sheets: SheetRows[];
  let proposal: ScoresProposal;
  beforeAll(async () => {
    sheets = await sampleSheets('scores-messy.xlsx');
    proposal = proposeScores(sheets, context);
  });

  it('has exactly seven wrong cells, and leaves out their rows whole', () => {
    expect(
      proposal.problems.map(({ code, table, sheet, row, column, found }) => [code, table, sheet, row, column, found]),
    ).toEqual([
      ['missing-score', 'Score_J01', '评委1', 13, '感染力（25分）', ''],
      ['missing-score', 'Score_J01', '评委1', 37, '教育意义（25分）', ''],
      ['out-of-range', 'Score_J02', '评委2', 37, '真实性（25分）', '52.5'],
      ['missing-score', 'Score_J04', '评委4', 12, '时代特色（15分）', ''],
      ['missing-score', 'Score_J04', '评委4', 34, '真实性（25分）', ''],
      ['out-of-range', 'Score_J05', '评委5', 7, '真实性（25分）', '52.5'],
      ['missing-score', 'Score_J05', '评委5', 19, '教育意义（25分）', ''],
    ]);
    expect(proposal.problems[2]?.expected.zh).toBe('0–25，步长0.5');
    expect(proposal.scores).toHaveLength(48 * 7 - 7);
  });

  it('takes “19.0分” and “21.5分” as numbers and says so', () => {
    expect(proposal.notices.map(({ code, sheet, row, found }) => [code, sheet, row, found])).toEqual([
      ['unit-text', '评委3', 43, '19.0分'],
      ['unit-text', '评委7', 23, '21.5分'],
    ]);
    expect(proposal.scores.find(({ sheet, row }) => sheet === '评委3' && row === 43)?.score.scores['C2']).toBe('19');
  });

  it('ranks these fourteen first, as an independent computation with fractions does; no tie crosses the tenth place', () => {
    const rules = { ...RULES, minimumScores: 5 };
    const standings = computeStandings({ ...context, scores: proposal.scores.map(({ score }) => score), rules });
    expect(
      standings
        .slice(0, 14)
        .map(({ rank, tied, blindNo, shown, decision }) => `${rank}${tied ? '=' : ''} ${blindNo} ${shown} ${decision}`),
    ).toEqual([
      '1 021 94.20 award',
      '2 038 93.40 award',
      '3 044 93.10 award',
      '4 028 92.70 award',
      '5 008 92.40 award',
      '6 027 92.30 award',
      '7 040 92.20 award',
      '8 043 91.90 award',
      '9 047 91.90 award',
      '10 025 91.70 award',
      '11 018 91.13 reserve',
      '12 004 90.90 reserve',
      '13 048 90.50 reserve',
      '14 031 90.40 none',
    ]);
    expect(decisions(standings, rules)).toMatchObject({ kind: 'decided', seatsLeft: 0 });
    expect(standings.filter(({ differently }) => differently).map(({ blindNo, count }) => [blindNo, count])).toEqual([
      ['036', 5],
    ]);
    expect(explain(standings[8]!, standings, 'zh')).toBe(
      '第9名：去掉一个最高分93.0和一个最低分90.5后平均91.90；与第8名同分，按“真实性”22.93<23.14',
    );
    expect(explain(standings[9]!, standings, 'zh')).toBe(
      '第10名：去掉一个最高分94.0和一个最低分89.0后平均91.70；与第9名相差0.2分',
    );
  });

  it('proposes nothing when it is read a second time', () => {
    const again = proposeScores(sheets, { ...context, existing: proposal.scores.map(({ score }) => score) });
    expect(again.scores).toEqual([]);
    expect(again.unchanged).toHaveLength(48 * 7 - 7);
    expect(again.problems).toEqual(proposal.problems);
  });

  it('computes and ranks in well under a second', () => {
    const began = performance.now();
    computeStandings({ ...context, scores: proposal.scores.map(({ score }) => score), rules: RULES });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
