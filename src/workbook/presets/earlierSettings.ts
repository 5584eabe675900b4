// What workbooks of before version 5 meant by the settings that they do not have. Knows the settings of presets, none of their rows.
import type { Language } from '../../core/ground/text';
import { splitList } from '../contract/cells';
import type { WorkbookSnapshot } from '../contract/snapshot';
import { schemaVersionOf } from '../tables/settings/schemaVersion';
import type { SettingKey } from '../tables/settings/settingRows';
import { settingText } from '../tables/settings/settingText';
import { blankSettings } from './blank';
import { settings2021 } from './campaign2021Settings';
import type { PresetSettings } from './preset';
import { PRESET_HEADS } from './presetHeads';

/** From this version on a workbook holds its own words and says which preset it was made from. */
const SAYS_ITS_WORDS = 5;

/** Nothing of it has to be guessed from a preset. */
export const saysItsWords = (snapshot: WorkbookSnapshot): boolean => schemaVersionOf(snapshot) >= SAYS_ITS_WORDS;

/** Categories that earlier versions knew by these words alone: whoever stands behind such an entry stays under an alias. */
const IN_RECOVERY = /戒毒康复|戒毒历程|戒毒人员|recovery|rehabilitation/i;

/** An earlier workbook that still has words of the one preset there was. */
export function isOf2021(snapshot: WorkbookSnapshot): boolean {
  const own = (key: SettingKey): string => settingText(snapshot, key);
  const known = settings2021('zh');
  return (['theme', 'basis', 'campaign', 'storyCategories'] as const).some(
    (key) => own(key) !== '' && own(key) === String(known[key]),
  );
}

/** All settings as an earlier workbook goes by them. */
export function earlierSettings(snapshot: WorkbookSnapshot, language: Language): PresetSettings {
  const settings = isOf2021(snapshot) ? settings2021(language) : blankSettings(language);
  const categories = splitList(settingText(snapshot, 'storyCategories'));
  return { ...settings, aliasCategories: categories.filter((category) => IN_RECOVERY.test(category)).join('、') };
}

/** What a workbook of an earlier version meant by the settings that it does not have. */
export function settingsBefore(snapshot: WorkbookSnapshot): Readonly<Record<string, string | number>> {
  if (saysItsWords(snapshot)) return {};
  const language: Language = settingText(snapshot, 'language').toLowerCase().startsWith('en') ? 'en' : 'zh';
  const { id } = PRESET_HEADS[isOf2021(snapshot) ? 'campaign2021' : 'blank'];
  return { ...earlierSettings(snapshot, language), preset: id };
}
