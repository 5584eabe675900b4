// What a job says of cells that it could not read in the tables it looks at, whatever else it says.
import { unreadCells } from '../../../src/app/run/unreadCells';
import { text } from '../../../src/core/ground/text';
import type { Problem } from '../../../src/core/ground/problem';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { arrived, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { runJob } from '../../support/runJob';

const NOW = at('2021-06-09 09:00');

function typed(
  snapshot: WorkbookSnapshot,
  table: string,
  row: number,
  header: string,
  value: CellValue,
): WorkbookSnapshot {
  const former = tableCalled(snapshot.tables, table);
  if (!former) throw new Error(table);
  const place = former.headers.indexOf(header);
  const values = former.values.map((cells, r) => cells.map((cell, c) => (r === row && c === place ? value : cell)));
  return { ...snapshot, tables: { ...snapshot.tables, [table]: { ...former, values } } };
}

const START = withReceipts(
  arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00', { 审核: '通过', 含材料: '方案文本' }),
);

async function notices(snapshot: WorkbookSnapshot, job: string, settings: Readonly<Record<string, string>>) {
  const report = await runJob(memoryWorkbook(snapshot, NOW).deps, job, settings, { mode: 'preview' });
  return (report.notices ?? []).map(({ code, table, column, found }) => [code, table, column, found]);
}

const EXTEND = { unit: '渣江镇', requirement: 'T1', to: '2021-06-12T18:00', approvedBy: '县禁毒办', reason: '防汛' };

describe('cells that a job could not read', () => {
  it.each<[string, string, string, CellValue, string]>([
    ['a due time typed as text', 'Requirements', '截止时间', '2021.6.7 18:00', 'unreadable-cell'],
    ['a quota with its unit', 'Requirements', '应报数', '2份', 'unreadable-cell'],
    ['a number of a quota as text', 'Requirements', '应报数', '2', 'unreadable-cell'],
    ['a due time of another century', 'Requirements', '截止时间', 7777, 'unreadable-cell'],
    ['an extension typed as text', 'Exceptions', '延期至', '6月12日 18:00', 'unreadable-cell'],
  ])('%s is named first', async (_what, table, header, value, code) => {
    const [first] = await notices(typed(START, table, 0, header, value), 'extend', EXTEND);
    expect([first?.[0], first?.[1], first?.[3]]).toEqual([code, table, String(value)]);
  });

  it('of a table that the job does not look at is none of its business; Settings are everybody’s', () => {
    const problem = (table: string): Problem => ({
      code: 'unreadable-cell',
      table,
      row: 'x',
      expected: text('', ''),
      found: '',
      message: text('', ''),
    });
    const all = ['Receipts', 'Settings', 'Score_J01'].map(problem);
    expect(unreadCells({ tables: ['Units'] }, all, []).map(({ table }) => table)).toEqual(['Settings']);
    expect(unreadCells({ tables: ['Receipts', 'Score_*'] }, all, all.slice(0, 1)).map(({ table }) => table)).toEqual([
      'Settings',
      'Score_J01',
    ]);
  });
});
