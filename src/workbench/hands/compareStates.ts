// What may have become of a workbook when one job met one edit: every cell is as before or as the job alone would leave it, in its own row.
import { isKeptHeader } from '../../workbook/contract/kept';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { Done, PersonEdit } from './personEdits';
import type { RowState, TableState } from './tableState';

/** What stood before a job and a person’s edit met, and what stands after. */
export interface Outcome {
  readonly before: TableState;
  /** After the job alone. */
  readonly clean: TableState;
  readonly after: TableState;
  readonly snapshot: WorkbookSnapshot;
  readonly done: Done;
  readonly edit: PersonEdit;
  readonly stopped: boolean;
}

/** Columns that tell of the moment or of numbers that depend on what others did, and tables that are only added to. */
const LOOSE = new Set(['Log', 'Reminders']);

const cellsOf = (state: TableState, table: string, name: string): readonly RowState[] => state[table]?.[name] ?? [];

/** Edits after which a missing row, or another value, is the person's own doing. */
const TAKES_COLUMNS: ReadonlySet<PersonEdit['kind']> = new Set(['deletedColumn', 'renamedHeader']);
const CHANGES_ROWS: ReadonlySet<PersonEdit['kind']> = new Set([
  ...TAKES_COLUMNS,
  'deleteRow',
  'typedCell',
  'newRow',
  'typedBelow',
]);

/** Whether a person deleted the row of that name. */
const wasDeleted = (name: string, { deleted }: Done): boolean =>
  deleted.some((line) => name.split('"').some((word) => word.length > 1 && line.includes(word)));

/** What one row says that neither stood there nor would have been written. */
function wrongCells(
  at: string,
  row: RowState,
  was: RowState | undefined,
  meant: RowState | undefined,
  done: Done,
): string[] {
  return Object.entries(row).flatMap(([shown, cell]) => {
    const header = shown.replace('（新）', '');
    if (shown.startsWith('自加')) return cell === '' ? [] : [`${at} ${shown}: a column of one’s own holds ${cell}`];
    // What a row keeps of itself says again what its other cells say, what people typed among it.
    if (isKeptHeader(header)) return [];
    const allowed = [was?.[header] ?? '', meant?.[header] ?? ''];
    if (allowed.includes(cell) || done.typed.includes(cell)) return [];
    // A job that adds to what people wrote leaves theirs in front.
    if (done.typed.some((word) => allowed.some((added) => cell === `${word}；${added}`))) return [];
    // A new row's fingerprint is of what stood there: other rows, another fingerprint.
    return header === '指纹' && was === undefined ? [] : [`${at} ${header}: ${allowed.join(' or ')}, found ${cell}`];
  });
}

/** The rows of one name: how often they stand, whether they are there, what they say. */
function wrongRows(table: string, name: string, { before, clean, after, done, edit }: Outcome): string[] {
  const [was, meant, is] = [cellsOf(before, table, name), cellsOf(clean, table, name), cellsOf(after, table, name)];
  const at = `${table} ${name}`;
  const often = is.length > Math.max(was.length, meant.length, 1) ? [`${at} stands ${is.length} times`] : [];
  const [row] = is;
  const deleted = wasDeleted(name, done);
  if (!row) {
    const excused = deleted || done.deleted.length > 0 || TAKES_COLUMNS.has(edit.kind);
    return excused || was.length === 0 ? often : [...often, `${at} is gone`];
  }
  // What somebody deleted is gone; a job that makes the row again makes it empty.
  if (deleted && edit.kind === 'deleteRow') return often;
  return [...often, ...wrongCells(at, row, was[0], meant[0], done)];
}

/** What the job reported and the workbook does not say. */
function reportedFalsely({ clean, after }: Outcome): string[] {
  return watchedTables(clean).flatMap((table) =>
    Object.entries(clean[table] ?? {}).flatMap(([name, [meant]]) => {
      const [row] = cellsOf(after, table, name);
      if (!row) return [`${table} ${name} was reported and is not there`];
      return Object.entries(meant ?? {}).flatMap(([header, cell]) =>
        header in row && row[header] !== cell
          ? [`${table} ${name} ${header}: reported ${cell}, found ${row[header]}`]
          : [],
      );
    }),
  );
}

const watchedTables = (...states: readonly TableState[]): string[] =>
  [...new Set(states.flatMap((state) => Object.keys(state)))].filter((table) => !LOOSE.has(table));

/** Empty when all is well; else one line for each thing that is not. */
export function compareStates(outcome: Outcome): string[] {
  const { before, clean, after, snapshot, done, edit, stopped } = outcome;
  const everything = JSON.stringify(after) + JSON.stringify(snapshot.sheets.map(({ values }) => values));
  const rows = watchedTables(before, clean).flatMap((table) =>
    [...new Set([...Object.keys(before[table] ?? {}), ...Object.keys(clean[table] ?? {})])].flatMap((name) =>
      wrongRows(table, name, outcome),
    ),
  );
  return [
    ...done.typed.filter((word) => !everything.includes(word)).map((word) => `typed “${word}” is gone`),
    ...rows,
    ...(stopped || CHANGES_ROWS.has(edit.kind) ? [] : reportedFalsely(outcome)),
    ...snapshot.sheets.filter(({ name }) => name.startsWith('~')).map(({ name }) => `sheet ${name} is left`),
  ];
}
