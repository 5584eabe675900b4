// Where the record of decisions, the entries and the prizes say something else than was decided. Knows no workbook and no words.
import type { ContestRules, Entry } from './contest';
import type { FrozenDecision } from './frozenDecision';
import type { KeptPlace } from './keptPlace';
import { inOrderOfActs, type Ruling } from './ruling';
import { prizeOf, tierNamed } from './tiers';

/** One thing that now reads differently from what was decided. */
export interface DecisionChange {
  /** record: a row of 评选决定; entry: the entry's own row; prize: the amount of its tier; tier: what its tier is called. */
  readonly in: 'record' | 'entry' | 'prize' | 'tier';
  readonly actId: string;
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  /** Key of the column; 'row' when the row is gone, twice there, or was never decided. */
  readonly column:
    | 'row'
    | 'outcome'
    | 'tier'
    | 'rank'
    | 'shown'
    | 'blindNo'
    | 'title'
    | 'storyteller'
    | 'category'
    | 'unit'
    | 'eligible'
    | 'prize';
  readonly decided: string;
  readonly now: string;
}

const RECORDED = ['outcome', 'tier', 'rank', 'shown', 'blindNo', 'title', 'unit'] as const;

const words = (value: string | number | null): string => (value === null ? '' : String(value));

/** Rows of the acts about the awards that say something of an entry, though it may be named by its number or title alone. */
function deciding(rulings: readonly Ruling[]): Ruling[] {
  return inOrderOfActs(rulings).filter(
    ({ act, entryId, blindNo, title }) => (act === 'decide' || act === 'withdraw') && entryId + blindNo + title !== '',
  );
}

function inRecord(rulings: readonly Ruling[], kept: readonly KeptPlace[]): DecisionChange[] {
  const rows = deciding(rulings);
  const keptActs = new Set(kept.map(({ actId }) => actId));
  const gone = kept.flatMap((place): DecisionChange[] => {
    const own = rows.filter(({ actId, entryId }) => actId === place.actId && entryId === place.entryId);
    const at = {
      in: 'record' as const,
      actId: place.actId,
      entryId: place.entryId,
      blindNo: place.blindNo,
      title: place.title,
    };
    const [row] = own;
    if (!row || own.length > 1) return [{ ...at, column: 'row', decided: '1', now: String(own.length) }];
    return RECORDED.filter((column) => row[column] !== undefined && words(place[column]) !== words(row[column])).map(
      (column) => ({ ...at, column, decided: words(place[column]), now: words(row[column] ?? '') }),
    );
  });
  // Acts of before this was kept have nothing to be held against.
  const first = kept.length > 0 ? rows.findIndex(({ actId }) => keptActs.has(actId)) : rows.length;
  const typed = rows
    .slice(Math.max(0, first))
    .filter(({ actId, entryId }) => !kept.some((place) => place.actId === actId && place.entryId === entryId));
  return [
    ...gone,
    ...typed.map((row): DecisionChange => ({
      in: 'record',
      actId: row.actId,
      entryId: row.entryId,
      blindNo: row.blindNo,
      title: row.title,
      column: 'row',
      decided: '0',
      now: '1',
    })),
  ];
}

/** The latest that was kept of each entry that holds an award or is in reserve. */
export function keptNow(frozen: FrozenDecision, kept: readonly KeptPlace[]): KeptPlace[] {
  const acts = [frozen.act.actId, ...new Set(frozen.later.map(({ actId }) => actId))];
  const latest = new Map<string, KeptPlace>();
  for (const actId of acts) for (const place of kept) if (place.actId === actId) latest.set(place.entryId, place);
  return [...latest.values()].filter(({ outcome }) => outcome !== 'withdrawn');
}

function inEntries(places: readonly KeptPlace[], entries: readonly Entry[]): DecisionChange[] {
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  return places.flatMap((place): DecisionChange[] => {
    const { actId, entryId, blindNo, title } = place;
    const at = { in: 'entry' as const, actId, entryId, blindNo, title };
    const entry = entryOf.get(entryId);
    if (!entry) return [{ ...at, column: 'row', decided: '1', now: '0' }];
    const pairs = [
      ['title', place.title, entry.title],
      ['storyteller', place.storyteller, entry.storyteller],
      ['category', place.category, entry.category],
      ['unit', place.unitId, entry.unitId],
      ['blindNo', place.blindNo, entry.blindNo],
      ['eligible', 'true', String(entry.eligible)],
    ] as const;
    return pairs
      .filter(([, decided, now]) => decided !== now)
      .map(([column, decided, now]) => ({ ...at, column, decided, now }));
  });
}

function inTiers(
  places: readonly KeptPlace[],
  rules: Pick<ContestRules, 'awardQuota' | 'prize' | 'tiers'>,
): DecisionChange[] {
  return places
    .filter(({ outcome }) => outcome !== 'reserve')
    .flatMap(({ actId, entryId, blindNo, title, tier, prize }): DecisionChange[] => {
      const at = { actId, entryId, blindNo, title };
      const [named, amount] = [tierNamed(rules, tier), prizeOf(rules, tier)];
      const name = named?.name ?? '';
      // Tiers that cannot be read have no names to go by.
      const isUnread = named !== undefined && name === '';
      return [
        ...(tier === '' || tier === name || isUnread
          ? []
          : [{ ...at, in: 'tier' as const, column: 'tier' as const, decided: tier, now: name }]),
        ...(amount === prize
          ? []
          : [{ ...at, in: 'prize' as const, column: 'prize' as const, decided: String(prize), now: String(amount) }]),
      ];
    });
}

/**
 * all that differs from what was decided, whatever the order of rows. Acts of which nothing was kept (older workbooks) are passed over.
 * A unit that only got another name is no change.
 */
export function decisionChanges(
  frozen: FrozenDecision | null,
  rulings: readonly Ruling[],
  kept: readonly KeptPlace[],
  entries: readonly Entry[],
  rules: Pick<ContestRules, 'awardQuota' | 'prize' | 'tiers'>,
): DecisionChange[] {
  const record = inRecord(rulings, kept);
  if (!frozen) return record;
  const places = keptNow(frozen, kept);
  return [...record, ...inEntries(places, entries), ...inTiers(places, rules)];
}
