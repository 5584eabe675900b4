// The preset “photo contest”: a small one in English, two items and two tiers. Units are the office's to fill in.
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import { tierRecord } from '../tables/awardTiers/awardTiers';
import { generalSettings } from './blank';
import { phaseRecords } from '../tables/phases/phases';
import { PRESET_HEADS } from './presetHeads';
import { serialOf, type Preset, type PresetSettings, type RecordOf } from './preset';

function settings(language: Language): PresetSettings {
  return {
    ...generalSettings(language),
    campaign: 'Photo Contest 2026',
    theme: 'Water in our town',
    organiser: 'Town Photo Society',
    year: 2026,
    entryWord: 'photo',
    personWord: 'photographer',
    contestName: 'the photo contest',
    honour: 'Photo of the Year',
    storyCategories: 'Landscape、People、Macro',
    awardsTitle: 'Winning photos',
    noticeTitle: 'Results of the photo contest',
    noticeText:
      'After scoring by {judges} judges and the decision of {by}, the {count} photos below are to be awarded.',
    agendaTitle: 'Opening of the exhibition',
    certificateText: 'Your photo “{title}”[ by {entrant}] in {campaign} has been awarded',
    partWords: 'photo file=photo,jpg,tif；caption=caption,title',
    minimumScores: 2,
    reserve: 2,
    noticeDays: 3,
  };
}

function requirements(language: Language): RecordOf<'Requirements'>[] {
  const who = text('全部单位', 'all units')[language];
  const row = (requirementId: string, title: string, due: string, parts: string): RecordOf<'Requirements'> => ({
    requirementId,
    title,
    activity: 'Photo contest',
    kind: labelOf('kind', 'report', language),
    due: serialOf(due),
    who,
    quota: 1,
    parts,
    keywords: title,
  });
  return [
    row('P1', 'Entry of photos', '2026-04-30T18:00:00', 'photo file、caption'),
    row('P2', 'Consent of people shown', '2026-05-08T18:00:00', ''),
  ];
}

function criteria(): RecordOf<'Criteria'>[] {
  const rows: readonly (readonly [string, number, string])[] = [
    ['Composition', 40, 'Light, lines, balance'],
    ['Story', 40, 'What the picture tells'],
    ['Technique', 20, 'Sharpness, exposure, print'],
  ];
  return rows.map(([name, weight, note], index): RecordOf<'Criteria'> => ({
    criterionId: `C${index + 1}`,
    name,
    weight,
    minimum: 0,
    maximum: weight,
    step: 1,
    note,
  }));
}

/** The model for a small preset; its words are English whatever the workbook's language. */
export const PHOTO_CONTEST: Preset = {
  ...PRESET_HEADS.photoContest,
  ownWords: ['photo'],
  county: false,
  settings,
  units: () => [],
  phases: () => phaseRecords('Call 3-2~4-30; Judging 5-4~5-15; Award ceremony 6-6~6-6', 2026) ?? [],
  activities: () => [{ activity: 'Photo contest', phase: 'Judging' }],
  requirements,
  exceptions: () => [],
  awardTiers: (language) => [
    tierRecord(1, 'Photo of the Year', 1, 500, language),
    tierRecord(2, 'Highly commended', 3, 0, language),
  ],
  criteria,
  programme: (language) => [
    { item: 'Welcome', minutes: 10, winners: labelOf('yesNo', 'no', language) },
    { item: 'Award of the prizes', minutes: 20, winners: labelOf('yesNo', 'yes', language) },
    { item: 'Walk through the exhibition', minutes: 30, winners: labelOf('yesNo', 'no', language) },
  ],
};
