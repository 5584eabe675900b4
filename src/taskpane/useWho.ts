// Who acts in this pane: asked once, kept by the host, and said with everything that is written. Draws nothing.
import { useCallback, useMemo, useState } from 'react';
import type { PaneHost } from './paneHost';

/** Who acts, as they said it. */
export interface Who {
  /** null: nobody was asked yet; '' = without a name. */
  readonly by: string | null;
  /** null asks again. */
  readonly say: (name: string | null) => void;
  /** The host whose jobs say who acts. */
  readonly acting: PaneHost;
}

/** `onSaid`: which act is offered depends on who asks, so what shows acts is looked at again. */
export function useWho(host: PaneHost, onSaid: () => void): Who {
  const [by, setBy] = useState<string | null>(() => host.who?.read() ?? null);
  const acting = useMemo(
    (): PaneHost => ({
      ...host,
      deps: (...given) => ({ ...host.deps(...given), ...(by !== null && by !== '' && { by }) }),
    }),
    [host, by],
  );
  const say = useCallback(
    (name: string | null) => {
      setBy(name);
      host.who?.keep(name);
      if (name !== null) onSaid();
    },
    [host, onSaid],
  );
  return { by, say, acting };
}
