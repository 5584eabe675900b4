// Workbooks keep the headers that an earlier version gave them; formulas must name the columns as they stand. Knows no table.
import { foldedHeader, headerPlaces, isCalled } from './headerPlaces';
import { tableCalled, type TableSnapshot, type WorkbookSnapshot } from './snapshot';
import type { ColumnSpec, TableSpec } from './spec';

/** The header under which the column stands in the table, when it is one of an earlier version; else undefined. */
export function formerHeader(column: ColumnSpec, headers: readonly string[]): string | undefined {
  if (!column.formerly || headers.some((header) => isCalled(column, header))) return undefined;
  return headers.find((header) => column.formerly?.map(foldedHeader).includes(foldedHeader(header)));
}

/** The spec with the headers that the table has, where they are those of an earlier version or say the same otherwise, and without optional columns that it has not. */
export function asItStands(spec: TableSpec, table: TableSnapshot | undefined): TableSpec {
  if (!table || !spec.columns.some(({ formerly, likewise, optional }) => formerly ?? likewise ?? optional)) return spec;
  const places = headerPlaces(spec, table.headers);
  return {
    ...spec,
    columns: spec.columns.map((column) => {
      const header = table.headers[places.get(column.key) ?? -1];
      if (header === undefined && column.optional) return { ...column, absent: true as const };
      return header === undefined || isCalled(column, header)
        ? column
        : { ...column, header: { zh: header, en: header } };
    }),
  };
}

/** A finder whose specs have the headers of the workbook; each is made once. */
export function findAsItStands(
  find: (table: string) => TableSpec,
  tables: WorkbookSnapshot['tables'],
): (table: string) => TableSpec {
  const found = new Map<string, TableSpec>();
  return (name) => {
    const spec = found.get(name) ?? asItStands(find(name), tableCalled(tables, name));
    found.set(name, spec);
    return spec;
  };
}
