// The blank preset: rules of judging that hold anywhere, no unit, no item, no word of any campaign.
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { PRESET_HEADS } from './presetHeads';
import type { Preset, PresetSettings } from './preset';

/** Rules and papers in general words, which other presets start from. */
export function generalSettings(language: Language): PresetSettings {
  const say = (zh: string, en: string): string => text(zh, en)[language];
  return {
    zone: language === 'zh' ? 'Asia/Shanghai' : 'Etc/UTC',
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    entryWord: say('作品', 'entry'),
    personWord: say('参评人', 'entrant'),
    contestName: say('评选', 'the contest'),
    noticeText: say(
      '　　[根据{依据}，]经{评委数}位评委评审、{决定人}评定，拟对下列{件数}件{作品}予以表彰，现予公示。',
      '[Under {basis}, ]after scoring by {judges} judges and the decision of {by}, the {count} entries below are to be awarded.',
    ),
    certificateText: say(
      '　　你单位报送的《{题目}》[（{参评人}）]，在{活动}{评选}中荣获',
      'Your entry “{title}”[ by {entrant}] in {campaign} has been awarded',
    ),
    certificateHonour: say('{奖项}', '{tier}'),
    certificateClosing: say('　　特颁此证，以资鼓励。', 'This certificate is awarded in recognition.'),
    aggregate: labelOf('aggregate', 'trimmed', language),
    trimFrom: 6,
    decimals: 2,
    shownDecides: labelOf('yesNo', 'yes', language),
    rankingMethod: labelOf('ranking', 'competition', language),
    minimumScores: 3,
    reserve: 3,
    noticeDays: 5,
    countPostingDay: labelOf('yesNo', 'no', language),
  };
}

/** Of a campaign that is still to be named. */
export const blankSettings = (language: Language): PresetSettings => ({
  ...generalSettings(language),
  campaign: text('（请填写活动名称）', '(name of the campaign)')[language],
  year: 2026,
});

const nothing = (): readonly [] => [];

/** Also what a workbook goes by that names no preset, or one that is not known. */
export const BLANK: Preset = {
  ...PRESET_HEADS.blank,
  ownWords: [],
  county: false,
  settings: blankSettings,
  units: nothing,
  phases: nothing,
  activities: nothing,
  requirements: nothing,
  exceptions: nothing,
  awardTiers: (language) => [tierRecord(1, text('获奖', 'Award')[language], 3, 0, language)],
  criteria: nothing,
  programme: nothing,
};
