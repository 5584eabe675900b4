// Keeps the judges' scores in defined names, as keptScores reads them back. Only writing needs it.
import { keptCell } from '../../contract/kept';
import type { CellWrite, PlanStep } from '../../contract/plan';
import { locateColumns, readRows, trimmed } from '../../contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../contract/snapshot';
import type { TableSpec } from '../../contract/spec';
import { textFormula } from '../../contract/textNames';
import { keptKeys, keptScoresName, readKeptScores, REMARK, scoreKeys, type KeptScores } from './keptScores';

/** Signs of one judge's record: the formula of a name takes 8,192. */
const LONGEST = 7_000;
/** Scores of all judges that are kept: each job reads them, and larger contests would make all of them slow. */
const MOST_SCORES = 4_000;

const wordOf = (cell: CellValue): string => encodeURIComponent(typeof cell === 'number' ? String(cell) : `'${cell}`);

/** An empty cell is nothing, a number itself, a text begins with a '. */
function textOfScores({ keys, rows }: KeptScores): string {
  const lines = [...rows].map(([entry, cells]) =>
    [encodeURIComponent(entry), ...cells.map((cell) => (trimmed(cell) === '' ? '' : wordOf(cell)))].join(' '),
  );
  return [keys.map(encodeURIComponent).join(' '), ...lines].join('|');
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
