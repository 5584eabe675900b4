// The zip of an .xlsx → a zip of the few parts that say something about cells, never more than a bounded size. Reads no cell.
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { text } from '../../core/ground/text';
import { readingProgress, type TellReading } from '../readingProgress';
import { UnreadableFile } from '../unreadableFile';
import { withFarCharacters } from './farCharacters';

/** Unpacked bytes of all parts that are read; 100,000 rows of twenty columns need less. */
export const LARGEST_UNPACKED = 160 * 1024 * 1024;

/** Pictures, drawings, notes, pivots, macros and what points to them: cells do without, and readers stumble over them. */
const LEFT_OUT =
  /(?:^|\/)(?:media|drawings|charts|chartsheets|diagrams|embeddings|comments\d*\.xml|threadedComments|persons|tables|queryTables|pivotTables|pivotCache|printerSettings|externalLinks|slicers|slicerCaches|ctrlProps|activeX|customXml|customProperty|vbaProject\.bin|docProps|model|theme|calcChain\.xml|worksheets\/_rels)(?:\/|$)/i;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1048576)} MB`;

function tooLarge(size: number): UnreadableFile {
  return new UnreadableFile({
    code: 'unpacks-too-large',
    expected: text(
      `展开后不超过 ${megabytes(LARGEST_UNPACKED)} 的工作簿`,
      `a workbook of at most ${megabytes(LARGEST_UNPACKED)} when unpacked`,
    ),
    found: text(`展开后有 ${megabytes(size)} 的文件`, `a file that unpacks to ${megabytes(size)}`),
    mend: text(
      '多半是整列、整表设了格式：请把要导入的单元格复制到一个新工作簿，再选新的那份。',
      'Whole rows or columns are probably formatted: copy the cells to import into a new workbook and choose that.',
    ),
  });
}

/** A slash of the other kind, or one at the beginning, is what some programs write. */
const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');

/** What would be unpacked is added up before anything is; the directory's word on sizes is not trusted beyond its own buffer. */
export function leanPackage(bytes: Uint8Array, tell: TellReading): Record<string, Uint8Array> {
  let size = 0;
  let whole = 0;
  unzipSync(bytes, { filter: ({ originalSize }) => ((whole += originalSize), false) });
  const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const plain = plainName(name);
    if (plain.endsWith('/') || LEFT_OUT.test(plain)) return false;
    tell(readingProgress('unpacking', size, whole));
    size += originalSize;
    return size <= LARGEST_UNPACKED;
  };
  const parts = unzipSync(bytes, { filter: wanted });
  if (size > LARGEST_UNPACKED) throw tooLarge(size);
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [plainName(name), withFarCharacters(content)]),
  );
}

/** The parts as a zip without compression, for a reader that wants one. */
export function repacked(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { level: 0 });
}
