// The criteria as judges' files may call them: a preset's criterion by its name in either language.
import type { CampaignSettings } from '../../core/campaign/settings';
import type { Criterion } from '../../core/contest/contest';
import { presetById } from '../../workbook/presets/presets';

/** A criterion that people renamed goes by its own name alone. */
export function criteriaInFiles(
  criteria: readonly Criterion[],
  { preset }: Pick<CampaignSettings, 'preset'>,
): Criterion[] {
  const made = presetById(preset);
  const [zh, en] = (['zh', 'en'] as const).map((language) => made?.criteria(language) ?? []);
  const pairs = (zh ?? []).map(({ name }, at) => [String(name), String(en?.[at]?.name ?? '')]);
  return criteria.map((criterion) => {
    const aliases =
      pairs.find((pair) => pair.includes(criterion.name))?.filter((name) => name !== criterion.name) ?? [];
    return aliases.length === 0 ? criterion : { ...criterion, aliases };
  });
}
