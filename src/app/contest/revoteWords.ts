// Re-votes on record as sentences for the list, and whether one of them settled the line. Decides nothing.
import { cutOff } from '../../core/contest/cutOff';
import { tiersOf } from '../../core/contest/tiers';
import { decisions } from '../../core/contest/decisions';
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import { revotesOnRecord, type Revote } from '../../core/contest/revote';
import { inOrderOfActs } from '../../core/contest/ruling';
import { computeStandings } from '../../core/contest/standings';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { Campaign } from '../../workbook/campaign';
import { contestOf } from './contestSituation';

/** The re-votes that the decision could know; all of them while nothing is decided. */
export function revotesBefore(campaign: Campaign, frozen: FrozenDecision | null): Revote[] {
  if (!frozen) return revotesOnRecord(campaign.rulings);
  const ordered = inOrderOfActs(campaign.rulings);
  return revotesOnRecord(
    ordered.slice(
      0,
      ordered.findIndex(({ actId }) => actId === frozen.act.actId),
    ),
  );
}

/** Without the re-votes a tie would stand across the line, with them none does: the entries that they told apart. Else null. */
export function settledByRevote(campaign: Campaign): readonly string[] | null {
  const contest = contestOf(campaign);
  if (
    (contest.revotes ?? []).length === 0 ||
    decisions(computeStandings(contest), contest.rules, campaign.settings.reserve).kind === 'tie'
  )
    return null;
  const before = computeStandings({ ...contest, revotes: [] }).filter(({ decision }) => decision !== 'ineligible');
  const { contested } = cutOff(before, tiersOf(contest.rules), campaign.settings.reserve);
  return contested.length > 0 ? contested : null;
}

/** One sentence each: what was counted, most votes first, by whom, when and why. */
export function revoteLines(revotes: readonly Revote[], { entries }: Pick<Campaign, 'entries'>): Text[] {
  const titleOf = new Map(entries.map(({ entryId, title }) => [entryId, title]));
  return revotes.map(({ at, by, reason, votes }) => {
    const counted = [...votes]
      .sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
      .map(([entryId, count]) => ({ title: titleOf.get(entryId) ?? entryId, count }));
    const why = reason === '' ? text('', '') : text(`，理由：${reason}`, `: ${reason}`);
    return text(
      `评委对并列的${counted.map(({ title }) => `《${title}》`).join('、')}重新投票（${formatMoment(at, 'zh', 'full')}，计票${by}）：${counted.map(({ title, count }) => `《${title}》${count}票`).join('、')}${why.zh}。`,
      `The judges voted again on the tied ${counted.map(({ title }) => `“${title}”`).join(', ')} (${formatMoment(at, 'en', 'full')}, counted by ${by}): ${counted.map(({ title, count }) => `“${title}” ${count}`).join(', ')}${why.en}.`,
    );
  });
}
