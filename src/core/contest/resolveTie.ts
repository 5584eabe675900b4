// Carries out what people chose for ties across the lines of the awards. Draws lots from a recorded seed only, never by chance.
import type { ContestRules } from './contest';
import type { TieResolution } from './tieChoice';
import { RESERVE_PLACES, cutOff, type LineChoice } from './cutOff';
import type { Standing } from './standing';
import { tiersOf } from './tiers';

/** What a committee said about ties at the award lines, before they are known to stand. */
export interface Resolution {
  /** For the first tied line that `ties` does not name. */
  readonly choice?: TieResolution;
  /** By name of the tier at whose line the tie stands. */
  readonly ties?: Readonly<Record<string, TieResolution>>;
  /** For lots: the recorded seed, e.g. the committee's minute number. Gives the same draw whenever it is used again. */
  readonly seed?: string;
  /** For lots that were drawn by hand before witnesses: the entryIds that were drawn. Goes before `seed`. */
  readonly drawn?: readonly string[];
}

/** The resolution as an answer for each line; null at a line for which nothing was chosen. */
export function lineChoice(rules: ContestRules, resolution: Resolution): LineChoice {
  const tiers = tiersOf(rules);
  let answered: number | null = null;
  return (line, contested, seats) => {
    const named = resolution.ties?.[tiers[line]?.name ?? ''];
    if (named === undefined && (answered ?? line) !== line) return null;
    const choice = named ?? resolution.choice;
    if (choice === undefined) return null;
    if (named === undefined) answered = line;
    return chosen(contested, seats, { ...resolution, choice });
  };
}

/**
 * The standings with the ties decided; ranks stay as they are, only decisions change. 'more' awards all contested entries,
 * 'fewer' none of them, 'lots' as many as there are seats; who goes without comes first for the next tier, below the last line first in reserve.
 * Without a tie the standings come back as they are; a line for which nothing was chosen stays open. Throws RangeError for lots with neither
 * seed nor drawn entries, or when these are not among the contested ones or not as many as the seats.
 */
export function resolveTie(
  standings: readonly Standing[],
  rules: ContestRules,
  resolution: Resolution,
  reservePlaces = RESERVE_PLACES,
): Standing[] {
  const eligible = standings.filter((standing) => standing.decision !== 'ineligible');
  const tiers = tiersOf(rules);
  if (cutOff(eligible, tiers, reservePlaces).contested.length === 0) return [...standings];
  const cut = cutOff(eligible, tiers, reservePlaces, lineChoice(rules, resolution));
  return standings.map((standing) => {
    const decision = cut.decisionOf.get(standing.entryId);
    if (decision === undefined) return standing;
    const { tier: _before, ...same } = standing;
    const tier = tiers[cut.tierOf.get(standing.entryId) ?? -1];
    return { ...same, decision, ...(rules.tiers && tier && { tier: tier.name }) };
  });
}

/**
 * Lots by seed: the entries in the order in which they are drawn. Depends on the seed and the ids only, not on their
 * order, so anyone can draw again and check. Example: `drawLots(['E2', 'E1'], 's')` equals `drawLots(['E1', 'E2'], 's')`.
 */
export function drawLots(entryIds: readonly string[], seed: string): string[] {
  return entryIds
    .map((entryId) => ({ entryId, lot: lot(`${seed}\n${entryId}`) }))
    .sort((a, b) => a.lot - b.lot || (a.entryId < b.entryId ? -1 : 1))
    .map((item) => item.entryId);
}

function chosen(
  contested: readonly string[],
  seats: number,
  resolution: Resolution & { readonly choice: TieResolution },
): readonly string[] {
  if (resolution.choice === 'more') return contested;
  if (resolution.choice === 'fewer') return [];
  if (resolution.drawn) {
    const drawn = [...new Set(resolution.drawn)];
    if (drawn.length !== seats || drawn.some((entryId) => !contested.includes(entryId))) {
      throw new RangeError(`drawn entries must be ${seats} of ${contested.join(', ')}`);
    }
    return drawn;
  }
  if (!resolution.seed) throw new RangeError('lots need a recorded seed or the drawn entries');
  return drawLots(contested, resolution.seed).slice(0, seats);
}

/** FNV-1a with a final mix, 32 bits: spreads short texts evenly enough for a draw among a handful. */
function lot(textToSpread: string): number {
  let hash = 0x811c9dc5;
  for (const character of textToSpread) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
