// What the award list is made of: the decision on record where there is one, else today's scores with the committee's choice for ties.
import type { Award, AwardList } from '../../core/awards/awardList';
import { awardList } from '../../core/awards/awardList';
import { decisions, type TieOption } from '../../core/contest/decisions';
import type { TieChoice } from '../../core/contest/tieChoice';
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import { frozenReserves, frozenWinners, withFrozenDecisions } from '../../core/contest/frozenDecision';
import { readLineChoices, type LineChoices } from '../../core/contest/lineChoices';
import { resolveTie } from '../../core/contest/resolveTie';
import type { Standing } from '../../core/contest/standing';
import { budgetOf, hasTiers, prizeOf, tierOnRecord } from '../../core/contest/tiers';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { contestOf } from '../contest/contestSituation';
import { keptAwards } from '../contest/decisionChangeProblems';
import { unbrokenTies } from '../contest/rankingObstacles';
import { revotesBefore, settledByRevote } from '../contest/revoteWords';
import { resolutionOf, revoteNeeded, strayTies, tieAtQuota, type TieInput } from '../contest/tieProblems';
import type { Situation } from '../run/runJob';

/** How a tie across a line was settled, as the list prints it. */
export interface SettledTie {
  readonly choice: TieChoice;
  /** entryIds; empty where ties at several lines were settled: `lines` says how. */
  readonly contested: readonly string[];
  readonly reason: string;
  /** By name of the tier. */
  readonly lines?: LineChoices;
}

/** What the list of winners is made from: the record where there is one, else the standings of now. */
export interface AwardsSource {
  readonly kind: 'source';
  readonly standings: readonly Standing[];
  readonly list: AwardList;
  readonly tie: SettledTie | null;
  readonly seed: string | undefined;
  /** What the one who asked should know. */
  readonly notices: readonly Problem[];
}

export type AwardsSourcing =
  | AwardsSource
  /** `options`: what the committee may choose from. */
  | { readonly kind: 'stopped'; readonly problems: readonly Problem[]; readonly options?: readonly TieOption[] };

/** The decision stands whatever the scores say now. */
export function fromRecord(
  frozen: FrozenDecision,
  computed: readonly Standing[],
  situation: Situation,
  { tie }: TieInput,
): AwardsSource {
  return {
    kind: 'source',
    standings: withFrozenDecisions(computed, frozen),
    list: frozenList(frozen, situation),
    tie: frozenTie(frozen, situation.campaign),
    seed: frozen.act.seed,
    notices: tie === undefined ? [] : [onRecord(frozen, tie)],
  };
}

/** Nothing is decided yet: the scores decide, and at a tied line the committee. */
export function fromScores(computed: readonly Standing[], { campaign }: Situation, input: TieInput): AwardsSourcing {
  const { rules } = contestOf(campaign);
  const { reserve } = campaign.settings;
  const obstacles = [...unbrokenTies(computed, rules), ...strayTies(input, rules)];
  if (obstacles.length > 0) return { kind: 'stopped', problems: obstacles };
  const ranked = computed.filter(({ rank }) => rank !== null);
  const decision = decisions(ranked, rules, reserve);
  if (decision.kind !== 'tie') return plain(computed, campaign, input);
  const resolution = resolutionOf(input);
  const left = decisions(ranked, rules, reserve, resolution);
  if (left.kind === 'tie')
    return input.tie === 'revote'
      ? { kind: 'stopped', problems: [revoteNeeded(left, computed)] }
      : {
          kind: 'stopped',
          problems: [tieAtQuota(left, computed, { several: hasTiers(rules) })],
          options: left.choices,
        };
  const standings = resolveTie(computed, rules, resolution, reserve);
  const lines = readLineChoices(input.ties ?? '');
  const [first] = Object.values(lines);
  const reason = input.reason ?? '';
  return {
    kind: 'source',
    standings,
    list: listOf(standings, campaign),
    tie: first
      ? { choice: input.tie ?? first, contested: [], reason, lines }
      : { choice: input.tie ?? 'revote', contested: decision.contested, reason },
    seed: input.seed,
    notices: notRanked(standings),
  };
}

/** No tie stands across any line. */
function plain(computed: readonly Standing[], campaign: Campaign, { tie, seed }: TieInput): AwardsSource {
  const settled = revoteTie(campaign);
  return {
    kind: 'source',
    standings: computed,
    list: listOf(computed, campaign),
    tie: settled,
    seed,
    notices: [...notRanked(computed), ...(tie !== undefined && tie !== settled?.choice ? [noTie(tie)] : [])],
  };
}

