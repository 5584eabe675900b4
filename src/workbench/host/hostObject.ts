// What an object of the API is inside the host: its class name and the part of the book it stands for. Plain data, no behaviour.
import type { ConditionalFormat, DefinedName, Range, Sheet, Table, TableColumn } from '../model/book';
import type { Chart, ChartAxis, ChartFont, ChartPaint, ChartSeries, ChartTitle } from '../model/charts';

/** Follows its cells when lines are inserted or deleted; `area` is null when they are gone. */
export interface RangeObject {
  readonly kind: 'Range';
  readonly sheet: Sheet;
  area: Range | null;
  referenceId?: string;
}

type OnSheet<Kind extends string> = { readonly kind: Kind; readonly sheet: Sheet };
type OnRange<Kind extends string> = { readonly kind: Kind; readonly range: RangeObject };
type OnTable<Kind extends string> = OnSheet<Kind> & { readonly table: Table };
type OnColumn<Kind extends string> = OnTable<Kind> & { readonly column: TableColumn };
type OnRule<Kind extends string> = OnSheet<Kind> & { readonly rule: ConditionalFormat };
type OnChart<Kind extends string> = OnSheet<Kind> & { readonly chart: Chart };
type OnAxis<Kind extends string> = OnChart<Kind> & { readonly axis: ChartAxis };
type OnSeries<Kind extends string> = OnChart<Kind> & { readonly series: ChartSeries };
/** The part of the chart that has the font, or the paint. */
type WithFont<Kind extends string> = OnChart<Kind> & { readonly holder: { font?: ChartFont } };
type WithPaint<Kind extends string> = OnChart<Kind> & { readonly holder: ChartPaint };
type Alone<Kind extends string> = { readonly kind: Kind };

export type EdgeName =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideVertical'
  | 'InsideHorizontal'
  | 'DiagonalDown'
  | 'DiagonalUp';

/** What an id of the runtime stands for. */
export type HostObject =
  | Alone<'Null' | 'Workbook' | 'Application' | 'DocumentProperties' | 'WorkbookProtection' | 'WorksheetCollection'>
  | OnSheet<'Worksheet'>
  | OnSheet<'WorksheetProtection'>
  | OnSheet<'WorksheetFreezePanes'>
  | OnSheet<'ChartCollection'>
  | OnSheet<'PageBreakCollection'>
  | (OnSheet<'PageBreak'> & { readonly row: number })
  | OnSheet<'PageLayout'>
  | OnSheet<'HeaderFooterGroup'>
  | (OnSheet<'HeaderFooter'> & { readonly page?: 'first' | 'even' })
  | RangeObject
  | (OnSheet<'RangeAreas'> & { readonly areas: readonly Range[] })
  | (OnSheet<'RangeCollection'> & { readonly areas: readonly Range[] })
  | OnRange<'RangeFormat'>
  | OnRange<'RangeFill'>
  | OnRange<'RangeFont'>
  | OnRange<'RangeBorderCollection'>
  | OnRange<'FormatProtection'>
  | OnRange<'RangeSort'>
  | OnRange<'DataValidation'>
  | OnRange<'ConditionalFormatCollection'>
  | (OnRange<'RangeBorder'> & { readonly side: EdgeName })
  | {
      readonly kind: 'TableCollection';
      /** null: of the whole workbook. */ readonly sheet: Sheet | null;
      /** Only tables that touch (or lie in) an area. */ readonly within?: Range;
      readonly whole?: boolean;
    }
  | OnTable<'Table'>
  | OnTable<'TableColumnCollection'>
  | OnTable<'TableRowCollection'>
  | OnTable<'TableSort'>
  | (OnTable<'TableRow'> & { readonly index: number })
  | OnColumn<'TableColumn'>
  | OnColumn<'Filter'>
  | (OnSheet<'AutoFilter'> & { readonly table: Table | null })
  | OnRule<'ConditionalFormat'>
  | OnRule<'CustomConditionalFormat'>
  | OnRule<'ConditionalFormatRule'>
  | OnRule<'ConditionalRangeFormat'>
  | OnRule<'ConditionalRangeFill'>
  | OnRule<'ConditionalRangeFont'>
  | OnChart<'Chart'>
  | OnChart<'ChartAreaFormat'>
  | OnChart<'ChartTitle'>
  | OnChart<'ChartLegend'>
  | OnChart<'ChartAxes'>
  | OnChart<'ChartSeriesCollection'>
  | OnAxis<'ChartAxis'>
  | OnAxis<'ChartGridlines'>
  | (OnChart<'ChartAxisTitle'> & { readonly title: ChartTitle })
  | OnSeries<'ChartSeries'>
  | OnSeries<'ChartPointsCollection'>
  | (OnSeries<'ChartPoint'> & { readonly index: number })
  | (OnChart<'ChartDataLabels'> & { /** null: of all series. */ readonly series: ChartSeries | null })
  | WithPaint<'ChartSeriesFormat'>
  | WithPaint<'ChartPointFormat'>
  | WithPaint<'ChartFill'>
  | WithPaint<'ChartLineFormat'>
  | WithPaint<'ChartBorder'>
  | WithFont<'ChartTitleFormat'>
  | WithFont<'ChartAxisTitleFormat'>
  | WithFont<'ChartLegendFormat'>
  | WithFont<'ChartAxisFormat'>
  | WithFont<'ChartDataLabelFormat'>
  | WithFont<'ChartFont'>
  | { readonly kind: 'NamedItemCollection'; readonly sheet: Sheet | null }
  | { readonly kind: 'NamedItem'; readonly item: DefinedName };

/** The name of an object’s class. */
export type Kind = HostObject['kind'];
/** The objects of one class. */
export type ObjectOf<K extends Kind> =
  Extract<HostObject, { kind: K }> extends never ? { kind: K } : Extract<HostObject, { kind: K }>;

/** What stands for a null object: every path from it leads to itself again. */
export const NOTHING: HostObject = { kind: 'Null' };

/** False for values that an add-in gives as plain data. */
export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string';
