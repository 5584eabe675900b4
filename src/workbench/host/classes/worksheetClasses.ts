// Registry rows of WorksheetCollection and Worksheet.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { addSheet, type Sheet } from '../../model/book';
import { usedArea } from '../../model/cells';
import {
  findSheet,
  freeSheetName,
  moveSheet,
  removeSheet,
  renameSheet,
  setVisibility,
  sheetNameFault,
  visibleSheets,
} from '../../model/sheets';
import { refuse } from '../apiError';
import { collectionRow, type ClassRow } from '../classRow';
import { EVENT, WORKBOOK_TARGET } from '../events';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { onSheet, readPlace } from '../places';

const asObject = (sheet: Sheet): HostObject => ({ kind: 'Worksheet', sheet });

function findByKey(key: string | number, cx: HostContext): HostObject | null {
  if (typeof key === 'number') return null;
  const sheet = cx.book.sheets.find((candidate) => candidate.id === key) ?? findSheet(cx.book, key);
  return sheet ? asObject(sheet) : null;
}

const collection = collectionRow<ObjectOf<'WorksheetCollection'>>(
  'Worksheet',
  (_all, cx) => cx.book.sheets.map(asObject),
  (_all, key, cx) => findByKey(key, cx),
);

const shown = (cx: HostContext, visibleOnly: boolean): Sheet[] =>
  visibleOnly ? visibleSheets(cx.book) : cx.book.sheets;

export const worksheetCollectionRow: ClassRow<ObjectOf<'WorksheetCollection'>> = {
  ...collection,
  scalars: {},
  methods: {
    getItemOrNullObject: (_all, args, cx) => findByKey(args.key(0), cx),
    getCount: (_all, args, cx) => shown(cx, args.flag(0)).length,
    getActiveWorksheet: (_all, _args, cx) =>
      asObject(cx.book.sheets[cx.book.active] ?? refuse('GeneralException', 'no sheet is active')),
    getFirst: (_all, args, cx) => asObject(shown(cx, args.flag(0))[0] ?? refuse('ItemNotFound', 'there is no sheet')),
    getLast: (_all, args, cx) =>
      asObject(shown(cx, args.flag(0)).at(-1) ?? refuse('ItemNotFound', 'there is no sheet')),
    add: (_all, args, cx) => {
      const name = args.textOr(0, 'name', '') || freeSheetName(cx.book, 'Sheet');
      const fault = sheetNameFault(cx.book, name);
      if (fault !== null) refuse(findSheet(cx.book, name) ? 'ItemAlreadyExists' : 'InvalidArgument', fault);
      const sheet = addSheet(cx.book, name);
      cx.sheetAdded(sheet);
      return asObject(sheet);
    },
  },
  events: {
    DataChangedEvent: EVENT.changed,
    ActivatedEvent: EVENT.activated,
    DeactivatedEvent: EVENT.deactivated,
    AddedEvent: EVENT.added,
    DeletedEvent: EVENT.deleted,
    SelectionChangedEvent: EVENT.selectionChanged,
  },
  eventTarget: () => WORKBOOK_TARGET,
};

const VISIBILITY: Record<string, Sheet['visibility']> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

function hide(sheet: Sheet, value: unknown, cx: HostContext): void {
  const visibility = VISIBILITY[String(value)] ?? refuse('InvalidArgument', `${String(value)} is no visibility`);
  const others = visibleSheets(cx.book).filter((other) => other !== sheet);
  if (visibility !== 'visible' && others.length === 0)
    refuse('InvalidOperation', 'a workbook keeps at least one visible sheet');
  setVisibility(cx.book, sheet, visibility);
  cx.touch(sheet, false);
}

function remove(sheet: Sheet, cx: HostContext): void {
  const others = visibleSheets(cx.book).filter((other) => other !== sheet);
  if (others.length === 0) refuse('InvalidOperation', 'the last visible sheet cannot be deleted');
  if (sheet.visibility === 'veryHidden') refuse('InvalidOperation', 'a very hidden sheet cannot be deleted');
  cx.touchAll(removeSheet(cx.book, sheet));
  cx.sheetDeleted(sheet);
}

function rename(sheet: Sheet, value: unknown, cx: HostContext): void {
  const name = typeof value === 'string' ? value : '';
  const fault = sheetNameFault(cx.book, name, sheet);
  if (fault !== null) refuse(findSheet(cx.book, name) ? 'ItemAlreadyExists' : 'InvalidArgument', fault);
  cx.touchAll([...renameSheet(cx.book, sheet, name), sheet.id]);
}

function place(sheet: Sheet, value: unknown, cx: HostContext): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= cx.book.sheets.length) {
    refuse('InvalidArgument', `there is no position ${String(value)} among ${cx.book.sheets.length} sheets`);
  }
  moveSheet(cx.book, sheet, value);
  cx.touch(sheet, false);
}

function neighbour(sheet: Sheet, step: number, visibleOnly: boolean, cx: HostContext): HostObject | null {
  const sheets = shown(cx, visibleOnly);
  const next = sheets[sheets.indexOf(sheet) + step];
  return next ? asObject(next) : null;
}

