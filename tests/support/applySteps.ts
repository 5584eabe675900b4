// What a snapshot becomes when a plan is carried out, without any Excel: formula cells hold '' as value and their text as formula.
import type { CellWrite, PlanStep } from '../../src/workbook/contract/plan';
import {
  everyTable,
  tableCalled,
  tablesByName,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';
import { withLiveIds } from './liveIds';
import { formulaOf, snapshotOf, valueOf } from './snapshotOf';

function isEmpty({ formulas }: TableSnapshot): boolean {
  return formulas.length === 1 && (formulas[0] ?? []).every((cell) => cell === '' || String(cell).startsWith('='));
}

function withTable(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (table: TableSnapshot) => TableSnapshot,
): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(`no table ${name}`);
  return { ...snapshot, tables: { ...snapshot.tables, [name]: withLiveIds(change(table)) } };
}

function apply(snapshot: WorkbookSnapshot, step: PlanStep): WorkbookSnapshot {
  switch (step.kind) {
    case 'addSheet':
    case 'replaceSheet': {
      const made = snapshotOf({ steps: [step] });
      const former =
        step.kind === 'replaceSheet' ? snapshot.sheets.find(({ name }) => name === step.replaces) : undefined;
      const kept =
        step.kind === 'replaceSheet' && step.keepAs !== undefined
          ? [{ visible: true, ...former, name: step.keepAs }]
          : [];
      const others = snapshot.sheets.filter(({ name }) => step.kind === 'addSheet' || name !== step.replaces);
      return {
        ...snapshot,
        sheets: [...others, ...made.sheets, ...kept],
        tables: { ...snapshot.tables, ...made.tables },
      };
    }
    case 'appendRows':
      return withTable(snapshot, step.table, (table) => {
        const former = isEmpty(table) ? { values: [], formulas: [] } : table;
        return {
          ...table,
          values: [...former.values, ...step.rows.map((row) => row.map(valueOf))],
          formulas: [...former.formulas, ...step.rows.map((row) => row.map(formulaOf))],
        };
      });
    case 'updateRows':
      return withTable(snapshot, step.table, (table) => {
        const edited = (rows: TableSnapshot['values'], read: (cell: CellWrite) => CellValue): CellValue[][] =>
          rows.map((row, r) =>
            row.map((cell, c) => {
              const edit = step.cells[r]?.[c] ?? null;
              return edit === null ? cell : read(edit);
            }),
          );
        return { ...table, values: edited(table.values, valueOf), formulas: edited(table.formulas, formulaOf) };
      });
    case 'removeSheet':
      return {
        ...snapshot,
        sheets: snapshot.sheets.filter(({ name }) => name !== step.sheet),
        tables: tablesByName(everyTable(snapshot.tables).filter(({ sheet }) => sheet !== step.sheet)),
      };
    case 'emptyTable':
      return withTable(snapshot, step.table, (table) => ({
        ...table,
        values: [step.row.map((cell, place) => (cell === null ? (table.values[0]?.[place] ?? '') : valueOf(cell)))],
        formulas: [
          step.row.map((cell, place) => (cell === null ? (table.formulas[0]?.[place] ?? '') : formulaOf(cell))),
        ],
      }));
    case 'protection':
      return {
        ...snapshot,
        sheets: snapshot.sheets.map(({ isProtected: before, ...sheet }) =>
          (step.sheets.includes(sheet.name) ? step.on : before) ? { ...sheet, isProtected: true as const } : sheet,
        ),
      };
    case 'tabColor':
      return {
        ...snapshot,
        sheets: snapshot.sheets.map((sheet) =>
          sheet.name === step.sheet ? { ...sheet, tabColor: step.color } : sheet,
        ),
      };
    case 'names':
      return { ...snapshot, names: { ...snapshot.names, ...step.names } };
    default:
      return snapshot;
  }
}

/** Example: `applySteps(snapshot, decision.steps)`. */
export function applySteps(snapshot: WorkbookSnapshot, steps: readonly PlanStep[]): WorkbookSnapshot {
  return steps.reduce(apply, snapshot);
}
