// Whose real name a list must not show. Which categories these are, the campaign says.
import { foldText } from '../import/cellText';

/**
 * True for entries of these categories: whoever stands behind them appears under an alias in every list. A category that only contains
 * the words, or is a part of them, counts too: when in doubt no name is shown. Example: 成功戒毒历程类 for 成功戒毒历程.
 */
export function needsAlias(category: string, aliasCategories: readonly string[]): boolean {
  const wanted = foldText(category);
  return (
    wanted !== '' &&
    aliasCategories.map(foldText).some((each) => each !== '' && (wanted.includes(each) || each.includes(wanted)))
  );
}

/** 散文类 is 散文. */
const plainly = (category: string): string => foldText(category).replace(/类别?$/, '');

/** What a campaign says of its categories. */
interface Categories {
  /** Whose entrants appear under an alias. */
  readonly aliasCategories: readonly string[];
  /** All there are; [] where the campaign names none. */
  readonly storyCategories: readonly string[];
}

/**
 * The same for what is about to be shown: in a campaign with such categories an entry whose category nobody said, or said as none of the campaign's,
 * is treated as one of them. Example: the category is blank; and no entry where the campaign names no such category.
 */
export function staysUnderAlias(category: string, { aliasCategories, storyCategories }: Categories): boolean {
  if (aliasCategories.every((each) => foldText(each) === '')) return false;
  const known = storyCategories.map(plainly).filter((each) => each !== '');
  const isKnown = known.length === 0 ? foldText(category) !== '' : known.includes(plainly(category));
  return !isKnown || needsAlias(category, aliasCategories);
}
