// The cases that are printed: who has sent what and when, whom the judges chose, how far the notice is.
import { decideAward } from '../../src/app/contest/decide';
import { decideImportScores } from '../../src/app/contest/importScores';
import { decideImportStories } from '../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../src/app/contest/rank';
import { decideImportReceipts } from '../../src/app/collect/importReceipts';
import { decideNotice } from '../../src/app/publish/notice';
import type { ImportedFile } from '../../src/app/run/job';
import type { Language } from '../../src/core/ground/text';
import { serialFromWallTime } from '../../src/core/ground/wallTime';
import type { CellValue } from '../../src/workbook/contract/snapshot';
import { CERTIFICATE_PARTS } from '../../src/core/campaign/certificateTemplate';
import { AWARD_TIERS } from '../../src/workbook/tables/awardTiers/awardTiers';
import { CERTIFICATE_TEMPLATE } from '../../src/workbook/tables/certificateTemplate/certificateTemplate';
import { REMINDERS } from '../../src/workbook/tables/records/records';
import { SETTINGS } from '../../src/workbook/tables/settings/settings';
import { UNITS } from '../../src/workbook/tables/units/units';
import { moment } from '../support/campaignHost';
import { Making } from './making';
import { SCORE_HEADS } from '../../src/workbench/samples/scoreHeads';

export type Contest = 'none' | 'scored' | 'tie' | 'ten winners' | 'three tiers';

export interface PrintedCase {
  readonly name: string;
  readonly language: Language;
  readonly asOf: string;
  /** The last so many of the 53 units send nothing. Of the others the first two are late, the third waits for its review. */
  readonly silent: number;
  readonly contest: Contest;
  /** The winners are posted on 18 June: the notice runs from 21 to 25 June. */
  readonly posted: boolean;
  /** The certificates are upright, and say more than usual. */
  readonly portrait?: true;
  /** Characters of a title. */
  readonly titles: number;
  /** Names of the first units, in place of the preset's. */
  readonly units?: readonly string[];
}

export const UNIT_COUNT = 53;
export const STORIES = 16;
export const WINNERS = 10;
const JUDGES = 5;

const LONG = '他用十五年的坚守照亮一条回家的路一位基层禁毒民警与三个家庭的故事续篇之终章完整版';
const NUMBERS = '一二三四五六七八九十甲乙丙丁戊己';
const STORY_CATEGORIES = ['缉毒执法案例', '社区戒毒康复', '禁毒志愿者', '最美禁毒人事迹'];
const MAXIMA = [25, 25, 25, 15, 10];
const SCORE_HEADER = ['编号', ...SCORE_HEADS, '评语'];
/** Of the first judge on every story; the others say nothing. */
const REMARK = '细节真实，情节感人，建议压缩开头，把转变的过程写得再具体一些，并补上社区工作人员的帮助。';

/** Of the story that takes place `index`; each ends on a sign of its own. */
export const storyTitle = (index: number, length: number): string =>
  `${LONG.slice(0, length - 1)}${NUMBERS[index] ?? ''}`;

const file = (name: string, rows: ImportedFile['sheets'][number]['rows']): ImportedFile => ({
  name,
  sheets: [{ name, rows }],
});

/** All 53 units have names, and the ceremony has its place. */
function begin({ language, units = [] }: PrintedCase): Making {
  const making = new Making(language);
  making.type(
    UNITS,
    units.map((name, index) => [index, 'name', name] as const),
  );
  making.type(
    UNITS,
    making
      .column(UNITS, 'name')
      .flatMap((name, index) => (name === '' ? [[index, 'name', `县成员单位${index + 1}局`] as const] : [])),
  );
  making.type(SETTINGS, [[making.column(SETTINGS, 'key').indexOf('ceremonyPlace'), 'value', '县影剧院']]);
  return making;
}

interface Sending {
  readonly subject: string;
  readonly attachment: string;
  readonly day: string;
}

export const SENDINGS: readonly Sending[] = [
  { subject: '宣传活动方案', attachment: '活动方案.docx', day: '2021-06-07' },
  { subject: '最美禁毒故事素材', attachment: '故事.docx', day: '2021-06-10' },
  { subject: '工作总结', attachment: '工作总结.docx；图片.jpg；视频.mp4；截屏.png', day: '2021-07-03' },
];
/** Two stories are due from each. */
const TWICE = ['县公安局', '县人民检察院', '县人民法院'];

function mail({ subject, attachment, day }: Sending, names: readonly string[], silent: number): CellValue[][] {
  return names.slice(0, names.length - silent).flatMap((name, index): CellValue[][] => {
    const at = index < 2 ? `${day} 19:0${index}:00` : `${day} ${9 + (index % 8)}:${10 + (index % 45)}:00`;
    const one = [at, name, subject, attachment];
    return TWICE.includes(name) && subject.includes('故事')
      ? [one, [at, name, `${subject}（第二篇）`, `第二${attachment}`]]
      : [one];
  });
}

function receive(making: Making, { asOf, silent }: PrintedCase): void {
  const names = making.column(UNITS, 'name');
  const header = ['收件时间', '发件单位', '邮件主题', '附件'];
  for (const sending of SENDINGS.filter(({ day }) => day < asOf.slice(0, 10))) {
    const rows = mail(sending, names, silent);
    for (const review of ['accepted', 'pending'] as const) {
      const some = rows.filter(([, name]) => (name === names[2]) === (review === 'pending'));
      if (some.length > 0)
        making.job(asOf, (situation) =>
          decideImportReceipts(situation, { review, file: file('收件', [header, ...some]) }),
        );
    }
  }
}

