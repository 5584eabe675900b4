// Puts an act on record: its rows in 评选决定, and the names that keep what was decided. Only jobs that decide need it.
import { frozenDecision } from '../../core/contest/frozenDecision';
import type { KeptPlace } from '../../core/contest/keptPlace';
import { prizeOf } from '../../core/contest/tiers';
import type { Ruling } from '../../core/contest/ruling';
import type { WallTime } from '../../core/ground/wallTime';
import { momentText } from '../../workbook/contract/cells';
import type { PlanStep } from '../../workbook/contract/plan';
import { keepAct, keepPlaces, markSince } from '../../workbook/tables/decisions/keepNames';
import type { Campaign } from '../../workbook/campaign';
import { decisionsPlan } from '../../workbook/tables/decisions/decisionsPlan';
import { nextIds } from '../../workbook/contract/edits';
import type { LaterTablePlan } from '../../workbook/contract/laterTable';
import { DECISIONS } from '../../workbook/tables/decisions/decisions';
import { rulesOf } from './contestSituation';
import type { Situation } from '../run/runJob';

/** Particulars of an act, one row of it, and its rows' common number. */
export type ActRow = Pick<Ruling, 'entryId' | 'blindNo' | 'title' | 'rank' | 'shown' | 'outcome'> &
  Partial<Pick<Ruling, 'votes' | 'tier'>>;
/** What the rows of one act share; `at` by default the moment of the job. */
export type Act = Pick<Ruling, 'act' | 'by' | 'reason' | 'fingerprint'> &
  Partial<Pick<Ruling, 'tie' | 'seed' | 'content' | 'at'>>;

/** Particulars of acts that speak of no entry, such as fixed rules or a notice. */
export const NO_ENTRY: ActRow = { entryId: '', blindNo: '', title: '', rank: null, shown: '', outcome: null };

/** Puts an act on record, a row per entry. */
export function recordAct(
  situation: Situation,
  act: Act,
  rows: readonly ActRow[],
): LaterTablePlan & { readonly actId: string } {
  const { campaign, snapshot, now, language, words } = situation;
  const [actId = 'D01'] = nextIds(
    'D',
    2,
    campaign.rulings.map((ruling) => ruling.actId),
    1,
  );
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const unitOf = new Map(campaign.entries.map(({ entryId, unitId }) => [entryId, nameOf.get(unitId) ?? '']));
  const rulings = rows.map((row): Ruling => ({
    tier: '',
    tie: null,
    seed: '',
    content: '',
    votes: null,
    at: now,
    ...act,
    ...row,
    actId,
  }));
  const plan = decisionsPlan(snapshot, rulings, (entryId) => unitOf.get(entryId) ?? '', words(DECISIONS), language);
  const kept = rulings.flatMap((ruling) => keptOf(ruling, campaign));
  const [first] = rulings;
  const particulars = first && plan.problems.length === 0 ? [keepAct(first)] : [];
  return { actId, ...plan, steps: [...plan.steps, ...keepPlaces(actId, kept), ...particulars] };
}

/** What an act decides about an entry, with all that would be printed of it now. */
function keptOf(
  { actId, entryId, outcome, tier, rank, shown, blindNo, title, unit }: Ruling,
  campaign: Campaign,
): KeptPlace[] {
  if (outcome === null) return [];
  const entry = campaign.entries.find((candidate) => candidate.entryId === entryId);
  const unitId = entry?.unitId ?? '';
  return [
    {
      actId,
      entryId,
      outcome,
      tier,
      prize: outcome === 'award' || outcome === 'movedUp' ? prizeOf(rulesOf(campaign), tier) : 0,
      rank,
      shown,
      blindNo,
      title,
      storyteller: entry?.storyteller ?? '',
      category: entry?.category ?? '',
      unitId,
      unit: unit ?? campaign.units.find((one) => one.unitId === unitId)?.name ?? '',
    },
  ];
}

/**
 * Of a decision that an older version recorded: a second record of what stands now, which says since when it holds. What was changed before cannot be known.
 * Null when there is nothing to keep.
 */
export function keepLate(
  campaign: Campaign,
  now: WallTime,
): { readonly actIds: readonly string[]; readonly steps: readonly PlanStep[] } | null {
  const frozen = frozenDecision(campaign.rulings);
  if (!frozen) return null;
  const inForce = new Set([frozen.act.actId, ...frozen.later.map(({ actId }) => actId)]);
  const kept = new Set(campaign.kept.map(({ actId }) => actId));
  const actIds = [...inForce].filter((actId) => !kept.has(actId));
  if (actIds.length === 0) return null;
  const steps = actIds.flatMap((actId) => [
    ...keepPlaces(
      actId,
      campaign.rulings.filter((ruling) => ruling.actId === actId).flatMap((ruling) => keptOf(ruling, campaign)),
    ),
    markSince(actId, momentText(now)),
  ]);
  return { actIds, steps };
}
