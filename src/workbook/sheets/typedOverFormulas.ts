// Formulas of a page that somebody typed over: a formula that counts them, by itself and without the add-in, and marks for their cells. Knows no page.
import { text, type Language } from '../../core/ground/text';
import { columnName } from '../contract/a1';
import { PALETTE } from '../contract/palette';
import type { Area, CellWrite, ConditionalFormat, SheetPlan, Validation } from '../contract/plan';

/** `$A$1:$P$3` of a 0-based area. */
export function fixedArea({ row, column, rows, columns }: Area): string {
  return `$${columnName(column)}$${row + 1}:$${columnName(column + columns - 1)}$${row + rows}`;
}

/** A cell of a sheet. */
export interface Place {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
}

/** Whether the cell lies in one of the areas. */
export function isIn(areas: readonly Area[], { row, column }: Place): boolean {
  return areas.some(
    (area) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  );
}

/** A cell of a plan that is a formula. */
export interface PlannedFormula extends Place {
  readonly formula: string;
}

/** Cells into which the plan of a sheet writes formulas, row by row. */
export function plannedFormulas({ blocks }: Pick<SheetPlan, 'blocks'>): PlannedFormula[] {
  return blocks.flatMap(({ row, column, cells }) =>
    cells.flatMap((values, r) =>
      values.flatMap((value, c) =>
        typeof value === 'object' && value !== null
          ? [{ row: row + r, column: column + c, formula: value.formula }]
          : [],
      ),
    ),
  );
}

const isFormula = (cell: CellWrite | undefined): boolean => typeof cell === 'object' && cell !== null;

/**
 * Formula without "=" that counts the formulas of these rows, from row 0 on, that are none any more. Rows that somebody puts in are nothing, formulas go with
 * rows that are taken out. `without`: rows that are not looked at, 0-based, since they follow from the count.
 */
export function typedOverCount(rows: readonly (readonly CellWrite[])[], without: readonly number[]): string {
  const columns = Math.max(...rows.map(({ length }) => length));
  const counts = rows.map((row, at) => (without.includes(at) ? 0 : row.filter(isFormula).length));
  const runs: { row: number; rows: number; count: number }[] = [];
  counts.forEach((count, row) => {
    const last = runs[runs.length - 1];
    if (last?.count === count && !without.includes(row) && !without.includes(row - 1)) last.rows += 1;
    else runs.push({ row, rows: 1, count });
  });
  const all = counts.reduce((sum, count) => sum + count, 0);
  const area = (row: number, height: number): string => fixedArea({ row, column: 0, rows: height, columns });
  const expected = runs.flatMap(({ row, rows: height, count }) =>
    count === 0 ? [] : [`${count}*ROWS(${area(row, height)})`],
  );
  const ends = [-1, ...[...without].sort((a, b) => a - b), rows.length];
  const found = ends.slice(1).flatMap((end, at) => {
    const from = (ends[at] ?? -1) + 1;
    return end > from ? [`SUMPRODUCT(--ISFORMULA(${area(from, end - from)}))`] : [];
  });
  return `MAX(0,MIN(${all},IFERROR(${expected.join('+')},${all}))-${found.join('-')})`;
}

/** Red where something else than a formula stands. All cells of the areas hold formulas, or nothing. */
export function typedOverMarks(areas: readonly Area[]): ConditionalFormat[] {
  return areas.map((area) => {
    const first = `${columnName(area.column)}${area.row + 1}`;
    return {
      area,
      formula: `=AND(NOT(ISFORMULA(${first})),${first}<>"")`,
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    };
  });
}

/** What Excel says to whoever types there. */
export function typedOverStops(areas: readonly Area[], language: Language): Validation[] {
  return areas.map((area) => ({
    area,
    rule: { kind: 'custom', formula: `=ISFORMULA(${columnName(area.column)}${area.row + 1})` },
    error: {
      title: text('自动计算', 'Worked out by itself')[language],
      message: text(
        '这一格由公式自动得出，填进去就不再更新。要改，请到它所数的那张表里改。',
        'A formula works this cell out; what is typed over it would no longer follow. Change the sheet that it counts.',
      )[language],
      style: 'Stop',
    },
  }));
}
