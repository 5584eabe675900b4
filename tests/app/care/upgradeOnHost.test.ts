// Workbooks of an older shape, and damaged ones, put right through the real Office.js runtime; formulas calculated.
import { tableCalled } from '../../../src/workbook/contract/snapshot';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import type { CheckResults } from '../../../src/app/care/checkWorkbook';
import type { UpgradeResults } from '../../../src/app/care/upgradeReport';
import { RECEIPTS as REGISTER } from '../../../src/workbook/tables/receipts/receipts';
import { readRows } from '../../../src/workbook/contract/rows';
import { FIXED_TABLES } from '../../../src/workbook/tables/registry';
import { setContent } from '../../../src/workbench/model/cells';
import { Batch } from '../../../src/workbench/host/batch';
import { ActionType } from '../../../src/workbench/host/wire';
import type { WireBody, WireReply } from '../../../src/workbench/host/wire';
import { SCHEMA_VERSION } from '../../../src/workbook/tables/settings/schemaVersion';
import { SETTING_ROWS } from '../../../src/workbook/tables/settings/settingRows';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import type { CampaignHost } from '../../support/campaignHost';
import { runJob, type HowToRun } from '../../support/runJob';
import { oneSheet } from '../../support/oneSheet';

const NOW = '2021-06-08T09:00';
const RECEIPTS: ImportedFile = oneSheet('收件', [
  ['收件时间', '发件单位', '邮件主题', '附件'],
  ['2021-06-06 08:40', '西渡镇', '宣传活动方案', '活动方案.docx'],
  ['2021-06-06 09:00', '县公安局', '宣传活动方案', '活动方案.docx'],
]);

const STORIES: ImportedFile = oneSheet('故事', [
  ['序号', '报送单位', '故事题目', '类别'],
  ['1', '西渡镇', '灯', '禁毒志愿者'],
]);

async function run<Results = unknown>(
  host: CampaignHost,
  job: string,
  { settings, ...how }: HowToRun & { settings?: Record<string, string> } = {},
): Promise<JobReport<Results>> {
  const report = await runJob<Results>(host.deps, job, settings, how);
  await host.host.calculateNow();
  return report;
}

async function change(host: CampaignHost, act: (context: Excel.RequestContext) => void): Promise<void> {
  await host.Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

const upgrade = (host: CampaignHost, column?: string): Promise<JobReport<UpgradeResults>> =>
  run(host, 'upgrade', { settings: column === undefined ? {} : { column } });
const column = (context: Excel.RequestContext, table: string, header: string): Excel.TableColumn =>
  context.workbook.tables.getItem(table).columns.getItem(header);

/** 0-based row of a setting in a workbook as it is made. */
const settingRow = (key: string): number => SETTING_ROWS.findIndex((row) => row.key === key);

/** A second run finds nothing, formulas and rules agree, and no structure is named. */
async function expectSound(host: CampaignHost): Promise<void> {
  const again = await upgrade(host);
  expect(again).toMatchObject({
    stopped: false,
    changed: {},
    problems: [],
    message: { zh: '工作簿齐全，不用升级，也没有要修复的。' },
  });
  const check = await run<CheckResults>(host, 'check');
  expect({
    stopped: check.stopped,
    codes: [...new Set(check.problems.map(({ code }) => code))],
    differing: check.results.differing,
    agree: check.results.agree,
  }).toEqual({ stopped: false, codes: [], differing: 0, agree: true });
}

/** A row directly below a table, as a program without tables' growth or a paste leaves it. */
async function typeBelow(host: CampaignHost, name: string, cells: Record<string, string | number>): Promise<void> {
  await host.host.change((book) => {
    for (const sheet of book.sheets) {
      const table = sheet.tables.find((each) => each.name === name);
      for (const [header, value] of table ? Object.entries(cells) : []) {
        const place = table?.columns.findIndex((each) => each.name === header) ?? -1;
        if (table) setContent(sheet, table.range.row + table.range.rows, table.range.column + place, { value });
      }
    }
  });
}

async function campaignWithReceipts(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  await run(host, 'import-receipts', { file: RECEIPTS, settings: { review: 'accepted' } });
  return host;
}

async function statusesOf(host: CampaignHost): Promise<Map<string, string>> {
  const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
  return new Map(
    (table ? readRows(TRACKER, table) : []).map((row) => [
      `${row.text('unit')} ${row.text('requirementId')}`,
      row.text('status'),
    ]),
  );
}

/** The next batch that writes stops after some acts, as when the connection is lost. Gives what undoes it. */
function cutNextWrite(acts: number): () => void {
  const whole = Batch.prototype.run;
  let cut = false;
  const spy = jest.spyOn(Batch.prototype, 'run').mockImplementation(async function (this: Batch): Promise<WireReply> {
    const { body } = this as unknown as { body: WireBody };
    if (cut || !body.Actions.some(({ ActionType: type }) => type === ActionType.set)) return whole.call(this);
    cut = true;
    if (body.Actions.length <= acts) throw new Error(`the batch has ${body.Actions.length} acts only`);
    const reply = await whole.call(Object.assign(this, { body: { ...body, Actions: body.Actions.slice(0, acts) } }));
    return {
      ...reply,
      Error: { Code: 'ConnectionFailure', Message: 'cut', Location: '', ActionIndex: acts, HttpStatusCode: 500 },
    };
  });
  return () => spy.mockRestore();
}

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
    expect(report.notices.map(({ code, column: header }) => [code, header])).toEqual([['column-empty', '事项编号']]);
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
    await expectSound(host);
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
    const report = await upgrade(host);
    // Of the tracker: six colours of statuses, and the mark of formulas typed over in two runs of columns.
    expect(report.results.looks).toBe(2 + 2 + 8);
    const { tables } = await host.port.read({ tables: ['*'], looks: ['*'] });
    const format = (table: string, header: string): string | undefined =>
      tableCalled(tables, table)?.looks?.numberFormats[0]?.[tableCalled(tables, table)?.headers.indexOf(header) ?? -1];
    expect([
      format('Requirements', '截止时间'),
      format('Units', '联系电话'),
      format('Requirements', '开始时间'),
    ]).toEqual(['yyyy-mm-dd hh:mm', '@', 'm"月"d"日"']);
    expect(tables['Units']?.looks?.conditionals.map(({ formula }) => formula)).toContain('=$A5="U01"');
    expect(tables['Tracker']?.looks?.conditionals).toHaveLength(8);
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
    await expectSound(host);
  });
});
