// Workbooks keep the headers that an earlier version gave them; formulas must name the columns as they stand. Knows no table.
import { tableCalled, type TableSnapshot, type WorkbookSnapshot } from './snapshot';
import type { ColumnSpec, TableSpec } from './spec';

const folded = (header: string): string => header.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The header under which the column stands in the table, when it is one of an earlier version; else undefined. */
export function formerHeader(column: ColumnSpec, headers: readonly string[]): string | undefined {
  if (
    !column.formerly ||
    headers.some((header) => [column.header.zh, column.header.en].map(folded).includes(folded(header)))
  )
    return undefined;
  return headers.find((header) => column.formerly?.map(folded).includes(folded(header)));
}

/** The spec with the headers that the table has, where they are those of an earlier version. */
export function asItStands(spec: TableSpec, table: TableSnapshot | undefined): TableSpec {
  if (!table || !spec.columns.some(({ formerly }) => formerly)) return spec;
  return {
    ...spec,
    columns: spec.columns.map((column) => {
      const header = formerHeader(column, table.headers);
      return header === undefined ? column : { ...column, header: { zh: header, en: header } };
    }),
  };
}

/** A finder whose specs have the headers of the workbook. */
export function findAsItStands(
  find: (table: string) => TableSpec,
  tables: WorkbookSnapshot['tables'],
): (table: string) => TableSpec {
  return (name) => asItStands(find(name), tableCalled(tables, name));
}
