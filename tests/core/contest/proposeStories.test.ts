import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/core/contest/contest';
import { proposeStories } from '../../../src/core/contest/proposeStories';
import { storyColumns } from '../../../src/core/contest/storyColumns';
import type { ImportedCell, SheetRows } from '../../../src/core/import/sheetRows';
import { PLAIN_UNIT, type Unit } from '../../../src/core/roster/unit';
import { createUnitMatcher } from '../../../src/core/roster/unitMatcher';
import { sampleSheets } from '../../support/sampleSheets';

const CATEGORIES = [
  '缉毒执法案例',
  '社区戒毒康复',
  '成功戒毒历程',
  '戒毒人员创业就业事例',
  '禁毒志愿者',
  '最美禁毒人事迹',
];
const unit = (index: number, name: string, aliases: string[] = [], active = true): Unit => ({
  unitId: `U${String(index).padStart(2, '0')}`,
  name,
  ...PLAIN_UNIT,
  aliases,
  category: 'township',
  active,
});
const units = [unit(1, '西渡镇'), unit(2, '集兵镇'), unit(3, '县公安局', ['公安局']), unit(4, '杉桥镇', [], false)];
const context = { matcher: createUnitMatcher(units), categories: CATEGORIES, existing: [] as Entry[] };
const HEADER: ImportedCell[] = ['序号', '报送单位', '故事题目', '类别', '讲述人', '字数', '备注'];
const file = (rows: ImportedCell[][]): SheetRows[] => [{ name: '故事', rows: [['故事登记表', null], HEADER, ...rows] }];
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const GOOD: ImportedCell[] = ['001', '西渡镇', '新生', '禁毒志愿者', '张三', '约2000', '题目可改'];

