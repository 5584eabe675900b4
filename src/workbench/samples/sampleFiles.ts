// Invented input for the sample campaign, the same on every machine: contacts, receipts, stories, scores. No real person is in it.
import type { ImportedFile } from '../../app/run/job';
import { NAMED_UNITS } from '../../workbook/presets/campaign2021Units';
import { SCORE_HEADS } from './scoreHeads';

type Cells = (string | number | null)[][];

const file = (name: string, sheets: { name: string; rows: Cells }[]): ImportedFile => ({ name, sheets });

/** A small linear congruential generator: the sample must look alike every day. Gives whole numbers 0…below−1. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A contact for every unit of the 2021 preset, with numbers that nobody has. */
export function sampleRoster(): ImportedFile {
  const rows: Cells = [['单位名称', '联络员', '手机号码']];
  NAMED_UNITS.forEach(({ name }, i) => rows.push([name, `联络员${two(i + 1)}`, `1390000${String(1001 + i)}`]));
  return file('联络员名单', [{ name: '名单', rows }]);
}

const RECEIPT_HEADER = ['收件时间', '发件单位', '邮件主题', '附件'];

/** What was reviewed and accepted: most units in time, a few late, a few never. */
export function sampleReviewed(): ImportedFile {
  const roll = dice(621);
  const rows: Cells = [RECEIPT_HEADER];
  const silentOnPlan = new Set(['渣江镇', '县人民法院', '库宗桥镇']);
  const latePlan = new Map([
    ['曲兰镇', '2021-06-07 18:00:59'],
    ['集兵镇', '2021-06-07 20:30:00'],
    ['县政府办', '2021-06-08 09:15:00'],
  ]);
  const silentOnStory = new Set(['渣江镇', '曲兰镇', '岣嵝乡', '县委办', '金兰镇', '演陂镇', '县城市执法局']);
  const lateStory = new Map([
    ['大安乡', '2021-06-10 18:03:00'],
    ['三湖镇', '2021-06-10 21:40:00'],
  ]);
  const underReview = new Set(['长安乡', '县委网信办', '县卫健局', '溪江乡', '洪市镇']);
  for (const { name } of NAMED_UNITS) {
    if (!silentOnPlan.has(name))
      rows.push([
        latePlan.get(name) ?? `2021-06-0${5 + roll(3)} ${two(8 + roll(9))}:${two(roll(60))}:00`,
        name,
        '宣传活动方案',
        '活动方案.docx',
      ]);
    if (silentOnStory.has(name) || underReview.has(name)) continue;
    rows.push([
      lateStory.get(name) ?? `2021-06-${two(8 + roll(3))} ${two(8 + roll(9))}:${two(roll(60))}:00`,
      name,
      '最美禁毒故事素材',
      '故事.docx',
    ]);
    if (['县公安局', '县人民检察院'].includes(name))
      rows.push([`2021-06-10 1${roll(7)}:20:00`, name, '最美禁毒故事素材（第二篇）', '故事二.docx']);
  }
  rows.push(['2021-06-10 16:00:00', '县广电台', '公益广告播放情况', '播放记录.xlsx']);
  return file('收件箱', [{ name: '已审', rows }]);
}

/** What still waits for its review. */
export function sampleWaiting(): ImportedFile {
  const rows: Cells = [RECEIPT_HEADER];
  ['长安乡', '县委网信办', '县卫健局', '溪江乡', '洪市镇'].forEach((name, i) =>
    rows.push([`2021-06-10 1${i + 3}:2${i}:00`, name, '最美禁毒故事素材', '故事.docx']),
  );
  rows.push(['2021-06-10 15:40:00', '西渡镇', '禁毒主题党日', '学习指示批示.docx；观看影视作品.jpg；书记讲党课.docx']);
  rows.push(['2021-06-11 08:30:00', '县人民法院', '宣传活动方案', '活动方案.docx']);
  return file('收件箱', [{ name: '待审', rows }]);
}

const CATEGORIES = [
  '缉毒执法案例',
  '社区戒毒康复',
  '成功戒毒历程',
  '戒毒人员创业就业事例',
  '禁毒志愿者',
  '最美禁毒人事迹',
];
const TITLES = ['新生', '守护', '重生', '回家', '坚守', '一束光', '他们', '归途', '灯塔', '春风'];
const STORIES = 36;

/** Entries by units in turn, with categories drawn by a fixed seed. */
export function sampleStories(): ImportedFile {
  const rows: Cells = [['序号', '报送单位', '故事题目', '类别', '讲述人']];
  const roll = dice(26);
  for (let i = 0; i < STORIES; i++) {
    rows.push([
      i + 1,
      NAMED_UNITS[(i * 7) % NAMED_UNITS.length]?.name ?? '',
      `${TITLES[i % TITLES.length]}（${two(i + 1)}）`,
      CATEGORIES[roll(6)] ?? '',
      `讲述人${two(i + 1)}`,
    ]);
  }
  return file('故事', [{ name: '故事', rows }]);
}

const MAXIMA = [25, 25, 25, 15, 10];
const SCORE_HEADER = ['编号', ...SCORE_HEADS, '备注'];

/** Seven judges; one has not finished, one recuses. */
export function sampleScores(judges: number): ImportedFile {
  const roll = dice(2021);
  const worth = Array.from({ length: STORIES }, () => 76 + roll(20));
  const sheets = Array.from({ length: judges }, (_, judge) => {
    const rows: Cells = [SCORE_HEADER];
    worth.forEach((quality, i) => {
      if (judge === 4 && i >= STORIES - 4) rows.push([i + 1, null, null, null, null, null, '']);
      else if (judge === 2 && i === 5) rows.push([i + 1, null, null, null, null, null, '回避']);
      else
        rows.push([
          i + 1,
          ...MAXIMA.map((maximum) => Math.min(maximum, Math.round((maximum * (quality + roll(9) - 4)) / 50) / 2)),
          '',
        ]);
    });
    return { name: `评委${judge + 1}`, rows };
  });
  return file('评分', sheets);
}
