// Registry rows of Workbook, Application, DocumentProperties and WorkbookProtection.
import { refuse } from '../apiError';
import { EVENT } from '../events';
import type { ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';

function activeSheet(cx: HostContext) {
  return cx.book.sheets[cx.book.active] ?? refuse('GeneralException', 'the workbook has no active sheet');
}

export const workbookRow: ClassRow<ObjectOf<'Workbook'>> = {
  scalars: {
    name: { get: (_book, cx) => cx.fileName },
    readOnly: { get: () => false },
    isDirty: { get: () => true },
  },
  navigations: {
    worksheets: () => ({ kind: 'WorksheetCollection' }),
    tables: () => ({ kind: 'TableCollection', sheet: null }),
    names: () => ({ kind: 'NamedItemCollection', sheet: null }),
    application: () => ({ kind: 'Application' }),
    protection: () => ({ kind: 'WorkbookProtection' }),
    properties: () => ({ kind: 'DocumentProperties' }),
  },
  methods: {
    getSelectedRange: (_book, _args, cx) =>
      (cx.book.selectedBefore ?? []).length > 0
        ? refuse('InvalidSelection', 'several areas are selected')
        : cx.range(activeSheet(cx), cx.book.selection),
    getSelectedRanges: (_book, _args, cx) => ({
      kind: 'RangeAreas',
      sheet: activeSheet(cx),
      areas: [...(cx.book.selectedBefore ?? []), cx.book.selection],
    }),
    getActiveCell: (_book, _args, cx) => cx.range(activeSheet(cx), { ...cx.book.selection, rows: 1, columns: 1 }),
    _RemoveReference: (_book, args, cx) => cx.release(args.text(0, 'reference')),
    _GetRangeForEventByReferenceId: (_book, args, cx) => cx.kept(args.text(0, 'reference')),
    _GetRangeOrNullObjectForEventByReferenceId: (_book, args, cx) => cx.kept(args.text(0, 'reference')),
  },
  events: { SelectionChangedEvent: EVENT.workbookSelectionChanged },
  eventTarget: () => '',
};

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const applicationRow: ClassRow<ObjectOf<'Application'>> = {
  scalars: {
    calculationMode: {
      get: (_app, cx) => cx.calculationMode,
      set: (_app, value, cx) => {
        const mode = MODES.find((candidate) => candidate === value);
        cx.calculationMode = mode ?? refuse('InvalidArgument', `${String(value)} is no calculation mode`);
      },
    },
    calculationState: { get: () => 'Done' },
  },
  methods: {
    calculate: (_app, _args, cx) => cx.calculate(),
    suspendApiCalculationUntilNextSync: (_app, _args, cx) => cx.suspendCalculation(),
    suspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** The model keeps no document properties: they read empty and cannot be set. */
export const documentPropertiesRow: ClassRow<ObjectOf<'DocumentProperties'>> = {
  scalars: Object.fromEntries(
    ['author', 'category', 'comments', 'company', 'keywords', 'manager', 'subject', 'title'].map((name) => [
      name,
      { get: () => '' },
    ]),
  ),
};

export const workbookProtectionRow: ClassRow<ObjectOf<'WorkbookProtection'>> = {
  scalars: { protected: { get: () => false } },
};
