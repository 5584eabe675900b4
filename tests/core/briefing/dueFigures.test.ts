// What is due, arrived and accepted; bars in tenths; issues on record.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueFigures, verdictOf } from '../../../src/core/briefing/dueFigures';
import { issueOf, issueText, readIssue, type Issue } from '../../../src/core/briefing/issues';
import { DAY } from '../../../src/core/ground/wallTime';
import { STATUSES, type TrackerRow } from '../../../src/core/tracker/trackerRow';
import { barParts } from '../../../src/workbook/sheets/briefingBars';

const NOW = 1_000_000;
const row = (status: TrackerRow['status'], due: number | null): TrackerRow => ({
  unitId: 'U01',
  requirementId: 'T1',
  quota: 1,
  accepted: 0,
  arrived: 0,
  missingParts: [],
  completedAt: null,
  due,
  status,
  minutesLate: 0,
});

describe('dueFigures', () => {
  it('counts what waits for the office as arrived, and leaves out what is not due or exempt', () => {
    const rows = [
      row('onTime', NOW - 1),
      row('late', NOW - 1),
      row('underReview', NOW - 1),
      row('overdue', NOW - 1),
      row('exempt', NOW - 1),
      row('pending', NOW + 1),
      row('onTime', null),
    ];
    expect(dueFigures(rows, NOW)).toEqual({
      due: 4,
      received: 3,
      accepted: 2,
      late: 1,
      waiting: 1,
      overdue: 1,
      receivedRate: '75.0',
      acceptedRate: '50.0',
    });
  });

  it('adds up whatever the rows', () => {
    const rows = fc.array(fc.constantFrom(...STATUSES).map((status) => row(status, NOW - 1)));
    fc.assert(
      fc.property(rows, (some) => {
        const { due, received, accepted, waiting, overdue } = dueFigures(some, NOW);
        return due === received + overdue && received === accepted + waiting;
      }),
    );
  });

  it.each([
    [0, 0, 'none'],
    [10, 10, 'good'],
    [100, 95, 'fair'],
    [100, 94, 'behind'],
    [100, 70, 'behind'],
    [100, 69, 'far'],
  ])('of %i due and %i arrived says %s', (due, received, verdict) => {
    const figures = { due, received, accepted: received, late: 0, waiting: 0, overdue: due - received };
    expect(verdictOf({ ...figures, receivedRate: null, acceptedRate: null })).toBe(verdict);
  });
});

describe('barParts', () => {
  it('fills the bar, shows every part that is there and none that is not', () => {
    const parts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).filter(([a, w, m]) => a + w + m > 0);
    fc.assert(
      fc.property(parts, ([a, w, m]) => {
        const cells = barParts(a + w + m, a, w);
        return (
          cells.reduce((sum, one) => sum + one, 0) === 10 &&
          [a, w, m].every((part, index) => part > 0 === (cells[index] ?? 0) > 0)
        );
      }),
    );
  });
});

describe('issues', () => {
  const issue = (number: number, day: number): Issue => ({
    number,
    day: day * DAY,
    due: 90,
    received: 77,
    overdueUnits: 13,
    overdueItems: 13,
  });

  it('read back as they were written', () => {
    expect(readIssue(3, issueText(issue(3, 18789)))).toEqual(issue(3, 18789));
    expect(readIssue(3, 'something else')).toBeNull();
  });

  it('keep their number on their day, and compare with the latest earlier day', () => {
    const known = [issue(1, 10), issue(2, 12)];
    expect(issueOf(12 * DAY + 3600, known)).toEqual({ number: 2, last: issue(1, 10) });
    expect(issueOf(13 * DAY, known)).toEqual({ number: 3, last: issue(2, 12) });
    expect(issueOf(11 * DAY, known)).toEqual({ number: 3, last: issue(1, 10) });
  });
});
