// What happens when an add-in assigns values or formulas to a range, by Excel's rules. The one place where the API changes contents.
import { bottomOf, holds, intersect, rightOf, sameArea } from '../model/area';
import type { Range, Sheet } from '../model/book';
import { cellAt, isFilled, setContent, setStyle, styleAt } from '../model/cells';
import { formulaFault } from '../model/formulaCheck';
import { noteWritten, renameTableColumn, resizeTable } from '../model/tables';
import { columnsTouched, fillByAutoCorrect } from '../model/calculatedColumns';
import { bodyArea, headerArea, tableAt, tablesIn } from '../model/tableParts';
import { readInput, type CellInput } from '../model/typedInput';
import { refuse } from './apiError';
import type { HostContext } from './hostContext';

const LONGEST_TEXT = 32767;

/** Spreads a scalar over the area or checks that a block has the area's shape. */
export function blockOf(value: unknown, area: Range): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const fits = value.length === area.rows && value.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) {
    const first: unknown = value[0];
    const found = `${value.length} × ${Array.isArray(first) ? first.length : '?'}`;
    refuse(
      'InvalidArgument',
      `the number of rows or columns does not match the range: expected ${area.rows} × ${area.columns}, found ${found}`,
    );
  }
  return (row, column) => (value as unknown[][])[row]?.[column];
}

/** Refuses when the sheet is protected and one of the cells is locked (of whole rows or columns: one of the first 10,000 by 1,000). */
export function requireUnlocked(sheet: Sheet, area: Range): void {
  if (!sheet.protection) return;
  for (let row = area.row; row <= Math.min(bottomOf(area), area.row + 9999); row++) {
    for (let column = area.column; column <= Math.min(rightOf(area), area.column + 999); column++) {
      if (styleAt(sheet, row, column).locked !== false) refuse('AccessDenied', `sheet ${sheet.name} is protected`);
    }
  }
}

interface Write {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
}

/** Cells with equal formulas share one text: it is compared and looked up for every cell of a column. */
interface CheckedFormula {
  readonly formula: string;
  readonly fault: string | null;
}

function readCell(
  cx: HostContext,
  sheet: Sheet,
  row: number,
  column: number,
  value: unknown,
  checked: Map<string, CheckedFormula>,
): CellInput {
  const isText = styleAt(sheet, row, column).numberFormat === '@';
  if (typeof value === 'number' || typeof value === 'boolean') {
    if (typeof value === 'number' && !Number.isFinite(value))
      refuse('InvalidArgument', `${value} cannot stand in a cell`);
    return isText ? { value: typeof value === 'number' ? String(value) : value ? 'TRUE' : 'FALSE' } : { value };
  }
  if (typeof value !== 'string') refuse('InvalidArgument', `${JSON.stringify(value)} cannot stand in a cell`);
  if (value.length > LONGEST_TEXT) refuse('InvalidArgument', `a cell holds at most ${LONGEST_TEXT} characters`);
  const input = readInput(value, isText, cx.now());
  if (input.formula === undefined) return input;
  let known = checked.get(input.formula);
  if (!known) {
    const { formula } = input;
    checked.set(formula, (known = { formula, fault: formulaFault(cx.book, formula, tableAt(sheet, row, column)) }));
  }
  if (known.fault !== null) refuse('InvalidArgument', `${known.formula}: ${known.fault}`);
  return { ...input, formula: known.formula };
}

function putInput(sheet: Sheet, { row, column, input }: Write): void {
  setContent(
    sheet,
    row,
    column,
    input.formula === undefined ? { value: input.value ?? null } : { formula: input.formula },
  );
  if (input.numberFormat === undefined) return;
  const style = styleAt(sheet, row, column);
  if ((style.numberFormat ?? 'General') === 'General')
    setStyle(sheet, row, column, { ...style, numberFormat: input.numberFormat });
}

/**
 * Writes a block or a scalar: null leaves a cell, '' empties it. All cells are looked at before the first is written.
 * Header cells of tables rename their columns; cells under a merged area's first take nothing.
 */
export function writeCells(cx: HostContext, sheet: Sheet, area: Range, value: unknown): void {
  requireUnlocked(sheet, area);
  const at = blockOf(value, area);
  const checked = new Map<string, CheckedFormula>();
  const writes: Write[] = [];
  const merges = sheet.merges.filter((merge) => intersect(merge, area));
  for (let r = 0; r < area.rows; r++) {
    for (let c = 0; c < area.columns; c++) {
      const content = at(r, c);
      if (content === null || content === undefined) continue;
      const [row, column] = [area.row + r, area.column + c];
      const merge = merges.find((candidate) => holds(candidate, row, column));
      if (merge && (merge.row !== row || merge.column !== column)) continue;
      writes.push({ row, column, input: readCell(cx, sheet, row, column, content, checked) });
    }
  }
  applyWrites(cx, sheet, writes);
  if (cx.manners.formulasFillColumns) autoCorrect(sheet, area, writes);
  noteWritten(sheet, area);
  if (cx.tablesGrow) growTables(cx, sheet, area);
  cx.edited(sheet, area);
}

function autoCorrect(sheet: Sheet, area: Range, writes: readonly Write[]): void {
  if (!writes.some(({ input }) => input.formula !== undefined)) return;
  for (const table of tablesIn(sheet, area)) {
    const body = bodyArea(table);
    for (const index of columnsTouched(table, area)) {
      const written = writes.filter(
        ({ row, column, input }) =>
          column === body.column + index && holds(body, row, column) && input.formula !== undefined,
      );
      if (written.length > 0)
        fillByAutoCorrect(
          sheet,
          table,
          index,
          written.map(({ row }) => row),
        );
    }
  }
}

function applyWrites(cx: HostContext, sheet: Sheet, writes: readonly Write[]): void {
  const headers = sheet.tables.flatMap((table) => {
    const head = headerArea(table);
    return head ? [{ table, head }] : [];
  });
  for (const write of writes) {
    const own = headers.length > 0 ? headers.find(({ head }) => holds(head, write.row, write.column)) : undefined;
    if (!own) putInput(sheet, write);
    else {
      const content = write.input.formula ?? write.input.value ?? '';
      const text = typeof content === 'object' ? content.error : String(content);
      renameTableColumn(cx.book, sheet, own.table, write.column - own.table.range.column, text, cx.language);
      cx.touchAll(cx.book.sheets.map((other) => other.id));
    }
  }
}

/** A table takes in the filled rows that were written directly below it, as it does when a person types there. */
export function growTables(cx: HostContext, sheet: Sheet, written: Range): void {
  for (const table of sheet.tables) {
    const below = {
      row: bottomOf(table.range) + 1,
      column: table.range.column,
      rows: written.rows,
      columns: table.range.columns,
    };
    const hit = intersect(below, written);
    if (table.showTotals || !hit || hit.row !== below.row) continue;
    const grown = { ...table.range, rows: bottomOf(hit) - table.range.row + 1 };
    const filled = Array.from({ length: hit.columns }, (_, i) => i).some((i) =>
      isFilled(cellAt(sheet, hit.row, hit.column + i)),
    );
    const free = tablesIn(sheet, grown).length === 1 && !sheet.merges.some((merge) => intersect(merge, below));
    if (filled && free && !sameArea(grown, table.range)) {
      resizeTable(cx.book, sheet, table, grown, cx.language);
      noteWritten(sheet, hit);
    }
  }
}
