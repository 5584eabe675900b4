// The “报送单位” cell of a requirement: categories and units by name. Names resolve by equality only, never by guess.
import type { Problem } from '../../../core/ground/problem';
import { categoryInRoster, categoryOfRoster, isCountyCategory } from '../../../core/roster/categoryNames';
import type { Category, Unit } from '../../../core/roster/unit';
import type { UnitMatcher } from '../../../core/roster/unitMatcher';
import { text } from '../../../core/ground/text';
import { splitList } from '../../contract/cells';

const REPORTING: readonly Category[] = ['township', 'park', 'member'];
/** Everybody, in the words that people use: 全部, 所有单位, 全体报送单位, 全县各单位, 每个单位 … */
const EVERYBODY =
  /^(?:(?:全部|所有|全体|全县)(?:报送)?(?:单位)?|(?:各|各个|每个|全县各|全县所有)(?:报送)?单位|all(?: units)?|every unit|every(?:body|one))$/i;

/** Who owes an item: whole categories, and units one by one. */
export interface Who {
  readonly categories: readonly Category[];
  readonly unitIds: readonly string[];
}

/**
 * `matcher`: made when the first word is no category. `county`: the categories are a county's four; else the words that the roster has.
 * Example: `readWho('乡镇、园区、县教育局', lazyMatcher(units), 'T4', units)` gives two categories and the id of 县教育局.
 */
export function readWho(
  cell: string,
  matcher: () => UnitMatcher,
  requirementId: string,
  units: readonly Pick<Unit, 'category'>[],
  county = true,
): Who & { problems: Problem[] } {
  const words = units.map(({ category }) => category);
  const everybody = county ? [...REPORTING, ...words.filter((word) => !isCountyCategory(word))] : words;
  const categories: Category[] = [];
  const unitIds: string[] = [];
  const problems: Problem[] = [];
  for (const word of splitList(cell)) {
    const category = county ? categoryInRoster(word, units) : categoryOfRoster(word, units);
    if (EVERYBODY.test(word)) {
      categories.push(...everybody);
      continue;
    }
    if (category) {
      categories.push(category);
      continue;
    }
    const match = matcher().match(word);
    if (match.kind === 'exact') unitIds.push(match.unit.unitId);
    else {
      problems.push({
        code: 'unknown-unit',
        table: 'Requirements',
        row: requirementId,
        column: 'who',
        expected: text('类别，或名册里的单位名称', 'a category, or a unit of the roster'),
        found: word,
        message: text(
          `事项 ${requirementId} 的“报送单位”里“${word}”不是类别，也不在名册中。请改成名册里的写法，或在名册给该单位加别名；各单位都要报的，写“全部”。`,
          `Item ${requirementId}: “${word}” under Who is neither a category nor a unit of the roster. Use the roster’s spelling, or add it as an alias; if everybody owes it, write “all”.`,
        ),
      });
    }
  }
  return { categories: [...new Set(categories)], unitIds: [...new Set(unitIds)], problems };
}
