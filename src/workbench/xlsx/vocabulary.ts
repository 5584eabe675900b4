// Which elements, attributes and orders of children the parts of .xlsx files use: to hold what is written here against what Excel writes.
import { partText, type ZipPackage } from './zipPackage';

/** The vocabularies: parts that share a namespace share their elements. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['sheet', /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+|tables\/[^/]+)\.xml$/],
  ['chart', /^xl\/(?:drawings\/drawing\d+|charts\/chart\d+)\.xml$/],
  ['package', /^\[Content_Types\]\.xml$|\.rels$/],
];

/** One kind of element below one kind of parent. */
export interface Usage {
  readonly attributes: Set<string>;
  readonly children: Set<string>;
  /** "a b": how often an a stood before a b. */
  readonly orders: Map<string, number>;
}

/** By "vocabulary parent>element", names without prefix. Example: `usages.get('sheet table>tableColumns')?.attributes.has('count')`. */
export type Usages = Map<string, Usage>;

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;
/** What other versions of Excel may pass over: each says by itself what it is. */
const SET_ASIDE = new Set(['extLst', 'AlternateContent']);

interface Open {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly children: string[];
}

/** Adds what the parts of a file use. */
export function collectUsages(parts: ZipPackage, usages: Usages): void {
  for (const path of Object.keys(parts)) {
    const vocabulary = PARTS.find(([, pattern]) => pattern.test(path))?.[0];
    if (vocabulary !== undefined) collectPart(partText(parts, path) ?? '', vocabulary, usages);
  }
}

function collectPart(xml: string, vocabulary: string, usages: Usages): void {
  const open: Open[] = [];
  let aside = 0;
  const close = (): void => {
    const element = open.pop();
    if (!element) return;
    if (SET_ASIDE.has(element.name)) aside -= 1;
    else if (aside === 0) note(usages, `${vocabulary} ${open.at(-1)?.name ?? ''}>${element.name}`, element);
  };
  for (const [, closing, name = '', attributes = '', empty] of xml.matchAll(TAG)) {
    if (closing) {
      close();
      continue;
    }
    const local = name.slice(name.indexOf(':') + 1);
    if (SET_ASIDE.has(local)) aside += 1;
    else if (aside === 0 && open.at(-1)?.children.at(-1) !== local) open.at(-1)?.children.push(local);
    open.push({ name: local, attributes: aside === 0 ? attributeNames(attributes) : [], children: [] });
    if (empty) close();
  }
}

/** Without namespaces and what only newer versions add; `r:id` and `xml:space` keep their prefix. */
function attributeNames(text: string): string[] {
  return [...text.matchAll(ATTRIBUTE)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('xmlns') && (!name.includes(':') || /^(?:r|xml):/.test(name)));
}

function note(usages: Usages, key: string, { attributes, children }: Open): void {
  const usage = usages.get(key) ?? { attributes: new Set(), children: new Set(), orders: new Map() };
  usages.set(key, usage);
  for (const name of attributes) usage.attributes.add(name);
  const kinds = new Set(children);
  for (const name of kinds) usage.children.add(name);
  if (kinds.size < 2) return;
  for (const before of kinds)
    for (const after of kinds)
      if (before !== after && children.indexOf(before) < children.lastIndexOf(after))
        usage.orders.set(`${before} ${after}`, (usage.orders.get(`${before} ${after}`) ?? 0) + 1);
}

/** Which content type the parts have, and which kinds of links there are: "/xl/tables/table#.xml application/…". */
export function typesOf(parts: ZipPackage): string[] {
  const pairs = (xml: string, pattern: RegExp): string[] =>
    [...xml.matchAll(pattern)].map(([, place = '', type = '']) => `${place.replace(/\d+(?=\.)/, '#')} ${type}`.trim());
  const types = partText(parts, '[Content_Types].xml') ?? '';
  const links = Object.keys(parts).filter((path) => path.endsWith('.rels'));
  return [
    ...pairs(types, /<Override\b(?=[^>]*\bPartName="([^"]*)")(?=[^>]*\bContentType="([^"]*)")/g),
    ...links.flatMap((path) => pairs(partText(parts, path) ?? '', /<Relationship\b(?=[^>]*\bType="([^"]*)")/g)),
  ];
}
