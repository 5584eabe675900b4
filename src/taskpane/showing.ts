// Showing cells in the sheet from anywhere in the pane, and what came of it. Knows no Excel.
import { createContext, useCallback, useState } from 'react';
import type { KeyTarget } from '../workbook/contract/pointing';
import { explainError } from '../app/run/explainError';
import type { Text } from '../core/ground/text';
import type { Shown } from '../workbook/contract/pointing';
import type { PaneHost } from './paneHost';

/** What came of showing a place, where it is not simply in sight. */
export type Pointing =
  { readonly target: KeyTarget; readonly shown: Exclude<Shown, 'shown'> } | { readonly failed: Text };

/** Goes to cells; what is there no more is said, not thrown. */
export type Show = (target: KeyTarget) => void;

/** Absent where there are no cells to show. */
export const ShowContext = createContext<Show | undefined>(undefined);

/** `show` is absent where the host has no workbook; a new `show` forgets what came of the one before. */
export function useShowing({ show: hostShow }: Pick<PaneHost, 'show'>): {
  readonly show: Show | undefined;
  readonly pointing: Pointing | null;
  readonly forget: () => void;
} {
  const [pointing, setPointing] = useState<Pointing | null>(null);
  const show = useCallback(
    (target: KeyTarget): void => {
      setPointing(null);
      hostShow?.(target).then(
        (shown) => setPointing(shown === 'shown' ? null : { target, shown }),
        (error: unknown) => {
          console.error(error);
          setPointing({ failed: explainError(error) });
        },
      );
    },
    [hostShow],
  );
  return { show: hostShow && show, pointing, forget: useCallback(() => setPointing(null), []) };
}
