import { describe, expect, it } from '@jest/globals';
import { FILE_GOES_FIRST } from '../../../src/core/contest/fileGoesFirst';
import { proposeScores } from '../../../src/core/contest/proposeScores';
import type { ImportedCell, SheetRows } from '../../../src/core/import/sheetRows';
import { CRITERIA, entry, judge, score } from '../../support/contestFixtures';

const HEADER: ImportedCell[] = [
  '编号',
  '真实性（25分）',
  '感染力',
  '教育意义(满分25分)',
  '时代特色 0-15分',
  '表达质量',
  '总分',
  '备注',
];
const context = {
  entries: [entry(1), entry(2), entry(3)],
  judges: [judge(1), judge(2, { unitId: 'U002' })],
  criteria: CRITERIA,
  existing: [],
};
const GOOD = [20, 20, 20, 12, 8];
const sheet = (rows: ImportedCell[][], name = '评委1', header = HEADER): SheetRows => ({
  name,
  rows: [['评分表'], header, ...rows],
});
const read = (rows: ImportedCell[][], over = {}) => proposeScores([sheet(rows)], { ...context, ...over });
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('which judge a sheet belongs to', () => {
  it.each(['评委1', 'Judge 1', '评委１', '评委 01', 'J01', 'j1', '评分·评委1', 'Score_J01'])(
    'recognises “%s”',
    (name) => {
      expect(proposeScores([sheet([['001', ...GOOD]], name)], context).scores[0]?.score.judgeId).toBe('J01');
    },
  );

  it('leaves out a sheet of nobody, of two, of somebody inactive, and two sheets of one', () => {
    expect(codes(proposeScores([sheet([['001', ...GOOD]], '汇总')], context).problems)).toEqual(['unknown-judge']);
    expect(
      codes(proposeScores([sheet([])], { ...context, judges: [judge(1), judge(2, { name: '评委1' })] }).problems),
    ).toEqual(['doubtful-judge']);
    expect(codes(proposeScores([sheet([])], { ...context, judges: [judge(1, { active: false })] }).problems)).toEqual([
      'inactive-judge',
    ]);
    const both = proposeScores([sheet([['001', ...GOOD]]), sheet([['002', ...GOOD]], 'J01')], context);
    expect([codes(both.problems), both.scores]).toEqual([['judge-twice', 'judge-twice'], []]);
  });

  it('ignores empty sheets beside others, and says of a file of empty sheets that it is empty', () => {
    const empty = { name: 'Sheet2', rows: [[null, '']] };
    const beside = proposeScores([empty, sheet([['001', ...GOOD]])], context);
    expect([beside.scores.length, beside.problems, beside.notices]).toEqual([1, [], []]);
    const alone = proposeScores([empty], context);
    expect([alone.scores, codes(alone.problems)]).toEqual([[], ['no-header']]);
  });

  it('says of a percentage that it is one', () => {
    const { scores, problems } = proposeScores([sheet([['001', '90%', ...GOOD.slice(1)]])], context);
    expect([scores, codes(problems), problems[0]?.message.zh]).toEqual([
      [],
      ['not-a-number'],
      expect.stringContaining('是百分比（90%），不是得分'),
    ]);
  });

  it('passes over sheets without scores beside judges’ sheets, but not one that holds scores of nobody known', () => {
    const register = {
      name: '故事登记',
      rows: [
        ['故事编号', '盲评号', '题目'],
        ['E001', '001', '故事'],
      ],
    };
    const { problems, notices, scores } = proposeScores(
      [sheet([['001', ...GOOD]]), register, sheet([['001', ...GOOD]], '评委9')],
      context,
    );
    expect([
      problems.map(({ code, sheet: name }) => [code, name]),
      notices.map(({ code, found }) => [code, found]),
      scores.length,
    ]).toEqual([[['unknown-judge', '评委9']], [['not-score-sheets', '故事登记']], 1]);
  });

  it('takes 编号 for the number where 故事编号 stands beside it, and 故事编号 where it stands alone or beside 序号', () => {
    const criteria = CRITERIA.map(({ name }) => name);
    const numbersOf = (header: ImportedCell[], row: ImportedCell[]) =>
      proposeScores(
        [
          {
            name: '评委1',
            rows: [
              [...header, ...criteria],
              [...row, ...GOOD],
            ],
          },
        ],
        context,
      ).scores.map(({ score: { entryId } }) => entryId);
    const twisted = {
      ...context,
      entries: [entry(1, { entryId: 'E002', blindNo: '1' }), entry(2, { entryId: 'E001', blindNo: '2' })],
    };
    expect(
      proposeScores(
        [
          {
            name: '评委1',
            rows: [
              ['故事编号', '编号', ...criteria],
              ['E001', '2', ...GOOD],
            ],
          },
        ],
        twisted,
      ).scores[0]?.score.entryId,
    ).toBe('E001');
    expect(numbersOf(['故事编号', '盲评号'], ['E001', '002'])).toEqual(['E002']);
    expect(numbersOf(['序号', '故事编号'], [1, '003'])).toEqual(['E003']);
    expect(numbersOf(['故事编号'], ['002'])).toEqual(['E002']);
  });

  it('leaves out a sheet without a header, without a criterion, or with another maximum', () => {
    expect(codes(proposeScores([{ name: '评委1', rows: [['哈哈']] }], context).problems)).toEqual(['no-header']);
    const short = proposeScores(
      [
        sheet(
          [['001', ...GOOD]],
          '评委1',
          HEADER.filter((header) => header !== '感染力'),
        ),
      ],
      context,
    );
    expect(short.problems).toMatchObject([{ code: 'missing-criterion', sheet: '评委1', row: 2, table: 'Score_J01' }]);
    const other = proposeScores(
      [
        sheet(
          [['001', ...GOOD]],
          '评委1',
          HEADER.map((header) => (header === '感染力' ? '感染力（20分）' : header)),
        ),
      ],
      context,
    );
    expect(other.problems).toMatchObject([
      { code: 'criterion-maximum-differs', column: '感染力（20分）', found: '感染力（20分）' },
    ]);
    expect(other.scores).toEqual([]);
  });
});

