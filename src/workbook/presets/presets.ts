// The presets there are: a new one is a line here. And which one a workbook follows where it lacks something.
import type { Language } from '../../core/ground/text';
import { splitList } from '../contract/cells';
import { schemaVersionOf } from '../tables/settings/schemaVersion';
import type { WorkbookSnapshot } from '../contract/snapshot';
import { settingText } from '../tables/settings/settingText';
import type { SettingKey } from '../tables/settings/settingRows';
import { BLANK } from './blank';
import { CAMPAIGN_2021 } from './campaign2021';
import { FIRE_SAFETY } from './fireSafety';
import { PHOTO_CONTEST } from './photoContest';
import type { Preset } from './preset';

/** In the order in which they are offered; the first is made when nobody names one. */
export const PRESETS: readonly Preset[] = [CAMPAIGN_2021, FIRE_SAFETY, PHOTO_CONTEST, BLANK];

/** What is made when nobody names a preset. */
export const DEFAULT_PRESET: Preset = PRESETS[0] ?? BLANK;

/** Undefined where no preset has that id. Example: `presetById('blank')?.title.en === 'Blank'`. */
export function presetById(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}

/** From this version on a workbook holds its own words and says which preset it was made from. */
const SAYS_ITS_WORDS = 5;

/** Categories that earlier versions knew by these words alone: whoever stands behind such an entry stays under an alias. */
const IN_RECOVERY = /戒毒康复|戒毒历程|戒毒人员|recovery|rehabilitation/i;

/** Workbooks of earlier versions were made from the one preset there was; people may have made another campaign of theirs. */
function earlierPreset(snapshot: WorkbookSnapshot): Preset {
  const own = (key: SettingKey): string => settingText(snapshot, key);
  const known = CAMPAIGN_2021.settings('zh');
  const same = (['theme', 'basis', 'campaign', 'storyCategories'] as const).some(
    (key) => own(key) !== '' && own(key) === String(known[key]),
  );
  const preset = same ? CAMPAIGN_2021 : BLANK;
  const aliases = splitList(own('storyCategories')).filter((category) => IN_RECOVERY.test(category));
  return {
    ...preset,
    settings: (language) => ({ ...preset.settings(language), aliasCategories: aliases.join('、') }),
  };
}

/** The preset that gives what the workbook lacks. */
export function presetOf(snapshot: WorkbookSnapshot): Preset {
  const named = presetById(settingText(snapshot, 'preset'));
  if (named) return named;
  return schemaVersionOf(snapshot) < SAYS_ITS_WORDS ? earlierPreset(snapshot) : BLANK;
}

/** What a workbook of an earlier version meant by the settings that it does not have. */
export function settingsBefore(snapshot: WorkbookSnapshot): Readonly<Record<string, string | number>> {
  if (schemaVersionOf(snapshot) >= SAYS_ITS_WORDS) return {};
  const language: Language = settingText(snapshot, 'language').toLowerCase().startsWith('en') ? 'en' : 'zh';
  const preset = presetOf(snapshot);
  return { ...preset.settings(language), preset: preset.id };
}
