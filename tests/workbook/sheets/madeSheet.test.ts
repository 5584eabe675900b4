import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint, fingerprintOfText } from '../../../src/workbook/contract/fingerprint';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import { contentFingerprint, placeMadeSheet, plannedCells, stampLine } from '../../../src/workbook/sheets/madeSheet';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { at } from '../../support/reportFixtures';
import { snapshotOf } from '../../support/snapshotOf';

const NOW = at('2021-06-10 18:00:30');
const margins = { top: 37, right: 26, bottom: 35, left: 28 };
const plan = (cell: string | number): SheetPlan => ({
  name: '领导简报',
  columnWidths: [10],
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        ['标题', null],
        [cell, 0.1 + 0.2],
      ],
    },
  ],
  formats: [],
  page: { orientation: 'Portrait', margins },
});
const place = (snapshot: WorkbookSnapshot): ReturnType<typeof placeMadeSheet> =>
  placeMadeSheet(snapshot, { key: 'briefing', sheet: plan('新') }, NOW, 'zh');
const EMPTY: WorkbookSnapshot = { sheets: [], tables: {}, names: {} };

/** The workbook after a briefing with this cell was made in an empty one. */
const made = (cell: string | number): WorkbookSnapshot =>
  snapshotOf({ steps: [...placeMadeSheet(EMPTY, { key: 'briefing', sheet: plan(cell) }, NOW, 'zh').steps] });

describe('placeMadeSheet', () => {
  it('adds the sheet where there is none and remembers its content', () => {
    expect(place(EMPTY).steps.map(({ kind }) => kind)).toEqual(['addSheet', 'names']);
  });

  it('replaces a former one that nobody typed in', () => {
    expect(place(made('旧')).steps[0]).toMatchObject({ kind: 'replaceSheet', replaces: '领导简报' });
    expect(place(made('旧')).steps[0]).not.toHaveProperty('keepAs');
    expect(place(made('旧')).notices).toEqual([]);
  });

  it('keeps a former one that people typed in, and says so', () => {
    const former = made('旧');
    const typed: WorkbookSnapshot = {
      ...former,
      sheets: [
        {
          name: '领导简报',
          visible: true,
          values: [
            ['标题', ''],
            ['旧', 0.3],
            ['', '', '批示：已阅'],
          ],
        },
      ],
    };
    const { steps, notices, keptAs } = place(typed);
    expect(keptAs).toBe('领导简报（旧 06-10 1800）');
    expect(steps[0]).toMatchObject({ kind: 'replaceSheet', keepAs: keptAs });
    expect(notices.map(({ code }) => code)).toEqual(['sheet-kept']);
  });

  it('carries what people wrote in free cells along, by what stands in the row, wherever the row is now', () => {
    const list = (rows: (string | number)[][]): SheetPlan => ({
      ...plan(''),
      blocks: [{ row: 0, column: 0, cells: [['序号', '题目', '金额', '签名', '领取日期'], ...rows] }],
    });
    const of = (snapshot: WorkbookSnapshot, sheet: SheetPlan) =>
      placeMadeSheet(snapshot, { key: 'receipt', sheet }, NOW, 'zh');
    const before = list([
      [1, '甲', 1000, '', ''],
      [2, '乙', 1000, '', ''],
    ]);
    const former = snapshotOf({ steps: [...of(EMPTY, before).steps] });
    const signed = (words: string): WorkbookSnapshot => ({
      ...former,
      sheets: [
        {
          name: before.name,
          visible: true,
          values: [
            ['序号', '题目', '金额', '签名', '领取日期'],
            [1, '甲', 1000, '', ''],
            [2, words, 1000, '王五', 44373],
          ],
        },
      ],
    });
    const after = list([
      [1, '乙', 1000, '', ''],
      [2, '丙', 1000, '', ''],
    ]);
    const { steps, notices, keptAs } = of(signed('乙'), after);
    expect([keptAs, notices.map(({ code }) => code)]).toEqual([null, ['typed-words-kept']]);
    const step = steps[0];
    if (step?.kind !== 'replaceSheet') throw new Error('not replaced');
    expect(plannedCells(step.sheet)[1]).toEqual([1, '乙', 1000, '王五', 44373]);
    expect(step.sheet.formats.map(({ format }) => format.numberFormat)).toEqual(['@', 'yyyy-mm-dd']);
    // A row that is gone, or whose own words were changed, loses nothing either: the former sheet is kept.
    expect(of(signed('乙'), list([[1, '丙', 1000, '', '']])).keptAs).not.toBeNull();
    expect(of(signed('乙（改）'), after).keptAs).not.toBeNull();
    // Somebody changed the prize of the first besides: the former sheet is kept, and what was written stands in its row all the same.
    const also = signed('乙');
    const values = (also.sheets[0]?.values ?? []).map((row, at) => (at === 1 ? [1, '甲', 900, '赵六', ''] : row));
    const both = of({ ...also, sheets: [{ name: before.name, visible: true, values }] }, before);
    expect([both.keptAs, both.notices.map(({ code }) => code)]).toEqual([
      expect.stringContaining('旧'),
      ['sheet-kept', 'typed-words-kept'],
    ]);
    const [again] = both.steps;
    if (again?.kind !== 'replaceSheet') throw new Error('not replaced');
    // Of a row that is not as it was made nobody can say which words are whose.
    expect(plannedCells(again.sheet).slice(1)).toEqual([
      [1, '甲', 1000, '', ''],
      [2, '乙', 1000, '王五', 44373],
    ]);
  });

  it('carries them along by the words that name a row, where others change from day to day, and names what it leaves behind', () => {
    const list = (...rows: (string | number)[][]): SheetPlan => ({
      ...plan(''),
      blocks: [{ row: 0, column: 0, cells: [['序号', '单位', '迟了多久', '催报'], ...rows] }],
    });
    const of = (snapshot: WorkbookSnapshot, sheet: SheetPlan) =>
      placeMadeSheet(snapshot, { key: 'late', sheet, rowKey: [1] }, NOW, 'zh');
    const before = list(['1', '甲镇', '2天', '一次'], ['2', '乙镇', '1天', '未催报']);
    const former = snapshotOf({ steps: [...of(EMPTY, before).steps] });
    const typed = (...cells: [row: number, column: number, words: string][]): WorkbookSnapshot => {
      const values = plannedCells(before).map((row) => row.map((cell) => cell ?? ''));
      for (const [row, column, words] of cells) (values[row] ??= ['', '', '', ''])[column] = words;
      return { ...former, sheets: [{ name: before.name, visible: true, values }] };
    };
    const after = list(['1', '乙镇', '2天', '']);
    const { steps, notices, keptAs } = of(typed([2, 4, '已约谈']), after);
    const [step] = steps;
    if (step?.kind !== 'replaceSheet') throw new Error('not replaced');
    expect([keptAs, notices.map(({ code }) => code)]).toEqual([null, ['typed-words-kept']]);
    // What the job itself had written there (未催报) is nobody's.
    expect(plannedCells(step.sheet)[1]).toEqual(['1', '乙镇', '2天', '', '已约谈']);
    const left = of(typed([1, 4, '已约谈'], [2, 2, '0天'], [3, 0, '王五签']), after);
    expect(left.keptAs).not.toBeNull();
    expect(left.notices.map(({ message }) => message.zh)).toEqual([
      `“领导简报”里有手工改动（第 2、3、4 行，如“已约谈”），原表已保留为“${left.keptAs}”，另做了一张新的，这些改动不在新表上。`,
    ]);
  });

  it('keeps a sheet of that name that it did not make, and never reuses a name', () => {
    const sheets = ['领导简报', '领导简报（旧 06-10 1800）'].map((name) => ({
      name,
      visible: true,
      values: [['我的']],
    }));
    expect(place({ ...EMPTY, sheets }).keptAs).toBe('领导简报（旧 06-10 1800 2）');
  });

  it('cuts long names to the 31 characters that Excel allows', () => {
    const name = '很长的名字'.repeat(6);
    const sheets = [{ name, visible: true, values: [['x']] }];
    expect(
      placeMadeSheet({ ...EMPTY, sheets }, { key: 'x', sheet: { ...plan(''), name } }, NOW, 'zh').keptAs,
    ).toHaveLength(31);
  });

  it('throws when the former sheet was not read, and for formulas', () => {
    expect(() => place({ ...EMPTY, sheets: [{ name: '领导简报', visible: true }] })).toThrow('not read');
    expect(() => plannedCells({ ...plan(''), blocks: [{ row: 0, column: 0, cells: [[{ formula: '=1' }]] }] })).toThrow(
      'values only',
    );
  });
});

