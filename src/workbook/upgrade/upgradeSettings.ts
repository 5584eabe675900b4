// Rows of 设置 that a workbook lacks, and the version that it says it has. Values that people set are left alone.
import type { Language } from '../../core/ground/text';
import type { CellEdit } from '../contract/edits';
import { appendRows } from '../contract/edits';
import { settingLook, settingRecords, settingRowsOf } from '../presets/presetParts';
import type { FormatRun, PlanStep } from '../contract/plan';
import type { Preset } from '../presets/preset';
import { readRows } from '../contract/rows';
import { SCHEMA_VERSION, VERSION_KEY } from '../tables/settings/schemaVersion';
import type { SettingRow } from '../tables/settings/settingRows';
import { countySaid } from '../tables/settings/settingText';
import type { RowRecord } from '../contract/sheetOf';
import type { TableSnapshot } from '../contract/snapshot';
import type { FormulaWords } from '../contract/spec';
import { tierSettings } from '../tables/awardTiers/awardTiers';
import { certificateSettings } from '../tables/certificateTemplate/certificateTemplate';
import { phaseRecords, phaseSettings } from '../tables/phases/phases';
import { SETTINGS } from '../tables/settings/settings';

/** Rows that 设置 gets. */
export interface SettingsUpgrade {
  /** The version's cell, when the row is there. */
  readonly edits: readonly CellEdit[];
  readonly steps: readonly PlanStep[];
  readonly added: readonly SettingRow[];
  readonly records: readonly RowRecord[];
}

/** `table`: with its columns in place and recovered. Missing settings get the value of the preset; `made`: the settings that follow from these tables become formulas. */
export function upgradeSettings(
  table: TableSnapshot,
  places: ReadonlyMap<string, number>,
  preset: Preset,
  words: FormulaWords,
  language: Language,
  made: { readonly tiers: boolean; readonly phases: boolean; readonly template: boolean },
): SettingsUpgrade {
  const rows = readRows(SETTINGS, table);
  const keys = new Set(rows.map((row) => row.text('key')));
  const county = countySaid({ tables: { Settings: table } }) ?? preset.county;
  const added = settingRowsOf(county).filter(({ key }) => !keys.has(key));
  const records = settingRecords(preset, language, county).filter(({ key }) => !keys.has(String(key)));
  const first = table.top + 1 + table.values.length;
  const formats = added.flatMap((setting, index): FormatRun[] => {
    const format = settingLook(setting);
    return format
      ? [{ area: { row: first + index, column: table.left + (places.get('value') ?? 0), rows: 1, columns: 1 }, format }]
      : [];
  });
  const typed = (key: string): string => rows.find((row) => row.text('key') === key)?.text('value') ?? '';
  // A line that nobody can read stays for people to see.
  const taken = made.phases && phaseRecords(typed('phases'), Number(typed('year'))) !== null;
  const formulas: Readonly<Record<string, string>> = {
    ...(made.tiers && tierSettings(words)),
    ...(taken && phaseSettings(words)),
    ...(made.template && certificateSettings(words)),
  };
  // A column of the table that they follow from was deleted: their formulas lead nowhere since.
  const followed: Readonly<Record<string, string>> = {
    ...tierSettings(words),
    ...phaseSettings(words),
    ...certificateSettings(words),
  };
  const isBroken = (index: number): boolean =>
    String(table.formulas[index]?.[places.get('value') ?? -1] ?? '').includes('#REF!');
  const edits = rows.flatMap((row): CellEdit[] => {
    const key = row.text('key');
    const formula = formulas[key] ?? (isBroken(row.index) ? followed[key] : undefined);
    if (formula !== undefined) return [{ index: row.index, key: 'value', value: { formula } }];
    return key === VERSION_KEY && row.get('value') !== SCHEMA_VERSION
      ? [{ index: row.index, key: 'value', value: SCHEMA_VERSION }]
      : [];
  });
  const steps = appendRows(SETTINGS, table, records, words);
  return {
    edits,
    added,
    records,
    steps:
      formats.length > 0
        ? [...steps, { kind: 'mendSheet', sheet: table.sheet, blocks: [], formats, validations: [] }]
        : steps,
  };
}
