// What the hidden column 待改正 of each table says of what people type, in the engine and in LibreOffice.
import type { TableName } from '../../../src/workbook/contract/keys';
import { type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { CERTIFICATE_PARTS } from '../../../src/core/campaign/certificateTemplate';
import { readCampaign } from '../../../src/workbook/campaign';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { recalculate } from '../../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { campaignHost, newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { columnOf, tableNow, typeInto } from '../../support/typeIntoTable';
import { itInLibreOffice } from '../xlsx/givenLibreOffice';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

const TABLES: TableName[] = [
  'Settings',
  'Reminders',
  'Phases',
  'Units',
  'Requirements',
  'Exceptions',
  'Receipts',
  'Tracker',
  'Entries',
  'Judges',
  'Criteria',
  'AwardTiers',
  'Activities',
  'Objections',
  'Programme',
];

function issuesIn(tables: WorkbookSnapshot['tables']): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of TABLES) {
    const table = tables[name];
    const said = (table ? columnOf(table, '待改正') : []).map(String).filter((words) => words !== '');
    if (said.length > 0) found[name] = said;
  }
  return found;
}

async function issuesOf(host: CampaignHost): Promise<Record<string, string[]>> {
  await host.host.calculateNow();
  return issuesIn((await host.port.read({ tables: TABLES })).tables);
}

const WRONG: readonly [table: string, row: number, cells: Readonly<Record<string, string>>, issue: string][] = [
  ['Requirements', 0, { 截止时间: "'2021.6.7 18:00" }, '[截止时间]'],
  ['Requirements', 1, { 截止时间: '2021/6/8' }, '[截止时间?]'],
  ['Requirements', 2, { 截止时间: '1921/7/5 18:00' }, '[截止时间]'],
  ['Requirements', 3, { 应报数: '-1', 性质: '上报' }, '[性质][应报数]'],
  ['Receipts', 0, { 收到时间: '2012/6/7 12:00', 单位: '西渡镇', 事项编号: 'T1' }, '[收到时间?]'],
  ['Receipts', 1, { 收到时间: "'2021.6.7 18:00", 单位: '某单位', 事项编号: 'T99' }, '[单位][事项编号][收到时间]'],
  ['Receipts', 2, { 收到时间: '2021/6/7 12:00', 单位: '西渡镇', 事项编号: 'T1', 审核: '好' }, '[审核]'],
  ['Receipts', 3, { 收到时间: '2021/6/7 12:00', 单位: '西渡镇', 事项编号: 'T1', 审核: '通过 ' }, ''],
  ['Receipts', 4, { 收到时间: '2021/6/7 12:00', 单位: '西渡镇', 事项编号: 'T1', 更正哪件: 'R0099' }, '[更正哪件?]'],
  ['Exceptions', 0, { 单位: '西渡镇', 事项编号: 'T1', 另定数量: "'2份", 免报: '免' }, '[另定数量][免报]'],
  ['Exceptions', 1, { 延期至: '2021/6/7 12:00' }, '[延期至?]'],
  ['Exceptions', 2, { 单位: '西渡镇', 事项编号: 'T2', 延期至: '2021/12/30 18:00', 批准人: '' }, '[批准人?]'],
  ['Criteria', 0, { 权重: '101' }, '[权重]'],
  ['Criteria', 1, { 满分: '0' }, '[满分]'],
  ['AwardTiers', 0, { 名额: '0', 奖金: '很多' }, '[次序?][名额][奖金]'],
  ['AwardTiers', 1, { 次序: '1', 奖项: '二等奖', 名额: '2', 奖金: '500' }, '[次序?]'],
  ['Programme', 1, { 环节: '' }, '[环节]'],
  ['Activities', 0, { 开始: "'6月13日" }, '[开始]'],
  ['Judges', 0, { 评委编号: 'J01', 姓名: '甲', 启用: '也许' }, '[启用]'],
  ['Entries', 0, { 参评编号: 'E01', 报送单位: '西渡镇', 题目: '甲', 类别: '别的', 参评: '是' }, '[类别]'],
  ['Units', 2, { 单位名称: '集兵镇' }, '[单位名称]'],
  ['Units', 3, { 类别: '' }, '[类别?]'],
  ['Phases', 0, { 开始: "'5月30日", 结束: '1921/6/7' }, '[结束][开始]'],
  ['Reminders', 0, { 时间: "'昨天", 单位编号: 'U99', 事项编号: 'T9' }, '[单位编号?][事项编号?][时间]'],
  ['Objections', 0, { 状态: '不成立' }, '[处理结果?][办结时间?]'],
  ['Objections', 1, { 状态: '成立 ', 处理结果: '属实', 办结时间: '2021/6/8 12:00' }, '[办结时间?]'],
  ['Objections', 2, { 状态: '撤回', 办结时间: '2021/6/9 12:00' }, ''],
  ['Tracker', 5, { 状态: '已报' }, '[=]'],
  ['Tracker', 6, { 记号: '✓', 应报数: '3' }, '[=][=]'],
];

