// When, by whom, why and on which terms each act was put on record, kept in a defined name for each: what somebody types over later is known. The
// rows' winners and votes are kept apart (keptNames, keptVotes). Knows no rules.
import type { Ruling } from '../../../core/contest/ruling';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { momentText } from '../../contract/cells';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { columnOf } from '../../contract/spec';
import { textOf } from '../../contract/textNames';
import { DECISIONS } from './decisions';

const NAME = /^Decided_\w+_act$/;
/** What of an act is kept, in this order. */
export const KEPT = ['at', 'by', 'reason', 'seed', 'content'] as const;
type Kept = (typeof KEPT)[number];

/** As the cell reads, without blanks around it. */
export const shown = (ruling: Pick<Ruling, Kept>, key: Kept): string =>
  key === 'at' ? momentText(ruling.at) : ruling[key].trim();

function keptActs({ names }: Pick<WorkbookSnapshot, 'names'>): (readonly string[])[] {
  return Object.entries(names).flatMap(([name, formula]) => {
    const words = NAME.test(name) ? textOf(formula) : null;
    try {
      const read: unknown = words === null || words === '' ? null : JSON.parse(words);
      return Array.isArray(read) && read.length === KEPT.length + 1 ? [read.map(String)] : [];
    } catch {
      return [];
    }
  });
}

/** Cells of an act that are not as they were recorded, one problem a column; rows that are gone, and acts of older workbooks, are passed over. */
export function actsNotAsRecorded(snapshot: Pick<WorkbookSnapshot, 'names'>, rulings: readonly Ruling[]): Problem[] {
  return keptActs(snapshot).flatMap(([actId = '', ...recorded]) =>
    KEPT.flatMap((key, at): Problem[] => {
      const then = recorded[at] ?? '';
      const other = rulings.find((ruling) => ruling.actId === actId && shown(ruling, key) !== then);
      if (!other) return [];
      const [now, { header }] = [shown(other, key), columnOf(DECISIONS, key)];
      return [
        {
          code: 'decision-record-changed',
          table: DECISIONS.name,
          row: actId,
          column: key,
          found: now,
          expected: text(then || '空', then || 'nothing'),
          message: text(
            `“评选决定”${actId} 的“${header.zh}”登记时是“${then || '空'}”，现在是“${now || '空'}”：只增不改，请改回；确要更正，请重新登记这一事项并写明理由。`,
            `Decisions, ${actId}: “${header.en}” was recorded as “${then || 'nothing'}” and is “${now || 'nothing'}” now. The record is append only: put it back; to correct it, record the act again with a reason.`,
          ),
        },
      ];
    }),
  );
}
