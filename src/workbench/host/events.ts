// Which events the add-in listens to, and the messages that tell it. Counts registrations: two proxies of one sheet register twice.
import type { WireEvent } from './wire';

/** Message numbers of the runtime; the contract test compares them with what it registers. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  workbookSelectionChanged: 2,
} as const;

/** Target of what was registered on a collection of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

const CATEGORY = 65536;

/** Messages wait until they are taken, so that none is told in the middle of a batch. */
export class Events {
  private readonly counts = new Map<string, number>();
  private waiting: WireEvent[] = [];

  private static key = (type: number, target: string): string => `${type}|${target}`;

  register(type: number, target: string): void {
    const key = Events.key(type, target);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = Events.key(type, target);
    const left = (this.counts.get(key) ?? 0) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }

  forgetAll(): void {
    this.counts.clear();
    this.waiting = [];
  }

  /** True when somebody listens to one of the targets. */
  hears(type: number, targets: readonly string[]): boolean {
    return targets.some((target) => this.counts.has(Events.key(type, target)));
  }

  /** Puts the message down for each of the targets that somebody listens to. */
  tell(type: number, targets: readonly string[], message: Record<string, unknown>): void {
    for (const target of targets) {
      if (type !== EVENT.workbookSelectionChanged && !this.counts.has(Events.key(type, target))) continue;
      this.waiting.push({
        messageCategory: CATEGORY,
        messageType: type,
        targetId: target,
        message: JSON.stringify(message),
      });
    }
  }

  /** What waits to be sent; it waits no longer. */
  take(): WireEvent[] {
    const events = this.waiting;
    this.waiting = [];
    return events;
  }
}
