// What the value of a setting means, where it can mean one thing only. Knows no cells.
import { isoFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { splitList } from '../../workbook/contract/cells';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { meantDay, meantLabel, meantMoment, meantWhole, type Meaning } from '../../workbook/contract/meantValue';
import type { CellValue } from '../../workbook/contract/snapshot';
import { SETTING_ROWS } from '../../workbook/tables/settings/settingRows';

const DAY_IN_LIST = /^\d{4}-\d{2}-\d{2}$/;

/** Every day of the list as yyyy-mm-dd; null when one of them is none. */
function meantDays(value: CellValue, meaning: Meaning): string | null {
  const words = typeof value === 'number' ? [value] : splitList(String(value));
  const days = words.map((word) => {
    if (typeof word === 'string' && DAY_IN_LIST.test(word)) return word;
    const serial = typeof word === 'number' ? word : meantDay(word, meaning);
    return serial !== null && isMomentSerial(serial)
      ? (isoFromWallTime(wallTimeFromSerial(serial)).split('T')[0] ?? null)
      : null;
  });
  return days.includes(null) ? null : days.join('、');
}

/** What belongs into the cell of the setting `key`; null when it is right as it is, or when nobody can tell. Example: days off “6月13日” in 2021 are 2021-06-13. */
export function meantSetting(key: string, value: CellValue, meaning: Meaning): CellValue | null {
  const row = SETTING_ROWS.find((candidate) => candidate.key === key);
  if (!row || row.fixed || value === '') return null;
  if (row.kind === 'integer') return meantWhole(value, row.min, row.max);
  if (row.kind === 'moment') return meantMoment(value, meaning);
  if (row.kind === 'choice' && row.labels) return meantLabel(value, row.labels, meaning.language);
  if (row.kind !== 'days') return null;
  const days = meantDays(value, meaning);
  return days === String(value) ? null : days;
}
