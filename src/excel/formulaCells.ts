// Which cells of a table hold a formula, without their text: formulas of a column are alike, and their text is most of what a table weighs.
// Every cell is told apart; of the texts only some rows are looked at. Falls back to reading whole columns wherever that could mislead.
import type { CellValue, SheetSnapshot } from '../workbook/contract/snapshot';

/** Proxies of a table's formula cells, to be read after the next sync. */
export interface AskedFormulaCells {
  readonly table: Excel.Table;
  readonly body: Excel.Range;
  readonly areas: Excel.RangeAreas;
  readonly sample: Excel.Range;
}

/** Of fewer rows the texts weigh nothing; of a single cell Excel would look through the whole sheet. */
export const SAMPLED_FROM = 8;

/** Queues the question of which cells of the body hold formulas, and the last row's texts (the first one's are read with the table). */
export function askFormulaCells(table: Excel.Table): AskedFormulaCells {
  const body = table.getDataBodyRange();
  return {
    table,
    body: body.load('rowIndex,columnIndex,rowCount,columnCount'),
    areas: body.getSpecialCellsOrNullObject('Formulas').load('address'),
    sample: body.getLastRow().load('formulas'),
  };
}

const AREA = /(?:(?:'(?:[^']|'')*'|[^,!']*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?\s*(?:,\s*|$)/y;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0-based corners of an address of several areas; null when it is written in a way that is not known. */
export function areasOf(address: string): { top: number; left: number; bottom: number; right: number }[] | null {
  const found: { top: number; left: number; bottom: number; right: number }[] = [];
  AREA.lastIndex = 0;
  while (AREA.lastIndex < address.length) {
    const match = AREA.exec(address);
    if (!match) return null;
    const [, left = '', top = '', right = left, bottom = top] = match;
    found.push({ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) });
  }
  return found;
}

/** The same, answered. */
export interface FormulaCells {
  /** Body rows × columns: texts of formulas where there are some, else values; of `open` columns the values alone. */
  readonly formulas: CellValue[][];
  /** Columns whose texts have to be read: 0-based. */
  readonly open: readonly number[];
}

const isFormula = (cell: CellValue | undefined): boolean => typeof cell === 'string' && cell.startsWith('=');

/**
 * Formulas as they stand, from values, the first row's texts and what was asked. A column is open when its first and last text differ, when
 * its formulas have no text among these, and when `doubtful` (a filter hides rows) and not all its cells are alike.
 */
export function formulasFrom(
  { body, areas, sample }: AskedFormulaCells,
  values: readonly (readonly CellValue[])[],
  first: readonly CellValue[],
  doubtful: boolean,
): FormulaCells {
  const formulas = values.map((row) => [...row]);
  const everyColumn = Array.from({ length: body.columnCount }, (_none, place) => place);
  const found = areas.isNullObject ? [] : areasOf(areas.address);
  if (!found || body.rowCount !== values.length) return { formulas, open: everyColumn };
  const last = (sample.formulas[0] ?? []) as CellValue[];
  const open = everyColumn.filter((place) => {
    const column = body.columnIndex + place;
    const runs = found.filter(({ left, right }) => left <= column && column <= right);
    const rows = runs.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
    const texts = [first[place], last[place]].filter(isFormula);
    const [text] = texts;
    if (rows === 0) return texts.length > 0;
    if (text === undefined || texts.some((other) => other !== text)) return true;
    if (doubtful && rows < body.rowCount) return true;
    for (const { top, bottom } of runs)
      for (let row = top - body.rowIndex; row <= bottom - body.rowIndex; row++) {
        const cells = formulas[row];
        if (cells) cells[place] = text;
      }
    return false;
  });
  return { formulas, open };
}

/** Queues the question of where formulas stand on sheets. Where one is protected, Excel may refuse to look for sorts of cells, and nobody types. */
export function askFormulaAreas(
  sheets: readonly Excel.Worksheet[],
  wanted: readonly string[] = [],
): ReadonlyMap<string, Excel.RangeAreas> {
  return new Map(
    sheets
      .filter(({ name, protection }) => wanted.includes(name) && !protection.protected)
      .map((sheet) => [sheet.name, sheet.getRange().getSpecialCellsOrNullObject('Formulas').load('address')]),
  );
}

/** The answer. Undefined where it was not asked, or is written in a way that is not known. */
export function formulaAreas(found: Excel.RangeAreas | undefined): SheetSnapshot['formulaCells'] {
  if (!found) return undefined;
  if (found.isNullObject) return [];
  return areasOf(found.address)?.map(({ top, left, bottom, right }) => ({
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }));
}
