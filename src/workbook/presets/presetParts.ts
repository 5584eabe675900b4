// Parts of a campaign workbook as a preset has them, for whoever makes a new one or puts back what an older one lacks: settings, names, sheets of tables.
import type { Language } from '../../core/ground/text';
import type { CellFormat, CellWrite, SheetPlan } from '../contract/plan';
import type { Preset } from './preset';
import { AFTER_LAST_MOMENT, FIRST_MOMENT, toTheSecond } from '../contract/cellFormulas';
import { settingName } from '../contract/formulaWords';
import { nearNames } from '../contract/wrongCells';
import { MOMENT_FORMAT, PALETTE } from '../contract/palette';
import { SCHEMA_VERSION, VERSION_KEY } from '../tables/settings/schemaVersion';
import { SETTING_ROWS } from '../tables/settings/settingRows';
import type { SettingKey, SettingRow } from '../tables/settings/settingRows';
import { isOfCounty } from '../tables/settings/settingText';
import { HEADER_ROW } from '../contract/headerRow';
import { sheetOf } from '../contract/sheetOf';
import type { RowRecord } from '../contract/sheetOf';
import { indexOfColumn } from '../contract/spec';
import type { FormulaWords, TableSpec } from '../contract/spec';
import { tierSettings } from '../tables/awardTiers/awardTiers';
import {
  CERTIFICATE_TEMPLATE,
  certificateSettings,
  orientationList,
  templateOfSettings,
} from '../tables/certificateTemplate/certificateTemplate';
import { phaseSettings } from '../tables/phases/phases';
import { specFinder, wordsFor } from '../tables/registry';
import { SETTINGS } from '../tables/settings/settings';
import { trackerNames } from '../tables/tracker/trackerStamp';

/** Settings that are formulas of a table. */
function formulaCells(language: Language): Record<string, CellWrite> {
  const words = wordsFor(SETTINGS, language, specFinder([], [], language));
  const formulas = { ...tierSettings(words), ...phaseSettings(words), ...certificateSettings(words) };
  return Object.fromEntries(Object.entries(formulas).map(([key, formula]) => [key, { formula }]));
}

/** The settings that such a workbook has, in their order. */
export function settingRowsOf(county: boolean): readonly SettingRow<SettingKey>[] {
  return county ? SETTING_ROWS : SETTING_ROWS.filter(({ key }) => !isOfCounty(key));
}

/** A row for every setting, with the preset's value; `county`: of a workbook whose units are of a county's categories. */
export function settingRecords(preset: Preset, language: Language, county = preset.county): RowRecord[] {
  const values: Readonly<Record<string, CellWrite>> = {
    ...preset.settings(language),
    preset: preset.id,
    ...formulaCells(language),
    [VERSION_KEY]: SCHEMA_VERSION,
  };
  return settingRowsOf(county).map((row) => ({
    key: row.key,
    name: row.name[language],
    note: row.note[language],
    value: values[row.key] ?? '',
  }));
}

/** Defined names: every setting, the as-of moment, and the lists that drop-downs use. They are formulas, so sorting cannot mislead them. */
export function campaignNames(words: FormulaWords, county: boolean): Record<string, string> {
  const value = (key: string): string =>
    `=INDEX(${words.column('Settings', 'value')},MATCH("${key}",${words.column('Settings', 'key')},0))`;
  // A name that is nothing but a column would become the cells that the column has now (docs/excel-truth.md, 26): later rows would miss in the list.
  const listed = (column: string): string => `=INDEX(${column},0)`;
  const asOf = value('asOf').slice(1);
  const settings = settingRowsOf(county).map((row) => [settingName(row.key), value(row.key)]);
  return Object.fromEntries([
    ...settings,
    // What is no moment, such as 20210608, is none for the rules either. Every status asks for it: the setting is looked up twice, not once a bound.
    [
      'AsOf',
      `=IF(INT((IFERROR(N(${asOf}),0)-${FIRST_MOMENT})/${AFTER_LAST_MOMENT - FIRST_MOMENT})=0,${toTheSecond(asOf)},NOW())`,
    ],
    ...Object.entries(nearNames(value('year').slice(1))),
    ...Object.entries(trackerNames(null)),
    [settingName('unitNames'), listed(words.column('Units', 'name'))],
    [settingName('requirementIds'), listed(words.column('Requirements', 'requirementId'))],
    [settingName('phaseNames'), listed(words.column('Phases', 'phase'))],
    [settingName('activityNames'), listed(words.column('Activities', 'activity'))],
  ]);
}

/** How the value of a setting looks besides its column: moments as such, the add-in's own greyed. Null: as it is typed. */
export function settingLook({ kind, fixed }: SettingRow): CellFormat | null {
  if (kind === 'moment') return { numberFormat: `${MOMENT_FORMAT}:ss` };
  return fixed ? { fill: PALETTE.computedFill, color: PALETTE.muted } : null;
}

/** The rows of the template as the preset words its certificates. */
export function presetTemplate(preset: Preset, language: Language): RowRecord[] {
  const words = preset.settings(language);
  return templateOfSettings((key) => String(words[key] ?? ''), language);
}

/** Points of the row whose formula lists the phases, in five lines: how long it is only Excel knows. */
const PHASES_HEIGHT = 81;

/** The sheet of a table, the settings with their looks; `records` of the settings are in the order of their rows. */
export function sheetPlanOf(spec: TableSpec, records: readonly RowRecord[], words: FormulaWords): SheetPlan {
  const sheet = sheetOf(spec, records, words);
  if (spec.name === CERTIFICATE_TEMPLATE.name)
    return { ...sheet, validations: [...(sheet.validations ?? []), orientationList(words.language)] };
  if (spec.name !== SETTINGS.name) return sheet;
  const kinds = new Map<string, SettingRow>(SETTING_ROWS.map((row) => [row.key, row]));
  const looks = records.flatMap(({ key }, index) => {
    const row = kinds.get(String(key));
    const format = row ? settingLook(row) : null;
    return format
      ? [
          {
            area: { row: HEADER_ROW + 1 + index, column: indexOfColumn(SETTINGS, 'value'), rows: 1, columns: 1 },
            format,
          },
        ]
      : [];
  });
  const phases = records.findIndex(({ key }) => key === 'phases');
  return {
    ...sheet,
    formats: [...sheet.formats, ...looks],
    ...(phases >= 0 && { rowHeights: [...(sheet.rowHeights ?? []), [HEADER_ROW + 1 + phases, 1, PHASES_HEIGHT]] }),
  };
}
