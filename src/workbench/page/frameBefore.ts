// Runs in a frame before Microsoft's runtime: gives it the bridge to the host, and the frame the workbench's clock.
import { minutesBehindUtc } from './clock';
import { frameName, workbenchAround } from './frameLink';
import type { LinkedWindow } from './frameLink';

const workbench = workbenchAround();
const { bridge, leave } = workbench.join(frameName());
(window as LinkedWindow)._richApiNativeBridge = bridge;
window.addEventListener('pagehide', leave);
window.addEventListener('error', (event) => workbench.failed(frameName(), event.message));
window.addEventListener('unhandledrejection', (event) =>
  workbench.failed(frameName(), event.reason instanceof Error ? event.reason.message : String(event.reason)),
);

/** The add-in asks the machine for the time and its zone; inside the workbench the machine says what the workbench's clock says. */
const MachineDate = Date;
class WorkbenchDate extends MachineDate {
  constructor(...parts: unknown[]) {
    if (parts.length > 0) super(...(parts as [number]));
    else super(WorkbenchDate.now());
  }

  static override now(): number {
    return workbench.fixedMilliseconds() ?? MachineDate.now();
  }

  override getTimezoneOffset(): number {
    return minutesBehindUtc(this.getTime());
  }
}
window.Date = WorkbenchDate as DateConstructor;
