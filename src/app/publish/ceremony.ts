// Which day the ceremony is, out of the campaign's phases. Knows no programme.
import type { CampaignSettings, Phase } from '../../core/campaign/settings';

const CEREMONY = /颁奖|表彰|ceremony|award/i;

/** The first phase that is called so; undefined when none is. */
export function ceremonyOf({ phases }: Pick<CampaignSettings, 'phases'>): Phase | undefined {
  return phases.find(({ name }) => CEREMONY.test(name));
}
