// 首页: how the campaign stands and what each sheet is for, all live formulas, so that it is right for whoever opens the file without the add-in.
// Knows no receipts and no rules: it counts what the tracker says.
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { text, type Language, type Text } from '../../core/ground/text';
import { zoneName } from '../../core/time/zoneName';
import type { Status } from '../../core/tracker/trackerRow';
import { STATUSES } from '../../core/tracker/trackerRow';
import { columnName } from '../contract/a1';
import { labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, MOMENT_FORMAT, PALETTE, STATUS_INK } from '../contract/palette';
import type { Area, CellFormat, CellWrite, ConditionalFormat, SheetPlan } from '../contract/plan';
import type { ColumnKeys, TableName } from '../contract/keys';
import type { FormulaWords } from '../contract/spec';
import { statusSign } from '../contract/statusSigns';
import type { MadeSheet } from './madeSheet';
import { overviewGuide } from './overviewGuide';
import { gap, pageParts, type PageLine, type Span } from '../contract/pageLines';
import type { TablePlaces } from './overviewPlaces';
import { MADE_SHEETS } from './madeSheets';
import { ownLine, withOwnCount } from './overviewOwnLine';
import { isIn, plannedFormulas, typedOverMarks, typedOverStops } from './typedOverFormulas';

/** Items with a line of their own; a campaign with more names the rest in a sentence. */
const MOST_ITEMS = 12;
const COLUMNS = 16;
/** Where the figures of an item begin: after id, title (3) and due time (2). */
const FIGURES = 6;
const SHOWN: readonly Status[] = ['onTime', 'late', 'underReview', 'incomplete', 'overdue', 'pending'];
/** Characters: states have the longest words in a single column, titles and due times stand over several. */
const WIDTHS = Array.from({ length: COLUMNS }, (_, at) =>
  at > FIGURES && at <= FIGURES + SHOWN.length ? 10.2 : at > 0 && at < FIGURES ? 8.5 : 9.2,
);
/** Points; at the scale that the page's width asks for it prints at eight. */
const SMALLEST = 9;
/** Squares of the bar. */
const BAR = 10;

const body: CellFormat = { fontName: FONT, fontSize: 10, color: PALETTE.ink, vertical: 'Center' };
const cell: CellFormat = { ...body, horizontal: 'Center', border: PALETTE.line };
const head: CellFormat = { ...cell, bold: true, color: PALETTE.headerInk, fill: PALETTE.headerFill, wrap: true };
const left = (format: CellFormat): CellFormat => ({ ...format, horizontal: 'Left', indent: 1 });

/** Cells side by side: how many columns each takes, what it holds, how it looks. */
function line(
  cells: readonly (readonly [columns: number, value: CellWrite, format: CellFormat])[],
  height: number,
): PageLine {
  let column = 0;
  const spans = cells.map(([columns, value, format]): Span => {
    column += columns;
    return { column: column - columns, columns, value, format };
  });
  return { spans, height };
}

const wide = (value: CellWrite, format: CellFormat, height: number): PageLine =>
  line([[COLUMNS, value, format]], height);
const section = (words: Text, language: Language): PageLine =>
  wide(words[language], { fontName: FONT_TITLE, fontSize: 13, color: PALETTE.title, vertical: 'Bottom' }, 28);
const live = (formula: string): CellWrite => ({ formula: `=${formula}` });

const tracked = (f: FormulaWords, status: Status): string =>
  `COUNTIFS(${f.column('Tracker', 'status')},${f.label('status', status)})`;
const done = (f: FormulaWords): string => `(${tracked(f, 'onTime')}+${tracked(f, 'late')})`;
const must = (f: FormulaWords): string => `(${SHOWN.map((status) => tracked(f, status)).join('+')})`;
const filled = <T extends TableName>(f: FormulaWords, table: T, key: ColumnKeys[T]): string =>
  `COUNTIFS(${f.column(table, key)},"?*")`;