describe('proposeStories', () => {
  it('takes a full row, its number as it stands and its length as a note', () => {
    expect(proposeStories(file([GOOD]), context)).toMatchObject({
      entries: [
        {
          blindNo: '001',
          unitId: 'U01',
          title: '新生',
          category: '禁毒志愿者',
          storyteller: '张三',
          eligible: true,
          note: '字数：约2000；题目可改',
          sheet: '故事',
          row: 3,
        },
      ],
      unchanged: [],
      problems: [],
      notices: [],
    });
  });

  it('names every wrong cell of a row and leaves the row out', () => {
    const { entries, problems } = proposeStories(file([[1, '东渡镇镇', null, '其他', '=cmd()']]), context);
    expect(entries).toEqual([]);
    expect(problems.map(({ code, column, row, found }) => [code, column, row, found])).toEqual([
      [expect.stringMatching(/^(unknown|doubtful)-unit$/), '报送单位', 3, '东渡镇镇'],
      ['missing-title', '故事题目', 3, ''],
      ['unknown-category', '类别', 3, '其他'],
      ['formula-like', '讲述人', 3, '=cmd()'],
    ]);
  });

  it('asks for a number only when everything else is right', () => {
    expect(codes(proposeStories(file([[null, ...GOOD.slice(1)]]), context).problems)).toEqual(['missing-number']);
    expect(codes(proposeStories(file([[null, '西渡镇', null, '禁毒志愿者']]), context).problems)).toEqual([
      'missing-title',
    ]);
  });

  it('leaves out an inactive unit', () => {
    expect(codes(proposeStories(file([[1, '杉桥镇', '新生', '禁毒志愿者']]), context).problems)).toEqual([
      'inactive-unit',
    ]);
  });

  it('takes none of the rows that share a number, or a unit and title', () => {
    const { entries, problems } = proposeStories(
      file([
        ['001', '西渡镇', '甲', '禁毒志愿者'],
        [1, '集兵镇', '乙', '禁毒志愿者'],
        [2, '县公安局', '丙', '缉毒执法案例'],
        [3, '公安局', '丙 ', '缉毒执法案例'],
        [4, '集兵镇', '丁', '禁毒志愿者'],
      ]),
      context,
    );
    expect(entries.map(({ blindNo }) => blindNo)).toEqual(['4']);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['duplicate-number', 3],
      ['duplicate-number', 4],
      ['duplicate-story', 5],
      ['duplicate-story', 6],
    ]);
  });

  it('knows what the workbook has: the same again, a number that is taken, the same story under another number', () => {
    const existing: Entry[] = [
      {
        entryId: 'E001',
        blindNo: '1',
        unitId: 'U01',
        title: '新生',
        category: '禁毒志愿者',
        storyteller: '张三',
        eligible: true,
      },
    ];
    expect(proposeStories(file([GOOD]), { ...context, existing })).toMatchObject({
      entries: [],
      unchanged: ['E001'],
      problems: [],
      notices: [],
    });
    expect(
      codes(proposeStories(file([['1', '集兵镇', '乙', '禁毒志愿者']]), { ...context, existing }).problems),
    ).toEqual(['number-taken']);
    expect(codes(proposeStories(file([['2', ...GOOD.slice(1)]]), { ...context, existing }).problems)).toEqual([
      'duplicate-story',
    ]);
    const other = proposeStories(file([['1', '西渡镇', '新生', '成功戒毒历程', '张三']]), { ...context, existing });
    expect([other.unchanged, codes(other.notices), other.notices[0]?.column]).toEqual([
      ['E001'],
      ['story-differs'],
      '类别',
    ]);
  });

  it('says when a unit has more stories than its quota, and takes them', () => {
    const rows: ImportedCell[][] = [
      [1, '西渡镇', '甲', '禁毒志愿者'],
      [2, '西渡镇', '乙', '禁毒志愿者'],
    ];
    const { entries, notices } = proposeStories(file(rows), { ...context, quotaOf: () => 1 });
    expect([entries.length, codes(notices), notices[0]?.found]).toEqual([2, ['more-than-quota'], '西渡镇']);
    expect(proposeStories(file(rows), { ...context, quotaOf: () => 2 }).notices).toEqual([]);
  });

  it('says when a sheet has no header', () => {
    expect(proposeStories([{ name: 'A', rows: [['随便']] }], context).problems).toMatchObject([
      { code: 'no-header', table: 'Entries', sheet: 'A' },
    ]);
  });

  it('reads the sample: one row without a title, and units only by equality', async () => {
    const sheets = await sampleSheets('stories-messy.xlsx');
    const names = [...new Set((sheets[0]?.rows ?? []).slice(1).map((row) => String(row[1]).trim()))];
    const aliases: Record<string, string[]> = {
      县公安局: ['公安局'],
      县人民检察院: ['县检察院', '检察院'],
      县人民法院: ['县法院', '法院'],
    };
    const roster = names
      .filter((name) => !['縣公安局禁毒大队', '县检察院', '法院'].includes(name))
      .map((name, index) => unit(index + 1, name, aliases[name]));
    const { entries, problems } = proposeStories(sheets, { ...context, matcher: createUnitMatcher(roster) });
    expect(entries).toHaveLength(47);
    expect(problems.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['doubtful-unit', 34, '縣公安局禁毒大队'],
      ['missing-title', 50, ''],
    ]);
    expect(entries.find(({ blindNo }) => blindNo === '9')?.note).toBe('字数：约2000');
    expect(
      entries.filter(({ unitId }) => unitId === roster.find(({ name }) => name === '县人民检察院')?.unitId),
    ).toHaveLength(2);
  });
});

it('recognises columns by what the campaign calls its things: 摄影者 and 照片标题', () => {
  const header: ImportedCell[] = ['序号', '报送单位', '照片标题', '类别', '摄影者'];
  const photos = [{ name: '照片', rows: [header, ['1', '西渡镇', '渡口', '禁毒志愿者', '张三']] }];
  const columns = storyColumns({ person: '摄影者', entry: '照片' });
  const { entries, problems, notices } = proposeStories(photos, { ...context, columns });
  expect([codes(problems), codes(notices)]).toEqual([[], []]);
  expect(entries).toMatchObject([{ title: '渡口', storyteller: '张三' }]);
  expect(proposeStories(photos, context).entries).toMatchObject([{ title: '渡口', storyteller: '' }]);
});
