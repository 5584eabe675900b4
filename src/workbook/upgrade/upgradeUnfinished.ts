// Sheets that a cut batch left under their unfinished name, with their table on it: they are finished, since people may have typed there meanwhile.
import type { PlanStep, UnfinishedPrefix } from '../contract/plan';
import { HEADER_ROW } from '../contract/headerRow';
import { sheetOf } from '../contract/sheetOf';
import { everyTable, tablesByName, type WorkbookSnapshot } from '../contract/snapshot';
import type { FormulaWords } from '../contract/spec';
import type { ReshapedTable } from './upgradeTable';

const UNFINISHED: UnfinishedPrefix = '~';

/** A workbook whose half-made sheets count as made. */
export interface Settled {
  /** With the names that the sheets will have. */
  readonly snapshot: WorkbookSnapshot;
  /** Sheets to be finished: the name then → the name now. */
  readonly unfinished: ReadonlyMap<string, string>;
}

/** A sheet whose own name is taken by another one keeps its unfinished name. */
export function settleUnfinished(snapshot: WorkbookSnapshot): Settled {
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  const sheets = new Set(everyTable(snapshot.tables).map(({ sheet }) => sheet));
  const unfinished = new Map(
    [...sheets]
      .filter((name) => name.startsWith(UNFINISHED) && !names.has(name.slice(1)))
      .map((name) => [name.slice(1), name]),
  );
  if (unfinished.size === 0) return { snapshot, unfinished };
  const settled = (name: string): string =>
    unfinished.has(name.slice(1)) && name.startsWith(UNFINISHED) ? name.slice(1) : name;
  return {
    unfinished,
    snapshot: {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) => ({ ...sheet, name: settled(sheet.name) })),
      tables: tablesByName(everyTable(snapshot.tables).map((table) => ({ ...table, sheet: settled(table.sheet) }))),
    },
  };
}

/** Name and place, and the looks of a sheet on which nothing has been moved yet; validation and colours come with the other repairs. */
export function finishSteps(
  shapes: readonly ReshapedTable[],
  unfinished: Settled['unfinished'],
  after: (shape: ReshapedTable) => string | undefined,
  words: (shape: ReshapedTable) => FormulaWords,
): PlanStep[] {
  return shapes.flatMap((shape): PlanStep[] => {
    const { spec, table } = shape;
    const from = unfinished.get(table.sheet);
    if (from === undefined) return [];
    const asMade =
      table.top === HEADER_ROW &&
      table.left === 0 &&
      spec.columns.every(({ key }, place) => shape.places.get(key) === place) &&
      table.headers.length === spec.columns.length;
    const sheet = sheetOf(
      spec,
      table.values.map(() => ({})),
      words(shape),
    );
    return [
      {
        kind: 'finishSheet',
        from,
        name: table.sheet,
        after: after(shape),
        ...(asMade && { look: { ...sheet, validations: [], conditionals: [] } }),
      },
    ];
  });
}
