// Brings what has just come up into sight: a person who pressed a button must not look for what came of it. Draws nothing of its own.
import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** At the upper edge, so that what follows is in sight too; otherwise only when it would be out of sight. */
  readonly atTop?: boolean;
  readonly children: ReactNode;
}

/** Scrolls the pane to its children once, when they come up. */
export function Reveal({ atTop = false, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    const frame = element?.closest('main')?.getBoundingClientRect();
    if (!element || !frame) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (atTop || top < frame.top || bottom > frame.bottom) element.scrollIntoView({ block: 'start' });
    // Only when it comes up: whoever scrolls away later is left in peace.
  }, []);
  return <div ref={place}>{children}</div>;
}
