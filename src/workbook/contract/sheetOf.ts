// A table's spec and rows → the sheet it stands on: title, guide, header, body, validation, highlights, print set-up.
import { text, type Language, type Text } from '../../core/ground/text';
import { columnName, fixedColumn, rowCell } from './a1';
import { keptCell, keptOf, keptText } from './kept';
import { labelsOf } from './labels';
import { DATE_FORMAT, FONT, FONT_TITLE, MOMENT_FORMAT, PALETTE } from './palette';
import type {
  Area,
  CellFormat,
  CellWrite,
  ConditionalFormat,
  FormatRun,
  SheetPlan,
  Validation,
  ValidationRule,
} from './plan';
import { columnPoints, linesOf } from './pageLines';
import type { CellValue } from './snapshot';
import type { ColumnSpec, FormulaWords, TableSpec } from './spec';
import { columnWidth, headLines } from './wordWidth';
import { BODY_SIZE, guidePlace, tablePage } from './tablePage';
import { HEADER_ROW } from './headerRow';

/** A row to be written, by column key. Columns that are missing here get their formula, their anchor or nothing. */
export type RowRecord<K extends string = string> = { readonly [key in K]?: CellWrite };

const BODY_ROW = HEADER_ROW + 1;
/** Validation reaches below the table, so that rows typed later have it in every program. */
const REACH = 1000;
/** Highlights go down the whole sheet: a table may outgrow any other reach, and what stands outside of it is marked as well. */
const LAST_ROW = 1_048_575;

/** A decimal is General: Excel shows a whole number formatted as 0.## with a bare point, “25.”. */
const NUMBER_FORMATS: Partial<Record<ColumnSpec['type'], string>> = {
  id: '@',
  text: '@',
  longText: '@',
  list: '@',
  choice: '@',
  integer: '0',
  decimal: 'General',
  moment: MOMENT_FORMAT,
  date: DATE_FORMAT,
};

/** Formula columns must not be text, or Excel shows the formula instead of its result. */
export function numberFormatOf(column: ColumnSpec): string {
  if (column.numberFormat) return column.numberFormat;
  const format = NUMBER_FORMATS[column.type] ?? 'General';
  return column.formula && format === '@' ? 'General' : format;
}

/** What the record has there as it will read; what a formula gives is not known. */
function literal(record: RowRecord, key: string): CellValue {
  const cell = record[key] ?? '';
  return typeof cell === 'object' ? '' : cell;
}

/** Makes rows in the order of the spec's columns, and throws at a key that is none of them; what a row keeps of itself goes with it; the formulas, which are the same in every row, are put into words once. */
export function rowWriter<K extends string>(
  spec: TableSpec<K>,
  words: FormulaWords,
): (record: RowRecord<K>) => CellWrite[] {
  const columns = spec.columns.map(({ key, formula, anchorOf }): { key: K; always?: CellWrite } => ({
    key: anchorOf ?? key,
    ...(formula && { always: { formula: formula(words) } }),
  }));
  const known = new Set<string>(spec.columns.map(({ key }) => key));
  const kept = keptOf(spec);
  return (given) => {
    const record: RowRecord = kept
      ? { ...given, [kept.key]: keptText(kept.keys.map((key) => keptCell(literal(given, key), kept.prints.has(key)))) }
      : given;
    const unknown = Object.keys(record).find((key) => !known.has(key));
    if (unknown !== undefined) throw new Error(`${spec.name} has no column ${unknown}`);
    return columns.map(({ key, always }) => always ?? record[key] ?? '');
  };
}

/** Look of header cells. */
export const HEADER_LOOK: CellFormat = {
  fontName: FONT,
  fontSize: 11,
  bold: true,
  color: PALETTE.headerInk,
  fill: PALETTE.headerFill,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
  border: PALETTE.line,
  numberFormat: '@',
};
/** Look of every body cell, before its column's own. */
export const BODY_LOOK: CellFormat = {
  fontName: FONT,
  fontSize: BODY_SIZE,
  color: PALETTE.ink,
  vertical: 'Center',
  horizontal: 'Left',
  border: PALETTE.line,
};

