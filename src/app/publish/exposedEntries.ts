// Entries whose own title names somebody who has to appear under an alias: said before a public sheet is refused for it. Decides nothing.
import { shownName } from '../../core/awards/hiddenName';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { hiddenNames } from './winners';

/**
 * Each of them with its cell and how it is mended; linear in the entries.
 * Example: “王芳的新生活”, told by 王芳 in a category under an alias → a problem at its title.
 */
export function exposedEntries(campaign: Campaign): Problem[] {
  const names = hiddenNames(campaign);
  return campaign.entries.flatMap(({ entryId, blindNo, title }): Problem[] => {
    const name = shownName(title, names);
    if (name === undefined) return [];
    const number = blindNo === '' ? entryId : blindNo;
    return [
      {
        code: 'title-names-person',
        table: ENTRIES.name,
        row: entryId,
        column: 'title',
        found: title,
        expected: text('题目里用化名', 'an alias in the title'),
        message: text(
          `${number}号《${title}》的题目里有不得公开的姓名“${name}”，照此做不出公示、名单和证书：请在“题目”里改用化名；真名和化名一起记在“参评人”，如“${name}（化名小丽）”。`,
          `The title of no. ${number} “${title}” shows “${name}”, a name that must stay hidden: notice, lists and certificates cannot be made with it. Use an alias in “Title”; name and alias are kept together under “Entrant”, such as “${name} (alias Lily)”.`,
        ),
      },
    ];
  });
}
