// What a preset is: the rows that a new campaign workbook starts with, as records by column key, in one language.
import type { Language, Text } from '../../core/ground/text';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import type { ColumnKeys, TableName } from '../contract/keys';
import type { RowRecord } from '../contract/sheetOf';
import { labelOf } from '../contract/labels';
import type { SettingKey } from '../tables/settings/settingRows';

/** A row of that table by its column keys. */
export type RecordOf<T extends TableName> = RowRecord<ColumnKeys[T]>;

/** Values of settings by key; what is not said is empty. */
export type PresetSettings = { readonly [K in SettingKey]?: string | number };

/** A new campaign’s beginnings. */
export interface Preset {
  /** As `new --set preset=…` and the workbook name it: an interface, never changed. */
  readonly id: string;
  /** Under which it is offered, in general words. */
  readonly title: Text;
  /** Words of this campaign alone, in either language: no other campaign's workbook says them (tests/app/care/everyPreset). */
  readonly ownWords: readonly string[];
  /** Its units are of a county's four categories; else their categories are words of the office's own. */
  readonly county: boolean;
  settings(language: Language): PresetSettings;
  units(language: Language): readonly RecordOf<'Units'>[];
  /** In their order; activities name them. */
  phases(language: Language): readonly RecordOf<'Phases'>[];
  /** Items name them; none where nobody gave any. */
  activities(language: Language): readonly RecordOf<'Activities'>[];
  requirements(language: Language): readonly RecordOf<'Requirements'>[];
  exceptions(language: Language): readonly RecordOf<'Exceptions'>[];
  /** Best first. */
  awardTiers(language: Language): readonly RecordOf<'AwardTiers'>[];
  criteria(language: Language): readonly RecordOf<'Criteria'>[];
  /** Of the ceremony; its minutes are proposals. */
  programme(language: Language): readonly RecordOf<'Programme'>[];
}

/** A moment of a preset as the cell holds it: a serial number. Throws for what is no moment. Example: `serialOf('2021-06-07T18:00:00')`. */
export function serialOf(iso: string): number {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return serialFromWallTime(time);
}

/** Criteria as rows, numbered C1, C2 …; each is scored from 0 to its weight, in steps of `step`. */
export function criterionRecords(
  criteria: readonly (readonly [name: Text, weight: number, note: Text])[],
  step: number,
  language: Language,
): RecordOf<'Criteria'>[] {
  return criteria.map(([name, weight, note], index): RecordOf<'Criteria'> => ({
    criterionId: `C${index + 1}`,
    name: name[language],
    weight,
    minimum: 0,
    maximum: weight,
    step,
    note: note[language],
  }));
}

/** Items of the ceremony as rows; `winners`: they come on stage. */
export function programmeRecords(
  items: readonly (readonly [item: Text, minutes: number, winners?: boolean])[],
  language: Language,
): RecordOf<'Programme'>[] {
  return items.map(([item, minutes, winners]): RecordOf<'Programme'> => ({
    item: item[language],
    minutes,
    winners: labelOf('yesNo', winners ? 'yes' : 'no', language),
  }));
}
