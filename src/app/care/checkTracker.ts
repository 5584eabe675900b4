// Rows that the tracker lacks, and rows that it counts though nobody owes them any more. What its formulas say is compared elsewhere.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { countedForNobody, trackerDifference, type TrackerKey } from '../../workbook/tables/tracker/trackerKeys';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';

const someOf = (keys: readonly TrackerKey[]): string =>
  `${keys
    .slice(0, 5)
    .map(({ unitId, requirementId }) => `${unitId} ${requirementId}`)
    .join('、')}${keys.length > 5 ? '…' : ''}`;

function wrongRows(
  code: 'tracker-incomplete' | 'obsolete-row',
  keys: readonly TrackerKey[],
  expected: Text,
  message: (rows: string) => Text,
): Problem[] {
  if (keys.length === 0) return [];
  const found = someOf(keys);
  return [{ code, table: TRACKER.name, expected, found, message: message(found) }];
}

/** One problem for all rows of a kind. Both are put right by the job that marks what is overdue. */
export function trackerProblems({ campaign, snapshot }: Situation): Problem[] {
  const { units, requirements } = campaign;
  const tracker = tableIn(snapshot, TRACKER);
  const { missing } = trackerDifference(tracker, units, requirements);
  const counted = countedForNobody(tracker, units, requirements);
  return [
    ...wrongRows(
      'tracker-incomplete',
      missing,
      text('每个应报单位、事项各一行', 'a row for every unit and item owed'),
      (rows) =>
        text(
          `台账少 ${missing.length} 行（${rows}）：点“标出逾期”补齐。`,
          `The tracker lacks ${missing.length} rows (${rows}): run “Mark what is overdue”.`,
        ),
    ),
    ...wrongRows('obsolete-row', counted, text('应报的单位和事项', 'a unit and an item that it owes'), (rows) =>
      text(
        `台账、首页和矩阵还在计 ${counted.length} 行没有单位应报的（${rows}）：单位的类别或事项的“报送单位”改过。改得不对，请改回；改得对，请点“标出逾期”。`,
        `The tracker, the home sheet and the matrix still count ${counted.length} rows that no unit owes (${rows}): a unit’s category or an item’s Who was changed. Put it back if that was wrong; else run “Mark what is overdue”.`,
      ),
    ),
  ];
}
