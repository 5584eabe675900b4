// The presets there are: a new one is a line here. And which one a workbook follows where it lacks something.
import type { WorkbookSnapshot } from '../contract/snapshot';
import { settingText } from '../tables/settings/settingText';
import { BLANK } from './blank';
import { CAMPAIGN_2021 } from './campaign2021';
import { earlierSettings, isOf2021, saysItsWords } from './earlierSettings';
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

/** Workbooks of earlier versions were made from the one preset there was; people may have made another campaign of theirs. */
function earlierPreset(snapshot: WorkbookSnapshot): Preset {
  const preset = isOf2021(snapshot) ? CAMPAIGN_2021 : BLANK;
  return { ...preset, settings: (language) => earlierSettings(snapshot, language) };
}

/** The preset that gives what the workbook lacks. */
export function presetOf(snapshot: WorkbookSnapshot): Preset {
  const named = presetById(settingText(snapshot, 'preset'));
  if (named) return named;
  return saysItsWords(snapshot) ? BLANK : earlierPreset(snapshot);
}
