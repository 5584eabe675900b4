// The judges' scores as they stood when a job last read or wrote them all, in defined names: nobody writes into a judge's sheet while judges type.
// By them a column of scores, recusals or remarks that was sorted or shifted by itself is told from what judges changed.
import { exchangedPairs, slippedCells } from '../../../core/ground/slippedCells';
import { comparedBy, keptCell, valuesKept, type MovedCell, type MovedColumn } from '../../contract/kept';
import { readRows, type TableRow } from '../../contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../contract/snapshot';
import { columnOf, type TableSpec } from '../../contract/spec';
import { textOf } from '../../contract/textNames';
import { isScoreKey, SCORE_TABLE_PREFIX } from './scoreSheet';

const PREFIX = 'Scored_';

/** Scores by entry, in the order of `keys`. */
export interface KeptScores {
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, readonly CellValue[]>;
}

/** Of the columns that hold scores. */
export const scoreKeys = (spec: TableSpec): string[] => spec.columns.map(({ key }) => key).filter(isScoreKey);
/** Recusals and remarks slip like scores; of remarks a fingerprint is kept. */
export const REMARK = 'remark';
/** Of the columns that are kept. */
export const keptKeys = (spec: TableSpec): string[] => [...scoreKeys(spec), 'recused', REMARK];

/** The name that keeps a judge's scores. Example: `Scored_J01` of the table Score_J01. */
export const keptScoresName = (table: string): string =>
  `${PREFIX}${table.slice(SCORE_TABLE_PREFIX.length).replace(/[^A-Za-z0-9]/g, '_')}`;

const cellOf = (word: string): CellValue => {
  const cell = decodeURIComponent(word);
  return cell.startsWith("'") ? cell.slice(1) : cell === '' ? '' : Number(cell);
};

/** Null where none are kept, or not legibly. */
export function readKeptScores(table: string, { names }: Pick<WorkbookSnapshot, 'names'>): KeptScores | null {
  const words = textOf(names[keptScoresName(table)] ?? '');
  if (!words) return null;
  try {
    const [keys = '', ...lines] = words.split('|');
    const rows = lines.map((line): [string, CellValue[]] => {
      const [entry = '', ...cells] = line.split(' ');
      return [decodeURIComponent(entry), cells.map(cellOf)];
    });
    return { keys: keys.split(' ').map(decodeURIComponent), rows: new Map(rows) };
  } catch {
    return null;
  }
}

interface KeptRow {
  readonly row: TableRow;
  readonly was: readonly CellValue[];
}

/** Scores of which each column holds what the other one held, by key: somebody exchanged two headers, or the cells below them. */
function exchangedScores(
  spec: TableSpec,
  keys: readonly string[],
  rows: readonly KeptRow[],
): ReadonlyMap<string, string> {
  const own = scoreKeys(spec).filter((key) => keys.includes(key));
  const cells = rows.map(({ row, was }) => ({
    is: own.map((key) => comparedBy(row.get(key))),
    was: own.map((key) => comparedBy(was[keys.indexOf(key)] ?? '')),
  }));
  return new Map(
    exchangedPairs(cells, own.length).flatMap(({ one, other }): [string, string][] => {
      const [a, b] = [own[one] ?? '', own[other] ?? ''];
      return [
        [a, b],
        [b, a],
      ];
    }),
  );
}

/** Columns of a judge's sheet that slipped into other rows since their scores were kept; none where they were not. */
export function movedScores(
  spec: TableSpec,
  table: TableSnapshot,
  names: Pick<WorkbookSnapshot, 'names'>,
): MovedColumn[] {
  const kept = table.unread ? null : readKeptScores(table.name, names);
  if (!kept) return [];
  const rows = readRows(spec, table).flatMap((row) => {
    const was = kept.rows.get(row.text('entryId'));
    return was ? [{ row, was }] : [];
  });
  const exchanged = exchangedScores(spec, kept.keys, rows);
  return keptKeys(spec).flatMap((key): MovedColumn[] => {
    const at = kept.keys.indexOf(key);
    if (at < 0) return [];
    const other = exchanged.get(key);
    if (other !== undefined) {
      const cells = rows.map(({ row, was }): MovedCell => ({ row, was: was[at] ?? '', is: row.get(key) }));
      const moved = cells.filter(({ was, is }) => comparedBy(was ?? '') !== comparedBy(is));
      return [{ column: columnOf(spec, key), cells: moved, exchangedWith: columnOf(spec, other) }];
    }
    const cells = rows.map(({ row, was }) => ({ row, was: was[at] ?? '', is: keptCell(row.get(key), key === REMARK) }));
    const slipped = slippedCells(
      cells.map(({ was, is }) => ({ was: comparedBy(was), is: comparedBy(is) })),
      isScoreKey(key) ? 'scores' : 'words',
    );
    if (slipped.length === 0) return [];
    const valueOf = valuesKept(
      cells.map(({ row, is }) => [is, row.get(key)]),
      key === REMARK,
    );
    const moved = slipped.flatMap((place): MovedCell[] => {
      const cell = cells[place];
      return cell ? [{ row: cell.row, was: valueOf(cell.was), is: cell.row.get(key) }] : [];
    });
    return [{ column: columnOf(spec, key), cells: moved }];
  });
}
