// A large tracker holds values: what they must be now, which cells differ, which of those somebody typed. Knows no job.
import type { Problem } from '../../core/ground/problem';
import type { Requirement } from '../../core/requirements/requirement';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { trackReleased } from '../../core/tracker/trackReleased';
import { trackUnits, type Pair } from '../../core/tracker/trackUnits';
import type { WallTime } from '../../core/ground/wallTime';
import { momentText } from '../../workbook/contract/cells';
import { appendRows, updateCells, type EditOf } from '../../workbook/contract/edits';
import type { PlanStep } from '../../workbook/contract/plan';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { titleColumn } from '../../workbook/contract/sheetOf';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnKeys } from '../../workbook/contract/keys';
import type { ColumnSpec } from '../../workbook/contract/spec';
import { REMINDERS } from '../../workbook/tables/records/records';
import { TRACKER, trackerHeadline } from '../../workbook/tables/tracker/tracker';
import { isAsWritten, trackerNames, trackerStamp, valuesFingerprint } from '../../workbook/tables/tracker/trackerStamp';
import {
  COMPUTED,
  computedCells,
  STAMPED,
  TRACKER_OF_VALUES,
  trackerValuesOf,
  type ComputedValues,
} from '../../workbook/tables/tracker/trackerValues';
import type { CellChange } from '../run/job';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { statusesAt } from './statusesAt';

const pairKey = ({ unitId, requirementId }: Pair): string => `${unitId} ${requirementId}`;
/** Unit and item of each row of the tracker; `index` is the 0-based row of the table's body. */
export const pairsOf = (tracker: TableSnapshot): (Pair & { readonly index: number })[] =>
  readRows(TRACKER, tracker).map((row) => ({
    index: row.index,
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
  }));

