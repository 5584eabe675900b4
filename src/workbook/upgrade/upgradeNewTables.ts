// Tables that are missing: their sheets, and the rows that can be told from what is still there. Changes no table that stands.
import { owed } from '../../core/requirements/owed';
import { text, type Language } from '../../core/ground/text';
import type { PlanStep } from '../contract/plan';
import { locateColumns, readRows } from '../contract/rows';
import { HEADER_ROW } from '../contract/headerRow';
import { rowWriter } from '../contract/sheetOf';
import type { RowRecord } from '../contract/sheetOf';
import { everyTable, type CellValue, type TablesByName, type TableSnapshot } from '../contract/snapshot';
import type { FormulaWords, TableSpec } from '../contract/spec';
import { presetTemplate, settingRecords, sheetPlanOf } from '../presets/presetParts';
import type { Preset } from '../presets/preset';
import { ACTIVITIES } from '../tables/activities/activities';
import { PHASES, phaseRecords } from '../tables/phases/phases';
import { CERTIFICATE_TEMPLATE, templateOfSettings } from '../tables/certificateTemplate/certificateTemplate';
import { AWARD_TIERS, tierRecord } from '../tables/awardTiers/awardTiers';
import { asOfCounty, FIXED_TABLES, OPENING_AFTER, specFinder, wordsFor } from '../tables/registry';
import { readRequirements } from '../tables/requirements/readRequirements';
import { SCORE_TABLE_PREFIX } from '../tables/scoreSheet/scoreSheet';
import { SETTINGS } from '../tables/settings/settings';
import { TRACKER } from '../tables/tracker/tracker';
import { readUnits } from '../tables/units/readUnits';
import { remadeRecords } from './upgradeRecover';

/** Where missing settings get their value, and the language of the workbook. */
export interface Making {
  readonly preset: Preset;
  readonly language: Language;
}

/** The table of a sheet that is to be made, as it will read. */
function tableOfNew(spec: TableSpec, records: readonly RowRecord[], words: FormulaWords): TableSnapshot {
  const rows = (records.length > 0 ? records : [{}]).map(rowWriter(spec, words));
  const values = rows.map((row) =>
    row.map((cell): CellValue => (cell === null || typeof cell === 'object' ? '' : cell)),
  );
  const formulas = rows.map((row) =>
    row.map((cell): CellValue => (cell === null ? '' : typeof cell === 'object' ? cell.formula : cell)),
  );
  return {
    name: spec.name,
    sheet: spec.sheet[words.language],
    top: HEADER_ROW,
    left: 0,
    headers: spec.columns.map(({ header }) => header[words.language]),
    values,
    formulas,
    filtered: false,
    crowded: false,
  };
}

/** Quota and prize of earlier versions as one tier; where Settings does not say them, the preset's tiers. */
function formerTiers(tables: TablesByName, preset: Preset, language: Language): readonly RowRecord[] {
  const settings = tables[SETTINGS.name];
  const own = preset.awardTiers(language);
  const typed = (key: 'awardQuota' | 'prize'): number | null => {
    const value =
      settings &&
      readRows(SETTINGS, settings)
        .find((row) => row.text('key') === key)
        ?.text('value');
    return value === undefined || value === '' || !Number.isInteger(Number(value)) ? null : Number(value);
  };
  const [seats, prize] = [typed('awardQuota'), typed('prize')];
  if (seats === null || seats < 1) return own;
  const name = own.length === 1 ? String(own[0]?.['tier']) : text('获奖', 'Award')[language];
  return [tierRecord(1, name, seats, prize ?? 0, language)];
}

/** The one line of earlier versions as rows; where it cannot be read it stays in the settings, and the table is empty. */
function formerPhases(tables: TablesByName, preset: Preset, language: Language): readonly RowRecord[] {
  const settings = tables[SETTINGS.name];
  const typed = (key: string): string | undefined =>
    settings &&
    readRows(SETTINGS, settings)
      .find((row) => row.text('key') === key)
      ?.text('value');
  const line = typed('phases');
  return line === undefined ? preset.phases(language) : (phaseRecords(line, Number(typed('year'))) ?? []);
}

