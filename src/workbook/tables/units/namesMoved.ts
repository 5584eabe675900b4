// Rows whose unit is another than they were written with, and just the one that other such rows were written with: the column of units was sorted by
// itself, or cells were deleted and those below moved up. A unit that is put right in a row is no such thing.
import type { Problem } from '../../../core/ground/problem';
import { filledCells } from '../../../core/ground/slippedCells';
import { text } from '../../../core/ground/text';
import { foldCell } from '../../contract/cellFold';
import type { CellEdit } from '../../contract/edits';
import { keptBeside, type MovedColumn } from '../../contract/kept';
import { readRows, type TableRow } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf, type TableSpec } from '../../contract/spec';
import { slippedWords } from '../../contract/slippedWords';

/** Two rows may have been mixed up and put right; from so many on nobody did that one by one. */
const FROM = 3;

/** Nobody puts the rows of so many units right to one and the same: a name was pasted or filled in over them, under a filter too. */
const FROM_UNITS = 4;

/** Most rows say what they said, letter by letter. */
function isOther(row: TableRow): boolean {
  const [now, then] = [row.text('unit'), row.text('anchorName')];
  return then !== '' && now !== then && foldCell(now) !== foldCell(then);
}

/** A row, and the unit that it was written for. */
interface Written {
  readonly row: TableRow;
  readonly then: string;
}

/** Rows of four units or more that all name one other unit now. */
function namedAlike(other: readonly Written[]): Written[] {
  const formerly = new Map<string, Set<string>>();
  const alike = ({ row }: Written): Set<string> => {
    const now = foldCell(row.text('unit'));
    const known = formerly.get(now) ?? new Set();
    formerly.set(now, known);
    return known;
  };
  for (const each of other) alike(each).add(foldCell(each.then));
  return other.filter((each) => each.row.text('unit') !== '' && alike(each).size >= FROM_UNITS);
}

/** Rows of a table with units that changed names among themselves: three or more, and what stands empty beside them; or over which one name was dragged or pasted; else none. */
function movedRows(spec: TableSpec, table: TableSnapshot): Written[] {
  const rows = readRows(spec, table);
  if (rows.filter(isOther).length < FROM) return [];
  const isIts = (row: TableRow, other: TableRow): boolean =>
    foldCell(row.text('unit')) === foldCell(other.text('anchorName'));
  const besideOf = keptBeside(spec, rows, isIts);
  const all = rows.map((row): Written => ({ row, then: besideOf(row).text('anchorName') }));
  const unit = ({ row }: Written): string => foldCell(row.text('unit'));
  const other = all.filter((each) => each.then !== '' && unit(each) !== foldCell(each.then));
  if (other.length < FROM) return [];
  const written = new Set(other.map(({ then }) => foldCell(then)));
  const moved = other.filter((each) => unit(each) !== '' && written.has(unit(each)));
  if (moved.length >= FROM) return other.filter((each) => unit(each) === '' || moved.includes(each));
  const filled = filledCells(all.map((each) => ({ was: foldCell(each.then), is: unit(each) })));
  return filled.length > 0 ? filled.flatMap((at) => all[at] ?? []) : namedAlike(other);
}

/** The column of units, if it slipped into other rows, with what each row was written with. */
export function movedNames(spec: TableSpec, table: TableSnapshot): MovedColumn[] {
  if (table.unread || !spec.columns.some(({ key }) => key === 'anchorName')) return [];
  const cells = movedRows(spec, table).map(({ row, then }) => ({ row, was: then, is: row.get('unit') }));
  return cells.length === 0 ? [] : [{ column: columnOf(spec, 'unit'), cells }];
}

/** The rows were written for the units that they name now. */
export function namesAsTheyAre([moved]: readonly MovedColumn[]): CellEdit[] {
  return (moved?.cells ?? []).flatMap(({ row }): CellEdit[] => [
    { index: row.index, key: 'anchorId', value: row.text('unit') === '' ? '' : row.text('unitId') },
    { index: row.index, key: 'anchorName', value: row.text('unit') },
  ]);
}

/** One problem for the table, with the first such row; none where fewer than three rows changed names among themselves. */
export function namesMoved(spec: TableSpec, table: TableSnapshot): Problem[] {
  const moved = movedRows(spec, table).filter(({ row }) => row.text('unit') !== '');
  if (!moved[0]) return [];
  const { row: first, then } = moved[0];
  const { sheet } = first.seen;
  const now = first.text('unit');
  return [
    {
      code: 'names-moved',
      table: spec.name,
      sheet,
      row:
        spec.key
          .map((key) => first.text(key))
          .join(' ')
          .trim() || `#${first.index + 1}`,
      column: 'unit',
      found: now,
      expected: text(`登记时的“${then}”`, `“${then}”, as it was written`),
      message: slippedWords(
        sheet,
        columnOf(spec, 'unit').header,
        moved.map(({ row }) => row.seen.line),
        then,
        now,
      ),
    },
  ];
}