/** The whole look of a column's body, for a column that joins a table. */
export function columnLook(column: ColumnSpec): CellFormat {
  return { ...BODY_LOOK, ...(column.input && { fill: PALETTE.inputFill }), ...columnFormat(column) };
}

const wraps = ({ type }: ColumnSpec): boolean => type === 'longText' || type === 'list' || type === 'any';

/** Points of the line under the title: as large as the body, whose size is chosen for the paper. */
const GUIDE_SIZE = BODY_SIZE;
/** Points of a line of the body, and of what stands above and below its text. */
const LINE = 15;
const ROOM = 6;
/** Excel's limit for the height of a row. */
const TALLEST = 409;

/**
 * For each row (cells in the order of the columns) the height in points that its wrapped text needs, where that is more than `usual`; else null.
 * Text that is cut is lost in print.
 */
export function tallRows(
  columns: readonly ColumnSpec[],
  rows: readonly (readonly CellWrite[])[],
  usual: number,
): (number | null)[] {
  const wrapped = columns.flatMap((column, index) =>
    wraps(column) && !column.hidden ? [{ index, width: columnPoints(column.width) }] : [],
  );
  if (wrapped.length === 0) return rows.map(() => null);
  return rows.map((cells) => {
    const lines = wrapped.map(({ index, width }) => {
      const cell = cells[index];
      return typeof cell === 'string' ? linesOf(cell, width, BODY_SIZE) : 1;
    });
    const height = Math.min(TALLEST, Math.max(...lines) * LINE + ROOM);
    return height > usual ? height : null;
  });
}

/** Points of a row whose text needs no more. Example: 20 where no column of the table wraps long text. */
export function usualHeight({ rowHeight, columns }: TableSpec): number {
  return rowHeight ?? (columns.some((column) => column.type === 'longText') ? 36 : 20);
}

/** Two lines, and more where a header needs them. */
function headerHeight({ columns }: TableSpec, language: Language): number {
  const lines = columns.map((column) =>
    column.hidden ? 1 : headLines(column.header[language], columnWidth(column, language, BODY_SIZE), BODY_SIZE),
  );
  return Math.max(32, Math.max(...lines) * LINE + 2);
}

/** What a column has besides the look of the whole body. */
export function columnFormat(column: ColumnSpec): CellFormat {
  const right = column.type === 'integer' || column.type === 'decimal';
  return {
    numberFormat: numberFormatOf(column),
    ...(column.center ? { horizontal: 'Center' } : right && { horizontal: 'Right' }),
    ...(wraps(column) && { wrap: true }),
    ...(column.shrink && { shrink: true }),
    ...(!column.input && { fill: PALETTE.computedFill }),
  };
}

function validationRule(column: ColumnSpec, words: FormulaWords, cell: (key: string) => string): ValidationRule | null {
  if (column.validation) return column.validation(words, cell);
  if (column.limits)
    return { kind: column.type === 'integer' ? 'whole' : 'decimal', min: column.limits[0], max: column.limits[1] };
  if (column.formula && !column.hidden) return { kind: 'custom', formula: `=ISFORMULA(${cell(column.key)})` };
  if (column.labels && column.input) return { kind: 'list', source: labelsOf(column.labels, words.language).join(',') };
  if (column.type === 'moment' && column.input) return { kind: 'date', min: 36526, max: 73050 };
  return null;
}

function errorText(rule: ValidationRule, { key, formula, typeInstead }: ColumnSpec, ofTable?: Text): Text {
  const instead = formula ? (typeInstead ?? ofTable) : typeInstead;
  if (formula && !instead) throw new Error(`${key} does not say where people type instead`);
  if (instead) {
    const { zh, en } = instead;
    return text(
      `这一格由公式自动得出，填进去就不再更新。${zh}`,
      `A formula works this cell out; what is typed over it would no longer follow. ${en}`,
    );
  }
  if (rule.kind === 'list') return text('请从下拉列表中选择。', 'Please choose from the list.');
  if (rule.kind === 'date')
    return text('请填日期时间，如 2021-06-07 18:00。', 'Please enter a date and time such as 2021-06-07 18:00.');
  if (rule.kind === 'custom') return text('填写的内容不符合要求。', 'This value is not allowed here.');
  if (rule.kind === 'textLength') return text(`最多 ${rule.max} 个字。`, `At most ${rule.max} characters.`);
  return text(`请填 ${rule.min} 到 ${rule.max}。`, `Please enter ${rule.min} to ${rule.max}.`);
}

