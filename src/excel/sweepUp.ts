// After a writing that others disturbed: sheets that it had begun are taken away, tables that it had set aside get their names back. The job
// decides again and may need none of them. What another session has begun under the same names is left alone: sheets are known by their ids.
import type { PlanStep } from '../workbook/contract/plan';
import { setAside, unfinishedName } from './makeSheets';
import { isSheetStep } from './sheetUnits';
import type { Sync } from './sync';

/** One sync to look and, when something is there, one to put it right. `ids`: of the sheets that the writing had begun. May be asked again. */
export async function sweepUp(
  context: Excel.RequestContext,
  plan: readonly PlanStep[],
  ids: readonly string[],
  sync: Sync,
): Promise<void> {
  const made = plan.filter(isSheetStep);
  if (made.length === 0) return;
  const { worksheets, tables } = context.workbook;
  const unfinished = new Set(made.map(({ sheet }) => unfinishedName(sheet.name)));
  const begun = ids.map((id) => worksheets.getItemOrNullObject(id).load('name'));
  const replaced = made.flatMap(({ sheet }) => (sheet.table ? [sheet.table.name] : []));
  const aside = replaced.map((name) => ({ name, table: tables.getItemOrNullObject(setAside(name)).load('name') }));
  const begunTables = replaced.map((name) => ({
    name,
    sheet: tables.getItemOrNullObject(name).worksheet.load('name'),
  }));
  await sync(context);
  const left = begun.filter((sheet) => !sheet.isNullObject && unfinished.has(sheet.name));
  const stands = (name: string): boolean =>
    begunTables.some(
      (each) => each.name === name && !each.sheet.isNullObject && !left.some((sheet) => sheet.name === each.sheet.name),
    );
  const lost = aside.filter(({ name, table }) => !table.isNullObject && !stands(name));
  if (left.length + lost.length === 0) return;
  for (const sheet of left) sheet.delete();
  for (const { name, table } of lost) table.name = name;
  await sync(context);
}
