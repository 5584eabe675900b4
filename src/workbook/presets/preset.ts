// What a preset is: the rows that a new campaign workbook starts with, as records by column key, in one language.
import type { Language, Text } from '../../core/ground/text';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import type { RowRecord } from '../contract/sheetOf';

export interface Preset {
  readonly id: string;
  readonly title: Text;
  settings(language: Language): Readonly<Record<string, string | number>>;
  units(language: Language): readonly RowRecord[];
  /** In their order; activities name them. */
  phases(language: Language): readonly RowRecord[];
  /** Items name them; none where nobody gave any. */
  activities(language: Language): readonly RowRecord[];
  requirements(language: Language): readonly RowRecord[];
  exceptions(language: Language): readonly RowRecord[];
  /** Best first. */
  awardTiers(language: Language): readonly RowRecord[];
  criteria(language: Language): readonly RowRecord[];
  /** Of the ceremony; its minutes are proposals. */
  programme(language: Language): readonly RowRecord[];
}

/** A moment of a preset as the cell holds it: a serial number. Throws for what is no moment. Example: `serialOf('2021-06-07T18:00:00')`. */
export function serialOf(iso: string): number {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return serialFromWallTime(time);
}
