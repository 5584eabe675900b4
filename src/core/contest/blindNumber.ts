// The number by which judges know an entry. Knows how people spell it (leading zeros, full width), not who has it.

/** A blind number in the spelling by which two are compared. Examples: "００1 " → "1"; "A-007" → "A-7"; "000" → "0". */
export function normalizeNumber(raw: string | number): string {
  // Most numbers are plain already.
  const asTyped = String(raw);
  if (/^[1-9][0-9]*$/.test(asTyped)) return asTyped;
  const plain = asTyped.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return plain.replace(/(^|\D)0+(?=\d)/g, '$1');
}

/** True when both mean the same entry. Example: `sameNumber('001', 1)` is true; an empty number equals nothing. */
export function sameNumber(a: string | number, b: string | number): boolean {
  const left = normalizeNumber(a);
  return left !== '' && left === normalizeNumber(b);
}

/** Orders blind numbers as people count: "2" before "10", then by text. */
export function compareNumbers(a: string, b: string): number {
  const left = normalizeNumber(a);
  const right = normalizeNumber(b);
  const bothCount = /^\d+$/.test(left) && /^\d+$/.test(right);
  if (bothCount && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