/** What people type as the value of a setting, by its key, and whether it counts for nothing. */
const SETTINGS: readonly [key: string, value: string, wrong: boolean][] = [
  ['year', "'2021年", true],
  ['year', '1921', true],
  ['year', '2021', false],
  ['decimals', "'2", true],
  ['decimals', '2.5', true],
  ['minimumScores', '', true],
  ['aggregate', '随便', true],
  ['aggregate', ' 中位数 ', false],
  ['aggregate', 'Median', false],
  ['countPostingDay', '也许', true],
  ['rankingMethod', '1234', true],
  ['asOf', "'2021.6.10 18:00", true],
  ['asOf', '2021/6/10 18:00', false],
  ['asOf', '2012/6/10 18:00', true],
  ['daysOff', "'2021-6-12、6月13日、2021.6.14", true],
  ['daysOff', '2021-06-31', true],
  ['daysOff', '2021-06-12，2021-06-13；2021-06-14、', false],
  ['daysOff', "'2021-06-12", false],
  ['workDays', '44359', true],
  ['partWords', '方案文本＝方案，通知；照片=图片,jpg', false],
  ['partWords', '方案文本：方案', true],
  ['partWords', '=', true],
  ['campaign', '', true],
  ['theme', '', false],
  ['language', 'fr', true],
  ['awardQuota', '99', true],
  ['prize', '1', true],
  ['phases', '某日', true],
];

/** What people type as the first number of the certificates, and whether it is none. */
const FIRST_NUMBERS: readonly [words: string, wrong: boolean][] = [
  ['31', false],
  ["'31", false],
  ["'３１", false],
  ["' 0 31　", false],
  ['', false],
  ["'0", true],
  ['-3', true],
  ['31.5', true],
  ["'2021-6-1", true],
  ["'5%", true],
  ["'1e2", true],
  ["'①", true],
  ["'三十一", true],
];

async function typed(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: '2021-06-09T09:00' });
  for (const text of ['甲', '乙', '丙']) {
    const settings = { by: '某单位', how: '书面', text, at: '2021-06-09T08:00' };
    await runJob(host.deps, 'object', settings);
  }
  await runJob(host.deps, 'agenda', { start: '9:00' });
  for (const [table, row, cells] of WRONG) await typeInto(host, table, row, cells);
  return host;
}

describe('the column of issues', () => {
  it('says nothing in a new campaign', async () => {
    expect(await issuesOf(await newCampaignHost())).toEqual({});
  });

  it('names the value of each setting that the rules cannot read, and no other', async () => {
    const host = await newCampaignHost({ now: '2021-06-09T09:00' });
    const keys = columnOf(await tableNow(host, 'Settings'), '键').map(String);
    expect(columnOf(await tableNow(host, 'Settings'), '分项')[keys.indexOf('zone')]).toBe(36526);
    const nth = (index: number): number =>
      SETTINGS.slice(0, index).filter(([key]) => key === SETTINGS[index]?.[0]).length;
    for (let round = 0; SETTINGS.some((_, index) => nth(index) === round); round += 1) {
      const typedNow = SETTINGS.filter((_, index) => nth(index) === round);
      for (const [key, value] of typedNow) await typeInto(host, 'Settings', keys.indexOf(key), { 值: value });
      await host.host.calculateNow();
      const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
      const settings = snapshot.tables['Settings'];
      const said = settings ? columnOf(settings, '待改正').map((issue) => issue !== '') : [];
      const reading = readCampaign(snapshot);
      const named = reading.kind === 'campaign' ? reading.cellProblems : [];
      for (const [key, value, wrong] of typedNow) {
        expect([key, value, said[keys.indexOf(key)]]).toEqual([key, value, wrong]);
        // A year far off is doubtful, and counts; the line of phases is read by nobody but people.
        const read = (key === 'asOf' && value.startsWith('2012')) || key === 'phases';
        expect([key, value, named.some(({ table, row }) => table === 'Settings' && row === key)]).toEqual([
          key,
          value,
          wrong && !read,
        ]);
      }
    }
  });

  it('takes for the first number of the certificates what the rules take, text of digits of either width too', async () => {
    const host = await newCampaignHost();
    for (const [words, wrong] of FIRST_NUMBERS) {
      await typeInto(host, 'CertificateTemplate', CERTIFICATE_PARTS.indexOf('first'), { 文字: words });
      await host.host.calculateNow();
      const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
      const template = snapshot.tables['CertificateTemplate'];
      const said = template ? columnOf(template, '待改正').map(String) : [];
      const reading = readCampaign(snapshot);
      const named = reading.kind === 'campaign' ? reading.cellProblems : [];
      expect([words, said[CERTIFICATE_PARTS.indexOf('first')]]).toEqual([words, wrong ? '[文字]' : '']);
      expect([words, named.map(({ row }) => row)]).toEqual([words, wrong ? ['first'] : []]);
    }
  });

  it('names each cell that counts for nothing, is doubtful, or was typed over', async () => {
    const expected: Record<string, string[]> = {};
    for (const [table, , , issue] of WRONG) if (issue !== '') (expected[table] ??= []).push(issue);
    // Two units of one name are wrong, both.
    expected['Units'] = ['[单位名称]', '[单位名称]', '[类别?]'];
    expect(await issuesOf(await typed())).toEqual(expected);
  });

  itInLibreOffice('says the same there', async () => {
    const host = await typed();
    const there = campaignHost({ book: await recalculate(await writeBook(host.host.book)), calculator: null });
    const { tables } = await there.port.read({ tables: TABLES });
    expect(issuesIn(tables)).toEqual(await issuesOf(host));
  });
});
