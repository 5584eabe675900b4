// From a file to its judges' sheets and the rows that can be told apart by number. Reads no score and knows none.
import { cellText } from '../import/cellText';
import type { DataRow } from '../import/recognizeTable';
import type { SheetRows } from '../import/sheetRows';
import { isBlankSheet, nothingBelowHeader, nothingInFile } from '../import/uselessFile';
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { normalizeNumber } from './blindNumber';
import type { Criterion, Entry, Judge } from './contest';
import type { JudgeSheet } from './judgeSheet';
import { judgesOfSheet, looksLikeScores, recognizeJudgeSheet } from './judgeSheet';
import { numberOf } from './scoreRow';

interface Panel {
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
}

interface ScoreSheets {
  /** One sheet a judge, in the file's order. */
  readonly sheets: readonly JudgeSheet[];
  /** Sheets that were left out whole. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/**
 * The judges' sheets of a file. Two of one judge are both left out; beside judges' sheets, those that hold no scores are
 * passed over with one notice. Example: a whole campaign workbook → its score tabs, and a notice that names the other sheets.
 */
export function readScoreSheets(sheets: readonly SheetRows[], panel: Panel): ScoreSheets {
  const problems: Problem[] = [];
  const others = otherSheets(sheets, panel);
  const read: JudgeSheet[] = [];
  const strange = sheets.filter((sheet) => !isBlankSheet(sheet) && isStrange(sheet, panel));
  if (strange.length > 0 && strange.length === sheets.filter((sheet) => !isBlankSheet(sheet)).length)
    return { sheets: [], problems: [noScoreSheets(strange)], notices: [] };
  for (const sheet of sheets) {
    if (isBlankSheet(sheet) || others.includes(sheet)) continue;
    const found = recognizeJudgeSheet(sheet, panel.judges, panel.criteria);
    if ('judge' in found) read.push(found);
    else problems.push(...found);
  }
  const single = read.filter((sheet) => {
    const other = read.find((candidate) => candidate !== sheet && candidate.judge.judgeId === sheet.judge.judgeId);
    if (other) problems.push(judgeTwice(sheet, other));
    return !other;
  });
  if (problems.length === 0) problems.push(...uselessFile(sheets, single));
  return { sheets: single, problems, notices: others.length > 0 ? [passedOver(others)] : [] };
}

/** Entries by normalised number; several when two of the workbook share it. Entries without a number are not listed. */
export function entriesByNumber(entries: readonly Entry[]): Map<string, Entry[]> {
  const byNumber = new Map<string, Entry[]>();
  for (const entry of entries) {
    const number = normalizeNumber(entry.blindNo);
    if (number !== '') byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
  }
  return byNumber;
}

/** The rows of a sheet whose number no other row has; a problem 'duplicate-number' for each of the others. */
export function numberedOnce(sheet: JudgeSheet): {
  readonly rows: readonly DataRow[];
  readonly problems: readonly Problem[];
} {
  const count = new Map<string, number>();
  for (const row of sheet.table.dataRows) count.set(numberOf(sheet, row), (count.get(numberOf(sheet, row)) ?? 0) + 1);
  const repeated = (row: DataRow): boolean => numberOf(sheet, row) !== '' && (count.get(numberOf(sheet, row)) ?? 0) > 1;
  return {
    rows: sheet.table.dataRows.filter((row) => !repeated(row)),
    problems: sheet.table.dataRows
      .filter(repeated)
      .map((row) => twice(sheet, row.rowNumber, cellText(row.cells[sheet.table.columnOf['#number'] ?? -1]))),
  };
}

/** Where some sheets are judges', those that are nobody's and hold no scores: the rest of a campaign workbook, say. */
function otherSheets(sheets: readonly SheetRows[], { judges, criteria }: Panel): SheetRows[] {
  const ofNobody = sheets.filter(({ name }) => judgesOfSheet(name, judges).length === 0);
  return ofNobody.length === sheets.length
    ? []
    : ofNobody.filter((sheet) => !isBlankSheet(sheet) && !looksLikeScores(sheet, criteria));
}

/** Neither a judge's by its name nor scores by its header. */
function isStrange(sheet: SheetRows, { judges, criteria }: Panel): boolean {
  return judgesOfSheet(sheet.name, judges).length === 0 && !looksLikeScores(sheet, criteria);
}

function noScoreSheets(sheets: readonly SheetRows[]): Problem {
  const names = sheets.map(({ name }) => name).filter(Boolean);
  const which = names.length === 0 ? text('', '') : text(`（${names.join('、')}）`, ` (${names.join(', ')})`);
  return {
    code: 'not-score-sheets',
    table: 'Scores',
    ...(names.length === 1 && { sheet: names[0] }),
    found: names.join('、'),
    expected: text('评委的评分表', "judges' sheets"),
    message: text(
      `文件里没有评分表${which.zh}：每位评委一张工作表，表名是评委姓名，表头有编号和各项评分标准。`,
      `The file holds no score sheets${which.en}: one sheet a judge, named after the judge, with a header of the number and the criteria.`,
    ),
  };
}

function uselessFile(sheets: readonly SheetRows[], read: readonly JudgeSheet[]): Problem[] {
  if (sheets.every(isBlankSheet)) return [nothingInFile('Scores')];
  const bare = ({ table }: JudgeSheet): boolean =>
    table.dataRows.length + table.doubtful.length + table.leftOut.length === 0;
  if (read.length === 0 || !read.every(bare)) return [];
  return [
    nothingBelowHeader(
      read.map(({ sheet }) => sheet),
      'Scores',
    ),
  ];
}

function passedOver(sheets: readonly SheetRows[]): Problem {
  const names = sheets.map(({ name }) => name).join('、');
  return {
    code: 'not-score-sheets',
    table: 'Scores',
    found: names,
    expected: text('评委的评分表', "judges' sheets"),
    message: text(
      `这些工作表不是评分表，已跳过：${names}。`,
      `These sheets hold no scores and are passed over: ${names}.`,
    ),
  };
}

function judgeTwice(sheet: JudgeSheet, other: JudgeSheet): Problem {
  return {
    code: 'judge-twice',
    table: `Score_${sheet.judge.judgeId}`,
    sheet: sheet.sheet,
    found: sheet.sheet,
    expected: text('每位评委一张表', 'one sheet a judge'),
    message: text(
      `“${sheet.sheet}”与“${other.sheet}”是同一位评委，两表都未导入：请只留一张。`,
      `“${sheet.sheet}” and “${other.sheet}” are the same judge, so both are left out: keep one.`,
    ),
  };
}

function twice(sheet: JudgeSheet, row: number, found: string): Problem {
  return {
    code: 'duplicate-number',
    table: `Score_${sheet.judge.judgeId}`,
    sheet: sheet.sheet,
    row,
    found,
    column: sheet.table.headers[sheet.table.columnOf['#number'] ?? -1],
    expected: text('每个编号一行', 'one row a number'),
    message: text(
      `${sheet.judge.name}的表中编号${found}出现多次，都未导入：请只留一行。`,
      `Number ${found} is there more than once on ${sheet.judge.name}'s sheet, so none is taken: keep one row.`,
    ),
  };
}
