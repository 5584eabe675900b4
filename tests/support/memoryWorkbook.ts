// A workbook in memory behind the port that jobs know: plans are carried out on a snapshot, formulas stay uncalculated.
import type { Deps } from '../../src/app/job';
import type { WallTime } from '../../src/core/wallTime';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applySteps } from './applySteps';

export interface MemoryWorkbook {
  readonly deps: Deps;
  snapshot: WorkbookSnapshot;
  now: WallTime;
}

export function memoryWorkbook(start: WorkbookSnapshot, now: WallTime): MemoryWorkbook {
  const book: { -readonly [Key in keyof MemoryWorkbook]: MemoryWorkbook[Key] } = {
    snapshot: start, now,
    deps: {
      language: 'zh', now: () => book.now,
      workbook: {
        roundTrips: 0,
        read: () => Promise.resolve(book.snapshot),
        write: ({ steps }) => {
          book.snapshot = applySteps(book.snapshot, steps);
          return Promise.resolve([]);
        },
      },
    },
  };
  return book;
}

/** Every text that stands anywhere in the workbook: in tables, in their formulas' place, on sheets; dates as serial numbers. */
export function everythingIn({ sheets, tables }: WorkbookSnapshot): string {
  const words = (rows: readonly (readonly CellValue[])[]): string => rows.map((row) => row.join('\u0001')).join('\u0001');
  return [...Object.values(tables).map((table) => words(table.values)), ...sheets.map(({ values = [] }) => words(values))].join('\u0001');
}

