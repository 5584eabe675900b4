// What a chart is: kind, place, title, legend, axes, series. Plain data, JSON-safe; knows no sheet. Colours are '#RRGGBB'.
// References are formulas without "=" that always name their sheet: they follow its cells and its name as formulas do.

/** The ten kinds that the workbench draws and writes, by Office.js' own names; other charts of a file are kept as they are. */
export const CHART_TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'Pie',
  'Doughnut',
] as const;
/** Other: of a kind that is kept as the file has it, but neither drawn nor changed. */
export type ChartType = (typeof CHART_TYPES)[number] | 'Other';

export interface ChartFont {
  name?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
}

/** How an area is painted; absent: as the chart's kind has it. */
export interface ChartPaint {
  color?: string;
  /** Colour of its outline; '' is none. */
  line?: string;
}

export type LabelPosition = 'Center' | 'InsideEnd' | 'InsideBase' | 'OutsideEnd' | 'Left' | 'Right' | 'Top' | 'Bottom';

/** What stands at each value. */
export interface ChartLabels {
  showValue: boolean;
  showPercentage: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  position?: LabelPosition;
  numberFormat?: string;
  font?: ChartFont;
}

/** A row of values with its look. */
export interface ChartSeries extends ChartPaint {
  /** A reference, or a text in quotes. */
  name?: string;
  /** A reference; '' while none is set. */
  values: string;
  categories?: string;
  /** By 0-based place, where one differs. */
  points?: Record<number, ChartPaint>;
  /** Absent: no labels at the points. */
  labels?: ChartLabels;
}

export interface ChartTitle {
  text: string;
  visible: boolean;
  font?: ChartFont;
}

export type LegendPosition = 'Top' | 'Bottom' | 'Left' | 'Right' | 'Corner';

export interface ChartLegend {
  visible: boolean;
  position: LegendPosition;
  font?: ChartFont;
}

/** Of values or of categories. */
export interface ChartAxis {
  visible: boolean;
  title?: ChartTitle;
  /** Absent: by the values. Only the value axis has the three. */
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  gridlines: boolean;
  reversed: boolean;
  /** Absent: as the cells have it. */
  numberFormat?: string;
  font?: ChartFont;
}

/** A point on the sheet: so many points right of and below the top left corner of a cell. */
export interface ChartCorner {
  row: number;
  column: number;
  right: number;
  down: number;
}

/** A part that belongs to a kept chart: its colours, its style. */
export interface KeptPart {
  /** Type of the relation, as the file has it. */
  readonly relation: string;
  readonly relationId: string;
  readonly contentType: string;
  /** Its name without folder and number, e.g. `colors`. */
  readonly stem: string;
  readonly xml: string;
}

/** A chart of a file as that file has it: written back as it was while nobody changes what is understood of it. */
export interface KeptChart {
  readonly xml: string;
  /** The references in the text, in its order; they follow their cells. */
  formulas: string[];
  readonly parts: readonly KeptPart[];
}

export interface Chart {
  /** '{…}', unique in the book, stable. */
  id: string;
  name: string;
  type: ChartType;
  from: ChartCorner;
  to: ChartCorner;
  title: ChartTitle;
  legend: ChartLegend;
  /** The whole of it: paper, outline, and the font of what has none of its own. */
  area?: ChartPaint & { font?: ChartFont };
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  series: ChartSeries[];
  /** Gap between bars in percent of their breadth; absent: 150 (stacked: 50). */
  gapWidth?: number;
  /** Doughnut: hole in percent of the whole; absent: 50. */
  hole?: number;
  /** What the chart shows, in words, for those who cannot see it. */
  alt?: string;
  /** How a file says it goes with the cells: kept, not acted on. */
  editAs?: string;
  kept?: KeptChart;
}

/** Series on top of one another, those that add up to 100 % among them. */
export const isStacked = (type: ChartType): boolean => /Stacked/.test(type);
/** Each category fills the whole axis: its values are shares. */
export const isHundred = (type: ChartType): boolean => /100$/.test(type);
/** Has slices and no axes. */
export const isRound = (type: ChartType): boolean => type === 'Pie' || type === 'Doughnut';
/** Drawn as lines, with or without marks. */
export const isLine = (type: ChartType): boolean => type === 'Line' || type === 'LineMarkers';
/** Bars lie, columns stand. */
export const isLying = (type: ChartType): boolean => /^Bar/.test(type);

/** Space between the bars of two categories, in percent of a bar's breadth. */
export const gapOf = ({ type, gapWidth }: Chart): number => gapWidth ?? (isStacked(type) ? 50 : 150);

/** Colours of series (or of the pieces of a round chart) that have none of their own, in turn. */
const TURN = [
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#264478',
  '#9E480E',
  '#636363',
  '#997300',
];
/** '#RRGGBB' for the series (or slice) at that 0-based index; after ten it begins again. */
export const colorInTurn = (index: number): string => TURN[index % TURN.length] ?? '#4472C4';

/** A text as the formula that is that text. Example: `quotedText('a"b') === '"a""b"'`. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** The text of such a formula; null for anything else. */
export const unquotedText = (formula: string): string | null =>
  /^"(?:[^"]|"")*"$/.test(formula) ? formula.slice(1, -1).replaceAll('""', '"') : null;