export const worksheetRow: ClassRow<ObjectOf<'Worksheet'>> = {
  identity: ({ sheet }) => ({ Id: sheet.id }),
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: { get: ({ sheet }) => sheet.name, set: ({ sheet }, value, cx) => rename(sheet, value, cx) },
    position: {
      get: ({ sheet }, cx) => cx.book.sheets.indexOf(sheet),
      set: ({ sheet }, value, cx) => place(sheet, value, cx),
    },
    visibility: {
      get: ({ sheet }) => Object.keys(VISIBILITY).find((name) => VISIBILITY[name] === sheet.visibility),
      set: ({ sheet }, value, cx) => hide(sheet, value, cx),
    },
    tabColor: {
      // As documented: null while the sheet is hidden.
      get: ({ sheet }) => (sheet.visibility === 'visible' ? (sheet.tabColor ?? '') : null),
      set: ({ sheet }, value, cx) => {
        const color = String(value ?? '');
        if (color !== '' && !/^#[0-9A-Fa-f]{6}$/.test(color))
          refuse('InvalidArgument', `${color} is no colour #RRGGBB`);
        sheet.tabColor = color === '' ? undefined : color.toUpperCase();
        cx.touch(sheet, false);
      },
    },
    showGridlines: { get: ({ sheet }) => sheet.showGridlines },
    showHeadings: { get: ({ sheet }) => sheet.showHeadings !== false },
    // What the runtime sends when showGridlines and showHeadings are set.
    gridlines: {
      set: ({ sheet }, value, cx) => {
        sheet.showGridlines = value === true;
        cx.touch(sheet, false);
      },
    },
    headings: {
      set: ({ sheet }, value, cx) => {
        sheet.showHeadings = value === true;
        cx.touch(sheet, false);
      },
    },
    standardWidth: { get: () => 8.43 },
    standardHeight: { get: () => 15 },
  },
  navigations: {
    tables: ({ sheet }) => ({ kind: 'TableCollection', sheet }),
    names: ({ sheet }) => ({ kind: 'NamedItemCollection', sheet }),
    charts: ({ sheet }) => ({ kind: 'ChartCollection', sheet }),
    freezePanes: ({ sheet }) => ({ kind: 'WorksheetFreezePanes', sheet }),
    pageLayout: ({ sheet }) => ({ kind: 'PageLayout', sheet }),
    horizontalPageBreaks: ({ sheet }) => ({ kind: 'PageBreakCollection', sheet }),
    protection: ({ sheet }) => ({ kind: 'WorksheetProtection', sheet }),
    autoFilter: ({ sheet }) => ({ kind: 'AutoFilter', sheet, table: null }),
  },
  methods: {
    activate: ({ sheet }, _args, cx) => {
      if (sheet.visibility !== 'visible') refuse('InvalidOperation', `sheet ${sheet.name} is hidden`);
      cx.activate(sheet);
    },
    delete: ({ sheet }, _args, cx) => remove(sheet, cx),
    calculate: (_sheet, _args, cx) => cx.calculate(),
    getRange: ({ sheet }, args, cx) => {
      if (!args.has(0)) return cx.range(sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
      const found = readPlace(cx.book, sheet, args.text(0, 'address'));
      if (found.sheet !== sheet) refuse('InvalidArgument', `"${args.text(0, 'address')}" lies on another sheet`);
      return cx.range(sheet, found.area);
    },
    getCell: ({ sheet }, args, cx) =>
      cx.range(sheet, onSheet({ row: args.integer(0, 'row'), column: args.integer(1, 'column'), rows: 1, columns: 1 })),
    getRangeByIndexes: ({ sheet }, args, cx) =>
      cx.range(
        sheet,
        onSheet({
          row: args.integer(0, 'startRow'),
          column: args.integer(1, 'startColumn'),
          rows: args.integer(2, 'rowCount'),
          columns: args.integer(3, 'columnCount'),
        }),
      ),
    getUsedRange: ({ sheet }, args, cx) =>
      cx.range(sheet, usedArea(sheet, args.flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: ({ sheet }, args, cx) => {
      const used = usedArea(sheet, args.flag(0));
      return used && cx.range(sheet, used);
    },
    getNext: ({ sheet }, args, cx) =>
      neighbour(sheet, 1, args.flag(0), cx) ?? refuse('ItemNotFound', 'there is no next sheet'),
    getNextOrNullObject: ({ sheet }, args, cx) => neighbour(sheet, 1, args.flag(0), cx),
    getPrevious: ({ sheet }, args, cx) =>
      neighbour(sheet, -1, args.flag(0), cx) ?? refuse('ItemNotFound', 'there is no previous sheet'),
    getPreviousOrNullObject: ({ sheet }, args, cx) => neighbour(sheet, -1, args.flag(0), cx),
  },
  events: {
    DataChangedEvent: EVENT.changed,
    ActivatedEvent: EVENT.activated,
    DeactivatedEvent: EVENT.deactivated,
    SelectionChangedEvent: EVENT.selectionChanged,
  },
  eventTarget: ({ sheet }) => sheet.id,
};
