// Who signs a list signs for what stands on the same page: the last rows of the table go along with the sum and the lines for names.
import { describe, expect, it } from '@jest/globals';
import { decideAccountability } from '../../src/app/publish/accountability';
import { decideSummary } from '../../src/app/publish/summary';
import { listPage } from '../../src/workbook/sheets/listPage';
import { columnPoints, roomOf } from '../../src/workbook/contract/pageLines';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { plannedCells } from '../../src/workbook/sheets/madeSheet';
import { CASES, makingOf } from './cases';

/** First cells of the rows of the last page, as a program breaks the sheet. */
function lastPage(sheet: SheetPlan): string[] {
  const { page, rowHeights = [], columnWidths } = sheet;
  if (!page.margins) throw new Error('no margins');
  const width = columnWidths.reduce((sum, each) => sum + columnPoints(each), 0);
  const room = roomOf({ orientation: page.orientation, margins: page.margins }, width);
  const heights = new Map(rowHeights.map(([row, , height]) => [row, height]));
  const [title] = page.titleRows ?? [];
  const repeated = title === undefined ? 0 : (heights.get(title) ?? 0);
  const cells = plannedCells(sheet, null);
  let [first, used] = [0, 0];
  for (let row = 0; row < (page.area?.rows ?? 0); row += 1) {
    const height = heights.get(row) ?? 15;
    if (page.breaks?.includes(row) || used + height > room) [first, used] = [row, repeated];
    used += height;
  }
  return cells.slice(first, page.area?.rows).map(([words]) => String(words ?? ''));
}

describe('who signs', () => {
  const [base] = CASES.filter(({ name }) => name === 'after notice');
  it.each([3, 5, 8, 13, 17, 21, 26, 30, 38, 44, 53])(
    'the accountability list signs for rows of its own page, of %i silent units, too',
    (silent) => {
      if (!base) throw new Error('no case');
      const one = { ...base, silent, contest: 'none', posted: false } as const;
      const { steps } = makingOf(one).job(one.asOf, decideAccountability);
      const [sheet] = steps.flatMap((step) =>
        (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table ? [step.sheet] : [],
      );
      if (!sheet) throw new Error('no sheet');
      expect(lastPage(sheet).filter((words) => /^\d+$/.test(words)).length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(Array.from({ length: 30 }, (_, rows) => rows + 2))('a list of %i rows with its head above them', (rows) => {
    const sheet = listPage(
      {
        name: '签收表',
        title: '签收表',
        subtitle: [],
        grid: [10, 30],
        sections: [
          {
            columns: [{ header: '序号' }, { header: '单位' }],
            rows: Array.from({ length: rows }, (_, at) => [{ value: at + 1 }, { value: `单位${at + 1}` }]),
            after: ['合计'],
          },
        ],
        closing: ['制表：'],
        stamp: '',
        landscape: false,
        official: true,
        footer: '',
      },
      'zh',
    );
    const last = lastPage(sheet);
    expect(last.filter((words) => /^\d+$/.test(words)).length).toBeGreaterThanOrEqual(2);
    expect(last).toContain('序号');
  });
});

it('the summary gives activities no page of their own where days and judges have room beside them', () => {
  const one = CASES.find(({ name }) => name === '15 overdue');
  if (!one) throw new Error('no case');
  const [sheet] = makingOf(one)
    .job(one.asOf, decideSummary)
    .steps.flatMap((step) => (step.kind === 'addSheet' && !step.sheet.table ? [step.sheet] : []));
  if (!sheet) throw new Error('no sheet');
  const cells = plannedCells(sheet, null);
  const tops = (sheet.page.breaks ?? []).map((row) =>
    String(cells[row]?.find((words) => words !== '' && words !== null)),
  );
  expect(tops.map((words) => words.slice(0, 2))).toEqual(['一、', '三、', '五、']);
});
