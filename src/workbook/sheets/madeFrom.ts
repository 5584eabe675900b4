// 生成依据 (A-13): one hidden working sheet for all made sheets. For each it keeps the values that the sheet was made from, by key, beside formulas that
// look the same values up now, so that a live cell on the made sheet can say that its source has changed, without the add-in. Decides nothing.
import { text, type Language, type Text } from '../../core/ground/text';
import { quoted } from '../contract/formulaWords';
import { labelOf } from '../contract/labels';
import { FONT, PALETTE } from '../contract/palette';
import { columnName } from '../contract/a1';
import { locateColumns } from '../contract/rows';
import type { CellBlock, CellFormat, CellWrite, PlanStep, SheetPlan } from '../contract/plan';
import { fingerprint } from '../contract/fingerprint';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import { columnOf, type TableSpec } from '../contract/spec';
import { DECISIONS } from '../tables/decisions/decisions';
import { EQUAL_ROWS, OF_WINNERS, sourcesOf, WATCHED, type Source, type Watched } from './madeFromSources';
import { MADE_SHEETS, type OwnWatched } from './madeSheets';

/** Columns of the working sheet for each made sheet: table, key, kept, place now, changed. */
const WIDTH = 5;
const HEAD = 3;

interface Kept {
  readonly table: string;
  readonly key: string;
  readonly kept: string;
  /** Formulas without "="; `at` and `kept` are the addresses of the cells that they speak of. */
  readonly place: (key: string) => string;
  readonly changed: (kept: string, at: string) => string;
}

const isNumeric = (spec: TableSpec, key: string): boolean =>
  ['moment', 'date', 'decimal', 'integer', 'any'].includes(columnOf(spec, key).type);

/** As the formula gives it: six decimals tell a second of a day, and every program writes them alike. */
function asWords(value: CellValue | undefined): string {
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? '');
}

