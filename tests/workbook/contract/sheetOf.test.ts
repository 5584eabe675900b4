// Rows of a table are as high as their wrapped text needs: what is cut is lost in print.
import { appendRows } from '../../../src/workbook/contract/edits';
import { columnPoints, linesOf } from '../../../src/workbook/contract/pageLines';
import { HEADER_ROW } from '../../../src/workbook/contract/headerRow';
import { sheetOf, usualHeight } from '../../../src/workbook/contract/sheetOf';
import { columnOf } from '../../../src/workbook/contract/spec';
import { DECISIONS } from '../../../src/workbook/tables/decisions/decisions';
import { snapshotOf } from '../../support/snapshotOf';
import { specFinder, wordsFor } from '../../../src/workbook/tables/registry';

const words = wordsFor(DECISIONS, 'zh', specFinder([], [], 'zh'));
const RULES = '计分方法=去掉一个最高分和一个最低分；去极值起点=6；小数位数=2；'.repeat(6);

function heightOf(row: number, content: string): number {
  const { rowHeights = [] } = sheetOf(
    DECISIONS,
    [
      { actId: 'D01', content: '短' },
      { actId: 'D02', content },
    ],
    words,
  );
  // What comes later holds.
  return rowHeights.reduce((height, [from, rows, points]) => (row >= from && row < from + rows ? points : height), 0);
}

test('a row with long rules is as high as its lines, the row above it keeps its height', () => {
  const lines = linesOf(RULES, columnPoints(columnOf(DECISIONS, 'content').width), 11);
  expect(lines).toBeGreaterThan(8);
  expect(heightOf(HEADER_ROW + 2, RULES)).toBeGreaterThanOrEqual(lines * 15);
  expect(heightOf(HEADER_ROW + 1, RULES)).toBe(heightOf(HEADER_ROW + 2, '短'));
});

test('no row is higher than Excel allows', () => {
  expect(heightOf(HEADER_ROW + 2, RULES.repeat(20))).toBe(409);
});

test('an added row with long rules is given the height that it needs; short ones are left to the program', () => {
  const { tables } = snapshotOf({
    steps: [{ kind: 'addSheet', sheet: sheetOf(DECISIONS, [{ actId: 'D01' }], words) }],
  });
  const table = tables['Decisions'];
  if (!table) throw new Error('no table');
  const [step] = appendRows(
    DECISIONS,
    table,
    [
      { actId: 'D02', content: '短' },
      { actId: 'D03', content: RULES },
    ],
    words,
  );
  const [short, long] = (step?.kind === 'appendRows' && step.heights) || [];
  expect(short).toBe(usualHeight(DECISIONS));
  expect(long).toBe(heightOf(HEADER_ROW + 2, RULES));
});
