// A sum that people write directly below a table, where Excel takes it in: it is named, and decides nothing.
import { decideAgenda } from '../../../src/app/publish/agenda';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideMend } from '../../../src/app/care/mend';
import { decideRanking } from '../../../src/app/contest/rank';
import type { Problem } from '../../../src/core/ground/problem';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { tableCalled } from '../../../src/workbook/contract/snapshot';
import { isTotal } from '../../../src/workbook/contract/totalRows';
import { after } from '../../support/decidedContest';
import { campaignToScore } from '../../support/scoredCampaign';
import { situationOf } from '../../support/situationOf';

const START = campaignToScore();

function withSum(name: string, cells: Readonly<Record<string, CellValue>>, snapshot = START): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name)!;
  const row = table.headers.map((header) => cells[header] ?? '');
  const own = { ...table, values: [...table.values, row], formulas: [...table.formulas, row] };
  return { ...snapshot, tables: { ...snapshot.tables, [name]: own } };
}
const sums = (problems: readonly Problem[] = []): string[] =>
  problems.flatMap(({ code, table, column }) => (code === 'total-row' ? [`${table} ${column}`] : []));

it('a sum among the tiers is named by check, and nothing is ranked while it would give awards', () => {
  const summed = situationOf(withSum('AwardTiers', { 奖项: '合 计：', 名额: 10, 奖金: 10_000 }));
  expect(sums(decideCheck(summed).problems)).toEqual(['AwardTiers tier']);
  expect([decideRanking(summed).stopped, sums(decideRanking(summed).problems)]).toEqual([true, ['AwardTiers tier']]);
  expect(sums(decideCheck(situationOf(START)).problems)).toEqual([]);
});

it('a sum among the items of the ceremony is named with its row', () => {
  const made = after(START, decideAgenda(situationOf(START), {}));
  const summed = withSum('Programme', { 环节: '合计', '时长（分钟）': 90 }, made);
  expect(sums(situationOf(summed).cellProblems)).toEqual(['Programme item']);
});

it('a sum under units, entries or judges gets no number', () => {
  const summed = (
    [
      ['Units', { 单位名称: '合计', 联络员: '53' }],
      ['Entries', { 盲评号: '合计', 题目: '3件' }],
      ['Judges', { 姓名: '总计', 所属单位: '7人' }],
    ] as const
  ).reduce((snapshot, [name, cells]) => withSum(name, cells, snapshot), START);
  expect(decideMend(situationOf(summed)).results.cells).toBe(0);
  expect(sums(situationOf(summed).cellProblems)).toEqual(['Units name', 'Entries blindNo', 'Judges name']);
});

it('a tier or a story whose name begins so is no sum', () => {
  expect(['合计', 'Total', '小计:', 'ＳＵＭ'].map(isTotal)).toEqual([true, true, true, false]);
  expect(['合计奖', '总计划', ''].map(isTotal)).toEqual([false, false, false]);
});