const escaped = (header: string): string => header.replace(/['[\]#@]/g, (character) => `'${character}`);

/** A column as it is called in this workbook, and its place; null where it is missing. */
function columnIn(spec: TableSpec, table: TableSnapshot, key: string): { name: string; place: number } | null {
  const place = locateColumns(spec, table).get(key) ?? -1;
  return place < 0 ? null : { name: `${spec.name}[${escaped(table.headers[place] ?? '')}]`, place };
}

function keyedRows({ spec, key, columns, only, ordered }: Source, table: TableSnapshot): Kept[] {
  const named = key === null ? null : columnIn(spec, table, key);
  if (!named) return [];
  const shown = columns.flatMap((each) => {
    const column = columnIn(spec, table, each);
    return column ? [column] : [];
  });
  const meant = only && new Set(only);
  return table.values.flatMap((row, index): Kept[] => {
    const own = String(row[named.place] ?? '');
    if (own.trim() === '' || (meant && !meant.has(own.trim()))) return [];
    const elsewhere = (cell: string): string => (ordered ? '0' : `IFERROR(MATCH(${cell},${named.name},0),0)`);
    return [
      {
        table: spec.name,
        key: own,
        kept: shown.map(({ place }) => asWords(row[place])).join('|'),
        // Where it stood comes first, so that an unsorted table costs one look a row.
        place: (cell) => `IF(IFERROR(INDEX(${named.name},${index + 1})&"","")=${cell},${index + 1},${elsewhere(cell)})`,
        changed: (kept, at) => {
          // A blank cell is no empty text to every program, neither behind IF nor in EXACT: as words it is.
          const now = shown.map(({ name }) => {
            const value = `INDEX(${name},${at})`;
            return `IF(ISNUMBER(${value}),ROUND(${value},6),${value}&"")`;
          });
          return `IF(${at}=0,1,IF(EXACT(${kept}&"",${now.join('&"|"&')}&""),0,1))`;
        },
      },
    ];
  });
}

/** How many cells a column has and what its numbers come to, in seconds: rows that were added or taken away, and those that have no key. */
function countedRow({ spec, columns }: Source, table: TableSnapshot): Kept[] {
  const shown = columns.flatMap((key) => {
    const column = columnIn(spec, table, key);
    return column ? [{ ...column, numeric: isNumeric(spec, key) }] : [];
  });
  if (shown.length === 0) return [];
  const cells = (place: number): CellValue[] =>
    table.values.map((row) => row[place] ?? '').filter((cell) => cell !== '');
  const sum = (place: number): number =>
    Math.round(cells(place).reduce<number>((all, cell) => all + (typeof cell === 'number' ? cell : 0), 0) * 86_400);
  return [
    {
      table: spec.name,
      key: '#',
      kept: shown.map(({ place, numeric }) => `${cells(place).length}${numeric ? `+${sum(place)}` : ''}`).join('|'),
      place: () => '1',
      changed: (kept) => {
        const now = shown.map(
          ({ name, numeric }) => `COUNTA(${name})${numeric ? `&"+"&ROUND(SUM(${name})*86400,0)` : ''}`,
        );
        return `IF(EXACT(${kept}&"",${now.join('&"|"&')}&""),0,1)`;
      },
    },
  ];
}

/**
 * Rows that no column names: for each, how many there are that say the same. The cell is compared as it is, so that neither order nor blanks count.
 */
function equalRows({ spec, columns }: Source, table: TableSnapshot): Kept[] {
  const shown = columns.flatMap((each) => columnIn(spec, table, each) ?? []);
  const filled = table.values.filter((row) => shown.some(({ place }) => (row[place] ?? '') !== ''));
  const wordsOf = (row: readonly CellValue[]): string => shown.map(({ place }) => asWords(row[place])).join('|');
  const counts = new Map<string, number>();
  for (const row of filled) counts.set(wordsOf(row), (counts.get(wordsOf(row)) ?? 0) + 1);
  const same = (name: string, value: CellValue): string => {
    if (typeof value === 'number') return `(${name}>${value - 5e-7})*(${name}<${value + 5e-7})`;
    return `(${name}=${typeof value === 'boolean' ? String(value).toUpperCase() : quoted(value)})`;
  };
  return filled.map((row) => {
    const alike = shown.map(({ name, place }) => same(name, row[place] ?? '')).join('*');
    return {
      table: spec.name,
      key: wordsOf(row),
      kept: String(counts.get(wordsOf(row))),
      place: () => '1',
      changed: (kept) => `IF(EXACT(${kept}&"",SUMPRODUCT(${alike}*1)&""),0,1)`,
    };
  });
}

/** How often each of these is on record. */
function onRecord(table: TableSnapshot, key: 'outcome' | 'act', labels: readonly string[]): Kept[] {
  const column = columnIn(DECISIONS, table, key);
  if (!column) return [];
  return [
    {
      table: DECISIONS.name,
      key: '#',
      kept: labels.map((label) => table.values.filter((row) => row[column.place] === label).length).join('|'),
      place: () => '1',
      changed: (kept) =>
        `IF(EXACT(${kept}&"",${labels.map((label) => `COUNTIF(${column.name},${quoted(label)})`).join('&"|"&')}&""),0,1)`,
    },
  ];
}

/** Of papers of winners: who won, left and moved up, for a notice that goes on record is no decision. Of places and how sure they are: re-votes. */
function decided(sheet: Watched | OwnWatched, { tables: { Decisions } }: WorkbookSnapshot, language: Language): Kept[] {
  if (!Decisions || Decisions.unread) return [];
  if (sheet === 'Detail' || sheet === 'Robustness')
    return onRecord(Decisions, 'act', [labelOf('act', 'revote', language)]);
  if (typeof sheet === 'object' || !OF_WINNERS.includes(sheet)) return [];
  const outcomes = ['award', 'movedUp', 'withdrawn'] as const;
  return onRecord(
    Decisions,
    'outcome',
    outcomes.map((code) => labelOf('outcome', code, language)),
  );
}

function keptOf(
  sheet: Watched | OwnWatched,
  { snapshot, winners, specOf }: Pick<WatchedSource, 'snapshot' | 'winners' | 'specOf'>,
  language: Language,
): Kept[] {
  return [
    ...sourcesOf(sheet, winners, snapshot, specOf).flatMap((from) => {
      const table = snapshot.tables[from.spec.name];
      if (!table || table.unread) return [];
      if (from.key === EQUAL_ROWS) return equalRows(from, table);
      return from.key === null ? countedRow(from, table) : keyedRows(from, table);
    }),
    ...decided(sheet, snapshot, language),
  ];
}

/** Fingerprint of what a page shows that says it itself; in whatever order the rows stand. */
export function shownNow(sheet: OwnWatched, snapshot: WorkbookSnapshot, specOf: (table: string) => TableSpec): string {
  const kept = keptOf(sheet, { snapshot, winners: [], specOf }, 'zh');
  return fingerprint(kept.map((row) => JSON.stringify([row.table, row.key, row.kept])).sort());
}

const placeOf = (sheet: Watched | OwnWatched): number =>
  typeof sheet === 'object' ? sheet.madeOf.place : WATCHED.indexOf(sheet);

const firstColumn = (sheet: Watched | OwnWatched): number => placeOf(sheet) * WIDTH;

function blockOf(
  sheet: Watched | OwnWatched,
  id: string,
  rows: readonly Kept[],
  name: string,
  language: Language,
): CellBlock {
  const from = firstColumn(sheet);
  const letter = (offset: number): string => columnName(from + offset);
  const say = (zh: string, en: string): string => text(zh, en)[language];
  const first = HEAD + 2;
  const last = HEAD + 1 + Math.max(1, rows.length);
  const head: CellWrite[][] = [
    [name, id, '', '', { formula: `=SUM(${letter(4)}${first}:${letter(4)}${last})` }],
    ['', '', '', '', ''],
    [
      say('表', 'Table'),
      say('键', 'Key'),
      say('生成时', 'When made'),
      say('现在的行', 'Row now'),
      say('已变', 'Changed'),
    ],
  ];
  const body = rows.map(({ table, key, kept, place, changed }, index): CellWrite[] => {
    const row = first + index;
    return [
      table,
      key,
      kept,
      { formula: `=${place(`${letter(1)}${row}`)}` },
      { formula: `=IFERROR(${changed(`${letter(2)}${row}`, `${letter(3)}${row}`)},1)` },
    ];
  });
  return { row: 1, column: from, cells: [...head, ...body] };
}

function newSheet(language: Language, block: CellBlock): SheetPlan {
  const columns = Math.max(WATCHED.length * WIDTH, block.column + WIDTH);
  const guide = text(
    '各生成表生成时的数据，按键对照现在的数据。请勿手改。时间过去不算数据变了：简报、追责名单以页脚的截至时间为准。',
    'What each made sheet was made from, held against what the workbook says now. Do not edit. Time passing is no change: briefing and accountability list go by the moment at their foot.',
  );
  return {
    name: MADE_SHEETS.MadeFrom.sheet[language],
    hidden: true,
    gridlines: true,
    columnWidths: Array.from({ length: columns }, () => 14),
    blocks: [{ row: 0, column: 0, cells: [[guide[language]]] }, block],
    formats: [
      {
        area: { row: 0, column: 0, rows: 1, columns },
        format: { fontName: FONT, fontSize: 10, color: PALETTE.muted },
      },
    ],
    page: { orientation: 'Landscape', fitWide: 1, margins: { top: 15, right: 12, bottom: 15, left: 12 } },
  };
}

/** The live cell: nothing while the source is what it was. An old copy that was kept says that it is one. */
function liveFormula(
  sheet: Watched | OwnWatched,
  id: string,
  language: Language,
  { changed, old, gone }: StaleWords = STALE_WORDS,
): string {
  const from = firstColumn(sheet);
  const at = (offset: number): string => `'${MADE_SHEETS.MadeFrom.sheet[language]}'!$${columnName(from + offset)}$2`;
  return `=IFERROR(IF(${at(1)}<>${quoted(id)},${quoted(old[language])},IF(${at(4)}>0,${quoted(changed[language])},"")),${quoted(gone[language])})`;
}

/** What the live cell says. */
export const STALE_WORDS = {
  changed: text('数据已变，请重新生成', 'The data changed: make it again'),
  old: text('这是旧表，已另行生成', 'An old copy: it was made again'),
  gone: text('生成依据已不在，请重新生成', 'What it was made from is gone: make it again'),
} as const;

/** What a live cell says of its sheet: its source changed, it is an old copy, its source is gone. */
type StaleWords = Readonly<Record<keyof typeof STALE_WORDS, Text>>;

/** The ranking is a table, which stands where it stands: it is computed again. */
const RANK_AGAIN: StaleWords = {
  changed: text('数据已变，请重新计算排名', 'The data changed: compute the ranking again'),
  old: text('这是旧表，已另行计算排名', 'An old copy: the ranking was computed again'),
  gone: text('生成依据已不在，请重新计算排名', 'What it was made from is gone: compute the ranking again'),
};

/** The live cell of 成绩排名, as a formula. `id`: of this making. */
export const standingsStale = (id: string, language: Language): string =>
  liveFormula('Standings', id, language, RANK_AGAIN);

/** Whether the live cell of 成绩排名 says this, in either language: anything else there somebody typed. */
export const standingsStaleSays = (cell: CellValue): boolean =>
  Object.values(RANK_AGAIN).some(({ zh, en }) => cell === zh || cell === en);

/** Look of live cells. */
export const STALE_LOOK: CellFormat = {
  fontName: FONT,
  fontSize: 14,
  bold: true,
  color: PALETTE.overdueInk,
  vertical: 'Center',
  numberFormat: 'General',
};

/** Right of the page and outside of what is printed, where nobody had written anything. */
function withLiveCell(plan: SheetPlan, formula: string): SheetPlan {
  const width = Math.max(plan.columnWidths.length, (plan.page.area?.column ?? 0) + (plan.page.area?.columns ?? 0));
  const taken = (column: number): boolean =>
    plan.blocks.some(
      (block) =>
        block.row === 0 && (block.cells[0] ?? []).some((cell, c) => cell !== null && block.column + c === column),
    );
  let column = width;
  while (taken(column)) column += 1;
  const area = { row: 0, column, rows: 1, columns: 1 };
  return {
    ...plan,
    blocks: [...plan.blocks, { row: 0, column, cells: [[{ formula }]] }],
    formats: [...plan.formats, { area, format: STALE_LOOK }],
  };
}

interface WatchedSource {
  readonly snapshot: WorkbookSnapshot;
  readonly winners: readonly string[];
  /** Of any table of the workbook. */
  readonly specOf: (table: string) => TableSpec;
  readonly id: string;
  /** Of the made sheet. */
  readonly name: string;
  readonly language: Language;
}

/**
 * The steps that make a sheet, with its live cell and with its source on the working sheet. `winners`: ids of the entries on it.
 * `id`: of this making, so that a copy of an earlier one is told apart.
 */
export function watched(
  sheet: Watched | OwnWatched,
  steps: readonly PlanStep[],
  { snapshot, winners, specOf, id, name, language }: WatchedSource,
): PlanStep[] {
  const block = blockOf(sheet, id, keptOf(sheet, { snapshot, winners, specOf }, language), name, language);
  const working = MADE_SHEETS.MadeFrom.sheet[language];
  // Another sheet of the same job may bring it.
  const comes = steps.some((step) => step.kind === 'addSheet' && step.sheet.name === working);
  const stands = comes || snapshot.sheets.some((each) => each.name === working);
  const formula = liveFormula(sheet, id, language);
  return [
    ...steps.map((step): PlanStep => {
      const made = step.kind === 'addSheet' || step.kind === 'replaceSheet';
      // A table's sheet has a place of its own for it.
      return made && step.sheet.name === name && !step.sheet.table
        ? { ...step, sheet: withLiveCell(step.sheet, formula) }
        : step;
    }),
    stands
      ? {
          kind: 'mendSheet',
          sheet: working,
          blocks: [block],
          formats: [],
          validations: [],
        }
      : { kind: 'addSheet', sheet: newSheet(language, block) },
  ];
}

/** The former cells of a made sheet without its live one, which nobody typed. */
export function withoutLiveCell(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const said = Object.values(STALE_WORDS).flatMap(({ zh, en }) => [zh, en]);
  const [first = [], ...rest] = rows;
  return [first.map((cell) => (said.includes(String(cell)) ? '' : cell)), ...rest];
}
