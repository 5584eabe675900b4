// Whether something in the workbook changed since a result came up, and in which sheets. Only marks: reads nothing and writes nothing in answer.
import { useEffect, useState } from 'react';
import type { PaneHost } from './paneHost';

/** For so long after a job the events of this window may still be of what the job wrote; a co-author's never are, nor those of which Excel says so. */
const OWN_ECHO_MS = 3_000;

/** What has changed since: names of sheets, as far as they are known. */
export type ChangedSheets = ReadonlySet<string>;

/** `result`: what came up; another one is a new beginning. `wrote`: its job wrote cells, whose events may still come. Null while nothing changed. */
export function useChangedSince(
  { watch }: Pick<PaneHost, 'watch'>,
  result: object,
  wrote: boolean,
): ChangedSheets | null {
  const [changed, setChanged] = useState<{ readonly of: object; readonly sheets: ChangedSheets } | null>(null);
  useEffect(() => {
    const own = wrote ? performance.now() + OWN_ECHO_MS : 0;
    let over = false;
    let stop: (() => Promise<void>) | undefined;
    const off = (): void => void stop?.().catch((error: unknown) => console.error(error));
    watch?.((event) => {
      if (over || (event.kind !== 'edited' && event.kind !== 'sheets')) return;
      const mayBeOwn = !event.remote && !(event.kind === 'edited' && event.byHand);
      if (mayBeOwn && performance.now() < own) return;
      const sheet = event.kind === 'edited' && event.sheet !== null ? [event.sheet] : [];
      setChanged((old) => ({ of: result, sheets: new Set([...(old?.of === result ? old.sheets : []), ...sheet]) }));
    }).then(
      (end) => {
        stop = end;
        if (over) off();
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      over = true;
      off();
    };
  }, [watch, result, wrote]);
  return changed?.of === result ? changed.sheets : null;
}
