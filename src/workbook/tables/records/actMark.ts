// What ties a line of the log to its act wherever sorting puts it, and shows whether somebody has changed it since. Knows no job.
import { fingerprint } from '../../contract/fingerprint';
import type { CellValue } from '../../contract/snapshot';

/** Of one line, as its hidden cell says it. */
export interface ActMark {
  /** Names the act. Acts of one workbook are in the order of these texts, whatever any clock said. */
  readonly act: string;
  /** 0 = the act's own line. */
  readonly line: number;
  /** Of the act's own line: how many follow. */
  readonly of?: number;
  /** Of what the line said when it was written. */
  readonly digest: string;
}

interface MarkedLine {
  readonly table?: unknown;
  readonly row?: unknown;
  readonly column?: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
}

const ROW_DIGITS = 7;
const MARK = /^(\d{7,}-[0-9a-f]{6})\/(\d+)(?:-(\d+))?\/([0-9a-f]{8})$/;

/** Line ends are Excel's own business. */
const asKept = (cell: unknown): CellValue =>
  typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell ?? '').replace(/\r\n?/g, '\n');

/** Equal for lines that say the same: a number and a text that reads like it are not the same. */
export function digestOf({ table, row, column, before, after }: MarkedLine): string {
  return fingerprint([table, row, column, before, after].map(asKept));
}

/**
 * `logRows`: rows of the log before the act, which only grow: later acts have higher numbers. `about`: whatever tells apart acts of several
 * sessions at the same moment.
 */
export function actNumber(logRows: number, about: readonly unknown[]): string {
  return `${String(logRows).padStart(ROW_DIGITS, '0')}-${fingerprint(about).slice(0, 6)}`;
}

/** The hidden cells of an act's lines, its own first. */
export function marksOf(act: string, lines: readonly MarkedLine[]): string[] {
  return [`${act}/0-${lines.length}/${digestOf({})}`, ...lines.map((line, at) => `${act}/${at + 1}/${digestOf(line)}`)];
}

/** Null: no mark, or one that somebody broke. */
export function readMark(cell: string): ActMark | null {
  const [, act, line, of, digest] = MARK.exec(cell) ?? [];
  if (act === undefined || line === undefined || digest === undefined) return null;
  return { act, line: Number(line), ...(of !== undefined && { of: Number(of) }), digest };
}
