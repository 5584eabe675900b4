// A table that somebody renamed or turned into plain cells while its sheet stands: what is in it counts nowhere, and that is said.
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideAward } from '../../../src/app/contest/decide';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../../src/app/contest/rank';
import type { Problem } from '../../../src/core/ground/problem';
import type { TableName } from '../../../src/workbook/contract/keys';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { campaignToScore } from '../../support/scoredCampaign';
import { situationOf, withSetting } from '../../support/situationOf';

const START = campaignToScore();

const without = (name: TableName, snapshot = START): WorkbookSnapshot => {
  const { [name]: _, ...tables } = snapshot.tables;
  return { ...snapshot, tables };
};
const lost = (problems: readonly Problem[] = []): string[] =>
  problems.flatMap(({ code, table }) => (code === 'missing-table' ? [String(table)] : []));

it.each(['AwardTiers', 'CertificateTemplate', 'Activities', 'Phases', 'Decisions'] as const)(
  'check names a table that its sheet has lost: %s',
  (name) => {
    expect(lost(decideCheck(situationOf(START)).problems)).toEqual([]);
    const { problems = [] } = decideCheck(situationOf(without(name)));
    expect(lost(problems)).toEqual([name]);
    expect(problems.find(({ code }) => code === 'missing-table')?.message.zh).toContain(`把表名改回 ${name}`);
  },
);

it('nothing is ranked or decided by tiers that are lost, or without the scores of a judge whose table is', () => {
  for (const name of ['AwardTiers', 'Score_J02'] as const) {
    const situation = situationOf(without(name));
    expect([decideRanking(situation).stopped, lost(decideRanking(situation).problems)]).toEqual([true, [name]]);
    const decision = decideAward(situation, { by: '评委会', anyway: true, reason: '会议' });
    expect([decision.stopped, lost(decision.problems)]).toEqual([true, [name]]);
  }
  const ofPerson = { ...without('Score_J02'), sheets: START.sheets.filter(({ name }) => name !== '评分·评委2') };
  expect(lost(decideRanking(situationOf(ofPerson)).problems)).toEqual(['Score_J02']);
  expect(lost(decideJudgeTabs(situationOf(START), {}).problems)).toEqual([]);
});

it('a sheet of one’s own in an older workbook, a table that was never made and a judge who left are nothing lost', () => {
  const older = withSetting(without('Phases'), 'schemaVersion', 4);
  expect(lost(situationOf(older).cellProblems)).toEqual([]);
  const never = applySteps(START, [{ kind: 'removeSheet', sheet: '评选决定' }]);
  expect(lost(situationOf(never).cellProblems)).toEqual([]);
  const judges = START.tables['Judges']!;
  const at = judges.headers.indexOf('启用');
  const values = judges.values.map((row, index) => row.map((cell, c) => (index === 1 && c === at ? '否' : cell)));
  const left = { ...START, tables: { ...START.tables, Judges: { ...judges, values, formulas: values } } };
  expect(lost(situationOf(without('Score_J02', left)).cellProblems)).toEqual([]);
});

it('a judge who was typed into the panel after the others got their sheets is named, and the decision asks', () => {
  const judges = START.tables['Judges']!;
  const [id, name] = [judges.headers.indexOf('评委编号'), judges.headers.indexOf('姓名')];
  const row = judges.headers.map((_header, at) => (at === id ? 'J08' : at === name ? '赵六' : ''));
  const own = { ...judges, values: [...judges.values, row], formulas: [...judges.formulas, row] };
  const typed = { ...START, tables: { ...START.tables, Judges: own } };
  const said = (problems: readonly Problem[] = []): string[] =>
    problems.flatMap(({ code, row: of }) => (code === 'no-score-sheet' ? [String(of)] : []));
  expect(said(decideCheck(situationOf(typed)).problems)).toEqual(['J08']);
  expect(said(decideAward(situationOf(typed), { by: '评委会' }).problems)).toEqual(['J08']);
  expect(said(decideCheck(situationOf(START)).problems)).toEqual([]);
  const before = Object.fromEntries(
    Object.entries(typed.tables).filter(([table]) => !table.startsWith('Score_') && table !== 'Standings'),
  );
  const sheets = START.sheets.filter(({ name: sheet }) => !sheet.startsWith('评分·'));
  expect(said(situationOf({ ...typed, sheets, tables: before }).cellProblems)).toEqual([]);
});

it('a judge whose id was typed over is told with the id to put back, and nothing is ranked', () => {
  const table = START.tables['Judges']!;
  const at = table.headers.indexOf('评委编号');
  const values = table.values.map((row) => row.map((cell, place) => (place === at && cell === 'J02' ? 'J2' : cell)));
  const situation = situationOf({ ...START, tables: { ...START.tables, Judges: { ...table, values } } });
  for (const { problems = [] } of [decideCheck(situation), decideRanking(situation)]) {
    const named = problems.filter(({ code }) => code === 'missing-table' || code === 'unknown-judge');
    expect(named.map(({ table: name, found }) => [name, found])).toEqual([['Score_J2', 'J2']]);
    expect(named[0]?.message.zh).toContain('请在“评委”改回 J02');
  }
  expect(decideRanking(situation).stopped).toBe(true);
});
