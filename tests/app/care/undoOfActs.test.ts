// Undo is of an act: whose, when and what; it names what was built on it, and no clock, sorting, later act or altered log deceives it.
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../../src/app/catalogue/catalogue';
import type { UndoResults } from '../../../src/app/care/undo';
import type { JobReport } from '../../../src/app/run/job';
import { knownPeople } from '../../../src/app/run/whoActs';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { typed as calculatedTyped } from '../../support/calculated';
import { cellOf, memoryWorkbook, type MemoryWorkbook } from '../../support/memoryWorkbook';
import { arrived, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { runJob } from '../../support/runJob';

const START = withReceipts(
  arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
  arrived('R0002', 'U02', '集兵镇', 'T1', '2021-06-08 12:00'),
);

class Two {
  readonly book: MemoryWorkbook = memoryWorkbook(START, at('2021-06-10 09:00'));
  private minute = 0;

  /** One does a job; the clock goes on by a minute, or is what `clock` says. */
  async does(
    by: string,
    job: string,
    settings: Record<string, string> = {},
    clock = `2021-06-10 09:${String((this.minute += 1)).padStart(2, '0')}`,
  ): Promise<JobReport<UndoResults>> {
    this.book.setNow(at(clock));
    return runJob({ ...this.book.deps, by, session: by }, job, settings);
  }

  cell(table: string, id: string, header: string): CellValue {
    return cellOf(this.book.snapshot, table, id, header);
  }

  editLog(change: (rows: readonly (readonly CellValue[])[], headers: readonly string[]) => CellValue[][]): void {
    this.book.edit((snapshot: WorkbookSnapshot) => {
      const log = snapshot.tables['Log']!;
      const values = change(log.values, log.headers);
      return { ...snapshot, tables: { ...snapshot.tables, Log: { ...log, values, formulas: values } } };
    });
  }
}

const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);

describe('a log whose lines somebody changed', () => {
  /** A column of the log sorted by itself, from the row on. */
  const sorted = (two: Two, header: string, from = 0): void =>
    two.editLog((rows, headers) => {
      const at = headers.indexOf(header);
      const cells = rows
        .slice(from)
        .map((row) => row[at] ?? '')
        .sort()
        .reverse();
      return rows.map((row, index) =>
        row.map((cell, c) => (c === at && index >= from ? (cells[index - from] ?? '') : cell)),
      );
    });

  it('is not said to hold no act: each act is named that cannot be taken back for it', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    sorted(two, '新值');
    const { stopped, problems } = await two.does('张三', 'undo');
    expect([stopped, codes(problems)]).toEqual([true, ['log-altered']]);
    expect(problems[0]?.message.zh).toMatch(/^张三 6月10日 09:01 的“审核收件”撤销不了：/);
  });

  it('is taken back though its time was typed over, and no other time is said', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    two.editLog((rows, headers) =>
      rows.map((row) => row.map((cell, c) => (c === headers.indexOf('时间') ? '昨天' : cell))),
    );
    const { message, results } = await two.does('张三', 'undo');
    expect(message.zh).toMatch(/^已撤销 张三 （时间被改过） 的“审核收件”/);
    expect(results.at).toBe('');
  });

  it('an act passed over for it is named beside the earlier one that is taken back', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    const { length } = two.book.snapshot.tables['Log']!.values;
    await two.does('张三', 'review', { receipts: 'R0002', to: '通过' });
    sorted(two, '新值', length);
    const report = await two.does('张三', 'undo');
    expect(report.message.zh).toMatch(/09:01 的“审核收件”/);
    expect(report.notices.map(({ message }) => message.zh.slice(0, 30))).toEqual([
      expect.stringMatching(/^张三 6月10日 09:02 的“审核收件”撤销不了/),
    ]);
  });
});

