// Pages of the tables' own sheets: what is printed is read.
import { describe, expect, it } from '@jest/globals';
import type { Criterion, Judge } from '../../../src/core/contest/contest';
import type { Language } from '../../../src/core/ground/text';
import { columnPoints } from '../../../src/workbook/contract/pageLines';
import type { TableSpec } from '../../../src/workbook/contract/spec';
import { BODY_SIZE, tablePage } from '../../../src/workbook/contract/tablePage';
import { columnWidth } from '../../../src/workbook/contract/wordWidth';
import { FIXED_TABLES, LATER_TABLES, OPENING_TABLES } from '../../../src/workbook/tables/registry';
import { scoreSheetSpec } from '../../../src/workbook/tables/scoreSheet/scoreSheet';

const judge: Judge = { judgeId: 'J01', name: '李建国', unitId: '', active: true };
const criteria = (count: number): Criterion[] =>
  Array.from({ length: count }, (_none, at) => ({
    criterionId: `C${at}`,
    name: '教育意义',
    weight: '10',
    minimum: '0',
    maximum: '10',
    step: '0.5',
  }));
const scores = (count: number): TableSpec => scoreSheetSpec(judge, criteria(count), 'zh');

/** Points of the body's type on paper, where columns are taken for 6 % wider. */
function typeOf(spec: TableSpec, language: Language): number {
  const { orientation, fitWide = 1, titleColumns, margins } = tablePage(spec, 3, language);
  const shown = (columns: TableSpec['columns']): number =>
    columns.reduce(
      (sum, column) => sum + (column.hidden ? 0 : columnPoints(columnWidth(column, language, BODY_SIZE))),
      0,
    ) * 1.06;
  const paper = (((orientation === 'Landscape' ? 297 : 210) - margins.left - margins.right) / 25.4) * 72;
  const again = titleColumns ? shown(spec.columns.slice(0, titleColumns[1] + 1)) * (fitWide - 1) : 0;
  return Math.min(1, (paper * fitWide) / (shown(spec.columns) + again)) * BODY_SIZE;
}

describe('the page of a table', () => {
  it('is never printed under 8 points: what is too wide takes a second page across, with its first columns again', () => {
    const specs = [...FIXED_TABLES, ...OPENING_TABLES, ...LATER_TABLES, scores(5), scores(8), scores(12)];
    for (const language of ['zh', 'en'] as const)
      expect(specs.filter((spec) => typeOf(spec, language) < 8).map(({ name }) => name)).toEqual([]);
    expect(tablePage(FIXED_TABLES.find(({ name }) => name === 'Tracker') ?? scores(1), 3, 'zh')).toMatchObject({
      fitWide: 2,
      titleColumns: [0, 2],
    });
  });

  it('shows whole what is chosen from a list, which is not wrapped', () => {
    const status = (language: Language): number =>
      columnPoints(
        columnWidth({ header: { zh: '状态', en: 'Status' }, width: 9, labels: 'status' }, language, BODY_SIZE),
      );
    // “Under review” at six tenths of its size a letter, and the padding.
    expect(status('en')).toBeGreaterThan(12 * 0.6 * BODY_SIZE + 3);
    expect(status('zh')).toBe(columnPoints(9));
  });

  it('of a judge is a form: one page across with eight criteria, the name and a line to be signed on each page', () => {
    expect(tablePage(scores(8), 3, 'zh')).toMatchObject({
      fitWide: 1,
      footerLeft: '评分表　李建国',
      footerCenter: expect.stringMatching(/^评委签名：＿+　+日期：＿+年＿+月＿+日$/),
    });
  });
});
