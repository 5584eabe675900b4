// Sheets that nobody sees at this moment are brought up to the model one by one, whenever the page is idle, so that the one in sight is drawn
// at once. Knows which wait, not what is done for them.

/** For browsers that tell nobody when they are idle (Safari). */
const IDLE_MILLISECONDS = 500;

/** As soon as the page has nothing else to do; where the browser does not say so, after a while. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, IDLE_MILLISECONDS);
}

/** Example: `putOff('log')` is true, and some idle moments later `tell` is asked to do it: then it is false. */
export class OutOfSight {
  private readonly waiting = new Set<string>();
  /** Their time has come. */
  private readonly due = new Set<string>();
  private asked = false;

  /** `tell`: these sheets are to be brought up to the model now. */
  constructor(
    private readonly tell: (sheetIds: ReadonlySet<string>) => void,
    private readonly idle: (work: () => void) => void = whenIdle,
  ) {}

  /** True: it waits. False: it has waited. */
  putOff(sheetId: string): boolean {
    if (this.due.delete(sheetId)) return false;
    this.waiting.add(sheetId);
    this.next();
    return true;
  }

  /** It is in sight: it waits no longer, and nothing is told of it. */
  done(sheetId: string): void {
    this.waiting.delete(sheetId);
    this.due.delete(sheetId);
  }

  /** It comes in sight. */
  hurry(sheetId: string): void {
    if (!this.waiting.delete(sheetId)) return;
    this.due.add(sheetId);
    this.tell(new Set([sheetId]));
  }

  /** All are forgotten. */
  clear(): void {
    this.waiting.clear();
    this.due.clear();
  }

  private next(): void {
    if (this.asked) return;
    this.asked = true;
    this.idle(() => {
      this.asked = false;
      const [sheetId] = this.waiting;
      if (sheetId === undefined) return;
      this.hurry(sheetId);
      this.next();
    });
  }
}
