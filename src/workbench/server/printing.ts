// What the page asks the server to print: a workbook comes in, a PDF goes out, through LibreOffice where it is installed. Keeps nothing.
import type { IncomingMessage } from 'node:http';
import { NoLibreOffice } from '../xlsx/libreOffice';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { printable, printBook } from '../xlsx/printBook';
import { readBook } from '../xlsx/readBook';

/** The answer to a wish for printed pages. */
export interface Printed {
  /** 200 a PDF · 400 no workbook, or no such sheet · 501 no LibreOffice here. */
  readonly status: 200 | 400 | 413 | 501;
  readonly body: Uint8Array | string;
}

const MOST_BYTES = 64 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** `?sheet=` names the one to print, every one that shows without it; `?now=` is the moment, an Excel serial; `?title=` stands above many sheets. */
export async function printRequest(request: IncomingMessage, { searchParams }: URL): Promise<Printed> {
  const bytes = await bodyOf(request);
  if (!bytes) return { status: 413, body: 'too large' };
  try {
    const book = await readBook(bytes);
    const names = printable(book);
    const wanted = searchParams.get('sheet');
    const sheets = wanted === null ? names : names.filter((name) => name === wanted);
    if (sheets.length === 0) return { status: 400, body: 'no such sheet' };
    return {
      status: 200,
      body: await printBook(
        book,
        sheets,
        Number(searchParams.get('now')),
        wanted ?? searchParams.get('title') ?? undefined,
      ),
    };
  } catch (error) {
    if (error instanceof NoLibreOffice) return { status: 501, body: error.message };
    if (error instanceof NotAWorkbook) return { status: 400, body: error.text.en };
    throw error;
  }
}
