// The tracker: how every unit stands for every requirement it owes, at a moment (D-1 to D-10). Reads no clock.
import { groupItems, indexById, isStanding, type Item } from '../receipts/items';
import type { Receipt } from '../receipts/receipt';
import { appliesTo } from '../requirements/appliesTo';
import { effective, type EffectiveTerms } from '../requirements/effective';
import type { Exception, Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import { MINUTE, type WallTime } from '../ground/wallTime';
import { arrivalOf, completedAt, isAccepted } from './completion';
import type { Status, TrackerRow } from './trackerRow';

/** What the tracker is worked out from. */
export interface TrackerInput {
  readonly units: readonly Unit[];
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly Exception[];
  readonly receipts: readonly Receipt[];
}

/** What names a row of the tracker. */
export interface Pair {
  readonly unitId: string;
  readonly requirementId: string;
}

/** What belongs to each pair; asked for by requirement first, of which there are few. */
type ByPair<Thing> = ReadonlyMap<string, ReadonlyMap<string, readonly Thing[]>>;

/** By requirement, then by unit. */
export function groupByPair<Thing extends Pair>(things: readonly Thing[]): ByPair<Thing> {
  const groups = new Map<string, Map<string, Thing[]>>();
  for (const thing of things) {
    const ofRequirement = groups.get(thing.requirementId) ?? new Map<string, Thing[]>();
    groups.set(thing.requirementId, ofRequirement);
    const group = ofRequirement.get(thing.unitId);
    if (group) group.push(thing);
    else ofRequirement.set(thing.unitId, [thing]);
  }
  return groups;
}

interface Standing {
  readonly completed: WallTime | null;
  readonly arrivedCompletely: boolean;
  readonly anythingArrived: boolean;
}

/** The rules of D-3, D-4, D-6 and D-7 in the order in which they decide. */
function statusOf(
  { exempt, due }: EffectiveTerms,
  { completed, arrivedCompletely, anythingArrived }: Standing,
  asOf: WallTime,
): Status {
  if (exempt) return 'exempt';
  if (completed !== null) return due === null || completed <= due ? 'onTime' : 'late';
  if (arrivedCompletely) return 'underReview';
  if (due !== null && asOf > due) return 'overdue';
  return anythingArrived ? 'incomplete' : 'pending';
}

/** D-8: started minutes after the due second. */
function minutesLate(status: Status, due: WallTime | null, completed: WallTime | null, asOf: WallTime): number {
  const end = status === 'late' ? completed : status === 'overdue' ? asOf : null;
  return end === null || due === null ? 0 : Math.ceil((end - due) / MINUTE);
}

function trackPair(
  pair: Pair,
  parts: readonly string[],
  terms: EffectiveTerms,
  items: readonly Item[],
  asOf: WallTime,
): TrackerRow {
  const arrived = items.filter((item) => arrivalOf(item) !== null);
  const accepted = items.filter(isAccepted);
  const completed = completedAt(accepted, terms.quota, parts);
  const status = statusOf(
    terms,
    {
      completed,
      arrivedCompletely: completedAt(arrived, terms.quota, parts) !== null,
      anythingArrived: arrived.length > 0,
    },
    asOf,
  );
  const present = new Set(
    arrived.flatMap(({ receipts }) => receipts.filter(isStanding).flatMap((receipt) => receipt.parts)),
  );
  return {
    ...pair,
    quota: terms.quota,
    accepted: accepted.length,
    arrived: arrived.length,
    missingParts: parts.filter((part) => !present.has(part)),
    completedAt: completed,
    due: terms.due,
    status,
    minutesLate: minutesLate(status, terms.due, completed, asOf),
  };
}

/** What most pairs are: nothing has come, or one receipt, which then is an item of its own. The same as `trackPair` finds. */
function trackOne(
  unitId: string,
  requirementId: string,
  parts: readonly string[],
  lacking: Lacking,
  terms: EffectiveTerms,
  receipt: Receipt | undefined,
  asOf: WallTime,
): TrackerRow {
  const arrived = receipt !== undefined && isStanding(receipt);
  const accepted = arrived && receipt.review === 'accepted';
  const missingParts = arrived ? lacking(receipt.parts) : parts;
  const arrivedCompletely = arrived && terms.quota <= 1 && missingParts.length === 0;
  const completed = accepted && arrivedCompletely ? receipt.receivedAt : null;
  const status = statusOf(terms, { completed, arrivedCompletely, anythingArrived: arrived }, asOf);
  return {
    unitId,
    requirementId,
    quota: terms.quota,
    accepted: accepted ? 1 : 0,
    arrived: arrived ? 1 : 0,
    missingParts,
    completedAt: completed,
    due: terms.due,
    status,
    minutesLate: minutesLate(status, terms.due, completed, asOf),
  };
}

const NOTHING: readonly Receipt[] = [];

/** The receipts that others replace, by id: chains lead through these alone. */
function correctedOf(receipts: readonly Receipt[]): ReadonlyMap<string, Receipt> {
  const replaced = new Set(receipts.flatMap(({ replaces }) => (replaces === '' ? [] : [replaces])));
  return indexById(receipts.filter(({ receiptId }) => replaced.has(receiptId)));
}

/** Which of the requirement's parts are not among these. */
type Lacking = (present: readonly string[]) => readonly string[];

/** Receipts read from a register share the list of parts that they spell alike: each list is looked through once. */
function lackingOf(parts: readonly string[]): Lacking {
  const known = new Map<readonly string[], readonly string[]>();
  return (present) => {
    let lacks = known.get(present);
    if (!lacks) known.set(present, (lacks = parts.filter((part) => !present.includes(part))));
    return lacks;
  };
}

/** How a pair stands by what was known at `asOf` (D-10). */
type Tracking = (
  requirementId: string,
  parts: readonly string[],
) => (unitId: string, terms: EffectiveTerms) => TrackerRow;

/** Made once for all pairs. */
export function trackingOf({ receipts }: TrackerInput, asOf: WallTime): Tracking {
  const receiptsOf = groupByPair(receipts);
  let byId: ReadonlyMap<string, Receipt> | undefined;
  return (requirementId, parts) => {
    const ofRequirement = receiptsOf.get(requirementId);
    const lacking = lackingOf(parts);
    return (unitId, terms) => {
      const own = ofRequirement?.get(unitId) ?? NOTHING;
      if (own.length <= 1) {
        const only = own[0];
        const known = only && only.receivedAt <= asOf ? only : undefined;
        return trackOne(unitId, requirementId, parts, lacking, terms, known, asOf);
      }
      const items = groupItems(own, (byId ??= correctedOf(receipts))).map((item) => ({
        ...item,
        receipts: item.receipts.filter(({ receivedAt }) => receivedAt <= asOf),
      }));
      return trackPair({ unitId, requirementId }, parts, terms, items, asOf);
    };
  };
}

/**
 * One row for each unit and requirement it owes, in the order of the requirements, then of the roster; linear in receipts and rows.
 * Items count once with all their corrected versions (D-9). Receipts that arrive after `asOf` do not count (D-10). Receipts of pairs
 * that nobody owes are passed over. The order of the receipts never matters.
 * Example: T1 due 7 June 18:00, one accepted receipt of 18:00:00 with all parts: status 'onTime'; of 18:00:01: 'late', 1 minute.
 */
export function trackUnits(input: TrackerInput, asOf: WallTime): TrackerRow[] {
  const track = trackingOf(input, asOf);
  const exceptionsOf = groupByPair(input.exceptions);
  const rows: TrackerRow[] = [];
  for (const requirement of input.requirements) {
    const { requirementId, parts } = requirement;
    const exceptions = exceptionsOf.get(requirementId);
    const usual = effective(requirement, { unitId: '' }, []);
    const ofUnit = track(requirementId, parts);
    for (const unit of input.units) {
      if (!appliesTo(requirement, unit)) continue;
      const own = exceptions?.get(unit.unitId);
      rows.push(ofUnit(unit.unitId, own ? effective(requirement, unit, own) : usual));
    }
  }
  return rows;
}
