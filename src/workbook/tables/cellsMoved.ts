// Columns whose cells are what other rows held when they were last known good: sorted by themselves, or shifted past a cell that was deleted or put in.
// Says where; what to do about it people decide.
import type { Problem } from '../../core/ground/problem';
import { alongWith, exchangedPairs, filledCells, slippedCells } from '../../core/ground/slippedCells';
import { text, type Text } from '../../core/ground/text';
import { shownCell } from '../contract/cells';
import {
  cellsNow,
  comparedBy,
  keptOf,
  readKept,
  valuesKept,
  type KeptOf,
  type MovedCell,
  type MovedColumn,
} from '../contract/kept';
import { slippedWords } from '../contract/slippedWords';
import { locateColumns, readRows, type TableRow } from '../contract/rows';
import type { CellValue, TableSnapshot } from '../contract/snapshot';
import { columnOf, type ColumnSpec, type TableSpec } from '../contract/spec';

/** A row beside what it is held to. */
interface Held {
  readonly row: TableRow;
  readonly was: readonly CellValue[];
  readonly is: readonly CellValue[];
}

const differing = (held: readonly Held[]): number =>
  held.reduce(
    (sum, { was, is }) => sum + is.filter((cell, k) => comparedBy(cell) !== comparedBy(was[k] ?? '')).length,
    0,
  );

/** Rows held to what was kept under their own number, when all that people see was moved past the hidden column; null where numbers do not tell. */
function byNumber(held: readonly Held[]): Held[] | null {
  const known = new Map<string, readonly CellValue[]>();
  for (const { was } of held) {
    const id = comparedBy(was[0] ?? '');
    if (id === '' || known.has(id)) return null;
    known.set(id, was);
  }
  return held.flatMap(({ row, is }) => {
    const was = known.get(comparedBy(is[0] ?? ''));
    return was ? [{ row, was, is }] : [];
  });
}

const whole = (cells: readonly CellValue[]): string => JSON.stringify(cells.map(comparedBy));

/** All that changed is the order of whole rows, which were moved past the hidden column: each is just what another row held. */
function areWholeRows(held: readonly Held[]): boolean {
  const changed = held.filter(({ was, is }) => whole(was) !== whole(is));
  const sorted = (side: 'was' | 'is'): string => JSON.stringify(changed.map((each) => whole(each[side])).sort());
  return sorted('was') === sorted('is');
}

const NOTHING: KeptOf = { key: '', keys: [], prints: new Set() };

function heldRows(spec: TableSpec, table: TableSnapshot): { readonly kept: KeptOf; readonly held: Held[] } {
  const kept = keptOf(spec);
  if (!kept || table.unread || (locateColumns(spec, table).get(kept.key) ?? -1) < 0) return { kept: NOTHING, held: [] };
  const held = readRows(spec, table).flatMap((row): Held[] => {
    const was = readKept(row.get(kept.key), kept.keys.length);
    return was ? [{ row, was, is: cellsNow(row, kept) }] : [];
  });
  return { kept, held };
}

/** What offices fill in for many rows at once, whatever stood there; a number that is there twice is named as that. */
const FILLED_FOR_MANY: ReadonlySet<string> = new Set([
  ...['parts', 'review', 'reviewer', 'reviewedAt', 'note', 'exempt', 'formerDues', 'blindNo'],
]);

/** The columns of the table that slipped; none of a table whose rows keep nothing. */
export function movedColumns(spec: TableSpec, table: TableSnapshot): MovedColumn[] {
  const { kept, held } = heldRows(spec, table);
  const { keys } = kept;
  if (differing(held) < 2) return [];
  const numbered = spec.key.length === 1 && keys[0] === spec.key[0] ? byNumber(held) : null;
  const rows = numbered && differing(numbered) < differing(held) ? numbered : held;
  if (!numbered && areWholeRows(held)) return [];
  const isNumber = (key: string): boolean => spec.key.length === 1 && key === spec.key[0];
  const lines = keys.map((_, k) =>
    rows.map(({ was, is }) => ({ was: comparedBy(was[k] ?? ''), is: comparedBy(is[k] ?? '') })),
  );
  const slipped = keys.map((key, k) =>
    slippedCells(lines[k] ?? [], columnOf(spec, key).type === 'moment' ? 'moments' : 'words'),
  );
  const together = new Set(slipped.flat());
  return keys.flatMap((key, k): MovedColumn[] => {
    const [line = [], own = []] = [lines[k], slipped[k]];
    const moved = own.length > 0 ? own : alongWith(line, together);
    // Titles of arrivals are made alike on purpose; those of entries are kept as they are, and name a story each.
    const isAlike = key === 'title' && kept.prints.has(key);
    const isFilled = moved.length === 0 && !isNumber(key) && !FILLED_FOR_MANY.has(key) && !isAlike;
    const places = isFilled ? filledCells(line) : moved;
    const valueOf = valuesKept(
      rows.map(({ row, is }) => [is[k] ?? '', row.get(key)]),
      kept.prints.has(key),
    );
    const cells = places.flatMap((at): MovedCell[] => {
      const each = rows[at];
      return each ? [{ row: each.row, was: valueOf(each.was[k] ?? ''), is: each.row.get(key) }] : [];
    });
    return cells.length === 0 ? [] : [{ column: columnOf(spec, key), cells }];
  });
}

