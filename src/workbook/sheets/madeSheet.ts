// Sheets of values that a job makes (briefing, summary, awards…): their stamp, and how a new one takes the old one's place.
// One with live cells says which of its cells last. What people typed in a made sheet is never lost: then the old one is kept under another name. Knows no particular sheet.
import type { Problem } from '../../core/ground/problem';
import { text, type Language } from '../../core/ground/text';
import { isoFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { quoted } from '../contract/formulaWords';
import { inOfficialFonts } from '../contract/officialFonts';
import { DATE_FORMAT } from '../contract/palette';
import { settingText } from '../tables/settings/settingText';
import { withoutLiveCell } from './madeFrom';
import { typedWords, type TypedWord } from './typedWords';
import { fingerprintOfText } from '../contract/fingerprint';
import type { CellWrite, PlanStep, SheetPlan } from '../contract/plan';
import { textFormula, textOf } from '../contract/textNames';
import type { CellValue, WorkbookSnapshot } from '../contract/snapshot';

/** A sheet that a job makes anew as a whole. */
export interface MadeSheet {
  /** ASCII word, stable: the defined name Made_<key> remembers the sheet's content. */
  readonly key: string;
  readonly sheet: SheetPlan;
  /** Stands before all other sheets when it is new. */
  readonly first?: true;
  /** For a sheet with live cells: the cells without those that formulas fill, which change by themselves. */
  readonly lasting?: (rows: readonly (readonly (CellValue | null)[])[]) => readonly (readonly (CellValue | null)[])[];
}

/** How a made sheet comes into the workbook, and what becomes of the former one. */
export interface Placing {
  readonly steps: readonly PlanStep[];
  readonly notices: readonly Problem[];
  /** The name that the former sheet is kept under, when people had typed in it. */
  readonly keptAs: string | null;
}

/** Excel's limit for the name of a sheet. */
const LONGEST_NAME = 31;

const minute = (time: WallTime): string => isoFromWallTime(time).slice(0, 16).replace('T', ' ');

/**
 * The line at the foot of every made sheet. `madeOf` is the fingerprint of the figures it shows, so that staleness can be seen.
 * Seconds of the as-of moment are shown when there are any.
 * Public paper carries none (`madeOf` ''), nor seconds. `reviews`, of an earlier moment (D-13): `ofToday`, they are told as they are at the
 * making; `later`, receipts that were reviewed since are told as under review, whatever was said of them before.
 * Example: “截至 2021-06-10 18:00 · 生成 2021-06-10 18:05 · 校验码 1a2b3c4d”.
 */
export function stampLine(
  asOf: WallTime,
  madeAt: WallTime,
  madeOf: string,
  language: Language,
  reviews: { readonly ofToday: boolean; readonly later: boolean } = { ofToday: false, later: false },
): string {
  const until = asOf % 60 === 0 || madeOf === '' ? minute(asOf) : isoFromWallTime(asOf).replace('T', ' ');
  const said = [
    ...(reviews.ofToday ? [text('审核以生成时为准', 'reviews as when made')[language]] : []),
    ...(reviews.later ? [text('此后审核的按待审计', 'reviewed later: as under review')[language]] : []),
  ];
  const besides = language === 'zh' ? `（${said.join('；')}）` : ` (${said.join('; ')})`;
  return language === 'zh'
    ? `截至 ${until}${said.length > 0 ? besides : ''} · 生成 ${minute(madeAt)}${madeOf === '' ? '' : ` · 校验码 ${madeOf}`}`
    : `As of ${until}${said.length > 0 ? besides : ''} · made ${minute(madeAt)}${madeOf === '' ? '' : ` · check code ${madeOf}`}`;
}

/** Name of the defined name that remembers the content of a made sheet. */
function madeName(key: string): string {
  return `Made_${key}`;
}

/** Name of the defined name that remembers its rows one by one. */
const rowsName = (key: string): string => `${madeName(key)}_rows`;

/** A cell as it compares after a round trip through a spreadsheet: numbers without binary noise, line breaks alike. */
function cellKey(value: CellValue | null): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return String(value ?? '').replace(/\r\n?/g, '\n');
}

/** Fingerprint of the cells that hold anything, by their place. */
export function contentFingerprint(rows: readonly (readonly (CellValue | null)[])[]): string {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) => (cellKey(value) === '' ? [] : [`${r},${c}=${cellKey(value)}`])),
  );
  return fingerprintOfText(cells.join('\u0001'));
}

/** A row wherever it stands; '' for one that is blank. */
function rowMark(row: readonly (CellValue | null)[]): string {
  const cells = row.flatMap((value, c) => (cellKey(value) === '' ? [] : [`${c}=${cellKey(value)}`]));
  return cells.length === 0 ? '' : fingerprintOfText(cells.join('\u0001')).slice(0, ROW_MARK);
}

/** Signs of a row's mark, and of all marks in a name, as Excel takes them. */
const ROW_MARK = 6;
const LONGEST_ROWS = 7_000;

