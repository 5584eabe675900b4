// The preset “2021·6·26” after notice 蒸禁毒委发〔2021〕5号. Officials' names, phones and mailboxes are left for the office.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { activities, ADVERTISERS, LECTURERS, named, PARTY_DAY } from './campaign2021Activities';
import { presetUnitId, unitRows } from './campaign2021Units';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { phaseRecords } from '../tables/phases/phases';
import { serialOf, type Preset, type PresetSettings, type RecordOf } from './preset';

const NOTICE = '蒸禁毒委发〔2021〕5号';

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
const CONTEST_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
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
const PHASES = text(
  '组织动员 5-30～6-7；摸底推选 6-7～6-10；宣传报道 6-10～6-30；评选评审 6-10～6-15；颁奖会 6-26～6-26；总结 7-3～7-3',
  'Getting started 5-30～6-7；Selection 6-7～6-10；Publicity 6-10～6-30；Judging 6-10～6-15；Award ceremony 6-26～6-26；Summing up 7-3～7-3',
);
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
const partIn = (part: string, language: Language): string =>
  PARTS.find(([{ zh }]) => zh === part)?.[0][language] ?? part;

function settings(language: Language): PresetSettings {
  return {
    campaign: text('2021年“6·26”国际禁毒日宣传活动', 'Anti-drug campaign for 26 June 2021')[language],
    theme: text('健康人生 绿色无毒——讲述身边的禁毒故事', 'Healthy lives without drugs: stories from around us')[
      language
    ],
    organiser: text('县禁毒委员会办公室', 'County Anti-Drug Office')[language],
    year: 2021,
    zone: 'Asia/Shanghai',
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    'expected.township': 25,
    'expected.park': 1,
    'expected.member': 27,
    storyCategories: listed(
      STORY_CATEGORIES.map(([category]) => category[language]),
      language,
    ),
    aliasCategories: aliasCategories(language),
    ...CONTEST_WORDS[language],
    memberName: text('县禁毒委成员单位', 'Member of the Anti-Drug Committee')[language],
    partWords: partWords(language),
    aggregate: labelOf('aggregate', 'trimmed', language),
    trimFrom: 6,
    decimals: 2,
    shownDecides: labelOf('yesNo', 'yes', language),
    rankingMethod: labelOf('ranking', 'competition', language),
    minimumScores: 3,
    reserve: 3,
    noticeDays: 5,
    countPostingDay: labelOf('yesNo', 'no', language),
    daysOff: DAYS_OFF.join('、'),
    workDays: WORK_DAYS.join('、'),
    basis: NOTICE,
    accountabilityRule: '衡办发〔2019〕8号',
  };
}

interface Item {
  readonly id: string;
  readonly title: Text;
  readonly activity: string;
  readonly kind: 'report' | 'event';
  readonly opens?: string;
  readonly due?: string;
  readonly who: readonly string[];
  readonly parts: readonly string[];
  readonly keywords: readonly string[];
}

const ITEMS: readonly Item[] = [
  {
    id: 'T1',
    title: text('宣传活动方案', 'Campaign plan'),
    activity: '组织动员',
    kind: 'report',
    due: '2021-06-07T18:00:00',
    who: ['township', 'park', 'member'],
    parts: ['方案文本'],
    keywords: ['宣传活动方案', '活动方案'],
  },
  {
    id: 'T2',
    title: text('最美禁毒故事素材', 'Anti-drug story'),
    activity: '“讲述身边的禁毒故事”评选',
    kind: 'report',
    due: '2021-06-10T18:00:00',
    who: ['township', 'park', 'member'],
    parts: ['故事文稿'],
    keywords: ['禁毒故事素材', '故事素材', '最美禁毒故事'],
  },
  {
    id: 'T3',
    title: text('活动情况、工作总结', 'Report and summary'),
    activity: '总结',
    kind: 'report',
    due: '2021-07-03T18:00:00',
    who: ['township', 'park', 'member'],
    parts: ['文字', '图片', '视频', '网发报道截屏'],
    keywords: ['工作总结', '活动情况'],
  },
  {
    id: 'T4',
    title: text('禁毒主题党日', 'Themed party day'),
    activity: '禁毒主题党日',
    kind: 'event',
    opens: '2021-06-01T00:00:00',
    due: '2021-06-30T23:59:59',
    who: ['township', 'park', 'other'],
    parts: PARTY_DAY.map(({ zh }) => zh),
    keywords: ['主题党日'],
  },
  {
    id: 'T5',
    title: text('“一堂禁毒课”视频作品', 'Video of a lesson'),
    activity: '禁毒名师“大讲坛”',
    kind: 'report',
    who: LECTURERS,
    parts: ['视频'],
    keywords: ['一堂禁毒课', '大讲坛', '禁毒课'],
  },
  {
    id: 'T6',
    title: text('公益广告播放情况', 'Public notices'),
    activity: '禁毒公益广告',
    kind: 'event',
    due: '2021-06-30T23:59:59',
    who: ADVERTISERS,
    parts: ['播放记录'],
    keywords: ['公益广告'],
  },
  {
    id: 'T7',
    title: text('志愿服务“六进”情况', 'Volunteer service'),
    activity: '“衡阳群众”禁毒志愿服务',
    kind: 'event',
    who: ['township', 'park', 'other'],
    parts: ['活动记录'],
    keywords: ['志愿服务', '六进'],
  },
];

