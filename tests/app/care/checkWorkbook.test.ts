import { describe, expect, it } from '@jest/globals';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { compareTracker } from '../../../src/app/collect/compareTracker';
import { compareUnits } from '../../../src/app/care/compareUnits';
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { calculated, typed } from '../../support/calculated';
import { samplePaste } from '../../support/samplePaste';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

const NOW = '2021-07-06 09:00';
type Found = readonly (readonly [string | undefined, string, string | number | undefined])[];

function sample(): WorkbookSnapshot {
  const snapshot = newSnapshot();
  return applySteps(
    snapshot,
    decideImportReceipts(situationOf(snapshot, NOW), {
      file: { name: '', sheets: samplePaste('receipts-mailbox.tsv') },
      review: 'accepted',
    }).steps,
  );
}

const CLEAN = calculated(sample(), NOW);

function check(snapshot: WorkbookSnapshot, now = NOW): { problems: Found; notices: Found } {
  const { problems = [], notices = [] } = decideCheck(situationOf(snapshot, now));
  const short = (found: typeof problems): Found => found.map(({ table, code, row }) => [table, code, row]);
  return { problems: short(problems), notices: short(notices) };
}

/** The roster with another result in a cell, whose formula stays. */
function shown(snapshot: WorkbookSnapshot, at: number, header: string, value: CellValue): WorkbookSnapshot {
  const table = snapshot.tables['Units'];
  const place = table?.headers.indexOf(header) ?? -1;
  if (!table || place < 0) throw new Error(`no ${header}`);
  const values = table.values.map((row, index) =>
    row.map((cell, column) => (index === at && column === place ? value : cell)),
  );
  return { ...snapshot, tables: { ...snapshot.tables, Units: { ...table, values } } };
}

const receipts = (...records: readonly Readonly<Record<string, CellValue>>[]): WorkbookSnapshot =>
  calculated(
    withRows(
      newSnapshot(),
      'Receipts',
      records.map((record, index) => ({
        收件编号: `R000${index + 1}`,
        单位: '西渡镇',
        单位编号: 'U01',
        事项编号: 'T1',
        收到时间: 44354,
        审核: '通过',
        ...record,
      })),
    ),
    NOW,
  );

