// Every class this host answers for. What is not in a row here answers ApiNotFound.
import type { ClassRow } from './classRow';
import {
  chartAxesRow,
  chartAxisFormatRow,
  chartAxisRow,
  chartAxisTitleFormatRow,
  chartAxisTitleRow,
  chartGridlinesRow,
} from './classes/chartAxisClasses';
import {
  chartCollectionRow,
  chartLegendFormatRow,
  chartLegendRow,
  chartRow,
  chartTitleFormatRow,
  chartTitleRow,
} from './classes/chartClasses';
import {
  chartAreaFormatRow,
  chartBorderRow,
  chartFillRow,
  chartFontRow,
  chartLineFormatRow,
} from './classes/chartFormatClasses';
import { chartDataLabelFormatRow, chartDataLabelsRow } from './classes/chartLabelClasses';
import {
  chartPointFormatRow,
  chartPointRow,
  chartPointsCollectionRow,
  chartSeriesCollectionRow,
  chartSeriesFormatRow,
  chartSeriesRow,
} from './classes/chartSeriesClasses';
import {
  conditionalFormatCollectionRow,
  conditionalFormatRow,
  conditionalFormatRuleRow,
  conditionalRangeFillRow,
  conditionalRangeFontRow,
  conditionalRangeFormatRow,
  customConditionalFormatRow,
} from './classes/conditionalClasses';
import { autoFilterRow, filterRow } from './classes/filterClasses';
import {
  formatProtectionRow,
  rangeBorderCollectionRow,
  rangeBorderRow,
  rangeFillRow,
  rangeFontRow,
  rangeFormatRow,
} from './classes/formatClasses';
import { namedItemCollectionRow, namedItemRow } from './classes/nameClasses';
import { pageBreakCollectionRow, pageBreakRow } from './classes/pageBreakClasses';
import { headerFooterGroupRow, headerFooterRow, pageLayoutRow } from './classes/pageClasses';
import { rangeRow } from './classes/rangeClass';
import { rangeAreasRow, rangeCollectionRow } from './classes/specialCells';
import { worksheetFreezePanesRow, worksheetProtectionRow } from './classes/sheetPartClasses';
import { rangeSortRow, tableSortRow } from './classes/sortClasses';
import { tableCollectionRow, tableRow } from './classes/tableClasses';
import { tableColumnCollectionRow, tableColumnRow } from './classes/tableColumnClasses';
import { tableRowCollectionRow, tableRowRow } from './classes/tableRowClasses';
import { dataValidationRow } from './classes/validationClass';
import { applicationRow, documentPropertiesRow, workbookProtectionRow, workbookRow } from './classes/workbookClass';
import { worksheetCollectionRow, worksheetRow } from './classes/worksheetClasses';
import type { HostObject, Kind, ObjectOf } from './hostObject';

const ROWS: { readonly [K in Kind]: ClassRow<ObjectOf<K>> } = {
  Null: {},
  Workbook: workbookRow,
  Application: applicationRow,
  DocumentProperties: documentPropertiesRow,
  WorkbookProtection: workbookProtectionRow,
  WorksheetCollection: worksheetCollectionRow,
  Worksheet: worksheetRow,
  WorksheetProtection: worksheetProtectionRow,
  WorksheetFreezePanes: worksheetFreezePanesRow,
  ChartCollection: chartCollectionRow,
  Chart: chartRow,
  ChartAreaFormat: chartAreaFormatRow,
  ChartTitle: chartTitleRow,
  ChartTitleFormat: chartTitleFormatRow,
  ChartLegend: chartLegendRow,
  ChartLegendFormat: chartLegendFormatRow,
  ChartAxes: chartAxesRow,
  ChartAxis: chartAxisRow,
  ChartAxisFormat: chartAxisFormatRow,
  ChartAxisTitle: chartAxisTitleRow,
  ChartAxisTitleFormat: chartAxisTitleFormatRow,
  ChartGridlines: chartGridlinesRow,
  ChartSeriesCollection: chartSeriesCollectionRow,
  ChartSeries: chartSeriesRow,
  ChartSeriesFormat: chartSeriesFormatRow,
  ChartPointsCollection: chartPointsCollectionRow,
  ChartPoint: chartPointRow,
  ChartPointFormat: chartPointFormatRow,
  ChartDataLabels: chartDataLabelsRow,
  ChartDataLabelFormat: chartDataLabelFormatRow,
  ChartFill: chartFillRow,
  ChartLineFormat: chartLineFormatRow,
  ChartBorder: chartBorderRow,
  ChartFont: chartFontRow,
  PageBreakCollection: pageBreakCollectionRow,
  PageBreak: pageBreakRow,
  PageLayout: pageLayoutRow,
  HeaderFooterGroup: headerFooterGroupRow,
  HeaderFooter: headerFooterRow,
  Range: rangeRow,
  RangeAreas: rangeAreasRow,
  RangeCollection: rangeCollectionRow,
  RangeFormat: rangeFormatRow,
  RangeFill: rangeFillRow,
  RangeFont: rangeFontRow,
  RangeBorderCollection: rangeBorderCollectionRow,
  RangeBorder: rangeBorderRow,
  FormatProtection: formatProtectionRow,
  RangeSort: rangeSortRow,
  DataValidation: dataValidationRow,
  ConditionalFormatCollection: conditionalFormatCollectionRow,
  ConditionalFormat: conditionalFormatRow,
  CustomConditionalFormat: customConditionalFormatRow,
  ConditionalFormatRule: conditionalFormatRuleRow,
  ConditionalRangeFormat: conditionalRangeFormatRow,
  ConditionalRangeFill: conditionalRangeFillRow,
  ConditionalRangeFont: conditionalRangeFontRow,
  TableCollection: tableCollectionRow,
  Table: tableRow,
  TableColumnCollection: tableColumnCollectionRow,
  TableColumn: tableColumnRow,
  TableRowCollection: tableRowCollectionRow,
  TableRow: tableRowRow,
  TableSort: tableSortRow,
  Filter: filterRow,
  AutoFilter: autoFilterRow,
  NamedItemCollection: namedItemCollectionRow,
  NamedItem: namedItemRow,
};

/** Every class that has a row. */
export const KINDS = Object.keys(ROWS) as Kind[];

/** The row of a class. The caller passes only objects of that class to it. */
export const registry = (kind: Kind): ClassRow<HostObject> => ROWS[kind] as ClassRow<HostObject>;
