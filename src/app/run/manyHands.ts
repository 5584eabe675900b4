// What a job does about others in the same workbook: rows that somebody typed below a table, rows that nothing tells apart, and what is
// said when it had to decide again.
import type { JobReport } from './job';
import { rowsToTakeIn } from './rowsBelow';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { alikeRows, namedRows } from '../../workbook/contract/identity';
import type { PlanStep } from '../../workbook/contract/plan';
import type { PortProgress, WorkbookPort } from '../../workbook/contract/port';
import { refusals } from '../../workbook/contract/refusals';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { sheetBeforeScores } from '../../workbook/upgrade/upgradeNewTables';
import { settleSetAside, type TakeBack } from '../../workbook/upgrade/upgradeSetAside';
import { settleUnfinished } from '../../workbook/upgrade/upgradeUnfinished';
import { TABLES } from '../../workbook/tables/registry';

/** Tables with rows directly below them that they have not taken in, and how many: a note ends them. */
function takeInSteps({ tables }: WorkbookSnapshot): PlanStep[] {
  return everyTable(tables).flatMap((table): PlanStep[] => {
    const rows = rowsToTakeIn(table);
    return rows === 0 ? [] : [{ kind: 'takeIn', table: table.name, rows }];
  });
}

/** Rows that come into tables by it, as reports count them. */
function rowsTaken(steps: readonly PlanStep[]): JobReport['changed'] {
  return Object.fromEntries(
    steps.flatMap((step) => (step.kind === 'takeIn' ? [[step.table, { added: step.rows, updated: 0 }] as const] : [])),
  );
}

/** The notice that rows typed below a table were taken into it, with sheet and number of rows. */
function tookIn(steps: readonly PlanStep[], { tables }: WorkbookSnapshot): Problem {
  const places = steps.flatMap((step) => {
    const table = step.kind === 'takeIn' ? tables[step.table] : undefined;
    return table && step.kind === 'takeIn' ? [{ sheet: table.sheet, rows: step.rows }] : [];
  });
  const [first] = places;
  return {
    code: 'rows-taken-in',
    sheet: first?.sheet,
    expected: text('表内的行', 'rows inside the table'),
    found: String(first?.rows ?? ''),
    message: text(
      `${places.map(({ sheet, rows }) => `“${sheet}”表格下方有 ${rows} 行没有算进表里，已收进表格`).join('；')}。`,
      `${places.map(({ sheet, rows }) => `${rows} rows stood below the table on “${sheet}” and did not count: the table has taken them in`).join('; ')}.`,
    ),
  };
}

/** What was put in order before a job decides, or why it cannot be. */
export type TakenIn =
  { readonly refused: Problem } | { readonly notice: Problem; readonly changed: JobReport['changed'] };

/** Takes the rows directly below tables into them. Null: there are none. */
export async function takeIn(
  workbook: WorkbookPort,
  snapshot: WorkbookSnapshot,
  tell: (progress: PortProgress) => void,
): Promise<TakenIn | null> {
  const steps = takeInSteps(snapshot);
  if (steps.length === 0) return null;
  const [refused] = refusals(steps, snapshot);
  if (refused) return { refused };
  await workbook.write({ steps }, snapshot, tell);
  return { notice: tookIn(steps, snapshot), changed: rowsTaken(steps) };
}

/** Rows by table of what was put in order first and what the job then did. */
export function countedTogether(before: JobReport['changed'], then: JobReport['changed']): JobReport['changed'] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(then)])];
  return Object.fromEntries(
    tables.map((table) => {
      const [one, other] = [before[table], then[table]];
      return [
        table,
        { added: (one?.added ?? 0) + (other?.added ?? 0), updated: (one?.updated ?? 0) + (other?.updated ?? 0) },
      ];
    }),
  );
}

/**
 * Sheets with a table that a job which was cut left under their unfinished name; what people typed there meanwhile stays. Where the sheet that
 * it was to replace still stands, that one counts and the half-made one goes.
 */
export function finishing(snapshot: WorkbookSnapshot): {
  readonly steps: PlanStep[];
  readonly basis: WorkbookSnapshot;
} {
  const former = settleSetAside(snapshot);
  const { snapshot: basis, unfinished } = settleUnfinished(former.snapshot);
  const finish = [...unfinished].map(([name, from]): PlanStep => {
    const table = everyTable(basis.tables).find(({ sheet }) => sheet === name);
    const before = TABLES.slice(
      0,
      Math.max(
        0,
        TABLES.findIndex((spec) => spec.name === table?.name),
      ),
    );
    const after = table?.name.startsWith(SCORE_TABLE_PREFIX)
      ? sheetBeforeScores(table.name, basis.tables)
      : before.reverse().flatMap((spec) => basis.tables[spec.name]?.sheet ?? [])[0];
    return { kind: 'finishSheet', from, name, ...(after !== undefined && { after }) };
  });
  return { steps: [...former.steps, ...finish], basis };
}

