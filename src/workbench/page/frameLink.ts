// How the add-in's pages, which run in frames, find the workbench around them. Same origin, direct objects, no messages.
import type { OfficeShim } from '../host/officeShim';
import type { Bridge } from '../host/wire';
import type { Language } from '../../core/ground/text';

export type FrameName = 'taskpane' | 'commands';

/** What a frame of the add-in gets from the page around it. */
export interface WorkbenchLink {
  readonly language: Language;
  /** The newest requirement set that the host claims. */
  readonly excelApi: string;
  /** The workbook may be looked at only. */
  readonly readOnly: boolean;
  /** Office's own colours. */
  readonly theme: { readonly background: string; readonly foreground: string };
  /** Milliseconds as `Date.now()` gives them, by the workbench's clock; null while the machine's time runs. */
  fixedMilliseconds(): number | null;
  /** A fresh bridge to the host for one frame; `leave` ends it when the frame goes. */
  join(frame: FrameName): { readonly bridge: Bridge; leave(): void };
  /** The runtime is loaded; the add-in's own script comes next. */
  ready(frame: FrameName, shim: OfficeShim): void;
  /** Something in the frame went wrong that the add-in did not catch. */
  failed(frame: FrameName, message: string): void;
  /** The add-in asked for a dialog with this address; `closed` when a person closes it. */
  showDialog(url: string, closed: () => void): void;
}

/** A frame’s window with it. */
export interface LinkedWindow extends Window {
  workbench?: WorkbenchLink;
  /** The bridge by which Microsoft's runtime reaches its host; it looks for this name while it loads. */
  _richApiNativeBridge?: Bridge;
}

/** The name of the frame that this script runs in, from its address. */
export function frameName(): FrameName {
  return location.pathname.includes('commands') ? 'commands' : 'taskpane';
}

/** The workbench around this frame. Throws when the page was opened on its own. */
export function workbenchAround(): WorkbenchLink {
  const { workbench } = window.parent as LinkedWindow;
  if (!workbench) throw new Error('This page belongs inside the workbench.');
  return workbench;
}
