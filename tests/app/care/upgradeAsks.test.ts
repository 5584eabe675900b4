// What an upgrade asks before it writes, what it leaves to people, and the versions that it meets.
import { FIXED_TABLES } from '../../../src/workbook/tables/registry';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import {
  NOW,
  run,
  change,
  upgrade,
  column,
  settingRow,
  expectSound,
  campaignWithReceipts,
  statusesOf,
  cutNextWrite,
} from '../../support/upgradeOnHost';

describe('upgrade asks, and leaves alone what is people’s', () => {
  it('asks about headers that a person seems to have renamed and writes nothing before the answer', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      column(context, 'Receipts', '单位').name = '报送单位';
      column(context, 'Receipts', '收到时间').name = '登记日期';
      column(context, 'Units', '联系电话').name = 'Phone';
      column(context, 'Tracker', '状态').name = '办理状态';
    });
    const before = JSON.stringify(host.host.book.sheets.map(({ cells }) => [...cells]));
    const asked = await upgrade(host);
    expect(asked).toMatchObject({ stopped: true, changed: {} });
    expect(
      asked.problems.map(({ code, table, column: header, expected }) => [code, table, header, expected.zh]),
    ).toEqual([
      ['renamed-column', 'Units', 'Phone', '列“联系电话”'],
      ['renamed-column', 'Receipts', '登记日期', '列“收到时间”'],
      ['renamed-column', 'Receipts', '报送单位', '列“单位”'],
      ['renamed-column', 'Tracker', '办理状态', '列“状态”'],
    ]);
    expect(JSON.stringify(host.host.book.sheets.map(({ cells }) => [...cells]))).toBe(before);
    const answered = await upgrade(host, 'Receipts.登记日期=收到时间；收件登记.报送单位=单位；Units.Phone=phone；全部');
    expect(answered).toMatchObject({
      stopped: false,
      problems: [],
      results: {
        renamed: [
          { table: 'Units' },
          { table: 'Receipts' },
          { table: 'Receipts' },
          { table: 'Tracker', from: '办理状态', to: '状态' },
        ],
      },
    });
    expect((await statusesOf(host)).get('西渡镇 T1')).toBe('已报');
    await expectSound(host);
    const { tables } = await host.port.read({ tables: ['Log'] });
    const { headers = [], values = [] } = tables['Log'] ?? {};
    const at = (header: string, line: readonly unknown[]): unknown => line[headers.indexOf(header)];
    const renamed = values.filter((line) => at('行', line) === '表头');
    expect(renamed.map((line) => [at('原值', line), at('新值', line)])).toContainEqual(['登记日期', '收到时间']);
  });

  it('adds the column beside a header that a person says is another one', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      column(context, 'Receipts', '备注').name = '备注（归档用）';
    });
    const report = await upgrade(host, 'Receipts.备注（归档用）=无');
    expect(report).toMatchObject({
      stopped: false,
      results: { columns: [{ table: 'Receipts', column: '备注' }], renamed: [] },
    });
    const headers = (await host.port.read({ tables: ['Receipts'] })).tables['Receipts']?.headers;
    expect(headers).toEqual(expect.arrayContaining(['备注', '备注（归档用）']));
    expect(await upgrade(host)).toMatchObject({ changed: {}, stopped: false });
  });

  it('names answers that fit nothing', async () => {
    const host = await campaignWithReceipts();
    expect(
      (await upgrade(host, 'Receipts.没有的=单位；别的表.x=y')).problems.map(({ code, found }) => [code, found]),
    ).toEqual([
      ['unknown-answer', 'Receipts.没有的=单位'],
      ['unknown-answer', '别的表.x=y'],
    ]);
    await expect(upgrade(host, '单位')).rejects.toThrow('column');
  });

  it('updates formulas of an older version and keeps their words in the log; single cells that people typed stay', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      const mark = column(context, 'Tracker', '标记').getDataBodyRange();
      mark.formulas = '=IF(Tracker[[#This Row],[状态]]="逾期","逾","")' as unknown as string[][];
      mark.getCell(2, 0).values = [['已电话催']];
      const settings = context.workbook.tables.getItem('Settings');
      settings.rows.getItemAt(settingRow('schemaVersion')).delete();
    });
    const report = await upgrade(host);
    expect(report.results).toMatchObject({ newerFormulas: 1, formulas: 0 });
    const { tables } = await host.port.read({ tables: ['Tracker', 'Log'] });
    expect(tables['Tracker']?.values[2]?.[4]).toBe('已电话催');
    expect(tables['Log']?.values.flat()).toContain('=IF([@状态]="逾期","逾","")');
    expect((await run(host, 'check')).problems.map(({ code, row }) => [code, row])).toEqual([
      ['formula-differs', 'U03 T1'],
      ['formula-overwritten', 'U03 T1'],
    ]);
  });

  it('stops before a workbook of a newer version', async () => {
    const host = await campaignWithReceipts();
    await change(host, (context) => {
      context.workbook.tables
        .getItem('Settings')
        .columns.getItem('值')
        .getDataBodyRange()
        .getCell(settingRow('schemaVersion'), 0).values = [[99]];
    });
    expect(await upgrade(host)).toMatchObject({ stopped: true, changed: {}, problems: [{ code: 'newer-version' }] });
  });

  it.each([3, 150, 450, 900, 1200, 1400])(
    'is repaired by running it again when its batch was cut after %d acts',
    async (acts) => {
      const host = await newCampaignHost({ now: NOW, calculator: null, units: FEW_UNITS });
      await change(host, (context) => {
        context.workbook.tables.getItem('Units').columns.getItem('备注').getDataBodyRange().getCell(1, 0).values = [
          ['手记'],
        ];
        for (const name of ['例外与延期', '设置', '催报记录']) context.workbook.worksheets.getItem(name).delete();
        for (const [table, header] of [
          ['Receipts', '收到时间'],
          ['Receipts', '先后'],
          ['Units', '简称'],
          ['Requirements', '应报数'],
        ] as const)
          column(context, table, header).delete();
      });
      const restore = cutNextWrite(acts);
      try {
        await expect(upgrade(host)).rejects.toThrow('cut');
      } finally {
        restore();
      }
      expect(await upgrade(host)).toMatchObject({ stopped: false, problems: [] });
      expect(await upgrade(host)).toMatchObject({ stopped: false, changed: {} });
      const { tables, sheets } = await host.port.read({ tables: ['*'] });
      expect(sheets.filter(({ name }) => name.startsWith('~'))).toEqual([]);
      for (const spec of FIXED_TABLES)
        expect(tables[spec.name]?.headers).toEqual(spec.columns.map(({ header }) => header.zh));
      expect(tables['Requirements']?.values.map((row) => row[7])).toEqual([1, 1, 1, 1, 1, 1, 1]);
      expect(tables['Units']?.values[1]).toContain('手记');
      const hidden = host.host.book.sheets.find(({ name }) => name === '例外与延期')?.columns.get(9)?.hidden;
      expect(hidden).toBe(true);
    },
  );

  it('makes the overview again when its figures lead nowhere or it is gone, and names other sheets that are broken', async () => {
    const host = await campaignWithReceipts();
    await run(host, 'matrix');
    await change(host, (context) => {
      column(context, 'Tracker', '状态').delete();
      column(context, 'Tracker', '记号').delete();
    });
    await host.host.calculateNow();
    const report = await upgrade(host);
    expect(report).toMatchObject({ stopped: false, results: { overview: true } });
    const overview = (await host.port.read({ tables: [], sheets: ['首页'] })).sheets.find(
      ({ name }) => name === '首页',
    );
    expect(overview?.values?.flat().filter((cell) => String(cell).startsWith('#'))).toEqual([]);
    expect(report.notices.map(({ code, sheet }) => [code, sheet])).toEqual([['broken-cells', '报送矩阵']]);
    await change(host, (context) => context.workbook.worksheets.getItem('首页').delete());
    expect((await upgrade(host)).results.overview).toBe(true);
    // The matrix follows no more until it is made again.
    await expectSound(host, ['made-sheet-typed']);
    await run(host, 'matrix');
    await expectSound(host);
  });
});
