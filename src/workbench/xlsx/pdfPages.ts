// How many pages each sheet has in a PDF that LibreOffice wrote, by its bookmarks. Knows no other PDF.

const hexWords = (hex: string): string =>
  (hex.replace(/^FEFF/, '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

/**
 * Pages by the name of their sheet; empty where the file has no bookmarks.
 * Example: two sheets of two pages and one → `Map { '公示' => 2, '议程' => 1 }`.
 */
export function pagesOfSheets(pdf: Uint8Array): Map<string, number> {
  const plain = Buffer.from(pdf).toString('latin1');
  const kids = /\/Kids\[([\d R\s]*)\]/.exec(plain)?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => id);
  const marks = [...plain.matchAll(/\/Title<([0-9A-F]+)>\s*\/Dest\[(\d+) 0 R/g)].map(([, title = '', page]) => ({
    name: hexWords(title),
    first: pages.indexOf(page),
  }));
  return new Map(
    marks.map(({ name, first }, index) => [name, (marks[index + 1]?.first ?? pages.length) - first] as const),
  );
}
