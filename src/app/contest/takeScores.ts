// Rows of scores that are ready to be read onto the judges’ sheets: of a file, of a judge’s own tab. Whole rows only; nothing typed is overwritten unasked.
import { criteriaInFiles } from './criteriaInFiles';
import type { Judge } from '../../core/contest/contest';
import { proposeScores } from '../../core/contest/proposeScores';
import type { ProposedScore } from '../../core/contest/proposeScores';
import type { SheetRows } from '../../core/import/sheetRows';
import type { SourceTable } from '../../core/import/sourceTable';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { filledLines } from '../../workbook/tables/records/actLog';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { scoreEdits } from './scoreEdits';
import { judgesWhoScore, ruleProblems } from './contestSituation';
import { rowsLeftOut } from '../imports/rowsLeftOut';
import { skippedWords } from '../imports/askedRows';
import { NO_COUNTS, type ImportedRows } from '../run/rowCounts';
import { previewRows, skippedRows } from '../imports/importPreview';
import { logLineOf, shownChange, wasEmpty } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { noScoresYet, noTabs } from './noScores';

export interface ImportScoresResults extends ImportedRows {
  readonly alreadyThere: number;
  readonly judges: readonly {
    readonly judgeId: string;
    readonly name: string;
    readonly taken: number;
    readonly alreadyThere: number;
    readonly leftOut: number;
  }[];
}

interface ScoresDecision {
  readonly decision: Decision<ImportScoresResults>;
  readonly source: readonly SourceTable[];
}

/** The same for sheets that are ready to be read: rows in `leaveOut` are not taken; `known` is what keeps some of them out. */
export function decideScores(
  situation: Situation,
  fileSheets: readonly SheetRows[],
  overwrite: boolean | undefined,
  known: readonly Problem[] = [],
): ScoresDecision {
  const { campaign } = situation;
  const judges = judgesWhoScore(campaign);
  const obstacles = [...ruleProblems(situation), ...(judges.length === 0 ? [noTabs()] : [])];
  if (obstacles.length > 0) {
    return {
      source: [],
      decision: stop(obstacles),
    };
  }
  const read = proposeScores(fileSheets, {
    entries: campaign.entries,
    judges: campaign.judges,
    criteria: criteriaInFiles(campaign.criteria, campaign.settings),
    existing: campaign.scores.all(),
    overwrite,
  });
  const scoresOf = new Map<string, ProposedScore[]>(campaign.judges.map(({ judgeId }) => [judgeId, []]));
  for (const proposed of read.scores) scoresOf.get(proposed.score.judgeId)?.push(proposed);
  const withoutTab = campaign.judges.filter(
    ({ judgeId }) => !judges.some((judge) => judge.judgeId === judgeId) && (scoresOf.get(judgeId) ?? []).length > 0,
  );
  const sheets = judges.map((judge) => {
    const remarks = read.remarks.filter(({ judgeId }) => judgeId === judge.judgeId);
    return { judge, ...scoreEdits(situation, judge, scoresOf.get(judge.judgeId) ?? [], remarks, overwrite === true) };
  });
  const found = [...known, ...read.problems, ...withoutTab.map(noTab), ...sheets.flatMap((sheet) => sheet.problems)];
  const notices = [...read.notices, ...sheets.flatMap((sheet) => sheet.notices)];
  const changes = sheets.flatMap((sheet) => sheet.changes);
  const touched = sheets.filter(({ updated }) => updated > 0);
  const taken = touched.reduce((sum, { updated }) => sum + updated, 0);
  const written = new Set(sheets.flatMap(({ writes }) => writes.map(({ place }) => `${place.sheet}\n${place.row}`)));
  const unchanged = read.unchanged.filter(({ sheet, row }) => !written.has(`${sheet}\n${row}`));
  const alreadyThere = unchanged.length;
  const skippable = read.source.some(({ rows }) => rows.some(({ leftOut: asked }) => asked));
  const nothing = found.length === 0 && taken === 0 && alreadyThere === 0 && !skippable;
  const problems = nothing ? [noScoresYet(read.blank.length)] : found;
  const leftOut = rowsLeftOut(problems);
  const nowhere = withoutTab.flatMap((judge) =>
    (scoresOf.get(judge.judgeId) ?? []).map(({ sheet, row }): Problem => ({ ...noTab(judge), sheet, row })),
  );
  const shown = previewRows({
    source: read.source,
    writes: sheets.flatMap(({ writes }) => writes),
    settled: [...read.settled, ...sheets.flatMap(({ settled }) => settled)],
    blank: read.blank,
    problems: [...problems, ...nowhere],
    notices,
  });
  const skipped = skippedRows(shown.rows);
  const left = skippedWords(skipped);
  const decision: Decision<ImportScoresResults> = {
    steps: touched.flatMap(({ steps }) => steps),
    changed: Object.fromEntries(
      touched.map(({ judge, updated }) => [scoreTableName(judge.judgeId), { added: 0, updated }]),
    ),
    problems,
    notices,
    replaced: changes,
    alsoLogged: filledLines(changes.filter(wasEmpty).map(logLineOf)),
    results: {
      rows: taken + alreadyThere + leftOut + skipped,
      taken,
      leftOut,
      skipped,
      alreadyThere,
      counts: NO_COUNTS,
      judges: sheets.map(({ judge, updated }) => ({
        judgeId: judge.judgeId,
        name: judge.name,
        taken: updated,
        alreadyThere: unchanged.filter(({ judgeId }) => judgeId === judge.judgeId).length,
        leftOut: rowsLeftOut(problems.filter(({ table }) => table === scoreTableName(judge.judgeId))),
      })),
    },
    preview: { added: [], changed: changes.map(shownChange), unchanged: alreadyThere, ...shown },
    stopped: taken === 0 && alreadyThere === 0 && problems.length > 0,
    message:
      taken === 0 && alreadyThere === 0
        ? text('没有可以导入的评分，请看下面的问题。', 'No score could be taken; see the problems below.')
        : text(
            `导入 ${taken} 行评分，已有 ${alreadyThere} 行未变${leftOut > 0 ? `，${leftOut} 行有问题未导入，请与评委核实` : ''}${left.zh}。下一步：计算排名。`,
            `${taken} rows of scores taken, ${alreadyThere} were there already${leftOut > 0 ? `, ${leftOut} rows left out: ask the judges` : ''}${left.en}. Next: compute the ranking.`,
          ),
  };
  return { decision, source: read.source };
}

function noTab(judge: Judge): Problem {
  return {
    ...noTabs(),
    code: 'no-score-sheet',
    row: judge.judgeId,
    found: judge.name,
    message: text(
      `${judge.name}还没有评分表，评分未导入：请先运行“生成评分表”。`,
      `${judge.name} has no score sheet yet, so the scores are left out: run “Make judges' sheets” first.`,
    ),
  };
}
