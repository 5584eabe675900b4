// Re-vote: puts on record what the judges' new vote on the tied entries gave (R-5). It orders these alone; the decision is taken afterwards, by “Decide”.
import { decisions } from '../../core/contest/decisions';
import { withFrozenDecisions, type FrozenDecision } from '../../core/contest/frozenDecision';
import { revotesOnRecord, type Revote } from '../../core/contest/revote';
import type { Standing } from '../../core/contest/standing';
import { hasTiers } from '../../core/contest/tiers';
import { computeStandings } from '../../core/contest/standings';
import { readVotes } from '../../core/contest/voteWords';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { labelOf } from '../../workbook/contract/labels';
import { missingColumns } from '../../workbook/contract/rows';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { DECISIONS } from '../../workbook/tables/decisions/decisions';
import { keepVotes } from '../../workbook/tables/decisions/keepVotes';
import { contestOf } from './contestSituation';
import { contestFingerprint, decisionInForce } from './decisionRecord';
import { recordAct } from './recordAct';
import { missingReason } from './missingParticulars';
import { momentCalled } from '../run/namedThings';
import { rankingObstacles } from './rankingObstacles';
import { standingRecords } from './standingRecords';
import type { Decision, Situation } from '../run/runJob';
import { withStandingsMark } from './standingsMark';
import { stop } from '../run/stoppedDecision';
import { tieAtQuota } from './tieProblems';
import type { RevoteInput } from './revoteJob';

export interface RevoteResults {
  readonly actId: string;
  /** Most votes first. */
  readonly votes: readonly {
    readonly entryId: string;
    readonly blindNo: string;
    readonly title: string;
    readonly votes: number;
  }[];
  /** Entries that are still tied across the line; empty: the line is clear. */
  readonly contested: readonly string[];
}

function noTie(last: Revote | undefined): Problem {
  return {
    code: 'no-tie',
    table: 'Standings',
    found: last?.actId ?? '',
    expected: text('跨线的并列', 'a tie across the line'),
    message: last
      ? text(
          `获奖线上已没有并列（复评 ${last.actId} 已分出先后）：请用“评定”。得票登记有误的，请选“更正上次复评”并写明理由。`,
          `No tie stands across the line any more (re-vote ${last.actId} told them apart): use “Decide”. If its votes were written down wrongly, correct it with a reason.`,
        )
      : text('获奖线上没有并列，不需要重新投票。', 'No tie stands across the line: no re-vote is needed.'),
  };
}

/** Workbooks of an earlier shape have nowhere to put the votes. */
function noVotesColumn({ snapshot }: Situation): Problem[] {
  const table = snapshot.tables[DECISIONS.name];
  return table
    ? missingColumns(
        {
          ...DECISIONS,
          columns: DECISIONS.columns
            .filter(({ key }) => key === 'votes')
            .map((column) => ({ ...column, optional: false })),
        },
        table,
      )
    : [];
}

type Tie = ReturnType<typeof decisions> & { kind: 'tie' };

function tieIn(standings: readonly Standing[], situation: Situation): Tie | null {
  const { rules } = contestOf(situation.campaign);
  const decision = decisions(standings, rules, situation.campaign.settings.reserve);
  return decision.kind === 'tie' ? decision : null;
}

function missingCounter(by: string | undefined): Problem[] {
  if ((by ?? '').trim() !== '') return [];
  return [
    {
      code: 'missing-by',
      table: DECISIONS.name,
      column: 'by',
      expected: text('计票人', 'who counted'),
      found: '',
      message: text('请写明由谁计票（by）。', 'State who counted the votes (by).'),
    },
  ];
}

function inTheFuture(heldAt: WallTime, now: WallTime, found: string): Problem[] {
  if (heldAt <= now) return [];
  return [
    {
      code: 'future-vote',
      table: DECISIONS.name,
      column: 'at',
      expected: text('不晚于现在', 'not later than now'),
      found,
      message: text('投票时间还没有到：请核对。', 'The vote cannot have been held in the future: check the moment.'),
    },
  ];
}

/** What was voted on and how: `earlier` are the re-votes that stand before it, without the one that it corrects. */
interface Ballot {
  readonly heldAt: WallTime;
  readonly earlier: readonly Revote[];
  readonly standings: readonly Standing[];
  readonly seatsLeft: number;
  readonly votes: ReadonlyMap<string, number>;
  /** Most votes first. */
  readonly counted: readonly Standing[];
}

/** The votes as they were given, or what forbids the vote: only entries tied across the line, each by the judges who are not recused from it. */
function ballotOf(situation: Situation, input: RevoteInput): Ballot | readonly Problem[] {
  const { campaign, now } = situation;
  const at = momentCalled(input.at, campaign.settings.year, 'at');
  const heldAt = at.thing ?? now;
  const stopping = [
    ...rankingObstacles(situation),
    ...noVotesColumn(situation),
    ...at.problems,
    ...missingCounter(input.by),
    ...(input.again
      ? missingReason(input.reason, text('更正复评须写明理由。', 'Correcting a re-vote needs a reason.'))
      : []),
    ...inTheFuture(heldAt, now, input.at ?? ''),
  ];
  if (stopping.length > 0) return stopping;
  const contest = contestOf(campaign);
  const held = revotesOnRecord(campaign.rulings);
  const earlier = input.again ? held.slice(0, -1) : held;
  const standings = computeStandings({ ...contest, revotes: earlier });
  const tie = tieIn(standings, situation);
  if (!tie) return [noTie(held.at(-1))];
  const contested = standings.filter(({ entryId }) => tie.contested.includes(entryId));
  const reading = readVotes(
    input.votes ?? '',
    contested.map(({ entryId, blindNo, recusedJudges }) => ({
      entryId,
      blindNo,
      voters: contest.judges.length - recusedJudges.length,
    })),
  );
  if (reading.kind === 'wrong') return reading.problems;
  const { votes } = reading;
  const counted = [...contested].sort((a, b) => (votes.get(b.entryId) ?? 0) - (votes.get(a.entryId) ?? 0));
  return { heldAt, earlier, standings, seatsLeft: tie.seatsLeft, votes, counted };
}

