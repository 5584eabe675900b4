// What the page shows around the grid, and how it learns of changes. It knows no React and no host.
import type { Language, Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { Conditions } from './conditions';

export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'warning' | 'info';
  readonly text: Text;
}

/** The filter list that is open. */
export interface OpenFilter {
  readonly sheetId: string;
  readonly tableId: number;
  /** 0-based in the table. */
  readonly column: number;
}

/** Printed pages that are looked at. */
export interface Preview {
  /** Of the PDF, in this page. */
  readonly url: string;
  /** Null: all sheets. */
  readonly sheet: string | null;
  /** For the file, without its ending. */
  readonly name: string;
}

/** Pages that should not leave the office, before they are printed all the same. */
export interface UnfitPages {
  readonly which: 'sheet' | 'all';
  readonly why: Text;
}

/** What the page around the grid shows. */
export interface SessionState {
  readonly language: Language;
  readonly fileName: string;
  readonly unsaved: boolean;
  /** What is going on right now; null when nothing is. */
  readonly busy: Text | null;
  readonly notices: readonly Notice[];
  /** The time that was set, or null while the machine's runs. */
  readonly fixedNow: WallTime | null;
  /** Under which conditions the add-in runs. */
  readonly conditions: Conditions;
  readonly paneOpen: boolean;
  /** Where the pane starts, and how many times a button of the ribbon has asked for that. */
  readonly panePage: { readonly page: string; readonly asked: number };
  /** The table column whose filter menu is open. */
  readonly filter: OpenFilter | null;
  /** The printed pages that are shown. */
  readonly preview: Preview | null;
  /** What is to be asked before the pages are shown. */
  readonly unfit: UnfitPages | null;
}

/** Made for React's `useSyncExternalStore`: `get` gives the same object until something changes. */
export class Store<State extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: State) {}

  readonly get = (): State => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
