// The self-test as a person starts it: the real pane in an empty workbook of the page, on the host.
import { PanePage } from './panePage';
import { eventually, WorkbenchPage } from './workbenchPage';

jest.setTimeout(300_000);

let workbench: WorkbenchPage;
let pane: PanePage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start('book=blank&now=2021-06-11T09:00:00');
  pane = await PanePage.of(workbench);
});
afterAll(() => workbench?.close());

it('finds in an empty workbook that the host answers as expected, and leaves nothing behind', async () => {
  await pane.press('在这台 Excel 上自测');
  await pane.says(/试了 \d+ 项，全部与预期一致/);
  await pane.picture('self-test');
  // The pane has its answers a moment before the grid has drawn that the sheets are gone.
  await eventually(
    () => workbench.tabs(),
    (tabs) => tabs.length === 1,
  );
  await pane.press('下一步');
});
