// Hears what happens in the workbook and passes it on at a walking pace: changed sheets at most every two seconds, the selection when it rests.
import { useEffect, useRef } from 'react';
import type { WorkbookEvent } from '../workbook/contract/pointing';
import type { PaneHost } from './paneHost';

/** Nobody reads faster, and a paste of a thousand cells is one change. */
const BETWEEN_READS_MS = 2_000;
/** The first change after a rest is shown soon. */
const FIRST_READ_MS = 300;
const SELECTION_RESTS_MS = 250;

/** Who is told that something in the workbook changed, or another row was selected. */
export interface Hearing {
  /** Names of the sheets in which cells changed; null = anything may have. */
  readonly onChanged: (sheets: ReadonlySet<string> | null) => void;
  readonly onSelected: () => void;
}

/** `listening`: false takes nothing in, and what happened meanwhile is passed on when it is true again. */
export function useWorkbookEvents({ watch }: Pick<PaneHost, 'watch'>, listening: boolean, hearing: Hearing): void {
  const latest = useRef({ listening, hearing });
  latest.current = { listening, hearing };
  const wake = useRef<() => void>(() => undefined);
  useEffect(() => {
    let sheets = new Set<string>();
    let everything = false;
    let lastRead = 0;
    let reading: ReturnType<typeof setTimeout> | undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => Promise<void>) | undefined;
    let over = false;
    const passOn = (): void => {
      reading = undefined;
      if (!latest.current.listening || (!everything && sheets.size === 0)) return;
      const changed = everything ? null : sheets;
      sheets = new Set();
      everything = false;
      lastRead = performance.now();
      latest.current.hearing.onChanged(changed);
    };
    const soon = (): void => {
      const wait = Math.max(FIRST_READ_MS, lastRead + BETWEEN_READS_MS - performance.now());
      reading ??= setTimeout(passOn, wait);
    };
    wake.current = soon;
    const hear = (event: WorkbookEvent): void => {
      if (event.kind === 'selected' || event.kind === 'activated') {
        clearTimeout(resting);
        resting = setTimeout(() => latest.current.hearing.onSelected(), SELECTION_RESTS_MS);
        return;
      }
      if (event.kind === 'sheets' || event.sheet === null) everything = true;
      else sheets.add(event.sheet);
      soon();
    };
    watch?.(hear).then(
      (off) => {
        if (over) void off();
        else stop = off;
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      over = true;
      clearTimeout(reading);
      clearTimeout(resting);
      void stop?.();
    };
  }, [watch]);
  useEffect(() => {
    if (listening) wake.current();
  }, [listening]);
}
