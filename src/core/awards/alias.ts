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

/**
 * The same for what is about to be shown: in a campaign with such categories an entry whose category nobody said is treated as one of them.
 * Example: `staysUnderAlias('', ['社区戒毒康复'])`, and of no entry where the campaign names no such category.
 */
export function staysUnderAlias(category: string, aliasCategories: readonly string[]): boolean {
  const asked = aliasCategories.some((each) => foldText(each) !== '');
  return (asked && foldText(category) === '') || needsAlias(category, aliasCategories);
}
