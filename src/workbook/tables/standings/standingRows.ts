// The rows of 成绩排名 as they stand and as they are wanted, shared by both ways of writing them. Knows no plan.
import { sameNumber } from '../../../core/contest/blindNumber';
import type { Language } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import { labelOf } from '../../contract/labels';
import type { CellWrite } from '../../contract/plan';
import { locateColumns, readRows, type TableRow } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf, type ColumnSpec, type TableSpec } from '../../contract/spec';

/** The value columns of one entry; scores and ranks are formulas. */
export interface StandingRecord {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  readonly unit: string;
  /** Label of the workbook's language, or '' before anything was decided. */
  readonly decision: string;
  /** Order among entries of the same shown score, from 0. */
  readonly tieKey: number;
  /** Label 是 or 否. */
  readonly eligible: string;
  readonly why: string;
}

/** Columns that a job writes as values; all others of the table are formulas. */
export const VALUE_KEYS = ['entryId', 'blindNo', 'title', 'unit', 'decision', 'tieKey', 'eligible', 'why'] as const;
/** Headers of judge columns end in the judge's id. */
export const JUDGE_HEADER = /[（(]J\d+[)）]$/;

interface ExtraColumn {
  readonly place: number;
  readonly column: ColumnSpec;
}

/** Columns that people added, at their places in the table as it stands. */
export function extraColumns(spec: TableSpec, table: TableSnapshot): ExtraColumn[] {
  const known = new Set(locateColumns(spec, table).values());
  return table.headers.flatMap((header, place) =>
    known.has(place) || JUDGE_HEADER.test(header)
      ? []
      : [
          {
            place,
            column: {
              key: `extra.${place}`,
              header: text(header, header),
              type: 'any' as const,
              width: 14,
              input: true,
            },
          },
        ],
  );
}

/** The table’s columns and behind them those that people added, which a new ranking keeps. */
export function withExtras(spec: TableSpec, extras: readonly ExtraColumn[]): TableSpec {
  return { ...spec, columns: [...spec.columns, ...extras.map(({ column }) => column)] };
}

/** A person's cell as it can be written again: a formula stays a formula. */
function carried(table: TableSnapshot, row: number, place: number): CellWrite {
  const value = table.values[row]?.[place] ?? '';
  const formula = table.formulas[row]?.[place];
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? { formula } : value;
}

/** One row of the table as it stands, and the record that belongs there. */
export interface StandingRow {
  readonly index: number;
  readonly record: StandingRecord;
  /** Its entry is no longer registered, or the row is there twice: it counts for nothing. */
  readonly gone: boolean;
  readonly changed: boolean;
  /** Values of the columns that people added. */
  readonly extras: RowRecord;
}

/** By place: what rows without an entry id stand for, where their blind number and title are one record's that has no row. */
function recordsByNumber(rows: readonly TableRow[], records: readonly StandingRecord[]): Map<number, StandingRecord> {
  const nameless = rows.filter((row) => row.text('entryId') === '');
  const present = new Set(rows.map((row) => row.text('entryId')));
  return new Map(
    nameless.flatMap((row) => {
      const isMeant = (other: { readonly blindNo: string; readonly title: string }): boolean =>
        sameNumber(other.blindNo, row.text('blindNo')) && other.title === row.text('title');
      const [record, ...more] = records.filter((each) => !present.has(each.entryId) && isMeant(each));
      const alike = nameless.filter((other) =>
        isMeant({ blindNo: other.text('blindNo'), title: other.text('title') }),
      ).length;
      return record && more.length === 0 && alike === 1 ? [[row.index, record] as const] : [];
    }),
  );
}

/** Pairs each row with its record by entry id, one without an id by number and title. A row whose entry is gone keeps what it says, marked as not counting. */
export function standingRows(
  spec: TableSpec,
  table: TableSnapshot,
  records: readonly StandingRecord[],
  language: Language,
): StandingRow[] {
  const recordOf = new Map(records.map((record) => [record.entryId, record]));
  const extras = extraColumns(spec, table);
  const seen = new Set<string>(['']);
  const rows = readRows(spec, table);
  const byNumber = recordsByNumber(rows, records);
  return rows.map((row) => {
    const entryId = row.text('entryId');
    const found = seen.has(entryId) ? byNumber.get(row.index) : recordOf.get(entryId);
    seen.add(entryId);
    const record = found ?? {
      entryId,
      blindNo: row.text('blindNo'),
      title: row.text('title'),
      unit: row.text('unit'),
      decision: '',
      tieKey: 0,
      eligible: labelOf('yesNo', 'no', language),
      why: text('已不在参评作品表中，不计', 'No longer among the entries: does not count')[language],
    };
    return {
      index: row.index,
      record,
      gone: found === undefined,
      changed: VALUE_KEYS.some((key) => row.get(key) !== record[key]),
      extras: Object.fromEntries(extras.map(({ place, column }) => [column.key, carried(table, row.index, place)])),
    };
  });
}

/** A value that another takes the place of, for the preview and the log. */
export interface StandingChange {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What people see and so may have typed over. */
const SHOWN_KEYS = ['blindNo', 'title', 'unit', 'decision', 'why'] as const;

/** Every shown value that gives way to another one: whether it was typed or from a former ranking cannot be told, so all are kept. */
export function replacedValues(
  spec: TableSpec,
  table: TableSnapshot,
  rows: readonly StandingRow[],
  language: Language,
): StandingChange[] {
  const places = locateColumns(spec, table);
  return rows.flatMap(({ index, record }) =>
    SHOWN_KEYS.flatMap((key): StandingChange[] => {
      const before = String(table.values[index]?.[places.get(key) ?? -1] ?? '');
      return before === '' || before === record[key]
        ? []
        : [
            {
              table: spec.name,
              row: record.entryId,
              column: columnOf(spec, key).header[language],
              before,
              after: record[key],
            },
          ];
    }),
  );
}

/** Cells of formula columns in which a person typed a value. Formulas that were not read count as untouched. */
export function typedOverFormulas(
  spec: TableSpec,
  table: TableSnapshot,
  rows: readonly StandingRow[],
  language: Language,
): StandingChange[] {
  const places = locateColumns(spec, table);
  const computed = spec.columns.filter(({ key, formula }) => formula !== undefined && (places.get(key) ?? -1) >= 0);
  return rows.flatMap(({ index, record }) =>
    computed.flatMap((column): StandingChange[] => {
      const cell = table.formulas[index]?.[places.get(column.key) ?? -1] ?? '';
      if (cell === '' || String(cell).startsWith('=')) return [];
      return [
        {
          table: spec.name,
          row: record.entryId,
          column: column.header[language],
          before: String(cell),
          after: text('（公式）', '(formula)')[language],
        },
      ];
    }),
  );
}
