// What is over soon is not said: whatever would flicker waits for a moment before it is shown.
import { useEffect, useState } from 'react';

/** Nobody notices less, and a reading of a few tables takes less. */
const A_MOMENT_MS = 400;

/** `value` once it has lasted for a moment; null before, and at once when it is null. */
export function useLasting<Value>(value: Value | null): Value | null {
  const [lasting, setLasting] = useState<Value | null>(null);
  useEffect(() => {
    if (value === null) return setLasting(null);
    const timer = setTimeout(() => setLasting(value), A_MOMENT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : lasting;
}
