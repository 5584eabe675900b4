// Carries out an insertion or deletion on a sheet: cells, sizes, merges, tables, rules and print setup move, all formulas of the book follow.
import type { Book, Cell, Range, Sheet, Style, Table } from './book';
import { bottomOf, rightOf } from './area';
import { forgetColumns, forgetTableEverywhere, rewriteFormulas } from './bookFormulas';
import { fillCalculatedColumns } from './calculatedColumns';
import { shiftCharts } from './chartPlace';
import { positionOf, putCell, setContent, setStyle, styleAt, cellAt } from './cells';
import { offsetFormula } from './formulaText';
import { isWhole, shiftArea, shiftLine, shiftSpan, type Shift } from './shift';
import { shiftFormula } from './shiftFormula';
import { bodyArea, freeColumnName, type BookLanguage } from './tableParts';

/** Null when the shift can be done; else why not: Excel never tears a table or a merged area apart. */
export function shiftFault(sheet: Sheet, shift: Shift): string | null {
  const isRow = shift.axis === 'row';
  const torn = (a: Range): boolean => {
    const [first, last] = isRow ? [a.column, rightOf(a)] : [a.row, bottomOf(a)];
    const end = isRow ? bottomOf(a) : rightOf(a);
    return end >= shift.at && last >= shift.from && first <= shift.to && (first < shift.from || last > shift.to);
  };
  const table = sheet.tables.find((candidate) => torn(candidate.range));
  if (table) return `this would move only a part of table ${table.name}`;
  if (sheet.merges.some(torn)) return 'this would move only a part of a merged area';
  for (const candidate of sheet.tables) {
    if (!isRow || shift.count >= 0) continue;
    const header = candidate.range.row;
    const hitsHeader = candidate.showHeaders && header >= shift.at && header < shift.at - shift.count;
    const covers = shiftArea(candidate.range, shift) === null;
    if (hitsHeader && !covers) return `the header row of table ${candidate.name} cannot be deleted`;
  }
  return null;
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const isRow = shift.axis === 'row';
  const moved: [number, number, Cell][] = [];
  for (const [key, cell] of sheet.cells) {
    const [row, column] = positionOf(key);
    const [line, cross] = isRow ? [row, column] : [column, row];
    if (line < shift.at || cross < shift.from || cross > shift.to) continue;
    sheet.cells.delete(key);
    const next = shiftLine(line, shift);
    if (next !== null) moved.push(isRow ? [next, column, cell] : [row, next, cell]);
  }
  for (const [row, column, cell] of moved) putCell(sheet, row, column, cell);
  if (!isWhole(shift)) return;
  const lines: Map<number, { hidden?: boolean; style?: Style }> = isRow ? sheet.rows : sheet.columns;
  const entries = [...lines];
  lines.clear();
  for (const [line, entry] of entries) {
    const next = shiftLine(line, shift);
    if (next !== null) lines.set(next, entry);
  }
}

/** New lines look like the line before them, or, under a table's header, like the line after. */
function dressNewLines(sheet: Sheet, shift: Shift): void {
  if (shift.count <= 0 || shift.at === 0) return;
  const isRow = shift.axis === 'row';
  const underHeader = isRow && sheet.tables.some((table) => table.showHeaders && table.range.row === shift.at - 1);
  const model = underHeader ? shift.at + shift.count : shift.at - 1;
  for (const key of [...sheet.cells.keys()]) {
    const [row, column] = positionOf(key);
    const [line, cross] = isRow ? [row, column] : [column, row];
    if (line !== model || cross < shift.from || cross > shift.to || !cellAt(sheet, row, column)?.style) continue;
    const style = styleAt(sheet, row, column);
    for (let i = 0; i < shift.count; i++) {
      if (isRow) setStyle(sheet, shift.at + i, column, style);
      else setStyle(sheet, row, shift.at + i, style);
    }
  }
}

