// A snapshot whose tracker shows what the rules say, as if its formulas had been calculated.
import { trackUnits } from '../../src/core/tracker/trackUnits';
import { serialFromWallTime, type WallTime } from '../../src/core/ground/wallTime';
import { labelOf } from '../../src/workbook/contract/labels';
import { locateColumns } from '../../src/workbook/contract/rows';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { TRACKER } from '../../src/workbook/tables/tracker/tracker';
import { situationOf } from './situationOf';

const serial = (time: WallTime | null): CellValue => (time === null ? '' : serialFromWallTime(time));

/** Fills status, due, completed, minutes late, quota, counts and missing parts; formulas stay. */
export function calculated(snapshot: WorkbookSnapshot, now: string): WorkbookSnapshot {
  const { campaign, asOf } = situationOf(snapshot, now);
  const table = snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  const places = locateColumns(TRACKER, table);
  const byPair = new Map(trackUnits(campaign, asOf).map((row) => [`${row.unitId} ${row.requirementId}`, row]));
  const values = table.values.map((cells) => {
    const row = byPair.get(`${cells[places.get('unitId') ?? -1]} ${cells[places.get('requirementId') ?? -1]}`);
    if (!row) return cells;
    const shown: Readonly<Record<string, CellValue>> = {
      status: labelOf('status', row.status, campaign.settings.language),
      due: serial(row.due),
      completedAt: serial(row.completedAt),
      minutesLate: row.minutesLate,
      quota: row.quota,
      accepted: row.accepted,
      arrived: row.arrived,
      missingParts: row.missingParts.join('、'),
    };
    return cells.map((cell, place) => {
      const key = TRACKER.columns.find((column) => places.get(column.key) === place)?.key ?? '';
      return shown[key] ?? cell;
    });
  });
  return { ...snapshot, tables: { ...snapshot.tables, Tracker: { ...table, values } } };
}

/** The snapshot with one cell of a table changed, by header; as a value that was typed. */
export function typed(
  snapshot: WorkbookSnapshot,
  tableName: string,
  row: number,
  header: string,
  value: CellValue,
): WorkbookSnapshot {
  const table = snapshot.tables[tableName];
  const column = table?.headers.indexOf(header) ?? -1;
  if (!table || column < 0) throw new Error(`${tableName} has no column ${header}`);
  const put = (cells: readonly (readonly CellValue[])[]): CellValue[][] =>
    cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? value : cell)));
  return {
    ...snapshot,
    tables: { ...snapshot.tables, [tableName]: { ...table, values: put(table.values), formulas: put(table.formulas) } },
  };
}
