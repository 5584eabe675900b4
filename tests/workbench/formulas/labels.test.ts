// Labels as people type them, whatever the blanks, the width and the case: the formulas and the core take each for the same, in the engine and in LibreOffice.
import fc from 'fast-check';
import { cellCodeOf, labelOrNoneFormula, placeOfCode } from '../../../src/workbook/contract/cellFormulas';
import { LABELS, type CodeOf, type LabelSet } from '../../../src/workbook/contract/labels';
import { noLabelIn } from '../../../src/workbook/contract/wrongCells';
import { createUniverCalculator } from '../../../src/workbench/calc/univerCalculator';
import { recalculate } from '../../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { onHost } from '../host/onHost';
import { itInLibreOffice } from '../xlsx/givenLibreOffice';

jest.setTimeout(120_000);

const SETS = Object.keys(LABELS) as LabelSet[];
const PER_SET = 14;
const wide = (sign: string): string =>
  /[a-z0-9]/i.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign;

/** A label with what hands and programs do to it; or something that is none. */
function spelling(set: LabelSet): fc.Arbitrary<string> {
  const words = Object.entries(LABELS[set]).flatMap(([code, { zh, en }]) => [zh, en, code]);
  const blank = fc.constantFrom('', '', ' ', '\u3000', '\u00a0', '  ', '\n');
  const written = fc
    .tuple(fc.constantFrom(...words), blank, blank, fc.boolean(), fc.boolean(), fc.nat(20))
    .map(([word, before, after, upper, broad, cut]) => {
      const cased = upper ? word.toUpperCase() : word;
      const shown = broad ? [...cased].map(wide).join('') : cased;
      const at = cut % (shown.length + 1);
      return `${before}${shown.slice(0, at)}${cut > 15 ? ' ' : ''}${shown.slice(at)}${after}`;
    });
  const none = fc.constantFrom('好', '是否', 'y', '通过了', '?', '*', '是;', '0', '~', '一');
  return fc.oneof({ arbitrary: written, weight: 4 }, { arbitrary: none, weight: 1 });
}

const CASES = SETS.flatMap((set, index) =>
  fc.sample(spelling(set), { numRuns: PER_SET, seed: 100 + index }).map((words) => ({ set, words })),
);

/** By the core: the place of the code, half a place beyond the first where there is none; and whether it is none. */
const EXPECTED = CASES.map(({ set, words }) => {
  const code = cellCodeOf(set, words);
  return code === null ? [0.5, true] : [placeOfCode(set, code), false];
});

async function sheetOfCases(): Promise<ReturnType<typeof onHost>> {
  const host = onHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange(`A1:A${CASES.length}`).numberFormat = CASES.map(() => ['@']);
    sheet.getRange(`A1:A${CASES.length}`).values = CASES.map(({ words }) => [`'${words}`]);
    sheet.getRange(`B1:C${CASES.length}`).formulas = CASES.map(({ set }, index) => [
      `=${labelOrNoneFormula(`A${index + 1}`, set, Object.keys(LABELS[set])[0] as CodeOf<typeof set>)}`,
      `=${noLabelIn(`A${index + 1}`, set)}`,
    ]);
  });
  return host;
}

describe('labels in cells', () => {
  it('some are labels and some are none', () => {
    const labels = EXPECTED.filter(([, none]) => none === false).length;
    expect(labels).toBeGreaterThan(CASES.length / 2);
    expect(labels).toBeLessThan(CASES.length);
  });

  it('mean the same to the formulas and to the core', async () => {
    const { host } = await sheetOfCases();
    const calculator = createUniverCalculator();
    await calculator.recalculate(host.book, 44354);
    const sheet = host.book.sheets[0];
    expect(CASES.map((_, row) => [sheet?.cells.get(`${row},1`)?.value, sheet?.cells.get(`${row},2`)?.value])).toEqual(
      EXPECTED,
    );
    calculator.dispose();
  });

  itInLibreOffice('mean the same there', async () => {
    const { host } = await sheetOfCases();
    const sheet = (await recalculate(await writeBook(host.book))).sheets[0];
    expect(CASES.map((_, row) => [sheet?.cells.get(`${row},1`)?.value, sheet?.cells.get(`${row},2`)?.value])).toEqual(
      EXPECTED,
    );
  });
});
