// Objections and the clock of the notice: what is in time, what keeps a list pending, how many working days are left.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listStatus, noticeClock, type ListStatusInput } from '../../../src/core/awards/listStatus';
import { noticeContent, noticesOnRecord, type NoticeOnRecord } from '../../../src/core/awards/noticeRecord';
import {
  objectionTiming,
  pendingObjections,
  type Objection,
  type ObjectionStatus,
} from '../../../src/core/awards/objection';
import { noticePeriod, workingDaysBetween } from '../../../src/core/awards/workingDays';
import { frozenDecision } from '../../../src/core/contest/frozenDecision';
import type { Ruling } from '../../../src/core/contest/ruling';
import { PLAIN_RULING } from '../../support/contestFixtures';
import { DAY, wallTimeFromIso, type WallTime } from '../../../src/core/ground/wallTime';

const at = (iso: string): WallTime => wallTimeFromIso(iso) ?? 0;
const HOLIDAYS = { off: new Set(['2021-06-12', '2021-06-13', '2021-06-14']), work: new Set<string>() };
const notice = (posted: string, fingerprint = 'f', days = 5): NoticeOnRecord => ({
  actId: 'D03',
  days,
  fingerprint,
  ...noticePeriod(at(posted), days, HOLIDAYS),
});
const ruling = (over: Partial<Ruling>): Ruling => ({
  actId: 'D02',
  ...PLAIN_RULING,
  act: 'decide',
  at: at('2021-06-15T09:00'),
  by: '评委会',
  ...over,
});
const objection = (over: Partial<Objection>): Objection => ({
  objectionId: 'OB01',
  receivedAt: at('2021-06-23T10:00'),
  way: 'written',
  objector: '王某某',
  entryId: 'E1',
  statement: '内容不实',
  status: 'open',
  handledBy: '',
  closedAt: null,
  ...over,
});

const decided = [
  ruling({ entryId: 'E1', rank: 1, outcome: 'award' }),
  ruling({ entryId: 'E2', rank: 2, outcome: 'reserve' }),
];
const frozen = frozenDecision(decided);

describe('the window of objections (A-5)', () => {
  it('runs from the beginning of the day of posting to the end of the last day', () => {
    const notices = [notice('2021-06-18')];
    const timing = (iso: string) => objectionTiming(at(iso), notices);
    expect(['2021-06-17T23:59:59', '2021-06-18T00:00', '2021-06-25T23:59:59', '2021-06-26T00:00'].map(timing)).toEqual([
      'early',
      'within',
      'within',
      'late',
    ]);
  });

  it('takes an objection without any notice, and one that a second notice covers', () => {
    expect(objectionTiming(at('2021-06-18'), [])).toBe('unposted');
    expect(objectionTiming(at('2021-06-29'), [notice('2021-06-18'), notice('2021-06-28')])).toBe('within');
  });
});

