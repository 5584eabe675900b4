// The rows of an import's preview and what a person chose of them, without any drawing.
import type { Preview, PreviewRow } from '../../src/app/run/job';
import { text } from '../../src/core/ground/text';
import { filterCounts, findRows, leftOutAsText, rowsElsewhere } from '../../src/taskpane/importRows';
import {
  cellNow,
  choose,
  NO_CHOICES,
  uncheckedChoices,
  withChoices,
  type Choice,
  type RowChoices,
} from '../../src/taskpane/rowChoices';

const row = (number: number, state: PreviewRow['state'], over: Partial<PreviewRow> = {}): PreviewRow => ({
  sheet: '名单',
  row: number,
  state,
  table: 'Units',
  target: `U0${number} 西渡镇`,
  cells: [{ column: '电话', before: '', after: `139${number}` }],
  problems: [],
  notices: [],
  source: ['西渡镇', `139${number}`],
  ...over,
});
const problem = (message: string) => ({
  code: 'not-a-phone' as const,
  expected: text('', ''),
  found: '',
  message: text(message, message),
});
const ROWS = [
  row(2, 'added'),
  row(3, 'changed', { notices: [problem('看一眼')] }),
  row(4, 'leftOut', {
    source: ['集兵镇', '=1+1'],
    cells: [],
    target: '',
    problems: [problem('少一位。'), problem('没有单位。')],
  }),
  row(5, 'skipped', { cells: [] }),
  row(6, 'unchanged', { cells: [] }),
];

describe('rows of a preview', () => {
  it('are counted by what becomes of them; outcomes that no row has are not offered', () => {
    expect(filterCounts(ROWS).map(({ filter, count }) => `${filter} ${count}`)).toEqual([
      'all 5',
      'added 1',
      'changed 1',
      'leftOut 1',
      'unchanged 1',
      'skipped 1',
      'remarks 1',
    ]);
  });

  it('are found by every word of the query, in any width and case, also by number and target', () => {
    const found = (query: string): number[] => findRows(ROWS, 'all', query).map((each) => each.row);
    expect([found('西渡 １３９3'), found('u02'), found('4'), found('西渡 集兵'), found('').length]).toEqual([
      [3],
      [2],
      [4],
      [],
      5,
    ]);
    expect(findRows(ROWS, 'remarks', '').map((each) => each.row)).toEqual([3]);
  });

  it('of another table follow by themselves and are counted apart', () => {
    expect(
      rowsElsewhere({
        added: [
          { table: 'Units', row: 'U46', summary: '' },
          { table: 'Tracker', row: 'U46 T1', summary: '' },
          { table: 'Tracker', row: 'U46 T2', summary: '' },
        ],
        changed: [],
        unchanged: 0,
        rows: ROWS,
      }),
    ).toEqual([{ table: 'Tracker', count: 2 }]);
  });

  it('that are left out are copied as the source has them, never as formulas, each sheet with its own heading', () => {
    const preview: Pick<Preview, 'rows' | 'sheets'> = {
      rows: [...ROWS, row(9, 'ask', { sheet: '二', source: ['a', 'b', 'c'], problems: [problem('哪家？')] })],
      sheets: [
        { name: '名单', headers: ['单位', '电话'] },
        { name: '二', headers: ['单位'] },
      ],
    };
    expect(leftOutAsText(preview, 'zh').split('\r\n')).toEqual([
      '名单',
      '行号\t单位\t电话\t原因与改法',
      "4\t集兵镇\t'=1+1\t少一位。没有单位。",
      '',
      '二',
      '行号\t单位\t\t\t原因与改法',
      '9\ta\tb\tc\t哪家？',
    ]);
  });
});

describe('choices', () => {
  const made = (...choices: readonly Choice[]): RowChoices => choices.reduce(choose, NO_CHOICES);
  const off: Choice = { kind: 'tick', rows: [row(2, 'added'), row(3, 'changed')], on: false };
  const mend = (value: string, original = '=1+1'): Choice => ({
    kind: 'mend',
    mend: { sheet: '名单', row: 4, column: 1, value, original },
  });

  it('become the options of the import; what was taken back is not named', () => {
    expect(
      withChoices(
        { review: 'pending', skip: '9' },
        made(off, { kind: 'answer', written: '教育', value: 'U36' }, mend('139')),
      ),
    ).toEqual({ review: 'pending', same: '教育=U36', skip: '名单!2-3', mend: '名单!B4=139\n' });
    expect(
      withChoices(
        { skip: '9', same: 'a=b' },
        made(
          off,
          { ...off, on: true },
          mend('139'),
          mend('=1+1'),
          { kind: 'answer', written: '教育', value: 'U36' },
          { kind: 'answer', written: '教育', value: '' },
        ),
      ),
    ).toEqual({});
    expect(made(mend('139'), { kind: 'restore', row: row(4, 'leftOut') }).mends.size).toBe(0);
    expect(made(off, mend('1'), { kind: 'forget' })).toBe(NO_CHOICES);
  });

  it('need a new look when they may change a row, not when a row is merely not written', () => {
    const count = (choices: RowChoices, checked: RowChoices = NO_CHOICES): number =>
      uncheckedChoices(ROWS, choices, checked);
    const skipped = made({ kind: 'tick', rows: [row(5, 'skipped')], on: false });
    expect(count(made(off), NO_CHOICES)).toBe(1); // row 5 is wanted after all
    expect(count(choose(skipped, off), skipped)).toBe(0);
    expect(count(choose(skipped, { kind: 'tick', rows: [row(4, 'leftOut')], on: false }), skipped)).toBe(1);
    expect(
      count(choose(choose(skipped, mend('139')), { kind: 'answer', written: '教育', value: 'U36' }), skipped),
    ).toBe(2);
    expect(count(choose(skipped, mend('139')), choose(skipped, mend('139')))).toBe(0);
    expect(count(skipped, choose(skipped, mend('139')))).toBe(1);
  });

  it('know what the file says, also once the cell was read as corrected', () => {
    const checked = made(mend('139'));
    const shown = row(4, 'added', { source: ['集兵镇', '139'] });
    expect(cellNow(shown, 1, checked, checked)).toMatchObject({ value: '139', original: '=1+1' });
    expect(cellNow(shown, 1, NO_CHOICES, checked)).toMatchObject({ value: '=1+1', original: '=1+1' });
    expect(cellNow(shown, 0, NO_CHOICES, checked)).toMatchObject({ value: '集兵镇', original: '集兵镇' });
  });
});
