import { describe, expect, it } from '@jest/globals';
import { appliesTo } from '../../../src/core/requirements/appliesTo';
import { effective } from '../../../src/core/requirements/effective';
import { owed } from '../../../src/core/requirements/owed';
import { at, CAMPAIGN_UNITS, exception, requirement, T1, unit } from '../../support/reportFixtures';

describe('appliesTo', () => {
  it('means active units with a name, by category or by id', () => {
    const lesson = requirement(5, { categories: ['park'], unitIds: ['U01'] });
    expect([unit(1), unit(2), unit(3, { category: 'park' })].map((one) => appliesTo(lesson, one))).toEqual([
      true,
      false,
      true,
    ]);
    expect([unit(1, { active: false }), unit(1, { name: ' ' })].map((one) => appliesTo(lesson, one))).toEqual([
      false,
      false,
    ]);
  });
});

describe('owed', () => {
  it('pairs in the order of the requirements, then of the roster; placeholders owe nothing', () => {
    const pairs = owed(CAMPAIGN_UNITS, [requirement(2, { categories: [], unitIds: ['U36', 'U01'] }), T1]);
    expect(pairs.slice(0, 3)).toEqual([
      { unitId: 'U01', requirementId: 'T2' },
      { unitId: 'U36', requirementId: 'T2' },
      { unitId: 'U01', requirementId: 'T1' },
    ]);
    expect(pairs).toHaveLength(2 + 45);
  });
});

describe('effective', () => {
  const other = [
    exception({ unitId: 'U02', quota: 9, exempt: true }),
    exception({ requirementId: 'T2', extendedTo: at('2030-01-01 00:00') }),
  ];

  it('D-2: is the due time of the requirement without an exception of this very pair', () => {
    expect(effective(T1, unit(1), other)).toEqual({ quota: 1, due: T1.due, exempt: false });
  });

  it('D-2: is the extension where there is one, also of a requirement that has no due time', () => {
    const extension = [exception({ extendedTo: at('2021-06-09 18:00') }), ...other];
    expect(effective(T1, unit(1), extension).due).toBe(at('2021-06-09 18:00'));
    expect(effective({ ...T1, due: null }, unit(1), extension).due).toBe(at('2021-06-09 18:00'));
  });

  it('D-2: adds several exceptions up: the latest extension, the largest quota, exempt once said', () => {
    const several = [
      exception({ extendedTo: at('2021-06-12 18:00'), quota: 2 }),
      exception({ extendedTo: at('2021-06-09 18:00'), exempt: true }),
      exception({ quota: 3 }),
      exception({ quota: 1 }),
    ];
    expect(effective(T1, unit(1), several)).toEqual({ quota: 3, due: at('2021-06-12 18:00'), exempt: true });
  });

  it('never asks for less than one', () => expect(effective(T1, unit(1), [exception({ quota: 0 })]).quota).toBe(1));
});
