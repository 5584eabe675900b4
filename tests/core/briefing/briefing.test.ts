import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { briefingFigures } from '../../../src/core/briefing/briefingFigures';
import { summaryMatrix } from '../../../src/core/briefing/summaryMatrix';
import { perCent, tally } from '../../../src/core/briefing/tally';
import { computeStandings } from '../../../src/core/contest/standings';
import { PLAIN_REQUIREMENT, type Requirement } from '../../../src/core/requirements/requirement';
import { COUNTY_CATEGORIES, PLAIN_UNIT, type Category, type Unit } from '../../../src/core/roster/unit';
import { STATUSES, type Status, type TrackerRow } from '../../../src/core/tracker/trackerRow';
import { DAY, HOUR } from '../../../src/core/ground/wallTime';
import { RULES, WHOLE, entry, judge, wholeRow } from '../../support/contestFixtures';

const unit = (number: number, category: Category = 'township'): Unit => ({
  ...PLAIN_UNIT,
  unitId: `U0${number}`,
  name: `单位${number}`,
  category,
});
const requirement = (number: number, due: number | null): Requirement => ({
  ...PLAIN_REQUIREMENT,
  requirementId: `T${number}`,
  title: `事项${number}`,
  due,
});
const row = (
  unitId: string,
  requirementId: string,
  status: Status,
  due: number | null = null,
  minutesLate = 0,
): TrackerRow => ({
  unitId,
  requirementId,
  quota: 1,
  accepted: 0,
  arrived: 0,
  missingParts: [],
  completedAt: null,
  due,
  status,
  minutesLate,
});

const NOW = 100 * DAY;
const units = [unit(1), unit(2, 'park'), unit(3, 'member')];
const requirements = [requirement(1, NOW - DAY), requirement(2, NOW + DAY)];
const trackerRows = [
  row('U01', 'T1', 'onTime', NOW - DAY),
  row('U02', 'T1', 'overdue', NOW - DAY, 1440),
  row('U03', 'T1', 'exempt', NOW - DAY),
  row('U01', 'T2', 'pending', NOW + DAY),
  row('U02', 'T2', 'underReview', NOW + 2 * DAY),
  row('U03', 'T2', 'overdue', NOW - 2 * DAY, 2880),
];
const phases = [
  { name: '摸底', from: NOW - 3 * DAY, to: NOW },
  { name: '宣传', from: NOW, to: NOW + 9 * DAY },
  { name: '评审', from: NOW + HOUR, to: NOW + 5 * DAY },
  { name: '总结', from: NOW + 20 * DAY, to: NOW + 21 * DAY },
];
const figures = briefingFigures({ units, requirements, trackerRows, phases, asOf: NOW });

