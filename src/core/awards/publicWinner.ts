// A winner with what may be shown of it in public. Knows no sheet.
import { text } from '../ground/text';

/** What stands in public lists in the place of a name that must not. */
export const UNDER_ALIAS = text('（化名）', '(alias)');

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
  /** As registered; '' for people of a category that appears under an alias. */
  readonly storyteller: string;
  readonly alias: boolean;
}
