// Keeps every request below the size that Excel on the web refuses (5 MB): one sync for ordinary jobs, more only for huge ones.
import type { Sync } from './sync';

/** Characters of cell contents per request; the rest of 5 MB is for Excel's own envelope and for characters of several bytes. */
export const CHARACTERS_PER_REQUEST = 1_200_000;

/** Characters of one written piece: a block is cut into rows of at most this much together. */
const CHARACTERS_PER_PIECE = 400_000;

export interface Budget {
  /** Says that so many characters are to be queued next; syncs first when they would not fit any more. */
  spend(characters: number): Promise<void>;
}

export function createBudget(context: Excel.RequestContext, sync: Sync, limit = CHARACTERS_PER_REQUEST): Budget {
  let queued = 0;
  return {
    async spend(characters) {
      if (queued > 0 && queued + characters > limit) {
        await sync(context);
        queued = 0;
      }
      queued += characters;
    },
  };
}

export interface Piece<Row> {
  /** 0-based first row of the piece in its block. */
  readonly from: number;
  readonly rows: readonly Row[];
  readonly characters: number;
}

/** Cuts rows into pieces by what they take on the wire, never by their number. Example: three short rows are one piece. */
export function cutRows<Row>(rows: readonly Row[], limit = CHARACTERS_PER_PIECE): Piece<Row>[] {
  const pieces: { from: number; rows: Row[]; characters: number }[] = [];
  rows.forEach((row, index) => {
    const characters = JSON.stringify(row).length;
    const last = pieces[pieces.length - 1];
    if (last && last.characters + characters <= limit) {
      last.rows.push(row);
      last.characters += characters;
    } else pieces.push({ from: index, rows: [row], characters });
  });
  return pieces;
}
