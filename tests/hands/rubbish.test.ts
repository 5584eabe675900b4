// Whatever people type, paste, copy and delete in the tables of a campaign, every job answers: with its result, or with the places that it cannot read.
// `RUBBISH_RUNS=200 FC_SEED=random npx jest tests/hands/rubbish` draws more.
import fc from 'fast-check';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import { copyOfBook } from '../../src/workbench/model/copyOfBook';
import { campaignHost, type CampaignHost } from '../support/campaignHost';
import { madeEverySheet } from '../support/madeBooks';

jest.setTimeout(480_000);

const NOW = '2021-06-19T09:00';

/** Cells as they come from keyboards, clipboards, other programs and people who try things. */
const RUBBISH: readonly unknown[] = [
  ...[
    '',
    ' ',
    '　',
    "'",
    '＝',
    '.',
    '𠮷',
    'a*?~',
    'x'.repeat(400),
    '通过 ',
    '是',
    '否',
    '#REF!',
    '甲、乙',
    '甲；乙',
    '第一名',
  ],
  ...['J01', 'C1', 'E001', 'U01', 'T1', 'R0001', 'constructor', '__proto__', 'NaN', 'Infinity', '1e400'],
  ...['2021.6.7 18:00', '2021-02-30', '24:00', '〔2021〕', '5%', '1/2'],
  ...['=1/0', '=NA()', 0, -1, -0.0001, 1.5, 1e9, 99999999999, 44200.5, true],
];

/** What each job is asked for where it needs something. */
const ASKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  receive: { unit: '渣江镇', requirement: 'T1' },
  deactivate: { unit: '渣江镇', reason: '撤并' },
  extend: { unit: '渣江镇', requirement: 'T1', to: '2021-06-30T18:00', approvedBy: '县禁毒办', reason: '防汛' },
  review: { receipt: 'R0001', review: 'returned', reason: '缺图' },
  recompute: { requirement: 'T1', due: '2021-06-09T18:00' },
  'as-of': { at: '2021-06-08T09:00' },
  'make-judge-tabs': { judges: '5' },
  'fix-rules': { by: '评委会', reason: '补记', decided: '是' },
  decide: { by: '评委会', anyway: '是', reason: '会议决定', decided: '是' },
  withdraw: { entry: 'E001', by: '评委会', reason: '退出' },
  revote: { by: '评委会', reason: '并列' },
  explain: { entry: 'E001' },
  notice: { posting: '2021-06-21', reason: '按期' },
  object: { entry: 'E001', by: '某单位', how: '书面', text: '请核实' },
  'close-objection': { objection: 'O01', outcome: '不成立', by: '评委会', reason: '查无此事' },
  certificates: { reason: '样张' },
  'prize-receipt': { reason: '备款' },
  agenda: { start: '9:00' },
  'next-year': { year: '2022', copy: '是' },
  seal: { copy: '是', by: '县禁毒办', reason: '归档' },
};
const NO_FILE = CATALOGUE.filter(({ name }) => name !== 'new' && !/^(?:import|compare)-/.test(name));

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'type',
      'type',
      'type',
      'type',
      'copyRow',
      'deleteRow',
      'clearColumn',
      'repeatCell',
      'typeBelow',
    ),
    table: fc.nat({ max: 999 }),
    row: fc.nat({ max: 999 }),
    column: fc.nat({ max: 999 }),
    other: fc.nat({ max: 999 }),
    value: fc.constantFrom(...RUBBISH),
  }),
  { minLength: 1, maxLength: 5 },
);

/** One act of a hand; what Excel refuses is not done. Numbers choose among what there is at that moment. */
async function act(
  host: CampaignHost,
  { kind, table, row, column, other, value }: typeof acts extends fc.Arbitrary<readonly (infer A)[]> ? A : never,
): Promise<void> {
  await host.Excel.run(async (context) => {
    const tables = context.workbook.tables.load('items/name');
    await context.sync();
    const chosen = tables.items[table % tables.items.length];
    if (!chosen) return;
    const body = chosen.getDataBodyRange().load('rowCount,columnCount,formulas');
    await context.sync();
    const [r, c] = [row % body.rowCount, column % body.columnCount];
    const from = (body.formulas as unknown[][])[other % body.rowCount] ?? [];
    if (kind === 'type') body.getCell(r, c).values = [[value]];
    else if (kind === 'copyRow') body.getRow(r).values = [from];
    else if (kind === 'repeatCell') body.getCell(r, c).values = [[from[c]]];
    else if (kind === 'deleteRow') chosen.rows.getItemAt(r).delete();
    else if (kind === 'clearColumn') body.getColumn(c).clear('Contents');
    else body.getLastRow().getOffsetRange(1, 0).getCell(0, c).values = [[value]];
    await context.sync();
  }).catch(() => undefined);
}

it('every job answers, whatever stands in the cells', async () => {
  const made = await madeEverySheet('zh');
  await fc.assert(
    fc.asyncProperty(acts, async (hand) => {
      const host = campaignHost({ now: NOW, calculator: null, book: copyOfBook(made) });
      for (const each of hand) await act(host, each);
      for (const { name, run } of NO_FILE) {
        const { message, stopped, problems, notices } = await run(
          host.deps,
          { settings: ASKED[name] ?? {}, strict: false },
          'preview',
        );
        expect([name, message.zh !== '' && message.en !== '']).toEqual([name, true]);
        if (stopped) expect([name, problems.length + notices.length > 0]).toEqual([name, true]);
      }
    }),
    { numRuns: Number(process.env['RUBBISH_RUNS'] ?? 5), endOnFailure: true },
  );
});
