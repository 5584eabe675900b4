// A preset with the office's own name, theme, organiser and year in it; dates go to that year, days off are the office's to fill in.
import { zoneCalled } from '../../core/time/zoneName';
import { serialFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { shiftYears } from '../../core/time/shiftYears';
import { isMomentSerial } from '../contract/cellFormulas';
import type { RowRecord } from '../contract/sheetOf';
import type { Preset } from './preset';

interface OwnWords {
  readonly campaign?: string;
  readonly theme?: string;
  readonly organiser?: string;
  /** IANA name. */
  readonly zone?: string;
  readonly year?: number;
}

const DATES: ReadonlySet<string> = new Set(['opens', 'due', 'from', 'to']);

function moved(records: readonly RowRecord[], years: number): RowRecord[] {
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        DATES.has(key) && isMomentSerial(value)
          ? serialFromWallTime(shiftYears(wallTimeFromSerial(value), years))
          : value,
      ]),
    ),
  );
}

/** What is not said stays the preset's; a name of the preset with its year in it gets the new year. */
export function ownPreset(preset: Preset, { year, ...words }: OwnWords): Preset {
  const said = Object.entries(words).flatMap(([key, word = '']) =>
    word.trim() === '' ? [] : [[key, key === 'zone' ? zoneCalled(word) : word.trim()] as const],
  );
  const yearsOf = (own: unknown): number => (year === undefined ? 0 : year - Number(own));
  const years = yearsOf(preset.settings('zh')['year']);
  return {
    ...preset,
    settings: (language) => {
      const own = preset.settings(language);
      return {
        ...own,
        ...(years !== 0 && {
          campaign: String(own['campaign'] ?? '').replaceAll(String(own['year']), String(year)),
          year: year ?? 0,
          daysOff: '',
          workDays: '',
        }),
        ...Object.fromEntries(said),
      };
    },
    phases: (language) => moved(preset.phases(language), years),
    activities: (language) => moved(preset.activities(language), years),
    requirements: (language) => moved(preset.requirements(language), years),
  };
}
