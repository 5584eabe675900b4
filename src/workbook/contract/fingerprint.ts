// A short fingerprint of data: equal data, equal fingerprint; a change shows. Against mistakes, not against forgery.

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * FNV-1a, 32 bits, over the UTF-16 code units of the text, as 8 hexadecimal digits.
 * Example: `fingerprintOfText('') === '811c9dc5'`.
 */
export function fingerprintOfText(text: string): string {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), PRIME);
    hash = Math.imul(hash ^ (unit >>> 8), PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Fingerprint of plain data (what JSON can hold; the order of keys counts). */
export function fingerprint(data: unknown): string {
  return fingerprintOfText(JSON.stringify(data));
}