describe('check', () => {
  it('finds nothing wrong with the sample but the units that are still to come, and writes nothing', () => {
    const decision = decideCheck(situationOf(CLEAN, NOW));
    expect(decision).toMatchObject({
      steps: [],
      changed: {},
      problems: [],
      log: null,
      results: { agree: true, differing: 0, firstDifference: null },
    });
    expect(check(CLEAN).notices).toEqual([['Units', 'count-short', undefined]]);
    expect(decision.message.zh).toContain('公式与规则一致');
  });

  it('names the first cell in which formulas and rules differ', () => {
    const wrong = typed(CLEAN, 'Tracker', 4, '迟报分钟', 7);
    const { results, problems } = decideCheck(situationOf(wrong, NOW));
    expect(results).toMatchObject({
      agree: false,
      differing: 1,
      firstDifference: { table: 'Tracker', row: 'U05 T1', column: '迟报分钟', found: '7' },
    });
    expect(problems?.[0]?.code).toBe('formula-differs');
  });

  it.each([
    ['状态', '免报'],
    ['截止时间', 44300],
    ['完成时间', 44300],
    ['应报数', 9],
    ['已通过', 9],
    ['已收到', 9],
    ['缺少材料', '照片'],
    ['标记', '催'],
    ['单位', '另一镇'],
    ['事项', '另一项'],
    ['迟了多久', '1天'],
    ['催报次数', 3],
    ['记号', '●●'],
  ])('compares %s', (header, value) => {
    expect(compareTracker(situationOf(typed(CLEAN, 'Tracker', 4, header, value), NOW)).differing).toBe(1);
  });

  it('names a roster that does not count as the tracker says; what is not worked out yet is passed over', () => {
    expect(compareUnits(situationOf(CLEAN, NOW))).toEqual({ cells: 0, differing: 0, first: null });
    const wrong = shown(shown(CLEAN, 4, '逾期项', 99), 0, '应报项', 5);
    expect(compareUnits(situationOf(wrong, NOW))).toMatchObject({
      cells: 2,
      differing: 1,
      first: { code: 'formula-differs', table: 'Units', row: 'U05', column: 'overdue', found: '99' },
    });
    expect(decideCheck(situationOf(wrong, NOW)).results).toMatchObject({ agree: false, differing: 1 });
  });

  it('D-3: excuses a status that turns within two minutes of the clock, and no more', () => {
    const before = calculated(newSnapshot(), '2021-06-07 18:00:00');
    expect(compareTracker(situationOf(before, '2021-06-07 18:02:00')).differing).toBe(0);
    expect(compareTracker(situationOf(before, '2021-06-07 18:02:01')).differing).toBeGreaterThan(0);
  });

  it('finds formulas that were typed over, in any table', () => {
    expect(check(typed(CLEAN, 'Tracker', 1, '标记', '催')).problems).toEqual([
      ['Tracker', 'formula-differs', 'U02 T1'],
      ['Tracker', 'formula-overwritten', 'U02 T1'],
    ]);
    expect(check(typed(CLEAN, 'Units', 0, '逾期项', 0)).problems).toEqual([['Units', 'formula-overwritten', 'U01']]);
    const emptied = decideCheck(situationOf(typed(CLEAN, 'Units', 0, '逾期项', ''), NOW)).problems?.find(
      ({ code }) => code === 'formula-overwritten',
    );
    expect(emptied?.message).toMatchObject({
      zh: expect.stringContaining('被清空'),
      en: expect.stringContaining('was emptied'),
    });
    expect(check(typed(CLEAN, 'Phases', 0, '待改正', '手记')).problems).toEqual([
      ['Phases', 'formula-overwritten', expect.any(String)],
    ]);
  });

  it('names a column that was typed over in many rows once, with how many', () => {
    const pasted = Array.from({ length: 30 }, (_, row) => row).reduce(
      (snapshot, row) => typed(snapshot, 'Units', row, '逾期项', 0),
      CLEAN,
    );
    const { problems = [] } = decideCheck(situationOf(pasted, NOW));
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['formula-overwritten', 'U01']]);
    expect(problems[0]?.message.zh).toBe(
      '“单位名册”的“逾期项”有 30 行被手改（U01、U02、U03、U04、U05 等，如“0”），不再自动计算：点“改正”可以恢复，原值留在操作日志。',
    );
  });

  it('finds a tracker that lacks rows', () => {
    const tracker = CLEAN.tables['Tracker'];
    if (!tracker) throw new Error('no tracker');
    const short = {
      ...CLEAN,
      tables: {
        ...CLEAN.tables,
        Tracker: { ...tracker, values: tracker.values.slice(2), formulas: tracker.formulas.slice(2) },
      },
    };
    expect(check(short).problems).toEqual([['Tracker', 'tracker-incomplete', undefined]]);
  });

  it('finds ids that stand twice or are missing', () => {
    expect(check(receipts({}, { 收件编号: 'R0001', 标题: '又一件' })).problems).toEqual([
      ['Receipts', 'duplicate-id', 'R0001'],
    ]);
    expect(check(receipts({ 收件编号: '' })).problems).toEqual([['Receipts', 'missing-id', '#1']]);
  });

  it('finds receipts that refer to what is not there', () => {
    expect(
      check(receipts({ 单位编号: 'U99' }, { 事项编号: 'T99' }, { 更正哪件: 'R0099' }, { 更正哪件: 'R0002' })).problems,
    ).toEqual([
      ['Receipts', 'unknown-unit', 'R0001'],
      ['Receipts', 'unknown-requirement', 'R0002'],
      ['Receipts', 'unknown-original', 'R0003'],
      ['Receipts', 'unknown-original', 'R0004'],
    ]);
  });

  it('D-9 finds corrections that go round in a circle, each of them', () => {
    expect(
      check(receipts({ 更正哪件: 'R0002' }, { 更正哪件: 'R0001' }, { 更正哪件: 'R0001' })).problems.filter(
        ([, code]) => code === 'correction-circle',
      ),
    ).toEqual([
      ['Receipts', 'correction-circle', 'R0001'],
      ['Receipts', 'correction-circle', 'R0002'],
    ]);
  });

  it('asks to look at receipts of the future, of units that do not owe them, and with unknown parts', () => {
    const { notices, problems } = check(receipts({ 收到时间: 44530 }, { 事项编号: 'T6' }, { 含材料: '照片' }));
    expect(problems).toEqual([]);
    expect(notices.slice(0, 3)).toEqual([
      ['Receipts', 'future-receipt', 'R0001'],
      ['Receipts', 'not-owed', 'R0002'],
      ['Receipts', 'unknown-part', 'R0003'],
    ]);
  });

  it('finds exceptions and entries that refer to what is not there', () => {
    const exceptions = calculated(
      withRows(newSnapshot(), 'Exceptions', [{ 单位: 'x', 单位编号: 'U99', 事项编号: 'T99' }]),
      NOW,
    );
    expect(check(exceptions).problems).toEqual([
      ['Exceptions', 'unknown-unit', 'U99 T99'],
      ['Exceptions', 'unknown-requirement', 'U99 T99'],
    ]);
    for (const [written, code] of [
      ['', 'missing-unit'],
      ['某地', 'unknown-unit'],
    ]) {
      const row = { 单位: written ?? '', 单位编号: '', 事项编号: 'T1', 延期至: 44359.75, 批准人: '县禁毒办' };
      const named = check(calculated(withRows(CLEAN, 'Exceptions', [row]), NOW)).problems;
      expect(named).toEqual([['Exceptions', code, `${written} T1`.trim()]]);
    }
    const own = { 单位: '西渡镇', 单位编号: 'U01', 事项编号: 'T1', 延期至: 44359.75 };
    const cleared = withRows(CLEAN, 'Exceptions', [own, { ...own, 事项编号: 'T2', 批准人: '县禁毒办' }]);
    expect(check(calculated(cleared, NOW)).problems).toEqual([['Exceptions', 'missing-approvedBy', 'U01 T1']]);
    const story = { 参评编号: 'E001', 盲评号: '1', 单位编号: 'U01', 题目: '新生', 类别: '禁毒志愿者' };
    const entries = withRows(CLEAN, 'Entries', [
      story,
      { ...story, 参评编号: 'E002', 盲评号: '001', 单位编号: 'U99', 题目: '', 类别: '其他' },
    ]);
    expect(check(entries).problems).toEqual([
      ['Entries', 'unknown-unit', 'E002'],
      ['Entries', 'missing-title', 'E002'],
      ['Entries', 'unknown-category', 'E002'],
      ['Entries', 'number-twice', 'E002'],
    ]);
  });

  it('finds weights that do not add up to 100 and settings that cannot be read', () => {
    expect(check(typed(CLEAN, 'Criteria', 0, '权重', 20)).problems).toEqual([['Criteria', 'weights-not-100', '']]);
    const row = CLEAN.tables['Settings']?.values.findIndex((cells) => cells.includes('awardQuota')) ?? -1;
    expect(check(typed(CLEAN, 'Settings', row, '值', '十')).problems).toEqual([
      ['Settings', 'bad-setting', 'awardQuota'],
    ]);
  });

  it('finds a phone that is one digit short', () =>
    expect(check(typed(CLEAN, 'Units', 0, '联系电话', '1390000120')).problems).toEqual([
      ['Units', 'phone-digits', 'U01'],
    ]));
});
