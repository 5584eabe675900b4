// Runs in a frame after Microsoft's runtime and before the add-in: completes `Office` and tells the workbench.
import { installOffice } from '../host/officeShim';
import { frameName, workbenchAround } from './frameLink';

const workbench = workbenchAround();
const shim = installOffice(window, {
  excelApi: workbench.excelApi,
  theme: workbench.theme,
  readOnly: workbench.readOnly,
  language: workbench.language === 'zh' ? 'zh-CN' : 'en-US',
});

const DIALOG_CLOSED = 12006;

type DialogAnswer = (result: { status: 'succeeded'; value: unknown }) => void;

/** The workbench has dialogs of its own, so a message of a ribbon command is seen. */
Object.assign(Office.context.ui, {
  displayDialogAsync(url: string, options: unknown, callback?: DialogAnswer) {
    const answer = callback ?? (typeof options === 'function' ? (options as DialogAnswer) : undefined);
    const handlers: ((event: { error: number }) => void)[] = [];
    workbench.showDialog(url, () => handlers.forEach((handler) => handler({ error: DIALOG_CLOSED })));
    const dialog = {
      addEventHandler: (_type: unknown, handler: (event: { error: number }) => void) => void handlers.push(handler),
      close: () => undefined,
      messageChild: () => undefined,
    };
    if (answer) setTimeout(() => answer({ status: 'succeeded', value: dialog }), 0);
  },
});
workbench.ready(frameName(), shim);
