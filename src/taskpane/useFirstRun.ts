// What the first run has been told so far, and what follows when the campaign stands: its list is looked through. Draws nothing.
import { useCallback, useEffect, useState } from 'react';
import { firstRun, type FirstRun } from './firstRun';
import type { PaneHost } from './paneHost';
import type { PaneStep } from './steps';
import type { Navigation } from './useNavigation';

/** What was answered, and the ways to answer. */
export interface FirstRunState {
  readonly answers: FirstRun;
  readonly answer: (change: Partial<FirstRun>) => void;
  /** To be called when the campaign has been made. */
  readonly onMade: () => void;
}

/** `make`: the step that makes a campaign. `refresh` reads home again. */
export function useFirstRun(
  make: PaneStep | undefined,
  host: PaneHost,
  { busy, openStep }: Navigation,
  refresh: () => void,
): FirstRunState {
  const [answers, setAnswers] = useState<FirstRun>(() => firstRun(make?.fields ?? [], { zone: host.zone ?? '' }));
  const answer = useCallback((change: Partial<FirstRun>) => setAnswers((old) => ({ ...old, ...change })), []);
  /** The campaign stands, and its list is to be looked through next. */
  const [made, setMade] = useState(false);
  const onMade = useCallback(() => setMade(true), []);
  useEffect(() => {
    if (!made || busy) return;
    setMade(false);
    refresh();
    if (answers.list) openStep(host.listStep, undefined, false, false, answers.list);
    answer({ at: 0, list: null });
  }, [made, busy, answers.list, answer, refresh, openStep, host.listStep]);
  return { answers, answer, onMade };
}
