// Hidden names in pinyin: found in either order and with any gaps, never inside another word, and not where nothing reads the name.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasDoubleSurname } from '../../../src/core/awards/givenName';
import { pinyinNamesShown } from '../../../src/core/awards/pinyinName';

const READINGS: Readonly<Record<string, readonly string[]>> = {
  欧阳国强: ['ou', 'yang', 'guo', 'qiang'],
  王芳: ['wang', 'fang'],
  某单位: ['mou', 'dan', 'wei'],
  吕芳: ['lv', 'fang'],
};
const NAMES = [...Object.keys(READINGS), 'Mary Ann'];
const found = pinyinNamesShown(NAMES, (name) => READINGS[name] ?? [], hasDoubleSurname);

describe('a name in pinyin (A-3)', () => {
  it.each([
    ['Wang Fang', '王芳'],
    ['作者：wangfang', '王芳'],
    ['Fang, Wang', '王芳'],
    ['guoqiang.ouyang@example', '欧阳国强'],
    ['OUYANG Guo-Qiang', '欧阳国强'],
    ['Lyu Fang', '吕芳'],
    ['Wang fangs', undefined],
    ['Ou Yang', undefined],
    ['Yang Guoqiang Ou', undefined],
    ['mou dan wei', undefined],
    ['王芳', undefined],
  ])('%s', (text, name) => {
    expect(found(text)).toBe(name);
  });

  it('is found in whatever case and with whatever stands between its syllables', () => {
    const gap = fc.constantFrom('', ' ', '-', '·', "'", '  ');
    fc.assert(
      fc.property(gap, gap, gap, fc.boolean(), (a, b, c, upper) => {
        const words = `ou${a}yang${b}guo${c}qiang`;
        expect(found(`（${upper ? words.toUpperCase() : words}）`)).toBe('欧阳国强');
      }),
    );
  });
});
