// Who owes an item, as people type it.
import { lazyMatcher } from '../../../src/core/roster/unitMatcher';
import { readWho } from '../../../src/workbook/tables/requirements/who';

const units = [{ category: '学校' }, { category: '医院' }];
const who = (cell: string): ReturnType<typeof readWho> => readWho(cell, lazyMatcher([]), 'T1', units, false);

it.each([
  '全部',
  '所有单位',
  '全体',
  '所有',
  '各单位',
  '全县',
  '全体报送单位',
  '全县各单位',
  '每个单位',
  'All units',
  'everybody',
])('%s is everybody', (word) => {
  expect(who(word)).toEqual({ categories: ['学校', '医院'], unitIds: [], problems: [] });
});

it.each(['各', '每个', '全县各', '所有乡镇'])('%s alone is nobody, and the word for everybody is said', (word) => {
  const { categories, problems } = who(word);
  expect(categories).toEqual([]);
  expect(problems[0]).toMatchObject({ code: 'unknown-unit', found: word });
  expect(problems[0]?.message.zh).toContain('写“全部”');
  expect(problems[0]?.message.en).toContain('write “all”');
});
