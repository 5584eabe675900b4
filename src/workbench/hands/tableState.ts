// What stands in the tables, by what names a row and a column, never by place: so that two states can be compared after sorting.
import type { TableSpec } from '../../workbook/contract/spec';
import { everyTable, tableCalled, type CellValue, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { nameAt } from '../../workbook/contract/identity';
import { locateColumns } from '../../workbook/contract/rows';
import { TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import type { Session } from './sessions';

/** Contents by header; formulas as '='. */
export type RowState = Readonly<Record<string, string>>;

/** By table, then by row name. Rows of one name stand beside each other. */
export type TableState = Readonly<Record<string, Readonly<Record<string, readonly RowState[]>>>>;

const KEYS: ReadonlyMap<string, TableSpec> = new Map(
  [...TABLES, standingsSpec([])].map((spec) => [spec.name, spec] as const),
);

function placesOf(snapshot: WorkbookSnapshot, name: string): number[] {
  const table = tableCalled(snapshot.tables, name);
  if (!table) return [];
  if (name.startsWith(SCORE_TABLE_PREFIX)) {
    const own = table.headers.findIndex((header) => /参评编号|Entry ID/.test(header));
    return [own >= 0 ? own : table.headers.findIndex((header) => /编号/.test(header))];
  }
  const spec = KEYS.get(name);
  const places = spec && locateColumns(spec, table);
  return spec ? spec.key.map((key) => places?.get(key) ?? -1).filter((place) => place >= 0) : [];
}

/** What each table says, row by row under its key: two states are compared by it wherever rows stand. */
export function stateOf(snapshot: WorkbookSnapshot): TableState {
  const state: Record<string, Record<string, RowState[]>> = {};
  for (const table of everyTable(snapshot.tables)) {
    const { name } = table;
    const places = placesOf(snapshot, name);
    const anchor = table.headers.indexOf('登记时编号');
    const rows: Record<string, RowState[]> = {};
    table.values.forEach((line, at) => {
      const content = (place: number): string => {
        const formula: CellValue | undefined = table.formulas[at]?.[place];
        return typeof formula === 'string' && formula.startsWith('=') && formula !== line[place]
          ? '='
          : String(line[place] ?? '');
      };
      const row: RowState = Object.fromEntries(table.headers.map((header, place) => [header, content(place)]));
      const typed = Object.values(row).filter((cell) => cell !== '=' && cell !== '');
      if (typed.length === 0) return;
      // Of an id that is a formula the office without a calculation may have no result: the row is called by the id that was written beside it.
      const known = line.map((cell, place) => (cell === '' && content(place) === '=' ? (line[anchor] ?? '') : cell));
      const key = nameAt(known, places);
      const named = places.length > 0 && /[^[\]",]/.test(key) ? key : JSON.stringify(typed);
      rows[named] = [...(rows[named] ?? []), row];
    });
    state[name] = rows;
  }
  return state;
}

/** The state as a session reads it now. */
export async function readState(session: Session): Promise<{ state: TableState; snapshot: WorkbookSnapshot }> {
  const snapshot = await session.port.read({ tables: ['*'], formulas: ['*'], sheets: ['*'] });
  return { state: stateOf(snapshot), snapshot };
}
