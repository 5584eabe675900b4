// A PDF as poppler reads it: pages with their texts and the sizes of their type, by the sheet that each page belongs to. Knows no workbook.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';

export interface PrintedText {
  readonly words: string;
  /** Points, whole ones. */
  readonly size: number;
}

export interface PrintedPage {
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
  /** Where lines stand that their cell is too low for: “x, y” in points from the left bottom corner. */
  readonly cut: readonly string[];
}

/** All words of these pages without blanks. */
export const wordsOfPages = (pages: readonly PrintedPage[]): string =>
  squeezed(pages.flatMap(({ texts }) => texts.map(({ words }) => words)).join(''));

/** Without blanks and line breaks, compatibility forms as one: fonts that lack a sign may stand in with another form. */
export const squeezed = (words: string): string => words.normalize('NFKC').replace(/\s/g, '');

const LATIN = /[A-Za-zÀ-ɏ]{2,}/g;

function wordCounts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of texts.flatMap((text) => [...text.normalize('NFKC').matchAll(LATIN)]))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Words of the cells that stand on no line whole: their column is too narrow for them. A hyphen may end a line.
 * Example: a cell “Storyteller” of which the pages have “Storytell” and “er”.
 */
export function brokenWords(cells: readonly string[], pages: readonly PrintedPage[]): string[] {
  const whole = wordCounts(pages.flatMap(({ texts }) => texts.map(({ words }) => words)));
  return [...wordCounts(cells)].flatMap(([word, count]) => ((whole.get(word) ?? 0) < count ? [word] : []));
}

interface Xml {
  readonly page: readonly {
    readonly number: number;
    readonly width: number;
    readonly height: number;
    readonly fontspec?: readonly { readonly id: number; readonly size: number }[];
    readonly text?: readonly { readonly font: number; readonly '#text'?: string }[];
  }[];
  readonly outline?: { readonly item: readonly { readonly page: number; readonly '#text': string }[] };
}

/** Pages by the name of their sheet, which LibreOffice writes as a bookmark. */
export function readPdf(path: string): Map<string, PrintedPage[]> {
  const xml = execFileSync('pdftohtml', ['-xml', '-zoom', '1', '-i', '-stdout', path], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString('utf8');
  // Bold and italic are of no interest here.
  const plain = xml.replace(/<\/?[abi](?: [^>]*)?>/g, '');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: true,
    trimValues: false,
    isArray: (name) => ['page', 'fontspec', 'text', 'item'].includes(name),
  });
  const { page: pages, outline } = (parser.parse(plain) as { pdf2xml: Xml }).pdf2xml;
  const sizes = new Map(pages.flatMap(({ fontspec = [] }) => fontspec.map(({ id, size }) => [id, size] as const)));
  const cuts = cutLines(readFileSync(path).toString('latin1'));
  const printed = pages.map(({ number, width, height, text = [] }): PrintedPage => ({
    number,
    width,
    height,
    texts: text.map((one) => ({ words: one['#text'] ?? '', size: sizes.get(one.font) ?? 0 })),
    cut: cuts[number - 1] ?? [],
  }));
  const marks = outline?.item ?? [];
  return new Map(
    marks.map(({ '#text': name, page: first }, index) => [
      name,
      printed.filter(({ number }) => number >= first && number < (marks[index + 1]?.page ?? Infinity)),
    ]),
  );
}

const unpacked = (stream: string): string => {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
};

const NUMBER = '(-?[\\d.]+)';
const MARKS = new RegExp(
  [
    '(?<save>\\bq\\b)|(?<back>\\bQ\\b)',
    `(?<clip>(?<left>${NUMBER}) (?<bottom>${NUMBER}) (?<wide>${NUMBER}) (?<high>${NUMBER}) re\\s+W\\*? n)`,
    `(?<line>(?<x>${NUMBER}) (?<y>${NUMBER}) Td /F\\d+ (?<size>${NUMBER}) Tf)`,
  ].join('|'),
  'g',
);

/** A whole page is no cell. */
const WIDEST_CELL = 800;

/** Page by page: first runs of lines whose letters reach over the rectangle that their cell is clipped to. */
function cutLines(pdf: string): string[][] {
  const pages = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = '']) => unpacked(stream))
    .filter((content) => / Tf\b/.test(content) && !content.includes('beginbfchar'));
  return pages.map((content) => {
    const saved: (readonly [bottom: number, top: number] | null)[] = [];
    let clip: readonly [bottom: number, top: number] | null = null;
    const cut: string[] = [];
    for (const { groups = {} } of content.matchAll(MARKS)) {
      if (groups['save']) saved.push(clip);
      else if (groups['back']) clip = saved.pop() ?? null;
      else if (groups['clip']) {
        const [bottom, wide, high] = [groups['bottom'], groups['wide'], groups['high']].map(Number);
        clip = (wide ?? 0) < WIDEST_CELL ? [bottom ?? 0, (bottom ?? 0) + (high ?? 0)] : null;
      } else if (clip) {
        const [y = 0, size = 0] = [groups['y'], groups['size']].map(Number);
        if (y < clip[0] - size * 0.1 || y + size * 0.7 > clip[1] + 0.5) cut.push(`${groups['x']}, ${groups['y']}`);
      }
    }
    return cut;
  });
}
