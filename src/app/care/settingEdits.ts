// Settings given other values: the steps, and each change as people read it. A setting whose row is missing gets one.
import { appendRows, updateCells, type EditOf } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { FormulaWords } from '../../workbook/contract/spec';
import { SETTING_ROWS, type SettingKey } from '../../workbook/tables/settings/settingRows';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { CellChange } from '../run/job';
import { tableIn } from '../run/tableIn';

type Values = { readonly [key in SettingKey]?: string | number };

/** Settings that get another value; those that have it already are not among them. */
export interface SettingEdits {
  readonly steps: readonly PlanStep[];
  readonly changed: readonly CellChange[];
}

/** `words`: needed where a row may be missing; without it such a setting is left out. */
export function settingEdits(snapshot: WorkbookSnapshot, values: Values, words?: FormulaWords): SettingEdits {
  const table = tableIn(snapshot, SETTINGS);
  const rows = readRows(SETTINGS, table);
  const wanted = new Map<string, string | number>(Object.entries(values));
  const changing = rows.flatMap((row) => {
    const value = wanted.get(row.text('key'));
    return value === undefined || row.text('value') === String(value) ? [] : [{ row, value }];
  });
  const edits = changing.map(({ row, value }): EditOf<'Settings'> => ({ index: row.index, key: 'value', value }));
  const known = new Set(rows.map((row) => row.text('key')));
  const missing = SETTING_ROWS.filter(({ key }) => wanted.has(key) && !known.has(key));
  const records = missing.map(({ key, name, note }) => ({
    key,
    name: words ? name[words.language] : key,
    note: words ? note[words.language] : '',
    value: wanted.get(key) ?? '',
  }));
  return {
    steps: [...updateCells(SETTINGS, table, edits), ...(words ? appendRows(SETTINGS, table, records, words) : [])],
    changed: [
      ...changing.map(({ row, value }) => ({
        table: SETTINGS.name,
        row: row.text('key'),
        column: 'value',
        before: row.text('value'),
        after: String(value),
      })),
    ],
  };
}