/** The workbook as it counts: a sheet that a cut left half made beside the former one is as if it had not been begun; whoever only looks is told. */
export function asBeforeCut(snapshot: WorkbookSnapshot): {
  readonly counts: WorkbookSnapshot;
  readonly said: Problem[];
} {
  const { snapshot: counts, steps } = settleSetAside(snapshot);
  return { counts, said: steps.map((step) => halfMade(step, counts, false)) };
}

function halfMade({ table, unfinished }: TakeBack, { tables }: WorkbookSnapshot, done: boolean): Problem {
  const sheet = tables[table]?.sheet ?? '';
  const begun = unfinished === undefined ? text('', '') : text(`（“${unfinished}”）`, ` (“${unfinished}”)`);
  return {
    code: 'sheet-taken-back',
    table,
    sheet,
    expected: text(sheet, sheet),
    found: unfinished ?? '',
    message: done
      ? text(
          `上次操作在重做“${sheet}”时中断：原来的一张仍在，已恢复；没做完的那份${begun.zh}已删去。要重做的操作请再运行一次。`,
          `An earlier job was cut while it made “${sheet}” anew: the former sheet still stood and counts again, the half-made one${begun.en} is gone. Run that job again.`,
        )
      : text(
          `上次操作在重做“${sheet}”时中断：原来的一张仍在，以它为准；没做完的那份${begun.zh}由下一个写入的操作删去。`,
          `An earlier job was cut while it made “${sheet}” anew: the former sheet still stands and counts; the next job that writes takes the half-made one${begun.en} away.`,
        ),
  };
}

/** The notice that sheets which a cut job had left half made are whole now. */
export function finished(steps: readonly PlanStep[], basis: WorkbookSnapshot): Problem {
  const back = steps.find((step) => step.kind === 'takeBackSheet');
  if (back) return halfMade(back, basis, true);
  const names = steps.flatMap((step) => (step.kind === 'finishSheet' ? [`“${step.name}”`] : []));
  return {
    code: 'sheets-finished',
    sheet: names[0]?.slice(1, -1),
    expected: text('做完的工作表', 'finished sheets'),
    found: names.join(),
    message: text(
      `上次操作中断，${names.join('、')}没有做完，已补上；颜色和下拉可能不全，请运行“升级与修复”。`,
      `An earlier job was cut before ${names.join(', ')} was finished: it has its name and place now. Run “Upgrade and repair” for its colours and lists.`,
    ),
  };
}

/** Rows of the steps that nothing tells apart: nothing may be written to them. */
export function rowsAlike(steps: readonly PlanStep[], { tables }: WorkbookSnapshot): Problem[] {
  return steps.flatMap((step) => {
    const table = step.kind === 'updateRows' ? tables[step.table] : undefined;
    if (step.kind !== 'updateRows' || !table) return [];
    const { alike } = namedRows(step, table);
    return alike.length === 0 ? [] : [alikeRows(table, alike)];
  });
}

/** Said beside the result of a job that met somebody else's change while it wrote. */
export function decidedAgain({ table, expected, found }: Problem): Problem {
  return {
    code: 'decided-again',
    ...(table !== undefined && { table }),
    expected,
    found,
    message: text(
      '写入时别人也在改同一处：已按现在的内容重新判断，下面是最后的结果。',
      'Somebody changed the same place meanwhile: it was decided again from what stands there now; this is the outcome.',
    ),
  };
}

/** Said beside every result in a workbook that calculates only on demand: what people see between two jobs may be old. */
export function byHand({ calculatesByHand }: WorkbookSnapshot): Problem[] {
  if (!calculatesByHand) return [];
  return [
    {
      code: 'calculates-by-hand',
      expected: text('自动重算', 'automatic calculation'),
      found: text('手动重算', 'manual calculation').zh,
      message: text(
        '这个工作簿现在是手动重算：本次先重算再读取，结果是新的；但两次操作之间表里看到的可能是旧的。请在“公式—计算选项”里改为自动。',
        'This workbook calculates only on demand: it was calculated before this was read, but what the sheets show between two jobs may be old. Set Formulas – Calculation Options to automatic.',
      ),
    },
  ];
}
