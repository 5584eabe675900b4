// Registry rows of PageLayout, HeaderFooterGroup and HeaderFooter. Margins are points.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bottomOf, rightOf } from '../../model/area';
import type { PageLayout, Sheet } from '../../model/book';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { placeArgument } from './tableClasses';
import type { CallArguments } from '../callArguments';

type Page = ObjectOf<'PageLayout'>;
type Margins = NonNullable<PageLayout['margins']>;

const PAPER: Record<string, number> = { Letter: 1, Tabloid: 3, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const DEFAULT_MARGINS: Required<Margins> = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };

function change(sheet: Sheet, cx: HostContext, by: (page: PageLayout) => void): void {
  by(sheet.page);
  cx.touch(sheet, false);
}

const flag = (
  key: 'centerHorizontally' | 'centerVertically' | 'blackAndWhite' | 'printGridlines',
): ScalarRow<Page> => ({
  get: ({ sheet }) => sheet.page[key] ?? false,
  set: ({ sheet }, value, cx) => change(sheet, cx, (page) => void (page[key] = value === true)),
});

const margin = (key: keyof Margins): ScalarRow<Page> => ({
  get: ({ sheet }) => sheet.page.margins?.[key] ?? DEFAULT_MARGINS[key],
  set: ({ sheet }, value, cx) => setMargins(sheet, { [key]: value }, 1, cx),
});

function setMargins(sheet: Sheet, given: Record<string, unknown>, points: number, cx: HostContext): void {
  const next: Margins = { ...sheet.page.margins };
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    if (!(key in DEFAULT_MARGINS) || typeof value !== 'number' || value < 0)
      refuse('InvalidArgument', `${key}: ${String(value)} is no margin`);
    next[key as keyof Margins] = Math.round(value * points * 100) / 100;
  }
  change(sheet, cx, (page) => void (page.margins = next));
}

/** `{ scale }` or `{ horizontalFitToPages, verticalFitToPages }`; not both, as in Excel. */
function setZoom(sheet: Sheet, value: unknown, cx: HostContext): void {
  const bag = (value ?? {}) as Record<string, unknown>;
  const whole = (key: string, least: number, most: number): number | undefined => {
    const number = bag[key];
    if (number === undefined || number === null || number === 0) return undefined;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most)
      refuse('InvalidArgument', `${key}: ${String(number)} is no whole number from ${least} to ${most}`);
    return number;
  };
  const [scale, wide, tall] = [
    whole('scale', 10, 400),
    whole('horizontalFitToPages', 1, 32767),
    whole('verticalFitToPages', 1, 32767),
  ];
  if (scale !== undefined && (wide !== undefined || tall !== undefined))
    refuse('InvalidArgument', 'a zoom is a scale or a number of pages, not both');
  change(sheet, cx, (page) => {
    page.scale = scale;
    page.fitWide = wide;
    page.fitTall = tall;
  });
}

function setTitles(axis: 'row' | 'column'): (page: Page, args: CallArguments, cx: HostContext) => void {
  return ({ sheet }, args, cx) => {
    const { area } = placeArgument(args, sheet, cx);
    change(sheet, cx, (page) => {
      if (axis === 'row') page.titleRows = [area.row, bottomOf(area)];
      else page.titleColumns = [area.column, rightOf(area)];
    });
  };
}

const titleRows = ({ sheet }: Page, cx: HostContext): HostObject | null => {
  const rows = sheet.page.titleRows;
  return rows ? cx.range(sheet, { row: rows[0], rows: rows[1] - rows[0] + 1, column: 0, columns: MAX_COLUMNS }) : null;
};
const titleColumns = ({ sheet }: Page, cx: HostContext): HostObject | null => {
  const columns = sheet.page.titleColumns;
  return columns
    ? cx.range(sheet, { column: columns[0], columns: columns[1] - columns[0] + 1, row: 0, rows: MAX_ROWS })
    : null;
};
const printArea = ({ sheet }: Page, cx: HostContext): HostObject | null =>
  sheet.page.printArea ? cx.range(sheet, sheet.page.printArea) : null;

