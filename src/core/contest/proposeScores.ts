// From a file with a sheet per judge to scores that can be written. Never overwrites what a judge typed unless told to.
import { doubtProblems } from '../import/doubtProblems';
import { passedOver } from '../import/rowPlace';
import type { SheetRows } from '../import/sheetRows';
import { sourceTable, type SourceTable } from '../import/sourceTable';
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { normalizeNumber } from './blindNumber';
import type { Criterion, Entry, Judge, Score } from './contest';
import { compare, fromDecimal, isDecimal } from './exact';
import { FILE_GOES_FIRST } from './fileGoesFirst';
import type { JudgeSheet } from './judgeSheet';
import { hasScores } from './recusal';
import { numberOf, readScoreRow, remarkOf } from './scoreRow';
import { entriesByNumber, numberedOnce, readScoreSheets } from './scoreSheets';
import { storiesByTitle, titleOfAnother } from './titleOfAnother';

interface ScoreContext {
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
  readonly existing: readonly Score[];
  /** True: scores of the file go in the place of different ones in the workbook. Default false. */
  readonly overwrite?: boolean;
}

/** One judge's scores for one entry as a file gives them, beside what the workbook has. */
export interface ProposedScore {
  readonly score: Score;
  /** What the workbook has for this judge and entry, when that is anything at all. */
  readonly before: Score | null;
  readonly sheet: string;
  /** 1-based row of the file. */
  readonly row: number;
}

/** What a judge says of a story in words. */
export interface ProposedRemark extends Pick<ProposedScore, 'sheet' | 'row'> {
  readonly judgeId: string;
  readonly entryId: string;
  readonly remark: string;
}

/** What a file of scores would change; nothing is taken that contradicts itself. */
export interface ScoresProposal {
  readonly scores: readonly ProposedScore[];
  /** Rows that say what the workbook has already. */
  readonly unchanged: readonly {
    readonly judgeId: string;
    readonly entryId: string;
    readonly sheet: string;
    readonly row: number;
  }[];
  /** Of every row that is not refused. */
  readonly remarks: readonly ProposedRemark[];
  /** The rows of the file that say so, and those that hold no score yet. */
  readonly settled: readonly Place[];
  /** Those of them that hold no score yet. */
  readonly blank: readonly Place[];
  /** The judges' sheets, with every data row. */
  readonly source: readonly SourceTable[];
  /** Sheets and rows that were left out, with a problem for each wrong cell. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/**
 * Reads every judge's sheet; beside these, sheets that hold no scores are passed over with one notice. A sheet that cannot be trusted is left out whole, a row with a wrong cell too; the others
 * are taken. A score that differs from the workbook's is a problem 'score-differs' unless `overwrite` says otherwise;
 * blanks that the judge had left are filled. Importing the same file twice proposes nothing the second time.
 * Example: sheet “评委1” with `012 | 22.5 | (blank) | …` → problem 'missing-score' in row 13, column “感染力（25分）”.
 */
export function proposeScores(sheets: readonly SheetRows[], context: ScoreContext): ScoresProposal {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const scores: ProposedScore[] = [];
  const unchanged: { judgeId: string; entryId: string; sheet: string; row: number }[] = [];
  const settled: Place[] = [];
  const blank: Place[] = [];
  const remarks: ProposedRemark[] = [];
  const byNumber = entriesByNumber(context.entries);
  const byTitle = storiesByTitle(context.entries);
  const existing = new Map(context.existing.map((score) => [`${score.judgeId} ${score.entryId}`, score]));
  const file = readScoreSheets(sheets, context);
  problems.push(...file.problems);
  notices.push(...file.notices);
  for (const sheet of file.sheets) {
    const once = numberedOnce(sheet);
    const target = `Score_${sheet.judge.judgeId}`;
    problems.push(...once.problems, ...doubtProblems(sheet.table, target, sheet.sheet));
    notices.push(...passedOver(sheet.table, target, sheet.sheet));
    const kept: string[] = [];
    once.rows.forEach((row) => {
      const [entry] = byNumber.get(numberOf(sheet, row)) ?? [];
      const moved = titleOfAnother(sheet, row, entry, byTitle);
      if (moved) {
        problems.push(moved);
        return;
      }
      const read = readScoreRow(sheet, row, context.criteria, (raw) => byNumber.get(normalizeNumber(raw)) ?? []);
      const before = known(existing.get(`${sheet.judge.judgeId} ${entry?.entryId ?? ''}`));
      const stays = !read.score && before !== null && !before.recused;
      if (stays) kept.push(entry?.blindNo ?? '');
      problems.push(...read.problems);
      notices.push(...read.notices.filter(({ code }) => !(stays && code === 'not-scored-yet')));
      const place = { sheet: sheet.sheet, row: row.rowNumber };
      if (!read.score && read.problems.length === 0) {
        settled.push(place);
        blank.push(place);
      }
      const remark = remarkOf(sheet, row);
      const said = { judgeId: sheet.judge.judgeId, entryId: entry?.entryId ?? '', remark, ...place };
      if (!read.score && read.problems.length === 0 && remark !== '') remarks.push(said);
      if (!read.score) return;
      const key = { judgeId: read.score.judgeId, entryId: read.score.entryId };
      const verdict = weigh(read.score, before, context);
      if (verdict.kind !== 'refuse' && remark !== '') remarks.push(said);
      if (verdict.kind === 'same') {
        unchanged.push({ ...key, ...place });
        settled.push(place);
      }
      if (verdict.kind === 'take') scores.push({ score: verdict.score, before, ...place });
      if (verdict.kind === 'refuse') problems.push({ table: target, ...place, ...verdict.problem });
    });
    if (kept.length > 0) notices.push(scoresKept(sheet, target, kept));
  }
  return {
    scores,
    unchanged,
    remarks,
    settled,
    blank,
    source: file.sheets.map(({ sheet, table }) => sourceTable(sheet, table)),
    problems,
    notices,
  };
}

/** A score that the judge emptied or made unreadable in the file is no reason to empty it here; it goes on counting, which must be said. */
function scoresKept({ sheet, judge }: JudgeSheet, table: string, numbers: readonly string[]): Problem {
  const which = numbers.join('、');
  return {
    code: 'scores-kept',
    table,
    sheet,
    found: which,
    expected: text('文件和工作簿里的评分一致', 'the same scores in file and workbook'),
    message: text(
      `文件里${judge.name}对${which}号没有可用的评分，而工作簿里原来有：原来的评分没有改动，仍然计入。确已作废的，请在评分表里清空。`,
      `The file has no usable score of ${judge.name} for no. ${numbers.join(', ')}, but the workbook has: what it has is unchanged and counts. If it is void, clear it on the score sheet.`,
    ),
  };
}

function known(score: Score | undefined): Score | null {
  return score && (score.recused || hasScores(score)) ? score : null;
}

type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'take'; readonly score: Score }
  | { readonly kind: 'refuse'; readonly problem: Omit<Problem, 'table' | 'sheet' | 'row'> };

