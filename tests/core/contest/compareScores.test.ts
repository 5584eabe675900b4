// The second typing of the same paper sheets against the first.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareScores } from '../../../src/core/contest/compareScores';
import type { ImportedCell, SheetRows } from '../../../src/core/import/sheetRows';
import { CRITERIA, entry, judge, score } from '../../support/contestFixtures';

const HEADER: ImportedCell[] = ['编号', ...CRITERIA.map(({ name }) => name), '备注'];
const sheet = (rows: ImportedCell[][], name = '评委1'): SheetRows => ({ name, rows: [HEADER, ...rows] });
const typed = ['20', '21.5', '22', '13', '8'];
const context = {
  entries: [entry(1), entry(2)],
  judges: [judge(1), judge(2)],
  criteria: CRITERIA,
  existing: [score(1, 1, typed), score(2, 1, [null, null, null, null, null])],
};
const counts = ({ compared, equal, different, onlyHere, onlyThere }: ReturnType<typeof compareScores>) => [
  compared,
  equal,
  different,
  onlyHere,
  onlyThere,
];

describe('two typings of a score sheet', () => {
  it('agree when the scores are the same in any spelling', () => {
    const found = compareScores([sheet([[1, 20, '21.50', '２２', '13分', 8]])], context);
    expect([counts(found), found.problems, found.notices]).toEqual([[5, 5, 0, 0, 0], [], []]);
  });

  it('name every cell that differs with judge, number, criterion and both values', () => {
    const found = compareScores(
      [
        sheet([
          ['001', 20, 25.5, '', 13, 8],
          ['002', 19, null, null, null, null],
        ]),
      ],
      context,
    );
    expect(counts(found)).toEqual([6, 3, 1, 1, 1]);
    expect(
      found.problems.map(({ table, row, column, expected, found: there }) => [table, row, column, expected.zh, there]),
    ).toEqual([
      ['Score_J01', 2, '感染力', '21.5', '25.5'],
      ['Score_J01', 2, '教育意义', '22', ''],
      ['Score_J01', 3, '真实性', '', '19'],
    ]);
    expect(found.problems[0]?.message.zh).toBe('评委1·001号“感染力”：工作簿中21.5，第二次录入25.5。请对照纸质评分表。');
  });

  it('count a story that one of them left out, and a recusal that only one has (S-1, S-2)', () => {
    expect(counts(compareScores([sheet([['002', null, null, null, null, null, '回避']])], context))).toEqual([
      6, 0, 0, 5, 1,
    ]);
    const byUnit = {
      ...context,
      judges: [judge(1, { unitId: 'U002' })],
      existing: [score(1, 1, typed), score(2, 1, [null, null, null, null, null], true)],
    };
    expect(counts(compareScores([sheet([['001', 20, 21.5, 22, 13, 8]])], byUnit))).toEqual([5, 5, 0, 0, 0]);
  });

  it('name rows and sheets that belong to nothing, and judges the file lacks', () => {
    const rows = [
      ['009', 1, 1, 1, 1, 1],
      ['001', ...typed],
      ['1', 1, 1, 1, 1, 1],
    ];
    const found = compareScores([sheet(rows), sheet([], '评委7')], {
      ...context,
      existing: [...context.existing, score(1, 2, typed)],
    });
    expect(found.problems.map(({ code }) => code)).toEqual([
      'unknown-judge',
      'duplicate-number',
      'duplicate-number',
      'unknown-number',
    ]);
    expect([counts(found), found.notices.map(({ code, found: names }) => [code, names])]).toEqual([
      [0, 0, 0, 0, 0],
      [['judges-not-compared', '评委2']],
    ]);
  });

  it('always add up: what is compared is equal, different, only here or only there, and each of the latter is a problem', () => {
    const cell = fc.constantFrom('', '1', '2.5', '10', '优');
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 10, maxLength: 10 }),
        fc.array(cell, { minLength: 10, maxLength: 10 }),
        (here, there) => {
          const existing = [1, 2].map((number, at) =>
            score(
              number,
              1,
              here.slice(at * 5, at * 5 + 5).map((value) => value || null),
            ),
          );
          const found = compareScores(
            [sheet([1, 2].map((number, at) => [number, ...there.slice(at * 5, at * 5 + 5)]))],
            { ...context, existing },
          );
          expect([found.compared, found.problems.length]).toEqual([
            found.equal + found.different + found.onlyHere + found.onlyThere,
            found.compared - found.equal,
          ]);
          expect(found.equal).toBe(here.filter((value, at) => value !== '' && value === there[at]).length);
        },
      ),
    );
  });
});
