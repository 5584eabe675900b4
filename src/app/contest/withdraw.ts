// Withdraw: a winner or a reserve withdraws and the next in reserve moves up, both on record. Nothing on record is erased.
import type { FrozenDecision, FrozenPlace } from '../../core/contest/frozenDecision';
import { frozenReserves, frozenWinners, nextInReserve, withFrozenDecisions } from '../../core/contest/frozenDecision';
import { sameNumber } from '../../core/contest/blindNumber';
import { frozenDecision } from '../../core/contest/frozenDecision';
import type { Ruling } from '../../core/contest/ruling';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { contestOf } from './contestSituation';
import { decisionInForce, recordAct } from './decisionRecord';
import { missingReason, missingWho } from './missingParticulars';
import { rankingObstacles } from './rankingObstacles';
import { standingRecords } from './standingRecords';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { WithdrawInput } from './withdrawJob';

export interface WithdrawResults {
  readonly withdrawn: string;
  /** entryId of the one who moves up; null: nobody is left in reserve, or the withdrawn one held no award. */
  readonly movedUp: string | null;
  readonly winners: number;
}

const means =
  (word: string) =>
  ({ entryId, blindNo }: FrozenPlace): boolean =>
    entryId === word || sameNumber(blindNo, word);

function notThere(word: string, column: string, places: readonly FrozenPlace[]): Problem {
  const known = places.map(({ blindNo }) => blindNo).join('、');
  return {
    code: 'not-in-decision',
    table: 'Decisions',
    column,
    found: word,
    expected: text(`${known} 之一`, `one of ${known}`),
    message: text(
      `“${word}”不在其中：请填 ${known} 之一（盲评号）。`,
      `“${word}” is none of them: give one of ${known} (blind numbers).`,
    ),
  };
}

function tied(places: readonly FrozenPlace[]): Problem {
  const numbers = places.map(({ blindNo }) => blindNo).join('、');
  return {
    code: 'tie-in-reserve',
    table: 'Decisions',
    found: numbers,
    expected: text('一个递补者', 'one to move up'),
    message: text(
      `候补第一位有并列：${numbers}号。请评委会决定由谁递补（next=盲评号），或写明抽签种子（seed）。`,
      `No. ${numbers} are tied for the first place in reserve: let the committee name one (next=…), or give a seed for lots.`,
    ),
  };
}

type Successor = { readonly place: FrozenPlace | null } | { readonly problem: Problem };

function successor(frozen: FrozenDecision, leaving: FrozenPlace, { next, seed }: WithdrawInput): Successor {
  if (leaving.outcome === 'reserve') return { place: null };
  const found = nextInReserve(frozen, (seed ?? '').trim() || (frozen.act.tie === 'lots' ? frozen.act.seed : ''));
  if (found.kind === 'none') return { place: null };
  const level = found.kind === 'tied' ? found.places : [found.place];
  if ((next ?? '').trim() === '')
    return found.kind === 'next' ? { place: found.place } : { problem: tied(found.places) };
  const chosen = level.find(means(next?.trim() ?? ''));
  return chosen ? { place: chosen } : { problem: notThere(next ?? '', 'next', level) };
}

