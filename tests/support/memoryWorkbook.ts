// A workbook in memory behind the add-in's own door: whole jobs run on it without any Excel. Formulas are not calculated.
import type { Deps } from '../../src/app/run/job';
import type { WallTime } from '../../src/core/ground/wallTime';
import type { WorkbookPort } from '../../src/workbook/contract/port';
import {
  everyTable,
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';
import { applySteps } from './applySteps';

export interface MemoryWorkbook {
  readonly port: WorkbookPort;
  readonly deps: Deps;
  readonly snapshot: WorkbookSnapshot;
  /** Tables of sheets that a plan kept under another name. */
  readonly kept: readonly TableSnapshot[];
  /** What people do between two jobs. */
  edit(change: (snapshot: WorkbookSnapshot) => WorkbookSnapshot): void;
  setNow(now: WallTime): void;
}

/** Sheets of tables show what the tables hold now, as a real workbook would. */
function withSheetValues(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const bySheet = new Map(everyTable(snapshot.tables).map((table) => [table.sheet, table]));
  const sheets = snapshot.sheets.map((sheet) => {
    const table = bySheet.get(sheet.name);
    if (!table) return sheet;
    const above: CellValue[][] = (sheet.values ?? []).slice(0, table.top).map((row) => [...row]);
    const indent: CellValue[] = Array.from({ length: table.left }, () => '');
    return {
      ...sheet,
      values: [...above, [...indent, ...table.headers], ...table.values.map((row) => [...indent, ...row])],
    };
  });
  return { ...snapshot, sheets };
}

export function memoryWorkbook(start: WorkbookSnapshot, now: WallTime): MemoryWorkbook {
  let snapshot = start;
  let clock = now;
  let roundTrips = 0;
  const kept: TableSnapshot[] = [];
  const port: WorkbookPort = {
    read: () => {
      roundTrips += 2;
      return Promise.resolve(withSheetValues(snapshot));
    },
    write: (plan) => {
      for (const step of plan.steps) {
        if (step.kind === 'replaceSheet' && step.keepAs !== undefined)
          kept.push(...everyTable(snapshot.tables).filter(({ sheet }) => sheet === step.replaces));
        snapshot = applySteps(snapshot, [step]);
      }
      roundTrips += 2;
      return Promise.resolve([]);
    },
    get roundTrips() {
      return roundTrips;
    },
  };
  return {
    port,
    kept,
    get snapshot() {
      return snapshot;
    },
    deps: { workbook: port, now: () => clock, language: 'zh' },
    edit: (change) => {
      snapshot = change(snapshot);
    },
    setNow: (moment) => {
      clock = moment;
    },
  };
}

/** A job's cell as it stands, by the table's key column and header. Throws when there is no such row. */
export function cellOf(snapshot: WorkbookSnapshot, tableName: string, id: string, header: string): CellValue {
  const table = tableCalled(snapshot.tables, tableName);
  const row = table?.values.find((cells) => cells[0] === id);
  const place = table?.headers.indexOf(header) ?? -1;
  if (!row || place < 0) throw new Error(`${tableName} has no ${id} ${header}`);
  return row[place] ?? '';
}

/** Every text that stands anywhere in the workbook: in tables, in their formulas' place, on sheets; dates as serial numbers. */
export function everythingIn({ sheets, tables }: WorkbookSnapshot): string {
  const words = (rows: readonly (readonly CellValue[])[]): string =>
    rows.map((row) => row.join('\u0001')).join('\u0001');
  return [
    ...everyTable(tables).map((table) => words(table.values)),
    ...sheets.map(({ values = [] }) => words(values)),
  ].join('\u0001');
}
