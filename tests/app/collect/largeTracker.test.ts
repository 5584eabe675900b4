// A tracker of 5,000 rows and more holds values by the rules, with a stamp; a smaller one formulas.
import type { JobReport } from '../../../src/app/run/job';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import { readRows } from '../../../src/workbook/contract/rows';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { trackerStamp } from '../../../src/workbook/tables/tracker/trackerStamp';
import { COMPUTED, LARGE_TRACKER } from '../../../src/workbook/tables/tracker/trackerValues';
import { cellOf, memoryWorkbook, type MemoryWorkbook } from '../../support/memoryWorkbook';
import { at } from '../../support/reportFixtures';
import { newSnapshot } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { runJob } from '../../support/runJob';

const NOW = '2021-06-10T18:00:01';

/** The preset's workbook with so many townships more, each of which owes what townships owe. */
function withUnits(snapshot: WorkbookSnapshot, ...names: readonly (readonly [string, string])[]): WorkbookSnapshot {
  const before = snapshot.tables['Units'];
  const after = withRows(
    snapshot,
    'Units',
    names.map(([id, name]) => ({ 单位编号: id, 单位名称: name, 类别: '乡镇', 启用: '是' })),
  );
  const added = after.tables['Units'];
  if (!before || !added) throw new Error('no units');
  return {
    ...after,
    tables: {
      ...after.tables,
      Units: {
        ...before,
        values: [...before.values, ...added.values],
        formulas: [...before.formulas, ...added.formulas],
      },
    },
  };
}
const townships = (count: number): [string, string][] =>
  Array.from({ length: count }, (_, index) => [`V${String(index).padStart(4, '0')}`, `新镇${index}`]);

const RECEIPT = {
  收件编号: 'R0001',
  单位: '西渡镇',
  单位编号: 'U01',
  事项编号: 'T1',
  收到时间: 44354,
  含材料: '方案文本',
  审核: '通过',
};

async function run(workbook: MemoryWorkbook, job: string, settings: Record<string, string> = {}): Promise<JobReport> {
  const report = await runJob(workbook.deps, job, settings);
  if (report.stopped) throw new Error(report.message.en);
  return report;
}

const codes = (report: JobReport): string[] => report.notices.map(({ code }) => code);
const tracker = (workbook: MemoryWorkbook) => {
  const table = workbook.snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  return table;
};
const formulasIn = (workbook: MemoryWorkbook): number =>
  tracker(workbook)
    .formulas.flat()
    .filter((cell) => String(cell).startsWith('=')).length;
const statusOf = (workbook: MemoryWorkbook, unitId: string, requirementId: string): string =>
  readRows(TRACKER, tracker(workbook))
    .find((row) => row.text('unitId') === unitId && row.text('requirementId') === requirementId)
    ?.text('status') ?? '';
/** The last line that was written above the tracker. */
function headlines(workbook: MemoryWorkbook): { last: string } {
  const { write } = workbook.port;
  const said = { last: '' };
  workbook.port.write = (plan, basis) => {
    for (const step of plan.steps) if (step.kind === 'mendSheet') said.last = JSON.stringify(step.blocks);
    return write(plan, basis);
  };
  return said;
}
const type = (workbook: MemoryWorkbook, unitId: string, requirementId: string, header: string, value: string): void =>
  workbook.edit((snapshot) => {
    const table = tracker(workbook);
    const place = table.headers.indexOf(header);
    const set = (rows: typeof table.values): typeof table.values =>
      rows.map((row) =>
        row[0] === unitId && row[2] === requirementId ? row.map((cell, c) => (c === place ? value : cell)) : row,
      );
    return {
      ...snapshot,
      tables: { ...snapshot.tables, Tracker: { ...table, values: set(table.values), formulas: set(table.formulas) } },
    };
  });

