// The tracker's rows as values: what its formulas would show, worked out by the rules. Decides nothing about when.
import type { Language } from '../../../core/ground/text';
import { formatLateness } from '../../../core/time/formatLateness';
import type { Requirement } from '../../../core/requirements/requirement';
import type { TrackerRow } from '../../../core/tracker/trackerRow';
import { serialFromWallTime, type WallTime } from '../../../core/ground/wallTime';
import { labelOf } from '../../contract/labels';
import { locateColumns, readRows } from '../../contract/rows';
import { ISSUE } from '../../contract/issueColumn';
import { numberFormatOf } from '../../contract/sheetOf';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../contract/snapshot';
import type { ColumnKeys } from '../../contract/keys';
import type { ColumnSpec, TableSpec } from '../../contract/spec';
import { statusSign } from '../../contract/statusSigns';
import { TRACKER } from './tracker';
import { trackerStamp } from './trackerStamp';

/** By column: whoever adds a formula to the tracker says here what it shows. Keys, notes and retired columns are no formulas. */
export type ComputedValues = Readonly<
  Record<Exclude<ColumnKeys['Tracker'], 'unitId' | 'requirementId' | 'note' | 'dropped' | 'upTo'>, CellValue>
>;

/** Only formulas of the tracker itself look at these: without formulas they stay empty. */
const FOR_FORMULAS = {
  requirementRow: '',
  exempt: '',
  arrivedAny: '',
  unitRow: '',
  pair: '',
  exceptionRow: '',
  from: '',
  cut: '',
  doneAll: '',
  issue: '',
} as const;

/** Columns that formulas fill, or values in their place. */
export const COMPUTED = TRACKER.columns.filter(
  (column): column is ColumnSpec<keyof ComputedValues> => column.formula !== undefined,
);

/** Those that the stamp remembers: the column of issues came later and says nothing where values stand. */
export const STAMPED = COMPUTED.filter(({ key }) => key !== ISSUE);

/** Columns whose formulas the check holds against the rules. */
export type ComparedKey = Exclude<keyof ComputedValues, keyof typeof FOR_FORMULAS>;

/** The formula columns that people see or other tables count by: the check holds each against the rules. */
export const COMPARED = COMPUTED.filter(
  (column): column is ColumnSpec<ComparedKey> => !Object.hasOwn(FOR_FORMULAS, column.key),
);

/** Columns whose values depend on the present moment. */
const MOVING: ReadonlySet<string> = new Set<ComparedKey>(['status', 'mark', 'sign', 'minutesLate', 'lateness']);

/** Whether a column follows the clock: such a value is only as good as the moment it was worked out for. */
export function isMoving(key: ComparedKey): boolean {
  return MOVING.has(key);
}

/** The columns of the tracker with the same looks and no formulas: for rows that hold values. */
export const TRACKER_OF_VALUES: TableSpec<ColumnKeys['Tracker']> = {
  ...TRACKER,
  columns: TRACKER.columns.map(({ formula, ...column }) =>
    formula ? { ...column, numberFormat: numberFormatOf({ ...column, formula }) } : column,
  ),
};

/** What a row shows besides the rules' answer. */
interface RowNames {
  readonly unit: string;
  /** Absent: the row outlives its item. */
  readonly requirement: Requirement | undefined;
  readonly reminders: number;
}

const momentCell = (time: WallTime | null): CellValue => (time === null ? '' : serialFromWallTime(time));

/** A value for every computed column, by key. Example: `trackerValuesOf(row, names, 'zh')['status'] === '逾期'`. */
export function trackerValuesOf(
  row: TrackerRow,
  { unit, requirement, reminders }: RowNames,
  language: Language,
): ComputedValues {
  const status = labelOf('status', row.status, language);
  const mark = row.status === 'overdue' ? `▲${status}` : row.status === 'late' ? `△${status}` : '';
  return {
    unit,
    requirement: requirement?.title ?? '',
    mark,
    status,
    reminders,
    due: momentCell(row.due),
    completedAt: momentCell(row.completedAt),
    minutesLate: row.minutesLate,
    lateness: row.minutesLate > 0 ? formatLateness(row.minutesLate, language) : '',
    quota: row.quota,
    accepted: row.accepted,
    arrived: row.arrived,
    missingParts: row.missingParts.join('、'),
    rowKey: `${row.unitId} ${row.requirementId}`,
    sign: statusSign(row.status, language),
    ...FOR_FORMULAS,
  };
}

/**
 * From this many rows on the tracker holds values. Each row finds its receipts by two look-ups in one sorted column, so the work grows little
 * faster than the rows; what stands in the way is the formulas' text, some nine thousand characters a row with those of its receipts, which programs
 * read, keep and write: 43 MB in a file of 2,898 rows, 151 MB in one of 10,183, for which LibreOffice takes five times as long; and what follows the
 * clock runs with every keystroke. How far beyond this formulas stay comfortable in Excel has not been measured (`npm run bench -- formulas`).
 */
export const LARGE_TRACKER = 5000;

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

/**
 * The tracker holds values in the place of formulas: its stamp says so, or it is large and no formula is left in those of its rows whose
 * formulas were read. A small one without formulas and stamp was typed over.
 */
export function holdsValues({ tables, names }: Pick<WorkbookSnapshot, 'tables' | 'names'>): boolean {
  if (trackerStamp(names) !== null) return true;
  const table = tables[TRACKER.name];
  if (!table || readRows(TRACKER, table).length < LARGE_TRACKER) return false;
  const places = locateColumns(TRACKER, table);
  return !table.formulas.some((row) => COMPUTED.some(({ key }) => isFormula(row[places.get(key) ?? -1])));
}

/** Key and computed cells of every row, as they stand: what the stamp remembers of them. */
export function computedCells(table: TableSnapshot): CellValue[][] {
  return readRows(TRACKER, table).map((row) =>
    [...TRACKER.key, ...STAMPED.map(({ key }) => key)].map((key) => row.get(key)),
  );
}
