// A sheet that was being made anew when its job was cut: the former one still stands whole, its table under another name, and beside it what
// had been made of the new one. The former one counts, and is put back in its place.
import type { PlanStep, SetAsideEnding, UnfinishedPrefix } from '../contract/plan';
import { everyTable, tablesByName, type CellValue, type WorkbookSnapshot } from '../contract/snapshot';

const UNFINISHED: UnfinishedPrefix = '~';
const SET_ASIDE: SetAsideEnding = '_old';

/** Puts a sheet that a cut batch had set aside back in its place. */
export type TakeBack = Extract<PlanStep, { kind: 'takeBackSheet' }>;

/** Tables that a cut had left under another name. */
export interface TakenBack {
  /** As the workbook reads once they are put back. */
  readonly snapshot: WorkbookSnapshot;
  readonly steps: readonly TakeBack[];
}

function takeBackOf(snapshot: WorkbookSnapshot): TakeBack[] {
  const { sheets, tables, names } = snapshot;
  return everyTable(tables).flatMap(({ name: asideName, sheet }): TakeBack[] => {
    const aside: string = asideName;
    if (!aside.endsWith(SET_ASIDE)) return [];
    const name = aside.slice(0, -SET_ASIDE.length) as TakeBack['table'];
    const begun = tables[name];
    // The table that replaces it is whole: it stands on a sheet of its own.
    if (begun && !begun.sheet.startsWith(UNFINISHED)) return [];
    const unfinished =
      begun?.sheet ?? sheets.find((each) => each.name === (UNFINISHED + sheet).slice(0, 31))?.name ?? undefined;
    const spoke = Object.entries(names).filter(([, formula]) => formula.includes(`${name}[`));
    return [
      {
        kind: 'takeBackSheet',
        table: name,
        ...(unfinished !== undefined && { unfinished }),
        names: begun ? Object.fromEntries(spoke) : {},
      },
    ];
  });
}

/** Without anything set aside the snapshot is given back as it is. */
export function settleSetAside(snapshot: WorkbookSnapshot): TakenBack {
  const steps = takeBackOf(snapshot);
  if (steps.length === 0) return { snapshot, steps };
  const gone = new Set(steps.flatMap(({ unfinished }) => unfinished ?? []));
  const former = (text: string): string =>
    steps.reduce((words, { table }) => words.replaceAll(`${table}${SET_ASIDE}[`, `${table}[`), text);
  const cell = (value: CellValue): CellValue =>
    typeof value === 'string' && value.startsWith('=') ? former(value) : value;
  const nameOf = (name: string): string => steps.find(({ table }) => table + SET_ASIDE === name)?.table ?? name;
  return {
    steps,
    snapshot: {
      ...snapshot,
      sheets: snapshot.sheets.filter(({ name }) => !gone.has(name)),
      tables: tablesByName(
        everyTable(snapshot.tables)
          .filter(({ sheet }) => !gone.has(sheet))
          .map((table) => ({
            ...table,
            name: nameOf(table.name) as typeof table.name,
            formulas: table.formulas.map((row) => row.map(cell)),
          })),
      ),
      names: Object.fromEntries(Object.entries(snapshot.names).map(([name, formula]) => [name, former(formula)])),
    },
  };
}