const CATEGORY_CODES = ['township', 'park', 'member', 'other'] as const;

function requirements(language: Language): RecordOf<'Requirements'>[] {
  return ITEMS.map((item): RecordOf<'Requirements'> => ({
    requirementId: item.id,
    title: item.title[language],
    activity: named(item.activity, language),
    kind: labelOf('kind', item.kind, language),
    opens: item.opens ? serialOf(item.opens) : '',
    due: item.due ? serialOf(item.due) : '',
    who: item.who
      .map((word) => {
        const code = CATEGORY_CODES.find((category) => category === word);
        return code ? labelOf('category', code, language) : word;
      })
      .join('、'),
    quota: 1,
    parts: item.parts.map((part) => partIn(part, language)).join('、'),
    // Letters and lists that come in name the items in Chinese.
    keywords: [...item.keywords, ...(language === 'zh' ? [] : [item.title.zh])].join('、'),
  }));
}

/** 公、检、法 hand in at least two stories each. */
function exceptions(language: Language): RecordOf<'Exceptions'>[] {
  return ['县公安局', '县人民检察院', '县人民法院'].map((unit): RecordOf<'Exceptions'> => ({
    unit,
    unitId: presetUnitId(unit),
    requirementId: 'T2',
    quota: 2,
    approvedBy: NOTICE,
    reason: text('公、检、法各不少于 2 篇', 'Police, procuratorate and court: at least 2 each')[language],
  }));
}

function criteria(language: Language): RecordOf<'Criteria'>[] {
  const rows: readonly (readonly [name: Text, weight: number, note: Text])[] = [
    [text('真实性', 'Truthfulness'), 25, text('人物、事件真实可查', 'People and events are real and can be checked')],
    [text('感染力', 'Appeal'), 25, text('打动人、有细节', 'Moves the reader, rich in detail')],
    [text('教育意义', 'Lesson'), 25, text('对识毒防毒拒毒有启发', 'Teaches how to recognise and refuse drugs')],
    [text('时代特色', 'Topicality'), 15, text('题材新颖、彰显时代特色', 'A fresh subject of our time')],
    [text('表达质量', 'Presentation'), 10, text('结构、语言、呈现', 'Structure, language, presentation')],
  ];
  return rows.map(([name, weight, note], index): RecordOf<'Criteria'> => ({
    criterionId: `C${index + 1}`,
    name: name[language],
    weight,
    minimum: 0,
    maximum: weight,
    step: 0.5,
    note: note[language],
  }));
}

/** The five items of the notice, which names neither times nor lengths: the minutes are proposals. */
function programme(language: Language): RecordOf<'Programme'>[] {
  const rows: readonly (readonly [item: Text, minutes: number, winners?: true])[] = [
    [text('警示片暖场', 'Warning film'), 10],
    [text('领导致辞', 'Address'), 10],
    [text('宣讲员讲述', 'Storytellers'), 40],
    [text('诗歌朗诵', 'Poetry reading'), 10],
    [text('颁奖', 'Awards'), 20, true],
  ];
  return rows.map(([item, minutes, winners]): RecordOf<'Programme'> => ({
    item: item[language],
    minutes,
    winners: labelOf('yesNo', winners ? 'yes' : 'no', language),
  }));
}

/** One tier of ten at 1,000 yuan; all other rows after the notice. */
export const CAMPAIGN_2021: Preset = {
  id: '2021-6-26',
  title: text('禁毒宣传（2021·6·26）', 'Anti-drug campaign (26 June 2021)'),
  ownWords: ['禁毒', '最美', '讲述', '故事', '6·26', '衡阳', '蒸禁'],
  county: true,
  settings,
  units: unitRows,
  phases: (language) => phaseRecords(PHASES[language], 2021) ?? [],
  activities,
  requirements,
  exceptions,
  awardTiers: (language) => [tierRecord(1, CONTEST_WORDS[language]['honour'] ?? '', 10, 1000, language)],
  criteria,
  programme,
};
