// Rows of the tracker that outlive what they were made for (D-11). Reads no clock.
import { effective } from '../requirements/effective';
import type { WallTime } from '../ground/wallTime';
import type { TrackerRow } from './trackerRow';
import { groupByPair, trackingOf, type Pair, type TrackerInput } from './trackUnits';

/**
 * D-11: rows of pairs that nobody owes any more, all exempt; what arrived still shows. Where the requirement is gone there is no due time,
 * no quota (0), no part that could be missing.
 * Example: `trackReleased([{ unitId: 'U01', requirementId: 'T1' }], input, asOf)[0].status === 'exempt'`.
 */
export function trackReleased(pairs: readonly Pair[], input: TrackerInput, asOf: WallTime): TrackerRow[] {
  if (pairs.length === 0) return [];
  const track = trackingOf(input, asOf);
  const exceptionsOf = groupByPair(input.exceptions);
  const known = new Map(input.requirements.map((requirement) => [requirement.requirementId, requirement]));
  return pairs.map((pair) => {
    const requirement = known.get(pair.requirementId);
    const ofUnit = track(pair.requirementId, requirement?.parts ?? []);
    if (!requirement)
      return { ...ofUnit(pair.unitId, { quota: 1, due: null, exempt: true }), quota: 0, completedAt: null };
    const own = exceptionsOf.get(pair.requirementId)?.get(pair.unitId) ?? [];
    return ofUnit(pair.unitId, { ...effective(requirement, pair, own), exempt: true });
  });
}
