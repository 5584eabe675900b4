// A cell's value as a person reads it: a moment or a day instead of its number. Changes nothing.
import { isoFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import type { CellValue } from '../../workbook/contract/snapshot';
import type { ColumnSpec } from '../../workbook/contract/spec';
import { SETTING_ROWS } from '../../workbook/tables/settings/settingRows';
import { SETTINGS } from '../../workbook/tables/settings/settings';

/** How the values of a column read. */
type Reading = 'moment' | 'date' | 'plain';

/** `row`: the key of its row. Example: the value of the as-of time reads as a moment, though its column takes anything. */
export function readingOf(table: string, column: Pick<ColumnSpec, 'key' | 'type'> | undefined, row: string): Reading {
  const isSetting = table === SETTINGS.name && column?.key === 'value';
  const type = isSetting ? SETTING_ROWS.find(({ key }) => key === row)?.kind : column?.type;
  return type === 'moment' || type === 'date' ? type : 'plain';
}

/** Example: `shownCell(44358.5, 'moment') === '2021-06-11 12:00'`; what is no such number stays as it is. */
export function shownCell(value: CellValue, reading: Reading): string {
  if (reading === 'plain' || typeof value !== 'number' || !isMomentSerial(value)) return String(value);
  const iso = isoFromWallTime(wallTimeFromSerial(value)).replace('T', ' ');
  return reading === 'date' ? iso.slice(0, 10) : iso.replace(/:00$/, '');
}
