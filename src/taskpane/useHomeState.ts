// Reads the state of the workbook for the home view: on opening, on coming back, on request. Shows the last one meanwhile.
import { useCallback, useEffect, useRef, useState } from 'react';
import { explainError } from '../app/run/explainError';
import { withinTime } from '../app/run/finishJob';
import type { Language } from '../core/ground/text';
import type { PaneHost } from './paneHost';
import type { HomeReading } from './views/HomeView';

/** What was read longer ago is read again when the pane gets the focus. */
const STALE_MS = 20_000;

/** `shown`: the home view is open, so it is worth reading again. `refresh` may be called any time: only the answer of the latest call is shown. */
export function useHomeState(
  host: PaneHost,
  language: Language,
  shown: boolean,
): { readonly reading: HomeReading; readonly refresh: () => void } {
  const [reading, setReading] = useState<HomeReading>({ kind: 'reading' });
  const latest = useRef(0);
  const readAt = useRef(0);
  const refresh = useCallback(() => {
    const mine = ++latest.current;
    readAt.current = performance.now();
    setReading((old) => ({
      kind: 'reading',
      last: old.kind === 'read' ? old.state : old.kind === 'reading' ? old.last : undefined,
    }));
    withinTime((alive) => host.readState(language, alive)).then(
      (state) => {
        if (mine === latest.current) setReading({ kind: 'read', state });
      },
      (error: unknown) => {
        console.error(error);
        if (mine === latest.current) setReading({ kind: 'failed', why: explainError(error) });
      },
    );
  }, [host, language]);
  useEffect(() => {
    if (host.missing.length === 0) refresh();
  }, [host, refresh]);
  // Others write in the same workbook: whoever comes back to the pane sees how it stands now.
  useEffect(() => {
    const onFocus = (): void => {
      if (shown && host.missing.length === 0 && performance.now() - readAt.current > STALE_MS) refresh();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [host, refresh, shown]);
  return { reading, refresh };
}
