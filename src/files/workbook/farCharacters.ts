// Characters beyond the first 65,536 (rare signs of names, emoji) that a program wrote as numbers: the library keeps half of each number. Reads no cell.

/** `&#x1F600;` or `&#128512;`; shorter numbers are read right. */
const FAR = /&#(?:x([\da-f]{5,8})|(\d{5,10}));/gi;
const [AMPERSAND, HASH] = [0x26, 0x23];
const FIRST_FAR = 0x10000;
const LAST = 0x10ffff;

function hasReference(part: Uint8Array): boolean {
  for (let at = part.indexOf(AMPERSAND); at >= 0; at = part.indexOf(AMPERSAND, at + 1))
    if (part[at + 1] === HASH) return true;
  return false;
}

/** The part with such characters themselves in the place of their numbers; the same bytes where there are none. Example: `&#128512;` → 😀. */
export function withFarCharacters(part: Uint8Array): Uint8Array {
  if (!hasReference(part)) return part;
  const xml = new TextDecoder().decode(part);
  const plain = xml.replace(FAR, (written, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code >= FIRST_FAR && code <= LAST ? String.fromCodePoint(code) : written;
  });
  return plain === xml ? part : new TextEncoder().encode(plain);
}
