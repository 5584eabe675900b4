// A whole contest as people do it in the page: the office in the pane, the judges on their tabs, by clicks, typing and pasting alone.
import path from 'node:path';
import { JUDGES, MISSING, RECUSED, STORIES, storyScores } from '../support/contestScores';
import { PanePage } from './panePage';
import { eventually, WorkbenchPage } from './workbenchPage';

jest.setTimeout(300_000);

/** Story 1 stands in row 5 of a judge's tab, its five scores from column D on. */
const rowOf = (story: number): number => story + 4;
const tabOf = (judge: number): string => `评分·评委${judge}`;
/** As a judge copies them from a list of their own. */
const list = (judge: number, from: number): string =>
  Array.from({ length: STORIES - from + 1 }, (_none, index) =>
    storyScores(judge, from + index)
      .map((score) => score ?? '')
      .join('\t'),
  ).join('\r\n');

let workbench: WorkbenchPage;
let pane: PanePage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start('book=blank&now=2021-06-11T09:00:00');
  pane = await PanePage.of(workbench);
});
afterEach(async () => {
  await pane.picture(
    expect
      .getState()
      .currentTestName?.replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 60) ?? 'end',
  );
});
afterAll(() => workbench?.close());

/** Waits until the cells show this, as a person reads them. */
const cells = (address: string, wanted: string): Promise<string> =>
  eventually(
    () => workbench.shown(address),
    (text) => text === wanted,
    60_000,
  );

/** Nothing went wrong that a person would see in the page's own bar. */
const noTrouble = async (): Promise<void> =>
  expect([...(await workbench.notices('error')), ...(await workbench.notices('warning'))]).toEqual([]);

let failed: string | undefined;
/** Each step goes on where the one before it ended; after one that did not come through the others would say nothing. */
const step = (title: string, work: () => Promise<void>): void =>
  it(title, async () => {
    if (failed !== undefined) throw new Error(`“${failed}” did not come through.`);
    await work().catch((error: unknown) => {
      failed = title;
      throw error;
    });
  });