describe('a tracker that has become large', () => {
  let workbook: MemoryWorkbook;
  let report: JobReport;
  let headline: { last: string };
  beforeAll(async () => {
    workbook = memoryWorkbook(withRows(withUnits(newSnapshot(), ...townships(1000)), 'Receipts', [RECEIPT]), at(NOW));
    headline = headlines(workbook);
    report = await run(workbook, 'overdue');
  });

  it('has enough rows for this test', () =>
    expect(readRows(TRACKER, tracker(workbook)).length).toBeGreaterThanOrEqual(LARGE_TRACKER));

  it('holds no formula any more, and what the rules say of every row', () => {
    expect(formulasIn(workbook)).toBe(0);
    expect(statusOf(workbook, 'U01', 'T1')).toBe('已报');
    expect(statusOf(workbook, 'V0007', 'T1')).toBe('逾期');
    expect(codes(report)).toContain('tracker-values');
  });

  it('says as of when, in the name and in the line above the table', () => {
    expect(isoFromWallTime(trackerStamp(workbook.snapshot.names) ?? 0)).toBe(NOW);
    expect(headline.last).toContain('TrackerAsOf');
    expect(headline.last).toContain('不自动更新');
  });

  it('is sound and fresh for the check', async () => {
    const check = await run(workbook, 'check');
    expect(check.results).toMatchObject({ agree: true, differing: 0 });
    expect(codes(check)).not.toContain('tracker-stale');
    expect(check.problems.map(({ code }) => code)).not.toContain('formula-overwritten');
  });

  it('is whole for upgrade and repair, which leaves values and stamp alone', async () => {
    expect((await run(workbook, 'upgrade')).changed).toEqual({});
    expect(formulasIn(workbook)).toBe(0);
    expect(isoFromWallTime(trackerStamp(workbook.snapshot.names) ?? 0)).toBe(NOW);
  });

  it('changes no cell when nothing has changed', async () => {
    expect((await run(workbook, 'overdue')).changed).toEqual({});
  });

  it('is left behind by a new receipt, which says so; the check names it; the summary brings it up to date', async () => {
    const late = await run(workbook, 'receive', {
      unit: '新镇7',
      title: '活动方案',
      parts: '全部',
      at: '6月10日 17:00',
      review: '通过',
    });
    expect(codes(late)).toContain('tracker-stale');
    expect(statusOf(workbook, 'V0007', 'T1')).toBe('逾期');
    const check = await run(workbook, 'check');
    expect(check.results).toMatchObject({ agree: false });
    expect(check.notices.find(({ code }) => code === 'tracker-stale')?.message.zh).toMatch(
      /2021年6月10日 18:00:01.*1 行已不符/,
    );
    const summary = await run(workbook, 'summary');
    expect(summary.changed).toMatchObject({ Tracker: { added: 0, updated: 1 } });
    expect(statusOf(workbook, 'V0007', 'T1')).not.toBe('逾期');
    expect((await run(workbook, 'check')).results).toMatchObject({ agree: true });
  });

  it('grows old with the clock, and the briefing brings it up to date', async () => {
    workbook.setNow(at('2021-06-10T19:00:01'));
    const check = await run(workbook, 'check');
    expect(check.notices.find(({ code }) => code === 'tracker-stale')?.message.zh).toMatch(/到现在有 \d+ 行不同/);
    await run(workbook, 'briefing');
    expect(isoFromWallTime(trackerStamp(workbook.snapshot.names) ?? 0)).toBe('2021-06-10T19:00:01');
    expect(codes(await run(workbook, 'check'))).not.toContain('tracker-stale');
  });

  it('keeps in the log what somebody typed over a value', async () => {
    type(workbook, 'V0009', 'T1', '状态', '已电话说明');
    const check = await run(workbook, 'check');
    expect(check.notices.find(({ code }) => code === 'value-overwritten')?.message.zh).toContain(
      'V0009 T1 状态“已电话说明”',
    );
    const again = await run(workbook, 'overdue');
    expect(again.notices.filter(({ code }) => code === 'value-overwritten')).toHaveLength(1);
    expect(statusOf(workbook, 'V0009', 'T1')).toBe('逾期');
    expect(workbook.snapshot.tables['Log']?.values.some((row) => row.includes('已电话说明'))).toBe(true);
  });

  it('gets rows as values from the matrix, too', async () => {
    workbook.edit((snapshot) => withUnits(snapshot, ['W1', '晚来镇']));
    await run(workbook, 'matrix');
    expect(statusOf(workbook, 'W1', 'T1')).toBe('逾期');
    expect(formulasIn(workbook)).toBe(0);
  });

  it('has formulas again when it has become small', async () => {
    workbook.edit((snapshot) => {
      const [units, table] = [snapshot.tables['Units'], tracker(workbook)];
      if (!units) throw new Error('no units');
      const keep = (row: readonly unknown[]): boolean => !/^[VW]/.test(String(row[0]));
      const cut = <T extends { values: readonly (readonly unknown[])[]; formulas: readonly (readonly unknown[])[] }>(
        t: T,
      ): T => ({
        ...t,
        values: t.values.filter(keep),
        formulas: t.formulas.filter((_row, index) => keep(t.values[index] ?? [])),
      });
      return { ...snapshot, tables: { ...snapshot.tables, Units: cut(units), Tracker: cut(table) } };
    });
    const back = await run(workbook, 'overdue');
    expect(codes(back)).toContain('tracker-live');
    expect(trackerStamp(workbook.snapshot.names)).toBeNull();
    expect(formulasIn(workbook)).toBe(readRows(TRACKER, tracker(workbook)).length * COMPUTED.length);
    expect(headline.last).toContain('TrackerAsOf');
    expect(headline.last).not.toContain('不自动更新');
    expect(cellOf(workbook.snapshot, 'Receipts', 'R0001', '审核')).toBe('通过');
  });
});

it('keeps in the log what was typed over a formula before the tracker became large', async () => {
  const workbook = memoryWorkbook(withUnits(newSnapshot(), ...townships(1000)), at(NOW));
  type(workbook, 'U01', 'T1', '状态', '手改的');
  const report = await run(workbook, 'overdue');
  expect(report.notices.filter(({ code }) => code === 'value-overwritten').map(({ found }) => found)).toEqual([
    '手改的',
  ]);
  expect(workbook.snapshot.tables['Log']?.values.some((row) => row.includes('手改的'))).toBe(true);
});

it('stays live below the limit', async () => {
  const workbook = memoryWorkbook(withUnits(newSnapshot(), ...townships(100)), at(NOW));
  expect(codes(await run(workbook, 'overdue'))).not.toContain('tracker-values');
  expect(formulasIn(workbook)).toBeGreaterThan(0);
});
