// What may have become of a workbook when one job met one edit: every cell is as before or as the job alone would leave it, in its own row.
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { Done, PersonEdit } from './personEdits';
import type { RowState, TableState } from './tableState';

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

/** Empty when all is well; else one line for each thing that is not. */
export function compareStates({ before, clean, after, snapshot, done, edit, stopped }: Outcome): string[] {
  const wrong: string[] = [];
  const everything = JSON.stringify(after) + JSON.stringify(snapshot.sheets.map(({ values }) => values));
  for (const word of done.typed) if (!everything.includes(word)) wrong.push(`typed “${word}” is gone`);
  const gone = new Set(done.deleted.map((line) => JSON.stringify(line)));
  for (const table of new Set([...Object.keys(before), ...Object.keys(clean)])) {
    if (LOOSE.has(table)) continue;
    const names = new Set([...Object.keys(before[table] ?? {}), ...Object.keys(clean[table] ?? {})]);
    for (const name of names) {
      const [was, meant, is] = [cellsOf(before, table, name), cellsOf(clean, table, name), cellsOf(after, table, name)];
      if (is.length > Math.max(was.length, meant.length, 1)) wrong.push(`${table} ${name} stands ${is.length} times`);
      const [row] = is;
      const deleted = done.deleted.some((line) =>
        name.split('"').some((word) => word.length > 1 && line.includes(word)),
      );
      // What somebody deleted is gone; a job that makes the row again makes it empty.
      if (row && deleted && edit.kind === 'deleteRow') continue;
      if (!row) {
        if (
          !deleted &&
          was.length > 0 &&
          gone.size === 0 &&
          edit.kind !== 'deletedColumn' &&
          edit.kind !== 'renamedHeader'
        )
          wrong.push(`${table} ${name} is gone`);
        continue;
      }
      for (const [shown, cell] of Object.entries(row)) {
        const header = shown.replace('（新）', '');
        if (shown.startsWith('自加')) {
          if (cell !== '') wrong.push(`${table} ${name} ${shown}: a column of one’s own holds ${cell}`);
          continue;
        }
        const allowed = [was[0]?.[header] ?? '', meant[0]?.[header] ?? ''];
        if (allowed.includes(cell) || done.typed.includes(cell)) continue;
        // A new row's fingerprint is of what stood there: other rows, another fingerprint.
        if (header === '指纹' && was.length === 0) continue;
        wrong.push(`${table} ${name} ${header}: ${allowed.join(' or ')}, found ${cell}`);
      }
    }
  }
  if (
    !stopped &&
    !['deleteRow', 'deletedColumn', 'renamedHeader', 'typedCell', 'newRow', 'typedBelow'].includes(edit.kind)
  ) {
    for (const [table, rows] of Object.entries(clean)) {
      if (LOOSE.has(table)) continue;
      for (const [name, [meant]] of Object.entries(rows)) {
        const [row] = cellsOf(after, table, name);
        if (!row) wrong.push(`${table} ${name} was reported and is not there`);
        else
          for (const [header, cell] of Object.entries(meant ?? {}))
            if (header in row && row[header] !== cell)
              wrong.push(`${table} ${name} ${header}: reported ${cell}, found ${row[header]}`);
      }
    }
  }
  for (const { name } of snapshot.sheets) if (name.startsWith('~')) wrong.push(`sheet ${name} is left`);
  return wrong;
}