/** The name that tells rows as the job made them from those that somebody changed; none where there are too many. */
function rowsRemembered(
  key: string,
  rows: readonly (readonly (CellValue | null)[])[],
): Readonly<Record<string, string>> {
  const marks = [...new Set(rows.map(rowMark))].join('');
  return { [rowsName(key)]: textFormula(marks.length > LONGEST_ROWS ? '' : marks) };
}

/** The marks of the rows that the job had made. */
function rowsMade(names: WorkbookSnapshot['names'], key: string): ReadonlySet<string> {
  const marks = textOf(names[rowsName(key)] ?? '') ?? '';
  return new Set(marks.match(new RegExp(`.{${ROW_MARK}}`, 'g')) ?? []);
}

/** Free cells of one row that people fill in: a signature, a day, a remark. */
const FILLED_IN = 3;

const without = (row: readonly (CellValue | null)[], at: number): (CellValue | null)[] =>
  row.map((cell, c) => (c === at ? '' : cell));

/**
 * The mark of the row as the job made it, at most so many cells that somebody filled in left out; null where it made none like it. `from`: cells before
 * it stay, so that the same ones are left out once, not in every order.
 */
function markMade(
  row: readonly (CellValue | null)[],
  made: ReadonlySet<string>,
  free: number,
  from = 0,
): string | null {
  const mark = rowMark(row);
  if (made.has(mark)) return mark;
  if (free === 0) return null;
  for (let at = from; at < row.length; at += 1) {
    const less = cellKey(row[at] ?? null) === '' ? null : markMade(without(row, at), made, free - 1, at + 1);
    if (less !== null) return less;
  }
  return null;
}

/** What a made sheet no longer says. */
export interface TypedOver {
  /** 1-based lines on which something else stands than the job wrote, with their first words. */
  readonly lines: readonly { readonly line: number; readonly words: string }[];
  /** How many of the rows that it wrote are not there any more. */
  readonly missing: number;
}

/**
 * Null where every row that the job wrote still stands, whatever people filled into free cells and wrote besides, and where it is not known what
 * was written. `rows`: the sheet from A1 on.
 */
export function typedOverMade(
  names: WorkbookSnapshot['names'],
  key: string,
  rows: readonly (readonly CellValue[])[],
): TypedOver | null {
  const made = rowsMade(names, key);
  const left = new Set(made);
  const lines = withoutLiveCell(rows).flatMap((row, at) => {
    const cells = row.map(cellKey).filter((cell) => cell !== '');
    if (cells.length === 0) return [];
    const mark = markMade(row, made, Math.min(FILLED_IN, cells.length - 1));
    if (mark === null) return [{ line: at + 1, words: cells.slice(0, 4).join(' ').replace(/\s+/g, ' ').trim() }];
    left.delete(mark);
    return [];
  });
  return left.size === 0 ? null : { lines, missing: left.size };
}

/** The marks of a sheet's rows, for `shareAsMade`. */
export const marksOf = (rows: readonly (readonly CellValue[])[]): ReadonlySet<string> =>
  new Set(withoutLiveCell(rows).map(rowMark));

/** How much of what the job wrote is among these marks, 0 to 1; 0 where it is not known what was written. */
export function shareAsMade(names: WorkbookSnapshot['names'], key: string, here: ReadonlySet<string>): number {
  const made = [...rowsMade(names, key)];
  return made.length === 0 ? 0 : made.filter((mark) => here.has(mark)).length / made.length;
}

/**
 * The cells that a plan writes, from A1 on. Throws when one is a formula, unless `formula` says what stands for it: made sheets hold values. A
 * formula beside what is printed is no part of the page (A-13).
 */
