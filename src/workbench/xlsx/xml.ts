// Reading and writing small pieces of XML. Knows no spreadsheet.
import { storableText } from '../../core/ground/cleanText';
import { XMLParser } from 'fast-xml-parser';

/** A parsed element: attributes and children by name without prefix; every child is a list; text is under '#text'. */
export interface XmlNode {
  readonly [name: string]: string | readonly XmlNode[] | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Parses a document; its root element is a child of the result. Example: `children(parseXml('<a><b x="1"/></a>'), 'a', 'b')`. */
export function parseXml(xml: string): XmlNode {
  return parser.parse(xml) as XmlNode;
}

/** All elements at the end of a path of names. */
export function children(node: XmlNode | undefined, ...path: readonly string[]): readonly XmlNode[] {
  return path.reduce<readonly XmlNode[]>(
    (found, name) =>
      found.flatMap((one) => {
        const next = one[name];
        return Array.isArray(next) ? (next as readonly XmlNode[]) : [];
      }),
    node ? [node] : [],
  );
}

/** The first element at the end of a path. */
export const child = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  children(node, ...path)[0];

/** Undefined where the element lacks it, and where there is no element. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : undefined;
}

/** "1" and "true" are true; an absent attribute is `otherwise`. */
export function flag(node: XmlNode | undefined, name: string, otherwise = false): boolean {
  const value = attribute(node, name);
  return value === undefined ? otherwise : value === '1' || value === 'true';
}

/** The text directly in the element; '' where there is none. */
export function content(node: XmlNode | undefined): string {
  const value = node?.['#text'];
  return typeof value === 'string' ? value : '';
}

/** Text of an element or attribute; what XML cannot hold is taken out. */
export function escapeXml(text: string): string {
  return storableText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replace(/\t/g, '&#9;');
}

/** One element. Attributes that are undefined are left out; `inner` is XML already. Example: `element('a', { x: 1 })` is `<a x="1"/>`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inner = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
