// 报送矩阵: unit × requirement as live formulas over the tracker, with totals that prove themselves. Knows no receipts and no rules.
import { text, type Language } from '../../core/ground/text';
import { STATUSES, type Status } from '../../core/tracker/trackerRow';
import { columnName } from '../contract/a1';
import { quoted } from '../contract/formulaWords';
import { labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, PALETTE, STATUS_INK } from '../contract/palette';
import type { Area, CellFormat, CellWrite, ConditionalFormat, SheetPlan } from '../contract/plan';
import type { FormulaWords } from '../contract/spec';
import { NOT_OWED, statusSign } from '../contract/statusSigns';
import { columnPoints, gap, linesOf, pageParts, signature, type PageLine, type Span } from '../contract/pageLines';
import { charactersFor, headLines as linesOfHead } from '../contract/wordWidth';
import { MADE_SHEETS } from './madeSheets';
import { fixedArea, typedOverMarks, typedOverStops } from './typedOverFormulas';

/** What 报送矩阵 is laid out for; its cells are formulas. */
export interface MatrixPage {
  readonly campaign: string;
  readonly organiser: string;
  /** In roster order; those that have rows in the tracker. */
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  readonly requirements: readonly { readonly requirementId: string; readonly title: string }[];
  /** What the sheet was made from, for whoever wonders whether it is stale. */
  readonly stamp: string;
  /** The defined name of the moment as of which the tracker speaks. */
  readonly asOfName: string;
}

const TITLE_LINES = 4;
/** 0-based row of the items' ids, row of the first unit, column of the first item. */
export const HEAD = TITLE_LINES;
/** 0-based row of the first unit. */
export const FIRST = HEAD + 2;
/** 0-based column of the first item. */
export const LEFT = 2;

/** Points of cells and heads. */
const SIZE = 10;

/** Characters of the column of units' names. */
const NAME_WIDTH = 20;

const cell: CellFormat = {
  fontName: FONT,
  fontSize: SIZE,
  color: PALETTE.ink,
  horizontal: 'Center',
  vertical: 'Center',
  border: PALETTE.line,
};
const head: CellFormat = { ...cell, bold: true, color: PALETTE.headerInk, fill: PALETTE.headerFill, wrap: true };
const total: CellFormat = { ...cell, bold: true, fill: PALETTE.band };
const left = (format: CellFormat): CellFormat => ({ ...format, horizontal: 'Left' });

const line = (cells: readonly (readonly [CellWrite, CellFormat])[], height: number): PageLine => ({
  spans: cells.map(([value, format], column): Span => ({ column, columns: 1, value, format })),
  height,
});

/** 1-based A1 address with the column and row fixed as asked. */
const at = (row: number, column: number, fixed: 'row' | 'column' | 'both'): string =>
  `${fixed === 'row' ? '' : '$'}${columnName(column)}${fixed === 'column' ? '' : '$'}${row + 1}`;

function statusCount(
  f: FormulaWords,
  status: Status,
  by?: { readonly key: 'unitId' | 'requirementId'; readonly cell: string },
): string {
  const own = by ? `${f.column('Tracker', by.key)},${by.cell},` : '';
  return `COUNTIFS(${own}${f.column('Tracker', 'status')},${f.label('status', status)})`;
}

/** All statuses of one unit, of one item, or of the whole tracker, then their sum. */
function totalsOf(
  f: FormulaWords,
  by?: { readonly key: 'unitId' | 'requirementId'; readonly cell: string },
): CellWrite[] {
  const counts = STATUSES.map((status) => statusCount(f, status, by));
  return [...counts.map((count) => ({ formula: `=${count}` })), { formula: `=${counts.join('+')}` }];
}

/** Words and characters of the columns that count: of every status, then of all that is owed. No word of them is broken. */
function sumColumns(language: Language): { readonly word: string; readonly characters: number }[] {
  const words = [...STATUSES.map((status) => labelOf('status', status, language)), text('应报', 'Must')[language]];
  return words.map((word, at) => ({
    word,
    characters: Math.max(at < STATUSES.length ? 7 : 8, Math.ceil(charactersFor(word, SIZE) * 2) / 2),
  }));
}

function headLines({ requirements }: MatrixPage, language: Language): PageLine[] {
  const sums = sumColumns(language);
  const ids = [
    text('单位编号', 'Unit ID')[language],
    text('单位', 'Unit')[language],
    ...requirements.map(({ requirementId }) => requirementId),
    ...sums.map(({ word }) => word),
  ];
  const lines = Math.max(...sums.map(({ word, characters }) => linesOfHead(word, characters, SIZE)));
  const titles = [
    '',
    '',
    ...requirements.map(({ title }) => title),
    ...STATUSES.map((status) => statusSign(status, language)),
    text('含免报', 'with exempt')[language],
  ];
  return [
    line(
      ids.map((word) => [word, head] as const),
      6 + lines * 14,
    ),
    line(
      titles.map((word) => [word, { ...head, bold: false }] as const),
      42,
    ),
  ];
}

