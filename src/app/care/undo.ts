// Take back the last import or arrival, from the log: cells get their former values, added rows are withdrawn. Deletes nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { isoFromWallTime } from '../../core/ground/wallTime';
import { readActs, undoneLine, type LoggedAct } from '../../workbook/tables/records/actLog';
import { updateCells, type CellEdit } from '../../workbook/contract/edits';
import { columnOf } from '../../workbook/contract/spec';
import { LOG } from '../../workbook/tables/records/records';
import { shownChange, type ReplacedCell } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import { undoCells, undoRows, type TakenBack } from './undoCells';

export interface UndoResults {
  /** The job that was taken back, and when it had been done (YYYY-MM-DDTHH:mm:ss). */
  readonly job: string;
  readonly at: string;
  /** Cells that hold again what they held before. */
  readonly restored: number;
  /** Rows that were added and count no longer. */
  readonly withdrawn: number;
  /** What somebody has changed since, and so was left as it is: "Units U01 联系电话". */
  readonly leftAlone: readonly string[];
}

/** Jobs that can be taken back, and what people call them. */
const CAN_BE_UNDONE: ReadonlyMap<string, Text> = new Map([
  ['import-roster', text('导入联络员名单', 'Contact list')],
  ['import-receipts', text('导入收件清单', 'Mailbox list')],
  ['import-stories', text('导入参评作品', 'Entries')],
  ['import-scores', text('导入评分', 'Scores')],
  ['import-judge', text('读回评分表', 'A judge’s sheet')],
  ['receive', text('登记收件', 'One arrival')],
]);

function nothingToUndo(): Problem {
  return {
    code: 'nothing-to-undo',
    table: LOG.name,
    expected: text('操作日志里一次还没有撤销的导入或登记', 'an import or arrival in the log that is not undone yet'),
    found: '',
    message: text('操作日志里没有可以撤销的导入或登记。', 'The log has no import or arrival that could be undone.'),
  };
}

/** The latest by its moment; of several in the same second the last in the log. */
function lastOf(acts: readonly LoggedAct[]): LoggedAct | undefined {
  return acts
    .filter(({ job, undone }) => CAN_BE_UNDONE.has(job) && !undone)
    .reduce<LoggedAct | undefined>((best, act) => (best && best.at > act.at ? best : act), undefined);
}

function changesOf({ table, edits }: TakenBack, { snapshot, campaign, language }: Situation): ReplacedCell[] {
  const spec = campaign.spec(table);
  const body = tableIn(snapshot, spec).values;
  return edits.map(({ index, row, key, place, value }) => {
    const before = body[index]?.[place] ?? '';
    return {
      table,
      row,
      column: columnOf(spec, key).header[language],
      before: String(before),
      after: String(value),
      exact: { before, after: value },
    };
  });
}

/**
 * What taking back comes to. A cell goes back only while it holds what the import wrote. Receipts that the import added are sent back, stories
 * become not eligible, both with a note, and keep their numbers for good: what comes next is numbered on; units become rows to be filled in again while nothing else was entered about them.
 */
export function decideUndo(situation: Situation): Decision<UndoResults> {
  const { snapshot, campaign, language } = situation;
  const act = lastOf(readActs(tableIn(snapshot, LOG)));
  if (!act) return stop([nothingToUndo()]);

  const cells = undoCells(situation, act);
  const rows = undoRows(situation, act);
  const taken = [...cells.taken, ...rows.taken].filter(({ edits }) => edits.length > 0);
  const notices = [...cells.notices, ...rows.notices];
  const restored = cells.taken.reduce((sum, { edits }) => sum + edits.length, 0);
  const withdrawn = rows.rows;
  const changes = taken.flatMap((each) => changesOf(each, situation));
  const name = CAN_BE_UNDONE.get(act.job) ?? text(act.job, act.job);
  const left =
    notices.length > 0
      ? text(
          `，${notices.length} 处后来有人改过，未动`,
          `; ${notices.length} places were changed since and are left alone`,
        )
      : text('', '');
  const when = text(formatMoment(act.at, 'zh'), formatMoment(act.at, 'en'));
  return {
    steps: taken.flatMap(({ table, edits }) => {
      const spec = campaign.spec(table);
      return updateCells(
        spec,
        tableIn(snapshot, spec),
        edits.map(({ index, key, value }): CellEdit => ({ index, key, value })),
      );
    }),
    changed: Object.fromEntries(
      taken.map(({ table, edits }) => [table, { added: 0, updated: new Set(edits.map(({ index }) => index)).size }]),
    ),
    notices,
    replaced: changes,
    alsoLogged: [undoneLine(act, language)],
    results: {
      job: act.job,
      at: isoFromWallTime(act.at),
      restored,
      withdrawn,
      leftAlone: notices.map(({ table, row, column }) => [table, row, column].filter(Boolean).join(' ')),
    },
    preview: { added: [], changed: changes.map(shownChange), unchanged: notices.length },
    message: text(
      `已撤销 ${when.zh} 的“${name.zh}”：恢复 ${restored} 个单元格，撤回 ${withdrawn} 行${left.zh}。`,
      `“${name.en}” of ${when.en} undone: ${restored} cells restored, ${withdrawn} rows withdrawn${left.en}.`,
    ),
  };
}
