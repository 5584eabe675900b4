// Tells when nothing has been heard for a while, and when something is heard again. Knows not of whom.

/** Whoever waits says what was heard, and when the waiting is over. */
export interface Silence {
  /** A sign of life. */
  readonly heard: () => void;
  /** Nothing more is waited for. */
  readonly end: () => void;
}

/** `tell(true)` after so many milliseconds without a sign of life, `tell(false)` at the next one. */
export function afterSilence(milliseconds: number, tell: (silent: boolean) => void): Silence {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silent = false;
  let over = false;
  const heard = (): void => {
    clearTimeout(timer);
    if (over) return;
    if (silent) tell((silent = false));
    timer = setTimeout(() => tell((silent = true)), milliseconds);
  };
  heard();
  const end = (): void => {
    over = true;
    clearTimeout(timer);
  };
  return { heard, end };
}
