// Registry rows of RangeSort and TableSort.
import type { Range, Sheet } from '../../model/book';
import { intersect } from '../../model/area';
import { applyFilters } from '../../model/filterRows';
import { sortArea, type SortKey } from '../../model/sortRows';
import { bodyArea } from '../../model/tableParts';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import type { ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';
import { areaOf } from '../places';
import { requireUnlocked } from '../writeCells';

function keysOf(fields: unknown[], width: number): SortKey[] {
  return fields.map((field) => {
    const {
      key,
      ascending = true,
      sortOn = 'Value',
    } = field as { key?: unknown; ascending?: boolean; sortOn?: string };
    if (typeof key !== 'number' || key < 0 || key >= width)
      refuse('InvalidArgument', `there is no column ${String(key)} to sort by`);
    if (sortOn !== 'Value') refuse('ApiNotFound', `sorting on ${sortOn} is not supported by this host`);
    return { key, ascending };
  });
}

function sort(sheet: Sheet, area: Range, args: CallArguments, byColumns: boolean, cx: HostContext): void {
  requireUnlocked(sheet, area);
  if (sheet.merges.some((merge) => intersect(merge, area))) refuse('InvalidOperation', 'merged cells cannot be sorted');
  const keys = keysOf(args.list(0, 'fields'), byColumns ? area.rows : area.columns);
  sortArea(sheet, area, keys, { matchCase: args.flag(1), byColumns, locale: cx.language });
  cx.edited(sheet, area);
}

export const rangeSortRow: ClassRow<ObjectOf<'RangeSort'>> = {
  methods: {
    apply: ({ range }, args, cx) => {
      const area = areaOf(range);
      const body = args.flag(2) ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
      sort(range.sheet, body, args, args.textOr(3, 'orientation', 'Rows') === 'Columns', cx);
    },
  },
  calculated: ['apply'],
};

/** The keys of the last sort are not kept: `fields` reads empty. */
export const tableSortRow: ClassRow<ObjectOf<'TableSort'>> = {
  scalars: { fields: { get: () => [] } },
  methods: {
    apply: ({ sheet, table }, args, cx) => {
      sort(sheet, bodyArea(table), args, false, cx);
      if (table.filters) applyFilters(sheet, table);
    },
    clear: () => null,
  },
  calculated: ['apply'],
};
