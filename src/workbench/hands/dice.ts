// Random numbers that a seed brings again (Mulberry32).

/** A roll gives a whole number from 0 to below `below`. */
export type Roll = (below: number) => number;

/** `seed`: any whole number; equal seeds roll alike. Example: `dice(1)(6)` is the same in every run. */
export function dice(seed: number): Roll {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
