// A panel's criteria as whole numbers of one small unit, where they allow it. Knows no score sheet.
import type { Criterion } from './contest';
import { divide, fromDecimal, isDecimal, ratio, type Exact } from './exact';
import { pointsReader } from './subtotal';

/** Subtotals stay below this, so that sums of a panel and their products with what rounding needs are doubles without error. */
const MOST_UNITS = 2 ** 31;

/** One criterion in whole numbers. */
export interface PackedCriterion {
  /** Cells are whole multiples of 1 / scale. */
  readonly scale: number;
  readonly least: number;
  readonly most: number;
  /** Between two scores, in 1 / scale; 1: any. */
  readonly step: number;
  /** Units that one 1 / scale of a point weighs. */
  readonly weight: number;
  readonly slow: (raw: string) => { readonly value: Exact; readonly weighed: Exact } | 'missing' | 'problem';
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** `unit`: units of one point. Null where a criterion is no plain range with positive weight and step, or the numbers grow too large. */
export function packCriteria(criteria: readonly Criterion[]): { unit: number; packed: PackedCriterion[] } | null {
  const plain = criteria.every(({ weight, minimum, maximum, step }) =>
    [weight, minimum, maximum, step === '' ? '0' : step].every((word) => isDecimal(word) && word.length <= 12),
  );
  if (!plain || criteria.length === 0 || new Set(criteria.map(({ criterionId }) => criterionId)).size < criteria.length)
    return null;
  const exact = criteria.map((criterion) => {
    const [minimum, maximum] = [fromDecimal(criterion.minimum), fromDecimal(criterion.maximum)];
    const step = fromDecimal(criterion.step === '' ? '0' : criterion.step);
    const scale = step.n > 0n ? lcm(lcm(minimum.d, maximum.d), step.d) : 1000n * lcm(minimum.d, maximum.d);
    return { criterion, minimum, maximum, step, scale };
  });
  const positive = exact.every(
    ({ criterion, maximum, minimum }) => maximum.n > 0n && minimum.n >= 0n && !criterion.weight.startsWith('-'),
  );
  if (!positive) return null;
  const share = exact.map(({ criterion, maximum, scale }) =>
    divide(divide(fromDecimal(criterion.weight), maximum), ratio(scale, 1n)),
  );
  const unit = share.reduce((all, { d }) => lcm(all, d), 1n);
  const whole = (value: Exact, times: bigint): number => Number((value.n * times) / value.d);
  const packed = exact.map(({ criterion, minimum, maximum, step, scale }, at): PackedCriterion => {
    const { n = 0n, d = 1n } = share[at] ?? {};
    return {
      scale: Number(scale),
      least: whole(minimum, scale),
      most: whole(maximum, scale),
      step: step.n > 0n ? whole(step, scale) : 1,
      weight: Number((n * unit) / d),
      slow: pointsReader(criterion),
    };
  });
  const most = packed.reduce((sum, { most: top, weight }) => sum + top * Math.abs(weight), 0);
  const small = most < MOST_UNITS && Number(unit) < MOST_UNITS && packed.every(({ most: top }) => top < MOST_UNITS);
  return small ? { unit: Number(unit), packed } : null;
}