function listOf(standings: readonly Standing[], campaign: Campaign): AwardList {
  return awardList(
    standings.filter(({ rank }) => rank !== null),
    contestOf(campaign).rules,
  );
}

/** The list by the decision on record: places and scores as they were then. */
function frozenList(frozen: FrozenDecision, { campaign }: Situation): Extract<AwardList, { kind: 'decided' }> {
  const { rules } = contestOf(campaign);
  const kept = keptAwards(campaign);
  const unitOf = new Map([...campaign.entries, ...kept.values()].map(({ entryId, unitId }) => [entryId, unitId]));
  const listed = (places: ReturnType<typeof frozenWinners>): Omit<Award, 'prize' | 'tier'>[] =>
    places.map(({ entryId, blindNo, title, rank, shown }) => ({
      entryId,
      blindNo,
      title,
      shown,
      rank: rank ?? 0,
      unitId: unitOf.get(entryId) ?? '',
      tied: frozen.places.filter((other) => other.rank === rank).length > 1,
    }));
  const winners = frozenWinners(frozen);
  const awards = listed(winners).map((award, index) => {
    const tier = winners[index]?.tier ?? '';
    const prize = kept.get(award.entryId)?.prize ?? prizeOf(rules, tier);
    return { ...award, tier: tierOnRecord(rules, tier), prize };
  });
  const total = awards.reduce((sum, { prize }) => sum + prize, 0);
  return {
    kind: 'decided',
    awards,
    reserve: listed(frozenReserves(frozen)),
    total,
    overBudget: total - budgetOf(rules),
    seatsLeft: Math.max(rules.awardQuota - awards.length, 0),
  };
}

function notRanked(standings: readonly Standing[]): Problem[] {
  return standings
    .filter(({ rank, decision }) => rank === null && decision === 'undecided')
    .map(({ entryId, blindNo, count }) => ({
      code: 'not-ranked',
      table: 'Standings',
      row: entryId,
      found: String(count),
      expected: text('足够的有效评分', 'enough scores'),
      message: text(
        `${blindNo}号评分不足，仍待定，不在名单中：补齐评分后名单可能变化。`,
        `No. ${blindNo} lacks scores and is undecided: the list may change once it has them.`,
      ),
    }));
}

/** The tie that a re-vote settled; its own line on the list says how. */
function revoteTie(campaign: Campaign): SettledTie | null {
  const contested = settledByRevote(campaign);
  return contested && { choice: 'revote', contested, reason: revotesBefore(campaign, null).at(-1)?.reason ?? '' };
}

/** The tie that the decision on record resolved: those at the line's rank, or those that a re-vote told apart. */
export function frozenTie(frozen: FrozenDecision, campaign: Campaign): SettledTie | null {
  const { act, places } = frozen;
  const named = readLineChoices(act.content);
  const [first] = Object.values(named);
  if (first) return { choice: act.tie ?? first, contested: [], reason: act.reason, lines: named };
  if (!act.tie) return null;
  const last = revotesBefore(campaign, frozen).at(-1);
  if (act.tie === 'revote')
    return { choice: 'revote', contested: [...(last?.votes.keys() ?? [])], reason: act.reason || (last?.reason ?? '') };
  const line =
    act.tie === 'fewer'
      ? places.find(({ decided }) => decided === 'reserve')?.rank
      : places.filter(({ decided }) => decided === 'award').at(-1)?.rank;
  return {
    choice: act.tie,
    contested: places.filter(({ rank }) => rank === line).map(({ entryId }) => entryId),
    reason: act.reason,
  };
}

function onRecord({ act }: FrozenDecision, choice: TieChoice): Problem {
  return {
    code: 'already-decided',
    table: 'Decisions',
    row: act.actId,
    expected: text('尚未评定', 'no decision yet'),
    found: choice,
    message: text(
      `名单以已记录的评定 ${act.actId} 为准，所给的处理方式没有用到。`,
      `The list follows decision ${act.actId} on record; the choice was not used.`,
    ),
  };
}

function noTie(choice: TieChoice): Problem {
  return {
    code: 'no-tie',
    table: 'Standings',
    expected: text('获奖线上没有并列', 'no tie across the line'),
    found: choice,
    message: text(
      '获奖线上没有并列，所给的处理方式没有用到。',
      'There is no tie across the line, so the choice was not used.',
    ),
  };
}
