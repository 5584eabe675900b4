// Listeners of the pane share one registration of the workbook's events.
import { sharedWatch } from '../../src/taskpane/sharedWatch';
import type { WorkbookEvent } from '../../src/workbook/contract/pointing';

const EDITED: WorkbookEvent = { kind: 'edited', sheet: '收件登记' };

/** A workbook that counts its registrations; `fails`: the next one does not succeed. */
function workbook(): {
  readonly register: Parameters<typeof sharedWatch>[0];
  say(event: WorkbookEvent): void;
  readonly open: { now: number; ever: number };
  fails: boolean;
} {
  const open = { now: 0, ever: 0 };
  const tells = new Set<(event: WorkbookEvent) => void>();
  const own = {
    open,
    fails: false,
    say: (event: WorkbookEvent) => tells.forEach((tell) => tell(event)),
    register: async (tell: (event: WorkbookEvent) => void) => {
      open.ever += 1;
      await Promise.resolve();
      if (own.fails) throw new Error('busy');
      open.now += 1;
      tells.add(tell);
      return async () => {
        await Promise.resolve();
        open.now -= 1;
        tells.delete(tell);
      };
    },
  };
  return own;
}

describe('the registration that listeners share', () => {
  test('is made once, told to everybody, and taken off with the last', async () => {
    const book = workbook();
    const watch = sharedWatch(book.register);
    const heard: string[] = [];
    const [first, second] = await Promise.all([watch(() => heard.push('one')), watch(() => heard.push('two'))]);
    expect(book.open).toEqual({ now: 1, ever: 1 });
    book.say(EDITED);
    await first();
    book.say(EDITED);
    expect(heard).toEqual(['one', 'two', 'two']);
    await first();
    expect(book.open.now).toBe(1);
    await second();
    expect(book.open.now).toBe(0);
  });

  test('is made anew for who comes when all have gone', async () => {
    const book = workbook();
    const watch = sharedWatch(book.register);
    await (
      await watch(() => undefined)
    )();
    const heard: string[] = [];
    await watch(({ kind }) => heard.push(kind));
    book.say(EDITED);
    expect([book.open, heard]).toEqual([{ now: 1, ever: 2 }, ['edited']]);
  });

  test('that failed says so to whoever asked, and is tried again by the next', async () => {
    const book = workbook();
    const watch = sharedWatch(book.register);
    book.fails = true;
    await expect(watch(() => undefined)).rejects.toThrow('busy');
    book.fails = false;
    const heard: string[] = [];
    await watch(({ kind }) => heard.push(kind));
    book.say(EDITED);
    expect([book.open, heard]).toEqual([{ now: 1, ever: 2 }, ['edited']]);
  });
});
