// Home is found again where it was left, also when what stands on it is still being read; every other view begins at its top.
import { useLayoutEffect, useRef, type RefObject, type UIEvent } from 'react';

/** Milliseconds after which home is what it is: what comes later does not move the view. */
const PATIENCE = 10_000;

/** What a person does to move the view: then it stays where they want it. */
const MOVES = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * For the element that scrolls: `body` is its ref, `onScroll` its handler.
 * Example: left at 60 and come back while only a line of waiting stands there, home goes to 60 as soon as it is long enough.
 */
export function useHomeScroll(
  home: boolean,
  title: string,
): { readonly body: RefObject<HTMLElement | null>; readonly onScroll: (event: UIEvent<HTMLElement>) => void } {
  const body = useRef<HTMLElement>(null);
  const leftAt = useRef(0);
  const seeking = useRef(false);
  useLayoutEffect(() => {
    const main = body.current;
    if (!main) return undefined;
    const wanted = home ? leftAt.current : 0;
    const reached = (): boolean => {
      main.scrollTop = wanted;
      return main.scrollTop >= wanted;
    };
    if (reached()) return undefined;
    seeking.current = true;
    const grown = new MutationObserver(() => {
      if (reached()) end();
    });
    const end = (): void => {
      seeking.current = false;
      grown.disconnect();
      clearTimeout(late);
      for (const move of MOVES) main.removeEventListener(move, end);
    };
    const late = setTimeout(end, PATIENCE);
    grown.observe(main, { childList: true, subtree: true, characterData: true });
    for (const move of MOVES) main.addEventListener(move, end);
    return end;
  }, [home, title]);
  return {
    body,
    onScroll: ({ currentTarget }) => {
      if (home && !seeking.current) leftAt.current = currentTarget.scrollTop;
    },
  };
}
