// In which tables a row that adds up the others would count as one of them, and which columns name a row there.
import type { Problem } from '../../core/ground/problem';
import { isTotalRow, totalRows } from '../contract/totalRows';
import type { ColumnKeys, TableName } from '../contract/keys';
import type { TableRow } from '../contract/rows';
import { tableCalled, type WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';

const NAMED = {
  Units: ['name'],
  Activities: ['activity'],
  Phases: ['phase'],
  Requirements: ['title'],
  Entries: ['title', 'blindNo', 'unit'],
  Judges: ['name'],
  Criteria: ['name'],
  AwardTiers: ['tier'],
  Programme: ['item'],
} as const satisfies { readonly [T in TableName]?: readonly [ColumnKeys[T], ...ColumnKeys[T][]] };

const namesIn = (table: string): readonly [string, ...string[]] | undefined =>
  (NAMED as Readonly<Record<string, readonly [string, ...string[]]>>)[table];

/** The row adds up the others of its table: nobody gives it a number. */
export function isSum({ name }: TableSpec, row: TableRow): boolean {
  return isTotalRow(row, namesIn(name) ?? []);
}

/** Sums that stand inside tables, table by table. */
export function sumsInside(
  { tables }: Pick<WorkbookSnapshot, 'tables'>,
  spec: (table: string) => TableSpec,
): Problem[] {
  return Object.keys(NAMED).flatMap((name) => {
    const [table, names] = [tableCalled(tables, name), namesIn(name)];
    return table && names ? totalRows(spec(name), table, names) : [];
  });
}