export function plannedCells(sheet: SheetPlan, formula?: null): (CellValue | null)[][] {
  const valueOf = (cell: CellWrite): CellValue | null => {
    if (typeof cell !== 'object' || cell === null) return cell;
    if (formula === undefined) throw new Error('a made sheet holds values only, no formulas');
    return formula;
  };
  const rows: (CellValue | null)[][] = [];
  const { area } = sheet.page;
  const beside = (column: number): boolean => area !== undefined && column >= area.column + area.columns;
  for (const block of sheet.blocks) {
    block.cells.forEach((cells, r) => {
      const row = (rows[block.row + r] ??= []);
      cells.forEach((cell, c) => {
        if (cell !== null && !(typeof cell === 'object' && beside(block.column + c)))
          row[block.column + c] = valueOf(cell);
      });
    });
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}

/** “领导简报（旧 06-10 1800）”, made unique and not longer than Excel allows. */
function nameForOld(name: string, now: WallTime, taken: readonly string[], language: Language): string {
  const at = isoFromWallTime(now);
  const stamp = `${at.slice(5, 10)} ${at.slice(11, 13)}${at.slice(14, 16)}`;
  const used = new Set(taken.map((other) => other.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const mark = `${stamp}${n === 1 ? '' : ` ${n}`}`;
    const suffix = language === 'zh' ? `（旧 ${mark}）` : ` (old ${mark})`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** The defined name that remembers what a made sheet holds. Its formulas do not count where `lasting` leaves their cells out. */
export function contentMark({ key, sheet, lasting }: MadeSheet): Readonly<Record<string, string>> {
  const planned = lasting ? lasting(plannedCells(sheet, null)) : plannedCells(sheet);
  return { [madeName(key)]: `=${quoted(contentFingerprint(planned))}` };
}

/** The sheet with what people had written in its free cells; nothing of the plan is written over. */
function withWords(sheet: SheetPlan, words: readonly TypedWord[]): SheetPlan {
  return {
    ...sheet,
    blocks: [...sheet.blocks, ...words.map(({ row, column, value }) => ({ row, column, cells: [[value]] }))],
    formats: [
      ...sheet.formats,
      ...words
        .filter(({ value, day }) => day || typeof value === 'string')
        .map(({ row, column, day }) => ({
          area: { row, column, rows: 1, columns: 1 },
          format: { numberFormat: day ? DATE_FORMAT : '@' },
        })),
    ],
  };
}

function wordsKept({ name }: SheetPlan, words: readonly TypedWord[]): Problem {
  const count = words.length;
  return {
    code: 'typed-words-kept',
    sheet: name,
    found: words.map(({ value }) => String(value)).join('、'),
    expected: text('手填的内容不丢', 'nothing that people wrote is lost'),
    message: text(
      `“${name}”里手填的 ${count} 处已按行带到新表的原位。`,
      `${count} ${count === 1 ? 'cell' : 'cells'} that people had filled in on “${name}” stand in their rows of the new sheet.`,
    ),
  };
}

/**
 * Puts a made sheet into the workbook: added, or in the place of the former one of that name. The former one is kept under another
 * name, with a notice, when its cells are not what the job had made, or when people drew a chart on it. Where people filled in free cells of rows
 * that are still there and otherwise as they were made, their words go along in place; else it is simply replaced. The snapshot must have the values of
 * the former sheet (its `reads.sheets`), or this throws.
 */
export function placeMadeSheet(
  snapshot: WorkbookSnapshot,
  made: MadeSheet,
  now: WallTime,
  language: Language,
): Placing {
  const { key, first, lasting } = made;
  const sheet = inOfficialFonts(made.sheet, settingText(snapshot, 'titleFont'), settingText(snapshot, 'bodyFont'));
  const names = { ...contentMark(made), ...(lasting ? {} : rowsRemembered(key, plannedCells(made.sheet))) };
  const remember: PlanStep = { kind: 'names', names };
  const former = snapshot.sheets.find(({ name }) => name === sheet.name);
  if (!former) return { steps: [{ kind: 'addSheet', sheet, first }, remember], notices: [], keptAs: null };
  if (!former.values) throw new Error(`the values of sheet ${sheet.name} were not read`);
  const cells = withoutLiveCell(former.values);
  const ownCharts = (sheet.charts ?? []).map(({ name }) => name);
  const foreignChart = (former.charts ?? []).some((name) => !ownCharts.includes(name));
  const mark = snapshot.names[madeName(key)];
  const isMark = (rows: readonly (readonly (CellValue | null)[])[]): boolean =>
    !foreignChart && mark === `=${quoted(contentFingerprint(rows))}`;
  const replacing = (plan: SheetPlan): PlanStep => ({ kind: 'replaceSheet', sheet: plan, replaces: sheet.name });
  if (isMark(lasting ? lasting(cells) : cells))
    return { steps: [replacing(sheet), remember], notices: [], keptAs: null };
  // Live cells fill blanks by themselves, so there nothing tells what people wrote from what a formula gave.
  const typed = lasting ? null : typedWords(cells, plannedCells(sheet));
  if (typed && typed.words.length > 0 && isMark(typed.rest))
    return {
      steps: [replacing(withWords(sheet, typed.words)), remember],
      notices: [wordsKept(sheet, typed.words)],
      keptAs: null,
    };
  const keptAs = nameForOld(
    sheet.name,
    now,
    snapshot.sheets.map(({ name }) => name),
    language,
  );
  const notice: Problem = {
    code: 'sheet-kept',
    sheet: sheet.name,
    found: keptAs,
    expected: text('未经手改的生成表', 'a made sheet that nobody typed in'),
    message: text(
      `“${sheet.name}”里有手工改动，原表已保留为“${keptAs}”，另做了一张新的。`,
      `People had typed in “${sheet.name}”: it is kept as “${keptAs}”, and a new one was made.`,
    ),
  };
  // What stands in a row that is as it was made otherwise was written there by somebody, whatever became of other rows.
  const known = rowsMade(snapshot.names, key);
  const words = (typed?.words ?? []).filter(({ from }) => known.has(rowMark(typed?.rest[from] ?? [])));
  return {
    steps: [{ kind: 'replaceSheet', sheet: withWords(sheet, words), replaces: sheet.name, keepAs: keptAs }, remember],
    notices: [notice, ...(words.length > 0 ? [wordsKept(sheet, words)] : [])],
    keptAs,
  };
}
