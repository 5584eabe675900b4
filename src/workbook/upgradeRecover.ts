// What a deleted column held, where another column or another table still says it: names of units by id, settings by their names, stories by number.
import type { Language } from '../core/text';
import type { CellWrite } from './plan';
import type { Preset } from './preset/preset';
import { readRows } from './rows';
import type { TableRow } from './rows';
import { SCHEMA_VERSION, VERSION_KEY } from './schemaVersion';
import { SETTING_ROWS } from './settingRows';
import type { TableSnapshot } from './snapshot';
import type { TableSpec } from './spec';
import { ENTRIES } from './tables/entries';
import { SCORE_TABLE_PREFIX } from './tables/scoreSheet';
import { SETTINGS } from './tables/settings';
import { UNITS } from './tables/units';
import type { Recover } from './upgradeCells';

/** Values of one column by those of another, of the rows in which both are filled in and the first is unique. */
function lookup(spec: TableSpec, table: TableSnapshot | undefined, from: string, to: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const row of table ? readRows(spec, table) : []) {
    const [key, value] = [row.text(from), row.text(to)];
    if (key === '' || value === '') continue;
    if (found.has(key)) twice.add(key);
    found.set(key, value);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** A setting's own words, by its key or, when that was lost, by its name in either language. */
function settingCell(key: string, row: TableRow, preset: Preset, language: Language): CellWrite | undefined {
  const setting = SETTING_ROWS.find((candidate) => candidate.key === row.text('key') || candidate.name.zh === row.text('name') || candidate.name.en === row.text('name'));
  if (!setting) return undefined;
  if (key === 'key') return setting.key;
  if (key === 'name') return setting.name[language];
  if (key === 'note') return setting.note[language];
  return setting.key === VERSION_KEY ? SCHEMA_VERSION : preset.settings(language)[setting.key];
}

/** `tables`: as they will stand. Example: a receipt whose 单位 was deleted gets the name of its 单位编号 again. */
export function recoverFrom(tables: Readonly<Record<string, TableSnapshot | undefined>>, preset: Preset, language: Language): Recover {
  const unitNames = lookup(UNITS, tables[UNITS.name], 'unitId', 'name');
  const entryIds = lookup(ENTRIES, tables[ENTRIES.name], 'blindNo', 'entryId');
  const numbers = lookup(ENTRIES, tables[ENTRIES.name], 'entryId', 'blindNo');
  const titles = lookup(ENTRIES, tables[ENTRIES.name], 'entryId', 'title');
  return (table, key, row) => {
    if (table === SETTINGS.name) return settingCell(key, row, preset, language);
    if (key === 'unit') return unitNames.get(row.text('unitId'));
    if (!table.startsWith(SCORE_TABLE_PREFIX) && table !== 'Standings') return undefined;
    if (key === 'entryId') return entryIds.get(row.text('blindNo'));
    if (key === 'blindNo') return numbers.get(row.text('entryId'));
    return key === 'title' ? titles.get(row.text('entryId')) : undefined;
  };
}
