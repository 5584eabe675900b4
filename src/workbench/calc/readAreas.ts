// What formulas that are worked out together read, and whether one of them reads another. Knows no values and no engine.
import { rowsByColumn, type Area, type CellGraph } from './cellGraph';

/** What many formulas read. */
export interface ReadAreas {
  /** Each once. */
  readonly areas: readonly Area[];
  readonly anything: boolean;
}

/** What these formulas read. */
export function readByAll(graph: CellGraph, ids: ReadonlySet<number>): ReadAreas {
  const areas = new Map<string, Area>();
  let anything = false;
  for (const id of ids) {
    const reader = graph.readBy(id);
    anything ||= reader.anything;
    for (const area of reader.areas)
      areas.set(`${area.sheet}|${area.top},${area.bottom},${area.left},${area.right}`, area);
  }
  return { areas: [...areas.values()], anything };
}

/** Whether one of the cells lies in one of the areas. */
export function meet(areas: readonly Area[], ids: ReadonlySet<number>): boolean {
  const columns = [...rowsByColumn(ids)].flatMap(([sheet, own]) =>
    [...own].map(([column, rows]) => ({
      sheet,
      column,
      rows,
      first: rows.reduce((least, row) => Math.min(least, row), Infinity),
      last: rows.reduce((most, row) => Math.max(most, row), -1),
    })),
  );
  return areas.some(({ sheet, top, bottom, left, right }) =>
    columns.some(
      (own) =>
        own.sheet === sheet &&
        own.column >= left &&
        own.column <= right &&
        own.first <= bottom &&
        own.last >= top &&
        own.rows.some((row) => row >= top && row <= bottom),
    ),
  );
}
