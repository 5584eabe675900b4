// What a drawn chart is made of: rectangles, paths and words, in pixels; and how wide words are. Knows no chart's layout.
import type { Chart, ChartFont, ChartLabels } from '../model/charts';
import { formatValue } from '../model/numberFormat';

export type Anchor = 'start' | 'middle' | 'end';

/** A piece of a drawn chart, in pixels from its corner. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: Required<ChartFont>;
      readonly anchor: Anchor;
      readonly upright?: boolean;
    };

/** Pixels, from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PIXELS_PER_POINT = 4 / 3;
const DEFAULT_FONT: Required<ChartFont> = { name: 'Calibri', size: 10, bold: false, italic: false, color: '#595959' };

/** The part's own font, over `size`, over the chart's font, over Calibri 10 in grey. */
export const fontOf = (chart: Chart, own?: ChartFont, size?: number): Required<ChartFont> => ({
  ...DEFAULT_FONT,
  ...(size === undefined ? {} : { size }),
  ...chart.area?.font,
  ...(size === undefined ? {} : { size }),
  ...own,
});
/** Pixels of one line of words; a font without a size counts as 10 points. */
export const heightOf = ({ size }: ChartFont): number => (size ?? 10) * PIXELS_PER_POINT * 1.3;
/** Pixels: Chinese characters and signs are as wide as high, others about half. */
export const widthOf = (text: string, { size }: ChartFont): number =>
  Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2000 ? 1 : 0.55), 0) *
  (size ?? 10) *
  PIXELS_PER_POINT;

/** The text as far as it fits, else with “…”. */
export function fitted(text: string, room: number, font: ChartFont): string {
  if (widthOf(text, font) <= room) return text;
  let signs = Array.from(text);
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, font) > room) signs = signs.slice(0, -1);
  return `${signs.join('')}…`;
}

/** What stands at a point. `share`: its part of the whole. */
export function labelText(
  { showValue, showPercentage, showSeriesName, showCategoryName, numberFormat }: ChartLabels,
  value: number,
  share: number,
  series: string,
  category: string,
): string {
  const parts = [
    showSeriesName ? series : '',
    showCategoryName ? category : '',
    showValue ? formatValue(value, numberFormat ?? 'General') : '',
    showPercentage ? formatValue(share, '0%') : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}
