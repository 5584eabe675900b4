// What this session wrote and a merge has lost since: looked for when somebody else may have changed something. Only looks.
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../core/ground/problem';
import type { PaneHost } from './paneHost';

/** `moment`: anything that changes when it is worth looking again. `leave`: the loss is accepted. */
export function useVanished(
  { vanished, leaveVanished }: Pick<PaneHost, 'vanished' | 'leaveVanished'>,
  moment: unknown,
): { readonly lost: readonly Problem[]; readonly leave: () => void; readonly look: () => void } {
  const [lost, setLost] = useState<readonly Problem[]>([]);
  const look = useCallback(() => {
    vanished?.().then(setLost, (error: unknown) => console.error(error));
  }, [vanished]);
  useEffect(look, [look, moment]);
  const leave = useCallback(() => {
    setLost([]);
    leaveVanished?.().catch((error: unknown) => console.error(error));
  }, [leaveVanished]);
  return { lost, leave, look };
}