describe('briefingFigures', () => {
  it('counts per requirement, per category and in all, exempt ones apart', () => {
    expect(figures.total).toEqual({
      onTime: 1,
      late: 0,
      underReview: 1,
      incomplete: 0,
      overdue: 2,
      pending: 1,
      exempt: 1,
      must: 5,
      done: 1,
      rate: '20.0',
    });
    expect(figures.requirements[0]).toMatchObject({
      requirementId: 'T1',
      must: 2,
      done: 1,
      overdue: 1,
      exempt: 1,
      rate: '50.0',
    });
    expect(
      figures.categories.map(({ category, units: count, must, overdue }) => [category, count, must, overdue]),
    ).toEqual([
      ['township', 1, 2, 0],
      ['park', 1, 2, 1],
      ['member', 1, 1, 1],
    ]);
  });

  it('lists overdue units, the longest lateness first', () => {
    expect(
      figures.overdueUnits.map(({ name, minutesLate, items }) => [name, minutesLate, items.map(({ title }) => title)]),
    ).toEqual([
      ['单位3', 2880, ['事项2']],
      ['单位2', 1440, ['事项1']],
    ]);
  });

  it('knows the phases of the moment, both ends included, and the next three steps', () => {
    expect(figures.phasesNow.map(({ name }) => name)).toEqual(['摸底', '宣传']);
    expect(figures.next.map(({ kind, title, time, open }) => [kind, title, (time - NOW) / HOUR, open])).toEqual([
      ['phase', '评审', 1, 0],
      ['due', '事项2', 24, 1],
      ['due', '事项2', 48, 1],
    ]);
  });

  it('has no rate where nothing must be handed in, and no contest before there is one', () => {
    expect(tally([row('U01', 'T1', 'exempt')]).rate).toBeNull();
    expect([perCent(2897, 2898), perCent(1, 2898), perCent(0, 5), perCent(5, 5)]).toEqual([
      '99.9',
      '0.1',
      '0.0',
      '100.0',
    ]);
    expect(figures.contest).toBeNull();
  });

  it('says how far the judging is and who won', () => {
    const contestOf = (values: (string | null)[], decided = true) => {
      const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [], awardQuota: 1 };
      const standings = computeStandings({
        entries: [entry(1), entry(2)],
        judges: [judge(1), judge(2)],
        criteria: WHOLE,
        rules,
        scores: [...wholeRow(1, ['90', '91']), ...wholeRow(2, values)],
      });
      return briefingFigures({ units, requirements, trackerRows, phases, asOf: NOW, standings, rules, decided })
        .contest;
    };
    expect(contestOf(['80', null])).toMatchObject({
      entries: 2,
      ranked: 2,
      judges: 2,
      judgesDone: 1,
      decision: { kind: 'decided' },
      winners: [{ entryId: 'E001' }],
    });
    expect(contestOf(['80', null], false)?.winners).toEqual([]);
    expect(contestOf([null, null], false)).toMatchObject({
      ranked: 1,
      judgesDone: 0,
      decision: { kind: 'tooFewScored' },
      winners: [],
    });
    expect(contestOf(['90', '91'], false)).toMatchObject({ judgesDone: 2, decision: { kind: 'tie' }, winners: [] });
  });
});

describe('summaryMatrix', () => {
  it('has a status for what is owed and null for what is not', () => {
    const matrix = summaryMatrix([...units, unit(4)], requirements, trackerRows.slice(0, 5));
    expect(matrix.rows.map(({ unitId, cells }) => [unitId, cells])).toEqual([
      ['U01', ['onTime', 'pending']],
      ['U02', ['overdue', 'underReview']],
      ['U03', ['exempt', null]],
    ]);
    expect(matrix.reconciles).toBe(true);
  });

  it('does not reconcile when a row belongs to no unit of the roster', () => {
    expect(summaryMatrix(units, requirements, [...trackerRows, row('U99', 'T1', 'late')]).reconciles).toBe(false);
  });

  it('reconciles with the briefing for any state of the tracker', () => {
    const pairs = units.flatMap(({ unitId }) =>
      requirements.map(({ requirementId }) => [unitId, requirementId] as const),
    );
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...STATUSES)), { minLength: pairs.length, maxLength: pairs.length }),
        (statuses) => {
          const rows = pairs.flatMap(([unitId, requirementId], index) =>
            statuses[index] ? [row(unitId, requirementId, statuses[index])] : [],
          );
          const matrix = summaryMatrix(units, requirements, rows);
          const briefing = briefingFigures({
            units,
            requirements,
            trackerRows: [...rows].reverse(),
            phases,
            asOf: NOW,
          });
          expect(matrix.reconciles).toBe(true);
          expect(briefing.total).toEqual(matrix.total);
          expect(briefing.requirements.map(({ must, done, overdue }) => [must, done, overdue])).toEqual(
            matrix.columnTotals.map(({ must, done, overdue }) => [must, done, overdue]),
          );
          const { must, done, underReview, incomplete, overdue, pending } = briefing.total;
          expect(done + underReview + incomplete + overdue + pending).toBe(must);
          expect(briefing.categories.reduce((sum, line) => sum + line.must, 0)).toBe(must);
        },
      ),
    );
    expect(COUNTY_CATEGORIES).toHaveLength(4);
  });
});
