// Reads manifest.xml into the plain facts that the schema's rules are about. Judges nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { ROOT } from '../architecture/imports';

export type Element = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: false,
  parseAttributeValue: false,
  parseTagValue: false,
});

export interface Found {
  /** Slash-separated element names from the root on. */
  readonly at: string;
  readonly element: Element;
}

/** Every element of the document with its path, attributes as "@name", text as "#text". */
export function elements(xml: string): readonly Found[] {
  const found: Found[] = [];
  const visit = (name: string, value: unknown, at: string): void => {
    if (Array.isArray(value)) return value.forEach((one) => visit(name, one, at));
    const here = `${at}/${name}`;
    const element: Element =
      typeof value === 'object' && value !== null ? (value as Element) : { '#text': String(value) };
    found.push({ at: here, element });
    for (const [child, inner] of Object.entries(element))
      if (!child.startsWith('@') && child !== '#text') visit(child, inner, here);
  };
  for (const [name, value] of Object.entries(parser.parse(xml) as Element))
    if (!name.startsWith('?')) visit(name, value, '');
  return found;
}

export const MANIFEST_PATH = path.join(ROOT, 'manifest.xml');
export const manifestText = (): string => readFileSync(MANIFEST_PATH, 'utf8');

export const attribute = (element: Element, name: string): string => String(element[`@${name}`] ?? '');

/** Width and height of a PNG in pixels; throws when the bytes are no PNG. */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
