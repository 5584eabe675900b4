// How far the reading of a file is. Knows no file.
import { text, type Text } from '../core/ground/text';

/** How far a file is read. */
export interface ReadingProgress {
  /** Between 0 and 1. */
  readonly share: number;
  readonly words: Text;
}

/** Told now and then while a file is read. */
export type TellReading = (progress: ReadingProgress) => void;

/** Share of the whole at which each part begins and ends, as 100,000 rows take it. */
const PARTS = { unpacking: [0, 0.12], parsing: [0.12, 0.75], rows: [0.75, 1] } as const;

const percent = (share: number): number => Math.round(share * 100);

/** `done` of `of`: bytes while unpacking, sheets while parsing, rows of cells at the end. */
export function readingProgress(part: keyof typeof PARTS, done: number, of: number): ReadingProgress {
  const [from, to] = PARTS[part];
  const share = from + (of > 0 ? Math.min(1, done / of) : 1) * (to - from);
  const how = `${percent(share)}%`;
  const words: Readonly<Record<keyof typeof PARTS, Text>> = {
    unpacking: text(`正在展开文件… ${how}`, `Unpacking the file… ${how}`),
    parsing: text(`正在解析单元格… ${how}`, `Parsing the cells… ${how}`),
    rows: text(`正在整理 ${done}/${of} 行… ${how}`, `Arranging rows, ${done} of ${of}… ${how}`),
  };
  return { share, words: words[part] };
}
