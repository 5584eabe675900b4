// Cells of one sort inside a range, as areas: what “Go to special” selects. Knows formulas and constants; other sorts answer by name.
import { printArea } from '../../model/address';
import { holds } from '../../model/area';
import type { Range, Sheet } from '../../model/book';
import { positionOf, usedArea } from '../../model/cells';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import { NOTHING, type HostObject, type ObjectOf, type RangeObject } from '../hostObject';
import { areaOf, addressOf } from '../places';

type Areas = ObjectOf<'RangeAreas'>;

function wantedCells(sheet: Sheet, within: Range, sort: string): { row: number; column: number }[] {
  const formulas = sort === 'Formulas';
  return [...sheet.cells]
    .filter(([, { formula, value }]) =>
      formulas ? formula !== undefined : formula === undefined && (value ?? '') !== '',
    )
    .map(([key]) => positionOf(key))
    .filter(([row, column]) => holds(within, row, column))
    .map(([row, column]) => ({ row, column }));
}

/** Runs of cells in each column; those of neighbouring columns that begin and end alike are one area. */
function asAreas(cells: readonly { readonly row: number; readonly column: number }[]): Range[] {
  const areas: Range[] = [];
  const open = new Map<string, { row: number; column: number; rows: number; columns: number }>();
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  for (const run of runs) {
    const key = `${run.row} ${run.rows}`;
    const left = open.get(key);
    if (left && left.column + left.columns === run.column) left.columns += 1;
    else {
      open.set(key, run);
      areas.push(run);
    }
  }
  return areas;
}

/** Of a single cell Excel looks through the whole used range. */
export function specialCells(range: RangeObject, args: CallArguments): HostObject {
  const sort = args.text(0, 'cellType');
  if (sort !== 'Formulas' && sort !== 'Constants') refuse('ApiNotFound', `special cells of the sort ${sort}`);
  if (args.has(1)) refuse('ApiNotFound', 'special cells by the sort of their value');
  const area = areaOf(range);
  const single = area.rows === 1 && area.columns === 1;
  const within = single ? (usedArea(range.sheet, true) ?? area) : area;
  const areas = asAreas(wantedCells(range.sheet, within, sort));
  return areas.length === 0 ? NOTHING : { kind: 'RangeAreas', sheet: range.sheet, areas };
}

export const rangeAreasRow: ClassRow<Areas> = {
  // Nothing is kept: whoever asks in a later request gets the cells of then.
  methods: { _KeepReference: () => null },
  navigations: { areas: ({ sheet, areas }) => ({ kind: 'RangeCollection', sheet, areas }) },
  scalars: {
    address: { get: ({ sheet, areas }) => areas.map((area) => addressOf(sheet, area)).join(',') },
    addressLocal: { get: ({ areas }) => areas.map((area) => printArea(area)).join(',') },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
  },
};

type Ranges = ObjectOf<'RangeCollection'>;

const ranges = ({ sheet, areas }: Ranges, cx: HostContext): HostObject[] => areas.map((area) => cx.range(sheet, area));

export const rangeCollectionRow: ClassRow<Ranges> = collectionRow('Range', ranges, () => null);
