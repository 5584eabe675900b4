// The tracker as the rules have it, worked out once for all parts of a job that ask for the same moment.
import { trackUnits } from '../../core/tracker/trackUnits';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { WallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';

const last = new WeakMap<Campaign, { readonly moment: WallTime; readonly rows: readonly TrackerRow[] }>();

/** As `trackUnits`; the last moment that was asked for is kept as long as the campaign is. */
export function statusesAt(campaign: Campaign, moment: WallTime): readonly TrackerRow[] {
  const known = last.get(campaign);
  if (known?.moment === moment) return known.rows;
  const rows = trackUnits(campaign, moment);
  last.set(campaign, { moment, rows });
  return rows;
}