/** Decides who goes and who moves up. Needs a decision on record, who withdrew it, and why. */
export function decideWithdrawal(situation: Situation, input: WithdrawInput): Decision<WithdrawResults> {
  const { campaign, snapshot, language, now } = situation;
  const frozen = decisionInForce(situation);
  const undecided: Problem[] = frozen
    ? []
    : [
        {
          code: 'not-decided',
          table: 'Decisions',
          expected: text('已记录的评定', 'a decision on record'),
          found: '',
          message: text('还没有评定：请先运行“评定”。', 'Nothing is decided yet: run “Decide” first.'),
        },
      ];
  const stopping = [
    ...undecided,
    ...missingWho(input.by),
    ...missingReason(
      input.reason,
      text('请写明退出的理由（reason），它会记入评选决定。', 'State why (reason): it is kept on record.'),
    ),
  ];
  if (!frozen || stopping.length > 0) return stop(stopping);
  const present = [...frozenWinners(frozen), ...frozenReserves(frozen)];
  const leaving = present.find(means((input.entry ?? '').trim()));
  if (!leaving) return stop([notThere(input.entry ?? '', 'entry', present)]);
  const next = successor(frozen, leaving, input);
  if ('problem' in next) return stop([next.problem]);
  const rowOf = ({ entryId, blindNo, title, rank, shown }: FrozenPlace) => ({ entryId, blindNo, title, rank, shown });
  const tiers = campaign.settings.rules.tiers ?? [];
  const lastTier = tiers.at(-1)?.name ?? '';
  const rows = [
    { ...rowOf(leaving), outcome: 'withdrawn' as const, tier: leaving.tier },
    ...(next.place ? [{ ...rowOf(next.place), outcome: 'movedUp' as const, tier: lastTier }] : []),
  ];
  const act = {
    act: 'withdraw' as const,
    by: input.by?.trim() ?? '',
    reason: input.reason?.trim() ?? '',
    seed: input.seed?.trim() ?? '',
    fingerprint: frozen.act.fingerprint,
  };
  const record = recordAct(situation, act, rows);
  if (record.problems.length > 0) return stop(record.problems);
  const after = frozenDecision([
    ...campaign.rulings,
    ...rows.map((row): Ruling => ({
      ...act,
      tie: null,
      content: '',
      votes: null,
      ...row,
      actId: record.actId,
      at: now,
    })),
  ]);
  const contest = contestOf(campaign);
  const plan =
    rankingObstacles(situation).length > 0
      ? null
      : standingsPlan({
          snapshot,
          judges: contest.judges,
          criteria: campaign.criteria,
          method: contest.rules.method,
          language,
          after: snapshot.tables['Criteria']?.sheet,
          records: standingRecords(withFrozenDecisions(computeStandings(contest), after), situation),
        });
  const winners = after ? frozenWinners(after).length : 0;
  const empty: Problem[] =
    leaving.outcome !== 'reserve' && !next.place
      ? [
          {
            code: 'no-reserve',
            table: 'Decisions',
            row: leaving.entryId,
            expected: text('候补', 'a reserve'),
            found: '',
            message: text('没有候补可以递补，名额空出一个。', 'Nobody is left in reserve: one award stays open.'),
          },
        ]
      : [];
  const upper: Problem[] =
    leaving.outcome !== 'reserve' && tiers.length > 1 && leaving.tier !== lastTier
      ? [
          {
            code: 'tier-vacant',
            table: 'Decisions',
            row: leaving.entryId,
            expected: text('名额已满的奖项', 'a tier without a vacancy'),
            found: leaving.tier,
            message: text(
              `“${leaving.tier}”空出一个名额，其他获奖者的奖项不变，递补者为“${lastTier}”：如要依次晋升，请评委会重新评定。`,
              `“${leaving.tier}” has a vacancy: nobody else’s tier changes, and who moves up gets “${lastTier}”. For everybody to move up, let the committee decide again.`,
            ),
          },
        ]
      : [];
  return {
    steps: [...record.steps, ...(plan?.steps ?? [])],
    changed: {
      Decisions: { added: rows.length, updated: 0 },
      ...(plan && plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    notices: [...upper, ...empty, ...(plan?.problems ?? [])],
    results: { withdrawn: leaving.entryId, movedUp: next.place?.entryId ?? null, winners },
    preview: {
      added: rows.map(({ entryId, title, outcome }) => ({
        table: 'Decisions',
        row: entryId,
        summary: `${title}　${outcome === 'withdrawn' ? text('退出', 'withdrawn')[language] : text('递补获奖', 'moves up')[language]}`,
      })),
      changed: plan?.changes ?? [],
      unchanged: 0,
    },
    message: text(
      `${leaving.blindNo}号《${leaving.title}》退出已记录（${record.actId}）${next.place ? `，${next.place.blindNo}号《${next.place.title}》递补获奖` : ''}；现有获奖 ${winners} 个。请重新生成获奖名单、公示和证书。`,
      `No. ${leaving.blindNo} “${leaving.title}” has withdrawn (${record.actId})${next.place ? `; no. ${next.place.blindNo} “${next.place.title}” moves up` : ''}; ${winners} winners now. Make the award list, notice and certificates again.`,
    ),
  };
}
