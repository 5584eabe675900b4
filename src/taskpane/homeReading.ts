// How far home is with reading the workbook, and what is known of it meanwhile.
import type { CampaignState } from '../app/care/campaignState';
import type { passesByItself } from '../app/run/explainError';
import type { Text } from '../core/ground/text';

/** Under way, read, or failed. */
export type HomeReading =
  | {
      readonly kind: 'reading';
      /** The last state, shown meanwhile. */
      readonly last?: CampaignState;
      /** Excel has given no sign for a while. */
      readonly quiet?: boolean;
      /** That state is of this reading: what the closer look finds is still to come. */
      readonly looking?: true;
    }
  | { readonly kind: 'read'; readonly state: CampaignState }
  | {
      readonly kind: 'failed';
      readonly why: Text;
      /** Whether it is tried again by itself. */
      readonly passes: ReturnType<typeof passesByItself>;
      readonly last?: CampaignState;
    };

/** What is known of the workbook, if only from before. */
export const stateOf = (reading: HomeReading): CampaignState | undefined =>
  reading.kind === 'read' ? reading.state : reading.last;

/** Why what is shown is not all: it is from before and being read anew, or could not be; or the closer look is still to come. */
export type Former = 'reading' | 'failed' | 'looking';

/** Null while what is shown is as it was read last. */
export function formerOf(reading: HomeReading): Former | null {
  if (reading.kind === 'read' || stateOf(reading) === undefined) return null;
  return reading.kind === 'reading' && reading.looking ? 'looking' : reading.kind;
}