/** What the settings said before there was a template; where they lead nowhere, or are not there, the preset's words. */
function formerTemplate(tables: TablesByName, preset: Preset, language: Language): readonly RowRecord[] {
  const settings = tables[SETTINGS.name];
  if (!settings) return presetTemplate(preset, language);
  const own = preset.settings(language);
  // As they are typed: sheets that were made from them compare them so.
  const rows = new Map(readRows(SETTINGS, settings).map((row) => [row.text('key'), String(row.get('value'))]));
  const typed = (key: string): string | undefined => {
    const value = rows.get(key);
    return value?.startsWith('#') ? undefined : value;
  };
  return templateOfSettings((key) => typed(key) ?? String(own[key] ?? ''), language);
}

/** Rows of a table that is made: all settings, what the units owe, what score sheets still say; of everything else nobody knows any more. */
function recordsOf(
  spec: TableSpec,
  tables: TablesByName,
  { preset, language }: Making,
  county: boolean,
): readonly RowRecord[] {
  if (spec.name === SETTINGS.name) return settingRecords(preset, language, county);
  if (spec.name === ACTIVITIES.name) return preset.activities(language);
  if (spec.name === PHASES.name) return formerPhases(tables, preset, language);
  if (spec.name === AWARD_TIERS.name) return formerTiers(tables, preset, language);
  if (spec.name === CERTIFICATE_TEMPLATE.name) return formerTemplate(tables, preset, language);
  const [units, requirements] = [tables['Units'], tables['Requirements']];
  if (spec.name !== TRACKER.name) return remadeRecords(spec.name, tables, preset, language);
  if (!units || !requirements) return [];
  const roster = readUnits(units, [], county);
  return owed(roster, readRequirements(requirements, roster, [], county)).map(({ unitId, requirementId }) => ({
    unitId,
    requirementId,
  }));
}

/** The sheet after which a judge's sheet goes: the last of the judges before, else the criteria's. */
export function sheetBeforeScores(name: string, tables: TablesByName): string | undefined {
  const before = everyTable(tables)
    .filter((table) => table.name.startsWith(SCORE_TABLE_PREFIX) && table.name < name)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return (before[before.length - 1] ?? tables['Criteria'])?.sheet;
}

/** The sheet behind which a new one goes in the order of the registry; others go behind the criteria. */
export function sheetBefore(spec: TableSpec, tables: TablesByName): string | undefined {
  const after = OPENING_AFTER[spec.name];
  if (after !== undefined && tables[after]) return tables[after].sheet;
  const place = FIXED_TABLES.findIndex(({ name }) => name === spec.name);
  if (spec.name.startsWith(SCORE_TABLE_PREFIX)) return sheetBeforeScores(spec.name, tables);
  if (place < 0) return tables['Criteria']?.sheet;
  const before = FIXED_TABLES.slice(0, place).reverse();
  return before.map(({ name }) => tables[name]?.sheet).find((sheet) => sheet !== undefined);
}

/** Sheets of missing tables, in the order of the registry: the tracker comes after what it follows from. */
export function newTables(
  made: readonly TableSpec[],
  standing: TablesByName,
  input: Making,
  county: boolean,
): { step: PlanStep; table: TableSnapshot }[] {
  let tables: TablesByName = standing;
  return made.map((missing) => {
    const spec = asOfCounty(missing, county);
    const words = wordsFor(spec, input.language, specFinder([], [], input.language, county));
    const records = recordsOf(spec, tables, input, county);
    const table = tableOfNew(spec, records, words);
    const step: PlanStep = {
      kind: 'addSheet',
      sheet: sheetPlanOf(spec, records, words),
      after: sheetBefore(spec, tables),
    };
    tables = { ...tables, [spec.name]: table };
    return { step, table };
  });
}

/** Settings with the rows that they are given. */
export function withRecords(tables: TablesByName, records: readonly RowRecord[], words: FormulaWords): TablesByName {
  const table = tables[SETTINGS.name];
  if (!table || records.length === 0) return tables;
  const places = locateColumns(SETTINGS, table);
  const made = tableOfNew(SETTINGS, records, words);
  const placed = (lines: TableSnapshot['values']): CellValue[][] =>
    lines.map((cells) =>
      table.headers.map(
        (_header, place) => cells[SETTINGS.columns.findIndex(({ key }) => places.get(key) === place)] ?? '',
      ),
    );
  return {
    ...tables,
    [SETTINGS.name]: {
      ...table,
      values: [...table.values, ...placed(made.values)],
      formulas: [...table.formulas, ...placed(made.formulas)],
    },
  };
}
