import fc from 'fast-check';
import { reminderList } from '../../../src/core/reminders/reminderList';
import { reminderText, withoutPhones } from '../../../src/core/reminders/reminderText';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import type { Unit } from '../../../src/core/roster/unit';
import type { Receipt } from '../../../src/core/receipts/receipt';
import type { Exception } from '../../../src/core/requirements/requirement';
import { at, exception, receipt, T1, T2, unit } from '../../support/reportFixtures';

const ASOF = at('2021-06-08 20:00');
const letter = { campaign: '“6·26”宣传活动', organiser: '县禁毒委员会办公室', asOf: ASOF, number: 2 };

function listOf(
  receipts: readonly Receipt[],
  days = 2,
  exceptions: readonly Exception[] = [],
  units: readonly Unit[] = [unit(1, { name: '西渡镇' })],
) {
  const requirements = [T1, T2];
  return reminderList(trackUnits({ units, requirements, exceptions, receipts }, ASOF), units, requirements, ASOF, days);
}

const wordsOf = (
  receipts: readonly Receipt[],
  exceptions: readonly Exception[] = [],
  language: 'zh' | 'en' = 'zh',
): string => {
  const [first] = listOf(receipts, 2, exceptions);
  if (!first) throw new Error('nobody to remind');
  return reminderText(first, letter, language);
};

describe('whom to remind', () => {
  it('names overdue items, and pending ones that are due within the days', () => {
    expect(listOf([])[0]?.items.map(({ row }) => row.requirementId)).toEqual(['T1', 'T2']);
    expect(listOf([], 1)[0]?.items.map(({ row }) => row.requirementId)).toEqual(['T1']);
  });

  it('leaves out what is complete or waits for the review', () => {
    const all = [
      receipt(1, { parts: ['方案文本'] }),
      receipt(2, { requirementId: 'T2', parts: ['故事文稿'], review: 'pending' }),
    ];
    expect(listOf(all)).toEqual([]);
  });

  it('leaves out exempt items and units that have left (D-11)', () => {
    expect(listOf([], 2, [exception({ exempt: true }), exception({ requirementId: 'T2', exempt: true })])).toEqual([]);
    expect(listOf([], 2, [], [unit(1, { active: false })])).toEqual([]);
  });
});

describe('the text of a reminder', () => {
  it('names every missing item and part, the due time, how late, and its number', () => {
    const words = wordsOf([receipt(1, { requirementId: 'T2', receivedAt: at('2021-06-08 09:00'), parts: [] })]);
    expect(words.split('\n')[0]).toBe('西渡镇：');
    expect(words).toContain('贵单位尚有 2 项未报齐（第 2 次提醒）');
    expect(words).toContain(
      '1. T1 宣传活动方案：应于 6月7日 18:00 前报送，已逾期 1天2小时；尚未收到；缺少材料：方案文本。',
    );
    expect(words).toContain('2. T2 最美禁毒故事素材：请于 6月10日 18:00 前报送，还有 1天22小时；缺少材料：故事文稿。');
    expect(words).toContain('县禁毒委员会办公室\n2021年6月8日');
  });

  it('puts an activity into quotation marks once, also one whose name has its own', () => {
    const ledIn = (activity: string): string => {
      const item = { ...T1, activity };
      const units = [unit(1, { name: '西渡镇' })];
      const rows = trackUnits({ units, requirements: [item], exceptions: [], receipts: [] }, ASOF);
      const [first] = reminderList(rows, units, [item], ASOF, 2);
      if (!first) throw new Error('nobody to remind');
      const activities = [{ name: activity, from: null, to: null, participants: [], phase: '', leads: ['县委组织部'] }];
      return reminderText(first, { ...letter, activities }, 'zh');
    };
    expect(ledIn('主题党日')).toContain('（属“主题党日”，牵头：县委组织部）');
    expect(ledIn('“讲述身边的禁毒故事”评选')).toContain('（属“讲述身边的禁毒故事”评选，牵头：县委组织部）');
  });

  it('says how many are missing and that the due time was extended (D-2)', () => {
    const words = wordsOf(
      [receipt(1, { parts: ['方案文本'] })],
      [exception({ quota: 3, extendedTo: at('2021-06-08 18:00') })],
    );
    expect(words).toContain(
      '应于 6月8日 18:00 前报送（原定 6月7日 18:00，已延期），已逾期 2小时；应报 3 件，已收到 1 件，还差 2 件。',
    );
  });

  it('is complete in English', () => {
    const words = wordsOf([], [], 'en');
    expect(words).toContain(
      '1. T1 宣传活动方案: was due 7 Jun, 18:00, overdue by 1 d 2 h; nothing has arrived yet; missing parts: 方案文本.',
    );
    expect(words).toContain('reminder no. 2');
    expect(words).not.toMatch(/undefined|null|NaN/);
  });

  it('shows no phone number, whatever cells hold', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
    const mobile = fc
      .tuple(fc.constantFrom('13', '15', '18', '+86 13', '86-17'), digits(9))
      .map(([head, rest]) => head + rest);
    const spaced = fc.tuple(digits(1), digits(4), digits(4)).map(([a, b, c]) => `13${a} ${b} ${c}`);
    const landline = fc
      .tuple(fc.constantFrom('0734-', '010-', '0734'), digits(7))
      .map(([head, rest]) => `${head}6${rest.slice(1)}`);
    fc.assert(
      fc.property(
        fc.oneof(mobile, spaced, landline, fc.constant('１３８００００１２１１'), fc.constant('(0734) 6812345')),
        (phone) => {
          const units = [unit(1, { name: `西渡镇（${phone}）`, phone, contact: phone })];
          const rows = trackUnits(
            { units, requirements: [{ ...T1, title: `方案 ${phone}` }], exceptions: [], receipts: [] },
            ASOF,
          );
          const [first] = reminderList(rows, units, [{ ...T1, title: `方案 ${phone}` }], ASOF, 2);
          if (!first) throw new Error('nobody');
          const words = reminderText(
            first,
            { ...letter, organiser: `办公室 ${phone}`, campaign: `活动${phone}` },
            'zh',
          );
          expect(words.normalize('NFKC').replace(/\D/g, '')).not.toContain(
            phone.normalize('NFKC').replace(/\D/g, '').slice(-7),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves years, times and small numbers alone', () => {
    expect(withoutPhones('2021年6月10日 18:00，应报 25 件，2021-06-10')).toBe(
      '2021年6月10日 18:00，应报 25 件，2021-06-10',
    );
  });
});
