// Exact arithmetic for scores (S-6): rationals on bigint, so 0.1 + 0.2 ties with 0.3. Knows nothing of scores or ranks.

/** A rational in lowest terms; the denominator is positive. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. Throws RangeError when d is 0. Example: `ratio(6n, 4n)` is 3/2. */
export function ratio(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('division by zero');
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n, d * sign) || 1n;
  return { n: (n * sign) / divisor, d: (d * sign) / divisor };
}

const ZERO: Exact = { n: 0n, d: 1n };

/** Example: `fromInteger(3)` is 3/1. Throws RangeError when the number is not whole. */
export function fromInteger(value: number): Exact {
  return { n: BigInt(value), d: 1n };
}

/** True for plain decimal text ("24.5", "-3", ".5"); false for "", ".", "1e3", "25+". */
export function isDecimal(decimal: string): boolean {
  return DECIMAL.test(decimal) && /\d/.test(decimal);
}

/** Reads plain decimal text. Throws RangeError for anything else. Example: `fromDecimal('24.5')` is 49/2. */
export function fromDecimal(decimal: string): Exact {
  const match = DECIMAL.exec(decimal);
  if (!match || !isDecimal(decimal)) throw new RangeError(`not decimal text: "${decimal}"`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const n = BigInt(whole + fraction);
  return ratio(sign === '-' ? -n : n, 10n ** BigInt(fraction.length));
}

/** Exact sum of two fractions. */
export function add(a: Exact, b: Exact): Exact {
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** Exact difference a − b. */
export function subtract(a: Exact, b: Exact): Exact {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** Exact product. */
export function multiply(a: Exact, b: Exact): Exact {
  return ratio(a.n * b.n, a.d * b.d);
}

/** Throws RangeError when b is 0. */
export function divide(a: Exact, b: Exact): Exact {
  return ratio(a.n * b.d, a.d * b.n);
}

/** Negative when a < b, 0 when they are equal, positive when a > b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Example: `sum([fromDecimal('0.1'), fromDecimal('0.2')])` equals `fromDecimal('0.3')`; the sum of nothing is 0. */
export function sum(values: readonly Exact[]): Exact {
  const perDenominator = new Map<bigint, bigint>();
  for (const { n, d } of values) perDenominator.set(d, (perDenominator.get(d) ?? 0n) + n);
  return [...perDenominator].map(([d, n]) => ratio(n, d)).reduce(add, ZERO);
}

/** The arithmetic mean; null for no values. */
export function mean(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : divide(sum(values), fromInteger(values.length));
}

/**
 * Decimal text with exactly that many decimals (0 or more), halves away from zero as Excel's ROUND does.
 * Examples: 2.675 → "2.68" with two decimals; 78.9 → "78.90"; −0.5 → "-1" with none.
 */
export function roundHalfUp(value: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = (value.n < 0n ? -value.n : value.n) * scale;
  const rounded = (2n * size + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return value.n < 0n && rounded !== 0n ? `-${text}` : text;
}

/**
 * Shortest decimal text of the value, rounded half up when it needs more decimals than `most`.
 * Examples: 49/2 → "24.5"; 1/3 → "0.333333"; 90 → "90".
 */
export function toDecimal(value: Exact, most = 6): string {
  const text = roundHalfUp(value, most);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** Lossless text: "49/2", or "90" for a whole number. `fromExactText` reads it back. */
export function toExactText(value: Exact): string {
  return value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`;
}

/** Reads what `toExactText` wrote. Throws SyntaxError or RangeError for anything else. */
export function fromExactText(exactText: string): Exact {
  const [n = '', d = '1'] = exactText.split('/');
  return ratio(BigInt(n), BigInt(d));
}

/**
 * Decimal text of a number that came out of a cell: its shortest spelling, rounded half up to `most` decimals, so binary
 * noise goes. Throws RangeError when it is not finite. Example: `decimalFromNumber(24.499999999999996) === '24.5'`.
 */
export function decimalFromNumber(value: number, most = 10): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const power = 10n ** BigInt(Math.abs(Number(exponent)));
  const exact = fromDecimal(mantissa);
  return toDecimal(Number(exponent) < 0 ? ratio(exact.n, exact.d * power) : ratio(exact.n * power, exact.d), most);
}
