// What an office has to set anew in a new campaign, each as a notice with what it was: dates, settings, words that name the former year.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { locateColumns, readRows, type TableRow } from '../../workbook/contract/rows';
import type { TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { columnOf } from '../../workbook/contract/spec';
import { AWARD_TIERS } from '../../workbook/tables/awardTiers/awardTiers';
import { CERTIFICATE_TEMPLATE } from '../../workbook/tables/certificateTemplate/certificateTemplate';
import { CRITERIA } from '../../workbook/tables/judges/judges';
import { ACTIVITIES } from '../../workbook/tables/activities/activities';
import { PHASES } from '../../workbook/tables/phases/phases';
import { PROGRAMME } from '../../workbook/tables/programme/programme';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { SETTING_ROWS, type SettingRow } from '../../workbook/tables/settings/settingRows';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { CellChange } from '../run/job';
import type { OldDate } from './newDates';

const SPECS: readonly TableSpec[] = [REQUIREMENTS, PHASES, ACTIVITIES, PROGRAMME];

/** A date that was cleared is asked for; one that was moved is to be looked at. */
export function dateQuestions(dates: readonly OldDate[]): Problem[] {
  return dates.map(({ table, row, title, column, was, becomes }) => {
    const spec = SPECS.find(({ name }) => name === table);
    const header = spec ? columnOf(spec, column).header : text(column, column);
    const name = title === row ? title : `${row} ${title}`;
    return {
      code: 'date-to-set',
      table,
      row,
      column,
      expected: text('今年的日期', 'this year’s date'),
      found: was,
      message:
        becomes === ''
          ? text(`${name}：${header.zh}原为 ${was}，请填今年的。`, `${name}: ${header.en} was ${was}; set this year’s.`)
          : text(
              `${name}：${header.zh}由 ${was} 推到 ${becomes}，请核对是不是工作日。`,
              `${name}: ${header.en} moved from ${was} to ${becomes}; see whether it is a working day.`,
            ),
    };
  });
}

/** Settings that were cleared because they speak of last year. */
export function settingQuestions(cleared: readonly CellChange[], settings: readonly SettingRow[]): Problem[] {
  return cleared.flatMap(({ row, before }) => {
    const name = settings.find(({ key }) => key === row)?.name;
    if (!name || row === 'asOf') return [];
    return [
      {
        code: 'setting-to-set' as const,
        table: SETTINGS.name,
        row,
        column: 'value',
        expected: text('今年的内容', 'this year’s'),
        found: before,
        message: text(
          `设置“${name.zh}”原为“${before}”，已清空，请填今年的。`,
          `Setting “${name.en}” was “${before}”; it is empty now: set this year’s.`,
        ),
      },
    ];
  });
}

/** Tables of which words that stay are looked through, besides those with dates. */
const WORDED: readonly TableSpec[] = [...SPECS, CRITERIA, AWARD_TIERS, CERTIFICATE_TEMPLATE];

/** What people call a row of these tables: its key, or the words that explain it. */
function rowName(spec: TableSpec, row: TableRow): string {
  return spec.name === CERTIFICATE_TEMPLATE.name ? row.text('name') : spec.key.map((part) => row.text(part)).join(' ');
}

function namesOldYear(spec: TableSpec, row: TableRow, key: string, header: Text, year: number): Problem {
  const [name, words] = [rowName(spec, row), row.text(key)];
  return {
    code: 'names-last-year',
    table: spec.name,
    row: spec.key.map((part) => row.text(part)).join(' '),
    column: key,
    expected: text('今年的说法', 'this year’s words'),
    found: words,
    message: text(
      `${name}“${header.zh}”里还写着 ${year}：“${words}”，请看是否要改。`,
      `${name}, “${header.en}” still says ${year}: “${words}”; see whether to change it.`,
    ),
  };
}

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

/**
 * Cells of tables that stay and still name the former year; settings, too, but those that are set anew (`anew`: their keys), follow from a table, or
 * are the add-in's own.
 */
export function oldWords({ tables }: WorkbookSnapshot, year: number, anew: readonly string[]): Problem[] {
  const named = new RegExp(`(?<!\\d)${year}(?!\\d)`);
  const worded = WORDED.flatMap((spec) => {
    const table = tables[spec.name];
    if (!table) return [];
    return readRows(spec, table).flatMap((row) =>
      spec.columns
        .filter(
          ({ key, formula, type, input }) =>
            (input || SPECS.includes(spec)) &&
            !formula &&
            type !== 'moment' &&
            type !== 'date' &&
            named.test(row.text(key)),
        )
        .map(({ key, header }) => namesOldYear(spec, row, key, header, year)),
    );
  });
  return [...worded, ...oldSettings(tables.Settings, named, year, anew)];
}

function oldSettings(
  table: TableSnapshot | undefined,
  named: RegExp,
  year: number,
  anew: readonly string[],
): Problem[] {
  if (!table) return [];
  const place = locateColumns(SETTINGS, table).get('value') ?? -1;
  return readRows(SETTINGS, table).flatMap((row): Problem[] => {
    const setting = SETTING_ROWS.find(({ key }) => key === row.text('key'));
    const typed = !isFormula(table.formulas[row.index]?.[place]);
    if (!setting || setting.fixed || anew.includes(setting.key) || !typed || !named.test(row.text('value'))) return [];
    const found = row.text('value');
    return [
      {
        code: 'names-last-year',
        table: SETTINGS.name,
        row: setting.key,
        column: 'value',
        expected: text('今年的说法', 'this year’s words'),
        found,
        message: text(
          `设置“${setting.name.zh}”里还写着 ${year}：“${found}”，请看是否要改。`,
          `Setting “${setting.name.en}” still says ${year}: “${found}”; see whether to change it.`,
        ),
      },
    ];
  });
}

/** Sheets that people made stay as they are; what in them follows from sheets that go, only they can say. */
export function sheetsToLookAt(sheets: readonly string[]): Problem[] {
  if (sheets.length === 0) return [];
  const found = sheets.join('、');
  return [
    {
      code: 'own-sheets-kept',
      found,
      expected: text('自己加的工作表保留', 'sheets that people made stay'),
      message: text(
        `自己加的工作表原样保留：${found}。其中引用评分表、收件等处的公式请看一遍。`,
        `Sheets that people made stay as they are: ${found}. Look through formulas in them that follow from score sheets or receipts.`,
      ),
    },
  ];
}
