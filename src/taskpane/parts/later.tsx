// Views that come when they are first wanted, not with the pane: home is there sooner. Knows no particular view.
import { createElement, lazy, Suspense, useState, type ComponentType } from 'react';
import { useWords } from '../language';
import { Busy } from './Busy';

type Later<Props> = ComponentType<Props> & {
  /** Fetches the view ahead of its use; what goes wrong shows when it is used. */
  readonly fetch: () => void;
};

/**
 * The view that `load` gives; while it is on its way the pane says that something is under way. One that was fetched ahead is there at once.
 * `silent`: nothing is said of a part of a view.
 * Example: `const HistoryView = later(async () => (await import('./views/HistoryView')).HistoryView)`.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  silent?: 'silent',
): Later<Props> {
  let known: ComponentType<Props> | undefined;
  const fetch = async (): Promise<ComponentType<Props>> => (known ??= await load());
  const Coming = lazy(async () => ({ default: await fetch() })) as unknown as ComponentType<Props>;
  function View(props: Props) {
    const { t } = useWords();
    // It stays the same while it is shown, or it would lose what it holds.
    const [own] = useState(() => known ?? Coming);
    return <Suspense fallback={silent ? null : <Busy label={t('running')} />}>{createElement(own, props)}</Suspense>;
  }
  return Object.assign(View, { fetch: () => void fetch().catch(() => undefined) });
}
