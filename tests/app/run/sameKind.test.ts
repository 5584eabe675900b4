// Notices of one kind as one: twenty receipts of the future are one thing to look at.
import fc from 'fast-check';
import { kindHeading, kindLine, sameKind } from '../../../src/app/run/sameKind';
import type { Problem } from '../../../src/core/ground/problem';
import { reportAsJson, reportAsLines } from '../../../src/workbench/cli/printReport';

const notice = (row: string | undefined, code: Problem['code'] = 'future-receipt', table = 'Receipts'): Problem => ({
  code,
  table,
  row,
  column: '收到时间',
  expected: { zh: '不晚于现在', en: 'not later' },
  found: '7月1日',
  message: { zh: `${row} 还没有到`, en: `${row} is of the future` },
});
const report = (notices: readonly Problem[], problems: readonly Problem[] = []) => ({
  job: 'check',
  asOf: 0,
  changed: {},
  problems,
  notices,
  results: null,
  stopped: false,
  message: { zh: '检查了', en: 'checked' },
});
const traffic = { roundTrips: 2, bytes: 10 };

test('three and more of one kind stand together at the place of the first; two stay alone', () => {
  const list = [notice('R1'), notice('U1', 'not-owed'), notice('R2'), notice('U2', 'not-owed'), notice('R3')];
  expect(sameKind(list).map((kind) => kind.map(({ row }) => row))).toEqual([['R1', 'R2', 'R3'], ['U1'], ['U2']]);
});

test('rows without a number are named by their lines', () => {
  expect(kindHeading([notice('#1'), notice('R0002'), notice('#3')])).toEqual({
    zh: '3 件：第 5 行、R0002、第 7 行',
    en: '3: row 5, R0002, row 7',
  });
});

test('another table, sheet or column is another kind; what names no row stays alone', () => {
  const list = [
    notice('R1'),
    notice('R2'),
    notice('R1', 'future-receipt', 'Entries'),
    { ...notice('R4'), column: '备注' },
    notice(undefined),
    notice(undefined),
    notice(undefined),
  ];
  expect(sameKind(list)).toHaveLength(7);
});

test('nothing is lost or doubled, and the order inside a kind stays', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          row: fc.option(fc.constantFrom('R1', 'R2', 'R3', 'R4'), { nil: undefined }),
          code: fc.constantFrom('future-receipt' as const, 'not-owed' as const),
        }),
      ),
      (places) => {
        const list = places.map(({ row, code }) => notice(row, code));
        const kinds = sameKind(list);
        expect(kinds.flat()).toHaveLength(list.length);
        for (const kind of kinds)
          expect(kind.map((each) => list.indexOf(each))).toEqual(
            [...kind.map((each) => list.indexOf(each))].sort((a, b) => a - b),
          );
      },
    ),
  );
});

test('the line says how many, the first three rows, and one of the sentences', () => {
  const kind = ['R1', 'R2', 'R3', 'R4'].map((row) => notice(row));
  expect(kindLine(kind)).toEqual({
    zh: '4 件：R1、R2、R3 等。如：R1 还没有到',
    en: '4: R1, R2, R3 … For example: R1 is of the future',
  });
  expect(kindLine(kind.slice(0, 3)).zh).toBe('3 件：R1、R2、R3。如：R1 还没有到');
});

test('a row that is named twice is counted twice and shown once', () => {
  expect(kindLine([notice('R1'), notice('R1'), notice('R2')]).zh).toBe('3 件：R1、R2。如：R1 还没有到');
});

test('a row without an id is told by its place', () => {
  const told = (row: string | number, language: 'zh' | 'en'): string | undefined =>
    reportAsLines(report([], [{ ...notice('R1'), row, sheet: '收件登记' }]), traffic, language)
      .split('\n')
      .find((line) => line.includes('[收件登记'))
      ?.split(']')[0];
  expect([told('#87', 'zh'), told('#87', 'en'), told(87, 'zh'), told('R0007', 'zh')]).toEqual([
    '  [收件登记 第 91 行 收到时间',
    '  [收件登记 row 91 收到时间',
    '  [收件登记 第 87 行 收到时间',
    '  [收件登记 #R0007 收到时间',
  ]);
});

test('a row of a judge is told by its number, a setting by its name, on the command line, too', () => {
  const [judges, setting] = [
    { ...notice('4'), table: 'Score_J02', row: '4' },
    { ...notice('asOf'), table: 'Settings', row: 'asOf' },
  ];
  const lines = (...problems: Problem[]): string => reportAsLines(report([], problems), traffic, 'zh');
  expect(lines(judges)).toContain('[4号');
  expect(lines(setting)).toContain('[截至时间');
});

test('the report for people has a line for the kind, the JSON has every notice; problems stay one by one', () => {
  const many = Array.from({ length: 30 }, (_, index) => notice(`R${index}`));
  const lines = reportAsLines(report(many, many), traffic, 'zh').split('\n');
  expect(lines.filter((line) => line.includes('还没有到'))).toHaveLength(31);
  expect(lines).toContain('请留意 (30)');
  expect(lines).toContain('  [收到时间] 30 件：R0、R1、R2 等。如：R0 还没有到');
  expect((JSON.parse(reportAsJson(report(many), traffic, 'zh')) as { notices: unknown[] }).notices).toHaveLength(30);
});
