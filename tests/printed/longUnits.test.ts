// Units of long names on made pages: their rows have the room that the names take.
import { describe, expect, it } from '@jest/globals';
import { decideMatrix } from '../../src/app/publish/matrix';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { cutRows } from '../../src/workbench/paper/cutRows';
import { makingOf, type PrintedCase } from './cases';
import { bookOfSheets, madeSheets } from './sheets';

/** Its formulas speak of a tracker that is not there. */
const withoutFormulas = (sheet: SheetPlan): SheetPlan => ({
  ...sheet,
  validations: [],
  conditionals: [],
  blocks: sheet.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? '' : cell))),
  })),
});

const UNITS = [
  '衡阳市蒸湘区人民政府联合街道办事处禁毒工作站',
  '湖南省衡阳市衡阳县禁毒委员会成员单位交通运输综合行政执法大队第二中队驻西渡镇联络处',
];

const CASE: Omit<PrintedCase, 'language'> = {
  name: 'long units',
  asOf: '2021-06-22T09:00',
  silent: 5,
  contest: 'three tiers',
  posted: true,
  titles: 40,
  units: [...UNITS, ...UNITS.map((name) => `${name}分站`)],
};

describe('units of 18 to 40 characters', () => {
  it.each(['zh', 'en'] as const)('are whole on every made page (%s)', async (language) => {
    const making = makingOf({ ...CASE, language });
    const [matrix] = making
      .job(CASE.asOf, decideMatrix)
      .steps.flatMap((step): SheetPlan[] => (step.kind === 'addSheet' && !step.sheet.table ? [step.sheet] : []));
    const sheets = [...madeSheets(making, CASE.asOf, true).values(), ...(matrix ? [withoutFormulas(matrix)] : [])];
    const book = await bookOfSheets(sheets);
    expect(
      cutRows(
        book,
        sheets.map(({ name }) => name),
      ).map(({ message }) => message[language]),
    ).toEqual([]);
    expect(matrix).toBeDefined();
  });
});
