// Workbooks of an older shape, and damaged ones, put right through the real Office.js runtime; formulas calculated.
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { tableCalled } from '../../../src/workbook/contract/snapshot';
import { RECEIPTS as REGISTER } from '../../../src/workbook/tables/receipts/receipts';
import { FIXED_TABLES } from '../../../src/workbook/tables/registry';
import { SCHEMA_VERSION } from '../../../src/workbook/tables/settings/schemaVersion';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import {
  NOW,
  STORIES,
  run,
  change,
  upgrade,
  column,
  settingRow,
  expectSound,
  typeBelow,
  campaignWithReceipts,
  statusesOf,
} from '../../support/upgradeOnHost';

describe('upgrade and repair', () => {
  it('finds nothing to do in a workbook that this build made, and takes two round trips to see it', async () => {
    const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
    const before = host.port.roundTrips;
    const report = await upgrade(host);
    expect(report.preview).toEqual({ added: [], changed: [], unchanged: 0 });
    expect(host.port.roundTrips - before).toBe(2);
    await expectSound(host);
  });

  it('takes rows typed below tables in first, so that the criterion below which all jobs stop has its column', async () => {
    const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
    await run(host, 'import-stories', { file: STORIES });
    await run(host, 'make-judge-tabs', { settings: { judges: '2' } });
    await typeBelow(host, 'Criteria', { 标准编号: 'C6', 标准: '新标准', 权重: 10, 满分: 10 });
    await typeBelow(host, 'Units', { 单位名称: '演陂镇', 类别: '乡镇' });
    const preview = await run(host, 'upgrade', { mode: 'preview' });
    expect(preview.notices.map(({ code, table }) => [code, table])).toEqual([
      ['rows-below-table', 'Units'],
      ['rows-below-table', 'Criteria'],
    ]);
    const report = await upgrade(host);
    expect(report).toMatchObject({ stopped: false, problems: [] });
    expect(report.notices.map(({ code }) => code)).toEqual(['rows-taken-in', 'column-empty', 'column-empty']);
    expect(report.changed).toMatchObject({ Criteria: { added: 1 }, Units: { added: 1 } });
    expect(report.results.columns.map(({ column: header }) => header)).toEqual(['新标准（10分）', '新标准（10分）']);
    expect((await run(host, 'rank')).problems.map(({ code }) => code)).not.toContain('missing-column');
  });

  it('puts deleted formula columns back at their place, and every formula that was broken by it', async () => {
    const host = await campaignWithReceipts();
    const before = await statusesOf(host);
    await change(host, (context) => {
      column(context, 'Tracker', '状态').delete();
      column(context, 'Receipts', '时刻').delete();
      column(context, 'Requirements', '材料数').delete();
      column(context, 'Units', '别名索引').delete();
    });
    const trips = host.port.roundTrips;
    const report = await upgrade(host);
    expect(host.port.roundTrips - trips).toBe(4);
    expect(report).toMatchObject({ stopped: false, problems: [], notices: [] });
    expect(report.results.columns.map((each) => `${each.table}.${each.column}`).sort()).toEqual([
      'Receipts.时刻',
      'Requirements.材料数',
      'Tracker.状态',
      'Units.别名索引',
    ]);
    const { tables } = await host.port.read({ tables: ['*'] });
    for (const spec of FIXED_TABLES)
      expect(tables[spec.name]?.headers).toEqual(spec.columns.map(({ header }) => header.zh));
    expect(await statusesOf(host)).toEqual(before);
    await expectSound(host);
  });

  it('keeps people’s own columns where they are: a missing column then goes to the right end, hidden ones hidden', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      context.workbook.tables
        .getItem('Receipts')
        .columns.add(6, undefined, '存放处')
        .getDataBodyRange()
        .getCell(0, 0).values = [['二号柜']];
    });
    await change(host, (context) => {
      column(context, 'Receipts', '事项编号').delete();
      column(context, 'Receipts', '先后').delete();
    });
    const report = await upgrade(host);
    expect(report.stopped).toBe(false);
    const table = (await host.port.read({ tables: ['Receipts'] })).tables['Receipts'];
    expect(table?.headers.indexOf('存放处')).toBe(5);
    expect(table?.values[0]?.[5]).toBe('二号柜');
    expect(table?.headers.at(-1)).toBe('事项编号');
    const left = REGISTER.columns[REGISTER.columns.findIndex(({ key }) => key === 'order') - 1]?.header.zh ?? '';
    expect(table?.headers.indexOf('先后')).toBe((table?.headers.indexOf(left) ?? 0) + 1);
    expect(report.notices.map(({ code, column: header }) => [code, header])).toEqual([['column-refilled', '事项编号']]);
    const sheet = host.host.book.sheets.find(({ name }) => name === '收件登记');
    const hidden = (header: string): boolean =>
      sheet?.columns.get(table?.headers.indexOf(header) ?? -1)?.hidden === true;
    expect(
      ['收到时间', '单位', '存放处', '事项编号', '单位编号', '时刻', '先后', '有效', '首次材料'].filter(hidden),
    ).toEqual(['时刻', '先后', '有效', '首次材料']);
    expect((await upgrade(host)).changed).toEqual({});
  });

  it('adds missing tables: the tracker with all rows that are owed, the others empty, each at its place', async () => {
    const host = await campaignWithReceipts();
    const before = await statusesOf(host);
    await change(host, (context) => {
      for (const name of ['报送台账', '操作日志', '评委', '催报记录'])
        context.workbook.worksheets.getItem(name).delete();
    });
    expect((await run(host, 'overdue')).problems.map(({ code, table }) => [code, table])).toEqual([
      ['missing-table', 'Tracker'],
      ['missing-table', 'Judges'],
      ['missing-table', 'Reminders'],
      ['missing-table', 'Log'],
    ]);
    const report = await upgrade(host);
    expect(report).toMatchObject({ stopped: false, results: { tables: ['Tracker', 'Judges', 'Reminders', 'Log'] } });
    expect(await statusesOf(host)).toEqual(before);
    const { sheets, tables } = await host.port.read({ tables: ['Log'] });
    expect(
      sheets.map(({ name }) => name).filter((name) => FIXED_TABLES.some(({ sheet }) => sheet.zh === name)),
    ).toEqual(FIXED_TABLES.map(({ sheet }) => sheet.zh));
    expect(tables['Log']?.values.map((row) => row[1])).toEqual(['upgrade']);
    // What the log held is gone with its sheet, and missed.
    await expectSound(host, ['row-deleted']);
  });

  it('adds missing settings with the preset’s value, says so, and leaves the others alone', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      const settings = context.workbook.tables.getItem('Settings');
      settings.columns.getItem('值').getDataBodyRange().getCell(0, 0).values = [['我县的活动']];
      for (const key of ['schemaVersion', 'minimumScores', 'asOf']) settings.rows.getItemAt(settingRow(key)).delete();
    });
    const report = await upgrade(host);
    expect(report.results).toMatchObject({
      from: 1,
      to: SCHEMA_VERSION,
      settings: ['asOf', 'minimumScores', 'schemaVersion'],
    });
    expect(report.notices.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['setting-added', 'asOf', ''],
      ['setting-added', 'minimumScores', '3'],
    ]);
    const table = (await host.port.read({ tables: ['Settings'] })).tables['Settings'];
    expect(table?.values[0]?.[1]).toBe('我县的活动');
    expect(table?.values.slice(-3).map((row) => [row[3], row[1]])).toEqual([
      ['asOf', ''],
      ['minimumScores', 3],
      ['schemaVersion', SCHEMA_VERSION],
    ]);
    await expectSound(host);
    // The as-of row is a moment again.
    await run(host, 'as-of', { settings: { at: '2021-06-07 18:00' } });
    const sheet = host.host.book.sheets.find(({ name }) => name === '设置');
    expect(
      [...(sheet?.cells.values() ?? [])]
        .filter((cell) => typeof cell.value === 'number' && cell.value > 40000)
        .map(({ style }) => style?.numberFormat),
    ).toEqual(['yyyy-mm-dd hh:mm:ss']);
  });

  it('finds the keys of settings again by their names', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => column(context, 'Settings', '键').delete());
    expect((await upgrade(host)).results.settings).toEqual([]);
    await expectSound(host);
  });

  it('finds names of units again by their ids, and ids by their names', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => column(context, 'Receipts', '单位').delete());
    expect(await upgrade(host)).toMatchObject({ stopped: false, notices: [] });
    await change(host, (context) => column(context, 'Exceptions', '单位编号').delete());
    expect(await upgrade(host)).toMatchObject({ stopped: false, notices: [] });
    const { tables } = await host.port.read({ tables: ['Receipts', 'Exceptions'] });
    expect(tables['Receipts']?.values.map((row) => row[2])).toEqual(['西渡镇', '县公安局']);
    expect(tables['Exceptions']?.values.map((row) => String(row[1]).startsWith('U'))).toEqual([true, true, true]);
    await expectSound(host);
  });

  it('fills a deleted column with what its rows were written with, and says what it could only assume', async () => {
    const host = await campaignWithReceipts();
    await run(host, 'review', { settings: { requirement: 'T1', to: '通过', reviewer: '办公室' } });
    const before = await statusesOf(host);
    await typeBelow(host, 'Receipts', { 收到时间: '2021-06-06 10:00', 单位: '西渡镇', 事项编号: 'T3' });
    await change(host, (context) => {
      for (const header of ['收件编号', '审核', '标题']) column(context, 'Receipts', header).delete();
      column(context, 'Units', '启用').delete();
    });
    const { notices } = await upgrade(host);
    expect(notices.map(({ code, table, column: header }) => [code, table, header])).toEqual([
      ['rows-taken-in', undefined, undefined],
      ['column-empty', 'Receipts', '标题'],
      ['column-refilled', 'Units', '启用'],
      ['column-refilled', 'Receipts', '收件编号'],
      ['column-refilled', 'Receipts', '审核'],
    ]);
    expect(notices[4]?.message.zh).toBe(
      '“收件登记”补上了列“审核”：2 行照登记时的内容放回（之后手改的不在内），1 行没有别处可查，填了“待审”。请核对；如果是误删，请先撤销删除，或从备份取回。',
    );
    const { tables } = await host.port.read({ tables: ['Receipts'] });
    const { headers = [], values = [] } = tables['Receipts'] ?? {};
    expect(values.map((row) => ['收件编号', '审核'].map((header) => row[headers.indexOf(header)]))).toEqual([
      ['R0001', '通过'],
      ['R0002', '通过'],
      ['', '待审'],
    ]);
    expect(await statusesOf(host)).toEqual(before);
  });

  it('puts defined names back, and those that lead nowhere', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      context.workbook.names.getItem('AsOf').delete();
      context.workbook.names.getItem('Set_awardQuota').delete();
      context.workbook.names.getItem('Set_unitNames').formula = '=Units[别名]';
    });
    const report = await upgrade(host);
    expect([...report.results.names].sort()).toEqual(['AsOf', 'Set_awardQuota', 'Set_unitNames']);
    await expectSound(host);
  });

  it('puts validation, formats that make texts of numbers, and lost colours back; other formats are a person’s choice', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      const body = (table: string, header: string): Excel.Range => column(context, table, header).getDataBodyRange();
      body('Receipts', '审核').dataValidation.clear();
      body('Units', '启用').getCell(3, 0).dataValidation.clear();
      body('Requirements', '截止时间').numberFormat = '@' as unknown as string[][];
      body('Units', '联系电话').numberFormat = 'General' as unknown as string[][];
      body('Requirements', '开始时间').numberFormat = 'm"月"d"日"' as unknown as string[][];
      context.workbook.tables.getItem('Tracker').getDataBodyRange().conditionalFormats.clearAll();
      const own = context.workbook.tables.getItem('Units').getDataBodyRange().conditionalFormats.add('Custom');
      own.custom.rule.formula = '=$A5="U01"';
    });
    const named = (await CHECK.perform(host.deps, {}, 'preview')).notices.filter(({ code }) => code === 'needs-repair');
    expect(named.map(({ table, sheet }) => [table, sheet])).toEqual([
      ['Units', '单位名册'],
      ['Requirements', '报送事项'],
      ['Receipts', '收件登记'],
      ['Tracker', '报送台账'],
    ]);
    const report = await upgrade(host);
    // Of the tracker: six colours of statuses, the mark of formulas typed over in two runs of columns, and noughts of the empty row that do not show in three.
    expect(report.results.looks).toBe(2 + 2 + 11);
    const { tables } = await host.port.read({ tables: ['*'], looks: ['*'] });
    const format = (table: string, header: string): string | undefined =>
      tableCalled(tables, table)?.looks?.numberFormats[0]?.[tableCalled(tables, table)?.headers.indexOf(header) ?? -1];
    expect([
      format('Requirements', '截止时间'),
      format('Units', '联系电话'),
      format('Requirements', '开始时间'),
    ]).toEqual(['yyyy-mm-dd hh:mm', '@', 'm"月"d"日"']);
    expect(tables['Units']?.looks?.conditionals.map(({ formula }) => formula)).toContain('=$A5="U01"');
    expect(tables['Tracker']?.looks?.conditionals).toHaveLength(11);
    await expectSound(host);
  });

  it('puts the line above a table back', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      context.workbook.worksheets.getItem('报送台账').getRange('A3').clear('Contents');
    });
    expect((await upgrade(host)).results.looks).toBe(1);
    await expectSound(host);
  });
});
