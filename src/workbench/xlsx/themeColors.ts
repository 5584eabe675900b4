// Colours that a file gives by number — theme colours with a tint, the old palette — as '#RRGGBB'.
import { attribute, child, parseXml } from './xml';

/** A colour as a file says it: by itself, by its theme, or by the old palette; `tint` from -1 to 1. */
export interface FileColor {
  readonly argb?: string;
  readonly rgb?: string;
  readonly theme?: number | string;
  readonly tint?: number | string;
  readonly indexed?: number | string;
}

/** The colours of a theme by their place, #RRGGBB. */
export type Palette = readonly string[];

/** File order of theme colours; the first two pairs are swapped against the theme's own order. */
const ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE: Palette = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

const INDEXED =
  (
    '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C0808080' +
    '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
    '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333'
  ).match(/.{6}/g) ?? [];

/** The colours of a theme part; Office's own when there is none. */
export function themePalette(themeXml: string | undefined): Palette {
  const scheme = themeXml === undefined ? undefined : child(parseXml(themeXml), 'theme', 'themeElements', 'clrScheme');
  return ORDER.map((name, index) => {
    const color = child(scheme, name);
    return (
      attribute(child(color, 'srgbClr'), 'val') ??
      attribute(child(color, 'sysClr'), 'lastClr') ??
      OFFICE[index] ??
      '000000'
    );
  });
}

/** Example: `fileColor({ argb: 'FFC2410C' }, palette) === '#C2410C'`; undefined for automatic. */
export function fileColor(color: FileColor | undefined, palette: Palette): string | undefined {
  const rgb = color?.argb ?? color?.rgb;
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  if (color?.theme !== undefined) return tinted(palette[Number(color.theme)] ?? '000000', Number(color.tint ?? 0));
  const indexed = color?.indexed === undefined ? undefined : INDEXED[Number(color.indexed)];
  return indexed === undefined ? undefined : `#${indexed}`;
}

function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const most = Math.max(...channels);
  const least = Math.min(...channels);
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const shade = (channel: number): number => {
    // Keeps hue and saturation: scales the distance from grey to what the new lightness leaves room for.
    const room = (l: number): number => 1 - Math.abs(2 * l - 1);
    const grey = room(light) === 0 ? 0 : room(wanted) / room(light);
    return wanted + (channel - light) * grey;
  };
  return `#${channels
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, shade(channel))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;
}
