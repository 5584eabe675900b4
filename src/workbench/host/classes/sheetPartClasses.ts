// Registry rows of WorksheetProtection and WorksheetFreezePanes.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bottomOf, rightOf } from '../../model/area';
import type { Sheet } from '../../model/book';
import { refuse } from '../apiError';
import type { ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { placeArgument } from './tableClasses';

export const worksheetProtectionRow: ClassRow<ObjectOf<'WorksheetProtection'>> = {
  scalars: {
    protected: { get: ({ sheet }) => sheet.protection !== undefined },
    options: { get: ({ sheet }) => sheet.protection?.options ?? null },
  },
  methods: {
    protect: ({ sheet }, args, cx) => {
      if (sheet.protection) refuse('AccessDenied', `sheet ${sheet.name} is protected already`);
      const options = args.has(0) ? args.record(0, 'options') : {};
      sheet.protection = { options, ...(args.has(1) ? { password: args.text(1, 'password') } : {}) };
      cx.touch(sheet, false);
    },
    unprotect: ({ sheet }, args, cx) => {
      if (!sheet.protection) return;
      if (sheet.protection.password !== undefined && sheet.protection.password !== args.textOr(0, 'password', ''))
        refuse('InvalidArgument', 'the password is wrong');
      delete sheet.protection;
      cx.touch(sheet, false);
    },
  },
};

function freeze(sheet: Sheet, rows: number, columns: number, cx: HostContext): void {
  if (rows < 0 || columns < 0) refuse('InvalidArgument', 'the number of frozen lines is not negative');
  if (rows === 0 && columns === 0) delete sheet.freeze;
  else sheet.freeze = { rows, columns };
  cx.touch(sheet, false);
}

function location({ sheet }: { sheet: Sheet }, cx: HostContext): HostObject | null {
  if (!sheet.freeze) return null;
  const { rows, columns } = sheet.freeze;
  return cx.range(sheet, {
    row: 0,
    column: 0,
    rows: rows === 0 ? MAX_ROWS : rows,
    columns: columns === 0 ? MAX_COLUMNS : columns,
  });
}

export const worksheetFreezePanesRow: ClassRow<ObjectOf<'WorksheetFreezePanes'>> = {
  methods: {
    freezeRows: ({ sheet }, args, cx) => freeze(sheet, args.integerOr(0, 'count', 1), 0, cx),
    freezeColumns: ({ sheet }, args, cx) => freeze(sheet, 0, args.integerOr(0, 'count', 1), cx),
    freezeAt: ({ sheet }, args, cx) => {
      const { area } = placeArgument(args, sheet, cx);
      freeze(
        sheet,
        area.rows === MAX_ROWS ? 0 : bottomOf(area) + 1,
        area.columns === MAX_COLUMNS ? 0 : rightOf(area) + 1,
        cx,
      );
    },
    unfreeze: ({ sheet }, _args, cx) => freeze(sheet, 0, 0, cx),
    getLocation: (panes, _args, cx) => location(panes, cx) ?? refuse('ItemNotFound', 'nothing is frozen'),
    getLocationOrNullObject: (panes, _args, cx) => location(panes, cx),
  },
};
