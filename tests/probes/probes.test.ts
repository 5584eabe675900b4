// The self-test's questions, asked of the host through the real Office.js runtime: its answers are those the pane expects of a real Excel.
import { expect, it } from '@jest/globals';
import { EXPECTED } from '../../src/probes/expected';
import { PROBES } from '../../src/probes/probes';
import { differencesOf, isEmptyWorkbook, record } from '../../src/probes/record';
import type { Answers } from '../../src/probes/probe';
import { startHost } from '../../src/workbench/host/createHost';
import { createUniverCalculator } from '../../src/workbench/calc/univerCalculator';

const started = (excelApi: string) => {
  const calculator = createUniverCalculator();
  const { Excel, Office, host } = startHost({ excelApi, calculator });
  return {
    run: Excel.run.bind(Excel) as <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>,
    isSetSupported: (version: string) => Office.context.requirements.isSetSupported('ExcelApi', version),
    host,
  };
};

it('every question is answered by the host as the pane expects, and the workbook is empty again afterwards', async () => {
  const { run, isSetSupported, host } = started('1.13');
  expect(await isEmptyWorkbook(run)).toBe(true);
  const answers = await record(PROBES, run, isSetSupported);
  expect(answers).toEqual(EXPECTED);
  expect(differencesOf(PROBES, EXPECTED, answers)).toEqual([]);
  expect(host.book.sheets).toHaveLength(1);
  expect(await isEmptyWorkbook(run)).toBe(true);
});

it('asks nothing above the requirement set, and compares nothing that was not asked', async () => {
  const { run, isSetSupported } = started('1.9');
  const answers = await record(PROBES, run, isSetSupported);
  expect(answers['resize-takes-rows-in']).toEqual({ skipped: 'ExcelApi 1.13' });
  expect(differencesOf(PROBES, EXPECTED, answers)).toEqual([]);
});

it('names what is answered otherwise, refused, or missing; the order of keys says nothing', () => {
  const { 'column-width-kept': _left, ...rest } = EXPECTED;
  const fit = EXPECTED['fit-to-width-with-breaks'];
  const turned =
    fit && 'answer' in fit ? { answer: Object.fromEntries(Object.entries(fit.answer as object).reverse()) } : fit;
  const found = {
    ...rest,
    'blank-rows-added': { answer: 3 },
    'rule-after-clear': { refused: 'InvalidArgument' },
    ...(turned && { 'fit-to-width-with-breaks': turned }),
  } as Answers;
  expect(differencesOf(PROBES, EXPECTED, found).map(({ probe }) => probe.id)).toEqual([
    'rule-after-clear',
    'blank-rows-added',
    'column-width-kept',
  ]);
});

it('is asked only in an empty workbook', async () => {
  const { run, host } = started('1.13');
  const [sheet] = host.book.sheets;
  if (!sheet) throw new Error('no sheet');
  await host.edit(sheet.id, 0, 0, '甲');
  expect(await isEmptyWorkbook(run)).toBe(false);
});

it('every question has its own id and says itself in both languages', () => {
  expect(new Set(PROBES.map(({ id }) => id)).size).toBe(PROBES.length);
  expect(PROBES.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))).toEqual([]);
});
