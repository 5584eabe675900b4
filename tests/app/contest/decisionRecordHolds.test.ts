// A decision holds: what somebody types into its record, its entries or its prizes afterwards is named, and never printed as the winner.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import type { Problem } from '../../../src/core/ground/problem';
import { moment } from '../../support/campaignHost';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideWithdrawal } from '../../../src/app/contest/withdraw';
import { decideNotice } from '../../../src/app/publish/notice';
import { decidePrizeReceipt } from '../../../src/app/publish/prizeReceipt';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import {
  after,
  cellsOf,
  codes,
  decidedContest,
  scoredContest,
  shownWordsOf,
  withoutKept,
} from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';
import { runJob } from '../../support/runJob';

let decided: WorkbookSnapshot;

beforeAll(async () => {
  decided = decidedContest(await scoredContest());
});

type Rows = CellValue[][];

function edited(table: string, edit: (rows: Rows, at: (header: string) => number) => Rows | void): WorkbookSnapshot {
  const former = tableCalled(decided.tables, table);
  if (!former) throw new Error(`no ${table}`);
  const rows = former.values.map((row) => [...row]);
  const values = edit(rows, (header) => former.headers.indexOf(header)) ?? rows;
  return { ...decided, tables: { ...decided.tables, [table]: { ...former, values, formulas: values } } };
}

/** The first row whose outcome is that. */
const rowWith = (rows: Rows, at: (header: string) => number, outcome: string): CellValue[] =>
  rows.find((row) => row[at('结果')] === outcome) ?? [];

const MAKE = {
  awards: (book: WorkbookSnapshot) => decideAwards(situationOf(book), {}),
  notice: (book: WorkbookSnapshot) => decideNotice(situationOf(book), { posting: '2021-06-16' }),
  certificates: (book: WorkbookSnapshot) => decideCertificates(situationOf(book), { reason: '先做样张' }),
  receipt: (book: WorkbookSnapshot) => decidePrizeReceipt(situationOf(book), { reason: '先备款' }),
  briefing: (book: WorkbookSnapshot) => decideBriefing(situationOf(book), {}),
};

