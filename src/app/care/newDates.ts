// The dates of last year's campaign in tables that are taken over: cleared, each named with what it was, or moved to the new year.
import { isoFromWallTime, serialFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { shiftYears } from '../../core/time/shiftYears';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { updateCells, type CellEdit } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import type { CellValue, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { ACTIVITIES } from '../../workbook/tables/activities/activities';
import { PHASES } from '../../workbook/tables/phases/phases';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import type { DatedTable } from './nextYearFates';

/** A date of last year and what it becomes; both ISO, without a time where there was none. */
export interface OldDate {
  readonly table: string;
  readonly row: string;
  /** What people call the row. */
  readonly title: string;
  /** Column key. */
  readonly column: string;
  readonly was: string;
  /** '' = cleared, to be set anew. */
  readonly becomes: string;
}

/** All of them, and the steps that write them. */
export interface NewDates {
  readonly dates: readonly OldDate[];
  readonly steps: readonly PlanStep[];
}

interface Dated {
  readonly spec: TableSpec;
  readonly columns: readonly string[];
  readonly title: string;
}

const DATED: { readonly [T in DatedTable]: Dated } = {
  Requirements: { spec: REQUIREMENTS, columns: ['opens', 'due'], title: 'title' },
  Phases: { spec: PHASES, columns: ['from', 'to'], title: 'phase' },
  Activities: { spec: ACTIVITIES, columns: ['from', 'to'], title: 'activity' },
};

function shown(value: CellValue): string {
  if (!isMomentSerial(value)) return String(value);
  return isoFromWallTime(wallTimeFromSerial(value)).slice(0, 16).replace('T', ' ').replace(' 00:00', '');
}

/** `years`: how far they are moved; null = they are cleared. What is no date is cleared too, and named: nobody can say what it means. */
export function newDates(snapshot: WorkbookSnapshot, years: number | null): NewDates {
  const found = Object.values(DATED).flatMap(({ spec, columns, title }) => {
    const table = snapshot.tables[spec.name];
    if (!table) return [];
    const places = locateColumns(spec, table);
    const cells = readRows(spec, table).flatMap((row) =>
      columns
        .filter((key) => (places.get(key) ?? -1) >= 0 && row.text(key) !== '')
        .flatMap((key): { edit: CellEdit; date: OldDate }[] => {
          const value = row.get(key);
          const moved =
            years !== null && isMomentSerial(value)
              ? serialFromWallTime(shiftYears(wallTimeFromSerial(value), years))
              : null;
          const becomes = moved === null ? '' : shown(moved);
          const name = spec.key.map((part) => row.text(part)).join(' ');
          const date = { table: spec.name, row: name, title: row.text(title), column: key, was: shown(value), becomes };
          return [{ edit: { index: row.index, key, value: moved ?? '' }, date }];
        }),
    );
    return [
      {
        dates: cells.map(({ date }) => date),
        steps: updateCells(
          spec,
          table,
          cells.map(({ edit }) => edit),
        ),
      },
    ];
  });
  return { dates: found.flatMap(({ dates }) => dates), steps: found.flatMap(({ steps }) => steps) };
}
