// What people call the four categories of units. Knows no unit.
import { foldText } from '../import/cellText';
import { text, type Text } from '../ground/text';
import { CATEGORIES, type Category } from './unit';

/** The first spelling of each list is the one that is shown. */
const NAMES: Readonly<Record<Category, { readonly zh: readonly string[]; readonly en: readonly string[] }>> = {
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

const BY_NAME = new Map<string, Category>(
  CATEGORIES.flatMap((category) =>
    [category, ...NAMES[category].zh, ...NAMES[category].en].map((name) => [foldText(name), category] as const),
  ),
);

/**
 * The name of a category in both languages; `members`: what the campaign calls its member units.
 * Example: `categoryName('park').zh === '园区'`.
 */
export function categoryName(category: Category, members = ''): Text {
  if (category === 'member' && members !== '') return text(members, members);
  return text(NAMES[category].zh[0] ?? category, NAMES[category].en[0] ?? category);
}

/**
 * The category that a text names, in either language or as its key; null when it names none. 各 and 全体 before it do not count, nor whose
 * member units they are (县安委会成员单位).
 * Example: `categoryFromText('各成员单位') === 'member'`, `categoryFromText('Townships') === 'township'`.
 */
export function categoryFromText(written: string): Category | null {
  const name = foldText(written);
  const bare = name.replace(/^(?:各|全体|所有)/, '');
  return BY_NAME.get(name) ?? BY_NAME.get(bare) ?? (bare.endsWith('成员单位') ? 'member' : null);
}
