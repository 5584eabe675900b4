// Bytes of a text file → text: UTF-8, UTF-16 with its mark, else GB18030 as Chinese offices save it. Knows no columns.

/**
 * Decodes text; null when it is no text in any of these encodings.
 * Example: `decodeText(new Uint8Array([0xb5, 0xa5, 0xce, 0xbb])) === '单位'`.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  if (bytes.includes(0)) return null;
  return decode('utf-8', bytes) ?? decode('gb18030', bytes);
}

/** The decoder itself drops the byte-order mark. */
function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
