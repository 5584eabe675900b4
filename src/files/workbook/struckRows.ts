// Which rows of an .xlsx are struck through: people cross out what no longer holds, and the library that reads cells knows no fonts.
// Reads styles, and sheets only where a style is struck at all.

type Parts = Readonly<Record<string, Uint8Array>>;

const decoder = new TextDecoder();

function textOf(parts: Parts, path: string): string {
  const bytes = parts[path];
  return bytes ? decoder.decode(bytes) : '';
}

const attribute = (tag: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** What stands in the first element of that name, whatever its prefix; '' where there is none. In one go, however broken the text is. */
function inside(xml: string, name: string): string {
  const from = xml.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  if (from < 0) return '';
  const rest = xml.slice(from);
  return rest.slice(0, Math.max(0, rest.search(new RegExp(`</(?:\\w+:)?${name}>`))));
}

/** Numbers of the cell styles whose font is struck through. */
function struckStyles(parts: Parts): ReadonlySet<string> {
  const styles = textOf(parts, 'xl/styles.xml');
  const [, ...fonts] = inside(styles, 'fonts').split(/<(?:\w+:)?font(?=[\s/>])/);
  const struck = fonts.map((font) => /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/>/.test(font));
  if (!struck.includes(true)) return new Set();
  const formats = inside(styles, 'cellXfs').match(/<(?:\w+:)?xf\s[^>]*>/g) ?? [];
  return new Set(
    formats.flatMap((xf, index) => (struck[Number(attribute(xf, 'fontId'))] === true ? [String(index)] : [])),
  );
}

const plainWords = (escaped: string): string =>
  escaped
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** Part by name of the sheet. */
function sheetParts(parts: Parts): [name: string, path: string][] {
  const targets = new Map(
    (textOf(parts, 'xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return (textOf(parts, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).map((tag) => {
    const target = targets.get(/\w+:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '';
    return [plainWords(attribute(tag, 'name')), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
  });
}

/** 1-based rows of which at least half of the filled cells are struck. */
function rowsStruck(sheet: string, styles: ReadonlySet<string>): Set<number> {
  const count = new Map<number, { filled: number; struck: number }>();
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    const row = Number(/\d+$/.exec(attribute(tag, 'r'))?.[0] ?? 0);
    if (row === 0 || tag.endsWith('/>')) continue;
    const { filled, struck } = count.get(row) ?? { filled: 0, struck: 0 };
    count.set(row, { filled: filled + 1, struck: struck + (styles.has(attribute(tag, 's')) ? 1 : 0) });
  }
  return new Set([...count].flatMap(([row, { filled, struck }]) => (struck > 0 && struck * 2 >= filled ? [row] : [])));
}

/** By name of the sheet; sheets without such a row are left out. Example: row 3 crossed out → `Map { '名单' => Set { 3 } }`. */
export function struckRows(parts: Parts): Map<string, ReadonlySet<number>> {
  const styles = struckStyles(parts);
  if (styles.size === 0) return new Map();
  return new Map(
    sheetParts(parts)
      .map(([name, path]) => [name, rowsStruck(textOf(parts, path), styles)] as const)
      .filter(([, rows]) => rows.size > 0),
  );
}
