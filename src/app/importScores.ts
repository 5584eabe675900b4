// Take the judges' scores of a file onto their score sheets. Never overwrites what a judge typed unless told to.
import type { Judge } from '../core/contest/contest';
import { proposeScores } from '../core/contest/proposeScores';
import type { ProposedScore } from '../core/contest/proposeScores';
import type { Problem } from '../core/problem';
import { text } from '../core/text';
import { filledLines } from '../workbook/actLog';
import { updateCells } from '../workbook/edits';
import type { CellEdit } from '../workbook/edits';
import { labelOf } from '../workbook/labels';
import type { PlanStep } from '../workbook/plan';
import { readRows } from '../workbook/rows';
import { columnOf } from '../workbook/spec';
import { scoreKey, scoreTableName } from '../workbook/tables/scoreSheet';
import { judgesWhoScore, ruleProblems } from './contestSituation';
import { rowsLeftOut } from './importStories';
import type { ImportedFile, Job } from './job';
import { logLineOf, shownChange, wasEmpty, type ReplacedCell } from './replacedCell';
import type { Decision, Situation } from './runJob';
import { runJob } from './runJob';

export interface ImportScoresInput {
  readonly file: ImportedFile;
  readonly strict?: boolean;
  /** Scores of the file go in the place of different ones. */
  readonly overwrite?: boolean;
}

export interface ImportScoresResults {
  readonly rows: number;
  readonly taken: number;
  readonly leftOut: number;
  readonly alreadyThere: number;
  readonly judges: readonly { readonly judgeId: string; readonly name: string; readonly taken: number; readonly alreadyThere: number; readonly leftOut: number }[];
}

const NOTHING: ImportScoresResults = { rows: 0, taken: 0, leftOut: 0, alreadyThere: 0, judges: [] };

interface SheetEdits {
  readonly steps: readonly PlanStep[];
  readonly changes: readonly ReplacedCell[];
  readonly problems: readonly Problem[];
  readonly updated: number;
}

/** A missing score is an empty cell, never 0 (S-1). */
function scoreCell(score: string | null | undefined): number | '' {
  return score === null || score === undefined || score === '' ? '' : Number(score);
}

/** The edits of one judge's sheet. Scores are written as numbers; cells that hold the same already are left alone. */
function editsFor(situation: Situation, judge: Judge, proposed: readonly ProposedScore[]): SheetEdits {
  const { campaign, snapshot, language } = situation;
  const name = scoreTableName(judge.judgeId);
  const table = snapshot.tables[name];
  if (!table) throw new Error(`${name} was checked to be there`);
  const spec = campaign.spec(name);
  const rowOf = new Map(readRows(spec, table).map((row) => [row.text('entryId'), row]));
  const edits: CellEdit[] = [];
  const changes: ReplacedCell[] = [];
  const problems: Problem[] = [];
  for (const { score, sheet, row: fileRow } of proposed) {
    const row = rowOf.get(score.entryId);
    const blindNo = campaign.entries.find(({ entryId }) => entryId === score.entryId)?.blindNo ?? score.entryId;
    if (!row) {
      problems.push({
        code: 'not-on-sheet', table: name, sheet, row: fileRow, expected: text('评分表中的故事', 'a story on the score sheet'), found: blindNo,
        message: text(`${judge.name}的评分表里没有 ${blindNo} 号：请先运行“生成评分表”补上。`, `No. ${blindNo} is not on ${judge.name}'s score sheet: run “Make judges' sheets” first.`),
      });
      continue;
    }
    const wanted = [
      ...campaign.criteria.map(({ criterionId }) => ({ key: scoreKey(criterionId), value: scoreCell(score.scores[criterionId]) })),
      { key: 'recused', value: score.recused ? labelOf('yesNo', 'yes', language) : row.get('recused') },
    ];
    for (const { key, value } of wanted.filter((cell) => cell.value !== row.get(cell.key))) {
      edits.push({ index: row.index, key, value });
      changes.push({ table: name, row: blindNo, column: columnOf(spec, key).header[language], before: row.text(key), after: String(value), exact: { before: row.get(key), after: value } });
    }
  }
  return { steps: updateCells(spec, table, edits), changes, problems, updated: new Set(edits.map(({ index }) => index)).size };
}

