// Reads one workbook beside the page. Knows nothing of who asks.
import { foreignParts } from '../xlsx/foreignParts';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { readBook } from '../xlsx/readBook';
import type { BookAnswer } from './openAside';

async function answer(bytes: Uint8Array): Promise<BookAnswer> {
  try {
    return { opened: { book: await readBook(bytes), foreign: foreignParts(bytes) } };
  } catch (error) {
    if (error instanceof NotAWorkbook) return { notAWorkbook: error.reason };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<Uint8Array>): Promise<void> => {
  self.postMessage(await answer(data));
};