/** More votes than the judges have when each gives one a seat. */
function manyVotes({ votes, seatsLeft }: Ballot, judges: number, actId: string): Problem[] {
  const cast = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const most = judges * seatsLeft;
  if (cast <= most) return [];
  return [
    {
      code: 'many-votes',
      table: DECISIONS.name,
      row: actId,
      found: String(cast),
      expected: text(`不多于 ${most} 票`, `at most ${most} votes`),
      message: text(
        `共 ${cast} 票，多于 ${judges} 位评委每人投 ${seatsLeft} 票的 ${most} 票：请核对是否每人可投多篇。`,
        `${cast} votes in all, more than ${most}, ${seatsLeft} for each of ${judges} judges: check whether each could vote for more.`,
      ),
    },
  ];
}

function decidedBefore(frozen: FrozenDecision | null): Problem[] {
  if (!frozen) return [];
  return [
    {
      code: 'already-decided',
      table: DECISIONS.name,
      row: frozen.act.actId,
      found: frozen.act.by,
      expected: text('尚未评定', 'no decision yet'),
      message: text(
        `已有评定 ${frozen.act.actId}：复评不自动改变名单，须重新评定。`,
        `Decision ${frozen.act.actId} is on record: the re-vote changes no list by itself, decide again.`,
      ),
    },
  ];
}

function messageOf({ counted, votes }: Ballot, after: readonly Standing[], open: Tie | null, actId: string): Text {
  const shown = (to: 'zh' | 'en'): string =>
    counted
      .map(({ entryId, blindNo }) =>
        to === 'zh' ? `${blindNo}号${votes.get(entryId)}票` : `no. ${blindNo} ${votes.get(entryId)}`,
      )
      .join(to === 'zh' ? '、' : ', ');
  const numbers = after.filter(({ entryId }) => open?.contested.includes(entryId)).map(({ blindNo }) => blindNo);
  const next = open
    ? text(
        `${numbers.join('、')}号仍并列，争 ${open.seatsLeft} 个名额：可以再投，或由评委会作其他选择`,
        `No. ${numbers.join(', ')} are still tied for ${open.seatsLeft} places: vote again, or let the committee choose otherwise`,
      )
    : text('已分出先后，下一步：评定', 'They are told apart; next: decide');
  return text(
    `复评已登记（${actId}）：${shown('zh')}。${next.zh}。`,
    `The re-vote is on record (${actId}): ${shown('en')}. ${next.en}.`,
  );
}

function recordBallot(situation: Situation, input: RevoteInput, { standings, counted, votes, heldAt }: Ballot) {
  return recordAct(
    situation,
    {
      act: 'revote',
      by: input.by?.trim() ?? '',
      reason: input.reason?.trim() ?? '',
      fingerprint: contestFingerprint(standings, situation),
      at: heldAt,
    },
    counted.map(({ entryId, blindNo, title, rank, shown }) => ({
      entryId,
      blindNo,
      title,
      rank,
      shown,
      outcome: null,
      votes: votes.get(entryId) ?? 0,
    })),
  );
}

/** Puts the vote on record and the standings in its order; lists that were decided stay as they are. */
export function decideRevote(situation: Situation, input: RevoteInput): Decision<RevoteResults> {
  const { campaign, snapshot, language } = situation;
  const ballot = ballotOf(situation, input);
  if (!('votes' in ballot)) return stop(ballot);
  const { votes, counted, earlier, heldAt } = ballot;
  const contest = contestOf(campaign);
  const record = recordBallot(situation, input, ballot);
  const { actId } = record;
  const revote: Revote = { actId, at: heldAt, by: input.by?.trim() ?? '', reason: input.reason?.trim() ?? '', votes };
  const frozen = decisionInForce(situation);
  const after = computeStandings({ ...contest, revotes: [...earlier, revote] });
  const plan = standingsPlan({
    snapshot,
    judges: contest.judges,
    criteria: campaign.criteria,
    method: contest.rules.method,
    language,
    records: standingRecords(withFrozenDecisions(after, frozen), situation),
    after: snapshot.tables['Criteria']?.sheet,
  });
  const problems = [...record.problems, ...plan.problems];
  if (problems.length > 0) return stop(problems);
  const open = tieIn(after, situation);
  const rows = counted.map(({ entryId, blindNo, title }) => ({
    entryId,
    blindNo,
    title,
    votes: votes.get(entryId) ?? 0,
  }));
  return {
    steps: withStandingsMark(situation, [...record.steps, ...plan.steps, keepVotes(actId, votes)]),
    notices: [
      ...(open ? [tieAtQuota(open, after, { voted: true, several: hasTiers(contest.rules) })] : []),
      ...manyVotes(ballot, contest.judges.length, actId),
      ...decidedBefore(frozen),
    ],
    changed: {
      Decisions: { added: rows.length, updated: 0 },
      ...(plan.added + plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    results: { actId, votes: rows, contested: open?.contested ?? [] },
    preview: {
      added: rows.map(({ entryId, blindNo, title, votes: given }) => ({
        table: DECISIONS.name,
        row: entryId,
        summary: `${labelOf('act', 'revote', language)}　${blindNo}　${title}　${given}`,
      })),
      changed: plan.changes,
      unchanged: 0,
    },
    message: messageOf(ballot, after, open, actId),
  };
}
