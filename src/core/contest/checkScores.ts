// What is missing, wrong or odd in the scores (S-1, S-2). Changes nothing and decides nothing.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Criterion, Entry, Judge } from './contest';
import { compare, fromDecimal } from './exact';
import { expectedScore, parseScore } from './parseScore';
import type { Ballot, Contest } from './scoreTable';
import { createScoreTable, type ScoreTable } from './scoreTable';
import { scoreCellMessage } from './scoreMessages';
import { twinJudges } from './twinJudges';

interface ScoreCheck {
  /** Rows that do not count until they are mended: wrong cells, half-filled rows, a pair with two different rows. */
  readonly problems: readonly Problem[];
  /** Worth a look: entries without all scores (fewest scores first), stray scores, judges who score all alike, or as another does. */
  readonly notices: readonly Problem[];
}

/** From this many scored entries on, equal scores throughout are worth a look. */
const ALIKE_FROM = 3;

interface JudgedEntry {
  readonly entry: Entry;
  readonly ballots: readonly Ballot[];
}

/**
 * Everything worth knowing about the scores, each with table `Score_<judgeId>`, the blind number as row and what to do.
 * Ineligible entries are not asked for. Example: a judge who gave 25 of 25 everywhere → notice 'judge-all-maximum'.
 */
export function checkScores(contest: Contest): ScoreCheck {
  const table = createScoreTable(contest);
  const judged = contest.entries
    .filter((entry) => entry.eligible)
    .map((entry) => ({ entry, ballots: table.ballots(entry) }));
  const problems = table.judges.flatMap((judge, at) =>
    judged.flatMap(({ entry, ballots }) => {
      const ballot = ballots[at];
      return ballot ? rowProblems(judge, entry, ballot, contest.criteria) : [];
    }),
  );
  const notices = [
    ...missing(judged, table.judges),
    ...judged.flatMap((item) => stray(item, table.judges)),
    ...table.judges.flatMap((judge, at) => alike(judge, at, judged, contest.criteria)),
    ...twinJudges(
      table.judges,
      judged.map(({ ballots }) => ballots),
    ),
    ...repeated(table, judged),
  ];
  return { problems, notices };
}

function rowProblems(judge: Judge, entry: Entry, ballot: Ballot, criteria: readonly Criterion[]): Problem[] {
  const place = { table: `Score_${judge.judgeId}`, row: entry.blindNo };
  const who = `${judge.name}·${entry.blindNo}`;
  if (ballot.state === 'invalid' && !ballot.score) {
    return [
      {
        ...place,
        code: 'scored-twice',
        found: entry.blindNo,
        expected: text('每个编号一行', 'one row a number'),
        message: text(
          `${who}号有两行不同的评分，都不计：请只留一行。`,
          `${who} has two rows that differ, none counts: keep one of them.`,
        ),
      },
    ];
  }
  if (ballot.state !== 'invalid' && ballot.state !== 'partial') return [];
  return criteria.flatMap((criterion): Problem[] => {
    const raw = ballot.score?.scores[criterion.criterionId] ?? null;
    const parsed = parseScore(raw, criterion);
    if (parsed.kind === 'score') return [];
    const code = parsed.kind === 'missing' ? 'missing-score' : parsed.code;
    const message = scoreCellMessage(code, who, criterion);
    return [{ ...place, column: criterion.name, code, found: raw ?? '', expected: expectedScore(criterion), message }];
  });
}

/** Rows that were copied as they are: they count once, and neither counts as soon as one of them is changed. */
function repeated(table: ScoreTable, judged: readonly JudgedEntry[]): Problem[] {
  const numberOf = new Map(judged.map(({ entry: { entryId, blindNo } }) => [entryId, blindNo]));
  const judgeOf = new Map(table.judges.map((judge) => [judge.judgeId, judge.name]));
  return table.repeated.flatMap(({ judgeId, entryId }): Problem[] => {
    const [judge, blindNo] = [judgeOf.get(judgeId), numberOf.get(entryId)];
    if (judge === undefined || blindNo === undefined) return [];
    return [
      {
        code: 'repeated-row',
        table: `Score_${judgeId}`,
        row: blindNo,
        found: blindNo,
        expected: text('每个编号一行', 'one row a number'),
        message: text(
          `${judge}·${blindNo}号有两行一样的评分，现按一行计；其中一行一改，两行就都不计了：请删去一行。`,
          `${judge}·${blindNo} has two rows that are alike and count once; when one of them is changed, neither counts: delete one.`,
        ),
      },
    ];
  });
}

