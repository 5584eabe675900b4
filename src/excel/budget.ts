// Keeps every request well below the size that Excel on the web refuses (5 MB): one sync for ordinary jobs, more only for huge ones.
// Between two of them the person is told how far the work is.

/** Bytes of contents and orders per request; the rest of 5 MB is for Excel's own envelope and for answers. */
const BYTES_PER_REQUEST = 2_000_000;

/** Bytes of one written piece: a block is cut into rows of at most this much together. */
const BYTES_PER_PIECE = 500_000;

/** What one request may hold; Excel on the web takes 5 MB. */
export interface Budget {
  /** Says that so many bytes are to be queued next; sends what is queued first when they would not fit any more. */
  spend(bytes: number): Promise<void>;
}

/** `send` syncs what is queued and makes ready for more. */
export function createBudget(send: () => Promise<void>, limit = BYTES_PER_REQUEST): Budget {
  let queued = 0;
  return {
    async spend(bytes) {
      if (queued > 0 && queued + bytes > limit) {
        await send();
        queued = 0;
      }
      queued += bytes;
    },
  };
}

/** Bytes of a text on the wire (UTF-8). Example: `bytesOf('评委1') === 7`. */
export function bytesOf(words: string): number {
  let bytes = words.length;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

/** A part of a block that fits into one request. */
export interface Piece<Row> {
  /** 0-based first row of the piece in its block. */
  readonly from: number;
  readonly rows: readonly Row[];
  /** On the wire, as estimated. */
  readonly bytes: number;
}

/** Cuts rows into pieces by what they take on the wire (as they are, or as `wire` says), never by their number. Example: three short rows are one piece. */
export function cutRows<Row>(
  rows: readonly Row[],
  wire: (row: Row) => unknown = (row) => row,
  limit = BYTES_PER_PIECE,
): Piece<Row>[] {
  const pieces: { from: number; rows: Row[]; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const bytes = bytesOf(JSON.stringify(wire(row)));
    const last = pieces[pieces.length - 1];
    if (last && last.bytes + bytes <= limit) {
      last.rows.push(row);
      last.bytes += bytes;
    } else pieces.push({ from: index, rows: [row], bytes });
  });
  return pieces;
}
