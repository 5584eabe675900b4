// The rows of 成绩排名: what each entry’s row says of its place and why. Ranks nobody and writes nothing.
import { explain } from '../../core/contest/explain';
import type { Standing } from '../../core/contest/standing';
import { hasTiers } from '../../core/contest/tiers';
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { labelOf } from '../../workbook/contract/labels';
import type { StandingRecord } from '../../workbook/tables/standings/standingRows';
import type { Situation } from '../run/runJob';

/** Order among entries of the same shown score, so that the live rank formula breaks ties as the rules do. */
function tieKeys(standings: readonly Standing[]): Map<string, number> {
  const keys = new Map<string, number>();
  const ranksOf = new Map<string, number[]>();
  for (const { entryId, shown, rank } of standings) {
    if (rank === null) continue;
    const ranks = ranksOf.get(shown) ?? [];
    if (!ranks.includes(rank)) ranks.push(rank);
    ranksOf.set(
      shown,
      ranks.sort((a, b) => a - b),
    );
    keys.set(entryId, rank);
  }
  return new Map(
    [...keys].map(([entryId, rank]) => [
      entryId,
      (ranksOf.get(standings.find((each) => each.entryId === entryId)?.shown ?? '') ?? []).indexOf(rank),
    ]),
  );
}

/** A unit's name by its id; '' for an id that is in no roster. */
export function unitNames({ units }: Campaign): (unitId: string) => string {
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  return (unitId) => names.get(unitId) ?? '';
}

/** “一等奖；”, where there is more than one tier. */
function tierWords({ tier }: Standing, { settings }: Campaign, language: Language): string {
  return tier && hasTiers(settings.rules) ? text(`${tier}；`, `${tier}; `)[language] : '';
}

/** The rows of 成绩排名 for these standings, in their order. */
export function standingRecords(
  standings: readonly Standing[],
  { campaign, language }: Pick<Situation, 'campaign' | 'language'>,
): StandingRecord[] {
  const nameOf = unitNames(campaign);
  const keys = tieKeys(standings);
  return standings.map((standing) => ({
    entryId: standing.entryId,
    blindNo: standing.blindNo,
    title: standing.title,
    unit: nameOf(standing.unitId),
    decision: labelOf('decision', standing.decision, language),
    tieKey: keys.get(standing.entryId) ?? 0,
    eligible: labelOf('yesNo', standing.decision === 'ineligible' ? 'no' : 'yes', language),
    why: tierWords(standing, campaign, language) + explain(standing, standings, language),
  }));
}
