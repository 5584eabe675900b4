// Re-vote: puts on record what the judges' new vote on the tied entries gave (R-5). It orders these alone; the decision is taken afterwards, by “Decide”.
import { decisions } from '../../core/contest/decisions';
import { withFrozenDecisions } from '../../core/contest/frozenDecision';
import { revotesOnRecord, type Revote } from '../../core/contest/revote';
import type { Standing } from '../../core/contest/standing';
import { hasTiers } from '../../core/contest/tiers';
import { computeStandings } from '../../core/contest/standings';
import { readVotes } from '../../core/contest/voteWords';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { labelOf } from '../../workbook/contract/labels';
import { missingColumns } from '../../workbook/contract/rows';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { DECISIONS } from '../../workbook/tables/decisions/decisions';
import { contestOf } from './contestSituation';
import { contestFingerprint, decisionInForce, recordAct } from './decisionRecord';
import { missingReason } from './decide';
import { momentCalled } from '../run/namedThings';
import { rankingObstacles, standingRecords } from './rank';
import type { Decision, Situation } from '../run/runJob';
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

function tieIn(
  standings: readonly Standing[],
  situation: Situation,
): (ReturnType<typeof decisions> & { kind: 'tie' }) | null {
  const { rules } = contestOf(situation.campaign);
  const decision = decisions(standings, rules, situation.campaign.settings.reserve);
  return decision.kind === 'tie' ? decision : null;
}

/** Only the entries that are tied across the line may be voted on, each by the judges who are not recused from it. */
export function decideRevote(situation: Situation, input: RevoteInput): Decision<RevoteResults> {
  const { campaign, snapshot, now, language } = situation;
  const at = momentCalled(input.at, campaign.settings.year, 'at');
  const heldAt = at.thing ?? now;
  const stopping = [
    ...rankingObstacles(situation),
    ...noVotesColumn(situation),
    ...at.problems,
    ...((input.by ?? '').trim() === ''
      ? [
          {
            code: 'missing-by' as const,
            table: DECISIONS.name,
            column: 'by',
            expected: text('计票人', 'who counted'),
            found: '',
            message: text('请写明由谁计票（by）。', 'State who counted the votes (by).'),
          },
        ]
      : []),
    ...(input.again
      ? missingReason(input.reason, text('更正复评须写明理由。', 'Correcting a re-vote needs a reason.'))
      : []),
    ...(heldAt > now
      ? [
          {
            code: 'future-vote' as const,
            table: DECISIONS.name,
            column: 'at',
            expected: text('不晚于现在', 'not later than now'),
            found: input.at ?? '',
            message: text(
              '投票时间还没有到：请核对。',
              'The vote cannot have been held in the future: check the moment.',
            ),
          },
        ]
      : []),
  ];
  if (stopping.length > 0) return stop(stopping);

  const contest = contestOf(campaign);
  const held = revotesOnRecord(campaign.rulings);
  const standings = computeStandings({ ...contest, revotes: input.again ? held.slice(0, -1) : held });
  const tie = tieIn(standings, situation);
  if (!tie) return stop([noTie(held.at(-1))]);
  const contested = standings.filter(({ entryId }) => tie.contested.includes(entryId));
  const reading = readVotes(
    input.votes ?? '',
    contested.map(({ entryId, blindNo, recusedJudges }) => ({
      entryId,
      blindNo,
      voters: contest.judges.length - recusedJudges.length,
    })),
  );
  if (reading.kind === 'wrong') return stop(reading.problems);

  const { votes } = reading;
  const counted = [...contested].sort((a, b) => (votes.get(b.entryId) ?? 0) - (votes.get(a.entryId) ?? 0));
  const act = {
    act: 'revote' as const,
    by: input.by?.trim() ?? '',
    reason: input.reason?.trim() ?? '',
    fingerprint: contestFingerprint(standings, situation),
    at: heldAt,
  };
  const record = recordAct(
    situation,
    act,
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
  const revote: Revote = { actId: record.actId, at: heldAt, by: act.by, reason: act.reason, votes };
  const frozen = decisionInForce(situation);
  const after = computeStandings({ ...contest, revotes: [...(input.again ? held.slice(0, -1) : held), revote] });
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
  const cast = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const most = contest.judges.length * tie.seatsLeft;
  const notices: Problem[] = [
    ...(open ? [tieAtQuota(open, after, { voted: true, several: hasTiers(contest.rules) })] : []),
    ...(cast > most
      ? [
          {
            code: 'many-votes' as const,
            table: DECISIONS.name,
            row: record.actId,
            found: String(cast),
            expected: text(`不多于 ${most} 票`, `at most ${most} votes`),
            message: text(
              `共 ${cast} 票，多于 ${contest.judges.length} 位评委每人投 ${tie.seatsLeft} 票的 ${most} 票：请核对是否每人可投多篇。`,
              `${cast} votes in all, more than ${most}, ${tie.seatsLeft} for each of ${contest.judges.length} judges: check whether each could vote for more.`,
            ),
          },
        ]
      : []),
    ...(frozen
      ? [
          {
            code: 'already-decided' as const,
            table: DECISIONS.name,
            row: frozen.act.actId,
            found: frozen.act.by,
            expected: text('尚未评定', 'no decision yet'),
            message: text(
              `已有评定 ${frozen.act.actId}：复评不自动改变名单，须重新评定。`,
              `Decision ${frozen.act.actId} is on record: the re-vote changes no list by itself, decide again.`,
            ),
          },
        ]
      : []),
  ];
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
        `no. ${numbers.join(', ')} are still tied for ${open.seatsLeft} places: vote again, or let the committee choose otherwise`,
      )
    : text('已分出先后，下一步：评定', 'they are told apart; next: decide');
  return {
    steps: [...record.steps, ...plan.steps],
    notices,
    changed: {
      Decisions: { added: counted.length, updated: 0 },
      ...(plan.added + plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    results: {
      actId: record.actId,
      votes: counted.map(({ entryId, blindNo, title }) => ({
        entryId,
        blindNo,
        title,
        votes: votes.get(entryId) ?? 0,
      })),
      contested: open?.contested ?? [],
    },
    preview: {
      added: counted.map(({ entryId, blindNo, title }) => ({
        table: DECISIONS.name,
        row: entryId,
        summary: `${labelOf('act', 'revote', language)}　${blindNo}　${title}　${votes.get(entryId)}`,
      })),
      changed: plan.changes,
      unchanged: 0,
    },
    message: text(
      `复评已登记（${record.actId}）：${shown('zh')}。${next.zh}。`,
      `The re-vote is on record (${record.actId}): ${shown('en')}. ${next.en[0]?.toUpperCase()}${next.en.slice(1)}.`,
    ),
  };
}
