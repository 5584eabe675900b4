// The preset “2021·6·26” after notice 蒸禁毒委发〔2021〕5号. Officials' names, phones and mailboxes are left for the office.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { activities, ADVERTISERS, LECTURERS, named } from './campaign2021Activities';
import { CONTEST_WORDS, NOTICE, PARTY_DAY, partIn, settings2021 } from './campaign2021Settings';
import { presetUnitId, unitRows } from './campaign2021Units';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { phaseRecords } from '../tables/phases/phases';
import { PRESET_HEADS } from './presetHeads';
import { criterionRecords, programmeRecords, serialOf, type Preset, type RecordOf } from './preset';

const PHASES = text(
  '组织动员 5-30～6-7；摸底推选 6-7～6-10；宣传报道 6-10～6-30；评选评审 6-10～6-15；颁奖会 6-26～6-26；总结 7-3～7-3',
  'Getting started 5-30～6-7；Selection 6-7～6-10；Publicity 6-10～6-30；Judging 6-10～6-15；Award ceremony 6-26～6-26；Summing up 7-3～7-3',
);
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
  return criterionRecords(rows, 0.5, language);
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
  return programmeRecords(rows, language);
}

/** One tier of ten at 1,000 yuan; all other rows after the notice. */
export const CAMPAIGN_2021: Preset = {
  ...PRESET_HEADS.campaign2021,
  ownWords: ['禁毒', '最美', '讲述', '故事', '6·26', '衡阳', '蒸禁'],
  county: true,
  settings: settings2021,
  units: unitRows,
  phases: (language) => phaseRecords(PHASES[language], 2021) ?? [],
  activities,
  requirements,
  exceptions,
  awardTiers: (language) => [tierRecord(1, CONTEST_WORDS[language]['honour'] ?? '', 10, 1000, language)],
  criteria,
  programme,
};
