// Keeps the state of the workbook for the home view: read whole on opening and on request, then only what changed. Shows the last one meanwhile.
import { useCallback, useEffect, useRef, useState } from 'react';
import { explainError } from '../app/run/explainError';
import { withinTime } from '../app/run/finishJob';
import type { CampaignState } from '../app/care/campaignState';
import type { SelectedRow } from '../workbook/contract/pointing';
import type { Language } from '../core/ground/text';
import type { PaneHost } from './paneHost';
import { useWorkbookEvents } from './useWorkbookEvents';
import type { HomeReading } from './views/HomeView';

/** What was read longer ago is read again whole when the pane gets the focus: not every change has an event (office-js 3888). */
const STALE_MS = 20_000;
/** setTimeout takes no more. */
const LONGEST_WAIT_MS = 2_000_000_000;

export interface Home {
  readonly reading: HomeReading;
  /** The row that is selected in the sheets; null when none is, or nothing is known of it. */
  readonly selected: SelectedRow | null;
  readonly refresh: () => void;
}

const stateOf = (reading: HomeReading): CampaignState | undefined =>
  reading.kind === 'read' ? reading.state : reading.kind === 'reading' ? reading.last : undefined;

/** `shown`: the home view is open, so it is worth reading again. `refresh` may be called any time: only the answer of the latest call is shown. */
export function useHomeState(host: PaneHost, language: Language, shown: boolean): Home {
  const [reading, setReading] = useState<HomeReading>({ kind: 'reading' });
  const [selected, setSelected] = useState<SelectedRow | null>(null);
  const latest = useRef(0);
  const readAt = useRef(0);
  const state = useRef<CampaignState | undefined>(undefined);
  state.current = stateOf(reading);
  const usable = host.missing.length === 0;

  const read = useCallback(
    (changed: ReadonlySet<string> | null) => {
      const mine = ++latest.current;
      const last = state.current;
      const since = changed !== null && last?.kind === 'campaign' ? { behind: last.behind, changed } : undefined;
      if (!since) {
        readAt.current = performance.now();
        setReading((old) => ({ kind: 'reading', last: stateOf(old) }));
      }
      withinTime((alive) => host.readState(language, alive, since)).then(
        (next) => {
          if (mine === latest.current) setReading({ kind: 'read', state: next });
        },
        (error: unknown) => {
          console.error(error);
          if (mine === latest.current) setReading({ kind: 'failed', why: explainError(error) });
        },
      );
    },
    [host, language],
  );
  const refresh = useCallback(() => read(null), [read]);
  const look = useCallback(() => {
    host.selection?.().then(setSelected, (error: unknown) => {
      // Whoever is typing in a cell keeps Excel from answering; the next selection is told again.
      console.error(error);
      setSelected(null);
    });
  }, [host]);
  useWorkbookEvents(host, shown && usable, { onChanged: read, onSelected: look });
  useEffect(() => {
    if (usable) refresh();
  }, [usable, refresh]);
  useEffect(() => {
    if (usable && shown) look();
  }, [usable, shown, look]);
  // Time alone makes units overdue: nobody changes a cell at a due time.
  useEffect(() => {
    if (!shown || reading.kind !== 'read' || reading.state.kind !== 'campaign') return undefined;
    const { nextChange, now } = reading.state.behind;
    if (nextChange === null) return undefined;
    const wait = Math.min(LONGEST_WAIT_MS, (nextChange - now) * 1000);
    const timer = setTimeout(() => read(new Set()), wait);
    return () => clearTimeout(timer);
  }, [shown, reading, read]);
  useEffect(() => {
    const onFocus = (): void => {
      if (shown && usable && performance.now() - readAt.current > STALE_MS) refresh();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [usable, refresh, shown]);
  return { reading, selected, refresh };
}
