// The categories of entries as lists may call them: a preset's category by its name in either language.
import type { CampaignSettings } from '../../core/campaign/settings';
import { splitList } from '../../workbook/contract/cells';
import { presetById } from '../../workbook/presets/presets';

/** The name in the other language → the campaign's own. A category that people renamed goes by its own name alone. */
export function categoriesInFiles({
  preset,
  storyCategories,
}: Pick<CampaignSettings, 'preset' | 'storyCategories'>): ReadonlyMap<string, string> {
  const made = presetById(preset);
  const [zh = [], en = []] = (['zh', 'en'] as const).map((language) =>
    splitList(String(made?.settings(language).storyCategories ?? '')),
  );
  return new Map(
    zh.flatMap((name, at) => {
      const pair = [name, en[at] ?? name];
      const own = pair.find((word) => storyCategories.includes(word));
      const other = pair.find((word) => word !== own);
      return own === undefined || other === undefined ? [] : [[other, own] as const];
    }),
  );
}
