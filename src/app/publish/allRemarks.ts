// What all judges wrote beside their scores, as it stands on their sheets. Decides nothing.
import type { Remark } from '../../core/awards/remarks';
import { readRemarks } from '../../workbook/tables/scoreSheet/readRemarks';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from '../run/runJob';

/**
 * Judge by judge, in the order of their rows.
 * Example: a remark of J01 on E003 is `{ judgeId: 'J01', entryId: 'E003', remark: '感人' }`.
 */
export function allRemarks({ campaign, snapshot }: Pick<Situation, 'campaign' | 'snapshot'>): Remark[] {
  return campaign.judges.flatMap((judge) => {
    const table = snapshot.tables[scoreTableName(judge.judgeId)];
    return table ? readRemarks(table, judge, campaign.criteria, campaign.settings.language) : [];
  });
}
