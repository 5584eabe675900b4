// What people call the categories of units: a county's four have several spellings, all others are the word that the roster has.
import { foldText } from '../import/cellText';
import { text, type Text } from '../ground/text';
import { COUNTY_CATEGORIES, type Category, type CountyCategory, type Unit } from './unit';

/** The first spelling of each list is the one that is shown. */
const NAMES: Readonly<Record<CountyCategory, { readonly zh: readonly string[]; readonly en: readonly string[] }>> = {
  township: { zh: ['乡镇', '镇', '乡', '镇乡', '街道', '乡镇街道', '乡镇(街道)'], en: ['Townships', 'township'] },
  park: { zh: ['园区'], en: ['Parks', 'park'] },
  member: {
    zh: ['成员单位'],
    en: ['Member units', 'member unit', 'members', 'member'],
  },
  other: {
    zh: ['县直机关单位', '县直机关各单位', '县直单位', '县直机关', '县直各单位', '其他单位', '其他'],
    en: ['Other county units', 'other county unit', 'other units', 'others', 'other'],
  },
};

const BY_NAME = new Map<string, CountyCategory>(
  COUNTY_CATEGORIES.flatMap((category) =>
    [category, ...NAMES[category].zh, ...NAMES[category].en].map((name) => [foldText(name), category] as const),
  ),
);

/**
 * The name of a category in both languages; `members`: what the campaign calls its member units.
 * Example: `categoryName('park').zh === '园区'`.
 */
export function categoryName(category: Category, members = ''): Text {
  if (!isCountyCategory(category)) return text(category, category);
  if (category === 'member' && members !== '') return text(members, members);
  return text(NAMES[category].zh[0] ?? category, NAMES[category].en[0] ?? category);
}

/** True for the code of one of a county's four. */
export function isCountyCategory(category: Category): category is CountyCategory {
  return category in NAMES;
}

/** A county's four, then the others in the order in which they first stand. */
export function categoriesOf(units: readonly { readonly category: Category }[]): readonly Category[] {
  return [...new Set<Category>([...COUNTY_CATEGORIES, ...units.map(({ category }) => category)])];
}

/** The categories of a roster by their folded words: items ask for them one by one, rosters have thousands of units of a few categories. */
const rosterWords = new WeakMap<readonly Pick<Unit, 'category'>[], ReadonlyMap<string, Category>>();

function wordsOf(units: readonly Pick<Unit, 'category'>[]): ReadonlyMap<string, Category> {
  let words = rosterWords.get(units);
  if (!words) {
    const distinct = [...new Set(units.map(({ category }) => category))].reverse(); // the first of two alike counts
    rosterWords.set(units, (words = new Map(distinct.map((category) => [foldText(category), category]))));
  }
  return words;
}

/** The category that the roster has by just this word; null: none. Example: `categoryOfRoster('club', [{ category: 'Club' }]) === 'Club'`. */
export function categoryOfRoster(written: string, units: readonly Pick<Unit, 'category'>[]): Category | null {
  return wordsOf(units).get(foldText(written)) ?? null;
}

/** The category that a text names: one that the roster has by just this word, else one of a county's (`categoryFromText`). */
export function categoryInRoster(written: string, units: readonly Pick<Unit, 'category'>[]): Category | null {
  return categoryOfRoster(written, units) ?? categoryFromText(written);
}

/**
 * The category that a text names, in either language or as its key; null when it names none. 各 and 全体 before it do not count, nor whose
 * member units they are (县安委会成员单位).
 * Example: `categoryFromText('各成员单位') === 'member'`, `categoryFromText('Townships') === 'township'`.
 */
export function categoryFromText(written: string): CountyCategory | null {
  const name = foldText(written);
  const bare = name.replace(/^(?:各|全体|所有)/, '');
  return BY_NAME.get(name) ?? BY_NAME.get(bare) ?? (bare.endsWith('成员单位') ? 'member' : null);
}