describe('whose act it was', () => {
  it('is kept with every line of the act, and offered to whoever is asked next', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    await two.does('李四', 'review', { receipts: 'R0002', to: '通过' });
    expect(knownPeople(two.book.snapshot.tables['Log']!)).toEqual(['李四', '张三']);
  });

  it('stands in the log in people’s words beside the keys: what was done, and on which sheet', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    const { headers, values } = two.book.snapshot.tables['Log']!;
    const column = (name: string): CellValue[] => values.map((row) => row[headers.indexOf(name)] ?? '');
    expect(new Set(column('操作'))).toEqual(new Set(['review']));
    expect(new Set(column('操作名称'))).toEqual(new Set(['审核收件']));
    expect(column('工作表')).toEqual(column('表').map((table) => (table === 'Receipts' ? '收件登记' : '')));
    expect(column('工作表')).toContain('收件登记');
  });

  it('decides which act is taken back: one’s own latest, though a colleague acted later', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过', reviewer: '张三' });
    await two.does('李四', 'review', { receipts: 'R0002', to: '通过' });
    const report = await two.does('张三', 'undo');
    expect(report.message.zh).toMatch(/^已撤销 张三 .*“审核收件”/);
    expect(report.results).toMatchObject({ job: 'review', by: '张三', restored: 3, leftAlone: [] });
    expect([two.cell('Receipts', 'R0001', '审核'), two.cell('Receipts', 'R0002', '审核')]).toEqual(['待审', '通过']);
    expect([two.cell('Receipts', 'R0001', '审核人'), two.cell('Receipts', 'R0001', '审核时间')]).toEqual(['', '']);
  });

  it('is listed with time and summary, and any act can be named', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    await two.does('李四', 'review', { receipts: 'R0002', to: '通过' });
    const { acts } = (await two.does('王五', 'undo', { act: 'none' })).results;
    expect(acts.map(({ by, job, mine, canUndo }) => [by, job, mine, canUndo])).toEqual([
      ['李四', 'review', false, true],
      ['张三', 'review', false, true],
    ]);
    await two.does('王五', 'undo', { act: acts[1]!.act });
    expect([two.cell('Receipts', 'R0001', '审核'), two.cell('Receipts', 'R0002', '审核')]).toEqual(['待审', '通过']);
    const again = await two.does('王五', 'undo', { act: acts[1]!.act });
    expect([again.stopped, codes(again.problems)]).toEqual([true, ['no-such-act']]);
  });
});

describe('what cannot deceive it', () => {
  it('a clock that is off: the later act is the one that came to the log later', async () => {
    const two = new Two();
    await two.does('', 'review', { receipts: 'R0001', to: '通过' }, '2021-06-10 12:00');
    await two.does('', 'review', { receipts: 'R0002', to: '通过' }, '2021-06-10 08:00');
    await two.does('', 'undo');
    expect([two.cell('Receipts', 'R0001', '审核'), two.cell('Receipts', 'R0002', '审核')]).toEqual(['通过', '待审']);
  });

  it('two acts of one second, and a log that was sorted by another column', async () => {
    const two = new Two();
    const same = '2021-06-10 09:00';
    await two.does('张三', 'review', { receipts: 'R0001', to: '退回', reason: '缺公章' }, same);
    await two.does('李四', 'review', { receipts: 'R0002', to: '退回', reason: '缺页' }, same);
    two.editLog((rows, headers) =>
      [...rows]
        .sort((a, b) => (String(a[headers.indexOf('行')]) < String(b[headers.indexOf('行')]) ? 1 : -1))
        .map((row) => [...row]),
    );
    const report = await two.does('张三', 'undo');
    expect(report.results).toMatchObject({ by: '张三', restored: 3 });
    expect([two.cell('Receipts', 'R0001', '备注'), two.cell('Receipts', 'R0002', '备注')]).toEqual(['', '退回：缺页']);
  });

  it('a later act at the same cell: it stays, and whoever did it is named', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    await two.does('李四', 'review', { receipts: 'R0001', to: '退回', reason: '缺公章' });
    const report = await two.does('张三', 'undo');
    expect(report.notices.map(({ code, column }) => [code, column])).toEqual([
      ['changed-since', '审核'],
      ['changed-since', '审核时间'],
    ]);
    expect(report.notices[0]?.message.zh).toContain('李四');
    expect(two.cell('Receipts', 'R0001', '审核')).toBe('退回');
  });

  it('a former value that somebody altered in the log, or a line that was deleted: nothing is restored from it, and it is said', async () => {
    const two = new Two();
    await two.does('张三', 'deactivate', { unit: '西渡镇', reason: '撤并' });
    two.editLog((rows, headers) =>
      rows.map((row) => row.map((cell, at) => (at === headers.indexOf('原值') && cell === '是' ? '也许' : cell))),
    );
    const report = await two.does('张三', 'undo');
    expect(codes(report.notices)).toEqual(['log-altered']);
    expect([two.cell('Units', 'U01', '启用'), two.cell('Units', 'U01', '备注')]).toEqual(['否', '']);
  });

  it('says how many lines of the act somebody deleted', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '退回', reason: '缺公章' });
    two.editLog((rows, headers) =>
      rows.filter((row) => !String(row[headers.indexOf('列')]).includes('备注')).map((row) => [...row]),
    );
    const report = await two.does('张三', 'undo');
    expect(report.notices.map(({ code, found }) => [code, found])).toEqual([
      ['row-deleted', '1'],
      ['log-altered', '1'],
    ]);
    expect(two.cell('Receipts', 'R0001', '审核')).toBe('待审');
  });
});

