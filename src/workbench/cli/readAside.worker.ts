// Reads one file in a thread of its own, and ends. Knows nothing of who asks.
import { parentPort, workerData } from 'node:worker_threads';
import { readImportedFile } from '../../files/readFile';
import { UnreadableFile } from '../../files/unreadableFile';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { readBook } from '../xlsx/readBook';
import type { Answer, Asked } from './readAside';

async function answer(asked: Asked): Promise<Answer> {
  try {
    return asked.kind === 'book'
      ? { book: await readBook(asked.bytes) }
      : { file: await readImportedFile(asked.name, asked.bytes) };
  } catch (error) {
    if (error instanceof NotAWorkbook) return { notAWorkbook: error.reason };
    if (!(error instanceof UnreadableFile)) return { failed: error instanceof Error ? error.message : String(error) };
    const { code, expected, found, mend } = error;
    return { unreadable: { code, expected, found, mend } };
  }
}

void answer((workerData as { asked: Asked }).asked).then((said) => parentPort?.postMessage(said));
