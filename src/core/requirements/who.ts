// Who owes a requirement, as people write it in one cell: categories and units by name. Units by equality only, never guessed.
import { foldText } from '../import/cellText';
import type { Place, Problem } from '../problem';
import { categoryFromText, categoryName } from '../roster/categoryNames';
import { CATEGORIES, type Category, type Unit } from '../roster/unit';
import type { UnitMatcher } from '../roster/unitMatcher';
import { unitProblem } from '../roster/unitProblem';
import type { Language } from '../text';
import { parseParts } from './parseParts';

export interface Who {
  readonly categories: readonly Category[];
  readonly unitIds: readonly string[];
}

/** All that have to report: the units of the expected counts. */
const EVERYBODY: readonly Category[] = ['township', 'park', 'member'];
const EVERYBODY_WORDS = new Set(['全部', '全部单位', '所有单位', '各单位', '全体', '全体单位', 'all', 'allunits', 'everybody']);

/**
 * Reads “乡镇、园区、成员单位”, “全部” (townships, parks and member units), “县教育局、县公安局” or English names. A word that is neither
 * a category nor exactly one unit is a problem at the given place. Categories and ids come in order, without repetition.
 * Example: `parseWho('乡镇、县教育局', matcher).categories` is `['township']`.
 */
export function parseWho(text: string, matcher: UnitMatcher, place: Place = { table: 'Requirements', column: 'who' }): Who & { readonly problems: readonly Problem[] } {
  const categories = new Set<Category>();
  const unitIds = new Set<string>();
  const problems: Problem[] = [];
  for (const word of parseParts(text)) {
    const category = categoryFromText(word);
    if (EVERYBODY_WORDS.has(foldText(word))) EVERYBODY.forEach((each) => categories.add(each));
    else if (category !== null) categories.add(category);
    else {
      const match = matcher.match(word);
      const problem = unitProblem(word, match, place);
      if (match.kind === 'exact') unitIds.add(match.unit.unitId);
      if (problem) problems.push(problem);
    }
  }
  return { categories: CATEGORIES.filter((category) => categories.has(category)), unitIds: [...unitIds], problems };
}

/** Writes what parseWho reads back: categories, then units by name (by id when the roster has no such unit). */
export function formatWho(who: Who, units: readonly Unit[], language: Language): string {
  const names = who.unitIds.map((unitId) => units.find((unit) => unit.unitId === unitId)?.name || unitId);
  return [...who.categories.map((category) => categoryName(category)[language]), ...names].join(language === 'zh' ? '、' : ', ');
}
