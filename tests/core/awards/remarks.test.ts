// S-7: what is told of judges' words, and what would tell who said them.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entry, Judge } from '../../../src/core/contest/contest';
import { judgeNamedIn, toldRemarks, type Remark } from '../../../src/core/awards/remarks';

const entry = (n: number, unitId: string): Entry => ({
  entryId: `E${n}`,
  blindNo: String(n),
  unitId,
  title: `第${n}篇`,
  category: '',
  storyteller: '',
  eligible: true,
});
const judge = (n: number, unitId = '', active = true): Judge => ({
  judgeId: `J0${n}`,
  name: `评委${n}`,
  unitId,
  active,
});
const ENTRIES = [entry(10, 'U1'), entry(9, 'U2')];
const said = (judgeId: string, entryId: string, remark: string, recused = false): Remark => ({
  judgeId,
  entryId,
  remark,
  recused,
});

describe('toldRemarks (S-7)', () => {
  it('tells stories by number, and remarks in no judge’s order unless judges are named', () => {
    const remarks = [
      said('J01', 'E10', '乙'),
      said('J02', 'E10', '丙'),
      said('J03', 'E10', '一'),
      said('J01', 'E9', '好'),
    ];
    const judges = [judge(1), judge(2), judge(3)];
    const hidden = toldRemarks(remarks, ENTRIES, judges, false);
    expect(hidden.stories.map((story) => [story.entry.blindNo, story.remarks.map(({ remark }) => remark)])).toEqual([
      ['9', ['好']],
      ['10', ['一', '丙', '乙']],
    ]);
    const named = toldRemarks(remarks, ENTRIES, judges, true);
    expect(named.stories[1]?.remarks.map(({ remark }) => remark)).toEqual(['乙', '丙', '一']);
  });

  it('holds back the words of recused judges, by row or by unit (S-2), of former judges, and of no known story', () => {
    const remarks = [
      said('J01', 'E10', '本人回避', true),
      said('J02', 'E10', '本单位的'),
      said('J03', 'E10', '已离任'),
      said('J01', 'E77', '没有这篇'),
      said('J01', 'E9', '好'),
    ];
    const told = toldRemarks(remarks, ENTRIES, [judge(1), judge(2, 'U1'), judge(3, '', false)], false);
    expect(told.heldBack.map(({ remark }) => remark)).toEqual(['本人回避', '本单位的', '已离任', '没有这篇']);
    expect(told.stories.map((story) => story.entry.entryId)).toEqual(['E9']);
  });

  it('shows the same page whichever judge wrote which words, while judges are not named', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('好', '平淡', '感人', '略长'), { minLength: 1, maxLength: 6 }), (words) => {
        const judges = words.map((_word, index) => judge(index + 1));
        const shown = (order: readonly string[]) =>
          toldRemarks(
            order.map((word, index) => said(`J0${index + 1}`, 'E9', word)),
            ENTRIES,
            judges,
            false,
          ).stories.map((story) => story.remarks.map(({ remark }) => remark));
        expect(shown(words)).toEqual(shown([...words].reverse()));
      }),
    );
  });

  it('loses no remark: each is told or held back', () => {
    const one = fc.record({
      judgeId: fc.constantFrom('J01', 'J02', 'J03', 'J09'),
      entryId: fc.constantFrom('E9', 'E10', 'E77'),
      remark: fc.constantFrom('好', '平淡'),
      recused: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.boolean(), (remarks, named) => {
        const { stories, heldBack } = toldRemarks(
          remarks,
          ENTRIES,
          [judge(1), judge(2, 'U2'), judge(3, '', false)],
          named,
        );
        expect(stories.reduce((sum, story) => sum + story.remarks.length, 0) + heldBack.length).toBe(remarks.length);
      }),
    );
  });
});

describe('judgeNamedIn (S-7)', () => {
  it('finds a judge’s name however it is padded, and no longer number for a shorter one', () => {
    const judges = [judge(1), { ...judge(2), name: '欧阳一' }, { ...judge(3), name: '李' }];
    expect(judgeNamedIn('同意欧阳 一的意见', judges)).toBe('欧阳一');
    expect(judgeNamedIn('同评委1', judges)).toBe('评委1');
    expect(judgeNamedIn('同评委12，李子好吃', judges)).toBeUndefined();
  });
});
