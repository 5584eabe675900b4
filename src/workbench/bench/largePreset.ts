// The campaign of 2021 with more townships than it had, for what is measured at several sizes.
import { labelOf } from '../../workbook/contract/labels';
import { CAMPAIGN_2021 } from '../../workbook/presets/campaign2021';
import type { Preset } from '../../workbook/presets/preset';

/** `units`: how many in all; never fewer than the preset has. */
export function largePreset(units: number): Preset {
  return {
    ...CAMPAIGN_2021,
    units: (language) => {
      const own = CAMPAIGN_2021.units(language);
      const township = own.find(({ category }) => category === labelOf('category', 'township', language));
      const more = Array.from({ length: Math.max(0, units - own.length) }, (_, index) => ({
        ...township,
        unitId: `V${String(index).padStart(4, '0')}`,
        name: `第${index}镇`,
        shortName: '',
        aliases: '',
      }));
      return [...own, ...more];
    },
  };
}
