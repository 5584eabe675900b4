// One registration of the workbook's events for all who listen in the pane: each of its own would cost the workbook's connection anew.
import type { PaneHost } from './paneHost';

type Watch = NonNullable<PaneHost['watch']>;

/** Registers with the first listener and takes the registration off with the last. Example: `const watch = sharedWatch((tell) => watchWorkbook(run, tell))`. */
export function sharedWatch(register: Watch): Watch {
  const listeners = new Set<{ readonly tell: Parameters<Watch>[0] }>();
  let registered: ReturnType<Watch> | undefined;
  return async (tell) => {
    const listener = { tell };
    listeners.add(listener);
    const mine = (registered ??= register((event) => {
      for (const { tell: each } of [...listeners]) each(event);
    }));
    await mine.catch((error: unknown) => {
      listeners.delete(listener);
      if (registered === mine) registered = undefined;
      throw error;
    });
    return async () => {
      if (!listeners.delete(listener) || listeners.size > 0 || registered === undefined) return;
      const last = registered;
      registered = undefined;
      await (
        await last
      )();
    };
  };
}
