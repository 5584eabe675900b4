// Rank the stories: compute standings from the score sheets and put places, decisions and reasons into 成绩排名.
import { checkScores } from '../../core/contest/checkScores';
import type { ContestRules } from '../../core/contest/contest';
import type { TieOption } from '../../core/contest/decisions';
import { decisions } from '../../core/contest/decisions';
import { explain } from '../../core/contest/explain';
import { withFrozenDecisions } from '../../core/contest/frozenDecision';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { contestCellProblems, contestOf, judgesOff, judgesWhoScore, rulesOf } from './contestSituation';
import { couldChange, couldChangeProblems, type CouldChange } from './couldChange';
import { standingsSayOtherwise } from './compareStandings';
import { decisionInForce, decisionNotices } from './decisionRecord';
import { rulesNotices } from './judgingRules';
import { titlesOnSheets } from './titlesOnSheets';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { RankInput } from './rankJob';
import { unitNames, standingRecords } from './standingRecords';
import { rankingObstacles, unbrokenTies } from './rankingObstacles';
import { withStandingsMark } from './standingsMark';

/** An entry in the standings; scores are decimal texts, so that none is rounded on the way. */
export interface RankedStory {
  readonly entryId: string;
  readonly blindNo: string;
  readonly unit: string;
  readonly title: string;
  /** Subtotal per judge; null: does not count. */
  readonly scores: Readonly<Record<string, string | null>>;
  /** Unrounded, 6 decimals; '' when undecided. */
  readonly score: string;
  /** Decimal text with the agreed decimals, half up; '' when undecided. */
  readonly shown: string;
  /** Shared means may be halves; null: it takes no place. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly decision: Standing['decision'];
  readonly why: string;
}

export interface RankResults {
  /** By place, then blind number. */
  readonly standings: readonly RankedStory[];
  readonly rules: ContestRules | null;
  /** A tie across the award quota, by entryId. */
  readonly tie: {
    readonly contested: readonly string[];
    readonly seatsLeft: number;
    readonly choices: readonly TieOption[];
  } | null;
  /** entryIds with too few scores (S-5). */
  readonly undecided: readonly string[];
  /** Who could still cross a line of the awards by open scores; none once it is decided. */
  readonly couldChange: readonly CouldChange[];
}

function differently(standings: readonly Standing[]): Problem[] {
  return standings
    .filter((standing) => standing.differently && standing.rank !== null)
    .map(({ entryId, blindNo, count }) => ({
      code: 'computed-differently',
      table: 'Standings',
      row: entryId,
      found: String(count),
      expected: text('足够去掉最高最低分的评分数', 'enough scores to trim'),
      message: text(
        `${blindNo}号只有${count}个有效评分，不去最高最低分，按平均分计。`,
        `No. ${blindNo} has only ${count} scores: plain mean, nothing trimmed.`,
      ),
    }));
}

/** Decides the whole ranking. Problems only for what forbids it; everything else that is odd about the scores is a notice. */
export function decideRanking(situation: Situation, input: RankInput = {}): Decision<RankResults> {
  if (input.aggregate !== undefined || input.method !== undefined) return trial(situation, input);
  const { campaign, snapshot, language } = situation;
  const stopping = rankingObstacles(situation);
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const computed = computeStandings(contest);
  const open = unbrokenTies(computed, contest.rules);
  if (open.length > 0) return stop(open);
  const frozen = decisionInForce(situation);
  const standings = withFrozenDecisions(computed, frozen);
  const plan = standingsPlan({
    snapshot,
    judges: judgesWhoScore(campaign),
    criteria: campaign.criteria,
    method: campaign.settings.rules.method,
    language,
    records: standingRecords(standings, situation),
    after: snapshot.tables['Criteria']?.sheet,
  });
  if (plan.problems.length > 0) return stop(plan.problems);
  const check = checkScores(contest);
  const fresh = resultsOf(computed, situation);
  const results = frozen
    ? { ...fresh, standings: rankedStories(standings, situation), tie: null, couldChange: [] }
    : fresh;
  return {
    steps: withStandingsMark(situation, plan.steps),
    changed: plan.added + plan.updated > 0 ? { Standings: { added: plan.added, updated: plan.updated } } : {},
    notices: [
      ...contestCellProblems(situation),
      ...(plan.steps.some(({ kind }) => kind === 'replaceSheet')
        ? []
        : standingsSayOtherwise(snapshot, campaign, computed, {
            problems: [...situation.cellProblems, ...check.problems],
            notices: [...judgesOff(campaign), ...check.notices],
          })),
      ...decisionNotices(computed, situation),
      ...couldChangeProblems(results.couldChange, campaign),
      ...rulesNotices(campaign, language),
      ...judgesOff(campaign),
      ...titlesOnSheets(situation),
      ...check.problems,
      ...check.notices,
      ...differently(standings),
    ],
    results,
    preview: { added: [], changed: plan.changes, unchanged: standings.length - plan.added - plan.updated },
    message: messageOf(standings, results),
  };
}

