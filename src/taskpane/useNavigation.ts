// Which view is open: home, one step, the history or the help. A job under way keeps its view: home may stand before it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportedFile } from '../app/run/job';
import type { PaneHost } from './paneHost';
import type { FieldValues, FollowUp, PaneStep } from './steps';

/** Jobs that stand on top of the list. */
const RECENT = 3;

/** A step that is open; `opening` makes each opening a new view, with nothing left of the one before. */
export interface OpenStep {
  readonly step: PaneStep;
  readonly start?: FieldValues;
  /** The values were decided elsewhere: it runs at once when they are all it needs. Else the form is only filled in. */
  readonly run: boolean;
  /** What it writes has been seen already. */
  readonly sure: boolean;
  /** What another step could not take. */
  readonly file?: ImportedFile;
  readonly opening: number;
}

/** A view that is no step: the history, the help, or the help as a tour. */
export type PageName = 'history' | 'help' | 'tour';

/** What is open now, and the ways from there. Steps are opened by their id. */
export interface Navigation {
  readonly open: OpenStep | null;
  readonly page: PageName | null;
  /** The home view is in front of a step whose job is under way, or has ended meanwhile. */
  readonly away: boolean;
  readonly atHome: boolean;
  /** A job is under way. */
  readonly busy: boolean;
  readonly setBusy: (busy: boolean) => void;
  /** Home is opened for its search. */
  readonly searching: boolean;
  /** Ids of the steps that were opened last, the latest first. */
  readonly recent: readonly string[];
  readonly openStep: (id: string, start?: FieldValues, run?: boolean, sure?: boolean, file?: ImportedFile) => void;
  /** Opens a step that was asked for by name: what needs nothing filled in is run, or looked at, at once. */
  readonly goTo: (id: string, start?: FieldValues) => void;
  readonly openPage: (page: PageName | null) => void;
  /** One step back. */
  readonly leave: () => void;
  readonly search: () => void;
  /** Back to the view of the job that was left. */
  readonly look: () => void;
  readonly backHome: () => void;
  /** Opens what a result leads to. */
  readonly follow: (next: FollowUp) => void;
  /** Opens the step anew, if it is the one that is open and nothing is under way. */
  readonly reopen: (id: string) => void;
}

/** Starts at the host's step where a button of the ribbon asked for one, else at home. */
export function useNavigation(steps: readonly PaneStep[], host: PaneHost): Navigation {
  const { restoreStep } = host;
  const [open, setOpen] = useState<OpenStep | null>(() => {
    const step = steps.find(({ id }) => id === host.startStep);
    const run = host.startRun === true;
    return step ? { step, run, ...(run && { start: {} }), sure: false, opening: 1 } : null;
  });
  const [busy, setBusyShown] = useState(false);
  const running = useRef(false);
  const setBusy = useCallback((now: boolean) => {
    running.current = now;
    setBusyShown(now);
  }, []);
  const [away, setAway] = useState(false);
  const [page, setPage] = useState<PageName | null>(host.startPage ?? null);
  const [searching, setSearching] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);

  const openStep = useCallback<Navigation['openStep']>(
    (id, start, run = false, sure = false, file) => {
      const step = [...steps, ...(restoreStep ? [restoreStep] : [])].find((candidate) => candidate.id === id);
      if (!step) throw new Error(`no step “${id}”`);
      // One job at a time: whoever asks for the next one sees the one that is under way.
      setAway(false);
      setPage(null);
      setSearching(false);
      if (running.current) return;
      setOpen((old) => ({ step, start, run, sure, file, opening: (old?.opening ?? 0) + 1 }));
      setRecent((old) => [id, ...old.filter((other) => other !== id)].slice(0, RECENT));
    },
    [steps, restoreStep],
  );
  const goTo = useCallback<Navigation['goTo']>(
    (id, start) => {
      const atOnce = steps.find((step) => step.id === id)?.atOnce === true;
      openStep(id, atOnce ? { ...start } : start, atOnce);
    },
    [steps, openStep],
  );
  const leave = useCallback(() => {
    if (page !== null) setPage(null);
    else if (running.current) setAway(true);
    else setOpen(null);
  }, [page]);
  const backHome = useCallback(() => {
    setAway(false);
    setOpen(null);
  }, []);
  const follow = useCallback(
    ({ step, values, sure, file }: FollowUp) => {
      if (step !== undefined) openStep(step, values, true, sure, file);
    },
    [openStep],
  );
  const reopen = useCallback((id: string) => {
    if (running.current) return;
    setOpen((old) => (old?.step.id === id ? { ...old, opening: old.opening + 1 } : old));
  }, []);
  return {
    open,
    page,
    away,
    atHome: (open === null || away) && page === null,
    busy,
    setBusy,
    searching,
    recent,
    openStep,
    goTo,
    openPage: setPage,
    leave,
    search: useCallback(() => setSearching(true), []),
    look: useCallback(() => setAway(false), []),
    backHome,
    follow,
    reopen,
  };
}

/** Esc goes back, Ctrl+K searches, from everywhere but home, which has its own keys. */
export function useNavigationKeys(atHome: boolean, onBack: () => void, onSearch: () => void): void {
  useEffect(() => {
    if (atHome) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // A list or a menu that is open takes Esc for itself. Ctrl+K finds anything from everywhere: the search is at home.
      const search = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (search) event.preventDefault();
      if (search) onSearch();
      if (search || (event.key === 'Escape' && !event.defaultPrevented)) onBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [atHome, onBack, onSearch]);
}
