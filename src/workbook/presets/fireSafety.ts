// The preset “消防宣传月”: a county's fire-safety month with a contest of short videos in three tiers. Units are the office's to fill in.
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { generalSettings } from './blank';
import { phaseRecords } from '../tables/phases/phases';
import { serialOf, type Preset, type PresetSettings, type RecordOf } from './preset';

const CATEGORIES = ['居民小区', '学校医院', '企业车间', '乡村院落'];

function settings(language: Language): PresetSettings {
  return {
    ...generalSettings(language),
    campaign: '2026年“119”消防宣传月活动',
    theme: '全民消防　生命至上',
    organiser: '县消防安全委员会办公室',
    year: 2026,
    memberName: '县消安委成员单位',
    entryWord: text('短视频', 'video')[language],
    personWord: text('主创', 'maker')[language],
    contestName: text('消防短视频评选', 'the contest of fire-safety videos')[language],
    honour: text('优秀消防短视频', 'Outstanding fire-safety video')[language],
    storyCategories: CATEGORIES.join('、'),
    awardsTitle: text('消防短视频获奖名单', 'Fire-safety videos: awards')[language],
    noticeTitle: text('消防短视频评选结果公示', 'Fire-safety videos: notice of the result')[language],
    agendaTitle: text('消防宣传月总结表彰会议程', 'Closing of the fire-safety month: agenda')[language],
    partWords: '活动方案=方案；短视频文件=短视频,视频,mp4；演练记录=演练；照片=照片,图片,jpg；总结=总结',
    tieBreak: 'C1、C2',
    accountabilityRule: '',
    basis: '',
  };
}

const ITEMS: readonly (readonly [
  id: string,
  title: string,
  activity: string,
  kind: 'report' | 'event',
  due: string,
  parts: string,
])[] = [
  ['F1', '消防宣传月活动方案', '动员部署', 'report', '2026-11-02T18:00:00', '活动方案'],
  ['F2', '消防短视频作品', '消防短视频评选', 'report', '2026-11-20T18:00:00', '短视频文件'],
  ['F3', '灭火疏散演练', '灭火疏散演练', 'event', '2026-11-30T23:59:59', '演练记录、照片'],
  ['F4', '宣传月总结', '总结', 'report', '2026-12-04T18:00:00', '总结、照片'],
];

function requirements(language: Language): RecordOf<'Requirements'>[] {
  const who = (['township', 'park', 'member'] as const).map((code) => labelOf('category', code, language)).join('、');
  return ITEMS.map(([requirementId, title, activity, kind, due, parts]): RecordOf<'Requirements'> => ({
    requirementId,
    title,
    activity,
    kind: labelOf('kind', kind, language),
    due: serialOf(due),
    who,
    quota: 1,
    parts,
    keywords: title,
  }));
}

const CRITERIA: readonly (readonly [name: string, weight: number, note: string])[] = [
  ['知识准确', 40, '火灾预防、报警、逃生知识准确'],
  ['传播效果', 30, '看得懂、记得住、愿转发'],
  ['创意制作', 30, '构思、拍摄、剪辑'],
];

function criteria(): RecordOf<'Criteria'>[] {
  return CRITERIA.map(([name, weight, note], index): RecordOf<'Criteria'> => ({
    criterionId: `C${index + 1}`,
    name,
    weight,
    minimum: 0,
    maximum: weight,
    step: 1,
    note,
  }));
}

function programme(language: Language): RecordOf<'Programme'>[] {
  const items: readonly (readonly [string, number, boolean])[] = [
    ['播放获奖短视频', 15, false],
    ['宣布评选结果、颁奖', 20, true],
    ['灭火器使用示范', 15, false],
    ['领导讲话', 10, false],
  ];
  return items.map(([item, minutes, winners]): RecordOf<'Programme'> => ({
    item,
    minutes,
    winners: labelOf('yesNo', winners ? 'yes' : 'no', language),
  }));
}

/** Nobody has said who leads: the office fills it in. */
function activities(): RecordOf<'Activities'>[] {
  return [
    { activity: '动员部署', phase: '动员部署' },
    { activity: '消防短视频评选', phase: '作品评选' },
    { activity: '灭火疏散演练', phase: '集中宣传' },
    { activity: '总结', phase: '总结表彰' },
  ];
}

/** The model for a preset of another campaign: other items, other criteria, three tiers. */
export const FIRE_SAFETY: Preset = {
  id: 'fire-safety',
  title: text('消防宣传月', 'Fire-safety month'),
  county: true,
  settings,
  units: () => [],
  phases: () =>
    phaseRecords('动员部署 10-26～11-1；集中宣传 11-2～11-30；作品评选 11-23～11-27；总结表彰 12-8～12-8', 2026) ?? [],
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
