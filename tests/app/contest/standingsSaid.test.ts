// 成绩排名 typed over by hand: every job about the result says that the sheet is not the result; home too. One table of edits × jobs.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { standingsNotAsDecided } from '../../../src/app/run/standingsNotAsDecided';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { moment } from '../../support/campaignHost';
import { cellsOf, codes, decidedContest, scoredContest } from '../../support/decidedContest';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { situationOf } from '../../support/situationOf';
import { runJob } from '../../support/runJob';

let decided: WorkbookSnapshot;

beforeAll(async () => {
  decided = decidedContest(await scoredContest());
});

type Edit = (row: CellValue[], at: (header: string) => number) => void;

function edited(edit: Edit): WorkbookSnapshot {
  const former = decided.tables['Standings'];
  if (!former) throw new Error('no standings');
  const values = former.values.map((row) => [...row]);
  edit(values[0] ?? [], (header) => former.headers.indexOf(header));
  return { ...decided, tables: { ...decided.tables, Standings: { ...former, values } } };
}

const EDITS: Readonly<Record<string, readonly [edit: Edit, code: string]>> = {
  'another decision': [(row, at) => (row[at('决定')] = '未获奖'), 'standings-changed'],
  'another title': [(row, at) => (row[at('题目')] = '换了的题目'), 'standings-changed'],
  'another number': [(row, at) => (row[at('盲评号')] = '999'), 'standings-changed'],
  'a score typed over its formula': [(row, at) => (row[at('待改正')] = '[=]'), 'formula-overwritten'],
};

const JOBS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  check: {},
  awards: {},
  notice: { posting: '2021-06-16' },
  certificates: { reason: '先做样张' },
  'prize-receipt': { reason: '先备款' },
  agenda: { date: '2021-07-01' },
  'publish-check': {},
  decide: { by: '评委会' },
  withdraw: { entry: '1', by: '办公室', reason: '抄袭' },
};

describe('成绩排名 changed by hand after the decision', () => {
  it('says nothing while it is as decided', () => {
    expect(standingsNotAsDecided(situationOf(decided).campaign, decided)).toEqual([]);
    expect(cellsOf(decided, 'Standings', '决定').flat()).toContain('获奖');
  });

  it.each(Object.keys(EDITS))('%s: is named by home and by every job about the result', async (name) => {
    const [edit, code] = EDITS[name] ?? [];
    if (!edit || !code) throw new Error(name);
    const book = edited(edit);
    expect(codes(standingsNotAsDecided(situationOf(book).campaign, book))).toEqual([code]);
    for (const [job, settings] of Object.entries(JOBS)) {
      const { deps } = memoryWorkbook(book, moment('2021-06-16T09:00'));
      const report = await runJob(deps, job, settings, { mode: 'preview' });
      const said = [...(report.problems ?? []), ...(report.notices ?? [])].filter(({ table }) => table === 'Standings');
      const rewritten = report.preview?.changed.some(({ table }) => table === 'Standings') === true;
      expect([job, rewritten || codes(said).includes(code)]).toEqual([job, true]);
    }
  });
});
