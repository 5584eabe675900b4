// Names and numbers that are written otherwise than the registers have them, and are the same to whoever reads the page.
import { describe, expect, it } from '@jest/globals';
import { givenNamesShown } from '../../../src/core/awards/givenName';
import { guardPublic } from '../../../src/core/awards/publicGuard';

const codes = (text: string, hidden: string[] = []): string[] =>
  guardPublic([{ sheet: '公示', address: 'B2', text }], hidden).map(({ code }) => code);

describe('a name in traditional characters (A-3)', () => {
  it.each([
    ['張三丰的新生活', '张三丰'],
    ['劉國強：重生', '刘国强'],
    ['讲述人：陳 麗 華', '陈丽华'],
    ['王国庆的故事', '王國慶'],
  ])('%j shows %s', (text, name) => {
    expect(codes(text, [name])).toEqual(['public-name']);
  });

  it('is found in pieces, too, and the finding quotes the cell as it is', () => {
    const cells = ['張', '國強'].map((text, at) => ({ sheet: '公示', address: `${'BC'[at] ?? ''}2`, text }));
    expect(guardPublic(cells, ['张国强']).map(({ code, row, found }) => [code, row, found])).toEqual([
      ['public-name', 'B2', '張'],
    ]);
  });
});

describe('a number that is masked (A-3)', () => {
  it.each([
    '138****5678',
    '138xxxx5678',
    '138＊＊＊＊5678',
    '138××××5678',
    '138*****678',
    '1**********',
    '编号13800**',
  ])('%j shows no more than the office’s own mask', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each(['1381234****', '13812**5678', '1381234xxxx', '手机138 1234 ****', '138123＊＊678'])(
    '%j gives away what the office’s own mask hides: both together are the number',
    (text) => {
      expect(codes(text)).toEqual(['public-phone']);
    },
  );

  it.each(['430421********1234', '4304211990****1234', '430421XXXXXXXX123X', '43042119900101****'])(
    'no part of an id number is public: %j',
    (text) => {
      expect(codes(text)).toEqual(['public-id-number']);
    },
  );
});

describe('a given name alone (A-3)', () => {
  it.each([
    ['国强的新生活', ['王国强'], '国强'],
    ['國強归来', ['王国强'], '国强'],
    ['小芳的歌', ['欧阳小芳'], '小芳'],
    ['志远，你好', ['司马志远', '李四'], '志远'],
  ])('%j is asked about where %j stay hidden', (text, names, given) => {
    expect(givenNamesShown(names, [])(text)).toBe(given);
  });

  it.each([
    ['芳草地', ['王芳']],
    ['王国强的故事', ['王国强']],
    ['王国富强', ['王国强']],
    ['和平社区的夜', ['李和平']],
    ['Mary Ann', ['mary ann']],
    ['报送单位', ['某单位']],
  ])('%j is no given name of %j', (text, names) => {
    expect(givenNamesShown(names, ['和平社区居委会'])(text)).toBeUndefined();
  });
});
