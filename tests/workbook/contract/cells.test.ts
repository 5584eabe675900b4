import fc from 'fast-check';
import { decimalText, splitList } from '../../../src/workbook/contract/cells';
import { nextIds } from '../../../src/workbook/contract/edits';
import { columnName } from '../../../src/workbook/contract/a1';
import { formulaOf, literalOf } from '../../../src/excel/cellText';

describe('cells', () => {
  it('S-6 read numbers as the decimal text a person sees', () => {
    expect(decimalText(24.499999999999996)).toBe('24.5');
    expect(decimalText(0.1 + 0.2)).toBe('0.3');
    expect(decimalText(21)).toBe('21');
  });

  it('split lists on every separator that offices type', () => {
    expect(splitList('文字、图片， 视频;网发报道截屏\n其他')).toEqual(['文字', '图片', '视频', '网发报道截屏', '其他']);
  });

  it('name columns as Excel does', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

describe('text on the wire', () => {
  it.each([
    '=HYPERLINK("x")',
    '+8613900001234',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    "'x",
    '2021/6/7',
    '13900001200',
    '18:00',
    'TRUE',
    '1e5',
    '50%',
    '2021年6月18日',
    '6月8日',
    '2021年6月',
    '下午4点',
    '9时30分',
    '１２３',
    '二〇二一年六月',
    '5-Jan',
    'Jan 5, 2021',
    '1 1/2',
    '9 am',
    '￥800',
  ])('keeps %j as text by a leading apostrophe', (value) => expect(literalOf(value)).toBe(`'${value}`));

  it('never turns any text into a formula, and leaves null alone', () => {
    fc.assert(
      fc.property(fc.string(), (value) => formulaOf(value) === null && !/^[=+\-@]/.test(String(literalOf(value)))),
    );
    expect(literalOf(null)).toBeNull();
    expect(literalOf({ formula: '=1' })).toBeNull();
  });

  it('passes ordinary words, numbers and truth values unchanged', () => {
    expect(
      ['西渡镇', 24.5, true, '故事01：新生', '3 家', '截至 2021年6月10日', '5天3小时', 'May', '第1名'].map(literalOf),
    ).toEqual(['西渡镇', 24.5, true, '故事01：新生', '3 家', '截至 2021年6月10日', '5天3小时', 'May', '第1名']);
    expect(() => literalOf(NaN)).toThrow('NaN cannot stand in a cell');
  });
});

describe('ids', () => {
  it('go on after the highest in use and never fill gaps', () => {
    expect(nextIds('R', 4, ['R0001', 'R0041', 'x', ''], 2)).toEqual(['R0042', 'R0043']);
    expect(nextIds('U', 2, [], 1)).toEqual(['U01']);
  });
});
