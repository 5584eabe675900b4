// 证书: one A4 landscape page a winner, framed. Shows what was decided; decides nothing.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { FONT_OFFICIAL, FONT_OFFICIAL_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, SheetPlan } from '../contract/plan';
import type { PageLine, Span } from '../contract/pageLines';
import { columnPoints, heightOf, linesOf, pageParts } from '../contract/pageLines';
import { MADE_SHEETS } from './madeSheets';

export interface Certificate {
  readonly number: string;
  readonly unit: string;
  /** The sentence, the line of the honour and the closing, as the campaign's templates give them. */
  readonly sentence: string;
  readonly honour: string;
  readonly closing: string;
}

/** `date` as it is printed, in the workbook's language. */
export interface CertificatesPage {
  /** At the head of each. */
  readonly heading: string;
  readonly organiser: string;
  readonly date: string;
  readonly certificates: readonly Certificate[];
}

const GOLD = '#B8860B';
const RED = '#9B1C1C';
/**
 * Frame, room, text, room, frame. Narrow enough for the page in every program (a character is up to 9.5 pixels wide), so that
 * nothing is scaled and the heights below hold.
 */
const GRID = [1.2, 4, 96, 4, 1.2];
const TEXT_COLUMN = 2;
/** Points of a page of 210 mm less 2 × 10 mm. */
const PAGE = (190 / 25.4) * 72;
/** White above the frame. Taller than what a page leaves below it: the next certificate begins on the next page in programs, too, that heed no page breaks. */
const HEAD = 34;
const SPARE = 20;

function framed(value: string, height: number, format: CellFormat): PageLine {
  const edge = (column: number): Span => ({ column, columns: 1, value: '', format: { fill: GOLD } });
  return {
    spans: [
      edge(0),
      { column: TEXT_COLUMN, columns: 1, value, format: { ...format, wrap: true } },
      edge(GRID.length - 1),
    ],
    height,
  };
}

function bar(): PageLine {
  return { spans: [{ column: 0, columns: GRID.length, value: '', format: { fill: GOLD } }], height: 8 };
}

/** Type and spacing of the text, best first: they give way before the frame does. */
const SIZES = [22, 20, 18, 16, 14] as const;

function certificateLines(page: CertificatesPage, certificate: Certificate, language: Language): PageLine[] {
  const attempts = SIZES.map((size) => certificateIn(page, certificate, size, language));
  const fits = attempts.find((lines) => heightOf(lines) <= PAGE - SPARE + 1);
  return fits ?? attempts[attempts.length - 1] ?? [];
}

function certificateIn(page: CertificatesPage, certificate: Certificate, size: number, language: Language): PageLine[] {
  const say = (words: Text): string => words[language];
  const body: CellFormat = { fontName: FONT_OFFICIAL, fontSize: size, color: PALETTE.ink, vertical: 'Center' };
  const indented = (words: string): string =>
    language === 'zh' && words !== '' && !words.startsWith('　') ? `　　${words}` : words;
  const sentence = indented(certificate.sentence);
  const closingWords = indented(certificate.closing);
  const to = say(text(`${certificate.unit}：`, `To ${certificate.unit}:`));
  const width = columnPoints(GRID[TEXT_COLUMN] ?? 0);
  const lines: PageLine[] = [
    { spans: [], height: HEAD },
    bar(),
    framed('', 22, body),
    framed(page.heading, 66, {
      ...body,
      fontName: FONT_OFFICIAL_TITLE,
      fontSize: 40,
      color: RED,
      horizontal: 'Center',
    }),
    framed('', 8, body),
    framed(to, linesOf(to, width, size) * size * 1.5 + 7, {
      ...body,
      bold: true,
      horizontal: 'Left',
    }),
    framed(sentence, Math.max(2, linesOf(sentence, width, size)) * size * 1.5 + 4, { ...body, horizontal: 'Left' }),
    framed(certificate.honour, linesOf(certificate.honour, width, 36) * 50 + 20, {
      ...body,
      fontName: FONT_OFFICIAL_TITLE,
      fontSize: 36,
      color: RED,
      horizontal: 'Center',
    }),
    framed(closingWords, linesOf(closingWords, width, size) * size * 1.5 + 3, {
      ...body,
      horizontal: 'Left',
    }),
  ];
  const closing = [
    framed(page.organiser, 32, { ...body, fontSize: 20, horizontal: 'Right', indent: 2 }),
    framed(page.date, 32, { ...body, fontSize: 20, horizontal: 'Right', indent: 2 }),
    framed(say(text(`编号：${certificate.number}`, `No. ${certificate.number}`)), 20, {
      ...body,
      fontSize: 11,
      color: PALETTE.muted,
      horizontal: 'Left',
    }),
    framed('', 10, body),
    bar(),
  ];
  const used = [...lines, ...closing].reduce((sum, { height }) => sum + height, 0);
  return [...lines, framed('', Math.max(6, PAGE - SPARE - used), body), ...closing];
}

/** The sheet as a plan: values only. */
export function certificatesSheet(page: CertificatesPage, language: Language): SheetPlan {
  const certificates = page.certificates.map((certificate) => certificateLines(page, certificate, language));
  const lines = certificates.flat();
  let begun = 0;
  const breaks = certificates.slice(0, -1).map(({ length }) => (begun += length));
  return {
    name: MADE_SHEETS.Certificates.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: GRID,
    ...pageParts(lines),
    page: {
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns: GRID.length },
      centerHorizontally: true,
      breaks,
      margins: { top: 10, right: 10, bottom: 10, left: 10 },
    },
  };
}
