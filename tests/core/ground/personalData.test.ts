// Personal data in free text, however people write it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aliasIn, namesIn, shownName } from '../../../src/core/awards/hiddenName';
import { findPersonalData, maskPersonalData } from '../../../src/core/ground/personalData';

const kinds = (text: string): string[] => findPersonalData(text).map(({ kind }) => kind);

describe('findPersonalData (A-3)', () => {
  it.each([
    ['+86 13812345678', 'mobile'],
    ['0086-138-1234-5678', 'mobile'],
    ['8613812345678', 'mobile'],
    ['１３８１２３４５６７８', 'mobile'],
    ['138 1234 5678', 'mobile'],
    ['138.1234.5678', 'mobile'],
    ['138—1234—5678', 'mobile'],
    ['138–1234–5678', 'mobile'],
    ['138·1234·5678', 'mobile'],
    ['1 3 8 1 2 3 4 5 6 7 8', 'mobile'],
    ['1381234\n5678', 'mobile'],
    ['138\u200b1234\u200b5678', 'mobile'],
    ['138\u00a01234\u00a05678', 'mobile'],
    ['讲述人张三13812345678', 'mobile'],
    ['0734-6812345', 'landline'],
    ['(0734)6812345', 'landline'],
    ['（0734） 681 2345', 'landline'],
    ['07346812345', 'landline'],
    ['+86 734 6812345', 'landline'],
    ['010-62345678', 'landline'],
    ['联系电话：6812345', 'landline'],
    ['430421199001011234', 'idNumber'],
    ['430421 19900101 123X', 'idNumber'],
    ['430421900101123', 'idNumber'],
    ['6222 0212 3456 7890 123', 'cardNumber'],
    ['6222021234567890', 'cardNumber'],
    ['zhang.san@example.com', 'mailbox'],
    ['QQ 123456789', 'account'],
    ['ＱＱ号：１２３４５６', 'account'],
    ['微信：zhangsan_2021', 'account'],
    ['微信号 wxid_8ab12', 'account'],
    ['zhang＠example．com', 'mailbox'],
    ['zhang (at) example.com', 'mailbox'],
    ['张三@qq。com', 'mailbox'],
    ['zhang#qq.com', 'mailbox'],
    ['zhang AT qq DOT com', 'mailbox'],
    ['138，1234，5678', 'mobile'],
    ['138：1234：5678', 'mobile'],
    ['138|1234|5678', 'mobile'],
    ['138“1234”5678', 'mobile'],
    ['138→1234→5678', 'mobile'],
    ['13\u2800812\u{e0100}345678', 'mobile'],
    ['138\u00011234\u00855678', 'mobile'],
    ['一三八一二三四五六七八', 'mobile'],
  ])('finds %j', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('finds each of several numbers in one cell', () => {
    expect(findPersonalData('13812345678 13912345679、0734-6812345').map(({ plain }) => plain)).toEqual([
      '13812345678',
      '13912345679',
      '07346812345',
    ]);
  });

  it.each([
    '138****5678',
    '2021-06-18 2021-06-25',
    '2021-06-18至2021-06-25，共5个工作日',
    '截至 2021-06-10 18:00 · 生成 2021-06-10 18:05 · 校验码 12345678',
    '蒸禁毒委发〔2021〕5号',
    '2021-001',
    '第1名 94.20 90.15 88.25',
    '奖金10000元，1000元',
    '真实性25分、感染力25分、教育意义25分',
    '拨打110或12345',
    '86.25 85.75 90.12 88.34 77.50',
    '13:30—14:00 9:05',
    '合计 13,812,345,678 元',
    '编号 2021061809300000',
    '盲评号13、15、16、18、21、2',
  ])('lets %j through', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('an account is one where it is called so; an office’s own channel and a day are none', () => {
    for (const words of [
      '微信公众号：hyjd2021',
      '微信 2021-06-18',
      '由QQ发来 2021-06-18',
      'QQ 2021-06-18 10:00',
      '微信转发 12345',
    ])
      expect([words, findPersonalData(words)]).toEqual([words, []]);
  });

  it('finds a mobile number whatever up to three blanks, dots or dashes stand between its digits', () => {
    const gap = fc.array(fc.constantFrom(' ', '-', '.', '—', '·', '\u200b', '\u3000', '\n'), { maxLength: 3 });
    const digits = fc.stringMatching(/^1[3-9]\d{9}$/);
    fc.assert(
      fc.property(digits, fc.array(gap, { minLength: 10, maxLength: 10 }), (number, gaps) => {
        const written = Array.from(number, (digit, i) => digit + (gaps[i] ?? []).join('')).join('');
        return findPersonalData(`张三${written}。`).some(({ plain }) => plain === number);
      }),
      { numRuns: 200 },
    );
  });

  it('masks everything it finds and nothing else, and finds nothing in what it masked', () => {
    expect(maskPersonalData('张三 +86 138 1234 5678，430421199001011234')).toBe('张三 +138****5678，****');
    expect(maskPersonalData('２０２１年　无')).toBe('２０２１年　无');
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^1[3-9]\d{9}$/), (around, number) =>
        findPersonalData(maskPersonalData(`${around}，${number}，`)).every(({ plain }) => plain !== number),
      ),
    );
  });
});

describe('hidden names (A-3)', () => {
  it.each([
    '王芳',
    '王　芳',
    '王 芳',
    '王\u200b芳',
    '王\n芳',
    '王·芳',
    '王\u{e0100}芳',
    '王“芳”',
    '王～芳',
    '王\u2800芳',
    '讲述人：王芳。',
    '《王  芳的新生路》',
  ])('are seen in %j', (text) => {
    expect(shownName(text, ['王芳'])).toBe('王芳');
  });

  it('come out of a cell with several people, numbers and an alias', () => {
    expect(namesIn('王　芳')).toEqual(['王芳']);
    expect(namesIn('王芳 13812345678')).toEqual(['王芳']);
    expect(namesIn('王芳、李小四')).toEqual(['王芳', '李小四']);
    expect(namesIn('王芳（化名小丽）')).toEqual(['王芳']);
    expect(namesIn('王芳 李小四')).toEqual(expect.arrayContaining(['王芳', '李小四']));
    expect(namesIn('李')).toEqual([]);
    expect(namesIn('王芳和李小四')).toEqual(expect.arrayContaining(['王芳', '李小四']));
    expect(namesIn('李和平')).toEqual(['李和平']);
    expect(namesIn('王芳同志，女，35岁')).toEqual(['王芳同志', '王芳']);
    expect(namesIn('王芳及家人')).not.toContain('家人');
  });

  it('leave the alias that the cell says, and never a name', () => {
    expect(aliasIn('王芳（化名小丽）')).toBe('小丽');
    expect(aliasIn('王芳（化名：小丽）、李四（化名 小强）')).toBe('小丽、小强');
    expect(aliasIn('王芳，化名小丽')).toBe('小丽');
    expect(aliasIn('Wang Fang (alias Lily)')).toBe('Lily');
    for (const none of ['王芳', '王芳（化名）', '（化名）', '化名', ''])
      expect([none, aliasIn(none)]).toEqual([none, '']);
  });

  it('in Latin letters are whole words only', () => {
    expect(shownName('told by Li Ming', ['Li Ming'])).toBe('Li Ming');
    expect(shownName('believing in recovery', ['Li'])).toBeUndefined();
    expect(shownName('told by Ming Li', namesIn('Li Ming'))).toBeDefined();
  });
});
