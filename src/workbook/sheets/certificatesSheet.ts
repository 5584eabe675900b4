// 证书: one framed A4 page a winner, landscape or portrait. Shows what was decided in the words of the template; decides nothing.
import type { Language } from '../../core/ground/text';
import { FONT_OFFICIAL, FONT_OFFICIAL_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, SheetPlan } from '../contract/plan';
import type { PageLine, Span } from '../contract/pageLines';
import { columnPoints, heightOf, linesOf, pageParts } from '../contract/pageLines';
import { MADE_SHEETS } from './madeSheets';

/** The template's parts with their fields filled in; '' is not printed. */
export interface Certificate {
  readonly heading: string;
  readonly to: string;
  readonly sentence: string;
  readonly honour: string;
  readonly closing: string;
  readonly signer: string;
  readonly date: string;
  readonly number: string;
}

/** A page each, all the same way up. */
export interface CertificatesPage {
  readonly portrait: boolean;
  readonly certificates: readonly Certificate[];
}

const GOLD = '#B8860B';
const RED = '#9B1C1C';
const EDGE = [1.2, 4] as const;
const TEXT_COLUMN = EDGE.length;

interface Paper {
  /**
   * Frame, room, text, room, frame. Narrow enough for the page in every program (a character is up to 9.5 pixels wide), so that
   * nothing is scaled and the heights below hold.
   */
  readonly grid: readonly number[];
  /** Points of its height less 2 × 10 mm. */
  readonly height: number;
}

const paper = (text: number, millimetres: number): Paper => ({
  grid: [...EDGE, text, ...[...EDGE].reverse()],
  height: ((millimetres - 20) / 25.4) * 72,
});
const LANDSCAPE = paper(96, 210);
const PORTRAIT = paper(63, 297);
/** White above the frame. Taller than what a page leaves below it: the next certificate begins on the next page in programs, too, that heed no page breaks. */
const HEAD = 34;
const SPARE = 20;

function framed(value: string, height: number, format: CellFormat): PageLine {
  const edge = (column: number): Span => ({ column, columns: 1, value: '', format: { fill: GOLD } });
  return {
    spans: [
      edge(0),
      { column: TEXT_COLUMN, columns: 1, value, format: { ...format, wrap: true } },
      edge(TEXT_COLUMN + EDGE.length),
    ],
    height,
  };
}

function bar(): PageLine {
  return {
    spans: [{ column: 0, columns: TEXT_COLUMN + EDGE.length + 1, value: '', format: { fill: GOLD } }],
    height: 8,
  };
}

/** Type and spacing, best first: they give way before the frame does. `honour`: of the line of the honour and of the heading. */
interface Type {
  readonly size: number;
  readonly honour: number;
  readonly heading: number;
  readonly pitch: number;
}
const type = (size: number, honour: number, heading = 40, pitch = 1.5): Type => ({ size, honour, heading, pitch });
const TYPES: readonly Type[] = [
  type(22, 36),
  type(20, 36),
  type(18, 36),
  type(18, 30),
  type(16, 30),
  type(16, 26, 36),
  type(14, 26, 36),
  type(14, 22, 32, 1.4),
  type(12, 20, 28, 1.4),
  type(11, 18, 26, 1.35),
];

function certificateLines(paperOf: Paper, certificate: Certificate, language: Language): PageLine[] {
  const attempts = TYPES.map((each) => certificateIn(paperOf, certificate, each, language));
  const fits = attempts.find((lines) => heightOf(lines) <= paperOf.height - SPARE + 1);
  return fits ?? attempts[attempts.length - 1] ?? [];
}

/** Of what a tall page leaves free: so much above the heading and above the honour; the rest stands above who signs. */
const AIR = 0.22;
/** Points that are free on any page anyway. */
const ENOUGH = 60;

function certificateIn(
  paperOf: Paper,
  certificate: Certificate,
  { size, honour, heading, pitch }: Type,
  language: Language,
): PageLine[] {
  const body: CellFormat = { fontName: FONT_OFFICIAL, fontSize: size, color: PALETTE.ink, vertical: 'Center' };
  const width = columnPoints(paperOf.grid[TEXT_COLUMN] ?? 0);
  const indented = (words: string): string =>
    language === 'zh' && words !== '' && !words.startsWith('　') ? `　　${words}` : words;
  const tall = (words: string, of: number): number => linesOf(words, width, of) * of * pitch;
  const part = (words: string, height: number, format: CellFormat): PageLine[] =>
    words === '' ? [] : [framed(words, height, format)];
  const red = (of: number): CellFormat => ({
    ...body,
    fontName: FONT_OFFICIAL_TITLE,
    fontSize: of,
    color: RED,
    horizontal: 'Center',
  });
  const below = (words: string): PageLine[] => {
    const of = Math.min(20, size);
    return part(words, Math.max(32 * (of / 20), tall(words, of)), {
      ...body,
      fontSize: of,
      horizontal: 'Right',
      indent: 2,
    });
  };
  const head = part(
    certificate.heading,
    Math.max(66 * (heading / 40), tall(certificate.heading, heading) + 6),
    red(heading),
  );
  const said = [
    ...part(certificate.to, tall(certificate.to, size) + 7, { ...body, bold: true, horizontal: 'Left' }),
    ...part(
      indented(certificate.sentence),
      Math.max(tall(certificate.sentence, size), tall(indented(certificate.sentence), size)) + 4,
      {
        ...body,
        horizontal: 'Left',
      },
    ),
  ];
  const honoured = part(certificate.honour, tall(certificate.honour, honour) + 16, red(honour));
  const closing = part(indented(certificate.closing), tall(indented(certificate.closing), size) + 3, {
    ...body,
    horizontal: 'Left',
  });
  const signed = [
    ...below(certificate.signer),
    ...below(certificate.date),
    ...part(certificate.number, Math.max(20, tall(certificate.number, 11)), {
      ...body,
      fontSize: 11,
      color: PALETTE.muted,
      horizontal: 'Left',
    }),
  ];
  const frame = HEAD + 2 * 8 + 22 + 8 + 10;
  const used = frame + heightOf([...head, ...said, ...honoured, ...closing, ...signed]);
  const free = paperOf.height - SPARE - used;
  const air = free > ENOUGH ? (free - ENOUGH) * AIR : 0;
  return [
    { spans: [], height: HEAD },
    bar(),
    framed('', 22 + air, body),
    ...head,
    framed('', 8 + air / 2, body),
    ...said,
    ...(air > 1 ? [framed('', air / 2, body)] : []),
    ...honoured,
    ...(air > 1 ? [framed('', air / 2, body)] : []),
    ...closing,
    framed('', Math.max(6, free - air * 2.5), body),
    ...signed,
    framed('', 10, body),
    bar(),
  ];
}

/** The sheet as a plan: values only. */
export function certificatesSheet({ portrait, certificates }: CertificatesPage, language: Language): SheetPlan {
  const paperOf = portrait ? PORTRAIT : LANDSCAPE;
  const pages = certificates.map((certificate) => certificateLines(paperOf, certificate, language));
  const lines = pages.flat();
  let begun = 0;
  const breaks = pages.slice(0, -1).map(({ length }) => (begun += length));
  return {
    name: MADE_SHEETS.Certificates.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: paperOf.grid,
    ...pageParts(lines),
    page: {
      orientation: portrait ? 'Portrait' : 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns: paperOf.grid.length },
      centerHorizontally: true,
      breaks,
      margins: { top: 10, right: 10, bottom: 10, left: 10 },
    },
  };
}