function unitLines({ units, requirements }: MatrixPage, f: FormulaWords): PageLine[] {
  return units.map(({ unitId, name }, index) => {
    const row = FIRST + index;
    const lines = linesOf(name, columnPoints(NAME_WIDTH), SIZE);
    const sign = (column: number): CellWrite => ({
      formula: `=IFERROR(INDEX(${f.column('Tracker', 'sign')},MATCH(${at(row, 0, 'column')}&" "&${at(HEAD, column, 'row')},${f.column('Tracker', 'rowKey')},0)),${quoted(NOT_OWED)})`,
    });
    return line(
      [
        [unitId, { ...cell, color: PALETTE.muted }],
        [name, { ...left(cell), ...(lines > 1 && { wrap: true }) }],
        ...requirements.map((_, i) => [sign(LEFT + i), cell] as const),
        ...totalsOf(f, { key: 'unitId', cell: at(row, 0, 'column') }).map(
          (value) => [value, { ...cell, fill: PALETTE.computedFill }] as const,
        ),
      ],
      Math.max(18, lines * 13 + 4),
    );
  });
}

/** Per item every status and the sum; in the corner the whole tracker, counted for itself. */
function totalLines({ units, requirements }: MatrixPage, f: FormulaWords): PageLine[] {
  const { language } = f;
  const columns = requirements.map((_, i) => totalsOf(f, { key: 'requirementId', cell: at(HEAD, LEFT + i, 'row') }));
  const whole = totalsOf(f);
  const rows = (column: number): CellWrite => ({
    formula: `=SUM(${at(FIRST, column, 'row')}:${at(FIRST + units.length - 1, column, 'row')})`,
  });
  const labels = [
    ...STATUSES.map((status) => `${statusSign(status, language)} ${labelOf('status', status, language)}`),
    text('应报（含免报）', 'Must (with exempt)')[language],
  ];
  const blank = Array.from({ length: STATUSES.length + 1 }, (): readonly [CellWrite, CellFormat] => ['', total]);
  return [
    line(
      [
        ['', total],
        [text('各单位合计', 'Sum of units')[language], left(total)],
        ...requirements.map((): readonly [CellWrite, CellFormat] => ['', total]),
        ...whole.map((_, i) => [rows(LEFT + requirements.length + i), total] as const),
      ],
      20,
    ),
    ...labels.map((label, i): PageLine =>
      line(
        [
          ['', total],
          [label, left(total)],
          ...columns.map((values) => [values[i] ?? '', total] as const),
          ...blank.map(([value, format], j) => [j === i ? (whole[i] ?? value) : value, format] as const),
        ],
        18,
      ),
    ),
  ];
}

/** Where formulas stand: units with their sums, sums of all units, items by status, and the whole by status across the corner. */
function computedAreas({
  units,
  requirements,
}: MatrixPage): readonly [units: Area, sums: Area, items: Area, corner: Area] {
  const [items, statuses] = [requirements.length, STATUSES.length + 1];
  const [below, right] = [FIRST + units.length, LEFT + items];
  return [
    { row: FIRST, column: LEFT, rows: units.length, columns: items + statuses },
    { row: below, column: right, rows: 1, columns: statuses },
    { row: below + 1, column: LEFT, rows: statuses, columns: items },
    { row: below + 1, column: right, rows: statuses, columns: statuses },
  ];
}

/**
 * Formula without "=" that counts the formulas that were typed over. Rows and columns that somebody puts in have no id, and are nothing.
 * `sheet`: what stands before each address, "" on the sheet itself.
 */
export function matrixTypedOver(page: MatrixPage, sheet: string): string {
  const [units, sums, items, corner] = computedAreas(page);
  const area = (of: Area): string => `${sheet}${fixedArea(of)}`;
  const ids = ({ row, rows }: Area, column: number): string => `(${area({ row, column, rows, columns: 1 })}<>"")`;
  const heads = ({ column, columns }: Area): string => `(${area({ row: HEAD, column, rows: 1, columns })}<>"")`;
  return [
    `SUMPRODUCT(${ids(units, 0)}*${heads(units)}*(1-ISFORMULA(${area(units)})))`,
    `SUMPRODUCT(${heads(sums)}*(1-ISFORMULA(${area(sums)})))`,
    `SUMPRODUCT(${ids(items, 1)}*${heads(items)}*(1-ISFORMULA(${area(items)})))`,
    `MAX(0,ROWS(${area(corner)})-SUMPRODUCT(--ISFORMULA(${area(corner)})))`,
  ].join('+');
}