describe('the record of a decision', () => {
  it('stops every page about the winners when somebody typed in it, and says what was decided and how to mend it', () => {
    const book = edited('Decisions', (rows, at) => {
      rowWith(rows, at, '获奖')[at('结果')] = '候补';
      rowWith(rows.reverse(), at, '候补')[at('结果')] = '获奖';
    });
    for (const make of Object.values(MAKE)) {
      const decision = make(book);
      expect(decision.stopped).toBe(true);
      expect(codes(decision.problems)).toEqual(['decision-record-changed', 'decision-record-changed']);
      expect(decision.problems?.[0]?.message.zh).toMatch(/评定时是“(获奖|候补)”，现在是“(获奖|候补)”：请改回/);
    }
    expect(codes(decideCheck(situationOf(book)).problems)).toContain('decision-record-changed');
  });

  it.each([
    ['without a time', { 决定编号: 'D02', 事项: '评定', 盲评号: '9', 结果: '获奖' }, false],
    ['without the hidden number', { 决定编号: 'D02', 事项: '评定', 时间: 44362, 盲评号: '9', 结果: '获奖' }, true],
    ['without an act', { 时间: 44362, 题目: '新题', 结果: '获奖' }, false],
  ])('names a row that somebody typed there %s', (_how, cells: Record<string, CellValue>, stops) => {
    const book = edited('Decisions', (rows, at) => {
      const row = Array.from({ length: rows[0]?.length ?? 0 }, (): CellValue => '');
      for (const [header, cell] of Object.entries(cells)) row[at(header)] = cell;
      return [...rows, row];
    });
    expect(codes(decideCheck(situationOf(book)).problems)).toContain('decision-record-changed');
    expect(MAKE.awards(book).stopped ?? false).toBe(stops);
  });

  it('lets nobody withdraw while somebody’s word stands in it: another would move up (R-9)', () => {
    const reserve = (rows: Rows, at: (header: string) => number): void =>
      void (rowWith(rows, at, '候补')[at('结果')] = '');
    const [winner] = cellsOf(decided, 'Decisions', '结果', '盲评号').filter(([outcome]) => outcome === '获奖');
    const leaving = { entry: String(winner?.[1]), by: '县禁毒办', reason: '本人申请' };
    expect(decideWithdrawal(situationOf(decided), leaving).stopped ?? false).toBe(false);
    const { stopped, steps, problems } = decideWithdrawal(situationOf(edited('Decisions', reserve)), leaving);
    expect([stopped, steps, codes(problems)]).toEqual([true, [], ['decision-record-changed']]);
  });

  it('is not fooled by a deleted winner, a swapped title, a pasted word, or rows in another order', () => {
    const edits: ((rows: Rows, at: (header: string) => number) => Rows | void)[] = [
      (rows, at) => rows.filter((row) => row !== rowWith(rows, at, '获奖')),
      (rows, at) => {
        rowWith(rows, at, '获奖')[at('题目')] = '另一个题目';
      },
      (rows, at) => {
        rowWith(rows, at, '候补')[at('结果')] = '获奖了';
      },
    ];
    for (const edit of edits)
      expect(codes(MAKE.awards(edited('Decisions', edit)).problems)).toContain('decision-record-changed');
    const sorted = MAKE.awards(edited('Decisions', (rows) => rows.reverse()));
    expect(sorted.stopped ?? false).toBe(false);
    expect(codes(sorted.notices)).not.toContain('changed-since-decision');
  });

  it('names a unit that somebody typed over', () => {
    const book = edited('Decisions', (rows, at) => {
      rowWith(rows, at, '获奖')[at('报送单位')] = '某单位';
    });
    const { problems, stopped } = MAKE.awards(book);
    expect([stopped, codes(problems)]).toEqual([true, ['decision-record-changed']]);
    expect(problems?.[0]).toMatchObject({ column: 'unit', found: '某单位' });
    expect(problems?.[0]?.message.zh).toMatch(/“报送单位”评定时是“.+”，现在是“某单位”：请改回/);
  });

  it('prints what was decided when a winner’s entry was changed afterwards, and names both', () => {
    const [winner] = cellsOf(decided, 'Decisions', '结果', '参评编号').filter(([outcome]) => outcome === '获奖');
    const before = MAKE.receipt(decided);
    const book = edited('Entries', (rows, at) => {
      const row = rows.find((cells) => cells[at('参评编号')] === winner?.[1]) ?? [];
      row[at('参评人')] = '换了的人';
      row[at('题目')] = '换了的题目';
    });
    const after = MAKE.receipt(book);
    expect(codes(after.notices).filter((code) => code === 'changed-since-decision')).toHaveLength(2);
    expect(shownWordsOf(MAKE.awards(book))).toBe(shownWordsOf(MAKE.awards(decided)));
    expect(MAKE.awards(book).results.winners).toEqual(MAKE.awards(decided).results.winners);
    // The hidden sheet keeps what the entries say now, to see later changes; nobody is shown it.
    expect(shownWordsOf(after)).toBe(shownWordsOf(before));
    expect(shownWordsOf(before)).toContain('奖金签收表');
    expect(shownWordsOf(MAKE.certificates(book))).not.toContain('换了的题目');
    expect(codes(decideCheck(situationOf(book)).notices)).toContain('changed-since-decision');
  });

  it('names who, when, why and on which terms an act was recorded, where somebody typed over it; the days of a notice, too', () => {
    const posted = after(decided, decideNotice(situationOf(decided), { posting: '2021-06-16' }));
    const said = (book: WorkbookSnapshot): string[] =>
      (decideCheck(situationOf(book)).problems ?? []).flatMap(({ code, row, column }) =>
        code === 'decision-record-changed' ? [`${row} ${column}`] : [],
      );
    const typedOver = (header: string, change: (cell: CellValue) => CellValue): string[] => {
      const table = posted.tables['Decisions']!;
      const at = table.headers.indexOf(header);
      const values = table.values.map((row) => row.map((cell, place) => (place === at ? change(cell) : cell)));
      return said({ ...posted, tables: { ...posted.tables, Decisions: { ...table, values, formulas: values } } });
    };
    expect(said(posted)).toEqual([]);
    expect(typedOver('决定人', (cell) => (cell === '评委会6月15日会议' ? '张三' : cell))).toEqual(['D02 by']);
    expect(typedOver('理由', (cell) => `${cell} `)).toEqual([]);
    expect(typedOver('时间', (cell) => Number(cell) - 7)).toEqual(['D01 at', 'D02 at', 'D03 at']);
    expect(typedOver('规则内容', (cell) => String(cell).replace(/末日=[\d-]+/, '末日=2021-06-17'))).toEqual([
      'D03 content',
    ]);
  });

  it('pays the amount that was decided', () => {
    const book = edited('AwardTiers', (rows, at) => {
      for (const row of rows) row[at('奖金')] = 5;
    });
    const receipt = MAKE.receipt(book);
    expect(receipt.results.total).toBe(10_000);
    expect(codes(receipt.notices)).toContain('changed-since-decision');
  });

  it('names an only tier that was renamed since, and prints the name that was decided', () => {
    const book = edited('AwardTiers', (rows, at) => {
      for (const row of rows) row[at('奖项')] = '特等奖';
    });
    const renamed = (decision: { notices?: readonly Problem[] }): unknown[] =>
      (decision.notices ?? []).filter(({ table, found }) => table === 'AwardTiers' && found === '特等奖');
    expect(renamed(decideCheck(situationOf(book)))).toHaveLength(10);
    expect(renamed(MAKE.awards(book))).toHaveLength(10);
    expect(shownWordsOf(MAKE.awards(book))).not.toContain('特等奖');
    for (const make of ['certificates', 'receipt'] as const) expect(renamed(MAKE[make](book))).toHaveLength(10);
    for (const make of Object.values(MAKE)) expect(shownWordsOf(make(book))).not.toContain('特等奖');
  });

  it('gets a second record from an upgrade, which says since when it holds, and names what is changed after it', async () => {
    const workbook = memoryWorkbook(withoutKept(decided), moment('2021-06-20T09:00'));
    const upgraded = await runJob(workbook.deps, 'upgrade');
    expect(codes(upgraded?.notices)).toContain('decision-kept-late');
    const book = workbook.snapshot;
    expect(
      decideCheck(situationOf(book)).notices?.find(({ code }) => code === 'decision-kept-late')?.message.zh,
    ).toContain('自升级之日（2021-06-20 09:00）起');
    expect(MAKE.awards(book).stopped ?? false).toBe(false);
    const former = book.tables['Decisions'];
    if (!former) throw new Error('no decisions');
    const at = former.headers.indexOf('题目');
    const values = former.values.map((row) =>
      row.map((cell, place) => (place === at && cell !== '' ? `${cell}！` : cell)),
    );
    const changed = { ...book, tables: { ...book.tables, Decisions: { ...former, values, formulas: values } } };
    expect(codes(MAKE.awards(changed).problems)).toContain('decision-record-changed');
    const again = await runJob(workbook.deps, 'upgrade');
    expect(codes(again?.notices)).not.toContain('decision-kept-late');
  });

  it('is said to be without a second record when an older version made it', () => {
    const old = withoutKept(decided);
    expect(codes(decideCheck(situationOf(old)).notices)).toContain('decision-not-kept');
    expect(MAKE.awards(old).stopped ?? false).toBe(false);
    expect(codes(decideCheck(situationOf(decided)).notices)).not.toContain('decision-not-kept');
  });
});