/** What becomes of a row of the file next to what the workbook has (S-2: a stray score is kept, a new one refused). */
function weigh(score: Score, before: Score | null, { criteria, overwrite, judges, entries }: ScoreContext): Verdict {
  if (!before) return { kind: 'take', score };
  const who = `${judges.find(({ judgeId }) => judgeId === score.judgeId)?.name ?? score.judgeId}·${entries.find(({ entryId }) => entryId === score.entryId)?.blindNo ?? score.entryId}`;
  if (before.recused && !score.recused) {
    return {
      kind: 'refuse',
      problem: {
        code: 'recused-scored',
        found: listed(score, criteria),
        expected: text('回避的评委不打分', 'no score from a recused judge'),
        message: text(
          `工作簿中${who}号已登记回避，整行未导入：请先核对回避。`,
          `In the workbook ${who} is recused, so the row is left out: check the recusal first.`,
        ),
      },
    };
  }
  if (before.recused) return { kind: 'same' };
  if (score.recused && overwrite) return { kind: 'take', score: { ...before, recused: true } };
  const differing = criteria.filter(
    ({ criterionId }) => !agrees(before.scores[criterionId], score.scores[criterionId]),
  );
  if (!score.recused && differing.length === 0) return { kind: 'same' };
  const onlyBlanks = !score.recused && differing.every(({ criterionId }) => (before.scores[criterionId] ?? '') === '');
  if (overwrite || onlyBlanks) return { kind: 'take', score };
  const found = score.recused ? '回避' : listed(score, differing);
  return {
    kind: 'refuse',
    problem: {
      code: 'score-differs',
      column: differing.map(({ name }) => name).join('、'),
      found,
      expected: text(
        listed(before, score.recused ? criteria : differing),
        listed(before, score.recused ? criteria : differing),
      ),
      message: text(
        `${who}号在工作簿中已有不同的评分，未覆盖：请与评委核实，确需以文件为准时，勾选“${FILE_GOES_FIRST.zh}”再导入。`,
        `The workbook has other scores for ${who} and keeps them: ask the judge; if the file is right, tick “${FILE_GOES_FIRST.en}” and import again.`,
      ),
    },
  };
}

function agrees(before: string | null | undefined, after: string | null | undefined): boolean {
  const left = before ?? '';
  const right = after ?? '';
  if (isDecimal(left) && isDecimal(right)) return compare(fromDecimal(left), fromDecimal(right)) === 0;
  return left === right;
}

function listed(score: Score, criteria: readonly Criterion[]): string {
  return criteria.map(({ criterionId, name }) => `${name} ${score.scores[criterionId] ?? '—'}`).join('，');
}