describe('what was built on it', () => {
  it('is named and asked about, and the act is taken back when that is wanted', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    expect((await two.does('李四', 'summary')).stopped).toBe(false);
    const asked = await two.does('张三', 'undo');
    expect([asked.stopped, codes(asked.problems)]).toEqual([true, ['built-upon']]);
    expect(asked.problems[0]?.message.zh).toMatch(/张三.*李四.*“生成汇总”/);
    expect(asked.results.builtOn.map(({ job, by }) => [job, by])).toEqual([['summary', '李四']]);
    expect(two.cell('Receipts', 'R0001', '审核')).toBe('通过');
    expect(await two.does('张三', 'undo', { anyway: '是' })).toMatchObject({
      stopped: false,
      results: { restored: 2 },
    });
    expect(two.cell('Receipts', 'R0001', '审核')).toBe('待审');
  });

  it('is not what reads other tables', async () => {
    const two = new Two();
    expect((await two.does('李四', 'summary')).stopped).toBe(false);
    await two.does('张三', 'as-of', { at: '2021-06-09 18:00' });
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    expect(await two.does('张三', 'undo')).toMatchObject({ stopped: false });
  });
});

describe('what people corrected since', () => {
  const typed = (two: Two, table: 'Exceptions' | 'Receipts', header: string, words: string, row: number): void =>
    two.book.edit((snapshot) => calculatedTyped(snapshot, table, row, header, words));

  it('of an extension: whoever set another day keeps who approved it, and why', async () => {
    const two = new Two();
    await two.does('张三', 'extend', {
      ...{ unit: '集兵镇', requirement: 'T1', to: '2021-06-12T18:00', approvedBy: '县禁毒办', reason: '防汛' },
    });
    const row = two.book.snapshot.tables['Exceptions']!.values.length - 1;
    typed(two, 'Exceptions', '延期至', '2021-06-15 18:00', row);
    const { results, notices } = await two.does('张三', 'undo');
    const { headers, values } = two.book.snapshot.tables['Exceptions']!;
    expect(['延期至', '批准人', '理由'].map((header) => values[row]?.[headers.indexOf(header)])).toEqual([
      '2021-06-15 18:00',
      '县禁毒办',
      '防汛',
    ]);
    expect([results.restored, codes(notices).filter((code) => code === 'changed-since').length]).toEqual([0, 2]);
  });

  it('of an arrival that was registered: the row with the unit corrected by hand still counts, and is named', async () => {
    const two = new Two();
    await two.does('张三', 'receive', { unit: '集兵镇', requirement: 'T1', parts: '全部' });
    const row = two.book.snapshot.tables['Receipts']!.values.length - 1;
    typed(two, 'Receipts', '单位', '西渡镇', row);
    const { results } = await two.does('张三', 'undo');
    expect([results.withdrawn, results.leftAlone]).toEqual([0, ['Receipts R0003 单位']]);
    expect(two.cell('Receipts', 'R0003', '审核')).toBe('待审');
  });
});

