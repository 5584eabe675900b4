// Paper scores typed twice by two people: the second typing in a file against the score sheets. Looks only; nothing is written.
import { criteriaInFiles } from './criteriaInFiles';
import { compareScores, type CellCounts } from '../../core/contest/compareScores';
import { text, type Text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import { judgesWhoScore, ruleProblems } from './contestSituation';
import { noScoresYet, noTabs } from './noScores';
import { settleHidden } from '../imports/hiddenRows';
import { previewRows } from '../imports/importPreview';
import { countRows } from '../imports/countRows';
import { countWords, type RowCounts } from '../run/rowCounts';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { CompareTypingsInput } from './compareTypingsJob';

/** Cells of a second typing beside the first: in all, and by judge. */
export interface CompareTypingsResults extends CellCounts {
  /** Of the file's rows; taken: compared. */
  readonly counts: RowCounts;
  /** In the file's order. */
  readonly judges: readonly (CellCounts & { readonly judgeId: string; readonly name: string })[];
}

/** Why nothing can be compared: always something that is said. */
function nothingToCompare(problems: readonly Problem[], rows: number): readonly Problem[] {
  return problems.length > 0 ? problems : [noScoresYet(rows)];
}

function messageOf({ compared, equal, different, onlyHere, onlyThere }: CellCounts, leftOut: number): Text {
  if (compared === 0)
    return text(
      '文件里没有可以比对的评分，请看下面的问题。',
      'The file holds no scores to compare; see the problems below.',
    );
  const apart = different + onlyHere + onlyThere;
  if (apart === 0 && leftOut === 0)
    return text(`两次录入的 ${compared} 格全部一致。`, `All ${compared} cells of the two typings agree.`);
  const rows =
    leftOut > 0 ? text(`；另有 ${leftOut} 处没能比对`, `; ${leftOut} places could not be compared`) : text('', '');
  return text(
    `比对 ${compared} 格：一致 ${equal}，不同 ${different}，只在工作簿 ${onlyHere}，只在文件 ${onlyThere}${rows.zh}。请对照纸质评分表改正后再比一次。`,
    `${compared} cells compared: ${equal} equal, ${different} different, ${onlyHere} only in the workbook, ${onlyThere} only in the file${rows.en}. Correct them by the paper and compare once more.`,
  );
}

/** Compares a second typing of the paper sheets with the workbook, cell by cell; writes nothing. */
export function decideCompareTypings(
  situation: Situation,
  { file }: CompareTypingsInput,
): Decision<CompareTypingsResults> {
  const { campaign } = situation;
  const obstacles = [...ruleProblems(situation), ...(judgesWhoScore(campaign).length === 0 ? [noTabs()] : [])];
  if (obstacles.length > 0) return stop(obstacles);
  // It only looks: a row that somebody hid is compared like any other.
  const sheets = settleHidden(file.sheets, 'take');
  const {
    judges,
    source,
    problems: found,
    notices,
    ...cells
  } = compareScores(sheets, {
    existing: campaign.scores.all(),
    entries: campaign.entries,
    judges: campaign.judges,
    criteria: criteriaInFiles(campaign.criteria, campaign.settings),
  });
  const nameOf = new Map(campaign.judges.map(({ judgeId, name }) => [judgeId, name]));
  const kept = found.filter(({ code }) => code !== 'typed-differently');
  const rows = source.flatMap(({ sheet, rows: own }) => own.map(({ row }) => ({ sheet, row })));
  const shown = previewRows({
    source,
    writes: [],
    settled: rows,
    blank: cells.compared === 0 ? rows : [],
    problems: kept,
    notices: [],
  });
  const counts = countRows(sheets, source, shown.rows, kept);
  const problems = cells.compared === 0 ? nothingToCompare(found, rows.length) : found;
  const [only] = problems;
  const message = cells.compared === 0 && only && problems.length === 1 ? only.message : messageOf(cells, kept.length);
  const words = countWords(counts);
  return {
    steps: [],
    changed: {},
    problems,
    notices,
    stopped: cells.compared === 0,
    message: text(`${message.zh}${words.zh}`, `${message.en} ${words.en}`),
    results: {
      ...cells,
      counts,
      judges: judges.map((judge) => ({ ...judge, name: nameOf.get(judge.judgeId) ?? judge.judgeId })),
    },
  };
}