describe('a contest in the page', () => {
  step(
    'begins in an empty workbook: the campaign is made, 48 of 49 stories are taken, the other is named with its row',
    async () => {
      await pane.firstRun('zh');
      await pane.open('导入参评作品');
      await pane.chooseFile(path.join(process.cwd(), 'tests/samples/stories-messy.xlsx'));
      await pane.says('缺作品题目', '现在还没有写入任何内容');
      await pane.picture('import-preview');
      await pane.press(`写入 ${STORIES} 行`);
      await pane.says('参评作品：新增 48 行');
      await workbench.chooseTab('参评作品');
      expect((await workbench.read('参评作品', 'A5:A53')).flat().filter((id) => id !== '')).toHaveLength(STORIES);
      await noTrouble();
    },
  );

  step(
    'makes a tab for each judge, says so in one line, and leaves the sheet on top that the person had there',
    async () => {
      await pane.press('生成评分表');
      await pane.fill('评委人数', String(JUDGES));
      await pane.press('运行');
      await pane.says('新建 7 张评分表', /评分 J01、.*评分 J07.*：新增 48 行/);
      const tabs = await eventually(
        () => workbench.tabs(),
        (names) => names.includes(tabOf(JUDGES)),
      );
      expect(tabs.filter((name) => name.startsWith('评分·'))).toEqual([1, 2, 3, 4, 5, 6, 7].map(tabOf));
      expect([await workbench.shownTab(), await workbench.activeSheet()]).toEqual(['参评作品', '参评作品']);
      await workbench.chooseTab(tabOf(1));
      await cells('B3', '共 48 篇，还差 48 篇');
    },
  );

  step(
    'shows a judge who types, recuses and pastes what is done and how much is left; pasted cells keep their looks and places',
    async () => {
      await workbench.typeFrom(
        'D5',
        'Tab',
        storyScores(1, 1).map((score) => String(Number(score))),
      );
      await cells('J5:L5', '95.50\t\t✓ 已评');
      await cells('B3', '共 48 篇，还差 47 篇');
      await workbench.type(`K${rowOf(RECUSED.story)}`, '是');
      await cells('L6', '回避');
      await cells('B3', '共 48 篇，还差 46 篇');
      await pane.picture('judge-typed');
      // The list begins with the story that this judge does not judge: an empty line.
      await workbench.paste('D6', list(1, RECUSED.story));
      await cells('B3', '全部 48 篇已评完');
      await cells(
        'D6:L8',
        [
          '\t\t\t\t\t0\t\t是\t回避',
          '23.5\t25.0\t25.0\t13.0\t8.0\t0\t94.50\t\t✓ 已评',
          '23.0\t25.0\t25.0\t13.0\t8.0\t0\t94.00\t\t✓ 已评',
        ]
          .join('\n')
          .trim(),
      );
      await noTrouble();
    },
  );

  step('takes a pasted block back with Ctrl+Z, looks and all', async () => {
    await workbench.chooseTab(tabOf(2));
    await workbench.paste('D5', list(2, 1));
    await cells('B3', '共 48 篇，还差 1 篇');
    await workbench.press('z');
    await cells('B3', '共 48 篇，还差 48 篇');
    await workbench.paste('D5', '24.5');
    await workbench.paste('E5', '25');
    await cells('D5:E5', '24.5\t25.0');
  });

  step(
    'takes the sheets of all other judges; the one score that is missing is counted, not taken for 0 (S-1)',
    async () => {
      for (let judge = 2; judge <= JUDGES; judge += 1) {
        await workbench.chooseTab(tabOf(judge));
        await workbench.paste('D5', list(judge, 1));
        await cells('B3', judge === MISSING.judge ? '共 48 篇，还差 1 篇' : '全部 48 篇已评完');
      }
      await workbench.chooseTab(tabOf(MISSING.judge));
      await cells(`L${rowOf(MISSING.story)}`, '未评');
      await pane.press('查看评分进度');
      await pane.says('已评 334，回避 1，未评 1');
      expect(await pane.lines('还没评完的评委')).toEqual(['评委2　还差 1 篇']);
    },
  );

  step(
    'names a score pasted where the judge is recused, and one out of range; a typed one is refused at the cell',
    async () => {
      await workbench.chooseTab(tabOf(RECUSED.judge));
      await workbench.paste('D6', '20\t20\t20\t10\t8');
      await workbench.paste('D7', '30');
      await cells('L6:L7', '回避\n分值不对');
      await cells('B3', '共 48 篇，还差 1 篇');
      await pane.press('再运行一次');
      await pane.says('评委1·3号“真实性”超出范围', '评委1应回避2号但已打分：该分保留、不计入', '评委1还差1篇');
      await pane.picture('progress-named');
      await workbench.select('D6:H6');
      await workbench.press('Delete');
      await workbench.type('D7', '23.5');
      await cells('B3', '全部 48 篇已评完');
      await workbench.select('D7');
      await workbench.page.keyboard.type('30');
      await workbench.page.keyboard.press('Enter');
      await workbench.byText('[role="dialog"]', '请填 0 到 25。');
      await pane.picture('out-of-range-typed');
      await (await workbench.byText('[role="dialog"] button', '确定')).click();
      await workbench.page.waitForSelector('[role="dialog"]', { hidden: true });
      await cells('D7', '23.5');
      await pane.press('再运行一次');
      await pane.says('已评 334，回避 1，未评 1');
      expect(await pane.words()).not.toContain('超出范围');
    },
  );

  step('ranks, and says of the tenth place that three share it and nothing is decided (R-4)', async () => {
    await workbench.setNow('2021-06-14 09:00:00');
    await pane.press('计算排名');
    await pane.says('获奖线上有并列：10、11、12 号争 1 个名额');
    const places = await pane.lines('排在前面的');
    expect(places.slice(8)).toEqual([
      '9　故事09：重生　金溪镇　91.50　获奖',
      ...[10, 11, 12].map((story) => expect.stringMatching(new RegExp(`^10　故事${story}：.*　91\\.00　并列　待定$`))),
    ]);
    await workbench.chooseTab('成绩排名');
    await cells('B13:D16', '9\t\t9\n10\t并列\t10\n10\t并列\t11\n10\t并列\t12');
    await cells('H13:H16', '获奖\n待定\n待定\n待定');
  });

  step(
    'asks the committee, names the three and what each choice costs, and puts the draw by the given seed on record',
    async () => {
      await workbench.setNow('2021-06-15 09:00:00');
      await pane.press('评定');
      await pane.fill('由谁决定', '评委会6月15日会议');
      await pane.fill('依据', '会议决定');
      await pane.press('预览将要做的改动');
      await pane.says(
        '先要决定，还没有执行',
        '10号《故事10：坚守》、11号《故事11：重生》、12号《故事12：重生》并列，只剩 1 个名额',
      );
      await pane.says(
        '12 个奖、12,000 元，比名额多 2,000 元',
        '9 个奖、9,000 元，比名额少 1,000 元',
        '10 个奖、10,000 元，与名额相符',
      );
      expect(await pane.inSight('请决定')).toBe(true);
      expect(await pane.holds('决定的依据')).toBe('会议决定');
      await pane.picture('tie');
      await pane.press('抽签决定');
      await pane.says('请填写');
      await pane.fill('抽签种子', '纪要7号');
      await pane.press('抽签决定');
      // Who will be on record is seen before it is.
      await pane.says('评定将记录（D02）：获奖 10 个，候补 5 个');
      await pane.press('确认执行');
      await pane.says('评定已记录（D02）：获奖 10 个，候补 5 个');
      expect(await pane.lines('获奖')).toHaveLength(10);
      await workbench.chooseTab('评选决定');
      await cells('A6:B6', 'D02\t评定');
      await cells('I6:M6', '获奖\t最美禁毒故事\t2021-06-15 09:00\t评委会6月15日会议\t会议决定');
      await cells('I14:I16', '获奖\n获奖\n候补');
      await noTrouble();
    },
  );

  step('makes award list and public notice, each on top when it is made', async () => {
    await pane.press('生成获奖名单');
    await pane.says('获奖名单已生成：10 件作品，奖金共 10,000 元');
    await eventually(
      () => workbench.shownTab(),
      (tab) => tab === '获奖名单',
    );
    await cells('A6:B6', '1\t故事01：新生');
    await pane.press('生成公示');
    await pane.fill('异议联系方式', '0734-6812345');
    await pane.press('运行');
    await pane.says('公示已生成：10 件作品，2021年6月16日至6月22日');
    await eventually(
      () => workbench.shownTab(),
      (tab) => tab === '公示',
    );
    await cells('A7:C7', '1\t故事01：新生\t西渡镇');
    await noTrouble();
  });

  step('shows who would move up before a withdrawal is written, records it, and makes the list anew', async () => {
    await pane.open('退出递补');
    await pane.fill('退出的作品编号', '1');
    await pane.fill('由谁决定', '办公室');
    await pane.fill('理由', '本人申请');
    await pane.press('预览将要做的改动');
    await pane.says('确认后将会这样', '现在还没有写入任何内容');
    await pane.picture('withdraw-preview');
    await pane.press('确认执行');
    const done = await pane.says(
      /1号《故事01：新生》退出已记录（D04），1[012]号《故事1[012]：..》递补获奖；现有获奖 10 个/,
    );
    const movedUp = /，1([012])号《/.exec(done)?.[1] ?? '';
    await pane.press('生成获奖名单');
    await pane.says('获奖名单已生成：10 件作品');
    const winners = await pane.lines('获奖');
    expect(winners).toHaveLength(10);
    expect(winners.join()).not.toContain('故事01');
    expect(winners.join()).toContain(`故事1${movedUp}`);
    await eventually(
      () => workbench.shownTab(),
      (tab) => tab === '获奖名单',
    );
    await cells('B6', '故事02：守护');
    await noTrouble();
  });
});
