// What ExcelJS gets wrong in the fonts of a styles part: the order in which it writes their properties, and sizes of half a point.

/** Children of a font in the schema's order; ExcelJS writes them in one of its own. */
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const place = (element: string): number => ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');

/**
 * A styles part with the children of every font in order.
 * Example: `orderFonts('<font><color rgb="FF000000"/><sz val="11"/></font>')` is `<font><sz val="11"/><color rgb="FF000000"/></font>`.
 */
export function orderFonts(stylesXml: string): string {
  return stylesXml.replace(
    /<font>((?:<\w+(?: [^<>]*)?\/>)+)<\/font>/g,
    (_font, inner: string) =>
      `<font>${(inner.match(/<[^<>]*>/g) ?? []).sort((a, b) => place(a) - place(b)).join('')}</font>`,
  );
}

/** ExcelJS reads whole sizes only, so sizes pass through it in hundredths of a point. */
const SCALE = 100;

/** Example: `hideSizes('<sz val="10.5"/>')` is `<sz val="1050"/>`. */
export function hideSizes(stylesXml: string): string {
  return stylesXml.replace(
    /(<(?:\w+:)?sz\b[^<>]*\bval=["'])([\d.]+)/g,
    (_size, head: string, points: string) => `${head}${Math.round(Number(points) * SCALE)}`,
  );
}

/** Points of a hidden size. */
export function shownSize(size: number | undefined): number | undefined {
  return size === undefined ? undefined : size / SCALE;
}