/** Columns of which each holds what the other one held, and a row that says so. */
function exchangedColumns(spec: TableSpec, table: TableSnapshot): (readonly [ColumnSpec, ColumnSpec, TableRow])[] {
  const { kept, held } = heldRows(spec, table);
  const lines = held.map(({ was, is }) => ({ was: was.map(comparedBy), is: is.map(comparedBy) }));
  const columnAt = (at: number): ColumnSpec => columnOf(spec, kept.keys[at] ?? '');
  return exchangedPairs(lines, kept.keys.length).flatMap(({ one, other, row }) => {
    const first = held[row];
    return first ? [[columnAt(one), columnAt(other), first.row] as const] : [];
  });
}

const NOTHING_MORE = text('', '');
/** Of scores: they may have been changed one by one, and “Mend” puts them back. */
const OF_SCORES = text(
  '分数算到了另一项；也可运行“改正”，选“放回原行”，确是评委改的，选“照现在的”。',
  ' Scores count for the other criterion; “Mend” puts them back, or takes them as they are if the judge changed them.',
);

function exchangedWords(sheet: string, one: Text, other: Text, line: number, more = NOTHING_MORE): Text {
  return text(
    `“${sheet}”的“${one.zh}”和“${other.zh}”两列看来对调了（如第 ${line} 行）：多半是两个表头换了，请把表头（或内容）换回来。${more.zh}`,
    `“${one.en}” and “${other.en}” on “${sheet}” seem to be exchanged (such as in row ${line}): two headers probably were. Put the headers, or the cells, back.${more.en}`,
  );
}

/** One problem for each pair of columns that were exchanged. */
export function columnsExchanged(spec: TableSpec, table: TableSnapshot): Problem[] {
  return exchangedColumns(spec, table).map(([{ key, header: one }, { header: other }, row]): Problem => ({
    code: 'columns-exchanged',
    table: spec.name,
    sheet: table.sheet,
    column: key,
    expected: text(`登记时“${one.zh}”下的内容`, `what stood under “${one.en}” when it was written`),
    found: row.text(key),
    message: exchangedWords(table.sheet, one, other, row.seen.line),
  }));
}

const shown = (cell: CellValue | null, column: ColumnSpec): string => (cell === null ? '…' : shownCell(cell, column));

/** One problem for each column of the table that slipped, at its first cell. `moved`: another way to know them. */
export function cellsMoved(spec: TableSpec, table: TableSnapshot, moved = movedColumns(spec, table)): Problem[] {
  return moved.flatMap(({ column, cells, exchangedWith }): Problem[] => {
    const [first] = cells;
    if (!first) return [];
    const { sheet, line } = first.row.seen;
    const { header } = column;
    const lines = cells.map(({ row }) => row.seen.line);
    const [now, then] = [shown(first.is, column), shown(first.was, column)];
    const name = spec.key.map((key) => first.row.text(key)).join(' ');
    return [
      {
        code: 'cells-moved',
        table: spec.name,
        sheet,
        row: name.trim() || `#${first.row.index + 1}`,
        column: column.key,
        found: now,
        expected: text(`登记时的“${then}”`, `“${then}”, as it was written`),
        message: exchangedWith
          ? exchangedWords(sheet, header, exchangedWith.header, line, OF_SCORES)
          : slippedWords(sheet, header, lines, then, now),
      },
    ];
  });
}
