// A workbook that may be looked at only: reading and looking ahead work, nothing is written. Through Microsoft's own runtime.
import { CHECK } from '../../src/app/care/checkWorkbookJob';
import { RECEIVE } from '../../src/app/collect/receiveJob';
import { explainError } from '../../src/app/run/explainError';
import { createExcelPort } from '../../src/excel/excelPort';
import { FEW_UNITS, newCampaignHost } from '../support/campaignHost';

test('a job is looked at, but where it would write it says why it cannot and leaves the workbook as it was', async () => {
  const host = await newCampaignHost({ calculator: null, units: FEW_UNITS });
  let readOnly = true;
  const workbook = createExcelPort({
    run: (batch) => host.Excel.run(batch),
    isSetSupported: (version) => host.Office.context.requirements.isSetSupported('ExcelApi', version),
    isReadOnly: () => readOnly,
  });
  const deps = { ...host.deps, workbook };
  const input = { unit: '西渡镇', requirement: 'T1', parts: '方案文本' };
  const rows = async () => (await host.port.read({ tables: ['Receipts', 'Log'] })).tables;
  const before = await rows();
  expect((await CHECK.perform(deps, {}, 'write')).stopped).toBe(false);
  expect((await RECEIVE.perform(deps, input, 'preview')).stopped).toBe(false);
  const refused = await RECEIVE.perform(deps, input, 'write').then(
    () => null,
    (error: unknown) => explainError(error),
  );
  expect(refused?.zh).toContain('只读');
  expect(await rows()).toEqual(before);
  // Edit rights that come later are seen without opening the pane anew.
  readOnly = false;
  expect((await RECEIVE.perform(deps, input, 'write')).stopped).toBe(false);
});
