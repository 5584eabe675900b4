import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../../src/core/contest/contest';
import { decisionChanges } from '../../../src/core/contest/decisionChanges';
import { frozenDecision } from '../../../src/core/contest/frozenDecision';
import { keptText, readKeptPlace, type KeptPlace } from '../../../src/core/contest/keptPlace';
import type { Ruling } from '../../../src/core/contest/ruling';
import { forgetNames, keepPlaces } from '../../../src/workbook/tables/decisions/keepNames';
import { keptPlaces } from '../../../src/workbook/tables/decisions/keptNames';

const words = fc.string({
  maxLength: 300,
  unit: fc.constantFrom('a', '号', '|', '\\', '"', '\n', ' ', 'p', 'n', '&', '='),
});
const place: fc.Arbitrary<KeptPlace> = fc.record({
  actId: fc.constantFrom('D01', 'D12'),
  entryId: fc.constantFrom('E001', 'E002', 'E013'),
  outcome: fc.constantFrom('award' as const, 'reserve' as const, 'withdrawn' as const, 'movedUp' as const),
  tier: words,
  prize: fc.integer({ min: 0, max: 100_000 }),
  rank: fc.option(fc.integer({ min: 1, max: 99 })),
  shown: words,
  blindNo: words,
  title: words,
  storyteller: words,
  category: words,
  unitId: words,
  unit: words,
});

const kept = (number: number, more: Partial<KeptPlace> = {}): KeptPlace => ({
  actId: 'D01',
  entryId: `E00${number}`,
  outcome: number === 3 ? 'reserve' : 'award',
  tier: '',
  prize: number === 3 ? 0 : 1000,
  rank: number,
  shown: `9${9 - number}.00`,
  blindNo: String(number),
  title: `故事${number}`,
  storyteller: `张${number}`,
  category: '志愿者',
  unitId: `U0${number}`,
  unit: `单位${number}`,
  ...more,
});
const ruling = (place: KeptPlace): Ruling => ({
  ...place,
  act: 'decide',
  at: 1000,
  by: '评委会',
  reason: '',
  votes: null,
  tie: null,
  seed: '',
  content: '',
  fingerprint: 'f',
});
const entry = ({ entryId, blindNo, unitId, title, category, storyteller }: KeptPlace): Entry => ({
  entryId,
  blindNo,
  unitId,
  title,
  category,
  storyteller,
  eligible: true,
});
const PLACES = [kept(1), kept(2), kept(3)];
const RULES = { awardQuota: 2, prize: 1000 };

function changes(rulings: readonly Ruling[], entries = PLACES.map(entry), rules = RULES): string[] {
  return decisionChanges(frozenDecision(rulings), rulings, PLACES, entries, rules).map(
    ({ in: where, entryId, column, decided, now }) => `${where} ${entryId} ${column}: ${decided} → ${now}`,
  );
}

describe('what is kept of a decision', () => {
  it('comes back from its text, and from the names of a workbook, whatever stands in its fields', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), (places) => {
        for (const each of places) expect(readKeptPlace(keptText(each))).toEqual(each);
        const steps = keepPlaces('D01', places);
        const names = steps[0]?.kind === 'names' ? steps[0].names : {};
        expect(keptPlaces({ names })).toEqual(places);
        for (const formula of Object.values(names))
          expect((formula.match(/"(?:[^"]|"")*"/g) ?? []).every((text) => text.length - 2 <= 2 * 240)).toBe(true);
      }),
    );
  });

  it('forgets the names of some people, and nothing else', () => {
    const [step] = keepPlaces('D01', [kept(1), kept(2, { category: '康复人员' })]);
    const names = step?.kind === 'names' ? step.names : {};
    const [gone] = forgetNames({ names }, ({ category }) => category === '康复人员');
    expect(keptPlaces({ names: { ...names, ...(gone?.kind === 'names' ? gone.names : {}) } })).toEqual([
      kept(1),
      kept(2, { category: '康复人员', storyteller: '' }),
    ]);
    expect(forgetNames({ names }, () => false)).toEqual([]);
  });

  it('is nothing for a name that holds something else', () => {
    const names = { Decided_D01_1: '=Units[name]', Decided_D01_2: '="D01|E001"', Other: `="${keptText(kept(1))}"` };
    expect(keptPlaces({ names })).toEqual([]);
  });
});

describe('R-8: changes since the decision', () => {
  it('are none while record, entries and prizes stand, in any order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PLACES, { minLength: 3 }), (places) => {
        expect(changes(places.map(ruling), [...places].reverse().map(entry))).toEqual([]);
      }),
    );
  });

  it('name every cell of the record that was typed over, every row that is gone, twice there or new', () => {
    const [first, second, third] = PLACES.map(ruling) as [Ruling, Ruling, Ruling];
    expect(changes([{ ...first, outcome: 'reserve' }, second, { ...third, outcome: 'award' }])).toEqual([
      'record E001 outcome: award → reserve',
      'record E003 outcome: reserve → award',
    ]);
    expect(changes([first, { ...second, outcome: null, title: '别的' }, third])).toEqual([
      'record E002 outcome: award → ',
      'record E002 title: 故事2 → 别的',
    ]);
    expect(changes([first, third])).toEqual(['record E002 row: 1 → 0']);
    expect(changes([first, second, second, third])).toEqual(['record E002 row: 1 → 2']);
    expect(changes([first, second, third, { ...third, entryId: 'E009' }])).toEqual(['record E009 row: 0 → 1']);
    expect(changes([])).toEqual(['record E001 row: 1 → 0', 'record E002 row: 1 → 0', 'record E003 row: 1 → 0']);
  });

  it('name what became of the entries and the prize; a unit that only got another name is no change', () => {
    const rulings = PLACES.map(ruling);
    const [first, second, third] = PLACES.map(entry) as [Entry, Entry, Entry];
    expect(
      changes(rulings, [{ ...first, storyteller: '李四', unitId: 'U09' }, { ...second, eligible: false }, third]),
    ).toEqual([
      'entry E001 storyteller: 张1 → 李四',
      'entry E001 unit: U01 → U09',
      'entry E002 eligible: true → false',
    ]);
    expect(changes(rulings, [first, third])).toEqual(['entry E002 row: 1 → 0']);
    expect(changes(rulings, PLACES.map(entry), { awardQuota: 2, prize: 500 })).toEqual([
      'prize E001 prize: 1000 → 500',
      'prize E002 prize: 1000 → 500',
    ]);
  });
});
