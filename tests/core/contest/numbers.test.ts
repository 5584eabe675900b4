import fc from 'fast-check';
import { criterionNumbers } from '../../../src/core/contest/criterionNumbers';
import { judgesByNumber } from '../../../src/core/contest/judgesByNumber';

const typed = fc.array(fc.constantFrom('', 'C1', 'c1', 'C2', 'C09', '内容', ' x'), { maxLength: 8 });

describe('numbers of criteria and judges as people type them', () => {
  it('gives every criterion a number of its own, and leaves each that is the first of its kind', () => {
    expect(criterionNumbers(['C1', '', 'c1'])).toEqual(['C1', 'C2', 'C3']);
    fc.assert(
      fc.property(typed, (ids) => {
        const given = criterionNumbers(ids);
        expect(new Set(given.map((id) => id.toLowerCase())).size).toBe(ids.length);
        ids.forEach((id, index) => {
          const first = ids.findIndex((other) => other.toLowerCase() === id.toLowerCase()) === index;
          if (id !== '' && first) expect(given[index]).toBe(id);
        });
      }),
    );
  });

  it('counts of judges with one number the first, and none without', () => {
    const judge = (judgeId: string, name: string) => ({ judgeId, name, unitId: '', active: true });
    const panel = [judge('J01', '甲'), judge('', '乙'), judge('j01', '丙'), judge('J02', '丁')];
    expect(judgesByNumber(panel).map(({ name }) => name)).toEqual(['甲', '丁']);
  });
});
