// The workbook around the add-in: Excel's batches, and what Office says that can be done with them.
import type { ExcelDoor } from './excelDoor';

/** Office says 'readOnly' of a workbook that was opened so, or that somebody has no rights to edit. */
export const isReadOnly = ({ document }: { readonly document?: { readonly mode?: unknown } }): boolean =>
  document?.mode === 'readOnly';

/** Asks Office anew each time: a workbook that was opened to be looked at can be edited later. */
export function officeDoor(): ExcelDoor {
  return {
    run: (batch) => Excel.run(batch),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
    isReadOnly: () => isReadOnly(Office.context),
  };
}
