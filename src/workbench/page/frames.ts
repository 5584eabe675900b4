// The add-in's frames in the workbench: gives each its bridge, keeps the shims that run commands, shows dialogs.
import { text } from '../../core/ground/text';
import type { Language, Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { OfficeShim } from '../host/officeShim';
import type { Bridge } from '../host/wire';
import { instantOf } from './clock';
import { THEMES, type Conditions } from './conditions';
import type { FrameName, LinkedWindow } from './frameLink';
import { TEXTS } from './pageTexts';
import { Store } from './sessionState';

interface FramesOptions {
  newBridge(): Bridge;
  conditions(): Conditions;
  language(): Language;
  fixedNow(): WallTime | null;
  failed(message: string): void;
}

/** Which pages of the add-in are open. */
export interface FramesState {
  /** Goes up when the add-in's pages are to be loaded anew; below 0 they wait for the first workbook. */
  readonly generation: number;
  /** The hidden page of ribbon commands has been asked for: it comes after the pane, for which a person waits, or with the first command. */
  readonly commands: boolean;
  /** Address of the dialog that is open. */
  readonly dialog: { readonly url: string; readonly closed: () => void } | null;
}

const COMMAND_MILLISECONDS = 60_000;
const AFTER_PANE_MILLISECONDS = 2_000;

export class Frames {
  readonly store = new Store<FramesState>({ generation: 0, commands: false, dialog: null });
  private readonly shims = new Map<FrameName, OfficeShim>();
  /** The page of commands and its scripts are there. */
  private hasCommands = false;
  /** Whoever waits for them. */
  private readonly waiting: (() => void)[] = [];

  /** Lets the frames find the workbench through this page's window. */
  constructor(private readonly options: FramesOptions) {
    (window as LinkedWindow).workbench = {
      get language() {
        return options.language();
      },
      get excelApi() {
        return options.conditions().excelApi;
      },
      get readOnly() {
        return options.conditions().rights === 'read';
      },
      get theme() {
        return THEMES[options.conditions().theme];
      },
      fixedMilliseconds: () => {
        const fixed = options.fixedNow();
        return fixed === null ? null : instantOf(fixed);
      },
      join: () => {
        const bridge = options.newBridge();
        return { bridge, leave: () => void (bridge.onMessageFromHost = undefined) };
      },
      ready: (frame, shim) => {
        this.shims.set(frame, shim);
        if (frame === 'taskpane') setTimeout(() => this.store.set({ commands: true }), AFTER_PANE_MILLISECONDS);
      },
      failed: (_frame, message) => options.failed(message),
      showDialog: (url, closed) => this.store.set({ dialog: { url, closed } }),
    };
  }

  /** The add-in's pages come with the first workbook, which is still being fetched: loading them for an empty one first would load them twice. */
  wait(): void {
    this.store.set({ generation: -1 });
  }

  /** They come without it, if they still wait. */
  waitNoLonger(): void {
    if (this.store.get().generation < 0) this.reload();
  }

  /** The add-in starts anew, as it does in Excel when another workbook is opened. */
  reload(): void {
    this.shims.clear();
    this.hasCommands = false;
    this.store.set({ generation: this.store.get().generation + 1, commands: false });
  }

  /** The page of commands and its scripts are there. */
  commandsLoaded(): void {
    this.hasCommands = true;
    for (const go of this.waiting.splice(0)) go();
  }

  closeDialog(): void {
    this.store.get().dialog?.closed();
    this.store.set({ dialog: null });
  }

  /** Resolves when the add-in says that the command is done. */
  async runCommand(name: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${name}: ${COMMAND_MILLISECONDS / 1000} s`)), COMMAND_MILLISECONDS);
    });
    await Promise.race([this.carryOut(name), late]).finally(() => clearTimeout(timer));
  }

  private async carryOut(name: string): Promise<void> {
    if (!this.hasCommands) {
      const loaded = new Promise<void>((resolve) => void this.waiting.push(resolve));
      this.store.set({ commands: true });
      await loaded;
    }
    const shim = this.shims.get('commands') ?? this.shims.get('taskpane');
    if (!shim?.actionIds.includes(name)) throw new UnknownCommand(name);
    await shim.runAction(name);
  }
}

/** The ribbon names a command that the add-in's page did not associate. */
class UnknownCommand extends Error {
  readonly text: Text;

  constructor(name: string) {
    super(name);
    this.text = text(TEXTS.unknownCommand.zh + name, TEXTS.unknownCommand.en + name);
  }
}
