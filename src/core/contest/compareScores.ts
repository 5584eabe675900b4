// Two typings of the same score sheets, cell by cell: the workbook's and a second person's. Says where they differ, never which is right.
import { cellText, rawText } from '../import/cellText';
import { doubtProblems } from '../import/doubtProblems';
import type { DataRow } from '../import/recognizeTable';
import type { ImportedCell, SheetRows } from '../import/sheetRows';
import { sourceTable, type SourceTable } from '../import/sourceTable';
import type { Problem } from '../ground/problem';
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import { normalizeNumber } from './blindNumber';
import type { Criterion, Entry, Judge, Score } from './contest';
import type { JudgeSheet } from './judgeSheet';
import { parseScore } from './parseScore';
import { isRecused } from './recusal';
import { numberFault, numberOf, recusalColumn } from './scoreRow';
import { entriesByNumber, numberedOnce, readScoreSheets } from './scoreSheets';

interface TypedTwice {
  /** As typed in the workbook. */
  readonly existing: readonly Score[];
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
}

/** Cells of scores and of recusal in which either typing has anything: the sum of the four that follow. */
export interface CellCounts {
  readonly compared: number;
  readonly equal: number;
  readonly different: number;
  /** Filled in the workbook alone. */
  readonly onlyHere: number;
  /** Filled in the file alone. */
  readonly onlyThere: number;
}

interface ScoreComparison extends CellCounts {
  readonly judges: readonly (CellCounts & { readonly judgeId: string })[];
  /** The judges' sheets, with every data row. */
  readonly source: readonly SourceTable[];
  /** One for each cell that differs, and for sheets and rows of the file that belong to nothing. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

type Outcome = keyof Omit<CellCounts, 'compared'>;

interface Cell {
  readonly outcome: Outcome;
  readonly problem: Problem | null;
}

/**
 * Compares the judges' sheets of the file with what the workbook has. Equal scores in other spellings are equal (“19.0分”
 * and 19); what is no score is compared as it is written. A story that one typing left out counts with every cell of it.
 * Example: 22.5 in the workbook, 25.5 in the file → different, problem 'typed-differently' with both values.
 */
export function compareScores(sheets: readonly SheetRows[], context: TypedTwice): ScoreComparison {
  const file = readScoreSheets(sheets, context);
  const byNumber = entriesByNumber(context.entries);
  const typed = new Map(context.existing.map((score) => [`${score.judgeId} ${score.entryId}`, score]));
  const problems: Problem[] = [...file.problems];
  const judges = file.sheets.map((sheet) => {
    const once = numberedOnce(sheet);
    problems.push(...once.problems, ...doubtProblems(sheet.table, `Score_${sheet.judge.judgeId}`, sheet.sheet));
    const doubtful = new Set(sheet.table.doubtful.map((row) => numberOf(sheet, row)));
    const seen = new Set<string>();
    const cellsOf = (row: DataRow | null, entry: Entry): Cell[] =>
      rowCells(sheet, row, entry, typed.get(`${sheet.judge.judgeId} ${entry.entryId}`), context.criteria);
    const cells = once.rows.flatMap((row): Cell[] => {
      const number = cellText(row.cells[sheet.table.columnOf['#number'] ?? -1]);
      const found = byNumber.get(normalizeNumber(number)) ?? [];
      const [entry] = found;
      if (!entry || found.length > 1) {
        problems.push({
          table: `Score_${sheet.judge.judgeId}`,
          sheet: sheet.sheet,
          row: row.rowNumber,
          found: number,
          ...numberFault(number, found.length),
        });
        return [];
      }
      seen.add(entry.entryId);
      return cellsOf(row, entry);
    });
    const leftOut = context.entries.filter(
      ({ entryId, blindNo }) =>
        !seen.has(entryId) &&
        !doubtful.has(normalizeNumber(blindNo)) &&
        !once.problems.some(({ found }) => normalizeNumber(String(found)) === normalizeNumber(blindNo)),
    );
    const all = [...cells, ...leftOut.flatMap((entry) => cellsOf(null, entry))];
    problems.push(...all.flatMap(({ problem }) => problem ?? []));
    return { judgeId: sheet.judge.judgeId, ...countsOf(all.map(({ outcome }) => outcome)) };
  });
  const total = (key: keyof CellCounts): number => judges.reduce((sum, judge) => sum + judge[key], 0);
  return {
    compared: total('compared'),
    equal: total('equal'),
    different: total('different'),
    onlyHere: total('onlyHere'),
    onlyThere: total('onlyThere'),
    judges,
    source: file.sheets.map(({ sheet, table }) => sourceTable(sheet, table)),
    problems,
    notices: [
      ...file.notices,
      ...notInFile(
        judges.map(({ judgeId }) => judgeId),
        context,
      ),
    ],
  };
}

function countsOf(outcomes: readonly Outcome[]): CellCounts {
  const of = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    compared: outcomes.length,
    equal: of('equal'),
    different: of('different'),
    onlyHere: of('onlyHere'),
    onlyThere: of('onlyThere'),
  };
}