/** Three sums of the same: over units, over items, over the tracker itself. */
function proof(page: MatrixPage, f: FormulaWords): CellWrite {
  const { units, requirements } = page;
  const last = FIRST + units.length + 1 + STATUSES.length;
  const must = LEFT + requirements.length + STATUSES.length;
  const byUnit = at(FIRST + units.length, must, 'both');
  const whole = at(last, must, 'both');
  const byItem = `SUM(${at(last, LEFT, 'both')}:${at(last, LEFT + requirements.length - 1, 'both')})`;
  const pieces = STATUSES.map(
    (status, i) =>
      `"${labelOf('status', status, f.language)} "&${at(FIRST + units.length + 1 + i, LEFT + requirements.length + i, 'both')}`,
  );
  const [sum, agree, differ] =
    f.language === 'zh'
      ? ['应报（含免报）', '，各行、各列、台账三处相符。', '；各行、各列与台账不符，名册或事项有变动，请重新生成。']
      : [
          'must (with exempt)',
          '; rows, columns and tracker agree.',
          '; rows, columns and tracker differ: units or items have changed, make the matrix again.',
        ];
  const over = matrixTypedOver(page, '');
  const typed =
    f.language === 'zh'
      ? `IF(${over}=0,"","有 "&(${over})&" 处公式被改写（标红），请重新生成。")`
      : `IF(${over}=0,""," Formulas typed over (red): "&(${over})&"; make the matrix again.")`;
  return {
    formula: `=${pieces.join('&" ＋ "&')}&" ＝ ${sum} "&${whole}&IF(AND(${byUnit}=${whole},${byItem}=${whole}),"${agree}","${differ}")&${typed}`,
  };
}

function conditionals(page: MatrixPage, language: Language): ConditionalFormat[] {
  const area = { row: FIRST, column: LEFT, rows: page.units.length, columns: page.requirements.length };
  const signs = STATUSES.flatMap((status) => {
    if (status === 'pending') return [];
    const ink = STATUS_INK[status];
    return [
      {
        area,
        formula: `=EXACT(${columnName(LEFT)}${FIRST + 1},${quoted(statusSign(status, language))})`,
        fill: ink[0],
        color: ink[1],
        bold: status === 'overdue',
      },
    ];
  });
  return [...typedOverMarks(computedAreas(page).slice(0, 3)), ...signs];
}

/** The sheet as a plan. At least one unit and one requirement; formulas speak of the tracker in the language of `f`. */
export function matrixSheet(page: MatrixPage, f: FormulaWords): SheetPlan {
  const { language } = f;
  const columns = LEFT + page.requirements.length + STATUSES.length + 1;
  const wide = (value: CellWrite, format: CellFormat, height: number): PageLine => ({
    spans: [{ column: 0, columns, value, format }],
    height,
  });
  const note: CellFormat = { fontName: FONT, fontSize: 10, color: PALETTE.muted, vertical: 'Center' };
  const legend = [
    ...STATUSES.map((status) => `${statusSign(status, language)} ${labelOf('status', status, language)}`),
    `${NOT_OWED} ${text('不需报', 'not owed')[language]}`,
  ].join(language === 'zh' ? '　' : '  ');
  const asOf =
    language === 'zh'
      ? `="截至 "&TEXT(${page.asOfName},"yyyy-mm-dd hh:mm")&"（随台账自动更新）"`
      : `="As of "&TEXT(${page.asOfName},"yyyy-mm-dd hh:mm")&" (follows the tracker)"`;
  const lines: PageLine[] = [
    wide(
      text(`${page.campaign}报送矩阵`, `${page.campaign}: units and items`)[language],
      { fontName: FONT_TITLE, fontSize: 18, color: PALETTE.title, horizontal: 'Center', vertical: 'Center' },
      34,
    ),
    wide({ formula: asOf }, { ...note, horizontal: 'Center' }, 18),
    wide(legend, { ...note, horizontal: 'Center' }, 18),
    gap(6),
    ...headLines(page, language),
    ...unitLines(page, f),
    ...totalLines(page, f),
    gap(6),
    wide(proof(page, f), { ...note, color: PALETTE.ink }, 20),
    wide(signature(page.organiser, page.stamp, language), note, 18),
  ];
  return {
    name: MADE_SHEETS.Matrix.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: [
      9,
      NAME_WIDTH,
      ...page.requirements.map(() => 10),
      ...sumColumns(language).map(({ characters }) => characters),
    ],
    ...pageParts(lines),
    validations: typedOverStops(computedAreas(page).slice(0, 3), language),
    conditionals: conditionals(page, language),
    freeze: { rows: FIRST, columns: LEFT },
    page: {
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns },
      fitWide: 1,
      titleRows: [HEAD, HEAD + 1],
      margins: { top: 12, right: 10, bottom: 14, left: 10 },
      centerHorizontally: true,
      footerLeft: page.campaign,
      footerRight: text('第 &P 页，共 &N 页', 'Page &P of &N')[language],
    },
  };
}
