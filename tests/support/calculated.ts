// A snapshot whose tracker shows what the rules say, as if its formulas had been calculated.
import { valuesAt } from '../../src/app/collect/trackerValues';
import { locateColumns } from '../../src/workbook/contract/rows';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { TRACKER } from '../../src/workbook/tables/tracker/tracker';
import { COMPARED } from '../../src/workbook/tables/tracker/trackerValues';
import { situationOf } from './situationOf';

/** Fills every column that the check compares; formulas stay. */
export function calculated(snapshot: WorkbookSnapshot, now: string): WorkbookSnapshot {
  const situation = situationOf(snapshot, now);
  const table = snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  const places = locateColumns(TRACKER, table);
  const wanted = valuesAt(situation, [], situation.campaign.requirements, situation.asOf);
  const values = table.values.map((cells) => {
    const row = wanted.get(`${cells[places.get('unitId') ?? -1]} ${cells[places.get('requirementId') ?? -1]}`);
    return cells.map((cell, place): CellValue => {
      const column = COMPARED.find(({ key }) => places.get(key) === place);
      return row && column ? row[column.key] : cell;
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
  const table = tableCalled(snapshot.tables, tableName);
  const column = table?.headers.indexOf(header) ?? -1;
  if (!table || column < 0) throw new Error(`${tableName} has no column ${header}`);
  const put = (cells: readonly (readonly CellValue[])[]): CellValue[][] =>
    cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? value : cell)));
  return {
    ...snapshot,
    tables: { ...snapshot.tables, [tableName]: { ...table, values: put(table.values), formulas: put(table.formulas) } },
  };
}
