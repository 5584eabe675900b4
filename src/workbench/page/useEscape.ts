// Esc closes what lies over the page, wherever on it the keyboard is.
import { useEffect } from 'react';

/** Calls `onClose` at each Esc while the part is drawn. */
export function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [onClose]);
}
