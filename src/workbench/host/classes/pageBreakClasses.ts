// Registry rows of PageBreakCollection and PageBreak: the rows at which a person or an add-in begins a new page. Columns have none here.
import { refuse } from '../apiError';
import { collectionRow, type ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import type { Sheet } from '../../model/book';
import { placeArgument } from './tableClasses';

/** What Excel keeps of them on a sheet. */
const MOST = 1026;

const asObject = (sheet: Sheet, row: number): HostObject => ({ kind: 'PageBreak', sheet, row });
const rowsOf = (sheet: Sheet): number[] => sheet.page.rowBreaks ?? [];

function setBreaks(sheet: Sheet, rows: readonly number[], cx: HostContext): void {
  if (rows.length > MOST) refuse('InvalidArgument', `a sheet has at most ${MOST} page breaks`);
  sheet.page.rowBreaks = rows.length === 0 ? undefined : [...new Set(rows)].sort((a, b) => a - b);
  cx.touch(sheet, false);
}

const items = ({ sheet }: ObjectOf<'PageBreakCollection'>): HostObject[] =>
  rowsOf(sheet).map((row) => asObject(sheet, row));
const collection = collectionRow<ObjectOf<'PageBreakCollection'>>('PageBreak', items, (all, key) =>
  typeof key === 'number' ? (items(all)[key] ?? null) : null,
);

export const pageBreakCollectionRow: ClassRow<ObjectOf<'PageBreakCollection'>> = {
  ...collection,
  scalars: {},
  methods: {
    getCount: (all) => items(all).length,
    add: ({ sheet }, args, cx) => {
      const { sheet: other, area } = placeArgument(args, sheet, cx);
      if (other !== sheet) refuse('InvalidArgument', 'a page break lies on its own sheet');
      if (area.row === 0) refuse('InvalidArgument', 'no page ends before the first row');
      setBreaks(sheet, [...rowsOf(sheet), area.row], cx);
      return asObject(sheet, area.row);
    },
    removePageBreaks: ({ sheet }, _args, cx) => setBreaks(sheet, [], cx),
  },
};

export const pageBreakRow: ClassRow<ObjectOf<'PageBreak'>> = {
  scalars: { columnIndex: { get: () => 0 }, rowIndex: { get: ({ row }) => row } },
  methods: {
    delete: ({ sheet, row }, _args, cx) =>
      setBreaks(
        sheet,
        rowsOf(sheet).filter((other) => other !== row),
        cx,
      ),
    getCellAfterBreak: ({ sheet, row }, _args, cx) => cx.range(sheet, { row, column: 0, rows: 1, columns: 1 }),
  },
};
