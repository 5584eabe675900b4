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
    own.visibility = 'Hidden';
    const other = worksheets.add('名单');
    other.getRange('A1:A2').values = [['单位'], ['西渡镇']];
    other.tables.add('A1:A2', true);
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
      ['制表：张三'],
    ],
    ['名单', undefined, undefined],
  ]);
  expect(host.port.roundTrips).toBe(2);
});
