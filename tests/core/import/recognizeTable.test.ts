import { describe, expect, it } from '@jest/globals';
import { cellText, foldText, looksLikeFormula, meansNone } from '../../../src/core/import/cellText';
import { matchHeaders, type WantedColumn } from '../../../src/core/import/matchHeaders';
import { recognizeTable, type RecognizedTable } from '../../../src/core/import/recognizeTable';
import { lookKey, type ImportedCell, type SheetRows } from '../../../src/core/import/sheetRows';

const COLUMNS: readonly WantedColumn[] = [
  { key: 'unit', headers: ['单位名称', '单位'], required: true },
  { key: 'contact', headers: ['联系人'], required: false },
  { key: 'phone', headers: ['手机号码', '电话'], required: false },
];

function recognize(rows: readonly (readonly ImportedCell[])[], looks?: SheetRows['looks']): RecognizedTable {
  const found = recognizeTable(rows, COLUMNS, { looks });
  if ('problem' in found) throw new Error(found.problem.message.en);
  return found;
}

const numbers = ({ dataRows }: RecognizedTable): number[] => dataRows.map(({ rowNumber }) => rowNumber);

describe('recognizeTable', () => {
  it('passes over titles, also merged ones that name the columns', () => {
    const title = '各单位联系人电话';
    const found = recognize([
      [title, title, title],
      ['填报单位：县禁毒办'],
      [],
      ['序号', '单 位', '电　话'],
      [1, '县委办', 6820001],
    ]);
    expect(found).toMatchObject({ headerRow: 4, columnOf: { unit: 1, phone: 2 }, unknownColumns: [] });
    expect(numbers(found)).toEqual([5]);
  });

  it('takes the row with the most columns for the header, and the first of equal ones', () => {
    expect(recognize([['单位'], ['单位', '联系人'], ['单位', '联系人'], ['甲镇', '张三']])).toMatchObject({
      headerRow: 2,
    });
  });

  it('skips totals, footnotes and repeated headers and says so', () => {
    const found = recognize([
      ['单位', '联系人', '电话'],
      ['甲镇', '张三', 1],
      ['小计', null, 1],
      ['单位', '联系人', '电话'],
      ['乙镇', '李四', 2],
      [null, '合计：2', null],
      ['注：以上为初稿'],
    ]);
    expect(numbers(found)).toEqual([2, 5]);
    expect(found.skipped.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
      [3, 'totals'],
      [4, 'repeated-header'],
      [6, 'totals'],
      [7, 'footnote'],
    ]);
  });

  it('skips blank rows, rows with only a number, and what a merged area repeats', () => {
    const merged = { kind: 'merged' } as const;
    const found = recognize(
      [
        ['序号', '单位', '类别', '电话'],
        [1, '甲镇', '乡镇', 1],
        [2, null, '乡镇', null],
        [null, null, '乡镇', null],
        [3, null, null, null],
        ['', ' ', '　', ''],
      ],
      new Map([
        [lookKey(2, 2), merged],
        [lookKey(3, 2), merged],
      ]),
    );
    expect(numbers(found)).toEqual([2]);
    expect(found.skipped).toEqual([]);
  });

  it('keeps a row that lacks its unit but has more to say, and an exactly repeated one', () => {
    expect(
      numbers(
        recognize([
          ['单位', '电话'],
          ['甲镇', 1],
          ['甲镇', 1],
          [null, 2],
        ]),
      ),
    ).toEqual([2, 3, 4]);
  });

  it('lists headed columns that nobody asked for', () => {
    expect(
      recognize([
        ['单位', '车牌', '序号'],
        ['甲镇', 'x', 1],
      ]).unknownColumns,
    ).toEqual([{ index: 1, header: '车牌' }]);
  });

  it('says no-header when a required column is nowhere in the first 20 rows', () => {
    const late = [...Array.from({ length: 20 }, () => ['x', 'y']), ['单位', '电话'], ['甲镇', 1]];
    for (const rows of [
      [],
      [
        ['联系人', '电话'],
        ['张三', 1],
      ],
      late,
    ])
      expect(recognizeTable(rows, COLUMNS)).toMatchObject({ problem: { code: 'no-header' } });
  });
});

describe('matchHeaders', () => {
  it('prefers the equal header, then the one that ends with the name', () => {
    expect(matchHeaders(['单位联系人', '单位'], COLUMNS)).toEqual({ unit: 1, contact: 0 });
    expect(matchHeaders(['联系人单位', '联系人'], COLUMNS)).toEqual({ unit: 0, contact: 1 });
    expect(matchHeaders(['手机号码（务必准确）', '单位*：'], COLUMNS)).toEqual({ unit: 1, phone: 0 });
  });

  it('gives no column twice and takes no sentence for a header', () => {
    expect(matchHeaders(['单位电话'], COLUMNS)).toEqual({ phone: 0 });
    expect(matchHeaders(['请各单位认真核对后于6月1日前报送联系人'], COLUMNS)).toEqual({});
  });
});

describe('cells as text', () => {
  it('reads numbers without their binary noise', () =>
    expect([13900001002, 0.1 + 0.2, 6820001, null, true].map(cellText)).toEqual([
      '13900001002',
      '0.3',
      '6820001',
      '',
      'TRUE',
    ]));
  it('folds width, case and every blank', () => expect(foldText('Ｅ-mail　地\u200b址 ')).toBe('e-mail地址'));
  it('knows how people write nothing', () =>
    expect(['', '无', ' - ', '／', 'N/A', '无锡'].map(meansNone)).toEqual([true, true, true, true, true, false]));
  it('knows what a spreadsheet would run', () => {
    expect(['=1', '＝1', '@SUM(A1)', '-1+1', '+A1', '\t=1'].map(looksLikeFormula)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['-', '- 已报', '—', '县委办', ''].map(looksLikeFormula)).toEqual([false, false, false, false, false]);
  });
});
