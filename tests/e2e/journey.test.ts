// The whole journey of an office in the page, by the words on the buttons alone: empty workbook → roster → receipts → overdue → remind →
// contest → decision → paper → one act taken back; in both languages, light and dark. Clicks and the time of a typed cell are printed.
import path from 'node:path';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import type { Language } from '../../src/core/ground/text';
import { say, type StringKey } from '../../src/taskpane/language';
import { MADE_SHEETS } from '../../src/workbook/sheets/madeSheets';
import { PanePage } from './panePage';
import { eventually, startServer, WorkbenchPage, type RunningServer } from './workbenchPage';

jest.setTimeout(400_000);

/** What it took before the home view was a working list. */
const CLICKS_BEFORE = 47;
/** A hand more than this is a step too many. */
const MOST_CLICKS = 20;

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
  /** A step that is named in what came before: it opens filled in with what was typed, or runs at once. */
  const next = async (name: string, ...typed: readonly string[]): Promise<void> => {
    await pane.press(title(name));
    await pane.says(new RegExp(`^${title(name)}\n`));
    if (typed.length > 0) {
      await pane.typeOn(...typed);
      await pane.enter();
    }
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-${name}`);
  };

  /** The tracker in the grid, beside it the card of the unit that is selected: docs/workbench.png. */
  const pictureOfReadme = async (): Promise<void> => {
    await workbench.chooseTab('报送台账');
    await workbench.select('B7');
    await pane.says('杉桥镇', t('card.history'));
    await workbench.idle();
    await pane.picture('workbench');
  };

  test('first run, roster, receipts', async () => {
    await pane.picture(`journey-${language}-first`);
    await pane.firstRun(language, sample('roster-messy.xlsx'));
    await pane.picture(`journey-${language}-roster`);
    await pane.press(write);
    await pane.says(t('result.done'));
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
    if (language === 'zh' && process.env.E2E_SHOTS) await pictureOfReadme();
    await pane.press(language === 'zh' ? '催报' : 'Remind');
    await pane.press(t('action.confirm'));
    await pane.says(t('result.done'));
  });

  test('a contest from its entries to the decision', async () => {
    await pane.open(title('import-stories'));
    await importFile('stories-messy.xlsx');
    await next('make-judge-tabs', '7');
    await pane.open(title('import-scores'));
    await importFile('scores-messy.xlsx');
    await next('rank');
    await workbench.setNow('2021-06-15 09:00:00');
    await pane.press(title('decide'));
    await pane.says(new RegExp(`^${title('decide')}\n`));
    await pane.typeOn(language === 'zh' ? '评委会6月15日会议' : 'Panel, 15 June');
    await pane.enter();
    await pane.says(t('preview.outcome'));
    await pane.press(t('action.confirm'));
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-decide`);
  });

  test('the paper: award list, public notice, certificates, briefing, each on top when it is made', async () => {
    const onTop = (sheet: string): Promise<string> =>
      eventually(
        () => workbench.shownTab(),
        (tab) => tab === sheet,
      );
    await next('awards');
    await onTop(MADE_SHEETS.Awards.sheet[language]);
    await next('notice', '');
    await onTop(MADE_SHEETS.Notice.sheet[language]);
    await workbench.setNow('2021-06-23 09:00:00');
    await next('certificates', '');
    await onTop(MADE_SHEETS.Certificates.sheet[language]);
    await pane.open(title('briefing'));
    await pane.typeOn('');
    await pane.enter();
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-briefing`);
  });

  test('one act is taken back, with what rests on it named first', async () => {
    await pane.open(title('undo'));
    // What rests on it and which cells change stand on one page, over one button.
    await pane.says(t('result.asks'), t('preview.changedTitle'));
    await pane.picture(`journey-${language}-undo`);
    await pane.press(language === 'zh' ? '仍要撤销' : 'Undo it all the same');
    await pane.says(t('result.done'));
    await pane.picture(`journey-${language}-undone`);
    expect(pane.clicks).toBeLessThanOrEqual(MOST_CLICKS);
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
