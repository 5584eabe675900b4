// Reads the state of the workbook for the home view: on opening, on coming back, on request. Shows the last one meanwhile.
import { useCallback, useEffect, useRef, useState } from 'react';
import { explainError } from '../app/explainError';
import { withinTime } from '../app/finishJob';
import type { Language } from '../core/text';
import type { PaneHost } from './paneHost';
import type { HomeReading } from './views/HomeView';

/** `refresh` may be called any time: only the answer of the latest call is shown. */
export function useHomeState(host: PaneHost, language: Language): { readonly reading: HomeReading; readonly refresh: () => void } {
  const [reading, setReading] = useState<HomeReading>({ kind: 'reading' });
  const latest = useRef(0);
  const refresh = useCallback(() => {
    const mine = ++latest.current;
    setReading((old) => ({ kind: 'reading', last: old.kind === 'read' ? old.state : old.kind === 'reading' ? old.last : undefined }));
    withinTime(() => host.readState(language)).then(
      (state) => { if (mine === latest.current) setReading({ kind: 'read', state }); },
      (error: unknown) => {
        console.error(error);
        if (mine === latest.current) setReading({ kind: 'failed', why: explainError(error) });
      },
    );
  }, [host, language]);
  useEffect(() => { if (host.missing.length === 0) refresh(); }, [host, refresh]);
  return { reading, refresh };
}
