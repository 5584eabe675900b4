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
import { typedWords, type TypedWord, type TypedWords } from './typedWords';
import { columnName } from '../contract/a1';
import { fingerprintOfText } from '../contract/fingerprint';
import type { CellWrite, PlanStep, SheetPlan } from '../contract/plan';
import {
  cellKey,
  filledIn,
  madeName,
  notAsMade,
  rowMark,
  rowsMade,
  rowsRemembered,
  typedLines,
  type TypedLine,
} from './rowsMade';
import type { CellValue, WorkbookSnapshot } from '../contract/snapshot';

type Row = readonly (CellValue | null)[];

/** A sheet that a job makes anew as a whole. */
export interface MadeSheet {
  /** ASCII word, stable: the defined name Made_<key> remembers the sheet's content. */
  readonly key: string;
  readonly sheet: SheetPlan;
  /** 0-based columns whose words name a row, where other words of it change from one making to the next: what people wrote beside it goes with these. */
  readonly rowKey?: readonly number[];
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
  /** What people had written in free cells and what goes along, by its address on the former sheet. */
  readonly carried?: readonly { readonly address: string; readonly value: CellValue }[];
}

const carriedFrom = (words: readonly TypedWord[]): Placing['carried'] =>
  words.map(({ from, column, value }) => ({ address: `${columnName(column)}${from + 1}`, value }));

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

/** Fingerprint of the cells that hold anything, by their place. */
export function contentFingerprint(rows: readonly (readonly (CellValue | null)[])[]): string {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) => (cellKey(value) === '' ? [] : [`${r},${c}=${cellKey(value)}`])),
  );
  return fingerprintOfText(cells.join('\u0001'));
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
      `${count} ${count === 1 ? 'cell' : 'cells'} that people had filled in on “${name}” ${count === 1 ? 'stands in its row' : 'stand in their rows'} of the new sheet.`,
    ),
  };
}

/** The former rows without the words that go along. */
function restOf(cells: readonly Row[], typed: TypedWords | null, carried: readonly TypedWord[]): readonly Row[] {
  const rows = new Set(carried.map(({ from }) => from));
  return cells.map((row, at) => (rows.has(at) ? (typed?.rest[at] ?? row) : row));
}

/** What is not on the new sheet is named; the copy has all of it. */
function sheetKept(name: string, keptAs: string, lines: readonly TypedLine[]): Problem {
  const said = lines.length > 0 ? typedLines(lines) : null;
  const [zh, en] = said ? [`（${said.zh}）`, ` (${said.en})`] : ['', ''];
  return {
    code: 'sheet-kept',
    sheet: name,
    found: keptAs,
    expected: text('未经手改的生成表', 'a made sheet that nobody typed in'),
    message: text(
      `“${name}”里有手工改动${zh}，原表已保留为“${keptAs}”，另做了一张新的${said ? '，这些改动不在新表上' : ''}。`,
      `People had typed in “${name}”${en}: it is kept as “${keptAs}”, and a new one was made${said ? ' without what they typed' : ''}.`,
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
  const { key, first, lasting, rowKey } = made;
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
  const known = rowsMade(snapshot.names, key);
  const isMade = (row: Row): boolean => known.has(rowMark(row));
  const typed = lasting
    ? null
    : typedWords(cells, plannedCells(sheet), rowKey && { columns: rowKey, filledIn: (row) => filledIn(known, row) });
  if (typed && typed.words.length > 0 && isMark(typed.rest))
    return {
      steps: [replacing(withWords(sheet, typed.words)), remember],
      notices: [wordsKept(sheet, typed.words)],
      keptAs: null,
      carried: carriedFrom(typed.words),
    };
  const keptAs = nameForOld(
    sheet.name,
    now,
    snapshot.sheets.map(({ name }) => name),
    language,
  );
  // What stands in a row that is as it was made otherwise was written there by somebody, whatever became of other rows.
  const words = (typed?.words ?? []).filter(({ from }) => isMade(typed?.rest[from] ?? []));
  const notice = sheetKept(sheet.name, keptAs, lasting ? [] : notAsMade(known, restOf(cells, typed, words)));
  return {
    steps: [{ kind: 'replaceSheet', sheet: withWords(sheet, words), replaces: sheet.name, keepAs: keptAs }, remember],
    notices: [notice, ...(words.length > 0 ? [wordsKept(sheet, words)] : [])],
    keptAs,
    carried: carriedFrom(words),
  };
}
