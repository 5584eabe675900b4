// Reads one score cell as a judge may have typed it. Knows the criterion's range and step, not who judged what.
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { Criterion } from './contest';
import { compare, decimalFromNumber, divide, fromDecimal, isDecimal, subtract, toDecimal } from './exact';

type ScoreLimits = Pick<Criterion, 'minimum' | 'maximum' | 'step'>;
/** off-step: between two steps of the criterion, such as 8.3 where half points are given. */
export type ScoreProblemCode = 'not-a-number' | 'out-of-range' | 'off-step';

type ParsedScore =
  /** `value`: decimal text without trailing zeros. `unitText`: the cell carried the word 分. */
  | { readonly kind: 'score'; readonly value: string; readonly unitText: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly code: ScoreProblemCode };

const UNIT = /\s*分$/;

/** Decimals to which a number in a score cell counts, in the rules and in the sheets' formulas: what is beyond is noise (S-6). */
export const SCORE_DECIMALS = 6;

/**
 * A number or text to an exact score within minimum–maximum (both included) on the criterion's step, counted from the
 * minimum; a step of '' or "0" allows any decimals. An empty cell is missing, never 0 (S-1).
 * Examples for 0–25, step 0.5: "２４．５" → "24.5"; "24.5分 " → "24.5" with unitText; "优秀" and "25+" → not-a-number;
 * 52.5 → out-of-range; 24.3 → off-step; 24.499999999999996 → "24.5".
 */
export function parseScore(raw: string | number | boolean | null | undefined, limits: ScoreLimits): ParsedScore {
  // A panel types the same few scores over and over: what each means under these limits is worked out once.
  let known = parsedUnder.get(limits);
  if (!known) parsedUnder.set(limits, (known = new Map()));
  let parsed = known.get(raw);
  if (!parsed) {
    parsed = parse(raw, limits);
    if (known.size < MOST_KNOWN) known.set(raw, parsed);
  }
  return parsed;
}

const MOST_KNOWN = 5000;
const parsedUnder = new WeakMap<ScoreLimits, Map<string | number | boolean | null | undefined, ParsedScore>>();

function parse(raw: string | number | boolean | null | undefined, limits: ScoreLimits): ParsedScore {
  const found = decimalOf(raw);
  if (found === null) return { kind: 'missing' };
  if (found === 'not-a-number') return { kind: 'problem', code: found };
  const value = fromDecimal(found.decimal);
  const minimum = fromDecimal(limits.minimum);
  if (compare(value, minimum) < 0 || compare(value, fromDecimal(limits.maximum)) > 0) {
    return { kind: 'problem', code: 'out-of-range' };
  }
  const step = limits.step === '' ? null : fromDecimal(limits.step);
  if (step !== null && step.n > 0n && divide(subtract(value, minimum), step).d !== 1n) {
    return { kind: 'problem', code: 'off-step' };
  }
  return { kind: 'score', value: toDecimal(value, 10), unitText: found.unitText };
}

/** What a score cell may hold, for messages: “0–25，步长0.5”. */
export function expectedScore(limits: ScoreLimits): Text {
  const range = `${limits.minimum}–${limits.maximum}`;
  const free = limits.step === '' || limits.step === '0';
  return free ? text(range, range) : text(`${range}，步长${limits.step}`, `${range}, step ${limits.step}`);
}

function decimalOf(
  raw: string | number | boolean | null | undefined,
): { decimal: string; unitText: boolean } | 'not-a-number' | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'boolean') return 'not-a-number';
  if (typeof raw === 'number')
    return Number.isFinite(raw) ? { decimal: decimalFromNumber(raw), unitText: false } : 'not-a-number';
  const plain = raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim();
  if (plain === '') return null;
  const decimal = plain.replace(UNIT, '');
  return isDecimal(decimal) && decimal.length <= 40 ? { decimal, unitText: decimal !== plain } : 'not-a-number';
}