describe('every job that says that its acts can be taken back', () => {
  it('gives moments, numbers and blanks back as they were', async () => {
    const two = new Two();
    const before = JSON.stringify(
      ['Requirements', 'Settings', 'Units'].map((name) => tableCalled(two.book.snapshot.tables, name)?.values),
    );
    await two.does('张三', 'recompute', { requirement: 'T3', due: '2021-07-05 18:00' });
    await two.does('张三', 'as-of', { at: '2021-06-09 18:00' });
    await two.does('张三', 'deactivate', { unit: '集兵镇', reason: '撤并' });
    for (const _ of [1, 2, 3]) expect(await two.does('张三', 'undo')).toMatchObject({ stopped: false, notices: [] });
    const after = JSON.stringify(
      ['Requirements', 'Settings', 'Units'].map((name) => tableCalled(two.book.snapshot.tables, name)?.values),
    );
    expect(after).toBe(before);
  });

  it('gives an extension back: the former due time of one that stood, and no terms of one that was new', async () => {
    const two = new Two();
    const terms = { unit: '西渡镇', requirement: 'T1', approvedBy: '甲', reason: '防汛' };
    await two.does('张三', 'extend', { ...terms, to: '2021-06-20 18:00' });
    const first = JSON.stringify(two.book.snapshot.tables['Exceptions']?.values);
    await two.does('张三', 'extend', { ...terms, to: '2021-06-25 18:00', quota: '2' });
    expect(await two.does('张三', 'undo')).toMatchObject({ stopped: false, notices: [] });
    expect(JSON.stringify(two.book.snapshot.tables['Exceptions']?.values)).toBe(first);
    expect(await two.does('张三', 'undo')).toMatchObject({ stopped: false, notices: [] });
    const table = two.book.snapshot.tables['Exceptions']!;
    const row = table.values.find((cells) => cells.includes('T1'))!;
    expect(['延期至', '应报数', '理由', '批准人'].map((header) => row[table.headers.indexOf(header)] ?? '')).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('writes into tables, and none that only looks says so', () => {
    expect(CATALOGUE.filter(({ undoable, writes }) => undoable && writes !== 'tables')).toEqual([]);
  });
});

describe('an act that nobody named', () => {
  const saidOf = async (two: Two, by: string, clock?: string): Promise<readonly string[]> =>
    (await two.does(by, 'undo', {}, clock)).notices
      .filter(({ code }) => code === 'older-act')
      .map(({ message }) => message.zh);

  it('is taken back without a word where it is one’s own of today', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    expect(await saidOf(two, '张三')).toEqual([]);
  });

  it('is said to be somebody else’s, and how old it is', async () => {
    const two = new Two();
    await two.does('李四', 'review', { receipts: 'R0001', to: '通过' });
    expect(await saidOf(two, '张三', '2021-06-12 08:00')).toEqual([
      '没有指明撤销哪一次，取的是最近能撤销的一次：李四 6月10日 09:01 的“审核收件”，不是自己做的，2 天前做的。要撤销的若不是它，请在“历史”里选。',
    ]);
  });

  it('is said to be old where it is one’s own of another day; what is named is not', async () => {
    const two = new Two();
    await two.does('张三', 'review', { receipts: 'R0001', to: '通过' });
    const { results } = await two.does('张三', 'undo', {}, '2021-06-11 08:00');
    const first = results.act;
    await two.does('张三', 'review', { receipts: 'R0002', to: '通过' }, '2021-06-11 08:05');
    const [, again] = results.acts;
    expect([first, again]).not.toContain('');
    const { notices } = await two.does('张三', 'undo', { act: first }, '2021-06-13 08:00');
    expect(codes(notices)).not.toContain('older-act');
    expect(await saidOf(two, '张三', '2021-06-13 08:00')).toEqual([
      expect.stringContaining('6月11日 08:05 的“审核收件”，2 天前做的。'),
    ]);
  });
});
