// After an edit only what it reaches is worked out again; the results are those of a calculation of everything.
import { RECEIVE } from '../../../src/app/collect/receiveJob';
import { IMPORT_STORIES } from '../../../src/app/contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { contestStories } from '../../../src/workbench/bench/contestInput';
import { areasOf, CLOCK_INDEX, readsOf } from '../../../src/workbench/calc/cellGraph';
import { depths } from '../../../src/workbench/calc/formulaLevels';
import { createUniverCalculator } from '../../../src/workbench/calc/univerCalculator';
import type { Book, Sheet } from '../../../src/workbench/model/book';
import { addSheet, newBook } from '../../../src/workbench/model/book';
import { setContent } from '../../../src/workbench/model/cells';
import { rowShift } from '../../../src/workbench/model/shift';
import { moveSheet, removeSheet, renameSheet } from '../../../src/workbench/model/sheets';
import { newCampaignHost } from '../../support/campaignHost';
import { addTable } from './sampleBooks';

jest.setTimeout(180_000);

const NOW = 44357.4;

/** Every result of the book, by sheet and cell. */
function resultsOf({ sheets }: Book): Record<string, unknown> {
  return Object.fromEntries(
    sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([key, { formula, value }]) => (formula === undefined ? [] : [[`${name}!${key}`, value]])),
    ),
  );
}

async function expectAsWhole(book: Book, now = NOW): Promise<void> {
  const copy = structuredClone(book);
  const fresh = createUniverCalculator();
  await fresh.recalculate(copy, now);
  fresh.dispose();
  expect(resultsOf(book)).toEqual(resultsOf(copy));
}

test('typing, deleting, new rows, inserted lines, sorting apart, a moving clock: the results are those of the whole', async () => {
  const campaign = await newCampaignHost({ now: '2021-06-10T09:00', calculator: null });
  await IMPORT_STORIES.perform(campaign.deps, { file: contestStories({ entries: 12, judges: 3 }) }, 'write');
  await MAKE_JUDGE_TABS.perform(campaign.deps, { judges: 3 }, 'write');
  const { host } = campaign;
  const book = host.book;
  const sheet = (name: string): Sheet => {
    const found = book.sheets.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
  };
  const calculator = createUniverCalculator();
  const receipts = sheet('收件登记');
  const top = receipts.tables[0]?.range.row ?? 0;
  const type = (row: number, column: number, input: string) => host.edit(receipts.id, row, column, input);
  const settings = { unit: '西渡镇', title: '活动方案', parts: '全部', at: '2021-06-06T09:30' };
  await calculator.recalculate(book, NOW);
  const steps: readonly (readonly [number, () => Promise<unknown>])[] = [
    [NOW, () => RECEIVE.run(campaign.deps, { settings, strict: false }, 'write')],
    [NOW, () => Promise.all([type(top + 1, 3, '2021-06-11 10:00'), type(top + 2, 1, '演陂镇')])],
    [NOW + 3, () => host.edit(sheet('评分·评委1').id, 4, 3, '20')],
    [NOW + 3, () => Promise.all([host.editLines(sheet('报送台账').id, rowShift(8, 1)), type(top + 1, 1, '')])],
  ];
  for (const [now, step] of steps) {
    await step();
    await calculator.recalculate(book, now);
    await expectAsWhole(book, now);
  }
  calculator.dispose();
});

test('sheets that come, go, move or get another name: what reads them is worked out again, the rest stays', async () => {
  const book = newBook();
  const [one] = book.sheets;
  if (!one) throw new Error('no sheet');
  const two = addSheet(book, 'Two');
  setContent(two, 0, 0, { value: 2 });
  const three = addSheet(book, 'Three');
  addTable(book, 'Data', 'T', ['a', 'b'], [[1, '=[@a]+Two!$A$1']]);
  const formulas = ['=Two!A1*10', '=SUM(T[b])', '=Four!A1', '=Three!A1', '=COUNTA(Four!A:A)'];
  formulas.forEach((formula, row) => setContent(one, row, 0, { formula }));
  setContent(three, 0, 0, { formula: '=Two!A1+1' });
  const calculator = createUniverCalculator();
  await calculator.recalculate(book, NOW);
  const data = book.sheets[3]!;
  const steps: readonly (() => void)[] = [
    () => moveSheet(book, two, 0),
    () => setContent(two, 0, 0, { value: 3 }),
    () => setContent(addSheet(book, 'Four'), 0, 0, { value: 'here' }),
    () => moveSheet(book, book.sheets[4]!, 1),
    () => renameSheet(book, three, 'Drei'),
    () => setContent(two, 0, 0, { value: 4 }),
    () => removeSheet(book, data),
    () => removeSheet(book, book.sheets[1]!),
    () => setContent(addSheet(book, 'Four'), 0, 0, { value: 'again' }),
  ];
  for (const step of steps) {
    step();
    await calculator.recalculate(book, NOW);
    await expectAsWhole(book);
  }
  calculator.dispose();
});

