// What people call a table and its columns: the name of the sheet, the headers. Knows the tables of a campaign, not those of a particular workbook.
import { text, type Text } from '../../core/ground/text';
import { wallTimeFromSerial } from '../../core/ground/wallTime';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { momentText } from '../../workbook/contract/cells';
import { HEADER_ROW } from '../../workbook/contract/headerRow';
import type { TableSpec } from '../../workbook/contract/spec';
import { SETTING_ROWS } from '../../workbook/tables/settings/settingRows';
import { TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX, scoreSheetSpec } from '../../workbook/tables/scoreSheet/scoreSheet';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { madeSheetNamed } from './sheetsMade';

/** True for a sheet that is made as a whole and not row by row. Example: `isMadeSheet('Briefing')`. */
export function isMadeSheet(name: string): boolean {
  return madeSheetNamed(name) !== undefined;
}

const ANY_SCORE_SHEET = scoreSheetSpec({ judgeId: '', name: '', unitId: '', active: true }, [], 'zh');

/** Example: `tableTitle('Units').zh === '单位名册'`; a judge's table is “评分 J01”; an unknown table keeps its name. */
export function tableTitle(table: string): Text {
  const made = madeSheetNamed(table);
  if (made) return made.sheet;
  const spec = TABLES.find(({ name }) => name === table);
  if (spec) return spec.sheet;
  if (!table.startsWith(SCORE_TABLE_PREFIX)) return text(table, table);
  const judge = table.slice(SCORE_TABLE_PREFIX.length);
  return text(`评分 ${judge}`, `Scores ${judge}`);
}

/** The spec of a table by its name; a score sheet's columns but for the criteria are the same with every judge. */
export function specOf(table: string | undefined): TableSpec | undefined {
  return table?.startsWith(SCORE_TABLE_PREFIX) ? ANY_SCORE_SHEET : TABLES.find(({ name }) => name === table);
}

/**
 * The header of a column that is given by its key, of several joined by 、; what is no key is a header already and comes back as it is.
 * Example: `columnTitle('Units', 'category').zh === '类别'`, `columnTitle('Units', '联系电话').en === '联系电话'`.
 */
export function columnTitle(table: string | undefined, column: string): Text {
  const spec = specOf(table);
  const headers = column.split('、').map((key) => spec?.columns.find((each) => each.key === key)?.header);
  const known = headers.filter((header) => header !== undefined);
  if (known.length < headers.length) return text(column, column);
  return text(known.map(({ zh }) => zh).join('、'), known.map(({ en }) => en).join(', '));
}

/** The row of the sheet where a row of the body stands that has nothing else to go by: `#124` → 128, as tables are made. */
export function lineOfPlace(row: string): number | null {
  const [, place] = /^#(\d+)$/.exec(row) ?? [];
  return place === undefined ? null : Number(place) + HEADER_ROW + 1;
}

/**
 * A setting by its name instead of its key, a story on a judge's sheet by its number, a row without an id by its place on the sheet, a moment in a
 * key as people write it; ids of all other tables are what people see.
 * Example: `rowTitle('Settings', 'asOf').zh === '截至时间'`, `rowTitle('Score_J01', '3').zh === '3号'`, `rowTitle('Reminders', '44358.5 U04 T2').zh ===
 * '2021-06-11 12:00 U04 T2'`.
 */
export function rowTitle(table: string | undefined, row: string): Text {
  const line = lineOfPlace(row);
  if (line !== null) return text(`第 ${line} 行`, `row ${line}`);
  const spec = specOf(table);
  const [moment = '', ...rest] = row.split(' ');
  if (spec?.columns.find(({ key }) => key === spec.key[0])?.type === 'moment') {
    const serial = Number(moment);
    const words = [isMomentSerial(serial) ? momentText(wallTimeFromSerial(serial)) : moment, ...rest].join(' ');
    return text(words, words);
  }
  if (table?.startsWith(SCORE_TABLE_PREFIX) && /^\d+$/.test(row)) return text(`${row}号`, `no. ${row}`);
  const setting = table === SETTINGS.name ? SETTING_ROWS.find(({ key }) => key === row) : undefined;
  return setting?.name ?? text(row, row);
}