/** Eight figures that matter at a glance, each two columns wide. */
function tiles(f: FormulaWords): PageLine[] {
  const { language } = f;
  const tile = (label: string, formula: string, ink: readonly [fill: string, color: string], numberFormat = '0') => ({
    label,
    formula,
    ink,
    numberFormat,
  });
  const plain = [PALETTE.band, PALETTE.title] as const;
  const status = (key: Status): ReturnType<typeof tile> =>
    tile(
      `${statusSign(key, language)} ${labelOf('status', key, language)}`,
      tracked(f, key),
      key === 'pending' ? plain : STATUS_INK[key],
    );
  const active = `COUNTIFS(${f.column('Units', 'name')},"?*",${f.column('Units', 'active')},"<>"&${f.label('yesNo', 'no')})`;
  const all = [
    tile(text('单位', 'Units')[language], active, plain),
    tile(text('应报', 'Must')[language], must(f), plain),
    tile(text('已完成', 'Done')[language], done(f), STATUS_INK.onTime),
    status('underReview'),
    status('incomplete'),
    status('overdue'),
    status('pending'),
    tile(text('完成率', 'Rate')[language], `IF(${must(f)}=0,"—",${done(f)}/${must(f)})`, plain, '0.0%'),
  ];
  return [
    line(
      all.map(({ label, ink }) => [2, label, { ...body, horizontal: 'Center', fill: ink[0], color: ink[1] }] as const),
      20,
    ),
    line(
      all.map(
        ({ formula, ink, numberFormat }) =>
          [
            2,
            live(formula),
            {
              fontName: FONT_TITLE,
              fontSize: 20,
              bold: true,
              horizontal: 'Center',
              vertical: 'Center',
              fill: ink[0],
              color: ink[1],
              numberFormat,
            },
          ] as const,
      ),
      38,
    ),
  ];
}

/** One line an item of the campaign, by its place in the table of items: sorting or adding items is followed. */
function itemLines(f: FormulaWords, firstRow: number): PageLine[] {
  const { language } = f;
  const heads = [
    [1, text('编号', 'ID')[language], head],
    [3, text('事项', 'Item')[language], head],
    [2, text('截止时间', 'Due')[language], head],
    [1, text('应报', 'Must')[language], head],
    ...SHOWN.map((status) => [1, labelOf('status', status, language), { ...head, fontSize: SMALLEST }] as const),
    [1, text('完成率', 'Rate')[language], head],
    [2, text('进度', 'Progress')[language], head],
  ] as const;
  const lines = Array.from({ length: MOST_ITEMS }, (_, index) => {
    const row = firstRow + index + 1;
    const at = (column: number): string => `$${columnName(column)}$${row}`;
    const item = (key: ColumnKeys['Requirements']): string => `INDEX(${f.column('Requirements', key)},${index + 1})`;
    const unlessEmpty = (formula: string): CellWrite => live(`IF(${at(0)}="","",${formula})`);
    const count = (status: Status): string =>
      `COUNTIFS(${f.column('Tracker', 'requirementId')},${at(0)},${f.column('Tracker', 'status')},${f.label('status', status)})`;
    const rate = FIGURES + 1 + SHOWN.length;
    const squares = `ROUND(N(${at(rate)})*${BAR},0)`;
    return line(
      [
        [1, live(`IFERROR(${item('requirementId')}&"","")`), cell],
        [3, unlessEmpty(`IFERROR(${item('title')}&"","")`), left(cell)],
        [
          2,
          unlessEmpty(`IF(${item('dueAt')}>0,${item('dueAt')},"${text('未定', 'none')[language]}")`),
          { ...cell, numberFormat: MOMENT_FORMAT },
        ],
        [1, unlessEmpty(`SUM(${at(FIGURES + 1)}:${at(FIGURES + SHOWN.length)})`), cell],
        ...SHOWN.map((status) => [1, unlessEmpty(count(status)), cell] as const),
        [
          1,
          unlessEmpty(`IF(${at(FIGURES)}=0,"—",(${at(FIGURES + 1)}+${at(FIGURES + 2)})/${at(FIGURES)})`),
          { ...cell, numberFormat: '0.0%' },
        ],
        [
          2,
          unlessEmpty(`REPT("■",${squares})&REPT("□",${BAR}-${squares})`),
          { ...cell, fontSize: SMALLEST, color: PALETTE.title },
        ],
      ],
      19,
    );
  });
  const total = filled(f, 'Requirements', 'requirementId');
  const more =
    language === 'zh'
      ? `"另有 "&(${total}-${MOST_ITEMS})&" 项，见“报送事项”。"`
      : `(${total}-${MOST_ITEMS})&" more: see Requirements."`;
  return [
    line(heads, 28),
    ...lines,
    wide(live(`IF(${total}>${MOST_ITEMS},${more},"")`), { ...body, color: PALETTE.muted }, 16),
  ];
}

