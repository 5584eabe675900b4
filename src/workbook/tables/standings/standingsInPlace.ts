// Brings the rows of 成绩排名 up to date where they stand. Keeps the order that people sorted, and their columns with their entries.
import type { Language } from '../../../core/ground/text';
import { appendRows, updateCells } from '../../contract/edits';
import type { CellEdit } from '../../contract/edits';
import type { PlanStep } from '../../contract/plan';
import { locateColumns, readRows } from '../../contract/rows';
import { sameFormula } from '../../contract/sameFormula';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import type { FormulaWords, TableSpec } from '../../contract/spec';
import { columnOf } from '../../contract/spec';
import type { StandingRecord, StandingRow } from './standingRows';
import { VALUE_KEYS, extraColumns, standingRows, typedOverFormulas, withExtras } from './standingRows';

/** The order is still the last ranking's when the places named in the explanations go up; else people have sorted. */
function inRankOrder(spec: TableSpec, table: TableSnapshot): boolean {
  const ranks = readRows(spec, table).map((row) =>
    Number(/^(?:第|Rank )([\d.]+)/.exec(row.text('why'))?.[1] ?? Infinity),
  );
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
}

/** The rank formula wherever it is another one (the ranking method changed) or was typed over. */
function rankFormulas(
  spec: TableSpec,
  table: TableSnapshot,
  rows: readonly StandingRow[],
  words: FormulaWords,
): CellEdit[] {
  const formula = columnOf(spec, 'rank').formula?.(words) ?? '';
  const place = locateColumns(spec, table).get('rank') ?? -1;
  return rows
    .filter(({ index }) => !sameFormula(String(table.formulas[index]?.[place] ?? ''), formula, spec.name))
    .map(({ index }) => ({ index, key: 'rank', value: { formula } }));
}

/** Steps for the given records, in their order where that order is ours to keep. Nothing to change gives no step. */
export function standingsInPlace(
  spec: TableSpec,
  table: TableSnapshot,
  records: readonly StandingRecord[],
  language: Language,
  words: FormulaWords,
): PlanStep[] {
  const rows = standingRows(spec, table, records, language);
  const present = new Map(rows.filter(({ gone }) => !gone).map((row) => [row.record.entryId, row]));
  // Formulas of people, and what they typed over ours, stand where they stand: then the rows stay where they are.
  const fixed =
    rows.some(({ extras }) => Object.values(extras).some((value) => typeof value === 'object')) ||
    typedOverFormulas(spec, table, rows, language).length > 0;
  const rowOf = (record: StandingRecord): RowRecord => ({ ...record, ...present.get(record.entryId)?.extras });
  const sorted = [
    ...records.map(rowOf),
    ...rows.filter(({ gone }) => gone).map(({ record, extras }) => ({ ...record, ...extras })),
  ];
  const fresh = records.filter(({ entryId }) => !present.has(entryId));
  const kept = [...rows.map(({ record, extras }) => ({ ...record, ...extras })), ...fresh.map(rowOf)];
  // A row that goes below the table is new: one whose id another row has, or none, stays where it is.
  const ids = sorted.map(({ entryId }) => entryId);
  const movable = sorted
    .slice(rows.length)
    .every(({ entryId }) => entryId !== '' && ids.indexOf(entryId) === ids.lastIndexOf(entryId));
  const wanted: readonly RowRecord[] = !fixed && movable && inRankOrder(spec, table) ? sorted : kept;

  const full = withExtras(spec, extraColumns(spec, table));
  const places = locateColumns(full, table);
  const keys = [...VALUE_KEYS, ...extraColumns(spec, table).map(({ column }) => column.key)];
  const edits = rows.flatMap(({ index }, position) =>
    keys.flatMap((key): CellEdit[] => {
      const value = wanted[position]?.[key] ?? '';
      const now = table.values[index]?.[places.get(key) ?? -1] ?? '';
      return value === now || typeof value === 'object' ? [] : [{ index, key, value }];
    }),
  );
  return [
    ...updateCells(full, table, [...edits, ...rankFormulas(spec, table, rows, words)]),
    ...appendRows(full, table, wanted.slice(rows.length), words),
  ];
}
