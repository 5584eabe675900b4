// The workbook port over Office.js: the one door through which the add-in touches Excel. What writes is loaded with the first plan.
import type { TellProgress, WorkbookPort } from '../workbook/contract/port';
import { undisturbed } from './disturbance';
import type { ExcelDoor } from './excelDoor';
import { readSnapshot } from './readSnapshot';
import { countingSync } from './sync';

const silent: TellProgress = () => undefined;

/** Example: `createExcelPort({ run: Excel.run, isSetSupported: (v) => Office.context.requirements.isSetSupported('ExcelApi', v) })`. */
export function createExcelPort(door: ExcelDoor): WorkbookPort {
  const { sync, count } = countingSync();
  const readOnce: WorkbookPort['read'] = (request, tell = silent) =>
    door.run((context) => readSnapshot(context, request, sync, door.isSetSupported, tell));
  // What is deleted or moved between the look and the load is looked for again: nothing is written yet.
  const read: WorkbookPort['read'] = (request, tell) => undisturbed(() => readOnce(request, tell));

  const write: WorkbookPort['write'] = async (plan, basis, tell) => {
    if (door.isReadOnly?.() === true)
      throw Object.assign(new Error('the workbook may be looked at only'), { code: 'AccessDenied' });
    const { planWriter } = await import('./writePlan');
    return planWriter({ door, sync, count, read })(plan, basis, tell);
  };

  return {
    read,
    write,
    get roundTrips() {
      return count();
    },
  };
}
