// The settings of the preset “2021·6·26”, which workbooks of before version 5 are read by. Its rows stand beside it.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { generalSettings } from './blank';
import type { PresetSettings } from './preset';

/** The notice that the campaign goes back to. */
export const NOTICE = '蒸禁毒委发〔2021〕5号';

/** `true`: of people in recovery, who appear under an alias (戒毒条例 article 7). */
const STORY_CATEGORIES: readonly (readonly [category: Text, inRecovery: boolean])[] = [
  [text('缉毒执法案例', 'Law enforcement'), false],
  [text('社区戒毒康复', 'Community recovery'), true],
  [text('成功戒毒历程', 'Ways out of addiction'), true],
  [text('戒毒人员创业就业事例', 'Work after recovery'), true],
  [text('禁毒志愿者', 'Volunteers'), false],
  [text('最美禁毒人事迹', 'Outstanding people'), false],
];

/** English words of a list break where there is a blank. */
const listed = (words: readonly string[], language: Language): string => words.join(language === 'zh' ? '、' : '; ');

/** Lists that come in name them in Chinese: in an English workbook, too, whoever stands behind such a word stays under an alias. */
function aliasCategories(language: Language): string {
  const recovery = STORY_CATEGORIES.flatMap(([category, inRecovery]) => (inRecovery ? [category] : []));
  const own = recovery.map((category) => category[language]);
  return listed([...own, ...(language === 'zh' ? [] : recovery.map(({ zh }) => zh))], language);
}
/** What the contest and its papers are called. */
export const CONTEST_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    entryWord: '故事',
    personWord: '讲述人',
    contestName: '“讲述身边的禁毒故事”评选',
    honour: '最美禁毒故事',
    awardsTitle: '最美禁毒故事获奖名单',
    noticeTitle: '“最美禁毒故事”评选结果公示',
    noticeText: '　　[根据{依据}，]经{评委数}位评委评审、{决定人}评定，拟授予下列{件数}个故事“{称号}”称号，现予公示。',
    agendaTitle: '“最美禁毒故事”分享暨颁奖会议程',
    certificateTitle: '荣 誉 证 书',
    certificateText: '　　你单位报送的《{题目}》[（讲述人：{参评人}）]，在{活动}{评选}中被评为',
    certificateHonour: '{称号}',
    certificateClosing: '　　特颁此证，以资鼓励。',
  },
  en: {
    entryWord: 'story',
    personWord: 'storyteller',
    contestName: 'the contest of anti-drug stories',
    honour: 'The Finest Anti-Drug Stories',
    awardsTitle: 'Award-winning stories',
    noticeTitle: 'Notice of the award-winning stories',
    noticeText:
      '[Under {basis}, ]after scoring by {judges} judges and the decision of {by}, the {count} stories below are to be awarded.',
    agendaTitle: 'Agenda of the ceremony',
    certificateTitle: 'CERTIFICATE',
    certificateText: 'Your story “{title}”[, told by {entrant},] in {campaign} has been chosen as one of',
    certificateHonour: '{honour}',
    certificateClosing: 'This certificate is awarded in recognition.',
  },
};
const DAYS_OFF = [
  '2021-06-12',
  '2021-06-13',
  '2021-06-14',
  '2021-09-19',
  '2021-09-20',
  '2021-09-21',
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2021-10-${day}`),
];
const WORK_DAYS = ['2021-09-18', '2021-09-26', '2021-10-09'];
/** What makes a themed party day complete. */
export const PARTY_DAY = [
  text('学习指示批示', 'study of instructions'),
  text('观看影视作品', 'film'),
  text('报告履职情况', 'report on duties'),
  text('涉毒申报排查毛发检测', 'declaration and hair test'),
  text('书记讲党课', 'lesson by the secretary'),
  text('禁毒宣誓', 'oath'),
];
/** What is required of items, by its words in letters and names of files. */
const PARTS: readonly (readonly [part: Text, words: readonly string[]])[] = [
  [text('方案文本', 'plan'), ['方案']],
  [text('故事文稿', 'story text'), ['故事', '文稿']],
  [text('文字', 'report'), ['工作总结', '总结', '文字', '活动情况']],
  [text('图片', 'photos'), ['照片', '图片', 'jpg', 'jpeg']],
  [text('视频', 'video'), ['视频', 'mp4']],
  [text('网发报道截屏', 'screenshot of online report'), ['截屏', '截图', '网发报道']],
  [text('播放记录', 'record of broadcasts'), ['播放记录', '播出记录']],
  [text('活动记录', 'record of the activity'), ['活动记录', '记录']],
  ...PARTY_DAY.map((part): readonly [Text, readonly string[]] => [part, [part.zh]]),
];

/** Letters and lists that come in name parts in Chinese: in English both names are its words. */
const partWords = (language: Language): string =>
  PARTS.map(([part, words]) => {
    const known = language === 'zh' ? words : [...new Set([part.en, part.zh, ...words])];
    return `${part[language]}=${known.join(',')}`;
  }).join('；');
/** What an item asks for, in the workbook's language. */
export const partIn = (part: string, language: Language): string =>
  PARTS.find(([{ zh }]) => zh === part)?.[0][language] ?? part;

/** Of a new workbook, and of an earlier one what it does not say. */
export function settings2021(language: Language): PresetSettings {
  return {
    campaign: text('2021年“6·26”国际禁毒日宣传活动', 'Anti-drug campaign for 26 June 2021')[language],
    theme: text('健康人生 绿色无毒——讲述身边的禁毒故事', 'Healthy lives without drugs: stories from around us')[
      language
    ],
    organiser: text('县禁毒委员会办公室', 'County Anti-Drug Office')[language],
    year: 2021,
    'expected.township': 25,
    'expected.park': 1,
    'expected.member': 27,
    storyCategories: listed(
      STORY_CATEGORIES.map(([category]) => category[language]),
      language,
    ),
    aliasCategories: aliasCategories(language),
    ...generalSettings(language),
    ...CONTEST_WORDS[language],
    memberName: text('县禁毒委成员单位', 'Member of the Anti-Drug Committee')[language],
    partWords: partWords(language),
    zone: 'Asia/Shanghai',
    daysOff: DAYS_OFF.join('、'),
    workDays: WORK_DAYS.join('、'),
    basis: NOTICE,
    accountabilityRule: '衡办发〔2019〕8号',
  };
}