/** Decides which rows of the file are taken: whole rows only, each wrong cell a problem. */
export function decideImportScores(situation: Situation, { file, overwrite }: ImportScoresInput): Decision<ImportScoresResults> {
  const { campaign } = situation;
  const judges = judgesWhoScore(campaign);
  const obstacles = [...ruleProblems(situation), ...(judges.length === 0 ? [noTabs()] : [])];
  if (obstacles.length > 0) return { steps: [], changed: {}, problems: obstacles, results: NOTHING, stopped: true, message: obstacles[0]?.message ?? text('', '') };
  const read = proposeScores(file.sheets, { entries: campaign.entries, judges: campaign.judges, criteria: campaign.criteria, existing: campaign.scores, overwrite });
  const withoutTab = campaign.judges.filter(({ judgeId }) => !judges.some((judge) => judge.judgeId === judgeId) && read.scores.some(({ score }) => score.judgeId === judgeId));
  const sheets = judges.map((judge) => ({ judge, ...editsFor(situation, judge, read.scores.filter(({ score }) => score.judgeId === judge.judgeId)) }));
  const problems = [...read.problems, ...withoutTab.map(noTab), ...sheets.flatMap((sheet) => sheet.problems)];
  const changes = sheets.flatMap((sheet) => sheet.changes);
  const touched = sheets.filter(({ updated }) => updated > 0);
  const taken = touched.reduce((sum, { updated }) => sum + updated, 0);
  const alreadyThere = read.unchanged.length;
  const leftOut = rowsLeftOut(problems);
  return {
    steps: touched.flatMap(({ steps }) => steps),
    changed: Object.fromEntries(touched.map(({ judge, updated }) => [scoreTableName(judge.judgeId), { added: 0, updated }])),
    problems, notices: read.notices,
    replaced: changes,
    alsoLogged: filledLines(changes.filter(wasEmpty).map(logLineOf)),
    results: {
      rows: taken + alreadyThere + leftOut, taken, leftOut, alreadyThere,
      judges: sheets.map(({ judge, updated }) => ({
        judgeId: judge.judgeId, name: judge.name, taken: updated,
        alreadyThere: read.unchanged.filter(({ judgeId }) => judgeId === judge.judgeId).length,
        leftOut: rowsLeftOut(problems.filter(({ table }) => table === scoreTableName(judge.judgeId))),
      })),
    },
    preview: { added: [], changed: changes.map(shownChange), unchanged: alreadyThere },
    stopped: taken === 0 && alreadyThere === 0 && problems.length > 0,
    message: taken === 0 && alreadyThere === 0
      ? text('没有可以导入的评分，请看下面的问题。', 'No score could be taken; see the problems below.')
      : text(
        `导入 ${taken} 行评分，已有 ${alreadyThere} 行未变${leftOut > 0 ? `，${leftOut} 行有问题未导入，请与评委核实` : ''}。下一步：计算排名。`,
        `${taken} rows of scores taken, ${alreadyThere} were there already${leftOut > 0 ? `, ${leftOut} rows left out: ask the judges` : ''}. Next: compute the ranking.`,
      ),
  };
}

/** Scores have nowhere to stand yet. */
export function noTabs(): Problem {
  return {
    code: 'no-score-sheets', table: 'Judges', expected: text('每位评委一张评分表', 'a score sheet for each judge'), found: '',
    message: text('还没有评分表：请先运行“生成评分表”。', 'There are no score sheets yet: run “Make judges\' sheets” first.'),
  };
}

function noTab(judge: Judge): Problem {
  return {
    ...noTabs(), code: 'no-score-sheet', row: judge.judgeId, found: judge.name,
    message: text(`${judge.name}还没有评分表，评分未导入：请先运行“生成评分表”。`, `${judge.name} has no score sheet yet, so the scores are left out: run “Make judges' sheets” first.`),
  };
}

export const importScores: Job<ImportScoresInput, ImportScoresResults> = (deps, input, mode) =>
  runJob(deps, 'import-scores', mode, { strict: input.strict }, NOTHING, (situation) => decideImportScores(situation, input));
