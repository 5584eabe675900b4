// Keeps the state of the workbook for the home view: read whole on opening and on request, then only what changed. Shows the last one meanwhile,
// and says when Excel is silent. What may pass by itself, such as a cell being edited, is tried again by itself.
import { useCallback, useEffect, useRef, useState } from 'react';
import { explainError, passesByItself } from '../app/run/explainError';
import { withinTime } from '../app/run/finishJob';
import type { CampaignState } from '../app/care/campaignState';
import type { SelectedRow } from '../workbook/contract/pointing';
import type { Language } from '../core/ground/text';
import { stateOf, type HomeReading } from './homeReading';
import type { PaneHost } from './paneHost';
import { afterSilence } from './silence';
import { unreadChanges, type Changed } from './unreadChanges';
import { useWorkbookEvents } from './useWorkbookEvents';

/** What was read longer ago is read again whole when the pane gets the focus: not every change has an event (office-js 3888). */
const STALE_MS = 20_000;
/** After so long without a sign of Excel home says so, and goes on waiting: within the ten seconds in which people wonder. */
const QUIET_MS = 8_000;
/** The first wait before what may pass is tried again; each one is twice as long, except while a cell is being edited. */
const RETRY_MS = 3_000;
const LONGEST_RETRY_MS = 30_000;
/** setTimeout takes no more. */
const LONGEST_WAIT_MS = 2_000_000_000;

/** What home knows, and how it is asked to look again. */
export interface Home {
  readonly reading: HomeReading;
  /** The row that is selected in the sheets; null when none is, or nothing is known of it. */
  readonly selected: SelectedRow | null;
  readonly refresh: () => void;
}

/** `shown`: the home view is open, so it is worth reading again. `refresh` may be called any time: only the answer of the latest call is shown. */
export function useHomeState(host: PaneHost, language: Language, shown: boolean): Home {
  const [reading, setReading] = useState<HomeReading>({ kind: 'reading' });
  const [selected, setSelected] = useState<SelectedRow | null>(null);
  const latest = useRef(0);
  const readAt = useRef(0);
  const failures = useRef(0);
  const unread = useRef(unreadChanges());
  const state = useRef<CampaignState | undefined>(undefined);
  state.current = stateOf(reading);
  const usable = host.missing.length === 0;

  /** `again`: what is shown stays until there is an answer. */
  const read = useCallback(
    (heard: Changed, again = false) => {
      const mine = ++latest.current;
      const changed = unread.current.add(heard);
      const last = state.current;
      const since = changed !== null && last?.kind === 'campaign' ? { behind: last.behind, changed } : undefined;
      if (!since) readAt.current = performance.now();
      if (!again) setReading((old) => ({ kind: 'reading', last: stateOf(old) }));
      const silence = afterSilence(QUIET_MS, (quiet) => {
        if (mine === latest.current)
          setReading((old) => ({
            kind: 'reading',
            last: stateOf(old),
            quiet,
            ...(old.kind === 'reading' && old.looking && { looking: true }),
          }));
      });
      // Nothing was shown so far: what is known already need not wait for the closer look.
      const early = (known: CampaignState): void => {
        if (mine === latest.current && !last) setReading({ kind: 'reading', last: known, looking: true });
      };
      const heardOf = (alive: () => void) => (): void => {
        alive();
        silence.heard();
      };
      withinTime((alive) => host.readState(language, heardOf(alive), since, early))
        .then(
          (next) => {
            if (mine !== latest.current) return;
            unread.current.read();
            failures.current = 0;
            setReading({ kind: 'read', state: next });
          },
          (error: unknown) => {
            console.error(error);
            if (mine !== latest.current) return;
            const passes = passesByItself(error);
            setReading((old) => ({ kind: 'failed', why: explainError(error), passes, last: stateOf(old) }));
          },
        )
        .finally(silence.end);
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
  useEffect(() => {
    if (!shown || reading.kind !== 'failed' || reading.passes === 'no') return undefined;
    const wait = reading.passes === 'editing' ? RETRY_MS : RETRY_MS * 2 ** failures.current++;
    const timer = setTimeout(() => read(null, true), Math.min(LONGEST_RETRY_MS, wait));
    return () => clearTimeout(timer);
  }, [shown, reading, read]);
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
