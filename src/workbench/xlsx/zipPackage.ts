// The zip package around a workbook: its parts and how they point at each other. Knows no sheet and no cell.
import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { text } from '../../core/ground/text';
import { damagedWorkbook, NotAWorkbook, requireWorkbook } from './notAWorkbook';
import { attribute, children, parseXml } from './xml';

/** Parts of an .xlsx by their path. */
export type ZipPackage = Record<string, Uint8Array>;

/** A relation of one part to another, by its id. */
export interface Relation {
  readonly id: string;
  /** Last word of its type: "worksheet", "table", "styles" … */
  readonly type: string;
  /** Path of the part it points at, without a leading slash. */
  readonly target: string;
}

/** Unpacks a workbook. Throws NotAWorkbook. */
export function openPackage(bytes: Uint8Array): ZipPackage {
  requireWorkbook(bytes);
  let size = 0;
  const bounded = ({ originalSize }: UnzipFileInfo): boolean => (size += originalSize) <= LARGEST_UNPACKED;
  try {
    const parts = unzipSync(bytes, { filter: bounded });
    if (size > LARGEST_UNPACKED) throw tooLarge(size);
    return Object.fromEntries(Object.entries(parts).map(([name, content]) => [plainName(name), content]));
  } catch (error) {
    throw error instanceof NotAWorkbook ? error : damagedWorkbook(error);
  }
}

/** A slash of the other kind, or one at the beginning, is what some programs write. */
const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');

/** Unpacked bytes of all parts together; a campaign of a thousand units has a tenth of it. */
const LARGEST_UNPACKED = 512 * 1024 * 1024;

function tooLarge(size: number): NotAWorkbook {
  const megabytes = Math.ceil(size / 1_048_576);
  return new NotAWorkbook({
    code: 'unpacks-too-large',
    found: text(`展开后有 ${megabytes} MB 的文件`, `a file that unpacks to ${megabytes} MB`),
    mend: text(
      '多半是整列、整表设了格式：请把要用的单元格复制到一个新工作簿。',
      'Whole rows or columns are probably formatted: copy the cells that are needed into a new workbook.',
    ),
  });
}

const MADE = new Date(Date.UTC(2020, 0, 1));

/** Packs parts into a file. The same parts give the same bytes. */
export function closePackage(parts: ZipPackage): Uint8Array {
  return zipSync(parts, { mtime: MADE, level: 6 });
}

/** The same without making it small: for whoever unpacks it at once. */
export function passOn(parts: ZipPackage): Uint8Array {
  return zipSync(parts, { mtime: MADE, level: 0 });
}

/** Text of a part; undefined when there is none. */
export function partText(parts: ZipPackage, path: string): string | undefined {
  const bytes = parts[path];
  return bytes && strFromU8(bytes);
}

/** UTF-8; what stood at that path is replaced. */
export function setPart(parts: ZipPackage, path: string, text: string): void {
  parts[path] = strToU8(text);
}

/** Example: `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** What a part points at. */
export function relationsOf(parts: ZipPackage, path: string): Relation[] {
  const xml = partText(parts, relationsPath(path));
  if (xml === undefined) return [];
  return children(parseXml(xml), 'Relationships', 'Relationship').map((node) => ({
    id: attribute(node, 'Id') ?? '',
    type: (attribute(node, 'Type') ?? '').replace(/^.*\//, ''),
    target: resolve(path, attribute(node, 'Target') ?? ''),
  }));
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The main part, usually xl/workbook.xml. */
export function workbookPath(parts: ZipPackage): string {
  return relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
}