/** What comes next, and how large the contest is. Nothing refers to the standings: ranking makes their table anew, which would break the reference. */
function sentences(f: FormulaWords, counted: Counted): PageLine[] {
  const dues = f.column('Requirements', 'dueAt');
  const next = `SMALL(${dues},COUNTIF(${dues},"<"&AsOf)+1)`;
  const item = (key: ColumnKeys['Requirements']): string =>
    `INDEX(${f.column('Requirements', key)},MATCH(${next},${dues},0))`;
  const open = `(COUNTIFS(${f.column('Tracker', 'requirementId')},${item('requirementId')})-${(['onTime', 'late', 'exempt'] as const).map((status) => `COUNTIFS(${f.column('Tracker', 'requirementId')},${item('requirementId')},${f.column('Tracker', 'status')},${f.label('status', status)})`).join('-')})`;
  const moment = `TEXT(${next},"yyyy-mm-dd hh:mm")`;
  const entries = filled(f, 'Entries', 'entryId');
  const judges = `COUNTIFS(${f.column('Judges', 'name')},"?*",${f.column('Judges', 'active')},"<>"&${f.label('yesNo', 'no')})`;
  const [due, contest] =
    f.language === 'zh'
      ? [
          `IFERROR("下一个截止：　"&${moment}&"　"&IFERROR(${item('title')},"")&"，还有 "&${open}&" 家未完成。","之后没有定下的截止时间。")`,
          `IF(${entries}=0,"评选：　还没有登记参评作品。","评选：　参评作品 "&${entries}&" 篇，评委 "&${judges}&" 位；得分和名次见“成绩排名”。")`,
        ]
      : [
          `IFERROR("Next due: "&${moment}&", "&IFERROR(${item('title')},"")&"; "&${open}&" still open.","No due time comes after this.")`,
          `IF(${entries}=0,"Contest: no entry is registered yet.","Contest: "&${entries}&" entries, "&${judges}&" judges; scores and places are on the sheet Standings.")`,
        ];
  const wrong = `SUM(${counted.wrong})`;
  const below = `SUM(${counted.below})`;
  const correct =
    f.language === 'zh'
      ? `IF(${wrong}+${below}=0,"待改正：　没有。","待改正：　"&IF(${wrong}>0,(${wrong})&" 处看不懂、认不出、可疑或公式被改，已标色；","")&IF(${below}>0,"表外有 "&${below}&" 行没有计入；","")&"见下表“去看”，“检查”逐条列出。")`
      : `IF(${wrong}+${below}=0,"To correct: nothing.","To correct: "&IF(${wrong}>0,(${wrong})&" cells that cannot be read, name nobody, are doubtful or were typed over (marked); ","")&IF(${below}>0,${below}&" rows outside of a table, which do not count; ","")&"see Show below; Check lists them.")`;
  return [due, contest, correct].map((formula) => wide(live(formula), { ...body, fontSize: 11 }, 21));
}

/** Columns of the guide: sheet, who, what, rows, below, wrong, link. */
const GUIDE = [3, 2, 6, 1, 1, 1, 2] as const;
const BELOW = 12;
/** 0-based column of what is to be corrected. */
export const WRONG = 13;

/** Cells that count what is to be put right, table by table. */
interface Counted {
  readonly below: string;
  readonly wrong: string;
}

const column = (at: number, from: number, rows: number): string =>
  `$${columnName(at)}$${from + 1}:$${columnName(at)}$${from + rows}`;

/** `first`: 0-based row of the section's title. */
function guideLines(f: FormulaWords, places: TablePlaces, first: number): PageLine[] {
  const { language } = f;
  const { sheets, withoutAddIn } = overviewGuide(f, places);
  const heads = [
    text('工作表', 'Sheet'),
    text('谁来填', 'Who fills it'),
    text('做什么', 'What for'),
    text('现有', 'Rows'),
    text('表外', 'Outside'),
    text('待改正', 'Correct'),
    text('在哪里', 'Where'),
  ];
  const small = { ...cell, fontSize: language === 'zh' ? 10 : SMALLEST };
  const count = { ...cell, numberFormat: '0;;' };
  return [
    section(text('各张表是做什么的', 'What each sheet is for'), language),
    line(
      heads.map((words, index) => [
        GUIDE[index] ?? 1,
        words[language],
        { ...head, ...(index > 2 && { fontSize: SMALLEST }) },
      ]),
      22,
    ),
    ...[ownLine(language), ...sheets].map(({ sheet, who, what, rows, issues }, index) => {
      const at = (place: number): string => `$${columnName(place)}$${first + 3 + index}`;
      return line(
        [
          [GUIDE[0], sheet, left({ ...cell, bold: true })],
          [GUIDE[1], who, left(cell)],
          [GUIDE[2], what, left(small)],
          [GUIDE[3], rows === null ? '' : live(rows), cell],
          [GUIDE[4], issues ? live(issues.below) : '', count],
          [GUIDE[5], issues ? live(issues.wrong) : '', count],
          [GUIDE[6], issues ? live(issues.link(at(BELOW), at(WRONG))) : '', { ...cell, color: PALETTE.waitInk }],
        ],
        19,
      );
    }),
    section(text('颜色与记号', 'Colours and signs'), language),
    line(
      [
        ...STATUSES.map(
          (status) =>
            [
              2,
              `${statusSign(status, language)} ${labelOf('status', status, language)}`,
              { ...cell, fill: STATUS_INK[status][0], color: STATUS_INK[status][1] },
            ] as const,
        ),
        [2, '', body] as const,
      ],
      22,
    ),
    section(text('没有装插件时', 'Without the add-in'), language),
    ...withoutAddIn.map((words) => wide(words, { ...body, wrap: true }, 20)),
  ];
}