describe('rows of a judge', () => {
  it('takes a full row exactly, with the number in any spelling', () => {
    expect(read([[1, 24.499999999999996, '20.0', '２０', '12分 ', 8]]).scores).toEqual([
      {
        score: score(1, 1, ['24.5', '20', '20', '12', '8']),
        before: null,
        sheet: '评委1',
        row: 3,
      },
    ]);
  });

  it('leaves out a row with one problem per wrong cell', () => {
    const { problems, scores } = read([
      ['001', '优秀', null, 24.3, 16, 8],
      ['002', ...GOOD],
    ]);
    expect(problems.map(({ code, column, row, found, expected }) => [code, column, row, found, expected.zh])).toEqual([
      ['not-a-number', '真实性（25分）', 3, '优秀', '0–25，步长0.5'],
      ['missing-score', '感染力', 3, '', '0–25，步长0.5'],
      ['off-step', '教育意义(满分25分)', 3, '24.3', '0–25，步长0.5'],
      ['out-of-range', '时代特色 0-15分', 3, '16', '0–15，步长0.5'],
    ]);
    expect(scores).toHaveLength(1);
  });

  it('leaves out a row whose title is another story’s: nobody knows whose scores these are', () => {
    const rows: ImportedCell[][] = [
      [1, `《${entry(2).title}》`, ...GOOD],
      [2, entry(2).title, ...GOOD],
      [3, '三号故事的简称', ...GOOD],
    ];
    const [number = '', ...others] = HEADER;
    const { scores, problems } = proposeScores([sheet(rows, '评委1', [number, '作品题目', ...others])], context);
    expect(scores.map((taken) => taken.score.entryId)).toEqual([entry(2), entry(3)].map(({ entryId }) => entryId));
    expect(problems).toMatchObject([
      { code: 'title-differs', row: 3, column: '作品题目', expected: { zh: entry(1).title } },
    ]);
  });

  it('tells a row that is not scored yet from a wrong one (S-1)', () => {
    const { problems, notices, scores } = read([['001', null, '', null, null, null]]);
    expect([codes(problems), codes(notices), scores]).toEqual([[], ['not-scored-yet'], []]);
  });

  it('finds numbers that are unknown, missing, there twice, or of two entries', () => {
    expect(codes(read([['099', ...GOOD]]).problems)).toEqual(['unknown-number']);
    expect(codes(read([[null, ...GOOD]]).problems)).toEqual(['missing-number']);
    const twice = read([
      ['001', ...GOOD],
      [1, ...GOOD],
      ['002', ...GOOD],
    ]);
    expect([codes(twice.problems), twice.scores.length]).toEqual([['duplicate-number', 'duplicate-number'], 1]);
    expect(codes(read([['001', ...GOOD]], { entries: [entry(1), entry(2, { blindNo: '1' })] }).problems)).toEqual([
      'doubtful-number',
    ]);
  });

  it('shows a total that differs from the scores and takes the scores', () => {
    const { notices, scores } = read([
      ['001', ...GOOD, 81],
      ['002', ...GOOD, '80分'],
      ['003', ...GOOD, 80],
    ]);
    expect(notices).toMatchObject([
      { code: 'total-differs', row: 3, column: '总分', found: '81', expected: { zh: '80' } },
    ]);
    expect(scores).toHaveLength(3);
  });
});

