// A winner with what may be shown of it in public. Knows no sheet.
import { text, type Language } from '../ground/text';
import { aliasIn, hasAlias, peopleIn } from './hiddenName';

/** What stands in public lists in the place of a name that must not. */
const UNDER_ALIAS = text('（化名）', '(alias)');

/**
 * What a list shows of a person under an alias, whose cell may say it beside the real name; '' where it says none.
 * Example: `aliasShown('王芳（化名小丽）', 'zh') === '小丽（化名）'`.
 */
export function aliasShown(cell: string, language: Language): string {
  const alias = aliasIn(cell);
  return alias === '' ? '' : `${alias}${language === 'zh' ? '' : ' '}${UNDER_ALIAS[language]}`;
}

/**
 * The same where nobody has to be under an alias: whoever has one stands by it all the same, the others by their names.
 * Example: `peopleShown('王芳（化名小丽）、李四', 'zh') === '小丽（化名）、李四'`.
 */
export function peopleShown(cell: string, language: Language): string {
  if (!hasAlias(cell)) return cell;
  return peopleIn(cell)
    .map((said) => (hasAlias(said) ? aliasShown(said, language) : said))
    .join(language === 'zh' ? '、' : ', ');
}

/** What stands in a public list for whoever is behind a winner. */
export function personShown(
  { storyteller, alias }: Pick<PublicWinner, 'storyteller' | 'alias'>,
  language: Language,
): string {
  return storyteller === '' && alias ? UNDER_ALIAS[language] : storyteller;
}

/** A winner with only what may be shown in public. */
export interface PublicWinner {
  readonly entryId: string;
  readonly rank: number | null;
  /** Name of the tier of its award; '' where there are no named tiers. */
  readonly tier: string;
  /** Yuan; 0 = certificate only. */
  readonly prize: number;
  readonly title: string;
  readonly unit: string;
  readonly category: string;
  /** As registered; of a category that appears under an alias the alias alone, “小丽（化名）”, or '' where none is said. */
  readonly storyteller: string;
  readonly alias: boolean;
}
