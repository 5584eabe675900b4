// What the page asks the server to print: a workbook comes in, a PDF goes out, through LibreOffice where it is installed. Keeps nothing.
import type { IncomingMessage } from 'node:http';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { wallTimeFromSerial } from '../../core/ground/wallTime';
import { printGuard } from '../paper/printGuard';
import { NoLibreOffice } from '../xlsx/libreOffice';
import { NotAWorkbook } from '../xlsx/notAWorkbook';
import { printable, printBook } from '../xlsx/printBook';
import { readBook } from '../xlsx/readBook';

/** The answer to a wish for printed pages. */
export interface Printed {
  /** 200 a PDF · 400 no workbook, or no such sheet · 409 a public page must not leave the office: why, a Text as JSON · 501 no LibreOffice here. */
  readonly status: 200 | 400 | 409 | 413 | 501;
  readonly body: Uint8Array | string;
  /** What is to be said beside the PDF. */
  readonly said?: Text;
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

/** As many are said one by one: a header holds no more. */
const MOST = 3;

function together(problems: readonly Problem[]): Text {
  const first = problems.slice(0, MOST).map(({ message }) => message);
  const more = problems.length - first.length;
  return text(
    first.map(({ zh }) => zh).join('') + (more > 0 ? `另有 ${more} 处。` : ''),
    first.map(({ en }) => en).join(' ') + (more > 0 ? ` And ${more} more.` : ''),
  );
}

/** Printing changes no workbook: that a page was printed all the same stands in no log. */
function unfitWords(cells: number): Text {
  if (cells === 0) return text('', '');
  return text(
    `查出 ${cells} 处不可公开仍打印；打印不改动工作簿，操作日志里没有记录，请另行留存理由。`,
    `Printed although ${cells} ${cells === 1 ? 'cell is' : 'cells are'} not fit to leave the office; printing changes no workbook, so no log has it: keep the reason elsewhere. `,
  );
}

const joined = (a: Text, b: Text): Text => text(a.zh + b.zh, a.en + b.en);

/**
 * `?sheet=` names the one to print, every one that shows without it; `?now=` is the moment, an Excel serial; `?title=` stands above many sheets;
 * `?anyway=` prints what must not leave the office.
 */
export async function printRequest(request: IncomingMessage, { searchParams }: URL): Promise<Printed> {
  const bytes = await bodyOf(request);
  if (!bytes) return { status: 413, body: 'too large' };
  try {
    const book = await readBook(bytes);
    const names = printable(book);
    const wanted = searchParams.get('sheet');
    const sheets = wanted === null ? names : names.filter((name) => name === wanted);
    if (sheets.length === 0) return { status: 400, body: 'no such sheet' };
    const serial = Number(searchParams.get('now'));
    const now = wallTimeFromSerial(serial);
    const { problems, notices } = await printGuard(book, sheets, { now: () => now }, now);
    if (problems.length > 0 && !searchParams.has('anyway'))
      return { status: 409, body: JSON.stringify(together(problems)) };
    return {
      status: 200,
      body: await printBook(book, sheets, serial, wanted ?? searchParams.get('title') ?? undefined),
      said: joined(unfitWords(problems.length), together([...problems, ...notices])),
    };
  } catch (error) {
    if (error instanceof NoLibreOffice) return { status: 501, body: error.message };
    if (error instanceof NotAWorkbook) return { status: 400, body: error.text.en };
    throw error;
  }
}
