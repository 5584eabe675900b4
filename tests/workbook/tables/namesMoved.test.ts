// The column of units sorted by itself, or cells deleted so that those below move up: rows count for other units than they were written for.
import { decideAward } from '../../../src/app/contest/decide';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { arrived, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { campaignToScore } from '../../support/scoredCampaign';
import { situationOf } from '../../support/situationOf';
import { runJob } from '../../support/runJob';

const UNITS = ['西渡镇', '集兵镇', '杉桥镇', '井头镇', '演陂镇'];
const START = withReceipts(
  ...UNITS.map((unit, i) =>
    arrived(`R000${i + 1}`, `U0${i + 1}`, unit, 'T1', '2021-06-07 12:00', {
      登记时编号: `U0${i + 1}`,
      登记时名称: unit,
    }),
  ),
);

/** The names as people left them; 单位编号 follows as its formula would. */
function named(snapshot: WorkbookSnapshot, table: 'Receipts' | 'Entries', header: string, names: readonly string[]) {
  const own = snapshot.tables[table]!;
  const [place, id] = [own.headers.indexOf(header), own.headers.indexOf('单位编号')];
  const ids = new Map(UNITS.map((unit, i) => [unit, `U0${i + 1}`]));
  const values = own.values.map((row, index) =>
    row.map((cell, c): CellValue => {
      const name = names[index];
      if (name === undefined) return cell;
      return c === place ? name : c === id ? (ids.get(name) ?? '') : cell;
    }),
  );
  return { ...snapshot, tables: { ...snapshot.tables, [table]: { ...own, values } } };
}
const moved = (snapshot: WorkbookSnapshot): string[] =>
  situationOf(snapshot).cellProblems.flatMap(({ code, table, row }) =>
    code === 'names-moved' ? [`${table} ${row}`] : [],
  );

it.each([
  ['sorted by itself', ['集兵镇', '杉桥镇', '西渡镇', '演陂镇', '井头镇'], ['Receipts R0001']],
  ['moved up past a deleted cell', ['西渡镇', '杉桥镇', '井头镇', '演陂镇', ''], ['Receipts R0002']],
  ['one put right', ['西渡镇', '演陂镇', '杉桥镇', '井头镇', '演陂镇'], []],
  ['two exchanged', ['集兵镇', '西渡镇', '杉桥镇', '井头镇', '演陂镇'], []],
  ['three put right to a fourth', ['演陂镇', '演陂镇', '演陂镇', '井头镇', '演陂镇'], []],
  ['four of four units, all named as a fifth', ['演陂镇', '演陂镇', '演陂镇', '演陂镇', '演陂镇'], ['Receipts R0001']],
  ['as they were written', UNITS, []],
])('receipts whose units were %s', (_what, names, expected) => {
  expect(moved(named(START, 'Receipts', '单位', names))).toEqual(expected);
});

it('rows that were moved past the hidden columns as a block are no such thing: to put units back would give them to other arrivals', () => {
  const kept = UNITS.map((_unit, i) => ({ 登记时各列: JSON.stringify([`R000${i + 1}`, 44354.5, 'T1', '', '待审']) }));
  const written = withReceipts(
    ...UNITS.map((unit, i) =>
      arrived(`R000${i + 1}`, `U0${i + 1}`, unit, 'T1', '2021-06-07 12:00', {
        登记时编号: `U0${i + 1}`,
        登记时名称: unit,
        ...kept[i],
      }),
    ),
  );
  const table = written.tables.Receipts!;
  const hidden = new Set(['登记时编号', '登记时名称', '登记时各列'].map((header) => table.headers.indexOf(header)));
  const past = table.values.map((row, index) =>
    row.map((cell, place) => (hidden.has(place) ? cell : (table.values[UNITS.length - 1 - index]?.[place] ?? ''))),
  );
  expect(moved({ ...written, tables: { ...written.tables, Receipts: { ...table, values: past } } })).toEqual([]);
  const alone = named(written, 'Receipts', '单位', [...UNITS].reverse());
  expect(moved(alone)).toEqual(['Receipts R0001']);
});

it('stops the accountability list and is named by the summary', async () => {
  const turned = named(START, 'Receipts', '单位', [...UNITS.slice(1), ...UNITS.slice(0, 1)]);
  const run = (job: string) =>
    runJob(memoryWorkbook(turned, at('2021-06-09 09:00')).deps, job, {}, { mode: 'preview' });
  expect((await run('accountability')).problems.map(({ code }) => code)).toEqual(['names-moved']);
  expect((await run('summary')).notices.map(({ code }) => code)).toContain('names-moved');
});

it('the decision asks when units of stories slipped into other rows: who wins what, and who is recused, follows from them', () => {
  const stories = campaignToScore();
  expect(moved(stories)).toEqual([]);
  const turned = named(stories, 'Entries', '报送单位', ['集兵镇', '杉桥镇', '西渡镇']);
  const { problems = [], stopped } = decideAward(situationOf(turned), { by: '评委会' });
  expect([stopped, problems.map(({ code }) => code)]).toEqual([true, expect.arrayContaining(['names-moved'])]);
});