/** Rule formulas are relative to their first area: when its corner is deleted they are first restated for the corner that remains. */
function moveRules<T extends { ranges: Range[] }>(
  rules: T[],
  shift: Shift,
  restate: (rule: T, rows: number, columns: number) => void,
): T[] {
  return rules.filter((rule) => {
    const anchor = rule.ranges[0];
    const line = anchor && (shift.axis === 'row' ? anchor.row : anchor.column);
    const moved = anchor && shiftArea(anchor, shift);
    if (moved && moved !== anchor && line !== undefined && shiftLine(line, shift) === null) {
      const by = shift.at - shift.count - line;
      restate(rule, shift.axis === 'row' ? by : 0, shift.axis === 'row' ? 0 : by);
    }
    rule.ranges = rule.ranges.flatMap((range) => shiftArea(range, shift) ?? []);
    return rule.ranges.length > 0;
  });
}

function moveTable(book: Book, sheet: Sheet, table: Table, shift: Shift, language: BookLanguage): boolean {
  const before = table.range;
  const next = shiftArea(before, shift);
  if (!next) {
    forgetTableEverywhere(book, table);
    return false;
  }
  let lost: string[] = [];
  const inside = shift.at - before.column;
  if (shift.axis === 'column' && next.columns !== before.columns) {
    if (shift.count > 0) {
      for (let i = 0; i < shift.count; i++) {
        const name = freeColumnName(
          table.columns.map((column) => column.name),
          '',
          language,
        );
        table.columns.splice(inside + i, 0, { id: Math.max(0, ...table.columns.map((column) => column.id)) + 1, name });
        if (table.showHeaders) setContent(sheet, before.row, shift.at + i, { value: name });
      }
    } else {
      const first = Math.max(0, inside);
      lost = table.columns.splice(first, before.columns - next.columns).map((column) => column.name);
    }
    delete table.filters;
  }
  table.range = next;
  forgetColumns(book, sheet, table, lost);
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  if (table.range.rows < least) table.range = { ...table.range, rows: least };
  if (shift.axis === 'row' && shift.count > 0 && next.rows > before.rows) {
    const body = bodyArea(table);
    fillCalculatedColumns(sheet, table, {
      first: Math.max(shift.at, body.row),
      last: Math.min(shift.at + shift.count - 1, bottomOf(body)),
    });
  }
  return true;
}

/**
 * Does it; `shiftFault` must have said null. Returns the ids of the sheets that changed.
 * A table keeps at least one (empty) body row: the caller sees to the room below it.
 */
export function applyShift(book: Book, sheet: Sheet, shift: Shift, language: BookLanguage): Set<string> {
  sheet.conditionals = moveRules(sheet.conditionals, shift, (rule, rows, columns) => {
    rule.formula = offsetFormula(rule.formula, rows, columns);
  });
  sheet.validations = moveRules(sheet.validations, shift, (rule, rows, columns) => {
    if (rule.inline) return;
    if (rule.formula1 !== undefined) rule.formula1 = offsetFormula(rule.formula1, rows, columns);
    if (rule.formula2 !== undefined) rule.formula2 = offsetFormula(rule.formula2, rows, columns);
  });
  moveCells(sheet, shift);
  shiftCharts(sheet, shift);
  sheet.merges = sheet.merges
    .flatMap((merge) => shiftArea(merge, shift) ?? [])
    .filter((merge) => merge.rows * merge.columns > 1);
  const touched = rewriteFormulas(book, (formula, at) => shiftFormula(formula, at?.name, sheet.name, shift));
  dressNewLines(sheet, shift);
  sheet.tables = sheet.tables.filter((table) => moveTable(book, sheet, table, shift, language));
  const page = sheet.page;
  if (page.printArea) page.printArea = shiftArea(page.printArea, shift) ?? undefined;
  if (isWhole(shift) && shift.axis === 'row' && page.titleRows)
    page.titleRows = shiftSpan(...page.titleRows, shift) ?? undefined;
  if (isWhole(shift) && shift.axis === 'column' && page.titleColumns)
    page.titleColumns = shiftSpan(...page.titleColumns, shift) ?? undefined;
  if (isWhole(shift) && shift.axis === 'row' && page.rowBreaks)
    page.rowBreaks = page.rowBreaks.flatMap((row) => shiftLine(row, shift) ?? []).filter((row) => row > 0);
  return touched.add(sheet.id);
}
