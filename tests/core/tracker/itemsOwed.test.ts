import { describe, expect, it } from '@jest/globals';
import { itemsOwed } from '../../../src/core/tracker/itemsOwed';
import type { Receipt } from '../../../src/core/receipts/receipt';
import {
  at,
  CAMPAIGN_EXCEPTIONS,
  exception,
  receipt,
  requirement,
  T1,
  T2,
  T3,
  unitNamed,
} from '../../support/reportFixtures';

const XIDU = unitNamed('西渡镇');
const ids = (
  moment: string,
  receipts: readonly Receipt[] = [],
  requirements = [T1, T2, T3],
  exceptions = CAMPAIGN_EXCEPTIONS,
): string[] =>
  itemsOwed(XIDU, { requirements, exceptions, receipts }, at(moment)).map(
    ({ requirement: { requirementId } }) => requirementId,
  );

describe('D-12 the items that a unit may be handing in', () => {
  it('begin with the one whose due time is nearest, before or after', () => {
    expect(ids('2021-06-01 09:00')).toEqual(['T1', 'T2', 'T3']);
    expect(ids('2021-06-08 08:00')).toEqual(['T1', 'T2', 'T3']);
    expect(ids('2021-06-09 08:00')).toEqual(['T2', 'T1', 'T3']);
    expect(ids('2021-07-01 08:00')).toEqual(['T3', 'T2', 'T1']);
  });

  it('put what has arrived completely behind what is still open, reviewed or not', () => {
    const plan = receipt(1, { parts: ['方案文本'], receivedAt: at('2021-06-05 10:00') });
    expect(ids('2021-06-06 09:00', [plan])).toEqual(['T2', 'T3', 'T1']);
    expect(ids('2021-06-06 09:00', [{ ...plan, review: 'pending' }])).toEqual(['T2', 'T3', 'T1']);
    expect(ids('2021-06-06 09:00', [{ ...plan, review: 'returned' }])).toEqual(['T1', 'T2', 'T3']);
  });

  it('put what has not begun and what is never due behind the rest, and leave exempt ones out', () => {
    const later = requirement(4, { opens: at('2021-06-20 00:00'), due: at('2021-06-21 00:00') });
    const anyTime = requirement(5);
    expect(ids('2021-06-15 09:00', [], [anyTime, later, T3])).toEqual(['T3', 'T5', 'T4']);
    expect(ids('2021-06-01 09:00', [], [T1, T2], [exception({ exempt: true })])).toEqual(['T2']);
  });
});