/** Its shape is the same for every campaign, so that it needs no remaking; formulas speak in the language of `f`. */
function overviewSheet(f: FormulaWords, places: TablePlaces): SheetPlan {
  const { language } = f;
  const zone = `IFERROR(${f.setting('zone')},"")`;
  const clock = `IF(EXACT(${zone},"${DEFAULT_ZONE}"),"${zoneName(DEFAULT_ZONE)[language]}",${zone})`;
  const asOf =
    language === 'zh'
      ? `"截至 "&TEXT(TrackerAsOf,"yyyy-mm-dd hh:mm")&"（"&${clock}&"）　本页全部自动更新，不用填写"`
      : `"As of "&TEXT(TrackerAsOf,"yyyy-mm-dd hh:mm")&" ("&${clock}&"). This page follows by itself; nothing is typed here"`;
  const above: PageLine[] = [
    wide(
      live(`IFERROR(${f.setting('campaign')}&"","")`),
      { fontName: FONT_TITLE, fontSize: 20, color: PALETTE.title, horizontal: 'Center', vertical: 'Center' },
      36,
    ),
    wide(live(`IFERROR(${f.setting('theme')}&"","")`), { ...body, fontSize: 11, horizontal: 'Center' }, 20),
    wide(live(asOf), { ...body, color: PALETTE.muted, horizontal: 'Center' }, 18),
    gap(6),
    ...tiles(f),
    section(text('各事项进展', 'Item by item'), language),
  ];
  const firstItem = above.length + 1;
  const items = itemLines(f, firstItem);
  // Above the guide stand the title of the section and its three sentences.
  const guideAt = above.length + items.length + 4;
  // The tables, and above them the line of the page itself.
  const tables = overviewGuide(f, places).sheets.length + 1;
  const bare = [
    ...above,
    ...items,
    section(text('下一步', 'What comes next'), language),
    ...sentences(f, { below: column(BELOW, guideAt + 2, tables), wrong: column(WRONG, guideAt + 2, tables) }),
    ...guideLines(f, places, guideAt),
  ];
  const lines = withOwnCount(bare, { row: guideAt + 2, column: WRONG }, guideAt - 1);
  const computed = [
    { row: 0, column: 0, rows: 3, columns: 1 },
    { row: 5, column: 0, rows: 1, columns: COLUMNS },
    { row: firstItem, column: 0, rows: MOST_ITEMS, columns: COLUMNS },
    { row: guideAt - 3, column: 0, rows: 3, columns: 1 },
    { row: guideAt + 2, column: BELOW - 1, rows: tables, columns: 4 },
  ];
  const overdue = FIGURES + 1 + SHOWN.indexOf('overdue');
  const first = `${columnName(overdue)}${firstItem + 1}`;
  const conditionals: ConditionalFormat[] = [
    ...typedOverMarks(computed),
    {
      area: { row: firstItem, column: overdue, rows: MOST_ITEMS, columns: 1 },
      formula: `=N(${first})>0`,
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
    {
      area: { row: guideAt + 2, column: BELOW, rows: tables, columns: 2 },
      formula: `=N(${columnName(BELOW)}${guideAt + 3})>0`,
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
  ];
  return {
    name: MADE_SHEETS.Overview.sheet[language],
    tabColor: PALETTE.title,
    gridlines: false,
    columnWidths: WIDTHS,
    ...pageParts(lines),
    validations: typedOverStops(computed, language),
    conditionals,
    page: {
      // How it stands on one page, what each sheet is for on the next: on one page in portrait its type would print at six points.
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns: COLUMNS },
      breaks: [guideAt],
      fitWide: 1,
      centerHorizontally: true,
      margins: { top: 12, right: 10, bottom: 14, left: 10 },
      footerCenter: text('第 &P 页　共 &N 页', 'Page &P of &N')[language],
    },
  };
}

/**
 * The page as a made sheet: only its words are remembered, for its figures change by themselves. `formulas`: where formulas stand on the former page; a
 * figure elsewhere was typed over one. Absent: not known.
 */
export function overviewMade(f: FormulaWords, places: TablePlaces, formulas?: readonly Area[]): MadeSheet {
  const sheet = overviewSheet(f, places);
  const figures = new Set(plannedFormulas(sheet).map(({ row, column }) => `${row},${column}`));
  const isFigure = (row: number, column: number): boolean =>
    figures.has(`${row},${column}`) && (!formulas || isIn(formulas, { row, column }));
  return {
    key: 'overview',
    sheet,
    first: true,
    lasting: (rows) =>
      rows.map((values, r) => values.map((value, c) => (value === null || isFigure(r, c) ? null : value))),
  };
}
