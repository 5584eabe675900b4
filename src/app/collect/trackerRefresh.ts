// A large tracker's values and the other jobs: reports bring them up to date, the check says how old they are.
import type { Problem } from '../../core/ground/problem';
import { text, type Language } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { WallTime } from '../../core/ground/wallTime';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { trackerStamp } from '../../workbook/tables/tracker/trackerStamp';
import { COMPUTED, holdsValues } from '../../workbook/tables/tracker/trackerValues';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { differingCells, pairsOf, refreshValues, typedValues, valuesAt, type TypedCell } from './trackerValues';

/** What a job adds to its own steps so that the tracker says what is registered now. */
export type TrackerRefresh = Pick<Decision<unknown>, 'steps' | 'changed'> &
  Required<Pick<Decision<unknown>, 'notices' | 'replaced'>>;

/** The values of this moment in every row that there is; nothing where the tracker is live. */
export function trackerRefresh(situation: Situation): TrackerRefresh {
  if (!holdsValues(situation.snapshot)) return { steps: [], changed: {}, notices: [], replaced: [] };
  const { steps, rows, notices, replaced } = refreshValues(situation);
  const updated = new Set(rows).size;
  return { steps, changed: updated > 0 ? { [TRACKER.name]: { added: 0, updated } } : {}, notices, replaced };
}

/** How old a tracker of values is: cells in all, and cells that are no longer right. */
export interface ValuesAge {
  readonly cells: number;
  /** Cells that are not what the rules, by what is registered now, had at the stamp. */
  readonly differing: number;
  readonly notices: readonly Problem[];
}

function staleNotice(stamp: WallTime, registered: number, now: number): Problem {
  const found = formatMoment(stamp, 'zh', 'full');
  const why =
    registered > 0
      ? text(
          `之后收件、延期或名册有变，${registered} 行已不符`,
          `receipts, exceptions or units changed since, and ${registered} rows no longer hold`,
        )
      : text(`到现在有 ${now} 行不同`, `${now} rows are different by now`);
  return {
    code: 'tracker-stale',
    table: TRACKER.name,
    expected: text('现在的值', 'the values of now'),
    found,
    message: text(
      `台账的值截至 ${found}，${why.zh}：点“标出逾期”刷新。`,
      `The tracker’s values are as of ${formatMoment(stamp, 'en', 'full')}; ${why.en}: run “Mark what is overdue”.`,
    ),
  };
}

function typedProblem(typed: readonly TypedCell[], language: Language): Problem[] {
  if (typed.length === 0) return [];
  const found = typed
    .slice(0, 5)
    .map(({ row, column, found: value }) => `${row} ${column.header[language]}“${value}”`)
    .join('、');
  return [
    {
      code: 'value-overwritten',
      table: TRACKER.name,
      expected: text('按规则算好的值', 'values by the rules'),
      found,
      message: text(
        `台账里有 ${typed.length} 个值不是写入时的（${found}${typed.length > 5 ? ' 等' : ''}），可能被手改：点“标出逾期”改回，原值记入操作日志。`,
        `${typed.length} values of the tracker are not those that were written (${found}${typed.length > 5 ? ' …' : ''}); they may have been typed over: run “Mark what is overdue”, which keeps them in the log.`,
      ),
    },
  ];
}

/** A tracker of values against the rules, at its stamp and at this moment. Null where the tracker is live. */
export function valuesAge(situation: Situation): ValuesAge | null {
  const { snapshot, campaign, asOf } = situation;
  if (!holdsValues(snapshot)) return null;
  const tracker = tableIn(snapshot, TRACKER);
  const stamp = trackerStamp(snapshot.names) ?? asOf;
  const pairs = pairsOf(tracker);
  const typed = typedValues(situation);
  const places = new Set(typed.map(({ index, column }) => `${index} ${column.key}`));
  const rowsAt = (moment: WallTime): { cells: number; rows: number } => {
    const cells = differingCells(tracker, valuesAt(situation, pairs, campaign.requirements, moment)).filter(
      ({ index, column }) => !places.has(`${index} ${column.key}`),
    );
    return { cells: cells.length, rows: new Set(cells.map(({ index }) => index)).size };
  };
  const [then, now] = [rowsAt(stamp), rowsAt(asOf)];
  const stale = then.rows + now.rows > 0 ? [staleNotice(stamp, then.rows, now.rows)] : [];
  return {
    cells: pairs.length * COMPUTED.length,
    differing: then.cells + typed.length,
    notices: [...typedProblem(typed, situation.language), ...stale],
  };
}
