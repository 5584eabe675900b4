// The judges' scores as they stood when a job last read or wrote them all, in defined names: nobody writes into a judge's sheet while judges type.
// By them a column of scores, recusals or remarks that was sorted or shifted by itself is told from what judges changed.
import { slippedCells } from '../../../core/ground/slippedCells';
import type { CellWrite, PlanStep } from '../../contract/plan';
import { comparedBy, keptCell, valuesKept, type MovedCell, type MovedColumn } from '../../contract/kept';
import { locateColumns, readRows, trimmed } from '../../contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../contract/snapshot';
import { columnOf, type TableSpec } from '../../contract/spec';
import { textFormula, textOf } from '../../contract/textNames';
import { isScoreKey, SCORE_TABLE_PREFIX } from './scoreSheet';

const PREFIX = 'Scored_';
/** Signs of one judge's record: the formula of a name takes 8,192. */
const LONGEST = 7_000;
/** Scores of all judges that are kept: each job reads them, and larger contests would make all of them slow. */
const MOST_SCORES = 4_000;

/** Scores by entry, in the order of `keys`. */
interface KeptScores {
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, readonly CellValue[]>;
}

const scoreKeys = (spec: TableSpec): string[] => spec.columns.map(({ key }) => key).filter(isScoreKey);
/** Recusals and remarks slip like scores; of remarks a fingerprint is kept. */
const REMARK = 'remark';
const keptKeys = (spec: TableSpec): string[] => [...scoreKeys(spec), 'recused', REMARK];

/** The name that keeps a judge's scores. Example: `Scored_J01` of the table Score_J01. */
export const keptScoresName = (table: string): string =>
  `${PREFIX}${table.slice(SCORE_TABLE_PREFIX.length).replace(/[^A-Za-z0-9]/g, '_')}`;

const wordOf = (cell: CellValue): string => encodeURIComponent(typeof cell === 'number' ? String(cell) : `'${cell}`);
const cellOf = (word: string): CellValue => {
  const cell = decodeURIComponent(word);
  return cell.startsWith("'") ? cell.slice(1) : cell === '' ? '' : Number(cell);
};

/** An empty cell is nothing, a number itself, a text begins with a '. */
function textOfScores({ keys, rows }: KeptScores): string {
  const lines = [...rows].map(([entry, cells]) =>
    [encodeURIComponent(entry), ...cells.map((cell) => (trimmed(cell) === '' ? '' : wordOf(cell)))].join(' '),
  );
  return [keys.map(encodeURIComponent).join(' '), ...lines].join('|');
}

function readKeptScores(table: string, { names }: Pick<WorkbookSnapshot, 'names'>): KeptScores | null {
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
  return keptKeys(spec).flatMap((key): MovedColumn[] => {
    const at = kept.keys.indexOf(key);
    if (at < 0) return [];
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

/** A cell as it reads once the plan is carried out. */
export type ReadsThen = (row: number, place: number) => CellWrite;

/**
 * The name that keeps the judge's scores as they stand, or as the plan leaves them; of columns that slipped it keeps what it kept. Null where nothing
 * is to be kept anew.
 */
function keptAnew(
  spec: TableSpec,
  table: TableSnapshot,
  names: Pick<WorkbookSnapshot, 'names'>,
  slipped: (column: string) => boolean,
  then: ReadsThen,
): readonly [string, string] | null {
  const [keys, places] = [keptKeys(spec), locateColumns(spec, table)];
  const before = readKeptScores(table.name, names);
  const rows = new Map<string, CellValue[]>();
  for (const row of readRows(spec, table)) {
    const entry = row.text('entryId');
    if (entry === '' || rows.has(entry)) continue;
    rows.set(
      entry,
      keys.map((key): CellValue => {
        if (slipped(key)) return before?.rows.get(entry)?.[before.keys.indexOf(key)] ?? '';
        const written = then(row.index, places.get(key) ?? -1);
        return keptCell(written === null || typeof written === 'object' ? row.get(key) : written, key === REMARK);
      }),
    );
  }
  const words = textOfScores({ keys, rows });
  const [name, formula] = [keptScoresName(table.name), textFormula(words)];
  return words.length > LONGEST || names.names[name] === formula ? null : [name, formula];
}

/** Steps that keep all judges' scores; none where there are too many, or all are kept. */
export function keepScores(
  sheets: readonly { readonly spec: TableSpec; readonly table: TableSnapshot; readonly then?: ReadsThen }[],
  names: Pick<WorkbookSnapshot, 'names'>,
  slipped: (table: string, column: string) => boolean = () => false,
): PlanStep[] {
  const scores = sheets.reduce((sum, { spec, table }) => sum + table.values.length * scoreKeys(spec).length, 0);
  if (scores > MOST_SCORES) return [];
  const anew = sheets.flatMap(({ spec, table, then = () => null }) => {
    const kept = table.unread ? null : keptAnew(spec, table, names, (key) => slipped(table.name, key), then);
    return kept ? [kept] : [];
  });
  return anew.length === 0 ? [] : [{ kind: 'names', names: Object.fromEntries(anew) as Record<string, string> }];
}
