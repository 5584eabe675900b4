// Reads a file apart from the command line's own thread, so that one that hangs or costs too much ends in a sentence. Reads nothing itself.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportedFile } from '../../app/run/job';
import { text, type Text } from '../../core/ground/text';
import { UnreadableFile, type Unreadable } from '../../files/unreadableFile';
import type { Book } from '../model/book';
import { NotAWorkbook } from '../xlsx/notAWorkbook';

/** What the reader is asked for. */
export type Asked =
  | { readonly kind: 'import'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'book'; readonly bytes: Uint8Array };

/** What it says: one of them. */
export interface Answer {
  readonly file?: ImportedFile;
  readonly book?: Book;
  readonly unreadable?: Unreadable;
  readonly notAWorkbook?: NotAWorkbook['reason'];
  readonly failed?: string;
}

/** A file of any size has so long. */
const AT_LEAST_MS = 20_000;
/** An honest file needs time by its size: 100,000 rows are 12 MB and take 10 s here. */
const MS_PER_MEGABYTE = 10_000;
/** What a reader may hold at once; a file that asks for more is no list that people keep. */
const MOST_MEGABYTES = 3_000;

const allowed = ({ bytes }: Asked): number => AT_LEAST_MS + (bytes.length / 1_048_576) * MS_PER_MEGABYTE;

/** The reader as the launcher bundled it; without one the thread takes TypeScript as it is. */
const BUNDLED = process.env['CAMPAIGN_READER'];
const SOURCE = "require('tsx/cjs'); require(require('node:worker_threads').workerData.reader);";

const MEND = text(
  '请把要用的单元格复制到一个新工作簿，再选新的那份。',
  'Copy the cells that are needed into a new workbook and choose that.',
);

/** Too long, or too much. */
function givenUp(asked: Asked, found: Text, expected: Text): Error {
  const why = { code: 'reading-too-long' as const, found, mend: MEND };
  return asked.kind === 'book' ? new NotAWorkbook(why) : new UnreadableFile({ ...why, expected });
}

const seconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000));

function tooLong(asked: Asked, limit: number): Error {
  const s = seconds(limit);
  return givenUp(
    asked,
    text(`${s} 秒还读不完的文件`, `one that cannot be read within ${s} s`),
    text(`${s} 秒内读得完的文件`, `a file that can be read within ${s} s`),
  );
}

function tooMuch(asked: Asked): Error {
  return givenUp(
    asked,
    text('展开后占满内存的文件', 'one that fills the memory when unpacked'),
    text('内存装得下的文件', 'a file that memory can hold'),
  );
}

function outcome(asked: Asked, answer: Answer): ImportedFile | Book | Error {
  if (answer.unreadable) return new UnreadableFile(answer.unreadable);
  if (answer.notAWorkbook) return new NotAWorkbook(answer.notAWorkbook);
  return (asked.kind === 'book' ? answer.book : answer.file) ?? new Error(answer.failed ?? 'the reader gave no answer');
}

function aside(asked: Asked, limit: number): Promise<ImportedFile | Book> {
  return new Promise((resolve, reject) => {
    const reader = path.join(process.cwd(), 'src/workbench/cli/readAside.worker.ts');
    const worker = new Worker(BUNDLED ?? SOURCE, {
      eval: BUNDLED === undefined,
      execArgv: [],
      workerData: { reader, asked },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const finish = (result: ImportedFile | Book | Error): void => {
      clearTimeout(timer);
      void worker.terminate();
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const timer = setTimeout(() => finish(tooLong(asked, limit)), limit);
    worker.once('message', (answer: Answer) => finish(outcome(asked, answer)));
    worker.once('error', (error: Error & { code?: string }) =>
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(asked) : error),
    );
    worker.once('exit', () => finish(new Error('the reader of files ended without an answer')));
  });
}

/** Rejects with UnreadableFile for what readImportedFile refuses, and when time or memory is up. `limit` in milliseconds. */
export async function importAside(name: string, bytes: Uint8Array, limit?: number): Promise<ImportedFile> {
  const asked: Asked = { kind: 'import', name, bytes };
  return (await aside(asked, limit ?? allowed(asked))) as ImportedFile;
}

/** Rejects with NotAWorkbook for what readBook refuses, and when time or memory is up. `limit` in milliseconds. */
export async function bookAside(bytes: Uint8Array, limit?: number): Promise<Book> {
  const asked: Asked = { kind: 'book', bytes };
  return (await aside(asked, limit ?? allowed(asked))) as Book;
}
