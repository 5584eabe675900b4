// Which shape a campaign workbook has, and what this build knows. Says nothing about how a workbook comes from one shape to the next.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { readRows } from '../../contract/rows';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { SETTINGS } from './settings';

/**
 * The shape that this build makes and writes. Raise it by one whenever a formula, a column, a table or a setting changes in such a way that
 * older workbooks have to follow: 1 = workbooks that do not say their version; 2 = Settings says it; 3 = Decisions has the votes of a re-vote, Settings the
 * place of the ceremony; 4 = the tracker has a moment of its own (TrackerAsOf); 5 = Settings holds
 * the campaign’s words and its preset, unit ids follow the name in the row, receipts are counted in the order of one key; 6 = the log says who
 * acted and which lines belong to one act, each table has a column of what is to be corrected, phases are a table, units have
 * a task force, a workbook can be sealed; 7 = settings, score sheets, standings and the later tables say what is to be corrected in them, too, and
 * receipts say when they were reviewed; 8 = what certificates say is a table, the order of the receipts does not follow the clock, and an error in a
 * cell stays in its row; 9 = formulas are shorter, by hidden columns that say once what many asked for, and rows keep what they were written with.
 */
export const SCHEMA_VERSION = 9;

/** Key of the setting that holds it. */
export const VERSION_KEY = 'schemaVersion';

/** The version that the workbook says it has; 1 when it says none or something unreadable. Asks for no other column than key and value. */
export function schemaVersionOf({ tables }: WorkbookSnapshot): number {
  const table = tables[SETTINGS.name];
  const row = table && readRows(SETTINGS, table).find((candidate) => candidate.text('key') === VERSION_KEY);
  const version = Number(row?.text('value') || '1');
  return Number.isInteger(version) && version >= 1 ? version : 1;
}

/** Made by a later build: what it means there is not known here, so nothing is written. */
export function newerVersion(version: number): Problem {
  return {
    code: 'newer-version',
    table: SETTINGS.name,
    row: VERSION_KEY,
    expected: text(`不高于 ${SCHEMA_VERSION}`, `at most ${SCHEMA_VERSION}`),
    found: String(version),
    message: text(
      `这个工作簿由较新的版本建立（表结构版本 ${version}，本加载项只认到 ${SCHEMA_VERSION}）：可以查看，没有写入任何内容。请更新加载项后再写入。`,
      `This workbook was made by a newer version (schema version ${version}; this add-in knows ${SCHEMA_VERSION}): it can be looked at, and nothing was written. Update the add-in first.`,
    ),
  };
}

/** Made by an earlier build, which had fewer tables and columns: `missing` of them are to come. One problem for all, as one act brings them. */
export function olderVersion(version: number, missing: number): Problem {
  return {
    code: 'older-version',
    table: SETTINGS.name,
    row: VERSION_KEY,
    expected: text(`${SCHEMA_VERSION}`, `${SCHEMA_VERSION}`),
    found: String(version),
    message: text(
      `这个工作簿由较早的版本建立（表结构版本 ${version}，现在是 ${SCHEMA_VERSION}），还缺 ${missing} 个表或列：请先点“升级与修复”，已填的内容都保留。`,
      `This workbook was made by an older version (schema version ${version}, now ${SCHEMA_VERSION}) and lacks ${missing} tables or columns: run “Upgrade and repair” first; all that was filled in stays.`,
    ),
  };
}
