// Lists of entries come in Chinese also where the office keeps its workbook in English: the preset's categories are known by both names.
import { expect, test } from '@jest/globals';
import { categoriesInFiles } from '../../../src/app/contest/categoriesInFiles';
import { needsAlias } from '../../../src/core/awards/alias';
import { createUnitMatcher } from '../../../src/core/roster/unitMatcher';
import { PLAIN_UNIT } from '../../../src/core/roster/unit';
import { proposeStories } from '../../../src/core/contest/proposeStories';
import { splitList } from '../../../src/workbook/contract/cells';
import { CAMPAIGN_2021 } from '../../../src/workbook/presets/campaign2021';

const { storyCategories, aliasCategories } = CAMPAIGN_2021.settings('en');
const own = splitList(String(storyCategories));

test('a category of the preset is known by its other name and written by the workbook’s own; one that people renamed is not', () => {
  const matcher = createUnitMatcher([{ ...PLAIN_UNIT, unitId: 'U1', name: '西渡镇', category: 'township' }]);
  const read = (categories: readonly string[]): unknown => {
    const { entries, problems } = proposeStories(
      [
        {
          name: 's',
          rows: [
            ['序号', '报送单位', '故事题目', '类别'],
            ['1', '西渡镇', '归途', '1.社区戒毒康复'],
          ],
        },
      ],
      {
        matcher,
        categories,
        alsoCalled: categoriesInFiles({ preset: CAMPAIGN_2021.id, storyCategories: categories }),
        existing: [],
      },
    );
    return [entries.map(({ category }) => category), problems.map(({ code }) => code)];
  };
  expect(read(own)).toEqual([['Community recovery'], []]);
  expect(read(['Law', 'Home'])).toEqual([[], ['unknown-category']]);
});

test('whoever stands behind a category of people in recovery stays under an alias, in whichever language it was written (A-3)', () => {
  const aliases = splitList(String(aliasCategories));
  const chinese = splitList(String(CAMPAIGN_2021.settings('zh').storyCategories));
  const shown = (names: readonly string[]): boolean[] => names.map((name) => needsAlias(name, aliases));
  expect(shown(own)).toEqual([false, true, true, true, false, false]);
  expect(shown(chinese)).toEqual(shown(own));
});