test('tables that grow, get other names or columns, and names that stand for something else: the results are those of the whole', async () => {
  const book = newBook();
  const [one] = book.sheets;
  if (!one) throw new Error('no sheet');
  addTable(
    book,
    'Data',
    'T',
    ['a', 'b'],
    [
      [1, '=[@a]*Rate'],
      [2, '=[@a]*Rate'],
    ],
  );
  addTable(book, 'Other', 'U', ['a', 'b'], [[5, '=[@a]+COUNTA(T[a])']]);
  book.names.push(
    { name: 'Rate', formula: '=Base+1', visible: true },
    { name: 'Base', formula: '=SUM(T[a])', visible: true },
    { name: 'Here', formula: '=[@a]*2', visible: true },
  );
  const [data, other] = [book.sheets[1]!, book.sheets[2]!];
  const [table, second] = [data.tables[0]!, other.tables[0]!];
  ['=SUM(T[b])', '=Rate*2', '=ROWS(T)', '=SUM(V[b])', '=Data!A2', '=Later', '=SUM(U[b])+1'].forEach((formula, row) =>
    setContent(one, row, 0, { formula }),
  );
  setContent(other, 1, 2, { formula: '=Here' });
  const calculator = createUniverCalculator();
  await calculator.recalculate(book, NOW);
  const steps: readonly (() => void)[] = [
    () => {
      const below = table.range.row + table.range.rows;
      table.range = { ...table.range, rows: table.range.rows + 1 };
      setContent(data, below, 0, { value: 7 });
      setContent(data, below, 1, { formula: '=[@a]*Rate' });
    },
    () => (book.names[1]!.formula = '=MAX(T[a])'),
    () =>
      (second.range = { ...second.range, columns: 3 }) &&
      second.columns.push({ ...second.columns[0]!, id: 99, name: 'c' }),
    () => (second.columns[0]!.name = 'z'),
    () => (second.columns[0]!.name = 'a'),
    () => (table.name = 'V'),
    () => void book.names.push({ name: 'Later', formula: '=SUM(V[a])', visible: true }),
    () => void book.names.splice(0, 1),
    () => (table.name = 'T'),
    () => {
      renameSheet(book, data, 'Spare');
      renameSheet(book, other, 'Data');
    },
    () => {
      table.range = { ...table.range, rows: table.range.rows - 1 };
    },
  ];
  for (const step of steps) {
    step();
    await calculator.recalculate(book, NOW);
    await expectAsWhole(book);
  }
  calculator.dispose();
});

test('only sheets with another result are named; what nothing reads changes none', async () => {
  const book = newBook();
  const [one] = book.sheets;
  const two = addSheet(book, 'Two');
  if (!one) throw new Error('no sheet');
  setContent(one, 0, 0, { value: 1 });
  setContent(one, 0, 1, { formula: '=A1>0' });
  setContent(two, 0, 0, { formula: '=Sheet1!A1+1' });
  const calculator = createUniverCalculator();
  const edit = async (value: number): Promise<unknown> => {
    setContent(one, 0, 0, { value });
    return [...((await calculator.recalculate(book, NOW)) ?? [])];
  };
  await calculator.recalculate(book, NOW);
  expect(await edit(5)).toEqual([1]);
  expect(await edit(-5)).toEqual([0, 1]);
  setContent(one, 9, 9, { value: 'x' });
  expect([...((await calculator.recalculate(book, NOW)) ?? [])]).toEqual([]);
  calculator.dispose();
});

