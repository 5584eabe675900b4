// The words in a PDF as LibreOffice writes it: glyphs by its fonts' own tables. No reader of any PDF.
import { inflateSync } from 'node:zlib';

/** Objects by number, as text (one character a byte); streams are unpacked. */
function objectsOf(pdf: Uint8Array): Map<number, string> {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, string>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const body = match[2] ?? '';
    const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1];
    const packed = stream !== undefined && body.includes('/FlateDecode');
    objects.set(Number(match[1]), packed ? body.slice(0, body.indexOf('stream')) + unpacked(stream) : body);
  }
  return objects;
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

/** What each glyph of a font means, from its ToUnicode table. */
function glyphsOf(table: string): Map<number, string> {
  const meaning = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16)));
  const glyphs = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', unicode = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(parseInt(glyph, 16), meaning(unicode));
  }
  return glyphs;
}

/** Words of all pages without spaces, in the order in which they are drawn. Example: `textOfPdf(await toPdf(bytes)).includes('汇总')`. */
export function textOfPdf(pdf: Uint8Array): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', number] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number)) ?? '')?.[1];
      if (table !== undefined) fonts.set(name, glyphsOf(objects.get(Number(table)) ?? ''));
    }
  }
  let words = '';
  let font: Map<number, string> | undefined;
  for (const body of objects.values()) {
    if (!/\bTf\b/.test(body)) continue;
    for (const [, name, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|(<\w+>\s*Tj|\[[^\]]*\]\s*TJ)/g)) {
      if (name !== undefined) font = fonts.get(name);
      for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g))
        words += (hex.match(/../g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '').join('');
    }
  }
  return words.replace(/\s/g, '');
}
