// What an office has to set anew in a new campaign, each as a notice with what it was: dates, settings, words that name the former year.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { columnOf } from '../../workbook/contract/spec';
import { ACTIVITIES } from '../../workbook/tables/activities/activities';
import { PHASES } from '../../workbook/tables/phases/phases';
import { PROGRAMME } from '../../workbook/tables/programme/programme';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import type { SettingRow } from '../../workbook/tables/settings/settingRows';
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

/** Cells of tables that stay and still name the former year. */
export function oldWords({ tables }: WorkbookSnapshot, year: number): Problem[] {
  const named = new RegExp(`(?<!\\d)${year}(?!\\d)`);
  return SPECS.flatMap((spec) => {
    const table = tables[spec.name];
    if (!table) return [];
    return readRows(spec, table).flatMap((row) =>
      spec.columns
        .filter(
          ({ key, formula, type }) => !formula && type !== 'moment' && type !== 'date' && named.test(row.text(key)),
        )
        .map(({ key, header }): Problem => {
          const name = spec.key.map((part) => row.text(part)).join(' ');
          return {
            code: 'names-last-year',
            table: spec.name,
            row: name,
            column: key,
            expected: text('今年的说法', 'this year’s words'),
            found: row.text(key),
            message: text(
              `${name}“${header.zh}”里还写着 ${year}：“${row.text(key)}”，请看是否要改。`,
              `${name}, “${header.en}” still says ${year}: “${row.text(key)}”; see whether to change it.`,
            ),
          };
        }),
    );
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