function rankedStories(standings: readonly Standing[], { campaign, language }: Situation): RankedStory[] {
  const nameOf = unitNames(campaign);
  return standings.map((standing) => ({
    entryId: standing.entryId,
    blindNo: standing.blindNo,
    unit: nameOf(standing.unitId),
    title: standing.title,
    scores: standing.subtotals,
    score: standing.score,
    shown: standing.shown,
    rank: standing.rank,
    tied: standing.tied,
    decision: standing.decision,
    why: explain(standing, standings, language),
  }));
}

function resultsOf(standings: readonly Standing[], situation: Situation): RankResults {
  const { campaign } = situation;
  const rules = rulesOf(campaign);
  const ranked = standings.filter(({ rank }) => rank !== null);
  const decision = decisions(ranked, rules, campaign.settings.reserve);
  return {
    standings: rankedStories(standings, situation),
    rules,
    tie:
      decision.kind === 'tie'
        ? { contested: decision.contested, seatsLeft: decision.seatsLeft, choices: decision.choices }
        : null,
    undecided: standings
      .filter(({ rank, decision: decided }) => rank === null && decided === 'undecided')
      .map(({ entryId }) => entryId),
    couldChange: couldChange(standings, situation),
  };
}

function messageOf(standings: readonly Standing[], { tie, undecided }: RankResults): Text {
  const ranked = standings.filter(({ rank }) => rank !== null).length;
  const waiting =
    undecided.length > 0
      ? text(`，${undecided.length} 个评分不足待定`, `, ${undecided.length} undecided for want of scores`)
      : text('', '');
  if (tie) {
    const numbers = standings.filter(({ entryId }) => tie.contested.includes(entryId)).map(({ blindNo }) => blindNo);
    return text(
      `已排名 ${ranked} 件作品${waiting.zh}。获奖线上有并列：${numbers.join('、')} 号争 ${tie.seatsLeft} 个名额，请评委会决定后再生成获奖名单。`,
      `${ranked} entries ranked${waiting.en}. A tie stands across the award line: no. ${numbers.join(', ')} for ${tie.seatsLeft} places; let the committee decide before the award list is made.`,
    );
  }
  const awards = standings.filter(({ decision }) => decision === 'award').length;
  return text(
    `已排名 ${ranked} 件作品${waiting.zh}，前 ${awards} 个获奖。下一步：核对后生成获奖名单。`,
    `${ranked} entries ranked${waiting.en}; the first ${awards} win. Next: check, then make the award list.`,
  );
}

/** The ranking under other rules than the settings': the results alone, nothing to write. */
function trial(situation: Situation, { aggregate, method }: RankInput): Decision<RankResults> {
  const { settings } = situation.campaign;
  const rules = { ...settings.rules, ...(aggregate && { aggregate }), ...(method && { method }) };
  const decision = decideRanking({
    ...situation,
    campaign: { ...situation.campaign, rulings: [], settings: { ...settings, rules } },
  });
  const { message } = decision;
  return decision.stopped
    ? decision
    : {
        ...decision,
        steps: [],
        changed: {},
        preview: undefined,
        log: null,
        message: text(`试算，没有写入：${message.zh}`, `A trial, nothing was written: ${message.en}`),
      };
}