describe('what keeps a decided list pending', () => {
  const pending = (over: Partial<Objection>, record: readonly Ruling[] = decided) => {
    const { open, unanswered } = pendingObjections([objection(over)], frozenDecision(record));
    return [open.length, unanswered.length];
  };

  it('is every open objection, against an entry or the whole, in time or late (A-6)', () => {
    expect([pending({}), pending({ entryId: '' }), pending({ receivedAt: at('2021-07-30') })]).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect([pending({ status: 'unfounded' }), pending({ status: 'withdrawn' })]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('is a founded objection until its entry has withdrawn (A-7)', () => {
    const founded = { status: 'founded' as const, closedAt: at('2021-06-24') };
    expect(pending(founded)).toEqual([0, 1]);
    expect(
      pending(founded, [
        ...decided,
        ruling({ actId: 'D03', act: 'withdraw', entryId: 'E1', outcome: 'withdrawn', at: at('2021-06-24T12:00') }),
      ]),
    ).toEqual([0, 0]);
    expect(pending({ ...founded, entryId: 'E2' })).toEqual([0, 1]);
  });

  it('is a founded one against the whole, or for an entry that won nothing, until somebody has decided again (A-7)', () => {
    const again = [
      ...decided,
      ruling({ actId: 'D04', at: at('2021-06-25'), entryId: 'E1', rank: 1, outcome: 'award' }),
    ];
    for (const entryId of ['', 'E9', 'E1']) {
      expect(pending({ status: 'founded', entryId, closedAt: at('2021-06-24') })).toEqual([0, 1]);
      expect(pending({ status: 'founded', entryId, closedAt: at('2021-06-24') }, again)).toEqual([0, 0]);
      expect(pending({ status: 'founded', entryId, closedAt: at('2021-06-26') }, again)).toEqual([0, 1]);
    }
    expect(pending({ status: 'founded', closedAt: null }, again)).toEqual([0, 1]);
  });

  it('is nothing founded before anybody decided', () => {
    expect(pending({ status: 'founded' }, [])).toEqual([0, 0]);
  });
});

describe('the clock of the notice (A-8)', () => {
  it('counts the working days that are left, today included, by the table of holidays', () => {
    const left = (iso: string) => {
      const { state, left: days } = noticeClock(notice('2021-06-18'), at(iso), HOLIDAYS);
      return `${state} ${days}`;
    };
    expect(
      ['2021-06-18T09:00', '2021-06-21T09:00', '2021-06-23T23:59', '2021-06-25T18:00', '2021-06-26T00:00'].map(left),
    ).toEqual(['before 5', 'running 5', 'running 3', 'running 1', 'over 0']);
    expect(noticeClock(notice('2021-06-10'), at('2021-06-13'), HOLIDAYS)).toMatchObject({ state: 'running', left: 4 });
  });

  it('never gains a day as time goes on, starts with all of them and ends with none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 20 }), (day, days) => {
        const posted = at('2021-01-01') + day * DAY;
        const one: NoticeOnRecord = { actId: 'D03', fingerprint: '', days, ...noticePeriod(posted, days, HOLIDAYS) };
        const lefts = Array.from({ length: 60 }, (_, step) => noticeClock(one, posted + step * DAY, HOLIDAYS).left);
        expect(lefts[0]).toBe(days);
        expect(lefts.at(-1)).toBe(0);
        lefts.forEach((left, step) => {
          if (step > 0) expect((lefts[step - 1] ?? 0) - left === 0 || (lefts[step - 1] ?? 0) - left === 1).toBe(true);
        });
        expect(workingDaysBetween(one.first, one.last, HOLIDAYS)).toBe(days);
      }),
    );
  });

  it('reads back from the record what was put there, in either language, and passes over a line that somebody broke', () => {
    const period = noticePeriod(at('2021-06-18'), 5, HOLIDAYS);
    const act = (content: string, actId = 'D03') => ruling({ actId, act: 'notice', content, fingerprint: 'x' });
    for (const language of ['zh', 'en'] as const) {
      expect(noticesOnRecord([...decided, act(noticeContent(period, 5, language))], frozen)).toEqual([
        { ...period, days: 5, actId: 'D03', fingerprint: 'x' },
      ]);
    }
    expect(noticeContent(period, 5, 'zh')).toBe('张贴=2021-06-18；首日=2021-06-21；末日=2021-06-25；工作日=5');
    expect(noticesOnRecord([...decided, act('张贴=2021-06-18')], frozen)).toEqual([]);
    expect(noticesOnRecord([act(noticeContent(period, 5, 'zh'), 'D01'), ...decided], frozen)).toEqual([]);
  });
});

describe('how final the list is', () => {
  const base: ListStatusInput = {
    frozen,
    notices: [notice('2021-06-18')],
    fingerprint: 'f',
    objections: [],
    asOf: at('2021-06-23'),
    holidays: HOLIDAYS,
  };
  const kind = (over: Partial<ListStatusInput>) => listStatus({ ...base, ...over }).kind;

  it('goes from nothing decided to posted, running and final', () => {
    expect([
      kind({ frozen: null, notices: [] }),
      kind({ notices: [] }),
      kind({}),
      kind({ asOf: at('2021-06-26') }),
    ]).toEqual(['none', 'unposted', 'running', 'final']);
  });

  it('asks for another notice once somebody has withdrawn or moved up', () => {
    expect(listStatus({ ...base, fingerprint: 'other', asOf: at('2021-06-26') })).toMatchObject({
      kind: 'unposted',
      outdated: true,
    });
  });

  it('is never final while any objection is open, whatever the rest says (A-6)', () => {
    const status = fc.constantFrom<ObjectionStatus>('open', 'founded', 'unfounded', 'withdrawn');
    fc.assert(
      fc.property(
        fc.array(status, { maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 30 }),
        (all, posted, day) => {
          const objections = all.map((each, index) => objection({ objectionId: `OB0${index}`, status: each }));
          const result = kind({ objections, notices: posted ? base.notices : [], asOf: at('2021-06-15') + day * DAY });
          expect(result === 'pending').toBe(all.some((each) => each === 'open' || each === 'founded'));
        },
      ),
    );
  });
});