describe('recusal (S-2)', () => {
  it('takes a remark for a recusal, and the row as recused when it has no scores', () => {
    expect(read([['001', null, null, null, null, null, null, '同单位，回避']]).scores).toMatchObject([
      { score: { entryId: 'E001', recused: true } },
    ]);
    expect(codes(read([['001', null, null, null, null, null, null, '无需回避']]).notices)).toEqual(['not-scored-yet']);
    expect(read([['001', ...GOOD, null, '不回避']]).scores[0]?.score.recused).toBe(false);
  });

  it('refuses a new score of a recused judge, by remark, by unit, or by the workbook', () => {
    expect(read([['001', ...GOOD, null, '回避']]).problems).toMatchObject([
      { code: 'recused-scored', column: '备注', found: '回避', row: 3 },
    ]);
    const byUnit = proposeScores([sheet([['002', ...GOOD]], '评委2')], context);
    expect([codes(byUnit.problems), byUnit.scores]).toEqual([['recused-scored'], []]);
    const known = read([['001', ...GOOD]], { existing: [score(1, 1, [], true)] });
    expect([codes(known.problems), known.scores]).toEqual([['recused-scored'], []]);
  });

  it('reads a column of its own', () => {
    const own = proposeScores(
      [
        sheet(
          [
            ['001', null, null, null, null, null, '是'],
            ['002', ...GOOD, '否'],
          ],
          '评委1',
          ['编号', '真实性', '感染力', '教育意义', '时代特色', '表达质量', '回避'],
        ),
      ],
      context,
    );
    expect(own.scores.map((item) => item.score.recused)).toEqual([true, false]);
  });
});

describe('what the workbook has already', () => {
  const same = score(1, 1, ['20', '20.0', '20', '12', '8']);

  it('leaves equal scores alone and fills blanks', () => {
    expect(read([['001', ...GOOD]], { existing: [same] })).toMatchObject({
      scores: [],
      unchanged: [{ judgeId: 'J01', entryId: 'E001' }],
      problems: [],
    });
    const partial = score(1, 1, ['20', null, '20', null, '8']);
    expect(read([['001', ...GOOD]], { existing: [partial] }).scores).toMatchObject([{ before: partial }]);
  });

  it('never overwrites what a judge typed, unless told to', () => {
    const other = score(1, 1, ['21', '20', '20', '12', '8']);
    const refused = read([['001', ...GOOD]], { existing: [other] });
    expect(refused.scores).toEqual([]);
    expect(refused.problems).toMatchObject([
      {
        code: 'score-differs',
        column: '真实性',
        found: '真实性 20',
        expected: { zh: '真实性 21' },
        row: 3,
        sheet: '评委1',
        message: { zh: expect.stringContaining(FILE_GOES_FIRST.zh), en: expect.stringContaining(FILE_GOES_FIRST.en) },
      },
    ]);
    expect(read([['001', ...GOOD]], { existing: [other], overwrite: true }).scores).toMatchObject([
      { before: other, score: { scores: { C1: '20' } } },
    ]);
  });

  it('keeps scores as stray when a recusal comes later and may be overwritten', () => {
    const rows: ImportedCell[][] = [['001', null, null, null, null, null, null, '回避']];
    expect(codes(read(rows, { existing: [same] }).problems)).toEqual(['score-differs']);
    expect(read(rows, { existing: [same], overwrite: true }).scores[0]?.score).toEqual({ ...same, recused: true });
  });
});

describe('scores that the file no longer has', () => {
  const had = ['21', '21', '21', '13', '9'];
  const existing = [score(1, 1, had), score(2, 1, had), score(3, 1, had)];

  it.each([true, false])('stay in the workbook and are told to go on counting (overwrite: %s)', (overwrite) => {
    const rows = [
      ['001', null, null, null, null, null],
      ['002', '弃权', ...GOOD.slice(1)],
      ['003', 21, 21, 21, 13, 9],
    ];
    const { scores, notices } = read(rows, { existing, overwrite });
    expect(scores).toEqual([]);
    // “Has no scores yet” would be untrue of 001.
    expect(codes(notices)).toEqual(['scores-kept']);
    expect(notices[0]).toMatchObject({ table: 'Score_J01', sheet: '评委1', found: '001、002' });
    expect(notices[0]?.message.zh).toContain('原来的评分没有改动，仍然计入');
  });
});