export const pageLayoutRow: ClassRow<Page> = {
  scalars: {
    orientation: {
      get: ({ sheet }) => (sheet.page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: ({ sheet }, value, cx) => {
        if (value !== 'Portrait' && value !== 'Landscape')
          refuse('InvalidArgument', `${String(value)} is no orientation`);
        change(sheet, cx, (page) => void (page.orientation = value === 'Landscape' ? 'landscape' : 'portrait'));
      },
    },
    paperSize: {
      get: ({ sheet }) =>
        Object.keys(PAPER).find((name) => PAPER[name] === sheet.page.paperSize) ??
        (sheet.page.paperSize === undefined ? 'Letter' : null),
      set: ({ sheet }, value, cx) => {
        const size =
          PAPER[String(value)] ?? refuse('ApiNotFound', `paper ${String(value)} is not supported by this host`);
        change(sheet, cx, (page) => void (page.paperSize = size));
      },
    },
    zoom: {
      get: ({ sheet: { page } }) =>
        page.fitWide === undefined && page.fitTall === undefined
          ? { scale: page.scale ?? 100 }
          : { horizontalFitToPages: page.fitWide ?? null, verticalFitToPages: page.fitTall ?? null },
      set: ({ sheet }, value, cx) => setZoom(sheet, value, cx),
    },
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    blackAndWhite: flag('blackAndWhite'),
    printGridlines: flag('printGridlines'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
  },
  navigations: { headersFooters: ({ sheet }) => ({ kind: 'HeaderFooterGroup', sheet }) },
  methods: {
    setPrintArea: ({ sheet }, args, cx) => {
      const { sheet: other, area } = placeArgument(args, sheet, cx);
      if (other !== sheet) refuse('InvalidArgument', 'a print area lies on its own sheet');
      change(sheet, cx, (page) => void (page.printArea = area));
    },
    setPrintTitleRows: setTitles('row'),
    setPrintTitleColumns: setTitles('column'),
    setPrintMargins: ({ sheet }, args, cx) => {
      const unit = args.text(0, 'unit');
      setMargins(
        sheet,
        args.record(1, 'margins'),
        POINTS[unit] ?? refuse('InvalidArgument', `${unit} is none of ${Object.keys(POINTS).join(', ')}`),
        cx,
      );
    },
    getPrintAreaOrNullObject: (page, _args, cx) => printArea(page, cx),
    getPrintArea: (page, _args, cx) => printArea(page, cx) ?? refuse('ItemNotFound', 'the sheet has no print area'),
    getPrintTitleRowsOrNullObject: (page, _args, cx) => titleRows(page, cx),
    getPrintTitleColumnsOrNullObject: (page, _args, cx) => titleColumns(page, cx),
  },
};

export const headerFooterGroupRow: ClassRow<ObjectOf<'HeaderFooterGroup'>> = {
  scalars: { state: { get: () => 'Default' } },
  navigations: {
    defaultForAllPages: ({ sheet }) => ({ kind: 'HeaderFooter', sheet }),
    oddPages: ({ sheet }) => ({ kind: 'HeaderFooter', sheet }),
    firstPage: ({ sheet }) => ({ kind: 'HeaderFooter', sheet, page: 'first' }),
    evenPages: ({ sheet }) => ({ kind: 'HeaderFooter', sheet, page: 'even' }),
  },
};

const LONGEST = 255;

const section = (
  place: 'header' | 'footer',
  side: 'left' | 'center' | 'right',
): ScalarRow<ObjectOf<'HeaderFooter'>> => ({
  get: ({ sheet, page: which }) => (which ? sheet.page.apart?.[which] : sheet.page)?.[place]?.[side] ?? '',
  set: ({ sheet, page: which }, value, cx) => {
    const text = String(value ?? '');
    if (text.length > LONGEST) refuse('InvalidArgument', `a header or footer holds at most ${LONGEST} characters`);
    change(sheet, cx, (page) => {
      const on = which ? page.apart?.[which] : page;
      const words = { ...on?.[place], [side]: text };
      if (which) page.apart = { ...page.apart, [which]: { ...on, [place]: words } };
      else page[place] = words;
    });
  },
});

export const headerFooterRow: ClassRow<ObjectOf<'HeaderFooter'>> = {
  scalars: {
    leftHeader: section('header', 'left'),
    centerHeader: section('header', 'center'),
    rightHeader: section('header', 'right'),
    leftFooter: section('footer', 'left'),
    centerFooter: section('footer', 'center'),
    rightFooter: section('footer', 'right'),
  },
};