function missing(judged: readonly JudgedEntry[], judges: readonly Judge[]): Problem[] {
  return judged
    .map(({ entry, ballots }) => ({
      entry,
      scored: ballots.filter((ballot) => ballot.state === 'scored').length,
      due: ballots.filter((ballot) => ballot.state !== 'recused').length,
      open: judges.filter((_judge, index) => !['scored', 'recused'].includes(ballots[index]?.state ?? 'missing')),
    }))
    .filter(({ open }) => open.length > 0)
    .sort((a, b) => a.scored - b.scored || (a.entry.entryId < b.entry.entryId ? -1 : 1))
    .map(({ entry, scored, due, open }) => {
      const names = open.map((judge) => judge.name);
      return {
        code: 'missing-scores',
        table: 'Entries',
        row: entry.entryId,
        found: String(scored),
        expected: text(`${due}个评分`, `${due} scores`),
        message: text(
          `${entry.blindNo}号已评${scored}/${due}，还差：${names.join('、')}。`,
          `No. ${entry.blindNo} has ${scored} of ${due} scores; open: ${names.join(', ')}.`,
        ),
      };
    });
}

function stray({ entry, ballots }: JudgedEntry, judges: readonly Judge[]): Problem[] {
  return judges.flatMap((judge, index): Problem[] => {
    const ballot = ballots[index];
    if (!ballot?.stray) return [];
    // By the judge's unit, which somebody filled in after the score sheets were made: the sheets know of marks alone.
    const isMarked = ballot.score?.recused === true;
    return [
      {
        code: 'recused-scored',
        table: `Score_${judge.judgeId}`,
        row: entry.blindNo,
        found: judge.name,
        expected: text('回避的评委不打分', 'no score from a recused judge'),
        message: text(
          `${judge.name}应回避${entry.blindNo}号但已打分：该分保留、不计入。${isMarked ? '' : '评分表里还没有标“回避”，成绩排名还按原分显示：点“生成评分表”补上。'}`,
          `${judge.name} is recused from no. ${entry.blindNo} but scored it: the score is kept and does not count.${isMarked ? '' : ' The score sheet does not say so yet, and the ranking still shows the score: run “Make the score sheets”.'}`,
        ),
      },
    ];
  });
}

function alike(judge: Judge, at: number, judged: readonly JudgedEntry[], criteria: readonly Criterion[]): Problem[] {
  const scored = judged.flatMap(({ ballots }) => {
    const ballot = ballots[at];
    return ballot?.state === 'scored' ? [ballot] : [];
  });
  const first = scored[0]?.subtotal;
  if (
    scored.length < ALIKE_FROM ||
    !first ||
    !scored.every(({ subtotal }) => subtotal && compare(subtotal, first) === 0)
  )
    return [];
  const full = scored.every(({ score }) =>
    criteria.every((criterion) => {
      const parsed = parseScore(score?.scores[criterion.criterionId], criterion);
      return parsed.kind === 'score' && compare(fromDecimal(parsed.value), fromDecimal(criterion.maximum)) === 0;
    }),
  );
  return [
    {
      code: full ? 'judge-all-maximum' : 'judge-all-equal',
      table: `Score_${judge.judgeId}`,
      found: judge.name,
      expected: text('有区分的评分', 'scores that tell entries apart'),
      message: full
        ? text(
            `${judge.name}给${scored.length}件作品都打了满分：请核对。`,
            `${judge.name} gave full marks to all ${scored.length} entries: have a look.`,
          )
        : text(
            `${judge.name}给${scored.length}件作品的总分都相同：请核对。`,
            `${judge.name} gave the same total to all ${scored.length} entries: have a look.`,
          ),
    },
  ];
}
