// Withdraw: a winner or a reserve withdraws, and whoever is next in rank moves up, tier by tier (R-9). All on record; nothing on it is erased.
import type { FrozenDecision, FrozenPlace } from '../../core/contest/frozenDecision';
import { frozenReserves, frozenWinners, withFrozenDecisions } from '../../core/contest/frozenDecision';
import { sameNumber } from '../../core/contest/blindNumber';
import { frozenDecision } from '../../core/contest/frozenDecision';
import type { Ruling } from '../../core/contest/ruling';
import { computeStandings } from '../../core/contest/standings';
import { succession, type Move, type Succession } from '../../core/contest/succession';
import { hasTiers, tiersOf } from '../../core/contest/tiers';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { contestOf } from './contestSituation';
import { changesSinceDecision } from './decisionChangeProblems';
import { decisionInForce } from './decisionRecord';
import { recordAct } from './recordAct';
import { missingReason, missingWho } from './missingParticulars';
import { rankingObstacles } from './rankingObstacles';
import { standingRecords } from './standingRecords';
import type { Decision, Situation } from '../run/runJob';
import { withStandingsMark } from './standingsMark';
import { stop } from '../run/stoppedDecision';
import type { WithdrawInput } from './withdrawJob';

export interface WithdrawResults {
  readonly withdrawn: string;
  /** entryId of the one who moves up; null: nobody is left in reserve, or the withdrawn one held no award. */
  readonly movedUp: string | null;
  /** Every tier that changes hands, best first; `from` '' = from the reserve, tiers '' where there are no named ones. */
  readonly moves: readonly { readonly entryId: string; readonly from: string; readonly to: string }[];
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

/** “候补第一位”, or “二等奖” whose best would move up. */
function tied({ level, from, to }: Extract<Succession, { kind: 'tied' }>): Problem {
  const numbers = level.map(({ blindNo }) => blindNo).join('、');
  const how = text(
    '请评委会决定由哪一篇递补（填盲评号），或写明抽签种子。',
    'let the committee name one by its number, or give a seed for lots.',
  );
  if (from === null)
    return {
      code: 'tie-in-reserve',
      table: 'Decisions',
      found: numbers,
      expected: text('一个递补者', 'one to move up'),
      message: text(
        `候补第一位有并列：${numbers}号，由谁递补${how.zh}`,
        `No. ${numbers} are tied for the first place in reserve: ${how.en}`,
      ),
    };
  return {
    code: 'tie-below-tier',
    table: 'Decisions',
    found: numbers,
    expected: text(`一个升为“${to}”的`, `one to move up to “${to}”`),
    message: text(
      `“${to}”空出一个名额，“${from}”的第一位有并列：${numbers}号，由谁晋升${how.zh}`,
      `“${to}” has a vacancy, and no. ${numbers} are tied for the first place of “${from}”: ${how.en}`,
    ),
  };
}

const wordsIn = (next: string | undefined): string[] => (next ?? '').split(/[、,，;；\s]+/).filter(Boolean);

/** Who moves where, or why nobody can be named. */
function successors(
  frozen: FrozenDecision,
  leaving: FrozenPlace,
  { next, seed }: WithdrawInput,
  { campaign }: Situation,
): Extract<Succession, { kind: 'settled' }> | Problem {
  const words = wordsIn(next);
  const given = (seed ?? '').trim() || (frozen.act.tie === 'lots' ? frozen.act.seed : '');
  const named = (level: readonly FrozenPlace[]): FrozenPlace | undefined => {
    const meant = level.filter((place) => words.some((word) => means(word)(place)));
    return meant.length === 1 ? meant[0] : undefined;
  };
  const found = succession(frozen, leaving, tiersOf(campaign.settings.rules), named, given);
  const up = found.moves.map(({ place }) => place);
  const level = found.kind === 'tied' ? found.level : up;
  const stray = words.find((word) => ![...up, ...level].some(means(word)));
  if (stray !== undefined && level.length > 0) return notThere(stray, 'next', level);
  return found.kind === 'tied' ? tied(found) : found;
}

function obstacles(frozen: FrozenDecision | null, { by, reason }: WithdrawInput): Problem[] {
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
  return [
    ...undecided,
    ...missingWho(by),
    ...missingReason(
      reason,
      text('请写明退出的理由（reason），它会记入评选决定。', 'State why (reason): it is kept on record.'),
    ),
  ];
}

const rowOf = ({ entryId, blindNo, title, rank, shown }: FrozenPlace) => ({ entryId, blindNo, title, rank, shown });

/** Who leaves, who comes in from the reserve, and who goes from one tier to another: a row each. */
function rowsOf(leaving: FrozenPlace, moves: readonly Move[]) {
  return [
    { ...rowOf(leaving), outcome: 'withdrawn' as const, tier: leaving.tier },
    ...moves.map(({ place, from, to }) => ({
      ...rowOf(place),
      outcome: from === null ? ('movedUp' as const) : ('award' as const),
      tier: to,
    })),
  ];
}

/** “由二等奖升为一等奖”, “递补获奖”, “递补为三等奖”. */
function moveWords({ from, to }: Move): Text {
  if (from !== null) return text(`由“${from}”升为“${to}”`, `moves up from “${from}” to “${to}”`);
  return to === '' ? text('递补获奖', 'moves up') : text(`递补为“${to}”`, `moves up to “${to}”`);
}

/** What people should know of the seats: one that stays open, or one that was more than there are and is not filled again. */
function seatNotices(leaving: FrozenPlace, { moves, open }: Extract<Succession, { kind: 'settled' }>): Problem[] {
  if (leaving.outcome === 'reserve') return [];
  const at = { table: 'Decisions', row: leaving.entryId } as const;
  if (open !== null)
    return [
      {
        ...at,
        code: 'no-reserve',
        expected: text('候补', 'a reserve'),
        found: open,
        message: text(
          `没有候补可以递补，${open === '' ? '名额' : `“${open}”`}空出一个。`,
          `Nobody is left in reserve: one award${open === '' ? '' : ` of “${open}”`} stays open.`,
        ),
      },
    ];
  if (moves.length > 0) return [];
  return [
    {
      ...at,
      code: 'no-vacancy',
      expected: text('名额空出', 'a vacancy'),
      found: leaving.tier,
      message: text(
        `${leaving.tier === '' ? '获奖者' : `“${leaving.tier}”`}因并列多于名额，退出后名额仍满：没有人递补。`,
        `A tie had given ${leaving.tier === '' ? 'more awards' : `“${leaving.tier}” more awards`} than there are seats, which are still all taken: nobody moves up.`,
      ),
    },
  ];
}

/** Decides who goes and who moves up. Needs a decision on record, who withdrew it, and why. */
export function decideWithdrawal(situation: Situation, input: WithdrawInput): Decision<WithdrawResults> {
  const { campaign, now } = situation;
  const frozen = decisionInForce(situation);
  // Whoever moves up follows from the record as it was decided, not from what somebody typed since (R-8).
  const stopping = [...obstacles(frozen, input), ...changesSinceDecision(campaign).record];
  if (!frozen || stopping.length > 0) return stop(stopping);
  const present = [...frozenWinners(frozen), ...frozenReserves(frozen)];
  const leaving = present.find(means((input.entry ?? '').trim()));
  if (!leaving) return stop([notThere(input.entry ?? '', 'entry', present)]);
  const next = successors(frozen, leaving, input, situation);
  if ('code' in next) return stop([next]);
  const act = {
    act: 'withdraw' as const,
    by: input.by?.trim() ?? '',
    reason: input.reason?.trim() ?? '',
    seed: input.seed?.trim() ?? '',
    fingerprint: frozen.act.fingerprint,
  };
  const rows = rowsOf(leaving, next.moves);
  const record = recordAct(situation, act, rows);
  if (record.problems.length > 0) return stop(record.problems);
  const { actId } = record;
  const added = rows.map((row): Ruling => ({ ...act, tie: null, content: '', votes: null, ...row, actId, at: now }));
  const after = frozenDecision([...campaign.rulings, ...added]);
  const plan = standingsAfter(after, situation);
  return {
    steps: plan ? withStandingsMark(situation, [...record.steps, ...plan.steps]) : record.steps,
    changed: {
      Decisions: { added: rows.length, updated: 0 },
      ...(plan && plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    ...toldOf(leaving, next, plan, { actId, winners: after ? frozenWinners(after).length : 0, situation }),
  };
}

/** What is said of the act: who goes, who moves up, seats that stay empty. Where there is but one tier its name says nothing. */
function toldOf(
  leaving: FrozenPlace,
  next: Extract<Succession, { kind: 'settled' }>,
  plan: ReturnType<typeof standingsAfter>,
  { actId, winners, situation }: { readonly actId: string; readonly winners: number; readonly situation: Situation },
): Pick<Decision<WithdrawResults>, 'notices' | 'preview' | 'message'> & { readonly results: WithdrawResults } {
  const several = hasTiers(situation.campaign.settings.rules);
  const moves = several ? next.moves : next.moves.map((move) => ({ ...move, to: '' }));
  const said = moves.map((move) => ({ ...move.place, ...moveWords(move) }));
  return {
    notices: [
      ...seatNotices(several ? leaving : { ...leaving, tier: '' }, several ? next : { ...next, open: next.open && '' }),
      ...(plan?.problems ?? []),
    ],
    results: {
      withdrawn: leaving.entryId,
      movedUp: next.moves.find(({ from }) => from === null)?.place.entryId ?? null,
      moves: moves.map(({ place, from, to }) => ({ entryId: place.entryId, from: from ?? '', to })),
      winners,
    },
    preview: {
      added: [{ ...leaving, ...text('退出', 'withdrawn') }, ...said].map(({ entryId, title, ...words }) => ({
        table: 'Decisions',
        row: entryId,
        summary: `${title}　${words[situation.language]}`,
      })),
      changed: plan?.changes ?? [],
      unchanged: 0,
    },
    message: text(
      `${leaving.blindNo}号《${leaving.title}》退出已记录（${actId}）${said.map(({ blindNo, title, zh }) => `，${blindNo}号《${title}》${zh}`).join('')}；现有获奖 ${winners} 个。请重新生成获奖名单、公示和证书。`,
      `No. ${leaving.blindNo} “${leaving.title}” has withdrawn (${actId})${said.map(({ blindNo, title, en }) => `; no. ${blindNo} “${title}” ${en}`).join('')}; ${winners} winners now. Make the award list, notice and certificates again.`,
    ),
  };
}

/** The standings as they show the record after the act; null when nothing can be ranked. */
function standingsAfter(after: FrozenDecision | null, situation: Situation) {
  if (rankingObstacles(situation).length > 0) return null;
  const { campaign, snapshot, language } = situation;
  const contest = contestOf(campaign);
  return standingsPlan({
    snapshot,
    judges: contest.judges,
    criteria: campaign.criteria,
    method: contest.rules.method,
    language,
    after: snapshot.tables['Criteria']?.sheet,
    records: standingRecords(withFrozenDecisions(computeStandings(contest), after), situation),
  });
}
