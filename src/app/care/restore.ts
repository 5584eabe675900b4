// Writes again what this session wrote and what a merge has lost since; and looks for it without writing anything.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { appendRows } from '../../workbook/contract/edits';
import { nameAt } from '../../workbook/contract/identity';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { columnOf, type TableSpec } from '../../workbook/contract/spec';
import { addedLine, filledLines, type LogLine } from '../../workbook/tables/records/actLog';
import type { Deps, Job } from '../run/job';
import { vanishedProblem, type OwnWrites, type Vanished } from '../run/ownWrites';
import { runJob, type Decision, type Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { RESTORE, type RestoreResults } from './restoreJob';

/**
 * What of this session's own writes is not there any more, each named; nothing is written. For a session that comes back, or hears that
 * others have changed something: two syncs, none when it has written nothing.
 */
export async function lookAgain({ workbook, own }: Pick<Deps, 'workbook' | 'own'>): Promise<Problem[]> {
  if (!own || own.tables.length === 0) return [];
  return own.vanishedIn(await workbook.read({ tables: own.tables })).map(vanishedProblem);
}

/** Cells that are as they were before: one step for each table. */
function cellSteps({ snapshot }: Situation, lost: readonly Vanished[]): PlanStep[] {
  const tables = [...new Set(lost.map(({ table }) => table))];
  return tables.flatMap((name): PlanStep[] => {
    const table = snapshot.tables[name];
    const own = lost.filter((each) => each.table === name);
    if (!table) return [];
    const places = (own[0]?.keys ?? []).map((header) => table.headers.indexOf(header));
    const byName = new Map(own.map((each) => [each.name, each]));
    const cells = table.values.map((row) => {
      const mine = byName.get(nameAt(row, places));
      return table.headers.map((header): CellWrite => mine?.cells.get(header)?.wrote ?? null);
    });
    return [{ kind: 'updateRows', table: name, cells, by: { key: places, inputs: places } }];
  });
}

function keyCalled(spec: TableSpec, header: string): string | undefined {
  return spec.columns.find((column) => [column.header.zh, column.header.en].includes(header))?.key;
}

/** Rows that are gone, with the formulas of their table. */
function rowSteps({ snapshot, campaign, words }: Situation, gone: readonly Vanished[]): PlanStep[] {
  return [...new Set(gone.map(({ table }) => table))].flatMap((name) => {
    const spec = campaign.spec(name);
    const records = gone
      .filter(({ table }) => table === name)
      .map(({ cells }) =>
        Object.fromEntries(
          [...cells].flatMap(([header, { wrote }]) => {
            const key = keyCalled(spec, header);
            return key === undefined || columnOf(spec, key).formula ? [] : [[key, wrote]];
          }),
        ),
      );
    return appendRows(spec, tableIn(snapshot, spec), records, words(spec));
  });
}

function linesOf({ language }: Situation, lost: readonly Vanished[]): LogLine[] {
  const cells = lost.flatMap(({ table, called, cells: own, gone }) =>
    gone
      ? []
      : [...own].map(([column, { before, wrote }]): LogLine => ({ table, row: called, column, before, after: wrote })),
  );
  const rows = lost.filter(({ gone }) => gone);
  return [
    ...cells.filter(({ before }) => before !== ''),
    ...filledLines(cells.filter(({ before }) => before === '')),
    ...rows.map(({ table, called, cells: own }) => {
      const state = [...own].find(([header]) => ['审核', 'Review', '参评', 'Eligible'].includes(header))?.[1].wrote;
      return addedLine({ table, row: called, state: String(state ?? '') }, language);
    }),
  ];
}

function decideRestore(own: OwnWrites): (situation: Situation) => Decision<RestoreResults> {
  return (situation) => {
    const lost = own.vanishedIn(situation.snapshot);
    const [gone, changed] = [lost.filter((each) => each.gone), lost.filter((each) => !each.gone)];
    const cells = changed.reduce((sum, each) => sum + each.cells.size, 0);
    const tables = [...new Set(lost.map(({ table }) => table))];
    const count = (of: readonly Vanished[], name: string): number => of.filter(({ table }) => table === name).length;
    return {
      steps: [...cellSteps(situation, changed), ...rowSteps(situation, gone)],
      changed: Object.fromEntries(
        tables.map((name) => [name, { added: count(gone, name), updated: count(changed, name) }]),
      ),
      alsoLogged: linesOf(situation, lost),
      results: { cells, rows: gone.map(({ called }) => called) },
      message:
        lost.length === 0
          ? text('自己写入的内容都还在。', 'All that you wrote is still there.')
          : text(
              `已恢复 ${cells} 个单元格、${gone.length} 行。`,
              `${cells} cells and ${gone.length} rows are as you wrote them again.`,
            ),
    };
  };
}

/** Job 'restore'. */
export const restore: Job<unknown, RestoreResults> = (deps, input, mode) => {
  const { own } = deps;
  const reads = { tables: own?.tables ?? [] };
  const { name, writes, undoable, nothing } = RESTORE;
  const decide = own
    ? decideRestore(own)
    : (): Decision<RestoreResults> => ({ steps: [], changed: {}, results: nothing, message: text('', '') });
  return runJob(deps, { name, writes, undoable, nothing, reads, decide }, input, mode);
};
