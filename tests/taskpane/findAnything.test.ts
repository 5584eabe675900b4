// What the search field finds, from a campaign without any Excel.
import '../../src/app/catalogue/catalogue';
import { readCampaignState } from '../../src/app/care/campaignState';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import { campaignSteps } from '../../src/taskpane/campaignSteps';
import { findAnything } from '../../src/taskpane/findAnything';
import { at } from '../support/reportFixtures';
import { newSnapshot } from '../support/situationOf';
import { withRows } from '../support/snapshotOf';
import type { TableSnapshot, WorkbookSnapshot } from '../../src/workbook/contract/snapshot';

const receipt = (id: string) => ({ 收件编号: id, 单位: '西渡镇', 单位编号: 'U01', 事项编号: 'T1', 收到时间: 44354 });
const story = { 参评编号: 'E001', 盲评号: '8', 题目: '新生', 报送单位: '西渡镇' };

/** The second unit of the roster with these cells. */
function called(snapshot: WorkbookSnapshot, cells: Readonly<Record<string, string>>): WorkbookSnapshot {
  const units = snapshot.tables['Units'] as TableSnapshot;
  const values = units.values.map((row, index) =>
    index === 1 ? row.map((cell, column) => cells[units.headers[column] ?? ''] ?? cell) : row,
  );
  return { ...snapshot, tables: { ...snapshot.tables, Units: { ...units, values } } };
}

async function finder(): Promise<(typed: string) => string[]> {
  let snapshot = withRows(newSnapshot(), 'Receipts', [receipt('R0007'), receipt('R0083')]);
  snapshot = withRows(snapshot, 'Entries', [story]);
  snapshot = called(snapshot, { 联络员: '欧阳某', 联系电话: '0734-0000010' });
  const state = await readCampaignState({
    workbook: {
      read: () => Promise.resolve(snapshot),
      write: () => Promise.reject(new Error('a search writes nothing')),
      roundTrips: 0,
    },
    now: () => at('2021-06-09 09:00'),
    language: 'zh',
  });
  const all = campaignSteps(CATALOGUE);
  return (typed) =>
    findAnything(typed, { all, state, language: 'zh', pinyin: null }).map(({ kind, title }) => `${kind} ${title.zh}`);
}

test('a receipt is found by its number, in either width; whose it is stands below', async () => {
  const find = await finder();
  expect(find('R0083')).toEqual(['receipt R0083']);
  expect(find('ｒ００８３')).toEqual(['receipt R0083']);
});

test('a unit is found by whom to call and by the number', async () => {
  const find = await finder();
  expect(find('欧阳')).toEqual(['unit 集兵镇']);
  expect(find('0000010')).toEqual(['unit 集兵镇']);
});

test('letters find jobs and names, not hundreds of receipts; what has a name comes before what has a number', async () => {
  const find = await finder();
  expect(find('r').filter((one) => one.startsWith('receipt'))).toEqual([]);
  expect(find('8号')[0]).toBe('story 新生');
  expect(find('催报')[0]).toMatch(/^step /);
  expect(find('')).toEqual([]);
});

test('a job is found by what its line says, after whatever is called so', async () => {
  const find = await finder();
  expect(find('截止')).toContain('step 延期与免报');
  expect(find('免报').filter((one) => one === find('免报')[0])).toHaveLength(1);
  // One letter stands in nearly every line.
  expect(find('截')).not.toContain('step 催报');
});