describe('contentFingerprint', () => {
  it('does not see blank cells around the content, binary noise, or a number kept as text', () => {
    expect(contentFingerprint([['a', 0.1 + 0.2], ['5']])).toBe(
      contentFingerprint([
        ['a', 0.3, ''],
        [5, null],
        ['', ''],
      ]),
    );
  });

  it('sees where a cell stands', () =>
    expect(contentFingerprint([['a', '']])).not.toBe(contentFingerprint([['', 'a']])));
});

describe('fingerprint', () => {
  // The offset basis, and one round over the two bytes of "a" (0x61, 0x00), by hand.
  it('is FNV-1a of 32 bits', () => {
    expect(fingerprintOfText('')).toBe('811c9dc5');
    const prime = 16777619n;
    const step = (hash: bigint, byte: bigint): bigint => ((hash ^ byte) * prime) & 0xffffffffn;
    expect(fingerprintOfText('a')).toBe(step(step(0x811c9dc5n, 0x61n), 0n).toString(16).padStart(8, '0'));
  });

  it('differs when one character differs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const index = at % text.length;
        const changed = `${text.slice(0, index)}${String.fromCharCode(text.charCodeAt(index) ^ 1)}${text.slice(index + 1)}`;
        expect(fingerprint(changed)).not.toBe(fingerprint(text));
      }),
    );
  });
});

describe('stampLine', () => {
  it('says as of when, made when, and of what', () => {
    expect(stampLine(at('2021-06-10 18:00'), at('2021-06-10 18:05:20'), '1a2b3c4d', 'zh')).toBe(
      '截至 2021-06-10 18:00 · 生成 2021-06-10 18:05 · 校验码 1a2b3c4d',
    );
    expect(stampLine(at('2021-06-10 18:00:01'), NOW, 'x', 'en')).toBe(
      'As of 2021-06-10 18:00:01 · made 2021-06-10 18:00 · check code x',
    );
  });
});