/** Where a table's columns stand: as in the spec, or as `placeOf` says, in which a column may be missing (or -1). */
function placing<K extends string>(
  spec: TableSpec<K>,
  left: number,
  placeOf: ReadonlyMap<K, number> | undefined,
): { has: (key: K) => boolean; place: (key: K) => number } {
  const places = placeOf ?? new Map(spec.columns.map(({ key }, index) => [key, index]));
  return { has: (key) => (places.get(key) ?? -1) >= 0, place: (key) => left + (places.get(key) ?? -1) };
}

/** What `make` gives, and null when it asked for the place of a column that is not there: nothing can be said about that one. */
function ifAllStand<K, Made>(
  has: (key: K) => boolean,
  place: (key: K) => number,
  make: (place: (key: K) => number) => Made,
): Made | null {
  let stand = true;
  const made = make((key) => {
    if (has(key)) return place(key);
    stand = false;
    return 0;
  });
  return stand ? made : null;
}

/** What may be typed into a table whose header starts at `top`, `left`; columns in the order of the spec or as `placeOf` says. */
export function validationsOf<K extends string>(
  spec: TableSpec<K>,
  words: FormulaWords,
  top = HEADER_ROW,
  left = 0,
  placeOf?: ReadonlyMap<NoInfer<K>, number>,
): Validation[] {
  const { language } = words;
  const { has, place } = placing(spec, left, placeOf);
  return spec.columns.flatMap((column) => {
    const rule =
      has(column.key) &&
      ifAllStand(has, place, (at) => validationRule(column, words, (key) => `${columnName(at(key as K))}${top + 2}`));
    if (!rule) return [];
    const header = column.header[language].slice(0, 30);
    return [
      {
        area: { row: top + 1, column: place(column.key), rows: REACH, columns: 1 },
        rule,
        ...(column.prompt && { prompt: { title: header, message: column.prompt[language] } }),
        error: {
          title: header,
          message: errorText(rule, column, spec.typeInstead)[language],
          style: column.lenient ? ('Warning' as const) : ('Stop' as const),
        },
      },
    ];
  });
}

/**
 * The conditional formats of a table whose header starts at `top`, `left`; columns in the order of the spec or as `placeOf` says. A column that is
 * not there is not marked, and what only it could tell is not told.
 */
export function conditionalsOf<K extends string>(
  spec: TableSpec<K>,
  words: FormulaWords,
  top: number,
  left: number,
  placeOf?: ReadonlyMap<NoInfer<K>, number>,
): ConditionalFormat[] {
  const { has, place } = placing(spec, left, placeOf);
  const first = top + 1;
  return (spec.highlights ?? []).flatMap((highlight) => {
    const keys = highlight.columns ?? spec.columns.filter((column) => !column.hidden).map((column) => column.key);
    return runsOf(keys.filter(has).map(place)).flatMap(([from, count]): ConditionalFormat[] => {
      const formula = ifAllStand(has, place, (at) =>
        highlight.when(
          (key) => rowCell(first, at(key)),
          words,
          (key) => fixedColumn(at(key), first, first + REACH - 1),
          `${columnName(from)}${first + 1}`,
          has,
        ),
      );
      if (formula === null) return [];
      return [
        {
          area: { row: first, column: from, rows: LAST_ROW - first + 1, columns: count },
          formula: `=${formula}`,
          fill: highlight.fill,
          color: highlight.color,
          bold: highlight.bold,
          strike: highlight.strike,
        },
      ];
    });
  });
}

/** Consecutive positions joined: [1,2,3,7] → [[1,3],[7,1]]. */
function runsOf(positions: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === position) last[1] += 1;
    else runs.push([position, 1]);
  }
  return runs;
}

