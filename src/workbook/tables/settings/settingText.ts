// One setting as it stands, out of a workbook that may be damaged. Reading and judging all of them is the codec's part.
import type { Language } from '../../../core/ground/text';
import { readRows } from '../../contract/rows';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { COUNTY_SETTINGS, type SettingKey } from './settingRows';
import { SETTINGS } from './settings';

/** The value of that key as text, trimmed; '' when there is none. Asks for no other column than key and value. */
export function settingText({ tables }: WorkbookSnapshot, key: SettingKey): string {
  const table = tables[SETTINGS.name];
  return (
    (table &&
      readRows(SETTINGS, table)
        .find((row) => row.text('key') === key)
        ?.text('value')) ??
    ''
  );
}

/** Whether units are of a county's four categories, by the table of settings: where it has their rows, filled in or not, or names no preset. No table: null. */
export function countySaid({ tables }: Pick<WorkbookSnapshot, 'tables'>): boolean | null {
  const table = tables[SETTINGS.name];
  if (!table) return null;
  const rows = readRows(SETTINGS, table).map((row) => [row.text('key'), row.text('value')] as const);
  return rows.some(([key]) => isOfCounty(key)) || !rows.some(([key, value]) => key === 'preset' && value !== '');
}

/** True for the key of a setting that only a county's campaign has. */
export function isOfCounty(key: string): boolean {
  return (COUNTY_SETTINGS as readonly string[]).includes(key);
}

/** Example: `languageSaid('en-US') === 'en'`; null for what is none of the product's languages. */
export function languageSaid(word: string): Language | null {
  const said = /^(zh|en)\b/i.exec(word.normalize('NFKC').trim())?.[1]?.toLowerCase();
  return said === 'zh' || said === 'en' ? said : null;
}
