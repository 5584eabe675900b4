// The preset “photo contest”: a small one, two items and two tiers. Units are the office's to fill in.
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

const CATEGORIES = text('风光、人物、微距', 'Landscape、People、Macro');

/** Phases; the one activity is in the second. */
const CALL = text('征集作品', 'Call');
const JUDGING = text('评审', 'Judging');
const CEREMONY = text('颁奖会', 'Award ceremony');
const CONTEST = text('摄影比赛', 'Photo contest');
const PHOTO_FILE = text('照片文件', 'photo file');
const CAPTION = text('说明文字', 'caption');

function settings(language: Language): PresetSettings {
  const say = (zh: string, en: string): string => text(zh, en)[language];
  return {
    ...generalSettings(language),
    campaign: say('2026年摄影比赛', 'Photo Contest 2026'),
    theme: say('家乡的水', 'Water in our town'),
    organiser: say('摄影家协会', 'Town Photo Society'),
    year: 2026,
    entryWord: say('照片', 'photo'),
    personWord: say('摄影者', 'photographer'),
    contestName: say('摄影评选', 'the photo contest'),
    honour: say('年度照片', 'Photo of the Year'),
    storyCategories: CATEGORIES[language],
    awardsTitle: say('摄影比赛获奖名单', 'Winning photos'),
    noticeTitle: say('摄影比赛评选结果公示', 'Results of the photo contest'),
    noticeText: say(
      '　　经{评委数}位评委评审、{决定人}评定，拟对下列{件数}幅{作品}予以表彰，现予公示。',
      'After scoring by {judges} judges and the decision of {by}, the {count} photos below are to be awarded.',
    ),
    agendaTitle: say('摄影展开幕暨颁奖会议程', 'Opening of the exhibition'),
    certificateText: say(
      '　　你单位报送的照片《{题目}》[（摄影者：{参评人}）]，在{活动}中荣获',
      'Your photo “{title}”[ by {entrant}] in {campaign} has been awarded',
    ),
    partWords: say(
      '照片文件=照片,图片,photo,jpg,tif；说明文字=说明,标题,caption',
      'photo file=photo,jpg,tif；caption=caption,title',
    ),
    minimumScores: 2,
    reserve: 2,
    noticeDays: 3,
  };
}

function requirements(language: Language): RecordOf<'Requirements'>[] {
  const who = text('全部单位', 'all units')[language];
  const row = (requirementId: string, title: Text, due: string, parts: readonly Text[]): RecordOf<'Requirements'> => ({
    requirementId,
    title: title[language],
    activity: CONTEST[language],
    kind: labelOf('kind', 'report', language),
    due: serialOf(due),
    who,
    quota: 1,
    parts: parts.map((part) => part[language]).join('、'),
    keywords: title[language],
  });
  return [
    row('P1', text('参赛照片', 'Entry of photos'), '2026-04-30T18:00:00', [PHOTO_FILE, CAPTION]),
    row('P2', text('被摄者同意书', 'Consent of people shown'), '2026-05-08T18:00:00', []),
  ];
}

const CRITERIA: readonly (readonly [name: Text, weight: number, note: Text])[] = [
  [text('构图', 'Composition'), 40, text('光线、线条、均衡', 'Light, lines, balance')],
  [text('内容', 'Story'), 40, text('画面讲了什么', 'What the picture tells')],
  [text('技术', 'Technique'), 20, text('清晰、曝光、制作', 'Sharpness, exposure, print')],
];

function criteria(language: Language): RecordOf<'Criteria'>[] {
  return criterionRecords(CRITERIA, 1, language);
}

function programme(language: Language): RecordOf<'Programme'>[] {
  const items: readonly (readonly [Text, number, boolean])[] = [
    [text('致欢迎辞', 'Welcome'), 10, false],
    [text('颁奖', 'Award of the prizes'), 20, true],
    [text('参观展览', 'Walk through the exhibition'), 30, false],
  ];
  return programmeRecords(items, language);
}

/** The model for a small preset. */
export const PHOTO_CONTEST: Preset = {
  ...PRESET_HEADS.photoContest,
  ownWords: ['photo'],
  county: false,
  settings,
  units: () => [],
  phases: (language) =>
    phaseRecords(`${CALL[language]} 3-2~4-30; ${JUDGING[language]} 5-4~5-15; ${CEREMONY[language]} 6-6~6-6`, 2026) ??
    [],
  activities: (language) => [{ activity: CONTEST[language], phase: JUDGING[language] }],
  requirements,
  exceptions: () => [],
  awardTiers: (language) => [
    tierRecord(1, text('年度照片', 'Photo of the Year')[language], 1, 500, language),
    tierRecord(2, text('优秀作品', 'Highly commended')[language], 3, 0, language),
  ],
  criteria,
  programme,
};
