import { describe, expect, it } from '@jest/globals';
import { decideReceive } from '../../../src/app/collect/receive';
import { RECEIVE } from '../../../src/app/collect/receiveJob';
import { withDefaults, type SaidOf } from '../../../src/app/run/options';
import { serialFromWallTime, wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { readCampaign } from '../../../src/workbook/campaign';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { at } from '../../support/reportFixtures';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';

type Said = SaidOf<typeof RECEIVE.options>;

const NOW = '2021-06-06T10:00';
const decide = (input: Said, snapshot = newSnapshot(), now = NOW): ReturnType<typeof decideReceive> =>
  decideReceive(situationOf(snapshot, now), withDefaults(RECEIVE.options, input));
const codes = (input: Said, snapshot?: WorkbookSnapshot, now?: string): (string | undefined)[] => {
  const { problems, steps, stopped } = decide(input, snapshot, now);
  expect({ steps, stopped }).toEqual({ steps: [], stopped: true });
  return (problems ?? []).map(({ code }) => code);
};
const after = (input: Said, snapshot = newSnapshot(), now = NOW): WorkbookSnapshot => {
  const decision = decide(input, snapshot, now);
  expect(decision.problems ?? []).toEqual([]);
  return applySteps(snapshot, decision.steps);
};
const receiptsOf = (snapshot: WorkbookSnapshot) => {
  const reading = readCampaign(snapshot);
  if (reading.kind !== 'campaign') throw new Error('broken');
  expect(reading.cellProblems).toEqual([]);
  return reading.campaign.receipts;
};

describe('receive', () => {
  it('registers a thing as received now, under review, and says how the unit stands', () => {
    const { results, notices, message } = decide({ unit: '县检察院', requirement: 'T1', parts: '全部' });
    expect(results).toMatchObject({
      receiptId: 'R0001',
      unit: '县人民检察院',
      requirementId: 'T1',
      receivedAt: '2021-06-06T10:00:00',
      parts: ['方案文本'],
      status: 'underReview',
      missingParts: [],
    });
    expect(notices).toEqual([]);
    expect(message.zh).toBe('已登记 R0001：县人民检察院 T1（6月6日 10:00 收到），现为“待审”。');
    expect(receiptsOf(after({ unit: '县检察院', requirement: 'T1', parts: '全部', note: '纸质' }))).toMatchObject([
      { receiptId: 'R0001', review: 'pending', note: '纸质' },
    ]);
  });

  it('D-1: asks for the time where the computer shows another one than the campaign’s zone, and takes a time that is said', () => {
    const one = { unit: '西渡镇', requirement: 'T1', parts: '全部' };
    const abroad = (said: Said): ReturnType<typeof decideReceive> =>
      decideReceive(
        { ...situationOf(newSnapshot(), NOW), computerAhead: 8 * 3600 },
        withDefaults(RECEIVE.options, said),
      );
    const asked = abroad(one);
    expect(asked).toMatchObject({ steps: [], stopped: true, problems: [{ code: 'missing-time', column: 'at' }] });
    expect(asked.problems?.[0]?.message.zh).toMatch(
      /（北京时间）现在是 2021-06-06 10:00，这台电脑的钟是 2021-06-06 18:00.*“设置”里的“时区”/,
    );
    expect(abroad({ ...one, at: '2021-06-06 18:00' }).results.receivedAt).toBe('2021-06-06T18:00:00');
  });

  it('D-5: says which parts were not ticked, also where the item counts because others brought them', () => {
    const first = after({ unit: '县公安局', requirement: 'T2', parts: '全部' });
    const second = decide({ unit: '县公安局', requirement: 'T2', title: '第二篇' }, first, '2021-06-06T10:05');
    expect(second.results.missingParts).toEqual([]);
    expect(second.notices).toMatchObject([{ code: 'parts-missing', column: 'parts', found: '' }]);
  });

  it('D-13: says when it was reviewed, if it is with the registering; under review it has no such time', () => {
    const one = { unit: '西渡镇', requirement: 'T1', parts: '全部' };
    const [waiting] = receiptsOf(after(one));
    const [accepted] = receiptsOf(after({ ...one, review: 'accepted' }));
    expect([waiting?.reviewedAt, accepted?.reviewedAt]).toEqual([undefined, at(NOW)]);
  });

  it('D-12 proposes the item that the unit owes next and says which it took', () => {
    const first = decide({ unit: '西渡镇', parts: '方案文本' });
    expect(first.results.requirementId).toBe('T1');
    expect(first.notices?.map(({ code }) => code)).toEqual(['requirement-proposed']);
    expect(
      decide({ unit: '西渡镇', parts: '故事文稿' }, after({ unit: '西渡镇', parts: '方案文本' })).results.requirementId,
    ).toBe('T2');
    expect(decide({ unit: '西渡镇', title: '关于报送工作总结的函' })).toMatchObject({
      results: { requirementId: 'T3' },
    });
  });

  it('reads the moment as people write it; the status follows the moment of arrival', () => {
    expect(
      decide(
        { unit: '西渡镇', requirement: '宣传活动方案', at: '6月7日下午6点', parts: '方案文本', review: 'accepted' },
        newSnapshot(),
        '2021-06-08T09:00',
      ).results,
    ).toMatchObject({ receivedAt: '2021-06-07T18:00:00', status: 'onTime' });
    expect(
      decide(
        { unit: '西渡镇', requirement: 'T1', at: '2021/6/7 18:00:01', parts: '方案文本', review: 'accepted' },
        newSnapshot(),
        '2021-06-08T09:00',
      ).results.status,
    ).toBe('late');
    expect(
      decide({ unit: '西渡镇', requirement: 'T1', at: '2021-06-07T18:00', parts: '方案文本' }).notices?.map(
        ({ code }) => code,
      ),
    ).toEqual(['future-time']);
  });

  it('D-10 says when a fixed as-of time hides what has just arrived', () => {
    const { notices, results } = decide(
      { unit: '西渡镇', requirement: 'T1', parts: '全部' },
      withSetting(newSnapshot(), 'asOf', serialFromWallTime(wallTimeFromIso('2021-06-05T18:00') ?? 0)),
    );
    expect(notices?.map(({ code }) => code)).toEqual(['after-as-of']);
    expect(results.status).toBe('pending');
  });

  it.each<[string, Said, string[]]>([
    ['no unit', { requirement: 'T1' }, ['missing-unit']],
    ['an unknown unit', { unit: '某某公司' }, ['unknown-unit']],
    ['a unit that may be one of several', { unit: '界牌' }, ['doubtful-unit']],
    [
      'an unknown item and an impossible date, both at once',
      { unit: '西渡镇', requirement: 'T77', at: '6月31日 9:00' },
      ['impossible-date', 'unknown-requirement'],
    ],
    ['a date without a time', { unit: '西渡镇', at: '6月5日' }, ['missing-time']],
    [
      'parts that the item has not',
      { unit: '西渡镇', requirement: 'T1', parts: '方案文本、骨灰盒、视频' },
      ['unknown-part', 'unknown-part'],
    ],
    [
      'text that would be a formula',
      { unit: '西渡镇', requirement: 'T1', title: '=1+1', note: '@SUM(A1)' },
      ['formula-like', 'formula-like'],
    ],
    [
      'a correction of what is not there',
      { unit: '西渡镇', requirement: 'T1', corrects: 'R0009' },
      ['unknown-receipt'],
    ],
  ])('refuses %s and writes nothing', (_what, input, expected) => {
    expect(codes(input)).toEqual(expected);
  });

  it('refuses what a unit does not owe, and an item left out when nothing is open', () => {
    expect(codes({ unit: '西渡镇', requirement: 'T6' })).toEqual(['not-owed']);
    const done = ['T1', 'T2', 'T3', 'T4', 'T7'].reduce(
      (snapshot, requirement) => after({ unit: '西渡镇', requirement, parts: '全部' }, snapshot),
      newSnapshot(),
    );
    expect(codes({ unit: '西渡镇' }, done)).toEqual(['missing-requirement']);
  });

  it('asks before it registers the same thing twice within a minute', () => {
    const snapshot = after({ unit: '西渡镇', requirement: 'T1', parts: '全部' });
    expect(codes({ unit: '西渡镇', requirement: 'T1' }, snapshot, '2021-06-06T10:00:59')).toEqual(['repeated']);
    expect(
      decide({ unit: '西渡镇', requirement: 'T1', again: true }, snapshot, '2021-06-06T10:00:59').results.receiptId,
    ).toBe('R0002');
    expect(decide({ unit: '西渡镇', requirement: 'T1' }, snapshot, '2021-06-06T10:01:00').stopped).toBeUndefined();
    expect(decide({ unit: '西渡镇', requirement: 'T1', title: '另一件' }, snapshot).stopped).toBeUndefined();
  });

  it('D-9 links a corrected version to the first, by its title, by auto or by id, and asks when several are meant', () => {
    const first = after({ unit: '西渡镇', requirement: 'T1', at: '2021-06-05 09:00' });
    for (const given of [{ title: '活动方案（更正稿）' }, { corrects: 'auto' }, { corrects: 'r0001' }]) {
      expect(decide({ unit: '西渡镇', requirement: 'T1', ...given }, first).results.replaces).toBe('R0001');
    }
    expect(
      decide({ unit: '集兵镇', requirement: 'T1', corrects: 'auto', parts: '全部' }).notices?.map(({ code }) => code),
    ).toEqual(['correction-without-original']);
    const two = after(
      { unit: '县公安局', requirement: 'T2', at: '2021-06-05 10:00' },
      after({ unit: '县公安局', requirement: 'T2', at: '2021-06-05 09:00' }),
    );
    expect(codes({ unit: '县公安局', requirement: 'T2', corrects: 'auto' }, two)).toEqual(['doubtful-correction']);
  });
});
