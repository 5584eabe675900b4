// The winners on record with what may be shown of them in public (A-3), for notice and certificates alike.
import type { Entry } from '../../core/contest/contest';
import { staysUnderAlias } from '../../core/awards/alias';
import { hasAlias, namesIn, peopleIn } from '../../core/awards/hiddenName';
import { aliasShown, peopleShown, type PublicWinner } from '../../core/awards/publicWinner';
import { prizeOf, tierNamed, tierOnRecord, tiersOf } from '../../core/contest/tiers';
import { frozenWinners } from '../../core/contest/frozenDecision';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { keptAwards } from '../contest/decisionChangeProblems';
import { decisionInForce } from '../contest/decisionRecord';

/** Of an entry that is not there any more. */
const NOBODY = { storyteller: '', alias: false } as const;

/** Whoever is behind an entry, as public lists may name them (A-3): by the alias where the category needs one, or the cell says one. */
export function publicPerson(
  entry: Pick<Entry, 'category' | 'storyteller'> | undefined,
  settings: Campaign['settings'],
): Pick<PublicWinner, 'storyteller' | 'alias'> {
  if (!entry) return NOBODY;
  const { category, storyteller } = entry;
  const alias = staysUnderAlias(category, settings);
  const shown = alias ? aliasShown : peopleShown;
  return { storyteller: shown(storyteller, settings.language), alias };
}

/** By place. Null when nothing has been decided yet. */
export function publicWinners(campaign: Campaign): PublicWinner[] | null {
  const { rules } = campaign.settings;
  const frozen = decisionInForce({ campaign });
  if (!frozen) return null;
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const entryOf = new Map(campaign.entries.map((entry) => [entry.entryId, entry]));
  const kept = keptAwards(campaign);
  return frozenWinners(frozen).map(({ entryId, rank, title, tier }) => {
    // As it was decided; of decisions that an older version recorded, as it stands now.
    const decided = kept.get(entryId);
    const entry = decided ?? entryOf.get(entryId);
    return {
      entryId,
      rank,
      tier: tierOnRecord(rules, tier),
      prize: decided?.prize ?? prizeOf(rules, tier),
      title,
      unit: nameOf.get(entry?.unitId ?? '') ?? decided?.unit ?? '',
      category: entry?.category ?? '',
      ...publicPerson(entry, campaign.settings),
    };
  });
}

/**
 * Names that no public sheet may show, titles included: those behind entries of a category under an alias, of whoever else has one, and whoever objected (A-4) unless the name stands
 * there anyway, as a storyteller's or a unit's.
 */
export function hiddenNames({ entries, objections, units, settings, kept }: Campaign): string[] {
  const behind = ({ category, storyteller }: Pick<Entry, 'category' | 'storyteller'>) =>
    staysUnderAlias(category, settings)
      ? [{ said: storyteller, hidden: true }]
      : peopleIn(storyteller).map((said) => ({ said, hidden: hasAlias(said) }));
  const shown = new Set([
    ...entries.flatMap(behind).flatMap(({ said, hidden }) => (hidden ? [] : namesIn(said))),
    ...units.flatMap(({ name }) => namesIn(name)),
  ]);
  const underAlias = [...entries, ...kept].flatMap(behind).flatMap(({ said, hidden }) => (hidden ? namesIn(said) : []));
  const objectors = objections.flatMap(({ objector }) => namesIn(objector)).filter((name) => !shown.has(name));
  return [...new Set([...underAlias, ...objectors])];
}

/** The problem of every page about winners while there is no decision on record. */
export function notDecided(): Problem {
  return {
    code: 'not-decided',
    table: 'Decisions',
    expected: text('已记录的评定', 'a decision on record'),
    found: '',
    message: text(
      '还没有评定：请先运行“评定”，名单以评定记录为准。',
      'Nothing is decided yet: run “Decide” first; the list follows the record.',
    ),
  };
}

/** Winners whose tier on record is none of today's: renamed or deleted since, so that nobody can say what they get. Never a prize of nothing in silence. */
export function unknownTiers(campaign: Campaign): Problem[] {
  const { rules } = campaign.settings;
  const frozen = decisionInForce({ campaign });
  const names = tiersOf(rules).map(({ name }) => name);
  return (frozen ? frozenWinners(frozen) : [])
    .filter(({ tier }) => tierNamed(rules, tier) === undefined)
    .map(({ entryId, blindNo, title, tier }) => ({
      code: 'unknown-tier',
      table: 'Decisions',
      row: entryId,
      column: 'tier',
      found: tier,
      expected: text(names.join('、'), names.join(', ')),
      message: text(
        `${blindNo}号《${title}》评定的奖项${tier === '' ? '没有记录' : `“${tier}”`}，在“奖项设置”里找不到：请把奖项改回原名，或重新评定。`,
        `No. ${blindNo} “${title}” was given ${tier === '' ? 'no tier' : `the tier “${tier}”`}, which is not among the award tiers: give the tier its name back, or decide again.`,
      ),
    }));
}