test.each([
  ['=SUM(sheet_2!$A$2:$A$9)+$B3', ['1: 1-8 0-0', '0: 2-2 1-1'], false],
  ['=COUNTIF(A:A,"C4:C9")', ['0: 0-1048575 0-0'], false],
  ['=OFFSET(A1,1,0)', ['0: 0-0 0-0'], true],
  ['=LOG10(5)+clock!$A$1', [`${CLOCK_INDEX}: 0-0 0-0`], false],
])('%s reads what it names', (formula, wanted, anything) => {
  const reads = readsOf(formula, 0);
  expect(
    areasOf(reads, 0).map(({ sheet, top, bottom, left, right }) => `${sheet}: ${top}-${bottom} ${left}-${right}`),
  ).toEqual(wanted);
  expect(reads.anything).toBe(anything);
});

test('a formula moved down reads further down, except what is marked with $', () => {
  const [fixed, moving] = areasOf(readsOf('=$A$1+$A1', 0), 4);
  expect([fixed?.top, moving?.top]).toEqual([0, 4]);
});

test('formulas that read each other in a circle share a level; others lie above what they read', () => {
  const reads: readonly (readonly number[])[] = [[], [0], [1, 3], [2], [3, 0]];
  expect(depths(5, (node) => reads[node] ?? [])).toEqual([0, 1, 2, 2, 3]);
});

test('a book that says of which moment its results are is worked out anew only where it reads the clock or a change', async () => {
  const book = newBook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  const put = (row: number, column: number, input: string | number): void =>
    setContent(sheet, row, column, typeof input === 'number' ? { value: input } : { formula: input });
  put(0, 0, 2);
  put(0, 1, '=A1*2');
  put(0, 2, '=NOW()');
  put(0, 3, '=B1+1');
  // No calculation gives these: that they stay shows that none was made.
  const given = (column: number, value: number): void => void (sheet.cells.get(`0,${column}`)!.value = value);
  given(1, 400);
  given(2, NOW - 1);
  given(3, 500);
  book.calculatedAt = NOW - 1;
  const calculator = createUniverCalculator();
  expect([...((await calculator.recalculate(book, NOW)) ?? [])]).toEqual([0]);
  const values = (): unknown[] => [1, 2, 3].map((column) => sheet.cells.get(`0,${column}`)?.value);
  expect(values()).toEqual([400, NOW, 500]);
  // Read once ahead, with a change in between, the results are those of the change.
  const warmed = calculator.warm?.();
  put(0, 0, 3);
  await Promise.all([calculator.recalculate(book, NOW), warmed]);
  expect(values()).toEqual([6, NOW, 7]);
  calculator.dispose();
});

test('a branch that a condition does not choose, and the lookup of numbers, give what Excel gives', async () => {
  const book = newBook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  [1, 3, 5.5, 9].forEach((value, row) => setContent(sheet, row, 0, { value }));
  const formulas: readonly (readonly [string, unknown])[] = [
    ['=IF(A1=1,"yes",1/0)', 'yes'],
    ['=IF(A1=2,1/0,A2)', 3],
    ['=IF(1/0,1,2)', { error: '#DIV/0!' }],
    ['=IF(A1=2,1)', false],
    ['=IFERROR(A2,1/0)', 3],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=SUM(IF(A1:A4>3,A1:A4,0))', 14.5],
    ['=IF(Z9,1,IF(A4>8,IFERROR(MATCH(5.5,A1:A4,0),0),9))', 3],
    ['=MATCH(6,A1:A4,1)', 3],
    ['=MATCH(0.5,A1:A4,1)', { error: '#N/A' }],
    ['=MATCH(9,A1:A4,0)', 4],
    ['=MATCH(0.1+0.2,A1:A4,0)', { error: '#N/A' }],
  ];
  formulas.forEach(([formula], row) => setContent(sheet, row, 3, { formula }));
  const calculator = createUniverCalculator();
  await calculator.recalculate(book, NOW);
  const results = (): unknown[] => formulas.map((_, row) => sheet.cells.get(`${row},3`)?.value);
  expect(results()).toEqual(formulas.map(([, result]) => result));
  // The same one by one, as after a change.
  setContent(sheet, 0, 0, { value: 2 });
  await calculator.recalculate(book, NOW);
  setContent(sheet, 0, 0, { value: 1 });
  await calculator.recalculate(book, NOW);
  expect(results()).toEqual(formulas.map(([, result]) => result));
  calculator.dispose();
});
