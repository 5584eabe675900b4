// What a new campaign leaves behind of last year's workbook: rows and whole sheets, each counted before anything goes. Takes nothing over.
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { emptyTable } from '../../workbook/contract/emptyTable';
import { JUDGE_HEADER } from '../../workbook/tables/standings/standingRows';
import type { PlanStep } from '../../workbook/contract/plan';
import { readRows } from '../../workbook/contract/rows';
import { sheetOf } from '../../workbook/contract/sheetOf';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { typedOutside } from '../../workbook/sheets/standingsPlan';
import { JUDGES } from '../../workbook/tables/judges/judges';
import { LOG } from '../../workbook/tables/records/records';
import { NEW_TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import type { Situation } from '../run/runJob';
import { madeSheetCalled } from '../run/sheetsMade';
import { fateOf } from './nextYearFates';

/** A table's rows, or (rows null) a sheet that is no table. */
export interface LeftBehind {
  /** Table name, or '' for a made sheet. */
  readonly table: string;
  readonly sheet: string;
  readonly rows: number | null;
  /** The sheet goes as a whole. */
  readonly gone: boolean;
}

/** What a new campaign leaves behind of last year’s workbook. */
export interface Leaving {
  /** What would be lost unseen: nothing goes before people moved it. */
  readonly problems: readonly Problem[];
  readonly left: readonly LeftBehind[];
  readonly steps: readonly PlanStep[];
}

const EMPTIED: readonly TableSpec[] = NEW_TABLES.filter(({ name }) => fateOf(name) === 'emptied');

const rowsIn = (table: TableSnapshot): number =>
  table.values.filter((row, index) =>
    row.some((cell, place) => cell !== '' && !String(table.formulas[index]?.[place] ?? '').startsWith('=')),
  ).length;

/** Tables that are made when they are needed: their sheets go as a whole. */
const isWholeSheet = (name: string): boolean => name.startsWith(SCORE_TABLE_PREFIX) || fateOf(name) === 'gone';

/** A sheet goes only when no table that stays stands on it. */
function sheetsThatGo({ sheets, tables }: WorkbookSnapshot): Set<string> {
  const staying = new Set(
    everyTable(tables)
      .filter(({ name }) => !isWholeSheet(name))
      .map(({ sheet }) => sheet),
  );
  const ofTables = everyTable(tables)
    .filter(({ name }) => isWholeSheet(name))
    .map(({ sheet }) => sheet);
  const overview: readonly string[] = Object.values(MADE_SHEETS.Overview.sheet);
  const made = sheets
    .map(({ name }) => name)
    .filter((name) => madeSheetCalled(name) !== null && !overview.includes(name));
  return new Set([...ofTables, ...made].filter((name) => !staying.has(name)));
}

/** Standings anew when judges have columns in it, else without its rows. */
function emptyStandings({ snapshot, words, campaign }: Situation): PlanStep[] {
  const spec = standingsSpec([], campaign.settings.rules.method);
  const table = snapshot.tables[spec.name];
  if (!table) return [];
  if (!table.headers.some((header) => JUDGE_HEADER.test(header)))
    return rowsIn(table) > 0 ? [emptyTable(spec, table, words(spec))] : [];
  const sheet = sheetOf(spec, [], words(spec));
  return [{ kind: 'replaceSheet', sheet: { ...sheet, name: table.sheet }, replaces: table.sheet }];
}

/** Of the log only the size is known; the new one begins with this act. */
function logRows({ tables }: WorkbookSnapshot): LeftBehind[] {
  const log = tables[LOG.name];
  return log ? [{ table: log.name, sheet: log.sheet, rows: log.values.length, gone: false }] : [];
}

/** `judges`: their rows stay. */
export function leaveBehind(situation: Situation, judges: boolean): Leaving {
  const { snapshot, words } = situation;
  const going = sheetsThatGo(snapshot);
  const emptied = (judges ? EMPTIED : [...EMPTIED, JUDGES]).flatMap((spec) => {
    const table = snapshot.tables[spec.name];
    return table && rowsIn(table) > 0 ? [{ spec, table }] : [];
  });
  const standings = emptyStandings(situation);
  const ranked = snapshot.tables['Standings'];
  const tableOn = (sheet: string): TableSnapshot | undefined =>
    everyTable(snapshot.tables).find((table) => table.sheet === sheet);
  return {
    problems: ranked && standings.some(({ kind }) => kind === 'replaceSheet') ? typedOutside(snapshot, ranked) : [],
    left: [
      ...emptied.map(({ spec, table }) => ({
        table: spec.name,
        sheet: table.sheet,
        rows: readRows(spec, table).length,
        gone: false,
      })),
      ...logRows(snapshot),
      ...(ranked && standings.length > 0
        ? [{ table: ranked.name, sheet: ranked.sheet, rows: rowsIn(ranked), gone: false }]
        : []),
      ...[...going].map((sheet): LeftBehind => {
        const table = tableOn(sheet);
        return { table: table?.name ?? '', sheet, rows: table ? rowsIn(table) : null, gone: true };
      }),
    ],
    steps: [
      ...[...going].map((sheet): PlanStep => ({ kind: 'removeSheet', sheet })),
      ...emptied.map(({ spec, table }) => emptyTable(spec, table, words(spec))),
      ...standings,
    ],
  };
}

/** Sheets that neither the add-in nor its tables own: people made them, and they stay. */
export function ownSheets({ sheets, tables }: WorkbookSnapshot): string[] {
  const withTable = new Set(everyTable(tables).map(({ sheet }) => sheet));
  return sheets.map(({ name }) => name).filter((name) => !withTable.has(name) && madeSheetCalled(name) === null);
}

/** Example: “收件登记 312 行”, “公示（整张）”. */
export function leftInWords({ sheet, rows, gone }: LeftBehind): Text {
  if (rows === null) return text(`${sheet}（整张）`, `${sheet} (the sheet)`);
  return gone
    ? text(`${sheet}（整张，${rows} 行）`, `${sheet} (the sheet, ${rows} rows)`)
    : text(`${sheet} ${rows} 行`, `${sheet}: ${rows} rows`);
}
