import { describe, expect, it } from '@jest/globals';
import { overdueList, summarizeOverdue } from '../../../src/core/tracker/overdue';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { DAY, HOUR } from '../../../src/core/ground/wallTime';
import { at, receipt, requirement, unit } from '../../support/reportFixtures';

const DUE = at('2021-06-07 18:00');
const UNITS = [unit(2), unit(1), unit(3)];
const REQUIREMENTS = [
  requirement(2, { due: DUE + DAY }),
  requirement(1, { due: DUE }),
  requirement(3, { due: DUE + DAY }),
];
const rowsAt = (asOf: number): ReturnType<typeof trackUnits> =>
  trackUnits(
    { units: UNITS, requirements: REQUIREMENTS, exceptions: [], receipts: [receipt(1, { unitId: 'U03' })] },
    asOf,
  );

describe('overdueList', () => {
  it('puts the longest first, then the order of the roster, then of the requirements', () => {
    const list = overdueList(rowsAt(DUE + 2 * DAY), UNITS, REQUIREMENTS);
    expect(list.map(({ unit: { unitId }, requirement: { requirementId } }) => `${unitId} ${requirementId}`)).toEqual([
      'U02 T1',
      'U01 T1',
      'U02 T2',
      'U02 T3',
      'U01 T2',
      'U01 T3',
      'U03 T2',
      'U03 T3',
    ]);
  });

  it('leaves out what is not overdue', () => expect(overdueList(rowsAt(DUE), UNITS, REQUIREMENTS)).toEqual([]));
});

describe('summarizeOverdue', () => {
  it('says how many units, how many items, and how long', () => {
    const rows = rowsAt(DUE + 3 * DAY + 2 * HOUR);
    expect(summarizeOverdue(rows, 'zh')).toBe('逾期 3 家 8 项，最长 3 天 2 小时');
    expect(summarizeOverdue(rows, 'en')).toBe('Overdue: 3 units, 8 items, 3 d 2 h at most');
    expect(
      summarizeOverdue(
        rows.filter(({ unitId, requirementId }) => unitId === 'U01' && requirementId === 'T1'),
        'en',
      ),
    ).toBe('Overdue: 1 unit, 1 item, 3 d 2 h at most');
  });

  it('says so when nothing is overdue', () => {
    expect(summarizeOverdue(rowsAt(DUE), 'zh')).toBe('没有逾期');
    expect(summarizeOverdue([], 'en')).toBe('Nothing is overdue');
  });
});