/** The last six silent units: once, twice, three times, once … for the first item. */
export const reminders = (index: number): number => 1 + (index % 3);
export const REMINDED = 6;

function remind(making: Making, { silent, asOf }: PrintedCase): void {
  if (silent === 0 || asOf < '2021-06-09') return;
  const who = Array.from({ length: Math.min(silent, REMINDED) }, (_, index) => index);
  making.rows(
    REMINDERS,
    who.flatMap((index) =>
      Array.from({ length: reminders(index) }, (_, n) => ({
        at: serialFromWallTime(moment(`2021-06-08T${10 + n}:00`)),
        unitId: `U${UNIT_COUNT - index}`,
        requirementId: 'T1',
        by: '县禁毒办',
        text: '请尽快报送',
      })),
    ),
  );
}

function tiers(making: Making): void {
  making.type(AWARD_TIERS, [
    [0, 'tier', '一等奖'],
    [0, 'seats', 1],
    [0, 'prize', 2000],
  ]);
  making.rows(AWARD_TIERS, [
    { order: 2, tier: '二等奖', seats: 3, prize: 1000 },
    { order: 3, tier: '三等奖', seats: 6, prize: 500 },
  ]);
}

/** Upright, to a person, with the day before who signs, and numbers from 31 on. */
function uprightCertificates(making: Making, language: Language): void {
  const words = {
    to: language === 'zh' ? '{单位}　{姓名}同志：' : 'To {name} of {unit}:',
    series: language === 'zh' ? '衡禁证字〔{年份}〕第{序号}号' : 'HY-{year}/{serial}',
    first: 31,
    orientation: language === 'zh' ? '纵向' : 'Portrait',
  };
  making.type(
    CERTIFICATE_TEMPLATE,
    Object.entries(words).map(([part, value]) => [CERTIFICATE_PARTS.indexOf(part as 'to'), 'words', value]),
  );
}

/** Story after story half a step worse; in a tie those on places ten to twelve are equal. */
function judge(making: Making, { contest, titles }: PrintedCase): void {
  const names = making.column(UNITS, 'name');
  const stories: CellValue[][] = Array.from({ length: STORIES }, (_, index) => [
    index + 1,
    names[index] ?? '',
    storyTitle(index, titles),
    STORY_CATEGORIES[index % STORY_CATEGORIES.length] ?? '',
    `讲述人${index + 1}`,
  ]);
  making.job('2021-06-11T09:00', (situation) =>
    decideImportStories(situation, {
      file: file('故事', [['序号', '报送单位', '故事题目', '类别', '讲述人'], ...stories]),
    }),
  );
  making.job('2021-06-11T09:00', (situation) => decideJudgeTabs(situation, { judges: JUDGES }));
  const less = (story: number): number => (contest === 'tie' && story >= 9 && story <= 11 ? 9 : story);
  const sheets = Array.from({ length: JUDGES }, (_, number) => ({
    name: `评委${number + 1}`,
    rows: [
      SCORE_HEADER,
      ...stories.map((_story, index) => [
        index + 1,
        ...MAXIMA.map(
          (maximum, criterion) =>
            maximum - (criterion === 0 ? less(index) : criterion) - (criterion === 1 ? number % 3 : 0),
        ),
        number === 0 ? REMARK : '',
      ]),
    ],
  }));
  making.job('2021-06-11T09:00', (situation) => decideImportScores(situation, { file: { name: '评分', sheets } }));
  making.job('2021-06-14T09:00', (situation) => decideRanking(situation));
}

/** The campaign as the case has it. Throws when a job of its making stops. */
export function makingOf(one: PrintedCase): Making {
  const making = begin(one);
  if (one.contest === 'three tiers') tiers(making);
  if (one.portrait) uprightCertificates(making, one.language);
  receive(making, one);
  remind(making, one);
  if (one.contest === 'none') return making;
  judge(making, one);
  if (one.contest === 'scored' || one.contest === 'tie') return making;
  making.job('2021-06-15T09:00', (situation) => decideAward(situation, { by: '评委会6月15日会议' }));
  if (one.posted)
    making.job('2021-06-17T09:00', (situation) =>
      decideNotice(situation, { posting: '2021-06-18', contact: '0734-6812345' }),
    );
  return making;
}

const plain = { language: 'zh', silent: 3, contest: 'none', posted: false, titles: 40 } as const;

const ZH: readonly PrintedCase[] = [
  { ...plain, name: 'nothing due', asOf: '2021-06-01T09:00', silent: 53 },
  { ...plain, name: '53 overdue', asOf: '2021-06-11T09:00', silent: 53 },
  { ...plain, name: '15 overdue', asOf: '2021-06-11T09:00', silent: 15 },
  { ...plain, name: 'nobody overdue', asOf: '2021-06-11T09:00', silent: 0, contest: 'scored' },
  { ...plain, name: 'tie', asOf: '2021-06-15T10:00', silent: 15, contest: 'tie' },
  { ...plain, name: 'three tiers', asOf: '2021-06-16T09:00', contest: 'three tiers' },
  { ...plain, name: 'during notice', asOf: '2021-06-22T09:00', contest: 'ten winners', posted: true },
  { ...plain, name: 'eve', asOf: '2021-06-25T09:00', contest: 'ten winners', posted: true, titles: 12, portrait: true },
  { ...plain, name: 'after notice', asOf: '2021-07-06T09:00', silent: 5, contest: 'ten winners', posted: true },
];

export const CASES: readonly PrintedCase[] = [
  ...ZH,
  // English titles of twelve characters would be words of eight.
  ...ZH.map((one) => ({
    ...one,
    language: 'en' as const,
    name: `${one.name}, en`,
    titles: one.titles === 12 ? 8 : one.titles,
  })),
];
