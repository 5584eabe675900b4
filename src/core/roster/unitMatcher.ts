// From what somebody wrote to the unit that is meant: by equality or not at all. Knows no table and no campaign.
import { normalizeName } from './normalizeName';
import { mayBeMeant } from './offices';
import { resembles } from './resemblance';
import type { Unit } from './unit';

type MatchedBy = 'id' | 'name' | 'shortName' | 'alias';

/** What a written name means: one unit, several possible ones, or none that is known. */
export type UnitMatch =
  | { readonly kind: 'exact'; readonly unit: Unit; readonly by: MatchedBy }
  /** Several units are called so, or it only looks like these: a person has to say. In roster order. */
  | { readonly kind: 'doubtful'; readonly candidates: readonly Unit[] }
  /** Nothing is called so. `isNew`: a person says that it is a unit of its own; else it may be one of these. In roster order. */
  | { readonly kind: 'unknown'; readonly candidates: readonly Unit[]; readonly isNew: boolean };

/** What a person answers where the unit is none of the roster's. */
export const NEW_UNIT = 'new';

/** What was written → the id of the unit that is meant, or NEW_UNIT, as a person said. */
export type UnitAnswers = Readonly<Record<string, string>>;

/** Asks a roster for names, whatever their spelling; made once for many names. */
export interface UnitMatcher {
  match(raw: string): UnitMatch;
}

interface Called {
  readonly unit: Unit;
  readonly by: MatchedBy;
}

/** More would be no help. */
const MOST_NEAR = 5;
/** Different names that nobody is called: a list with more of them is not of these units, and looking for likenesses would take a minute. */
const MOST_SEARCHED = 2000;

function spellings(unit: Unit): readonly (readonly [string, MatchedBy])[] {
  const all: (readonly [string, MatchedBy])[] = [
    [unit.unitId, 'id'],
    [unit.name, 'name'],
    [unit.shortName, 'shortName'],
    ...unit.aliases.map((alias) => [alias, 'alias'] as const),
  ];
  return all.map(([spelling, by]) => [normalizeName(spelling), by] as const).filter(([spelling]) => spelling !== '');
}

/**
 * Makes a matcher over the roster. Exact only when the normalised text equals an id, name, short name or alias of one single unit;
 * what two units share is doubtful, what is merely near (a character off, contained, shortened, without 县) too.
 * Inactive units match as well: the caller decides. Units without a name never match.
 * `answers` are a person's own words: this spelling means the unit of that id, whatever else it resembles.
 * Example: `createUnitMatcher(units).match('岣嵝乡政府')` is exact, by 'name'; `.match('教育局')` is doubtful unless it is an alias.
 */
export function createUnitMatcher(units: readonly Unit[], answers: UnitAnswers = {}): UnitMatcher {
  const named = units.filter((unit) => normalizeName(unit.name) !== '');
  const spelt = named.map((unit) => ({ unit, spellings: spellings(unit) }));
  const calledSo = new Map<string, Called[]>();
  for (const { unit, spellings: own } of spelt) {
    for (const [spelling, by] of own) {
      const called = calledSo.get(spelling) ?? [];
      if (!called.some((other) => other.unit === unit)) called.push({ unit, by });
      calledSo.set(spelling, called);
    }
  }
  const known = new Map<string, UnitMatch>();
  for (const [written, unitId] of Object.entries(answers)) {
    if (unitId === NEW_UNIT) known.set(normalizeName(written), { kind: 'unknown', candidates: [], isNew: true });
    const unit = named.find((candidate) => candidate.unitId === unitId);
    if (unit) known.set(normalizeName(written), { kind: 'exact', unit, by: 'alias' });
  }

  let searched = 0;
  const unitsWith = (isLike: (spelling: string) => boolean): Unit[] =>
    spelt
      .filter(({ spellings: own }) => own.some(([spelling, by]) => by !== 'id' && isLike(spelling)))
      .map(({ unit }) => unit);

  function find(name: string): UnitMatch {
    const called = calledSo.get(name) ?? [];
    const [only] = called;
    if (only && called.length === 1) return { kind: 'exact', ...only };
    if (only) return { kind: 'doubtful', candidates: called.map(({ unit }) => unit) };
    searched += 1;
    if (searched > MOST_SEARCHED) return { kind: 'unknown', candidates: [], isNew: false };
    const candidates = unitsWith((spelling) => resembles(name, spelling));
    if (candidates.length > 0) return { kind: 'doubtful', candidates };
    const near = unitsWith((spelling) => mayBeMeant(name, spelling));
    return { kind: 'unknown', candidates: near.slice(0, MOST_NEAR), isNew: false };
  }

  return {
    match(raw) {
      const name = normalizeName(raw);
      if (name === '') return { kind: 'unknown', candidates: [], isNew: false };
      const match = known.get(name) ?? find(name);
      known.set(name, match);
      return match;
    },
  };
}

/** A matcher that is made when the first name has to be looked up. */
export function lazyMatcher(units: readonly Unit[]): () => UnitMatcher {
  let made: UnitMatcher | undefined;
  return () => (made ??= createUnitMatcher(units));
}
