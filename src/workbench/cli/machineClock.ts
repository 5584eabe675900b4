// The clocks of a job on the command line: this machine's, in whatever zone is asked for, or the one moment that --now names.
import { computerTime, wallTimeAt } from '../../app/run/wallClock';
import type { Deps } from '../../app/run/job';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import type { WallTime } from '../../core/ground/wallTime';
import { readRows } from '../../workbook/contract/rows';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { Book, Cell } from '../model/book';

/** The moment of the campaign’s zone, and that of the computer. */
export type JobClock = Pick<Deps, 'now' | 'computerNow'>;

/** Stands still at `instant`, so that everything in one job speaks of the same second. */
export function machineClock(instant: Date): JobClock {
  return { now: (zone) => wallTimeAt(instant.getTime(), zone), computerNow: () => computerTime(instant) };
}

/** --now: every clock shows this, the computer's too; zones are known as ever. */
export function clockAt(moment: WallTime): JobClock {
  return { now: (zone) => (wallTimeAt(0, zone) === null ? null : moment) };
}

const textOf = ({ value }: Cell = {}): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The zone that the book's settings name; the default where they name none. */
function zoneOfBook(book: Book): string {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(({ name }) => name === SETTINGS.name);
    if (!table) continue;
    const { row, column, rows, columns } = table.range;
    const lines = Array.from({ length: rows }, (_row, r) =>
      Array.from({ length: columns }, (_column, c) => textOf(sheet.cells.get(`${row + r},${column + c}`))),
    );
    const [headers = [], ...values] = lines;
    const snapshot = {
      name: SETTINGS.name,
      sheet: sheet.name,
      top: row,
      left: column,
      headers,
      values,
      formulas: values,
      filtered: false,
      crowded: false,
    };
    return (
      readRows(SETTINGS, snapshot)
        .find((line) => line.text('key') === 'zone')
        ?.text('value') || DEFAULT_ZONE
    );
  }
  return DEFAULT_ZONE;
}

/** What NOW() shows while the book is worked out here: the campaign's clock, so that the file holds what the report says. */
export function bookTime(clock: JobClock, book: Book): WallTime {
  return clock.now(zoneOfBook(book)) ?? clock.now(DEFAULT_ZONE) ?? 0;
}
