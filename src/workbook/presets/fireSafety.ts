// The preset “消防宣传月”: a county's fire-safety month with a contest of short videos in three tiers. Units are the office's to fill in.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { generalSettings } from './blank';
import { phaseRecords } from '../tables/phases/phases';
import { PRESET_HEADS } from './presetHeads';
import {
  criterionRecords,
  programmeRecords,
  serialOf,
  type Preset,
  type PresetSettings,
  type RecordOf,
} from './preset';

const CATEGORIES = text(
  '居民小区、学校医院、企业车间、乡村院落',
  'Housing estates, Schools and hospitals, Workshops, Village homes',
);

/** Phases, and activities of the same names; items name them. */
const KICK_OFF = text('动员部署', 'Kick-off');
const PUBLICITY = text('集中宣传', 'Publicity');
const JUDGING = text('作品评选', 'Judging');
const CLOSING = text('总结表彰', 'Closing and awards');
const VIDEOS = text('消防短视频评选', 'Contest of fire-safety videos');
const DRILL = text('灭火疏散演练', 'Fire and evacuation drill');
const SUMMARY = text('总结', 'Summary');

function settings(language: Language): PresetSettings {
  return {
    ...generalSettings(language),
    campaign: text('2026年“119”消防宣传月活动', 'Fire-safety month 2026')[language],
    theme: text('全民消防　生命至上', 'Fire safety is everybody’s: life comes first')[language],
    organiser: text('县消防安全委员会办公室', 'Office of the County Fire Safety Commission')[language],
    year: 2026,
    memberName: text('县消安委成员单位', 'Member of the Fire Safety Commission')[language],
    entryWord: text('短视频', 'video')[language],
    personWord: text('主创', 'maker')[language],
    contestName: text('消防短视频评选', 'the contest of fire-safety videos')[language],
    honour: text('优秀消防短视频', 'Outstanding fire-safety video')[language],
    storyCategories: CATEGORIES[language],
    awardsTitle: text('消防短视频获奖名单', 'Fire-safety videos: awards')[language],
    noticeTitle: text('消防短视频评选结果公示', 'Fire-safety videos: notice of the result')[language],
    agendaTitle: text('消防宣传月总结表彰会议程', 'Closing of the fire-safety month: agenda')[language],
    partWords: text(
      '活动方案=方案；短视频文件=短视频,视频,mp4；演练记录=演练；照片=照片,图片,jpg；总结=总结',
      'plan=plan；video file=video,mp4；record of the drill=drill；photos=photo,jpg；summary=summary',
    )[language],
    tieBreak: 'C1、C2',
    accountabilityRule: '',
    basis: '',
  };
}

const ITEMS: readonly (readonly [
  id: string,
  title: Text,
  activity: Text,
  kind: 'report' | 'event',
  due: string,
  parts: Text,
])[] = [
  [
    'F1',
    text('消防宣传月活动方案', 'Plan for the fire-safety month'),
    KICK_OFF,
    'report',
    '2026-11-02T18:00:00',
    text('活动方案', 'plan'),
  ],
  [
    'F2',
    text('消防短视频作品', 'Fire-safety video'),
    VIDEOS,
    'report',
    '2026-11-20T18:00:00',
    text('短视频文件', 'video file'),
  ],
  ['F3', DRILL, DRILL, 'event', '2026-11-30T23:59:59', text('演练记录、照片', 'record of the drill, photos')],
  [
    'F4',
    text('宣传月总结', 'Summary of the month'),
    SUMMARY,
    'report',
    '2026-12-04T18:00:00',
    text('总结、照片', 'summary, photos'),
  ],
];

function requirements(language: Language): RecordOf<'Requirements'>[] {
  const who = (['township', 'park', 'member'] as const).map((code) => labelOf('category', code, language)).join('、');
  return ITEMS.map(([requirementId, title, activity, kind, due, parts]): RecordOf<'Requirements'> => ({
    requirementId,
    title: title[language],
    activity: activity[language],
    kind: labelOf('kind', kind, language),
    due: serialOf(due),
    who,
    quota: 1,
    parts: parts[language],
    keywords: title[language],
  }));
}

const CRITERIA: readonly (readonly [name: Text, weight: number, note: Text])[] = [
  [
    text('知识准确', 'Accuracy'),
    40,
    text('火灾预防、报警、逃生知识准确', 'What it says of prevention, alarm and escape is right'),
  ],
  [text('传播效果', 'Effect'), 30, text('看得懂、记得住、愿转发', 'Understood, remembered, passed on')],
  [text('创意制作', 'Craft'), 30, text('构思、拍摄、剪辑', 'Idea, camera, editing')],
];

function criteria(language: Language): RecordOf<'Criteria'>[] {
  return criterionRecords(CRITERIA, 1, language);
}

function programme(language: Language): RecordOf<'Programme'>[] {
  const items: readonly (readonly [Text, number, boolean])[] = [
    [text('播放获奖短视频', 'Winning videos are shown'), 15, false],
    [text('宣布评选结果、颁奖', 'Results and awards'), 20, true],
    [text('灭火器使用示范', 'How to use an extinguisher'), 15, false],
    [text('领导讲话', 'Address'), 10, false],
  ];
  return programmeRecords(items, language);
}

function phases(language: Language): readonly RecordOf<'Phases'>[] {
  const line = [
    `${KICK_OFF[language]} 10-26～11-1`,
    `${PUBLICITY[language]} 11-2～11-30`,
    `${JUDGING[language]} 11-23～11-27`,
    `${CLOSING[language]} 12-8～12-8`,
  ];
  return phaseRecords(line.join('；'), 2026) ?? [];
}

/** Nobody has said who leads: the office fills it in. */
function activities(language: Language): RecordOf<'Activities'>[] {
  return (
    [
      [KICK_OFF, KICK_OFF],
      [VIDEOS, JUDGING],
      [DRILL, PUBLICITY],
      [SUMMARY, CLOSING],
    ] as const
  ).map(([activity, phase]) => ({ activity: activity[language], phase: phase[language] }));
}

/** The model for a preset of another campaign: other items, other criteria, three tiers. */
export const FIRE_SAFETY: Preset = {
  ...PRESET_HEADS.fireSafety,
  ownWords: ['消防', '火灾', '灭火', '短视频'],
  county: true,
  settings,
  units: () => [],
  phases,
  activities,
  requirements,
  exceptions: () => [],
  awardTiers: (language) => [
    tierRecord(1, text('一等奖', 'First prize')[language], 2, 2000, language),
    tierRecord(2, text('二等奖', 'Second prize')[language], 3, 1000, language),
    tierRecord(3, text('优秀奖', 'Commendation')[language], 10, 0, language),
  ],
  criteria,
  programme,
};
