// Where the tables stand that 首页 speaks of: on which sheet, in which columns. Of a new workbook as it will be, else as it is.
import type { Language } from '../../core/ground/text';
import { columnName } from '../contract/a1';
import { locateColumns } from '../contract/rows';
import type { WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';

/** Where a table stands, for links to it. */
export interface TablePlace {
  readonly sheet: string;
  /** 0-based column of the sheet; null when the table lacks it. */
  readonly columnOf: (key: string) => number | null;
}

/** Null when the workbook has no such table. */
export type TablePlaces = (spec: TableSpec) => TablePlace | null;

/** Of a workbook that is being made: every table begins in column A, in the order of its spec. */
export function newPlaces(language: Language): TablePlaces {
  return (spec) => ({
    sheet: spec.sheet[language],
    columnOf: (key) => {
      const place = spec.columns.findIndex((column) => column.key === key);
      return place < 0 ? null : place;
    },
  });
}

/** Of the workbook as it is: sheets may have other names, columns may have been moved or deleted. */
export function standingPlaces({ tables }: WorkbookSnapshot): TablePlaces {
  return (spec) => {
    const table = tables[spec.name];
    if (!table) return null;
    const places = locateColumns(spec, table);
    return {
      sheet: table.sheet,
      columnOf: (key) => {
        const place = places.get(key) ?? -1;
        return place < 0 ? null : table.left + place;
      },
    };
  };
}

/** `'收件登记'!$C:$C`. */
export function wholeColumn(sheet: string, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!$${columnName(column)}:$${columnName(column)}`;
}
