// Registry rows of Filter and AutoFilter: what a table shows.
import type { Table } from '../../model/book';
import { applyFilters } from '../../model/filterRows';
import { refuse } from '../apiError';
import type { ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';

type FilterObject = ObjectOf<'Filter'>;
type Stored = NonNullable<Table['filters']>[number];

function set({ sheet, table, column }: FilterObject, filter: Stored | null, cx: HostContext): void {
  const index = table.columns.indexOf(column);
  const filters = { ...table.filters };
  if (filter) filters[index] = filter;
  else delete filters[index];
  table.filters = filters;
  applyFilters(sheet, table);
  cx.touch(sheet, false);
}

function valuesFilter(values: unknown): Stored {
  if (!Array.isArray(values)) return refuse('InvalidArgument', 'a values filter needs a list of texts');
  return {
    kind: 'values',
    values: values.map((value) =>
      typeof value === 'string' ? value : refuse('ApiNotFound', 'date filters are not supported by this host'),
    ),
  };
}

function customFilter(criterion1: unknown, criterion2: unknown, operator: unknown): Stored {
  if (typeof criterion1 !== 'string')
    return refuse('InvalidArgument', 'a custom filter needs a criterion such as ">5"');
  if (typeof criterion2 !== 'string' || criterion2 === '') return { kind: 'custom', criterion1 };
  return { kind: 'custom', criterion1, criterion2, operator: operator === 'Or' ? 'Or' : 'And' };
}

function fromCriteria(criteria: Record<string, unknown>): Stored {
  if (criteria['filterOn'] === 'Values') return valuesFilter(criteria['values']);
  if (criteria['filterOn'] === 'Custom')
    return customFilter(criteria['criterion1'], criteria['criterion2'], criteria['operator']);
  return refuse(
    'ApiNotFound',
    `Filter.apply with filterOn ${String(criteria['filterOn'])} is not supported by this host`,
  );
}

function toCriteria(filter: Stored | undefined): Record<string, unknown> | null {
  if (!filter) return null;
  return filter.kind === 'values'
    ? { filterOn: 'Values', values: filter.values }
    : { filterOn: 'Custom', criterion1: filter.criterion1, criterion2: filter.criterion2, operator: filter.operator };
}

export const filterRow: ClassRow<FilterObject> = {
  scalars: {
    criteria: { get: ({ table, column }) => toCriteria(table.filters?.[table.columns.indexOf(column)]) },
  },
  methods: {
    apply: (filter, args, cx) => set(filter, fromCriteria(args.record(0, 'criteria')), cx),
    applyValuesFilter: (filter, args, cx) => set(filter, valuesFilter(args.list(0, 'values')), cx),
    applyCustomFilter: (filter, args, cx) => set(filter, customFilter(args.raw(0), args.raw(1), args.raw(2)), cx),
    clear: (filter, _args, cx) => set(filter, null, cx),
  },
  calculated: ['apply', 'applyValuesFilter', 'applyCustomFilter', 'clear'],
};

type AutoFilterObject = ObjectOf<'AutoFilter'>;

const isFiltered = (table: Table | null): boolean => Object.keys(table?.filters ?? {}).length > 0;

/** Of a table, or of a sheet: this host keeps filters in tables only, so a sheet's own is never there. */
export const autoFilterRow: ClassRow<AutoFilterObject> = {
  scalars: {
    enabled: { get: ({ table }) => table?.showFilterButton ?? false },
    isDataFiltered: { get: ({ table }) => isFiltered(table) },
    criteria: { get: ({ table }) => table?.columns.map((_, i) => toCriteria(table.filters?.[i])) ?? [] },
  },
  methods: {
    getRangeOrNullObject: ({ sheet, table }, _args, cx) => table && cx.range(sheet, table.range),
    getRange: ({ sheet, table }, _args, cx) =>
      table ? cx.range(sheet, table.range) : refuse('ItemNotFound', 'the sheet has no filter'),
    clearCriteria: ({ sheet, table }, _args, cx) => {
      if (!table) return refuse('InvalidOperation', `sheet ${sheet.name} has no filter of its own`);
      delete table.filters;
      applyFilters(sheet, table);
      cx.touch(sheet, false);
    },
    reapply: ({ sheet, table }, _args, cx) => {
      if (!table) return refuse('InvalidOperation', `sheet ${sheet.name} has no filter of its own`);
      applyFilters(sheet, table);
      cx.touch(sheet, false);
    },
  },
  calculated: ['reapply'],
};
