// The record of decisions as the contest's jobs use it: what is in force, whether the scores have moved since, how an act is added.
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import { frozenDecision, frozenResolution, sinceDecision } from '../../core/contest/frozenDecision';
import type { KeptPlace } from '../../core/contest/keptPlace';
import { prizeOf } from '../../core/contest/tiers';
import { resolveTie } from '../../core/contest/resolveTie';
import type { Ruling } from '../../core/contest/ruling';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { momentText } from '../../workbook/contract/cells';
import type { PlanStep } from '../../workbook/contract/plan';
import { keepAct } from '../../workbook/tables/decisions/keptActs';
import { keepPlaces, markSince } from '../../workbook/tables/decisions/keepNames';
import type { Campaign } from '../../workbook/campaign';
import { decisionsPlan } from '../../workbook/tables/decisions/decisionsPlan';
import { nextIds } from '../../workbook/contract/edits';
import { fingerprint } from '../../workbook/contract/fingerprint';
import type { LaterTablePlan } from '../../workbook/contract/laterTable';
import { DECISIONS } from '../../workbook/tables/decisions/decisions';
import { rulesOf } from './contestSituation';
import { rulesContent } from './judgingRules';
import type { Situation } from '../run/runJob';

/** Fingerprint of the rules and of every score that counts, whatever the order of rows, judges or sheets. */
export function contestFingerprint(standings: readonly Standing[], { campaign, language }: Situation): string {
  const byId = (a: string, b: string): number => (a < b ? -1 : 1);
  const scores = [...standings]
    .sort((a, b) => byId(a.entryId, b.entryId))
    .map(({ entryId, decision, subtotals, tieBreak }) => [
      entryId,
      decision === 'ineligible',
      Object.entries(subtotals)
        .filter(([, value]) => value !== null)
        .sort(([a], [b]) => byId(a, b)),
      tieBreak.map(({ exact }) => exact),
    ]);
  return fingerprint({ rules: rulesContent(campaign, language), scores });
}

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
  { actId, entryId, outcome, tier, rank, shown, blindNo, title }: Ruling,
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
      unit: campaign.units.find((unit) => unit.unitId === unitId)?.name ?? '',
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

/** The decision in force, or null. */
export function decisionInForce({ campaign }: Pick<Situation, 'campaign'>): FrozenDecision | null {
  return frozenDecision(campaign.rulings);
}

/** Says that scores or rules moved after the decision and what would differ. The decision itself stands. */
export function decisionNotices(standings: readonly Standing[], situation: Situation): Problem[] {
  const frozen = decisionInForce(situation);
  if (!frozen || frozen.act.fingerprint === contestFingerprint(standings, situation)) return [];
  const { campaign } = situation;
  const resolution = frozenResolution(frozen);
  const now = resolution ? resolveTie(standings, rulesOf(campaign), resolution, campaign.settings.reserve) : standings;
  const { comesIn, goesOut, moved } = sinceDecision(frozen, now);
  const numbers = (ids: readonly string[]): string =>
    ids.map((id) => campaign.entries.find(({ entryId }) => entryId === id)?.blindNo ?? id).join('、');
  const lines = moved.slice(0, 5).map(({ blindNo, before, after, rankBefore, rankAfter }) => ({
    zh: `${blindNo}号 ${before}→${after || '无'}${rankBefore === rankAfter ? '' : `（第${rankBefore ?? '—'}名→第${rankAfter ?? '—'}名）`}`,
    en: `no. ${blindNo} ${before}→${after || 'none'}${rankBefore === rankAfter ? '' : ` (rank ${rankBefore ?? '—'}→${rankAfter ?? '—'})`}`,
  }));
  const zh = [
    comesIn.length + goesOut.length === 0
      ? '获奖者不变'
      : `如按现在的分数重评，${[comesIn.length > 0 ? `${numbers(comesIn)}号进入` : '', goesOut.length > 0 ? `${numbers(goesOut)}号退出` : ''].filter(Boolean).join('、')}`,
    ...(lines.length > 0
      ? [`变动：${lines.map((line) => line.zh).join('、')}${moved.length > 5 ? ` 等${moved.length}篇` : ''}`]
      : []),
  ].join('；');
  const en = [
    comesIn.length + goesOut.length === 0
      ? 'the winners would be the same'
      : `decided today, ${[comesIn.length > 0 ? `no. ${numbers(comesIn)} would come in` : '', goesOut.length > 0 ? `no. ${numbers(goesOut)} would go out` : ''].filter(Boolean).join(', ')}`,
    ...(lines.length > 0
      ? [`changed: ${lines.map((line) => line.en).join(', ')}${moved.length > 5 ? `, ${moved.length} in all` : ''}`]
      : []),
  ].join('; ');
  return [
    {
      code: 'changed-after-decision',
      table: 'Decisions',
      row: frozen.act.actId,
      found: [...comesIn, ...goesOut].join('、'),
      expected: text(frozen.act.fingerprint, frozen.act.fingerprint),
      message: text(
        `评定（${frozen.act.actId}）之后分数或规则有变动，决定不变：${zh}。`,
        `Scores or rules changed after the decision ${frozen.act.actId}, which stands: ${en}.`,
      ),
    },
  ];
}
