// Rows and cells of a source in words, both ways.
import fc from 'fast-check';
import { BadOption } from '../../../src/app/run/badOption';
import { mendedCellsOf, rowNamesOf } from '../../../src/app/imports/sourceWords';
import { mendsAsWords, rowsAsWords } from '../../../src/app/imports/wordsOfSource';

describe('rows in words', () => {
  it('name a sheet and a row, or several rows', () => {
    expect(rowNamesOf('Sheet1!12,Sheet1!15')).toEqual([
      { sheet: 'Sheet1', from: 12, to: 12, written: 'Sheet1!12' },
      { sheet: 'Sheet1', from: 15, to: 15, written: 'Sheet1!15' },
    ]);
    expect(rowNamesOf(' 名单！3-5、7；8 ').map(({ sheet, from, to }) => [sheet, from, to])).toEqual([
      ['名单', 3, 5],
      [null, 7, 7],
      [null, 8, 8],
    ]);
    expect(rowNamesOf("'a, it''s !'!4").map(({ sheet }) => sheet)).toEqual(["a, it's !"]);
    expect(rowNamesOf('2021!12').map(({ sheet, from }) => [sheet, from])).toEqual([['2021', 12]]);
    expect([rowNamesOf(undefined), rowNamesOf('  ')]).toEqual([[], []]);
  });

  it.each(['twelve', 'Sheet1!', 'Sheet1!0', 'Sheet1!9-3', '3 4', 'Sheet1!12,?'])(
    'are refused by name where they say nothing: %s',
    (words) => {
      expect(() => rowNamesOf(words)).toThrow(BadOption);
    },
  );

  it('come back as the same rows, with runs joined', () => {
    expect(
      rowsAsWords([
        { sheet: '名单', row: 13 },
        { sheet: '名单', row: 12 },
        { sheet: '', row: 3 },
        { sheet: '名单', row: 15 },
      ]),
    ).toBe('名单!12-13,名单!15,3');
    const places = fc.uniqueArray(
      fc.record({
        sheet: fc.string({
          minLength: 1,
          maxLength: 12,
          unit: fc.constantFrom('a', '名', ' ', "'", '!', ',', '、', '；', '=', '3', '-'),
        }),
        row: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 12, selector: ({ sheet, row }) => `${sheet} ${row}` },
    );
    fc.assert(
      fc.property(places, (rows) => {
        const back = rowNamesOf(rowsAsWords(rows)).flatMap(({ sheet, from, to }) =>
          Array.from({ length: to - from + 1 }, (_row, index) => `${sheet} ${from + index}`),
        );
        expect(back.sort()).toEqual(rows.map(({ sheet, row }) => `${sheet} ${row}`).sort());
      }),
    );
  });
});

describe('mended cells in words', () => {
  it('name a cell and what it is read as; a value may hold separators', () => {
    const words = 'Sheet1!D12=13900001201；13900001202\n名单!AA3=；C4 = a=b';
    expect(mendedCellsOf(words).map(({ sheet, row, column, value }) => [sheet, row, column, value])).toEqual([
      ['Sheet1', 12, 3, '13900001201；13900001202'],
      ['名单', 3, 26, ''],
      [null, 4, 2, 'a=b'],
    ]);
    expect(mendedCellsOf('')).toEqual([]);
    const quoted = 'D1="；a1=""x"""；E2="b"c';
    expect(mendedCellsOf(quoted).map(({ value }) => value)).toEqual(['；a1="x"', '"b"c']);
    expect(mendsAsWords([{ sheet: '', row: 1, column: 0, value: '；a1=' }])).toBe('A1="；a1="\n');
    expect(() => mendedCellsOf('12=x')).toThrow(BadOption);
    expect(() => mendedCellsOf('D12')).toThrow(BadOption);
  });

  it('come back as the same cells', () => {
    const mends = fc.array(
      fc.record({
        sheet: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', '名', ' ', "'", '!', ';', '=') }),
        row: fc.integer({ min: 1, max: 2000 }),
        column: fc.integer({ min: 0, max: 800 }),
        value: fc
          .string({ maxLength: 10, unit: fc.constantFrom('a', '1', '；', ',', '=', ' ', '张', "'", '"') })
          .map((value) => value.trim()),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(mends, (cells) => {
        expect(
          mendedCellsOf(mendsAsWords(cells)).map(({ sheet, row, column, value }) => ({ sheet, row, column, value })),
        ).toEqual(cells);
      }),
      { examples: [[[{ sheet: 'a', row: 1, column: 0, value: '；a1=' }]]], numRuns: 1000 },
    );
  });
});
