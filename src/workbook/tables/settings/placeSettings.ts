// The settings by which places come about, said once: what reads them, and what watches them.
import type { SettingKey } from './settingRows';

/** Of the contest's rules: whoever changes one may change who wins. */
export const PLACE_SETTINGS: readonly SettingKey[] = [
  'aggregate',
  'trimFrom',
  'decimals',
  'shownDecides',
  'rankingMethod',
  'tieBreak',
  'minimumScores',
  'awardQuota',
  'reserve',
];
