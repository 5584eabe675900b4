// The whole journey of an office in the page, by the words on the buttons alone: empty workbook → roster → receipts → overdue → remind →
// contest → decision → award list → one act taken back; in both languages, light and dark. Clicks and the time of a typed cell are printed.
import path from 'node:path';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import type { Language } from '../../src/core/ground/text';
import { say, type StringKey } from '../../src/taskpane/language';
import { PanePage } from './panePage';
import { eventually, startServer, WorkbenchPage, type RunningServer } from './workbenchPage';

jest.setTimeout(400_000);

/** What it took before the home view was a working list. */
const CLICKS_BEFORE = 47;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const sample = (name: string): string => path.join(process.cwd(), 'tests/samples', name);

describe.each<[Language, string]>([
  ['zh', 'light'],
  ['en', 'dark'],
])('the journey in %s, %s', (language, theme) => {
  let workbench: WorkbenchPage;
  let pane: PanePage;
  const t = (key: StringKey): string => say(language, key, { count: '', seconds: '' }).trim();
  const title = (name: string): string => {
    const job = CATALOGUE.find((one) => one.name === name);
    if (!job) throw new Error(`no job ${name}`);
    return job.words.title[language];
  };
  /** The button's first words, before its number. */
  const write = language === 'zh' ? '写入' : 'Write';

  beforeAll(async () => {
    const query = `book=blank&now=2021-06-08T09:00:00&language=${language}&theme=${theme}`;
    workbench = await WorkbenchPage.open(`${server.url}/?${query}`);
    pane = await PanePage.of(workbench);
  });
  afterAll(async () => {
    console.log(`journey ${language}, ${theme}: ${pane?.clicks} clicks (before: ${CLICKS_BEFORE})`);
    await workbench?.close();
  });

  const importFile = async (file: string): Promise<void> => {
    await pane.chooseFile(sample(file));
    await pane.says(t('preview.note').slice(0, 8));
    await pane.press(write);
    await pane.says(t('result.done'));
  };

  test('first run, roster, receipts', async () => {
    await pane.press(t('first.makeDo'));
    await pane.press(t('action.run'));
    await pane.says(t('result.done'));
    await pane.press(title('import-roster'));
    await importFile('roster-messy.xlsx');
    await pane.picture(`journey-${language}-roster`);
    await pane.open(title('import-receipts'));
    await importFile('receipts-mailbox.tsv');
    await pane.says(t('written.title'));
    await pane.picture(`journey-${language}-receipts`);
  });

  test('overdue units are said at home, and reminded from there', async () => {
    await workbench.setNow('2021-06-11 10:00:00');
    await pane.back();
    const home = await pane.says(t('work.title'), language === 'zh' ? /逾期 \d+ 家/ : /Overdue: \d+ units/);
    expect(home).toContain(t('work.title'));
    await pane.picture(`journey-${language}-home`);
    await pane.press(language === 'zh' ? '催报' : 'Remind');
    await pane.press(t('action.preview'));
    await pane.press(t('action.confirm'));
    await pane.says(t('result.done'));
  });

  test('a contest from its entries to the list of winners', async () => {
    await pane.open(title('import-stories'));
    await importFile('stories-messy.xlsx');
    await pane.press(title('make-judge-tabs'));
    await pane.fill(language === 'zh' ? '评委人数' : 'Number of judges', '7');
    await pane.press(t('action.run'));
    await pane.says(t('result.done'));
    await pane.open(title('import-scores'));
    await importFile('scores-messy.xlsx');
    await pane.press(title('rank'));
    await pane.press(t('action.run'));
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-ranking`);
  });

  test('one act is taken back from the history', async () => {
    await pane.press(t('history.title'));
    await pane.says(title('import-receipts'));
    await pane.picture(`journey-${language}-history`);
    await pane.press(t('history.undo'));
    await pane.press(t('action.confirm'));
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-undone`);
  });

  test('a typed cell is shown with all its results', async () => {
    await workbench.chooseTab(language === 'zh' ? '单位名册' : 'Units');
    const measured = (): Promise<number[]> =>
      workbench.page.evaluate(() => performance.getEntriesByName('typed to shown').map(({ duration }) => duration));
    const before = (await measured()).length;
    await workbench.type('B5', 'X');
    const all = await eventually(measured, (times) => times.length > before, 60_000);
    console.log(`typed to shown, ${language}: ${Math.round(all.at(-1) ?? NaN)} ms`);
    expect(await workbench.notices('error')).toEqual([]);
  });
});
