// Reads a chosen file in a worker, so that no file can freeze the pane: it may be given up at any time, and is after a minute. Reads nothing itself.
import type { ImportedFile } from '../app/run/job';
import { text } from '../core/ground/text';
import type { FileToRead } from './fileReader.worker';
import type { ReadingProgress, TellReading } from './readingProgress';
import { UnreadableFile, type Unreadable } from './unreadableFile';

/** 100,000 rows take seconds; what takes longer than this never ends. */
const LONGEST_MS = 60_000;

const GIVEN_UP: Pick<Unreadable, 'expected' | 'mend'> = {
  expected: text('一分钟内读得完的文件', 'a file that can be read within a minute'),
  mend: text(
    '请把要导入的单元格复制到一个新工作簿，再选新的那份。',
    'Copy the cells to import into a new workbook and choose that.',
  ),
};

/** What the worker says: one of them; how far it is as often as it likes. */
interface Answer {
  readonly progress?: ReadingProgress;
  readonly file?: ImportedFile;
  readonly unreadable?: Unreadable;
  readonly failed?: string;
}

/** Null where the page was built without workers: the workbench, say. */
function startedWorker(): Worker | null {
  try {
    return new Worker(new URL('./fileReader.worker.ts', import.meta.url));
  } catch {
    return null;
  }
}

/** Rejects with UnreadableFile for what readImportedFile refuses, when `signal` says so, and when time is up. */
export async function readFileAside(toRead: FileToRead, signal: AbortSignal, tell: TellReading): Promise<ImportedFile> {
  const worker = startedWorker();
  if (!worker) return (await import('./readFile')).readImportedFile(toRead.name, toRead.bytes);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancelled);
      worker.terminate();
      settle();
    };
    const giveUp = (code: 'reading-cancelled' | 'reading-too-long', found: Unreadable['found']): void =>
      finish(() => reject(new UnreadableFile({ ...GIVEN_UP, code, found })));
    const cancelled = (): void =>
      giveUp('reading-cancelled', text('停下来没有读完的文件', 'a file whose reading was stopped'));
    const timer = setTimeout(
      () => giveUp('reading-too-long', text('一分钟还读不完的文件', 'a file that takes longer')),
      LONGEST_MS,
    );
    signal.addEventListener('abort', cancelled);
    worker.onmessage = ({ data }: MessageEvent<Answer>): void => {
      const { progress, file, unreadable, failed } = data;
      if (progress) return tell(progress);
      if (file) finish(() => resolve(file));
      else finish(() => reject(unreadable ? new UnreadableFile(unreadable) : new Error(failed ?? 'no answer')));
    };
    worker.onerror = (event): void => finish(() => reject(new Error(event.message || 'the reader of files failed')));
    worker.postMessage(toRead);
  });
}