/** The cells of one story before one judge; `row` null: the file has no row for it. Cells that are empty in both are none, nor is 回避 where the judge's unit says it. */
function rowCells(
  sheet: JudgeSheet,
  row: DataRow | null,
  entry: Entry,
  here: Score | undefined,
  criteria: readonly Criterion[],
): Cell[] {
  const recusedAt = row && recusalColumn(sheet, row);
  const cells = criteria.map((criterion) => ({
    column: sheet.columnOf[criterion.criterionId] ?? -1,
    name: text(criterion.name, criterion.name),
    values: [
      here?.scores[criterion.criterionId] ?? null,
      row?.cells[sheet.columnOf[criterion.criterionId] ?? -1] ?? null,
    ] as const,
    same: (a: ImportedCell, b: ImportedCell) => sameScore(a, b, criterion),
  }));
  const recusal = {
    column: recusedAt ?? sheet.table.columnOf['#recusal'] ?? -1,
    name: text('回避', 'Recused'),
    values: [here?.recused ? '回避' : null, recusedAt === null ? null : '回避'] as const,
    same: (a: ImportedCell, b: ImportedCell) => a === b,
  };
  return [...cells, ...(isRecused(sheet.judge, entry) ? [] : [recusal])].flatMap(
    ({ column, name, values: [mine, theirs], same }): Cell[] => {
      const [filledHere, filledThere] = [cellText(mine) !== '', cellText(theirs) !== ''];
      if (!filledHere && !filledThere) return [];
      const outcome = !filledThere
        ? 'onlyHere'
        : !filledHere
          ? 'onlyThere'
          : same(mine, theirs)
            ? 'equal'
            : 'different';
      if (outcome === 'equal') return [{ outcome, problem: null }];
      const place = {
        table: `Score_${sheet.judge.judgeId}`,
        sheet: sheet.sheet,
        ...(row && { row: row.rowNumber }),
        column: sheet.table.headers[column] ?? name.zh,
      };
      return [
        {
          outcome,
          problem: {
            ...place,
            ...difference(`${sheet.judge.name}·${entry.blindNo}`, name, rawText(mine), rawText(theirs)),
          },
        },
      ];
    },
  );
}

function sameScore(a: ImportedCell, b: ImportedCell, criterion: Criterion): boolean {
  const [left, right] = [parseScore(a, criterion), parseScore(b, criterion)];
  return left.kind === 'score' && right.kind === 'score' ? left.value === right.value : cellText(a) === cellText(b);
}

function difference(
  who: string,
  name: Text,
  here: string,
  there: string,
): Pick<Problem, 'code' | 'found' | 'expected' | 'message'> {
  const zh = (value: string): string => value || '空着';
  const en = (value: string): string => value || 'empty';
  return {
    code: 'typed-differently',
    found: there,
    expected: text(here, here),
    message: text(
      `${who}号“${name.zh}”：工作簿中${zh(here)}，第二次录入${zh(there)}。请对照纸质评分表。`,
      `${who}, ${name.en}: ${en(here)} in the workbook, ${en(there)} in the second typing. Look at the paper.`,
    ),
  };
}

/** Judges with scores in the workbook and no sheet in the file. */
function notInFile(compared: readonly string[], { existing, judges }: TypedTwice): Problem[] {
  const left = judges.filter(
    ({ judgeId, active }) =>
      active &&
      !compared.includes(judgeId) &&
      existing.some(
        (score) =>
          score.judgeId === judgeId &&
          (score.recused || Object.values(score.scores).some((value) => (value ?? '') !== '')),
      ),
  );
  if (left.length === 0) return [];
  const names = left.map(({ name }) => name).join('、');
  return [
    {
      code: 'judges-not-compared',
      table: 'Scores',
      found: names,
      expected: text('每位评委的第二次录入', 'a second typing for each judge'),
      message: text(
        `文件里没有这些评委的表，没有比对：${names}。`,
        `The file has no sheet of these judges; they were not compared: ${names}.`,
      ),
    },
  ];
}
