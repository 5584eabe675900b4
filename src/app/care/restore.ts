// Writes again what this session wrote and what a merge has lost since; and looks for it without writing anything.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { appendRows, nextIds } from '../../workbook/contract/edits';
import { nameAt } from '../../workbook/contract/identity';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { columnOf, type TableSpec } from '../../workbook/contract/spec';
import { LOG } from '../../workbook/tables/records/records';
import { givenIds } from '../../workbook/tables/registeredRows';
import { addedLine, filledLines, type LogLine } from '../../workbook/tables/records/actLog';
import type { Deps, Job } from '../run/job';
import type { OwnWrites, Vanished } from '../run/ownWrites';
import { vanishedProblem } from '../run/vanishedWords';
import { runJob, type Decision, type Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { RESTORE, type RestoreResults } from './restoreJob';

/**
 * What of this session's own writes is not there any more, each named; nothing is written. For a session that comes back, or hears that
 * others have changed something: two syncs (four where the log has to be asked who changed what), none when it has written nothing.
 */
export async function lookAgain({ workbook, own }: Pick<Deps, 'workbook' | 'own'>): Promise<Problem[]> {
  if (!own || own.tables.length === 0) return [];
  const now = await workbook.read({ tables: own.tables });
  if (!own.isDoubtful(now)) return own.vanishedIn(now).map(vanishedProblem);
  const withLog = await workbook.read({ tables: [...own.tables, LOG.name] });
  own.letGo(withLog);
  return own.vanishedIn(withLog).map(vanishedProblem);
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

/** Numbers for rows whose own is another row's now; none where the key is no number. */
function newNumbers(
  table: TableSnapshot,
  gone: readonly Vanished[],
  snapshot: WorkbookSnapshot,
): Map<Vanished, string> {
  const numbers = new Map<Vanished, string>();
  for (const each of gone) {
    const [, prefix = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(each.called) ?? [];
    const place = table.headers.indexOf(each.keys[0] ?? '');
    if (!each.instead || each.table !== table.name || prefix === '' || place < 0) continue;
    const here = table.values.map((row) => String(row[place] ?? ''));
    const used = [...here, ...givenIds(table.name, snapshot), ...numbers.values()];
    numbers.set(each, nextIds(prefix, digits.length, used, 1)[0] ?? '');
  }
  return numbers;
}

/** Rows that are gone, with the formulas of their table. */
function rowSteps({ snapshot, campaign, words }: Situation, gone: readonly Vanished[]): PlanStep[] {
  return [...new Set(gone.map(({ table }) => table))].flatMap((name) => {
    const spec = campaign.spec(name);
    const table = tableIn(snapshot, spec);
    const numbers = newNumbers(table, gone, snapshot);
    const records = gone
      .filter((each) => each.table === name)
      .map((each) =>
        Object.fromEntries(
          [...each.cells].flatMap(([header, { wrote }]) => {
            const key = keyCalled(spec, header);
            if (key === undefined || columnOf(spec, key).formula) return [];
            return [[key, header === each.keys[0] ? (numbers.get(each) ?? wrote) : wrote]];
          }),
        ),
      );
    return appendRows(spec, table, records, words(spec));
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

/** What can be written again: cells that are as they were before, and rows that are gone; of those whose key names another row, what has a number. */
function restorable(lost: readonly Vanished[], { snapshot }: Situation): Vanished[] {
  return lost.flatMap((each) => {
    if (!each.gone) {
      const cells = new Map([...each.cells].filter(([header, { before }]) => each.now.get(header) === before));
      return cells.size === 0 ? [] : [{ ...each, cells }];
    }
    const table = snapshot.tables[each.table];
    return !each.instead || (table && newNumbers(table, [each], snapshot).size > 0) ? [each] : [];
  });
}

/** What people call the row once it stands again. */
function calledAgain({ snapshot }: Situation, gone: readonly Vanished[]): ReadonlyMap<Vanished, string> {
  const numbers = everyTable(snapshot.tables).flatMap((table) => [...newNumbers(table, gone, snapshot)]);
  return new Map([...gone.map((each) => [each, each.called] as const), ...numbers]);
}

/** Cells that were written, of rows that are gone too. */
const cellsOf = (vanished: readonly Vanished[]): number => vanished.reduce((sum, each) => sum + each.cells.size, 0);

/** `left`: cells that hold what others wrote, which stays. */
function messageOf(cells: number, rows: number, left: number): Text {
  const kept = text(
    `另有 ${left} 个单元格现在是别人写的内容，没有改动：请与对方商定后手工改，或确认不要。`,
    ` ${left} cells hold what others wrote and stay so: agree with them and type it, or leave it so.`,
  );
  const [zh, en] =
    cells + rows > 0
      ? [`已恢复 ${cells} 个单元格、${rows} 行。`, `${cells} cells and ${rows} rows are as you wrote them again.`]
      : left > 0
        ? ['没有可以写回的。', 'Nothing can be written again.']
        : ['自己写入的内容都还在。', 'All that you wrote is still there.'];
  return left > 0 ? text(zh + kept.zh, en + kept.en) : text(zh, en);
}

function decideRestore(
  own: OwnWrites,
  taken: (lost: readonly Vanished[]) => void,
): (situation: Situation) => Decision<RestoreResults> {
  return (situation) => {
    const vanished = own.vanishedIn(situation.snapshot);
    const lost = restorable(vanished, situation);
    const left = cellsOf(vanished) - cellsOf(lost);
    const [gone, changed] = [lost.filter((each) => each.gone), lost.filter((each) => !each.gone)];
    const called = calledAgain(situation, gone);
    taken(gone.filter(({ instead }) => instead));
    const cells = changed.reduce((sum, each) => sum + each.cells.size, 0);
    const tables = [...new Set(lost.map(({ table }) => table))];
    const count = (of: readonly Vanished[], name: string): number => of.filter(({ table }) => table === name).length;
    return {
      steps: [...cellSteps(situation, changed), ...rowSteps(situation, gone)],
      changed: Object.fromEntries(
        tables.map((name) => [name, { added: count(gone, name), updated: count(changed, name) }]),
      ),
      alsoLogged: linesOf(
        situation,
        lost.map((each) => ({ ...each, called: called.get(each) ?? each.called })),
      ),
      results: { cells, rows: [...called.values()] },
      message: messageOf(cells, gone.length, left),
    };
  };
}

/** Job 'restore'. */
export const restore: Job<unknown, RestoreResults> = async (deps, input, mode) => {
  const { own } = deps;
  const reads = { tables: own?.tables ?? [], withLog: true };
  const { name, writes, undoable, nothing } = RESTORE;
  let renumbered: readonly Vanished[] = [];
  const decide = own
    ? decideRestore(own, (lost) => (renumbered = lost))
    : (): Decision<RestoreResults> => ({ steps: [], changed: {}, results: nothing, message: text('', '') });
  const report = await runJob(deps, { name, writes, undoable, nothing, reads, decide }, input, mode);
  // They stand under new numbers, by which they are known from now on.
  if (mode === 'write' && !report.stopped) own?.forget(renumbered);
  return report;
};
