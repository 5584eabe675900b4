// Random acts of an office with people typing in between: whatever was typed is found again, in place, in the log or on a kept sheet.
import { expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../../src/core/ground/wallTime';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { arrived, withReceipts } from '../support/receiptRows';
import { at } from '../support/reportFixtures';
import { everythingIn, memoryWorkbook, type MemoryWorkbook } from '../support/memoryWorkbook';
import { runJob } from '../support/runJob';

jest.setTimeout(120_000);

const START = withReceipts(
  arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00'),
  arrived('R0002', 'U02', '集兵镇', 'T1', '2021-06-08 12:00', { 审核: '通过', 含材料: '方案文本' }),
  arrived('R0003', 'U03', '杉桥镇', 'T2', '2021-06-08 13:00'),
  arrived('R0004', 'U01', '西渡镇', 'T1', '2021-06-08 15:00', { 更正哪件: 'R0001' }),
);

interface Typing {
  readonly kind: 'type';
  readonly table: string;
  readonly header: string;
  readonly row: number;
}
interface Act {
  readonly kind: 'act';
  readonly job: string;
  readonly settings: Readonly<Record<string, string>>;
}

const row = fc.nat({ max: 3 });
/** Cells in which people write words; statuses and due times are formulas that they type over. */
const typing: fc.Arbitrary<Typing> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constant('Receipts'),
    header: fc.constantFrom('备注', '标题', '含材料', '审核人'),
    row,
  }),
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constant('Exceptions'),
    header: fc.constantFrom('理由', '批准人', '原截止'),
    row: fc.nat({ max: 2 }),
  }),
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constant('Tracker'),
    header: fc.constantFrom('备注', '状态', '缺少材料', '催报次数'),
    row,
  }),
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constant('Units'),
    header: fc.constantFrom('备注', '联络员', '逾期项'),
    row,
  }),
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constant('Requirements'),
    header: fc.constantFrom('所属活动', '须含材料', '识别词'),
    row,
  }),
  fc.record({
    kind: fc.constant('type' as const),
    table: fc.constantFrom('报送矩阵', '追责名单', '汇总'),
    header: fc.constant(''),
    row: fc.integer({ min: 3, max: 40 }),
  }),
);
const unit = fc.constantFrom('西渡镇', '集兵镇', '县公安局', '杉桥镇');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({
      unit,
      requirement: fc.constantFrom('T1', 'T2', 'T3'),
      to: fc.constantFrom('2021-06-20 18:00', '2021-07-20 18:00', ''),
      exempt: fc.constantFrom('是', ''),
      quota: fc.constantFrom('', '2'),
      approvedBy: fc.constant('甲'),
      reason: fc.constant('防汛'),
    })
    .map((settings): Act => ({ kind: 'act', job: 'extend', settings })),
  fc
    .record({
      receipts: fc.constantFrom('R0001', 'R0002,R0003', 'R0004'),
      to: fc.constantFrom('通过', '退回', '待审'),
      reason: fc.constant('缺公章'),
      reviewer: fc.constantFrom('', '乙'),
    })
    .map((settings): Act => ({ kind: 'act', job: 'review', settings })),
  fc
    .record({
      requirement: fc.constantFrom('T1', 'T2'),
      due: fc.constantFrom('', '2021-06-15 18:00', '无'),
      parts: fc.constantFrom('', '方案文本、盖章页'),
      who: fc.constantFrom('', '园区', '乡镇、园区'),
    })
    .map((settings): Act => ({ kind: 'act', job: 'recompute', settings })),
  fc
    .record({ unit, reason: fc.constant('撤并') })
    .map((settings): Act => ({ kind: 'act', job: 'deactivate', settings })),
  fc
    .constantFrom('overdue', 'remind', 'matrix', 'matrix', 'accountability', 'accountability', 'summary')
    .map((job): Act => ({ kind: 'act', job, settings: {} })),
);

function put(snapshot: WorkbookSnapshot, { table: name, header, row: r }: Typing, word: string): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (table) {
    const c = table.headers.indexOf(header);
    const typed = (rows: readonly (readonly CellValue[])[]): CellValue[][] =>
      rows.map((cells, i) => cells.map((cell, j) => (i === r && j === c ? word : cell)));
    return {
      ...snapshot,
      tables: {
        ...snapshot.tables,
        [name]: { ...table, values: typed(table.values), formulas: typed(table.formulas) },
      },
    };
  }
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const values = Array.from({ length: Math.max(r + 1, sheet.values?.length ?? 0) }, (_, i) => [
        ...(sheet.values?.[i] ?? []),
      ]);
      const cells = values[r] ?? [];
      cells[3] = word;
      return { ...sheet, values: values.map((line) => Array.from(line, (cell) => cell ?? '')) };
    }),
  };
}

const BEGIN = at('2021-06-09 09:00');

/** What stands in the cell that is typed over: a person who types over a person's words has decided that they go. */
function under(snapshot: WorkbookSnapshot, { table: name, header, row: r }: Typing): CellValue {
  const table = tableCalled(snapshot.tables, name);
  return table
    ? (table.values[r]?.[table.headers.indexOf(header)] ?? '')
    : (snapshot.sheets.find((sheet) => sheet.name === name)?.values?.[r]?.[3] ?? '');
}

async function live(
  book: MemoryWorkbook,
  steps: readonly (Typing | Act)[],
): Promise<{ written: string[]; done: number }> {
  let written: string[] = [];
  let done = 0;
  let clock = BEGIN;
  for (const [index, step] of steps.entries()) {
    clock += HOUR;
    book.setNow(clock);
    if (step.kind === 'act') {
      const report = await runJob(book.deps, step.job, step.settings);
      if (report && !report.stopped) done += 1;
      continue;
    }
    const word = `手写${index}号`;
    const covered = String(under(book.snapshot, step));
    book.edit((snapshot) => put(snapshot, step, word));
    written = written.filter((known) => !covered.includes(known));
    if (everythingIn(book.snapshot).includes(word)) written.push(word);
  }
  return { written, done };
}

it('finds every typed word again after any sequence of acts', async () => {
  let acts = 0;
  let words = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(typing, act), { minLength: 6, maxLength: 16 }), async (steps) => {
      const book = memoryWorkbook(START, BEGIN);
      const { written, done } = await live(book, steps);
      const all = everythingIn(book.snapshot);
      expect(written.filter((word) => !all.includes(word))).toEqual([]);
      acts += done;
      words += written.length;
    }),
    { numRuns: 120 },
  );
  expect(acts).toBeGreaterThan(200);
  expect(words).toBeGreaterThan(200);
});
