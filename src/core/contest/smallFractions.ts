// Fractions of whole numbers that doubles hold: what `exact` does on bigint, for numbers that a caller knows to be small enough.

const SAFE = 2 ** 52;

/** Greatest common divisor of two whole numbers that are not negative. */
function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** As `toExactText`: "49/2", or "90" for a whole number. `d` is positive, `n` not negative. */
export function exactTextOf(n: number, d: number): string {
  if (d === 1) return String(n);
  const divisor = gcd(n, d) || 1;
  return divisor === d ? String(n / d) : `${n / divisor}/${d / divisor}`;
}

/** Whether n / d can be rounded to so many decimals within the range of exact doubles. */
export function holdsDecimals(n: number, d: number, decimals: number): boolean {
  return 2 * n * 10 ** decimals + d < SAFE;
}

/** n / d in units of the last of so many decimals, halves up; null when that leaves the range of exact doubles. Example: (5, 8, 2) → 63. */
export function roundedUnits(n: number, d: number, decimals: number): number | null {
  if (!holdsDecimals(n, d, decimals)) return null;
  const twice = 2 * n * 10 ** decimals + d;
  return (twice - (twice % (2 * d))) / (2 * d);
}

/** Whole units of the last of so many decimals as text. Examples: (7890, 2) → "78.90"; (3, 0) → "3". */
export function unitsText(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const scale = 10 ** decimals;
  const rest = units % scale;
  return `${(units - rest) / scale}.${String(rest).padStart(decimals, '0')}`;
}
