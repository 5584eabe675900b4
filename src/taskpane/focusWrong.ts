// Leads to the first field that has to be mended: whoever pressed a button far below it would see nothing happen.
import type { RefObject } from 'react';

const WRONG = '[aria-invalid="true"]';
const TAKES_KEYS = 'input, select, textarea, button, [tabindex]';

/** Once the messages are drawn, puts the cursor into the first wrong field inside `box`, which brings it in sight. */
export function focusWrong(box: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    const wrong = box.current?.querySelector<HTMLElement>(WRONG);
    (wrong?.matches(TAKES_KEYS) === true ? wrong : wrong?.querySelector<HTMLElement>(TAKES_KEYS))?.focus();
  });
}