function remindersOf({ snapshot }: Situation): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of readRows(REMINDERS, tableIn(snapshot, REMINDERS))) {
    const key = `${row.text('unitId')} ${row.text('requirementId')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What the tracker's row of each pair shows at that moment, by the rules. */
export function valuesAt(
  situation: Situation,
  pairs: readonly Pair[],
  requirements: readonly Requirement[],
  moment: WallTime,
): Map<string, ComputedValues> {
  const { campaign } = situation;
  const input = { ...campaign, requirements };
  const owed = requirements === campaign.requirements ? statusesAt(campaign, moment) : trackUnits(input, moment);
  const rows = new Map(owed.map((row) => [pairKey(row), row]));
  for (const row of trackReleased(
    pairs.filter((pair) => !rows.has(pairKey(pair))),
    input,
    moment,
  ))
    rows.set(pairKey(row), row);
  const units = new Map(input.units.map(({ unitId, name }) => [unitId, name]));
  const byId = new Map(requirements.map((requirement) => [requirement.requirementId, requirement]));
  const reminders = remindersOf(situation);
  return new Map(
    [...rows].map(([key, row]) => [
      key,
      trackerValuesOf(
        row,
        {
          unit: units.get(row.unitId) ?? '',
          requirement: byId.get(row.requirementId),
          reminders: reminders.get(key) ?? 0,
        },
        situation.language,
      ),
    ]),
  );
}

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

function same(cell: CellValue, wanted: CellValue): boolean {
  if (typeof cell === 'number' && typeof wanted === 'number') return Math.abs(cell - wanted) < 1e-6;
  return cell === wanted;
}

const cellOf = (values: Partial<Record<ColumnKeys['Tracker'], CellValue>> | undefined, key: ColumnKeys['Tracker']) =>
  values?.[key] ?? '';

/** A cell in which somebody typed. */
export interface TypedCell {
  /** The key of its row as people read it, e.g. "U07 T1". */
  readonly row: string;
  readonly column: ColumnSpec<ColumnKeys['Tracker']>;
  readonly found: CellValue;
}

/** A cell of values that is not what the rules say. */
export interface DifferingCell extends TypedCell {
  /** 0-based row of the body. */
  readonly index: number;
  readonly wanted: CellValue;
}

/** Computed cells that do not show what they must; a formula differs from any value. */
export function differingCells(tracker: TableSnapshot, wanted: ReadonlyMap<string, ComputedValues>): DifferingCell[] {
  const places = locateColumns(TRACKER, tracker);
  return readRows(TRACKER, tracker).flatMap((line) => {
    const row = `${line.text('unitId')} ${line.text('requirementId')}`;
    const values = wanted.get(row);
    if (!values) return [];
    return COMPUTED.flatMap((column): DifferingCell[] => {
      const [found, value] = [line.get(column.key), values[column.key] ?? ''];
      return same(found, value) && !isFormula(tracker.formulas[line.index]?.[places.get(column.key) ?? -1])
        ? []
        : [{ index: line.index, row, column, found, wanted: value }];
    });
  });
}

/**
 * Cells that hold neither what was written at the last stamp nor, by what is registered now, what the rules had then: somebody typed there.
 * When other registers changed besides, old values may be among them; they are kept too, rather than a typed one lost. None while all is as written.
 */
export function typedValues(situation: Situation): DifferingCell[] {
  const { snapshot, campaign, asOf } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  if (isAsWritten(snapshot.names, valuesFingerprint(computedCells(tracker)))) return [];
  const pairs = pairsOf(tracker);
  const now = valuesAt(situation, pairs, campaign.requirements, asOf);
  const then = valuesAt(situation, pairs, campaign.requirements, trackerStamp(snapshot.names) ?? asOf);
  return differingCells(tracker, now).filter(
    ({ row, column, found }) => found !== '' && !same(found, cellOf(then.get(row), column.key)),
  );
}

/** A constant typed over a tracker formula, as the preview and the log name it. `after`: what the formula gives. */
export function asReplaced(
  { row, column, found }: TypedCell,
  language: Situation['language'],
  after: string,
): CellChange {
  return { table: TRACKER.name, row, column: column.header[language], before: String(found), after };
}

/** The line above the table, as it is for values or for formulas; nothing when people moved the table up to the sheet's edge. */
export function headlineStep(situation: Situation, values: boolean): PlanStep[] {
  const { top, left, sheet } = tableIn(situation.snapshot, TRACKER);
  if (top < 1) return [];
  const formula = trackerHeadline(situation.words(TRACKER), values);
  return [
    {
      kind: 'mendSheet',
      sheet,
      blocks: [{ row: top - 1, column: left + titleColumn(TRACKER), cells: [[{ formula }]] }],
      formats: [],
      validations: [],
    },
  ];
}

/** The steps that bring a tracker of values up to the moment, and what they replace. */
export interface ValuesRefresh {
  readonly steps: readonly PlanStep[];
  /** 0-based rows of which a cell changes. */
  readonly rows: readonly number[];
  /** Values that somebody had typed, for the log. */
  readonly replaced: readonly CellChange[];
  readonly notices: readonly Problem[];
}

function valuesNotice(rows: number, asOf: WallTime): Problem {
  return {
    code: 'tracker-values',
    table: TRACKER.name,
    expected: text('公式', 'formulas'),
    found: momentText(asOf),
    message: text(
      `台账有 ${rows} 行，行数多，各列不用公式而写成按规则算好的值，截至 ${formatMoment(asOf, 'zh', 'full')}；收件、延期、名册再有变动，请再点“标出逾期”。`,
      `The tracker has ${rows} rows: so many hold values by the rules in the place of formulas, as of ${formatMoment(asOf, 'en', 'full')}. After changes to receipts, exceptions or units run “Mark what is overdue” again.`,
    ),
  };
}

function typedNotice(cell: TypedCell, wanted: string): Problem {
  const { zh, en } = cell.column.header;
  return {
    code: 'value-overwritten',
    table: TRACKER.name,
    row: cell.row,
    column: cell.column.key,
    expected: text(wanted, wanted),
    found: String(cell.found),
    message: text(
      `台账 ${cell.row} 的“${zh}”是“${cell.found}”，按规则为“${wanted}”，已改回；原值记在操作日志里。`,
      `Tracker ${cell.row}, “${en}” said “${cell.found}”; by the rules it is “${wanted}”, which it says again. The former value is kept in the log.`,
    ),
  };
}

/**
 * Writes the values of this moment into every computed cell that differs, adds the rows that are missing, and puts the stamp on.
 * `requirements`: those that hold from now on. `typed`: cells whose former content is kept; by default what was typed over the values.
 */
export function refreshValues(
  situation: Situation,
  missing: readonly Pair[] = [],
  requirements: readonly Requirement[] = situation.campaign.requirements,
  typed: readonly TypedCell[] = typedValues(situation),
): ValuesRefresh {
  const { snapshot, asOf, language, words } = situation;
  const tracker = tableIn(snapshot, TRACKER);
  const pairs = pairsOf(tracker);
  const wanted = valuesAt(situation, pairs, requirements, asOf);
  const edits = differingCells(tracker, wanted).map(({ index, column, wanted: value }): EditOf<'Tracker'> => ({
    index,
    key: column.key,
    value,
  }));
  const shownIn = ({ row, column }: TypedCell): string => String(cellOf(wanted.get(row), column.key));
  const shown = [...pairs, ...missing].map((pair) => [
    pair.unitId,
    pair.requirementId,
    ...STAMPED.map(({ key }) => wanted.get(pairKey(pair))?.[key] ?? ''),
  ]);
  return {
    steps: [
      { kind: 'names', names: trackerNames({ asOf, content: valuesFingerprint(shown) }) },
      ...updateCells(TRACKER, tracker, edits),
      ...appendRows(
        TRACKER_OF_VALUES,
        tracker,
        missing.map((pair) => ({ ...pair, ...wanted.get(pairKey(pair)) })),
        words(TRACKER),
      ),
      ...headlineStep(situation, true),
    ],
    rows: edits.map(({ index }) => index),
    replaced: typed.map((cell) => asReplaced(cell, language, shownIn(cell))),
    notices: [valuesNotice(shown.length, asOf), ...typed.map((cell) => typedNotice(cell, shownIn(cell)))],
  };
}
