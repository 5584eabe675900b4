// A reading of pages: the sheets on which no table stands, whatever they are called, with what their margins say.
import { expect, it } from '@jest/globals';
import { campaignHost } from '../support/campaignHost';

it('gives the cells of every sheet without a table, and headers and footers; of sheets with a table neither', async () => {
  const host = campaignHost({ calculator: null });
  await host.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const own = worksheets.add('最终版');
    own.getRange('B2').values = [['张三 13812345678']];
    own.pageLayout.headersFooters.defaultForAllPages.rightFooter = '制表：张三';
    own.pageLayout.headersFooters.firstPage.leftHeader = '联系人：李四';
    own.pageLayout.headersFooters.evenPages.centerFooter = '13912345678';
    own.visibility = 'Hidden';
    const other = worksheets.add('名单');
    other.getRange('A1:A2').values = [['单位'], ['西渡镇']];
    other.tables.add('A1:A2', true).name = 'Score_J01';
    await context.sync();
  });
  const { sheets } = await host.port.read({ tables: [], pages: true });
  const told = sheets.map(({ name, values, inMargins }) => [name, values, inMargins]);
  expect(told.slice(-2)).toEqual([
    [
      '最终版',
      [
        ['', ''],
        ['', '张三 13812345678'],
      ],
      ['制表：张三', '联系人：李四', '13912345678'],
    ],
    ['名单', undefined, undefined],
  ]);
  expect(host.port.roundTrips).toBe(2);

  // Of a table the sheet on which it stands, whatever people called it.
  const beside = await host.port.read({ tables: [], pages: true, beside: ['Score_*'] });
  expect(beside.sheets.find(({ name }) => name === '名单')?.values).toEqual([['单位'], ['西渡镇']]);
});