/** The whole sheet of a table. With no rows the table has one empty row, as Excel wants it. */
export function sheetOf<K extends string>(
  spec: TableSpec<K>,
  records: readonly RowRecord<NoInfer<K>>[],
  words: FormulaWords,
): SheetPlan {
  const { language } = words;
  const width = spec.columns.length;
  const body = (records.length > 0 ? records : [{}]).map(rowWriter(spec, words));
  const area = (row: number, column: number, rows: number, columns: number): Area => ({ row, column, rows, columns });
  const guide = guidePlace(spec, language, GUIDE_SIZE);
  const formats: FormatRun[] = [
    {
      area: area(0, 0, 1, width),
      format: { fontName: FONT_TITLE, fontSize: guide.title, color: PALETTE.title, vertical: 'Center' },
    },
    {
      area: area(1, 0, 1, width),
      format: { fontName: FONT, fontSize: GUIDE_SIZE, color: PALETTE.muted, vertical: 'Center', wrap: true },
    },
    {
      area: area(2, 0, 1, width),
      format: { fontName: FONT, fontSize: 11, bold: true, color: PALETTE.accent, vertical: 'Center' },
    },
    { area: area(HEADER_ROW, 0, 1, width), format: HEADER_LOOK },
    { area: area(BODY_ROW, 0, body.length, width), format: BODY_LOOK },
    ...spec.columns.map((column, index): FormatRun => ({
      area: area(BODY_ROW, index, body.length, 1),
      format: columnFormat(column),
    })),
  ];
  const rowHeight = usualHeight(spec);
  const tall = tallRows(spec.columns, body, rowHeight).flatMap((height, row): [number, number, number][] =>
    height === null ? [] : [[BODY_ROW + row, 1, height]],
  );
  return {
    name: spec.sheet[language],
    tabColor: spec.tabColor,
    gridlines: false,
    columnWidths: spec.columns.map((column) => (column.hidden ? 0 : columnWidth(column, language, BODY_SIZE))),
    rowHeights: [
      [0, 1, 30],
      [1, 1, guide.lines * LINE + 4],
      [2, 1, spec.headline ? 22 : 6],
      [HEADER_ROW, 1, headerHeight(spec, language)],
      [BODY_ROW, body.length, rowHeight],
      ...tall,
    ],
    blocks: [
      { row: 0, column: titleColumn(spec), cells: [[spec.title[language]]] },
      { row: 1, column: guide.column, cells: [[spec.guide[language]]] },
      ...(spec.headline
        ? [{ row: 2, column: headlineColumn(spec, language), cells: [[{ formula: spec.headline(words) }]] }]
        : []),
      { row: HEADER_ROW, column: 0, cells: [spec.columns.map((column) => column.header[language]), ...body] },
    ],
    formats,
    ...(guide.columns > 1 && { merges: [area(1, guide.column, 1, guide.columns)] }),
    table: { name: spec.name, area: area(HEADER_ROW, 0, body.length + 1, width), style: 'TableStyleLight1' },
    validations: validationsOf(spec, words),
    conditionals: conditionalsOf(spec, words, HEADER_ROW, 0),
    freeze: { rows: BODY_ROW, columns: spec.frozen },
    page: tablePage(spec, HEADER_ROW, language),
  };
}

/** The title stands in the first column that shows. */
export function titleColumn(spec: TableSpec): number {
  return spec.columns.findIndex((column) => !column.hidden);
}

/** Characters that a headline takes at least: columns that a second page repeats and that are narrower would cut it there. */
const HEADLINE = 34;

/** The headline stands below the title, or, where the columns that every page repeats are too narrow for it, below the guide. */
export function headlineColumn(spec: TableSpec, language: Language): number {
  const [title, guide] = [titleColumn(spec), guidePlace(spec, language, GUIDE_SIZE).column];
  const repeated = spec.columns.slice(title, guide).reduce((sum, { hidden, width }) => sum + (hidden ? 0 : width), 0);
  return repeated < HEADLINE ? guide : title;
}
