// Reads a chosen workbook in a worker, so that no file can freeze the page: after a minute it is given up. Reads nothing itself.
import { text } from '../../core/ground/text';
import type { Book } from '../model/book';
import { NotAWorkbook } from '../xlsx/notAWorkbook';

/** A file that was opened. */
export interface Opened {
  readonly book: Book;
  /** What the file has and the model has not. */
  readonly foreign: readonly string[];
}

/** What the worker says: one of them. */
export interface BookAnswer {
  readonly opened?: Opened;
  readonly notAWorkbook?: NotAWorkbook['reason'];
  readonly failed?: string;
}

const LONGEST_MS = 60_000;

const TOO_LONG = {
  code: 'reading-too-long',
  found: text('一分钟还读不完的文件', 'one that cannot be read within a minute'),
  mend: text(
    '请把要用的单元格复制到一个新工作簿，再打开新的那份。',
    'Copy the cells that are needed into a new workbook and open that.',
  ),
} as const;

/** `address`: of the worker's script. Rejects with NotAWorkbook for what readBook refuses, and when time is up. */
export function openAside(address: string, bytes: Uint8Array): Promise<Opened> {
  const worker = new Worker(address);
  return new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotAWorkbook(TOO_LONG)), LONGEST_MS);
    const ended = (): void => clearTimeout(timer);
    worker.onmessage = ({ data }: MessageEvent<BookAnswer>): void => {
      ended();
      if (data.opened) resolve(data.opened);
      else reject(data.notAWorkbook ? new NotAWorkbook(data.notAWorkbook) : new Error(data.failed ?? 'no answer'));
    };
    worker.onerror = (event): void => {
      ended();
      reject(new Error(event.message || 'the reader of workbooks failed'));
    };
    worker.postMessage(bytes);
  }).finally(() => worker.terminate());
}
